#include "platform/desktop/window.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "imgui.h"
#include "imgui_impl_sdl2.h"
#include "imgui_impl_sdlrenderer2.h"

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

}  // namespace

std::expected<std::unique_ptr<Window>, std::string> Window::open(const Options& options) {
  return open(options, false);
}

std::expected<std::unique_ptr<Window>, std::string> Window::open_second(const Options& options) {
  return open(options, true);
}

std::expected<std::unique_ptr<Window>, std::string> Window::open(const Options& options, bool second) {
  std::unique_ptr<Window> opened(new Window(options.text_scale));
  Window& w = *opened;
  // Fingers arrive as fingers, not as a mouse that jumps about.
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
  // On Windows sizes are points too, each window as sharp as its screen.
  SDL_SetHint(SDL_HINT_WINDOWS_DPI_AWARENESS, "permonitorv2");
  SDL_SetHint(SDL_HINT_WINDOWS_DPI_SCALING, "1");
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
      SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | (other ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0U));
  if (w.window_ == nullptr) return std::unexpected(std::string("no window: ") + SDL_GetError());
  SDL_SetWindowMinimumSize(w.window_, 320, 480);
  if (options.desk && !second) SDL_MaximizeWindow(w.window_);
  w.renderer_ = SDL_CreateRenderer(w.window_, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
  if (w.renderer_ == nullptr) w.renderer_ = SDL_CreateRenderer(w.window_, -1, SDL_RENDERER_SOFTWARE);
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
  return {static_cast<float>(width), static_cast<float>(height)};
}

float Window::scale() const {
  int width = 0;
  int height = 0;
  SDL_GetRendererOutputSize(renderer_, &width, &height);
  const float points = size().width;
  return points > 0 ? static_cast<float>(width) / points : 1;
}

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
