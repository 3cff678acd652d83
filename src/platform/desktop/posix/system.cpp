#include "platform/desktop/system.h"

#include <SDL.h>

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "files/paths.h"

namespace platform {

// TZ, else where /etc/localtime points to.
std::string system_time_zone() {
  if (const char* name = std::getenv("TZ"); name != nullptr && *name != '\0')
    return name[0] == ':' ? name + 1 : name;
  std::error_code error;
  const std::string target = std::filesystem::read_symlink("/etc/localtime", error).string();
  constexpr std::string_view folder = "/zoneinfo/";
  const std::size_t at = target.find(folder);
  return at == std::string::npos ? std::string{} : target.substr(at + folder.size());
}

bool has_display() { return std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr; }

std::filesystem::path folder_kept_for(const char* application) {
  char* const name = SDL_GetPrefPath("", application);
  std::filesystem::path folder = files::path_of(name);
  SDL_free(name);
  return folder;
}

std::string why_none_is_kept() { return "HOME is not set, or nothing can be made in it"; }

}  // namespace platform
