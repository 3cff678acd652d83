// How much smaller what is on a wall is drawn, so that all of it has room in the window: nobody scrolls
// there.
#pragma once

#include <algorithm>
#include <string>

#include "screens/screen.h"

namespace screens {

class FitToWindow {
 public:
  // `what` tells what is drawn: for another one, or in another window, it is found out anew.
  FitToWindow(ui::Frame& f, const View& view, std::string what) : f_(f), found_(view.computed.of<Found>()) {
    const ui::FrameSetup& around = f.setup();
    const Found fresh{std::move(what), around.window.width, around.window.height, around.text_scale};
    if (found_.what != fresh.what || found_.width != fresh.width || found_.height != fresh.height ||
        found_.text_scale != fresh.text_scale)
      found_ = fresh;
  }

  // 1, or less.
  float factor() const { return found_.factor; }

  // To be told where all of it ends; where that is below the window the next frame is drawn smaller.
  void ends_at(float bottom) {
    if (bottom <= f_.setup().window.height || found_.factor <= least) return;
    found_.factor = std::max(least, found_.factor - step);
    f_.draw_again();
  }

 private:
  static constexpr float least = 0.6F;
  static constexpr float step = 0.04F;

  struct Found {
    std::string what;
    float width = 0, height = 0, text_scale = 1;
    float factor = 1;
  };

  ui::Frame& f_;
  Found& found_;
};

}  // namespace screens
