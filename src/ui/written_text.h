// What tests ask about texts: where each line came to stand, and whether it is cut.
#pragma once

#include <string>

#include "ui/geometry.h"

namespace ui {

// A line of text as it came onto the screen.
struct WrittenText {
  std::string text;
  Rect bounds;  // as wide as its letters, as high as its line
  Rect clip;    // the part of the window in which it is seen
  bool bold = false;
};

}  // namespace ui
