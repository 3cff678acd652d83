#include "ui/viewport.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float friction = 2.6F;       // of the speed is lost in a second, as a power of e
constexpr float resting_speed = 12;    // points a second
constexpr float least_throw = 60;      // points a second
constexpr float fastest_throw = 6000;  // points a second
constexpr double longest_step_s = 0.05;

}  // namespace

void Viewport::frame(const Rect& rect, Size content, Bands bands) {
  const Rect view_before = view();
  const Size before = this->content();
  rect_ = rect;
  content_ = content;
  bands_ = bands;
  const Size now = this->content();
  if (!zooms() || now == before || before.width <= 0 || before.height <= 0) return;
  const Point middle{(offset_.x + view_before.width / 2) / before.width,
                     (offset_.y + view_before.height / 2) / before.height};
  offset_ = held({middle.x * now.width - view().width / 2, middle.y * now.height - view().height / 2});
}

Point Viewport::most() const {
  const Rect seen = view();
  return {std::max(0.F, content().width - seen.width), std::max(0.F, content().height - seen.height)};
}

Point Viewport::held(Point offset) const {
  return {std::clamp(offset.x, 0.F, most().x), std::clamp(offset.y, 0.F, most().y)};
}

Point Viewport::origin() const {
  const Rect seen = view();
  if (zooms()) return {seen.x - offset_.x, seen.y - offset_.y};
  return {seen.x - std::round(offset_.x), seen.y - std::round(offset_.y)};
}

bool Viewport::pan_to(Point offset) {
  stop();
  const Point before = offset_;
  offset_ = held(offset);
  return offset_ != before;
}

bool Viewport::pan_by(Point by) {
  const Point before = offset_;
  offset_ = held({offset_.x + by.x, offset_.y + by.y});
  return offset_ != before;
}

bool Viewport::zoom_by(float factor, Point around) {
  const float before = zoom_;
  zoom_ = std::clamp(zoom_ * factor, 1.F, std::max(1.F, most_zoom_));
  if (zoom_ == before) return false;
  stop();
  const Point inside{around.x - view().x, around.y - view().y};
  const float grown = zoom_ / before;
  offset_ = held({(offset_.x + inside.x) * grown - inside.x, (offset_.y + inside.y) * grown - inside.y});
  return true;
}

bool Viewport::show_part(const Rect& part, float most) {
  const Rect seen = view();
  if (part.width <= 0 || part.height <= 0 || seen.width <= 0 || seen.height <= 0) return false;
  const float zoom_before = zoom_;
  const Point before = offset_;
  stop();
  zoom_ = std::clamp(std::min(seen.width / part.width, seen.height / part.height), 1.F,
                     std::max(1.F, std::min(most, most_zoom_)));
  offset_ = held({part.center().x * zoom_ - seen.width / 2, part.center().y * zoom_ - seen.height / 2});
  return zoom_ != zoom_before || offset_ != before;
}

bool Viewport::show(const Rect& rect, float air, float bottom, bool sideways, bool up_and_down) {
  const Rect seen = view();
  // How far one stretch must move to lie within another.
  const auto needed = [&](float begin, float end, float from, float to) {
    float by = 0;
    if (end + air > to) by = end + air - to;
    if (begin - air - by < from) by = begin - air - from;
    return by;
  };
  const bool in_x = sideways && most().x > 0;
  const bool in_y = up_and_down && most().y > 0;
  const Point by{in_x ? needed(rect.x, rect.right(), seen.x, seen.right()) : 0,
                 in_y ? needed(rect.y, rect.bottom(), seen.y, std::min(bottom, seen.bottom())) : 0};
  if (by == Point{}) return false;
  return pan_to({offset_.x + by.x, offset_.y + by.y});
}

bool Viewport::hold() {
  const Point before = offset_;
  offset_ = held(offset_);
  return offset_ != before;
}

void Viewport::fling(Point velocity) {
  const auto along = [](float speed, float room) {
    return room <= 0 || std::abs(speed) <= least_throw ? 0 : std::clamp(speed, -fastest_throw, fastest_throw);
  };
  velocity_ = {along(velocity.x, most().x), along(velocity.y, most().y)};
}

void Viewport::advance(double seconds) {
  if (!moves()) return;
  const auto step = static_cast<float>(std::clamp(seconds, 0.0, longest_step_s));
  const Point wanted{offset_.x + velocity_.x * step, offset_.y + velocity_.y * step};
  offset_ = held(wanted);
  const float slower = std::exp(-friction * step);
  const auto go_on = [&](float speed, float at, float to) {
    return at != to || std::abs(speed * slower) < resting_speed ? 0 : speed * slower;
  };
  velocity_ = {go_on(velocity_.x, offset_.x, wanted.x), go_on(velocity_.y, offset_.y, wanted.y)};
}

}  // namespace ui
