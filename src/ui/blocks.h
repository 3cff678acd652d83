// Blocks: what cards, rows, facts and banners are put together from. A block says how high it is for a
// width, without drawing anything, and draws and describes itself in a rectangle of that width and height:
//
//   column(Words{.text = title, .type = &type.card_title}, inset({.top = 4}, Tags{tags}))
//
// A block without content has no height, and then takes none of the room that `inset` leaves around it.
// Internal to ui/: a widget is a composition of blocks with a node, a place and an answer.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "ui/kit_state.h"

namespace ui {

// One paragraph.
struct Words {
  std::string_view text = {};
  const TypeStyle* type = nullptr;
  Color ink = {};
  Look look = Look::secondary;
  // The node whose name these words are, by its place in the tree; without it they are a node of their own.
  std::optional<std::size_t> named = {};
  std::span<const Mark> marks = {};
  bool underlined = false;
  bool struck = false;  // it holds no longer

  float height(Kit::State& s, float width) const;
  void draw(Kit::State& s, const Rect& rect) const;
};

// Room for so many lines of words that nobody has read yet, for what is about to be measured.
struct Lines {
  float count = 1;
  const TypeStyle* type = nullptr;

  float height(Kit::State&, float) const { return count * type->line_height_px; }
  void draw(Kit::State&, const Rect&) const {}
};

// A word on a ground of its own, no wider than it needs.
struct Pill {
  std::string_view text = {};
  Color ground = {};
  Color ink = {};
  Look look = Look::tag;

  float width(const Kit::State& s) const;
  float height(Kit::State& s, float width) const;
  void draw(Kit::State& s, const Rect& rect) const;
};

// Tags side by side, which wrap.
struct Tags {
  std::span<const Tag> tags = {};

  float height(Kit::State& s, float width) const;
  void draw(Kit::State& s, const Rect& rect) const;
};

// An icon in the middle of so much room, from the left. Says nothing: its words do.
struct Icon {
  char32_t icon = 0;
  float room = 0;  // wide
  float line = 0;  // high
  float size = 0;
  Color ink = {};

  float height(Kit::State&, float) const { return icon == 0 ? 0 : line; }
  void draw(Kit::State& s, const Rect& rect) const;
};

// How much has come so far, 0 to 1.
struct Progress {
  std::optional<float> share = {};
  std::string_view name = {};

  float height(Kit::State& s, float width) const;
  void draw(Kit::State& s, const Rect& rect) const;
};

// Room around a block that has content.
template <class Inside>
struct Inset {
  Insets room;
  Inside inside;

  float height(Kit::State& s, float width) const {
    const float within = inside.height(s, width - room.left - room.right);
    return within > 0 ? room.top + within + room.bottom : 0;
  }
  void draw(Kit::State& s, const Rect& rect) const {
    const float wide = rect.width - room.left - room.right;
    if (const float high = inside.height(s, wide); high > 0)
      inside.draw(s, {rect.x + room.left, rect.y + room.top, wide, high});
  }
};

// One below the other.
template <class... Blocks>
struct Column {
  std::tuple<Blocks...> blocks;

  float height(Kit::State& s, float width) const {
    return std::apply([&](const Blocks&... block) { return (0.F + ... + block.height(s, width)); }, blocks);
  }
  void draw(Kit::State& s, const Rect& rect) const {
    float y = rect.y;
    const auto one = [&](const auto& block) {
      const float high = block.height(s, rect.width);
      if (high > 0) block.draw(s, {rect.x, y, rect.width, high});
      y += high;
    };
    std::apply([&](const Blocks&... block) { (one(block), ...); }, blocks);
  }
};

// Two side by side: the first `left_width` wide, the second takes the rest; each from the top on.
template <class Left, class Right>
struct SideBySide {
  float left_width = 0;
  Left left;
  Right right;

  float height(Kit::State& s, float width) const {
    return std::max(left.height(s, left_width), right.height(s, width - left_width));
  }
  void draw(Kit::State& s, const Rect& rect) const {
    left.draw(s, {rect.x, rect.y, left_width, left.height(s, left_width)});
    const float wide = rect.width - left_width;
    right.draw(s, {rect.x + left_width, rect.y, wide, right.height(s, wide)});
  }
};

// A pill before a block: beside it while that leaves the block most of the line, else above it.
template <class Block>
struct Led {
  Pill pill;
  Block block;

  float height(Kit::State& s, float width) const {
    const float beside = room(s, width);
    const float block_height = block.height(s, width - beside);
    if (pill.text.empty()) return block_height;
    const float pill_height = pill.height(s, width);
    if (block_height <= 0) return pill_height;
    const TagMeasures& measure = s.current_style->tag;
    return beside > 0 ? std::max(block_height + measure.beside_words_lower, pill_height)
                      : pill_height + measure.above_words + block_height;
  }
  void draw(Kit::State& s, const Rect& rect) const {
    const TagMeasures& measure = s.current_style->tag;
    const float beside = room(s, rect.width);
    float top = 0;
    if (!pill.text.empty()) {
      const float pill_height = pill.height(s, rect.width);
      pill.draw(s, {rect.x, rect.y, pill.width(s), pill_height});
      top = beside > 0 ? measure.beside_words_lower : pill_height + measure.above_words;
    }
    const float wide = rect.width - beside;
    if (const float high = block.height(s, wide); high > 0)
      block.draw(s, {rect.x + beside, rect.y + top, wide, high});
  }

 private:
  // At the left of the block; 0 when the pill is above it, or there is none.
  float room(const Kit::State& s, float width) const {
    const TagMeasures& measure = s.current_style->tag;
    if (pill.text.empty() || pill.width(s) > width * measure.widest_beside) return 0;
    return pill.width(s) + measure.beside_words;
  }
};

template <class Inside>
Inset<Inside> inset(const Insets& room, Inside inside) {
  return {room, std::move(inside)};
}

template <class... Blocks>
Column<Blocks...> column(Blocks... blocks) {
  return {{std::move(blocks)...}};
}

template <class Left, class Right>
SideBySide<Left, Right> side_by_side(float left_width, Left left, Right right) {
  return {left_width, std::move(left), std::move(right)};
}

template <class Block>
Led<Block> led(Pill pill, Block block) {
  return {pill, std::move(block)};
}

// A star in the middle of `touch`, painted while `whole`, to which it belongs, is seen. True when it was
// pressed.
bool star_button(Kit::State& s, const Star& star, const Rect& touch, const Rect& whole);

}  // namespace ui
