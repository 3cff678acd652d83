#include "platform/desktop/system.h"

#include <SDL.h>

#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "files/paths.h"
#include "text/utf8.h"

namespace platform {
namespace {

// The box of X11 makes a line of each paragraph, be it wider than the screen.
std::string in_short_lines(std::string_view words) {
  constexpr std::size_t longest = 72;
  std::string lines;
  std::size_t letters = 0;
  std::size_t space = 0;  // the last one in this line; 0 when there is none
  while (!words.empty()) {
    const std::size_t length = text::code_point_length(words, 0);
    if (words[0] == ' ') space = lines.size();
    lines += words.substr(0, length);
    words.remove_prefix(length);
    ++letters;
    if (lines.back() == '\n') letters = space = 0;
    if (letters <= longest || space == 0) continue;
    lines[space] = '\n';
    letters = text::decoded(std::string_view(lines).substr(space + 1)).size();
    space = 0;
  }
  return lines;
}

}  // namespace

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

void show_box(const std::string& title, const std::string& words) {
  // SDL's box of X11 draws nothing but ASCII in a locale that is not installed or has no UTF-8. This one
  // comes with the C library.
  ::setenv("LC_ALL", "C.UTF-8", 1);
  SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, title.c_str(), in_short_lines(words).c_str(), nullptr);
}

std::filesystem::path folder_kept_for(const char* application) {
  char* const name = SDL_GetPrefPath("", application);
  std::filesystem::path folder = files::path_of(name);
  SDL_free(name);
  return folder;
}

std::string why_none_is_kept() { return "HOME is not set, or nothing can be made in it"; }

}  // namespace platform
