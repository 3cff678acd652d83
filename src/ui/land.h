// The outlines of the continents, small enough for a map in a page. Internal to ui/.
#pragma once

#include <vector>

#include "ui/geometry.h"

namespace ui {

// Degrees: x to the east, y to the north.
struct LandRing {
  bool water = false;          // a lake in the land that came before it
  std::vector<Point> corners;  // clockwise on a map
};

// What reaches into `cut`, whose y grows to the north, too. Whole: cut off along a straight line, an
// outline lies on itself there and cannot be filled.
std::vector<LandRing> land_in(const Rect& cut);

}  // namespace ui
