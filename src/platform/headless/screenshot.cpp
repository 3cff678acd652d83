#include "files/files.h"
#include "platform/headless/headless.h"
#include "platform/headless/picture.h"

namespace platform {
namespace {

constexpr int most_frames = 20;  // a page that has not come to rest by then never will

}  // namespace

void settle(app::App& app, const app::Environment& around) {
  for (int i = 0; i < most_frames; ++i) {
    const app::FrameResult result = app.frame(around);
    app.discard_drawing();
    if (!result.draw_again) return;
  }
}

std::expected<void, std::string> take_screenshot(app::App& app, const app::Environment& around,
                                                 const std::filesystem::path& file) {
  const auto picture = Picture::create(around.size, around.scale);
  if (!picture) return std::unexpected(picture.error());
  for (int i = 0; i < most_frames; ++i) {
    const app::FrameResult result = app.frame(around);
    (*picture)->draw();
    if (!result.draw_again) break;
  }
  const std::string png = (*picture)->png(false);
  if (png.empty()) return std::unexpected("the picture could not be made");
  return files::write_file(file, png);
}

}  // namespace platform
