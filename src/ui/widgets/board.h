// What is on in the rooms: a row for each with what is on now and what comes next, and the day as a strip
// over its hours.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/frame.h"

namespace ui {

// What is on in a room, or comes next in it.
struct BoardEntry {
  std::string_view title;           // said alone where nothing is there: then a dash is seen
  std::string_view second = {};     // when, and how long still; may be empty
  std::string_view time = {};       // before the title; may be empty
  std::string_view time_said = {};  // what it is the time of
  std::string_view href = {};       // empty: nothing is there, as the title says
  std::string_view mark = {};       // the number of its theme; may be empty
  std::string_view mark_said = {};  // what it is the number of
  Color color = {};                 // of the mark; made darker where white could not be read on it
  bool starred = false;
  std::string_view star_said = {};      // what the star says
  std::optional<float> progress = {};   // 0 to 1
  std::string_view progress_name = {};  // what has come so far
};

struct BoardRow {
  std::string_view room;
  std::string_view where = {};  // a quieter line; may be empty
  std::string_view href;        // of the room
  BoardEntry now;
  BoardEntry next;
};

// Whether the entries stand beside the room in that width. Else they stand below it, and what is not there
// takes no room; of a room with neither it is said that nothing comes.
bool board_is_wide(const Frame& f, float width);
// The words over the columns; nothing where they stand below each other.
void board_head(Frame& f, std::string_view room, std::string_view now, std::string_view next);
// A row takes all of the width; `first` has no line above it.
void board_row(Frame& f, const BoardRow& row, bool first);
// About how high a row is, for Frame::rows.
float expected_board_row_height(const Frame& f);

// A part of the day. Shares are of the length of the strip.
struct StripPart {
  float begin = 0;
  float end = 0;
  std::string_view label;  // shown where there is room for it
  std::string_view said;   // with the time
  std::string_view href;
  bool starred = false;
  std::string_view star_said = {};  // what the star says
  bool quiet = false;               // a break, a registration
};

// What several parts side by side have in common.
struct StripGroup {
  std::string said;  // with the time
  std::string href;
};

struct StripHour {
  float at = 0;
  std::string_view label;
};

struct DayStrip {
  std::span<const StripHour> hours;
  std::span<const StripPart> parts;
  std::optional<float> now = {};
  // Parts that are too narrow for a finger lead together with their neighbours to what this answers for the
  // first and the last of them; when it is empty they lead nowhere.
  std::function<StripGroup(std::size_t first, std::size_t last)> together = {};
  std::string_view now_label = {};
  std::string_view now_said = {};
};

void day_strip(Frame& f, std::string_view name, const DayStrip& strip);

}  // namespace ui
