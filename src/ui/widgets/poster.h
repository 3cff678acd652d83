// The poster: a picture of a page, for previews of links.
#pragma once

#include <span>
#include <string_view>

#include "ui/frame.h"

namespace ui {

// A picture of a page, for previews of links.
struct Poster {
  std::string_view over = {};  // a line above the title; may be empty
  std::string_view title = {};
  std::string_view line1 = {};  // below it; may be empty
  std::string_view line2 = {};
};

// Fills the whole window with it.
void poster(Frame& f, const Poster& poster);

}  // namespace ui
