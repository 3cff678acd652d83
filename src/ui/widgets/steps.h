// The steps of a way as they are told, one below the other beside their numbers.
#pragma once

#include <string_view>

#include "ui/frame.h"

namespace ui {

struct ToldStep {
  std::string_view mark = {};  // its number
  std::string_view sentence = {};
  std::string_view distance = {};  // until the next one, at the right end; may be empty
  std::string_view href = {};      // where it is shown; empty: it is only read
  bool current = false;            // it is the one that is shown, and stays in sight
  bool last = false;
};

// In a list: an item of it.
void told_step(Frame& f, const ToldStep& step);

}  // namespace ui
