// What can happen to the app from outside: fingers, mice, wheels, keys, and the
// requests of assistive technology. Platforms translate their own events to these.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "ui/semantics.h"

namespace ui {

enum class PointerKind : std::uint8_t { mouse, touch, pen };
enum class PointerPhase : std::uint8_t { down, move, up, cancel, leave };

// One finger, the mouse's main button, or the pen.
struct PointerEvent {
  PointerPhase phase = PointerPhase::move;
  PointerKind kind = PointerKind::mouse;
  std::int32_t id = 0;  // tells fingers apart
  Point at;
  double time_s = 0;  // of the event, on any steady clock
};

struct WheelEvent {
  Point at;
  float dx = 0;  // in points, content moves left when positive
  float dy = 0;  // in points, content moves up when positive
};

enum class KeyName : std::uint8_t {
  tab,
  enter,
  space,
  escape,
  up,
  down,
  left,
  right,
  page_up,
  page_down,
  home,
  end,
  back,
  slash,
  question,
  plus,
  minus,
  // Of pages that work by keys alone (TextField::commands); nowhere else do they mean anything.
  language_1,  // the first of the event's languages, for whoever is shown something
  language_2,
  language_3,
  step_free,
  code,
  print,
  star,
  plan,
  staff,
};

struct KeyEvent {
  KeyName key = KeyName::tab;
  bool shift = false;
  bool control = false;
  bool alt = false;
};

// Press the node as if it had been tapped: keyboards and screen readers in the
// browser, tests, and the kit's own pointer all end up here.
struct PressNode {
  NodeId node = 0;
};

// The keyboard focus went to the node (0: nowhere). `visible` asks for a ring.
struct FocusNode {
  NodeId node = 0;
  bool visible = true;
};

// The node's text field now holds `value`.
struct SetNodeValue {
  NodeId node = 0;
  std::string value;
};

// The platform has scrolled the area, so that its content is moved to the left and up by `offset`.
struct ScrollTo {
  std::uint32_t area = 0;
  Point offset;
};

// Two fingers on a touchpad, or the wheel with Ctrl, over something that can be
// enlarged: by `factor`, around `at`.
struct ZoomEvent {
  Point at;
  float factor = 1;
};

// Letters typed outside of any text field: jumps to what begins with them.
struct TypedText {
  std::string text;
  double time_s = 0;
};

using Input = std::variant<PointerEvent, WheelEvent, KeyEvent, PressNode, FocusNode, SetNodeValue, ScrollTo,
                           ZoomEvent, TypedText>;

}  // namespace ui
