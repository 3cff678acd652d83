// The plan of one level of a building, which two fingers enlarge.
#pragma once

#include <span>
#include <string_view>

#include "ui/frame.h"

namespace ui {

struct FloorPlanShape {
  std::string_view label;
  std::string_view href;
  std::span<const Point> corners;  // in metres on the plan
  bool service = false;            // lifts, stairs and the like: another colour
  bool selected = false;
};

struct FloorPlan {
  std::string_view name;           // what the drawing shows
  std::span<const Point> outline;  // in metres
  std::span<const FloorPlanShape> shapes;
  std::string_view zoom_in_name = {};  // of the buttons that enlarge it; empty: there are none
  std::string_view zoom_out_name = {};
  std::string_view zoom_whole_name = {};
};

void floor_plan(Frame& f, const FloorPlan& plan);

}  // namespace ui
