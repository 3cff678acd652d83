#include "tools/summit_pages/previews.h"

namespace pages {

std::expected<std::unique_ptr<Previews>, std::string> Previews::create(const app::Assets& assets,
                                                                       const app::Environment& around) {
  auto made = std::make_unique<Previews>();
  made->around_ = around;
  // Half the size in points, so that type from src/ui/style.h stands large in it.
  made->around_.scale = 2;
  made->around_.size = {width / 2, height / 2};
  app::Start start;
  start.static_rendering = true;
  auto app = app::App::start(assets, start);
  if (!app) return std::unexpected(app.error().title + ": " + app.error().details);
  made->app_ = std::move(*app);
  auto picture = platform::Picture::create(made->around_.size, made->around_.scale);
  if (!picture) return std::unexpected(picture.error());
  made->picture_ = std::move(*picture);
  return made;
}

std::string Previews::png(const std::string& path) {
  app_->go_to(path);
  app_->poster_frame(around_);
  picture_->draw();
  return picture_->png(true);
}

}  // namespace pages
