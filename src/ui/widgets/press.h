// Buttons. Each answers whether it was pressed since the last frame.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ui/frame.h"

namespace ui {

enum class ButtonLook : std::uint8_t { primary, secondary };

struct Button {
  std::string_view key = {};
  std::string_view label = {};
  char32_t icon = 0;
  ButtonLook look = ButtonLook::primary;
  std::string_view href = {};        // leads there; otherwise the answer says that it was pressed
  std::optional<bool> toggled = {};  // a toggle button and its state
};

bool button(Frame& f, const Button& button);
// Something that is on or off, across the whole width: what it is at the left, the switch at the right.
struct Switch {
  std::string_view key = {};
  std::string_view label = {};
  char32_t icon = 0;  // 0: none
  bool on = false;
};

// True when it was pressed: it is to be turned.
bool switch_row(Frame& f, const Switch& row);
// An icon alone; `name` is what it is called. Leads somewhere when `href` is not empty.
bool icon_button(Frame& f, std::string_view key, char32_t icon, std::string_view name,
                 std::string_view href = {});

}  // namespace ui
