// Small links that narrow what is shown.
#pragma once

#include <optional>
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

// A chip that says more: what it stands for, how many there are of it, what pressing it does.
struct FilterChip {
  std::string_view key = {};
  std::string_view label = {};
  std::string_view count = {};   // behind the label, quieter; may be empty
  std::string_view spoken = {};  // accessible name; empty: the label and the count
  std::string_view href = {};    // else a press is answered
  // dot: there is something of what is shown elsewhere.
  enum class Sign : unsigned char { none, star, takes_off, opens, dot };
  Sign sign = Sign::none;
  bool current = false;  // in force
  bool urgent = false;   // in the colour of the now-line
};

// How wide it is.
float filter_chip_width(Frame& f, const FilterChip& chip);
// True when it was pressed and leads nowhere.
bool filter_chip(Frame& f, const FilterChip& chip);
// The chips in one line; answers which was pressed of those that lead nowhere.
std::optional<std::size_t> filter_chip_line(Frame& f, std::string_view name,
                                            std::span<const FilterChip> chips);

}  // namespace ui
