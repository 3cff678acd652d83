#include <filesystem>
#include <string>

#include "files/files.h"
#include "files/paths.h"
#include "files/process.h"
#include "platform/desktop/system_look.h"

namespace platform {

SystemLook look_of_files() {
  SystemLook look;
  std::filesystem::path folder = files::path_of(files::variable("XDG_CONFIG_HOME"));
  if (const std::string home = files::variable("HOME"); folder.empty() && !home.empty())
    folder = files::path_of(home) / ".config";
  if (!folder.empty()) {
    for (const char* version : {"gtk-3.0", "gtk-4.0"})
      if (const auto text = files::read_file(folder / version / "settings.ini"))
        read_gtk_settings(*text, look);
    if (const auto text = files::read_file(folder / "kdeglobals")) read_kde_globals(*text, look);
  }
  read_theme_name(files::variable("GTK_THEME"), look);
  return look;
}

}  // namespace platform
