// What is written into.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace ui {

struct TextField {
  std::string_view key = {};
  std::string_view label = {};  // accessible name
  std::string_view hint = {};   // shown while empty
  bool search = false;          // a magnifying glass, and the role searchbox
  bool large = false;           // for a page that is little else
  bool commands = false;     // the page works by keys: see commands(). It gets the focus whenever nothing has
                             // it, and letters typed elsewhere
  bool takes_focus = false;  // in this frame, whatever has it
};

// True when `value` was changed.
bool text_field(Frame& f, const TextField& field, std::string& value);

// The keys that were pressed on a page with a field for commands, in order, each answered once. None while
// letters that were typed before them are still on their way into the field: call it behind that.
std::vector<KeyName> commands(Frame& f);

}  // namespace ui
