// What stands in lists: the card, with everything needed to choose it, and the row, which leads somewhere.
#include <algorithm>

#include "icons.h"
#include "ui/blocks.h"

namespace ui {
namespace {

// A card's words, from top to bottom. `named`: the card's link.
template <class Title, class Supporting, class Marks>
auto card_blocks(const Kit::State& s, const Card& card, Title title, Supporting supporting, Marks tags) {
  const CardMeasures& measure = s.current_style->card;
  const Palette& palette = s.current_style->palette;
  return inset({measure.padding_above, s.current_style->measure.card_padding, measure.padding_above,
                measure.padding_left},
               column(inset({.right = card.star ? measure.star_room : 0}, title),
                      inset({.top = measure.above_supporting}, supporting),
                      Words{card.more, &s.type.secondary, palette.text_second},
                      inset({.top = measure.above_tags}, tags),
                      inset({.top = measure.above_progress, .bottom = measure.below_progress},
                            Progress{card.progress, card.progress_name})));
}

auto card_blocks(const Kit::State& s, const Card& card, std::optional<std::size_t> named) {
  const Palette& palette = s.current_style->palette;
  return card_blocks(
      s, card, Words{.text = card.title, .type = &s.type.card_title, .ink = palette.text, .named = named},
      led(Pill{card.live, palette.live, palette.live_ink, Look::tag_live},
          Words{card.supporting, &s.type.secondary, palette.text_second}),
      Tags{card.tags});
}

// The star at the upper right corner. True when it was pressed.
bool draw_star(Kit::State& s, const Star& star, const Rect& card) {
  const float target = s.current_style->measure.target;
  const float inset = s.current_style->card.star_inset;
  return star_button(s, star, {card.right() - target - inset, card.y + inset, target, target}, card);
}

void draw_card_ground(const Kit::State& s, const Card& card, const Response& response, const Rect& rect) {
  const Palette& palette = s.current_style->palette;
  const CardMeasures& measure = s.current_style->card;
  const float radius = s.current_style->measure.card_radius;
  const bool high_contrast = s.current_style->name == StyleName::high_contrast;
  Color ground = palette.surface;
  if (response.touched()) ground = response.held ? palette.sunken : palette.background;
  if (card.selected || (high_contrast && response.touched())) ground = palette.tint;
  s.painter.fill(rect, ground, radius);
  s.painter.stroke(rect, card.selected ? palette.accent : palette.line,
                   card.selected && high_contrast ? measure.strong_edge : measure.edge, radius);
  if (card.stripe)
    s.painter.fill(
        {rect.x, rect.y + measure.stripe_inset, measure.stripe, rect.height - 2 * measure.stripe_inset},
        *card.stripe, measure.stripe, Corners::right);
}

// A row's words. `named`: the row's link.
auto row_blocks(const Kit::State& s, char32_t icon, const Words& title, std::string_view second,
                const MarkedText& passage) {
  const RowMeasures& measure = s.current_style->row;
  const Palette& palette = s.current_style->palette;
  return inset(
      {.right = measure.chevron_room, .left = icon != 0 ? measure.icon_room : measure.padding_left},
      column(title,
             inset({.top = measure.above_second}, Words{second, &s.type.secondary, palette.text_second}),
             inset({.top = measure.above_passage}, Words{.text = passage.text,
                                                         .type = &s.type.secondary,
                                                         .ink = palette.text,
                                                         .marks = passage.marks})));
}

float row_height(const Kit::State& s, float words) {
  const RowMeasures& measure = s.current_style->row;
  return std::max(measure.least_height, words + 2 * measure.padding_above);
}

}  // namespace

float Frame::expected_card_height() const {
  constexpr float title_lines = 1.5F;
  const Lines title{title_lines, &s_.type.card_title};
  const Lines supporting{1, &s_.type.secondary};
  const Lines tag{1, &s_.type.tag};
  const float above = s_.current_style->tag.padding_above;
  return card_blocks(s_, {}, title, supporting, inset({.top = above, .bottom = above}, tag))
      .height(s_, width());
}

bool Frame::card(const Card& card) {
  const float wanted = card_blocks(s_, card, std::nullopt).height(s_, width());
  const Rect rect = s_.place(0, std::max(wanted, s_.current_style->measure.target));
  Node& node = s_.describe(Role::link, rect, card.title, card.href);
  node.state.current = card.selected;
  node.look = Look::card;
  if (card.stripe) node.color = *card.stripe;
  if (card.selected) s_.focus.to_reveal = node.id;
  const Response response = s_.press(node, card.href);
  if (s_.visible(rect)) draw_card_ground(s_, card, response, rect);
  card_blocks(s_, card, s_.node_count - 1).draw(s_, rect);
  const bool star_pressed = card.star && draw_star(s_, *card.star, rect);
  s_.draw_focus_ring(response, rect, s_.current_style->measure.card_radius);
  return star_pressed;
}

float Frame::expected_row_height() const { return row_height(s_, s_.type.card_title.line_height_px); }

void Frame::row(char32_t icon, std::string_view title, std::string_view second, std::string_view href,
                std::span<const Mark> marks, const MarkedText& passage, bool selected) {
  const Palette& palette = s_.current_style->palette;
  const RowMeasures& measure = s_.current_style->row;
  Words words{.text = title, .type = &s_.type.card_title, .ink = palette.text, .marks = marks};
  const float high = row_blocks(s_, icon, words, second, passage).height(s_, width());
  const Rect rect = s_.place(0, row_height(s_, high));
  Node& node = s_.describe(Role::link, rect, title, href);
  node.look = Look::row;
  node.icon = icon;
  node.state.current = selected;
  if (selected) s_.focus.to_reveal = node.id;
  const Response response = s_.press(node, href);
  if (selected) s_.painter.fill(rect, palette.tint, measure.radius);
  if (response.touched()) s_.painter.fill(rect, s_.answered(response, palette.surface), measure.radius);
  const float middle = rect.center().y;
  if (icon != 0)
    s_.painter.icon(icon, {rect.x + measure.icon_center, middle}, s_.current_style->measure.icon,
                    palette.accent);
  words.named = s_.node_count - 1;
  row_blocks(s_, icon, words, second, passage).draw(s_, {rect.x, middle - high / 2, rect.width, high});
  s_.painter.icon(icon::chevron_right, {rect.right() - measure.chevron_room / 2, middle}, measure.chevron,
                  palette.text_second);
  s_.draw_focus_ring(response, rect.inset(measure.ring), measure.radius);
}

}  // namespace ui
