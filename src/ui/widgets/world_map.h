// A small map of the globe with numbered places, and the way from one to the next.
#pragma once

#include <span>
#include <string_view>

#include "ui/frame.h"

namespace ui {

// A place on the globe.
struct WorldMapMark {
  float degrees_east = 0;
  float degrees_north = 0;
  std::string_view label = {};  // one or two letters or figures
  bool goal = false;            // where the way leads: a star instead of the label
};

struct WorldMap {
  std::string_view name;                // what the map shows
  std::span<const WorldMapMark> marks;  // in the order of the way from one to the next
};

void world_map(Frame& f, const WorldMap& map);

}  // namespace ui
