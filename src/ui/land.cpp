#include "ui/land.h"

#include <algorithm>
#include <iterator>

#include "land_steps.h"

namespace ui {
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
      if (i >= before_first)
        ring.corners.push_back({static_cast<float>(x) * step, static_cast<float>(y) * step});
    }
    const auto beyond = [&](auto is_out) { return std::ranges::all_of(ring.corners, is_out); };
    if (beyond([&](Point p) { return p.x < cut.x; }) || beyond([&](Point p) { return p.x > cut.right(); }) ||
        beyond([&](Point p) { return p.y < cut.y; }) || beyond([&](Point p) { return p.y > cut.bottom(); }))
      continue;
    rings.push_back(std::move(ring));
  }
  return rings;
}

}  // namespace ui
