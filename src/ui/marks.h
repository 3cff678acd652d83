// What several families of widgets show with their words: tags, marked passages, the star.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "ui/style.h"

namespace ui {

enum class TagLook : std::uint8_t { quiet, live, notice, alarm, colored };

struct Tag {
  std::string_view text;
  TagLook look = TagLook::quiet;
  Color color{};  // for colored
};

// Bytes of a text that are marked: what was looked for.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct MarkedText {
  std::string_view text = {};
  std::span<const Mark> marks = {};
};

// A star that keeps something in the visitor's own agenda.
struct Star {
  bool on = false;
  std::string_view name;  // what pressing it does or undoes
};

}  // namespace ui
