#include "platform/desktop/window.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

#include "imgui.h"
#include "imgui_impl_sdl2.h"
#include "imgui_impl_sdlrenderer2.h"
#include "platform/desktop/display_scale.h"

namespace platform {

namespace {

// Another display than that of the first window; nothing where there is one alone.
std::optional<SDL_Rect> other_display() {
  SDL_Window* first = SDL_GetWindowFromID(1);
  const int taken = first != nullptr ? SDL_GetWindowDisplayIndex(first) : 0;
  for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
    SDL_Rect bounds;
    if (i != taken && SDL_GetDisplayBounds(i, &bounds) == 0) return bounds;
  }
  return std::nullopt;
}

// Enough of its upper edge to take hold of lies on a display that is there: it may have been unplugged since.
bool can_be_seen(const WindowPlace& place) {
  constexpr int least = 100;
  for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
    SDL_Rect display;
    if (SDL_GetDisplayUsableBounds(i, &display) != 0) continue;
    const int left = std::max(place.x, display.x);
    const int right = std::min(place.x + place.width, display.x + display.w);
    if (right - left >= least && place.y >= display.y && place.y + least <= display.y + display.h)
      return true;
  }
  return false;
}

}  // namespace

std::expected<std::unique_ptr<Window>, std::string> Window::open(const Options& options,
                                                                 const std::optional<WindowPlace>& before) {
  return open(options, before, false);
}

std::expected<std::unique_ptr<Window>, std::string> Window::open_second(const Options& options) {
  return open(options, std::nullopt, true);
}

std::expected<std::unique_ptr<Window>, std::string> Window::open(const Options& options,
                                                                 const std::optional<WindowPlace>& before,
                                                                 bool second) {
  std::unique_ptr<Window> opened(new Window(options.text_scale));
  Window& w = *opened;
  // Fingers arrive as fingers, not as a mouse that jumps about.
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
  // On Windows sizes are points too, each window as sharp as its screen.
  SDL_SetHint(SDL_HINT_WINDOWS_DPI_AWARENESS, "permonitorv2");
  SDL_SetHint(SDL_HINT_WINDOWS_DPI_SCALING, "1");
  // What is set by hand goes before it.
  const bool in_software = std::getenv("SDL_RENDER_DRIVER") == nullptr && draws_with_processor();
  if (in_software) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
    return std::unexpected(std::string("no display: ") + SDL_GetError());
  // Where there is none, SDL makes one that nobody sees, and the app would wait on it for ever.
  const std::string_view driver = SDL_GetCurrentVideoDriver();
  if ((driver == "offscreen" || driver == "dummy") && std::getenv("SDL_VIDEODRIVER") == nullptr)
    return std::unexpected("no display");
  ui::Size size{1180, 780};
  if (options.size_given) size = options.size;
  const std::optional<SDL_Rect> other = second ? other_display() : std::nullopt;
  w.window_ = SDL_CreateWindow(
      "", other ? other->x : SDL_WINDOWPOS_CENTERED, other ? other->y : SDL_WINDOWPOS_CENTERED,
      other ? other->w : static_cast<int>(size.width), other ? other->h : static_cast<int>(size.height),
      SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_HIDDEN |
          (other ? static_cast<std::uint32_t>(SDL_WINDOW_FULLSCREEN_DESKTOP) : 0U));
  if (w.window_ == nullptr) return std::unexpected(std::string("no window: ") + SDL_GetError());
  w.units_in_point_ = window_units_in_point(w.window_);
  const auto in_units = [&](float points) {
    return static_cast<int>(std::lround(points * w.units_in_point_));
  };
  SDL_SetWindowMinimumSize(w.window_, in_units(320), in_units(480));
  if (before && !options.size_given && can_be_seen(*before)) {
    SDL_SetWindowSize(w.window_, before->width, before->height);
    SDL_SetWindowPosition(w.window_, before->x, before->y);
  } else if (!other && w.units_in_point_ != 1) {
    SDL_SetWindowSize(w.window_, in_units(size.width), in_units(size.height));
    SDL_SetWindowPosition(w.window_, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED);
  }
  w.note_place();
  SDL_ShowWindow(w.window_);
  if ((options.desk && !second) || (before && before->maximized && !options.size_given))
    SDL_MaximizeWindow(w.window_);
  if (!in_software)
    w.renderer_ = SDL_CreateRenderer(w.window_, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
  if (w.renderer_ == nullptr) w.renderer_ = SDL_CreateRenderer(w.window_, -1, SDL_RENDERER_SOFTWARE);
  // On Wayland SDL's own has nowhere to draw: a driver for cards draws with the processor there. The oldest
  // of them, which compiles no programs for the card, takes 14 MB less than the newest.
  if (w.renderer_ == nullptr && in_software) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "1");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles");
    w.renderer_ = SDL_CreateRenderer(w.window_, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
  }
  if (w.renderer_ == nullptr) return std::unexpected(std::string("nothing to draw with: ") + SDL_GetError());
  return opened;
}

Window::~Window() {
  if (context_ != nullptr) {
    ImGui::SetCurrentContext(context_);
    ImGui_ImplSDLRenderer2_Shutdown();
    ImGui_ImplSDL2_Shutdown();
  }
  if (renderer_ != nullptr) SDL_DestroyRenderer(renderer_);
  if (window_ != nullptr) SDL_DestroyWindow(window_);
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

bool Window::note_settings(std::vector<SystemSetting> settings) {
  for (SystemSetting& setting : settings) told_look_.note(std::move(setting));
  const SystemLook now = told_look_.look();
  return std::exchange(look_, now) != now;
}

app::Environment Window::environment() const {
  app::Environment around;
  around.size = size();
  around.scale = scale();
  around.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  around.steady_s =
      std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
  around.system_scheme = look_.scheme;
  around.more_contrast = look_.more_contrast;
  around.reduced_motion = look_.reduced_motion;
  around.text_scale = std::max(look_.text_scale, text_scale_);
  return around;
}

ui::Size Window::size() const {
  int width = 0;
  int height = 0;
  SDL_GetWindowSize(window_, &width, &height);
  return {static_cast<float>(width) / units_in_point_, static_cast<float>(height) / units_in_point_};
}

void Window::note_place() {
  place_.maximized = (SDL_GetWindowFlags(window_) & SDL_WINDOW_MAXIMIZED) != 0;
  if (place_.maximized) return;
  SDL_GetWindowPosition(window_, &place_.x, &place_.y);
  SDL_GetWindowSize(window_, &place_.width, &place_.height);
}

float Window::scale() const {
  int width = 0;
  int height = 0;
  SDL_GetRendererOutputSize(renderer_, &width, &height);
  const float points = size().width;
  return points > 0 ? static_cast<float>(width) / points : 1;
}

ui::Point Window::place_px() const {
  int x = 0;
  int y = 0;
  SDL_GetWindowPosition(window_, &x, &y);
  const float units_px = scale() / units_in_point_;
  return {static_cast<float>(x) * units_px, static_cast<float>(y) * units_px};
}

bool Window::has_keyboard() const { return (SDL_GetWindowFlags(window_) & SDL_WINDOW_INPUT_FOCUS) != 0; }

void Window::set_title(const std::string& title) {
  if (title == title_) return;
  title_ = title;
  SDL_SetWindowTitle(window_, title_.c_str());
}

void Window::connect() {
  ImGui_ImplSDL2_InitForSDLRenderer(window_, renderer_);
  ImGui_ImplSDLRenderer2_Init(renderer_);
  context_ = ImGui::GetCurrentContext();
  SDL_StartTextInput();
}

void Window::take_input() { ImGui::SetCurrentContext(context_); }

std::uint32_t Window::id() const { return SDL_GetWindowID(window_); }

void Window::present() {
  ImGui::SetCurrentContext(context_);
  SDL_SetRenderDrawColor(renderer_, 0, 0, 0, 255);
  SDL_RenderClear(renderer_);
  ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData(), renderer_);
  SDL_RenderPresent(renderer_);
}

}  // namespace platform
