// On X11, where desktops say it to all programs by a resource of the display; and what Linux has of cards.
#include "platform/desktop/display_scale.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace platform {

float window_units_in_point(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11) return 1;
  // SDL has it loaded already.
  void* x11 = ::dlopen("libX11.so.6", RTLD_NOW | RTLD_LOCAL);
  if (x11 == nullptr) return 1;
  using Resources = char*(Display*);
  auto* resources = reinterpret_cast<Resources*>(::dlsym(x11, "XResourceManagerString"));
  const char* text = resources != nullptr ? resources(info.info.x11.display) : nullptr;
  const float scale = text != nullptr ? scale_of_resources(text) : 1;
  ::dlclose(x11);
  return scale;
}

bool draws_with_processor() {
  const char* wanted = std::getenv("LIBGL_ALWAYS_SOFTWARE");
  if (wanted != nullptr && (std::string_view(wanted) == "1" || std::string_view(wanted) == "true"))
    return true;
  std::error_code error;
  for (const char* card : {"/dev/dri", "/dev/nvidiactl", "/dev/dxg"})
    if (std::filesystem::exists(card, error)) return false;
  return true;
}

}  // namespace platform
