// Keeps the keyboard's focus when the things under it change: a list is filtered, answers come and go,
// another edition takes the place of the one before. The focus goes along with its thing; where that is gone,
// to what stands in its place. Internal to ui/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/kit.h"
#include "ui/semantics.h"

namespace ui {

// What had the focus when a frame was begun, and where it was.
struct FocusedThing {
  NodeId id = 0;  // 0: nothing
  Role role = Role::group;
  std::string name;
  std::string href;
  bool in_view = false;

  struct Place {
    NodeId inside = 0;               // a node around it,
    std::uint32_t stops_before = 0;  // and how many things in there can have the focus and come before it
  };
  std::vector<Place> places;  // from the innermost to the outermost

  // That is it, by all that a visitor knows of it.
  bool is(const Node& node) const { return node.role == role && node.name == name && node.href == href; }
};

// Before a frame: what has the focus in the tree of the last one.
void note_focused(Kit::State& s);

// After a frame: gives the focus to where that thing is now, or to what is in its place.
void recover_focus(Kit::State& s);

}  // namespace ui
