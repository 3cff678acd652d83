// Small links that narrow what is shown.
#pragma once

#include <span>
#include <string_view>

#include "ui/frame.h"

namespace ui {

struct Chip {
  std::string_view label = {};
  std::string_view href = {};
  bool current = false;  // in force
};

void chip(Frame& f, std::string_view label, std::string_view href, bool current);
// In one line: where that is longer than there is room, it is moved sideways.
void chip_line(Frame& f, std::string_view name, std::span<const Chip> chips);

}  // namespace ui
