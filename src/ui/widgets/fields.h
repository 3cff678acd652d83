// What is written into.
#pragma once

#include <string>
#include <string_view>

#include "ui/frame.h"

namespace ui {

struct TextField {
  std::string_view key = {};
  std::string_view label = {};  // accessible name
  std::string_view hint = {};   // shown while empty
  bool search = false;          // a magnifying glass, and the role searchbox
};

// True when `value` was changed.
bool text_field(Frame& f, const TextField& field, std::string& value);

}  // namespace ui
