#include "platform/desktop/visitor_screen.h"

#include <chrono>
#include <utility>

namespace platform {

std::expected<std::unique_ptr<VisitorScreen>, std::string> VisitorScreen::open(app::Session& session,
                                                                               const Options& options,
                                                                               std::string_view path) {
  std::unique_ptr<VisitorScreen> screen(new VisitorScreen);
  auto window = Window::open_second(options);
  if (!window) return std::unexpected(window.error());
  screen->window_ = std::move(*window);
  auto view = app::Window::open(session, path);
  if (!view) return std::unexpected(view.error().details);
  screen->view_ = std::move(*view);
  screen->window_->connect();
  return screen;
}

void VisitorScreen::show(std::string_view path) {
  view_->go_to(path);
  wanted_ = true;
}

bool VisitorScreen::is_due() const {
  return wanted_ || view_->is_outdated() || (wake_ && *wake_ <= std::chrono::system_clock::now());
}

void VisitorScreen::draw_if_due() {
  if (!is_due()) return;
  wanted_ = false;
  run_frame(*this, *view_);
  window_->present();
}

std::optional<std::uint32_t> VisitorScreen::window_of(const SDL_Event& event) {
  switch (event.type) {
    case SDL_WINDOWEVENT: return event.window.windowID;
    case SDL_KEYDOWN:
    case SDL_KEYUP: return event.key.windowID;
    case SDL_TEXTEDITING: return event.edit.windowID;
    case SDL_TEXTINPUT: return event.text.windowID;
    case SDL_MOUSEMOTION: return event.motion.windowID;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return event.button.windowID;
    case SDL_MOUSEWHEEL: return event.wheel.windowID;
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION: return event.tfinger.windowID;
    case SDL_DROPFILE:
    case SDL_DROPTEXT: return event.drop.windowID;
    default: return std::nullopt;
  }
}

}  // namespace platform
