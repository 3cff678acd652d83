// The outlines of the continents, small enough for a map in a page. Internal to ui/.
#pragma once

#include <vector>

#include "ui/geometry.h"

namespace ui {

// Degrees: x to the east, y to the north.
struct LandRing {
  bool water = false;  // a lake in the land that came before it
  std::vector<Point> corners;
};

// Land as far as it lies in `cut`, whose y grows to the north, too.
std::vector<LandRing> land_in(const Rect& cut);

}  // namespace ui
