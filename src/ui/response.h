// What happened to something that can be pressed: the one answer that every widget gets.
#pragma once

#include "ui/semantics.h"

namespace ui {

struct Response {
  NodeId id = 0;
  bool pressed = false;  // since the last frame, by whatever means
  bool hovered = false;  // a mouse is over it
  bool held = false;     // a finger or a mouse is down on it
  bool focused = false;  // has the keyboard focus, and shows it

  bool touched() const { return hovered || held; }
};

}  // namespace ui
