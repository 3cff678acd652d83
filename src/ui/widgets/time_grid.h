// A grid of rooms over time: the rooms stay above it, the hours at its left, and it is moved both ways. What
// is at once in one room stands side by side; breaks lie behind all rooms. Only what is in sight is asked
// for, drawn and described, so a grid of any size costs what is seen of it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/frame.h"
#include "ui/marks.h"
#include "ui/widgets/time_plan.h"

namespace ui {

struct TimeGridHead {
  std::string_view name = {};
  std::string_view second = {};  // a quieter line; may be empty
  std::string_view spoken = {};  // both
  std::string_view href = {};    // may be empty
};

struct TimeGridCell {
  std::string_view title = {};
  std::string_view time = {};    // a quieter line
  std::string_view spoken = {};  // all that it says, room included: what does not fit is only said
  std::string_view href = {};
  std::span<const Tag> tags = {};
  Color bar = {};
  int ends_at = 0;         // on the clock of the plan, which may draw it longer
  bool past = false;       // quieter altogether
  bool cancelled = false;  // the title is struck
  bool selected = false;   // it is what the detail beside the grid shows
  std::optional<Star> star = {};
};

struct TimeGridBand {
  char32_t icon = 0;
  std::string_view title = {};
  std::string_view time = {};  // behind the title
  std::string_view spoken = {};
  std::string_view href = {};
  bool selected = false;
};

struct TimeGridNow {
  int minute = 0;  // on the clock of the plan
  std::string_view time = {};
  std::string_view spoken = {};
  std::string_view anchor = {};  // links to it lead there
};

// What is handed out by these is read before the next call of the same one.
struct TimeGrid {
  std::string_view key = {};
  std::string_view name = {};
  const TimePlan& plan;
  bool steps = false;  // there are buttons to rooms out of sight, called by the one that they lead to
  std::optional<TimePlan::Item> selected = {};  // is described wherever it is, and brought into view
  std::optional<TimeGridNow> now = {};
  std::function<std::string(int minute)> hour = {};
  std::function<TimeGridHead(std::uint32_t column)> head = {};
  std::function<TimeGridCell(std::uint32_t cell)> cell = {};
  std::function<TimeGridBand(std::uint32_t band)> band = {};
};

// How large hours and rooms are for the present size of texts.
TimePlanMeasures time_plan_measures(Frame& f);

// The cell whose star was pressed; nothing when none was.
std::optional<std::uint32_t> time_grid(Frame& f, const TimeGrid& grid, const Rect& rect);

}  // namespace ui
