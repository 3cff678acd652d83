// What hangs on a wall and is read from across a hall: the head with the event and the clock, and the rooms
// with what is on in them. Sizes go by the window, see wall_unit.
#pragma once

#include <optional>
#include <string_view>

#include "ui/frame.h"

namespace ui {

// How many points a window has where one of 1920 by 1080 has one.
float wall_unit(const Frame& f);

struct WallHead {
  std::string_view event = {};
  std::string_view day = {};
  std::string_view time = {};
  bool is_title = false;  // the event is the heading of the page
};

// Across the whole of the window, `height` points high.
void wall_head(Frame& f, const WallHead& head, float height);

// What is on in a room, or comes next in it.
struct WallEntry {
  std::string_view title = {};
  std::string_view second = {};  // when, and how long still; may be empty
  std::string_view href = {};    // empty: nothing is there, as the title says
  std::string_view time = {};    // before the title; may be empty
  bool live = false;
  std::optional<float> progress = {};   // 0 to 1
  std::string_view progress_name = {};  // what has come so far
};

struct WallRow {
  std::string_view room = {};
  std::string_view where = {};
  std::string_view href = {};  // of the room
  WallEntry now = {};
  WallEntry next = {};
};

// The words over the columns.
void wall_columns(Frame& f, std::string_view room, std::string_view now, std::string_view next);
// A row takes all of the width; what is in it is made smaller until it fits into `height`.
void wall_row(Frame& f, const WallRow& row, float height);

}  // namespace ui
