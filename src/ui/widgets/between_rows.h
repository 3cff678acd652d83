// What stands between two timed rows and follows from both: that they clash, that the way is too long, how
// much time is free. In line with their words.
#pragma once

#include <string_view>

#include "ui/frame.h"

namespace ui {

struct BetweenRows {
  char32_t icon = 0;
  std::string_view text = {};
  bool warns = false;                 // on a ground of its own
  std::string_view action = {};       // a link at its right end; may be empty
  std::string_view action_said = {};  // its accessible name, which begins with those words
  std::string_view href = {};
  bool joined = false;  // the line between the stars of both rows passes it
  bool line_above = false;
  bool on_panel = false;  // what it stands on is drawn already
};

void between_rows(Frame& f, const BetweenRows& content);
// About how high it is, for Frame::rows().
float expected_between_rows_height(Frame& f, const BetweenRows& content);

}  // namespace ui
