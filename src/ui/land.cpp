#include "ui/land.h"

#include <iterator>

#include "land_steps.h"

namespace ui {
namespace {

// What of the polygon lies on one side of a line, after Sutherland and Hodgman. `beyond` is how far a
// point is on the wrong side.
template <typename Beyond>
std::vector<Point> clipped(const std::vector<Point>& corners, Beyond beyond) {
  std::vector<Point> kept;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point a = corners[i];
    const Point b = corners[(i + 1) % corners.size()];
    const float a_beyond = beyond(a);
    const float b_beyond = beyond(b);
    if (a_beyond <= 0) kept.push_back(a);
    if ((a_beyond <= 0) == (b_beyond <= 0)) continue;
    const float share = a_beyond / (a_beyond - b_beyond);
    kept.push_back({a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share});
  }
  return kept;
}

}  // namespace

std::vector<LandRing> land_in(const Rect& cut) {
  std::vector<LandRing> rings;
  for (std::size_t at = 0; at + 4 <= std::size(land_steps);) {
    LandRing ring;
    ring.water = land_steps[at] != 0;
    const int before_first = land_steps[at + 1];
    const int count = land_steps[at + 2] + 128 * land_steps[at + 3];
    at += 4;
    int x = 0;
    int y = 0;
    for (int i = 0; i < count; ++i, at += 2) {
      x += land_steps[at];
      y += land_steps[at + 1];
      constexpr auto step = static_cast<float>(land_step_degrees);
      if (i >= before_first) ring.corners.push_back({static_cast<float>(x) * step, static_cast<float>(y) * step});
    }
    ring.corners = clipped(ring.corners, [&](Point p) { return cut.x - p.x; });
    ring.corners = clipped(ring.corners, [&](Point p) { return p.x - cut.right(); });
    ring.corners = clipped(ring.corners, [&](Point p) { return cut.y - p.y; });
    ring.corners = clipped(ring.corners, [&](Point p) { return p.y - cut.bottom(); });
    if (ring.corners.size() >= 3) rings.push_back(std::move(ring));
  }
  return rings;
}

}  // namespace ui
