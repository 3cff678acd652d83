#include <SDL.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <system_error>

#include "files/files.h"
#include "platform/desktop/downloads.h"

namespace platform {
namespace {

namespace fs = std::filesystem;

fs::path home() {
  const char* folder = std::getenv("HOME");
  return folder != nullptr && *folder != '\0' ? fs::path(folder) : fs::temp_directory_path();
}

// XDG_DOWNLOAD_DIR="$HOME/Downloads" of user-dirs.dirs; empty when it is not said there.
fs::path told_by_settings() {
  const char* settings = std::getenv("XDG_CONFIG_HOME");
  const fs::path folder = settings != nullptr && *settings != '\0' ? fs::path(settings) : home() / ".config";
  constexpr std::size_t longest = 64 << 10;
  const auto text = files::read_file(folder / "user-dirs.dirs", longest);
  if (!text) return {};
  constexpr std::string_view begin = "\nXDG_DOWNLOAD_DIR=\"";
  const std::string lines = "\n" + *text;
  const std::size_t at = lines.find(begin);
  if (at == std::string::npos) return {};
  std::string value = lines.substr(at + begin.size());
  value.resize(std::min(value.find('"'), value.size()));
  constexpr std::string_view in_home = "$HOME/";
  if (value.starts_with(in_home)) return home() / value.substr(in_home.size());
  return value.starts_with('/') ? fs::path(value) : fs::path();
}

bool is_folder(const fs::path& path) {
  std::error_code error;
  return !path.empty() && fs::is_directory(path, error);
}

}  // namespace

fs::path downloads_folder() {
  for (const fs::path& folder : {told_by_settings(), home() / "Downloads"})
    if (is_folder(folder)) return folder;
  return home();
}

bool open_with_system(const fs::path& file) { return SDL_OpenURL(("file://" + file.string()).c_str()) == 0; }

}  // namespace platform
