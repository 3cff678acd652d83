// Points, sizes and rectangles on the window, in points (CSS px); y grows down.
#pragma once

#include <algorithm>

namespace ui {

struct Point {
  float x = 0;
  float y = 0;
  bool operator==(const Point&) const = default;
};

struct Size {
  float width = 0;
  float height = 0;
  bool operator==(const Size&) const = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  Point center() const { return {x + width / 2, y + height / 2}; }
  bool empty() const { return width <= 0 || height <= 0; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  Rect inset(float by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
  bool operator==(const Rect&) const = default;
};

inline Rect intersection(const Rect& a, const Rect& b) {
  const float left = std::max(a.x, b.x);
  const float top = std::max(a.y, b.y);
  return {left, top, std::max(0.F, std::min(a.right(), b.right()) - left),
          std::max(0.F, std::min(a.bottom(), b.bottom()) - top)};
}

// How much of each edge of the window is under a notch or a system bar.
struct Insets {
  float top = 0;
  float right = 0;
  float bottom = 0;
  float left = 0;
  bool operator==(const Insets&) const = default;
};

}  // namespace ui
