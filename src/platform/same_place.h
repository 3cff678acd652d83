// Which places on the window are told apart.
#pragma once

#include "ui/geometry.h"

namespace platform {

// What differs by less than anyone can point at is the same.
inline constexpr float same_place = 0.25F;

inline bool holds(const ui::Rect& outer, const ui::Rect& inner) {
  return inner.x > outer.x - same_place && inner.y > outer.y - same_place &&
         inner.right() < outer.right() + same_place && inner.bottom() < outer.bottom() + same_place;
}

}  // namespace platform
