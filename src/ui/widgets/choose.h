// One of a few, side by side where there is room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "ui/frame.h"

namespace ui {

struct Choice {
  std::string_view key = {};
  std::string_view label = {};
  std::string_view spoken = {};    // accessible name when the label is short for it; empty: the label
  std::string_view language = {};  // of the label when it is not the page's
  std::string_view href = {};      // a page that shows it chosen; empty when there is none
};

enum class ChoiceLook : std::uint8_t { plain, on_header };

// Answers which is chosen now.
std::size_t choose(Frame& f, std::string_view name, std::span<const Choice> choices, std::size_t chosen,
                   ChoiceLook look = ChoiceLook::plain);
// How high `choose` will be in that width, in points.
float choose_height(const Frame& f, std::span<const Choice> choices, float width);
// How wide those choices are side by side, in points.
float choose_width(const Frame& f, std::span<const Choice> choices);

}  // namespace ui
