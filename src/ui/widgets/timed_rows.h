// Rows of what takes place at a time, close together: the time at the left, once for all that begin then, a
// bar, the title, a quieter line, and a star. They go across the whole of where they stand, with a line
// between them. What stands out alone is a card (ui/widgets/cards.h).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/frame.h"
#include "ui/marks.h"

namespace ui {

// The time of the rows at the upper edge of what scrolls, which stays there while one of them is in view: the
// rows note it, each after those above it, and it is drawn when the list ends.
struct StayingTime {
  std::string text;
  TypeStyle type;
  Color ink;
  Rect place;  // on the window; empty: no row of the list is at the upper edge
};

struct TimedRow {
  std::string_view time = {};      // when it begins; may be empty
  bool same_time_above = false;    // the row above begins at the same time, and says so
  bool same_time_below = false;    // so does the one below
  StayingTime* staying = nullptr;  // of its list; null: the time goes away with the row that says it
  int time_level = 2;              // that time is a heading of this level
  bool past_time = false;          // all that begins then is past: the time is quieter
  std::string_view title = {};
  std::string_view href = {};
  std::span<const Tag> tags = {};  // before the quieter line: now, changed, cancelled; two at most
  std::string_view second = {};    // the quieter line: until when, where
  std::string_view former = {};    // what held before, struck; may be empty
  std::optional<Color> bar = {};   // beside the title
  bool past = false;               // its words are quieter
  bool cancelled = false;          // the title is struck
  bool selected = false;           // it is what the detail beside the list shows
  bool on_panel = false;           // what it stands on is drawn already
  bool line_above = true;
  bool joined_above = false;  // a line leads from its star up to that of the row before,
  bool joined_below = false;  // and down to that of the next one
  std::optional<Star> star = {};
};

// True when its star was pressed.
bool timed_row(Frame& f, const TimedRow& row);
// At the end of its list.
void staying_time(Frame& f, const StayingTime& time);
// Where the words of a row in the next place stand: how far from its left edge, and from its right one.
struct TimedRowWords {
  float left = 0;
  float right = 0;
};
TimedRowWords timed_row_words(Frame& f);
// About how high a row is, for Frame::rows().
float expected_timed_row_height(Frame& f);

}  // namespace ui
