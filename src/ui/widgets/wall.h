// What hangs on a wall and is read from across a hall: the head with the event and the clock, and the rooms
// with what is on in them. Sizes go by the window, see wall_unit.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/frame.h"

namespace ui {

// How many points a window has where one of 1920 by 1080 has one.
float wall_unit(const Frame& f);

// From here on in this frame tags, notices and plans are so many times as large as on a page.
void read_from_afar(Frame& f, float factor);

struct WallHead {
  std::string_view event = {};
  std::string_view day = {};
  std::string_view time = {};
  bool is_title = false;            // the event is the heading of the page
  std::string_view back = {};       // where an arrow before it leads; empty: there is none
  std::string_view back_name = {};  // what that says
};

// Across the whole of the window, `height` points high.
void wall_head(Frame& f, const WallHead& head, float height);

// What is on in a room, or comes next in it.
struct WallEntry {
  std::string_view title = {};
  std::string_view second = {};         // when, and how long still; may be empty
  std::string_view href = {};           // empty: nothing is there, as the title says
  std::string_view time = {};           // above the title; may be empty
  std::optional<float> progress = {};   // 0 to 1
  std::string_view progress_name = {};  // what has come so far
};

struct WallRow {
  std::string_view room = {};
  std::string_view where = {};
  std::string_view href = {};          // of the room
  WallEntry main = {};                 // in large letters
  bool live = false;                   // that is on now
  std::optional<WallEntry> side = {};  // what comes behind it; absent: the main one has its room too
};

// The words over the columns; without `side` there are two.
void wall_columns(Frame& f, std::string_view room, std::string_view main, std::string_view side);
// How high these are.
float wall_columns_height(const Frame& f);

// The largest size of titles at which all words of the rows have room, each of them `height` points high.
float wall_title_px(Frame& f, std::span<const WallRow> rows, float height);
// A list of rows across all of the width, with titles of that size.
void wall_rows(Frame& f, std::string_view name, std::span<const WallRow> rows, float height, float title_px);

// Rooms of which there is little to say, one behind the other.
struct WallPiece {
  std::string_view time = {};  // before its name; may be empty
  std::string_view room = {};
  std::string_view href = {};
};
struct WallLine {
  std::string_view label = {};
  std::span<const WallPiece> pieces = {};
  // What stands for those for which three lines have no room.
  std::function<std::string(std::size_t count)> others = {};
};
void wall_line(Frame& f, const WallLine& line);
float wall_line_height(Frame& f, const WallLine& line);

}  // namespace ui
