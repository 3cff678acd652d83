#include "app/app.h"

namespace app {

std::expected<std::unique_ptr<App>, Failure> App::start(const Assets& assets, const Start& start) {
  auto session = Session::create(assets, start);
  if (!session) return std::unexpected(session.error());
  return open(std::move(*session), start.path);
}

std::expected<std::unique_ptr<App>, Failure> App::open(std::unique_ptr<Session> session,
                                                       std::string_view path) {
  auto window = Window::open(*session, path);
  if (!window) return std::unexpected(window.error());
  return std::unique_ptr<App>(new App(std::move(session), std::move(*window)));
}

}  // namespace app
