// The plan of one level of a building, which two fingers enlarge: rooms by what they are for, walls, doors,
// signs, names where they fit, and a way through it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "ui/frame.h"

namespace ui {

enum class PlanKind : std::uint8_t {
  walkway,  // nothing is drawn of it but its floor
  hall,
  meeting,
  press,
  food,
  service,
  toilets,
  vertical,  // lifts, stairs, escalators
  aid,
  exhibition,
  outdoor,
  staff,
  opening,  // no floor there
  solid,
  room,
};

// What is the matter with a place, as a small disc on it.
enum class PlanState : std::uint8_t { none, closed, full, crowded, moved };

struct FloorPlanShape {
  std::string_view label = {};  // empty: it has no name, and is not described
  std::string_view spoken =
      {};  // what it is called with more than its name: "Hall 3: closed"; empty: the label
  std::string_view href = {};
  std::span<const Point> corners = {};        // in metres on the plan, ring by ring
  std::span<const std::uint32_t> rings = {};  // where each ring begins; empty: there is one
  std::span<const std::uint32_t> triangles =
      {};                            // three places in corners each; empty: it is filled as it is
  std::optional<Point> middle = {};  // where its name has most room; nothing: it is looked for
  PlanKind kind = PlanKind::hall;
  char32_t sign = 0;  // drawn where the name does not fit, and above it where both do; 0: none
  PlanState state = PlanState::none;
  bool walls = true;
  bool selected = false;
};

struct FloorPlanDoor {
  Point from;
  Point to;
};

struct FloorPlanSign {
  std::string_view name = {};
  char32_t icon = 0;
  PlanKind kind = PlanKind::service;
  Point at;
};

// A place where the way is told of: a step, its beginning or its end.
struct FloorPlanMark {
  enum class Kind : std::uint8_t { step, goal, here };
  Kind kind = Kind::step;
  Point at;
  std::string_view label = {};  // in the mark of a step
  std::string_view name = {};   // what it is, where nothing else of the page says so; may be empty
};

struct FloorPlan {
  std::string_view name = {};           // what the drawing shows
  std::span<const Point> outline = {};  // in metres
  std::span<const FloorPlanShape> shapes = {};
  std::span<const FloorPlanDoor> doors = {};
  std::span<const FloorPlanSign> signs = {};
  std::span<const std::span<const Point>> ways = {};        // pieces of the way that lie on this level
  std::span<const std::span<const Point>> other_ways = {};  // of another way, dotted
  std::string_view way_name = {};                           // what the way is; empty when there is none
  std::span<const FloorPlanMark> marks = {};
  std::string_view zoom_in_name = {};  // of the buttons that enlarge it; empty: there are none
  std::string_view zoom_out_name = {};
  std::string_view zoom_whole_name = {};
  std::string_view north = {};  // the letter for north, and what it says; empty: no arrow
  std::string_view north_name = {};
  float most_height = 0;  // in points; 0: as high as all of it can be seen at once
  bool leads = true;      // false: whoever looks at it presses nothing
  // A part that is brought into view whenever `part_key` is another than in the frame before, and by a button
  // with that name; all of the plan where the key becomes 0. Without corners there is no such part.
  std::span<const Point> part = {};
  std::uint64_t part_key = 0;
  std::string_view zoom_part_name = {};  // empty: there is no button
  char32_t part_icon = 0;
  // Pressing anywhere answers where; what is on the plan leads nowhere then. By other means than a pointer it
  // is the middle of what is seen. Empty: nothing is asked for.
  std::string_view mark_name = {};
  // What is written at the scale for so many metres: "10 m"; null: there is no scale.
  std::string (*scale_text)(const Frame& f, int metres) = nullptr;
};

// The point in metres that was pressed, where `mark_name` asks for one.
std::optional<Point> floor_plan(Frame& f, const FloorPlan& plan);
// A small picture of it, no higher than that, which is one link as a whole: nothing in it is pressed, and of
// signs and names there are none but a pin on what is selected.
void floor_plan_picture(Frame& f, const FloorPlan& plan, std::string_view href, float most_height_px);

}  // namespace ui
