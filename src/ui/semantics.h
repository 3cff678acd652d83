// The semantic tree: what a frame means, apart from how it looks. Screen readers,
// keyboards, pages and tests read it; presses come back through it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry.h"

namespace ui {

// The same thing on the same screen has the same id in every frame. Never 0.
using NodeId = std::uint32_t;

enum class Role : std::uint8_t {
  banner,       // bar at the top of a page
  navigation,   // where the app's main places are reached
  main,         // the page itself
  region,       // a named part of a page
  group,        // things that belong together, with or without a name
  heading,      // `level` 1 to 6
  text,         // a paragraph
  link,         // leads to `href`
  button,
  list,
  list_item,
  tab_list,
  tab,          // state: selected; may have an `href`
  radio_group,
  radio,        // state: checked
  switch_,      // state: checked
  text_field,   // `value` is what was typed, `hint` the example shown while empty
  search_field,
  image,        // `name` says what it shows
  progress,     // `value` is a percentage as text
  status,       // spoken politely when its text changes
  alert,        // spoken at once
};

// The role's ARIA name: "heading", "listitem", "textbox" …; "paragraph" for text.
std::string_view role_name(Role role);

struct State {
  bool selected = false;  // tab
  bool checked = false;   // radio, switch
  bool pressed = false;   // toggle button that is down
  bool toggles = false;   // this button is a toggle: `pressed` means something
  bool current = false;   // link to the page that is open
  bool disabled = false;
  bool focused = false;   // has the keyboard focus
  bool operator==(const State&) const = default;
};

struct Node {
  NodeId id = 0;
  std::uint16_t depth = 0;  // 0 for a child of the root; a child of the nearest node before it that is one less deep
  Role role = Role::text;
  std::uint8_t level = 0;   // of a heading
  State state;
  bool pressable = false;   // a press on it does something
  bool bold = false;        // set in the semibold weight
  bool drawn = false;       // false when it lies outside of what is visible
  float size_px = 0;        // type size of its text, 0 when it has none of its own
  float line_height_px = 0;
  std::string name;         // the text itself for headings and texts
  std::string value;
  std::string href;
  std::string hint;
  std::string language;     // BCP 47 tag, when it is not the page's
  Rect bounds;              // on the window, scrolled; may lie outside of it
  Rect clip;                // the part of the window in which it can be seen and touched
  std::uint32_t scroller = 0;  // key of the scrolling area it is in; 0 when it is in none
};

struct Tree {
  std::string title;      // of the page, for the window and the browser tab
  std::string language;   // of the page
  std::vector<Node> nodes;  // in reading order, parents before children

  const Node* find(NodeId id) const;
  // The first node of that role whose name is `name`; nullptr when there is none.
  const Node* find(Role role, std::string_view name) const;
};

}  // namespace ui
