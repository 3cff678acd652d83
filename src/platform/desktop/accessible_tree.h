// What assistive technology of the desktop is told of a frame: the semantic tree, with what its interfaces
// ask for beyond it. Values alone: nothing here knows a bus, so that it can be tested anywhere and handed
// from one thread to another.
#pragma once

#include <string>
#include <vector>

#include "ui/semantics.h"

namespace platform {

struct AccessibleNode {
  ui::NodeId id = 0;
  ui::NodeId parent = 0;  // 0: the window
  ui::Role role = ui::Role::text;
  std::uint8_t level = 0;
  ui::State state;
  bool pressable = false;
  bool focusable = false;
  bool shown = false;  // some of it is seen
  bool inert = false;  // lies behind a dialog: nothing can be done with it
  std::string name;
  std::string description;  // what else stands on a card, line by line; else its hint
  std::string value;
  std::string hint;  // of a field: the example in it while it is empty
  std::string href;
  std::string language;  // BCP 47 tag; never empty
  ui::Rect bounds;       // on the window, in device pixels
  std::uint32_t scroller = 0;
  std::uint32_t position = 0;
  std::uint32_t set_size = 0;
  ui::Cells cells;
  bool operator==(const AccessibleNode&) const = default;
};

// The field that is being written into.
struct AccessibleCaret {
  ui::NodeId field = 0;  // 0: none
  // In bytes of its value. Both ends of the selection are the caret where nothing is selected.
  int caret = 0;
  int selection_begin = 0;
  int selection_end = 0;
  bool operator==(const AccessibleCaret&) const = default;
};

struct AccessibleTree {
  std::string title;
  std::string language;
  std::vector<AccessibleNode> nodes;  // in reading order, parents before children
  std::vector<ui::ScrollArea> areas;  // in points
  ui::Size size;                      // of the window, in device pixels
  float scale = 1;                    // device pixels in a point
  AccessibleCaret caret;
  bool operator==(const AccessibleTree&) const = default;
};

// `scale`: device pixels in a point; `window`: its size in points.
AccessibleTree accessible_tree(const ui::Tree& tree, ui::Size window, float scale,
                               const AccessibleCaret& caret = {});

}  // namespace platform
