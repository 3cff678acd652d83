// A window onto content that is larger than it: how far the content is moved in both directions, how
// much it is enlarged, where that ends, and how it comes to rest after a throw. Lists, plans and grids
// look through one. Knows no widgets, no fingers and no clock.
#pragma once

#include "ui/geometry.h"

namespace ui {

// How wide what stays at the left, and how high what stays at the top, while the rest moves.
struct Bands {
  float left = 0;
  float top = 0;
  bool operator==(const Bands&) const = default;
};

class Viewport {
 public:
  // Says where it is on the window, its bands included, and how large its content is at zoom 1. One that
  // can be enlarged keeps its middle in the middle when its size changes, every other one its corner.
  void frame(const Rect& rect, Size content, Bands bands = {});
  // As it was laid out; may leave the offset beyond its limits until `hold` is called.
  void set_content_height(float height) { content_.height = height; }
  // It may be enlarged up to that; 1: not at all.
  void set_most_zoom(float most) { most_zoom_ = most; }

  const Rect& rect() const { return rect_; }
  const Bands& bands() const { return bands_; }
  // The part of it through which the content is seen.
  Rect view() const {
    return {rect_.x + bands_.left, rect_.y + bands_.top, rect_.width - bands_.left,
            rect_.height - bands_.top};
  }
  // At the present zoom.
  Size content() const { return {content_.width * zoom_, content_.height * zoom_}; }
  // How far the content is moved to the left and up, in points.
  Point offset() const { return offset_; }
  // The largest offset, 0 where the content is no larger than the view.
  Point most() const;
  float zoom() const { return zoom_; }
  bool zooms() const { return most_zoom_ > 1; }
  bool may_grow() const { return zoom_ < most_zoom_; }
  // There is something to move to.
  bool can_pan() const { return most().x > 0 || most().y > 0; }
  // Where the content's corner is on the window. Of what is not enlarged on whole points, so that what
  // is drawn on them stays sharp.
  Point origin() const;

  // Each stops a throw and keeps to the limits; true when it changed something.
  bool pan_to(Point offset);
  // Keeps a throw going.
  bool pan_by(Point by);
  // The point of the content at `around`, on the window, stays there.
  bool zoom_by(float factor, Point around);
  // Enlarged as far as `part` of the content, as it is at zoom 1, fits into the view, at most so far, with
  // its middle in the middle. True when that changed something.
  bool show_part(const Rect& part, float most);
  // No further than needed until `rect`, on the window, is in view with `air` around it; its beginning
  // where it is larger. `bottom` is the lower edge of what can be seen, at most that of the view.
  bool show(const Rect& rect, float air, float bottom, bool sideways = true, bool up_and_down = true);

  // Moves it without regard to its limits: the content is about to grow by as much.
  void shift(Point by) { offset_ = {offset_.x + by.x, offset_.y + by.y}; }
  // Back within its limits; true when it was beyond them.
  bool hold();

  // Thrown with that speed, in points a second. Too slow a throw is none.
  void fling(Point velocity);
  void stop() { velocity_ = {}; }
  bool moves() const { return velocity_ != Point{}; }
  // So much later: the throw goes on, slower, until it rests or reaches a limit.
  void advance(double seconds);

 private:
  Point held(Point offset) const;

  Rect rect_;
  Bands bands_;
  Size content_;  // at zoom 1
  Point offset_;
  Point velocity_;
  float zoom_ = 1;
  float most_zoom_ = 1;
};

}  // namespace ui
