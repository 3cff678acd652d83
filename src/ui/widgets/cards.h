// What stands in lists and between paragraphs: the card, with everything needed to choose it, the row, which
// leads somewhere, the fact, and the banner.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "ui/frame.h"
#include "ui/marks.h"

namespace ui {

struct Card {
  std::string_view title = {};
  std::string_view href = {};
  std::string_view live = {};        // word of the gold pill before the supporting line; empty when not live
  std::string_view supporting = {};  // second line
  std::string_view more = {};        // third line; may be empty
  std::span<const Tag> tags = {};
  std::optional<Color> stripe = {};     // at the left edge
  std::optional<float> progress = {};   // 0 to 1
  std::string_view progress_name = {};  // what has come so far
  bool selected = false;                // it is what the detail beside the list shows
  std::optional<Star> star = {};
};

// True when its star was pressed.
bool card(Frame& f, const Card& card);
// About how high a card is, for Frame::rows(): one with a title, a supporting line and tags.
float expected_card_height(const Frame& f);

// A row that leads somewhere; `marks` are in the title. Below stand a second line and, when there is
// one, a passage with marks of its own. `selected`: it is what stands beside the list.
void row(Frame& f, char32_t icon, std::string_view title, std::string_view second, std::string_view href,
         std::span<const Mark> marks = {}, const MarkedText& passage = {}, bool selected = false);
// About how high a row with a title alone is, for Frame::rows().
float expected_row_height(const Frame& f);

// An icon, a line, and a quieter line below; leads somewhere when `href` is not empty.
void fact(Frame& f, char32_t icon, std::string_view line, std::string_view second = {},
          std::string_view href = {});

enum class BannerLook : std::uint8_t { notice, alarm, quiet };

// What must not be overlooked. `strong` may be empty.
void banner(Frame& f, BannerLook look, std::string_view strong, std::string_view text);

}  // namespace ui
