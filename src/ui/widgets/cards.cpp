#include "ui/widgets/cards.h"

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
bool draw_card_star(Kit::State& s, const Star& star, const Rect& card) {
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

float expected_card_height(const Frame& f) {
  Kit::State& s = f.kit();
  constexpr float title_lines = 1.5F;
  const Lines title{title_lines, &s.type.card_title};
  const Lines supporting{1, &s.type.secondary};
  const Lines tag{1, &s.type.tag};
  const float above = s.current_style->tag.padding_above;
  return card_blocks(s, {}, title, supporting, inset({.top = above, .bottom = above}, tag))
      .height(s, f.width());
}

bool card(Frame& f, const Card& card) {
  Kit::State& s = f.kit();
  const float wanted = card_blocks(s, card, std::nullopt).height(s, f.width());
  const Rect rect = s.place(0, std::max(wanted, s.current_style->measure.target));
  Node& node = s.describe(Role::link, rect, card.title, card.href);
  node.state.current = card.selected;
  node.look = Look::card;
  if (card.stripe) node.color = *card.stripe;
  if (card.selected) s.focus.to_reveal = node.id;
  const Response response = s.press(node, card.href);
  if (s.visible(rect)) draw_card_ground(s, card, response, rect);
  card_blocks(s, card, s.node_count - 1).draw(s, rect);
  const bool star_pressed = card.star && draw_card_star(s, *card.star, rect);
  s.draw_focus_ring(response, rect, s.current_style->measure.card_radius);
  return star_pressed;
}

float expected_row_height(const Frame& f) {
  Kit::State& s = f.kit();
  return row_height(s, s.type.card_title.line_height_px);
}

void row(Frame& f, char32_t icon, std::string_view title, std::string_view second, std::string_view href,
         std::span<const Mark> marks, const MarkedText& passage, bool selected) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const RowMeasures& measure = s.current_style->row;
  Words words{.text = title, .type = &s.type.card_title, .ink = palette.text, .marks = marks};
  const float high = row_blocks(s, icon, words, second, passage).height(s, f.width());
  const Rect rect = s.place(0, row_height(s, high));
  Node& node = s.describe(Role::link, rect, title, href);
  node.look = Look::row;
  node.icon = icon;
  node.state.current = selected;
  // In a list beside what it leads to; on a phone it stands in the page that one reads from its beginning.
  if (selected && f.breadth() == Breadth::desktop) s.focus.to_reveal = node.id;
  const Response response = s.press(node, href);
  if (selected) s.painter.fill(rect, palette.tint, measure.radius);
  if (response.touched()) s.painter.fill(rect, s.answered(response, palette.surface), measure.radius);
  const float middle = rect.center().y;
  if (icon != 0)
    s.painter.icon(icon, {rect.x + measure.icon_center, middle}, s.current_style->measure.icon,
                   palette.accent);
  words.named = s.node_count - 1;
  row_blocks(s, icon, words, second, passage).draw(s, {rect.x, middle - high / 2, rect.width, high});
  s.painter.icon(icon::chevron_right, {rect.right() - measure.chevron_room / 2, middle}, measure.chevron,
                 palette.text_second);
  s.draw_focus_ring(response, rect.inset(measure.ring), measure.radius);
}

void fact(Frame& f, char32_t icon, std::string_view line, std::string_view second, std::string_view href) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const FactMeasures& measure = s.current_style->fact;
  const bool leads = !href.empty();
  Words words{
      .text = line, .type = &s.type.fact, .ink = leads ? palette.accent : palette.text, .underlined = leads};
  const auto blocks = [&] {
    return side_by_side(
        measure.icon_room,
        Icon{icon, measure.icon_width, s.type.fact.line_height_px, measure.icon, palette.accent},
        column(words, Words{second, &s.type.fact_second, palette.text_second}));
  };
  const float wanted = blocks().height(s, f.width());
  const float touched = s.current_style->measure.target - 2 * measure.touch;
  const Rect rect = s.place(0, leads ? std::max(wanted, touched) : wanted);
  const float beside_icon = rect.width - measure.icon_room;
  const Rect bounds =
      leads ? Rect{rect.x, rect.y - measure.touch, rect.width, rect.height + 2 * measure.touch}
            : Rect{rect.x + measure.icon_room, rect.y, beside_icon, words.height(s, beside_icon)};
  Node& node = s.describe(leads ? Role::link : Role::text, bounds, line, href);
  node.look = Look::fact;
  node.icon = icon;
  const Response response = leads ? s.press(node, href) : Response{};
  words.named = s.node_count - 1;
  blocks().draw(s, {rect.x, rect.y, rect.width, wanted});
  if (leads) s.draw_focus_ring(response, rect.inset(-measure.ring), measure.ring_radius);
}

void banner(Frame& f, BannerLook look, std::string_view strong, std::string_view text) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const BannerMeasures& measure = s.current_style->banner;
  const float radius = s.current_style->measure.button_radius;
  const bool alarm = look == BannerLook::alarm;
  const bool quiet = look == BannerLook::quiet;
  const auto blocks = inset({measure.padding_above, measure.padding, measure.padding_above, measure.padding},
                            column(Words{strong, &s.type.secondary_bold, alarm ? palette.alarm : palette.text,
                                         Look::secondary_bold},
                                   Words{text, &s.type.secondary, palette.text, Look::plain}));
  const Rect rect = s.place(0, blocks.height(s, f.width()));
  auto whole = f.node_at(Role::group, rect, 0, {},
                         quiet   ? Look::banner_quiet
                         : alarm ? Look::banner_alarm
                                 : Look::banner_notice);
  s.painter.fill(rect, quiet ? palette.sunken : palette.notice, radius);
  if (s.current_style->name == StyleName::high_contrast) s.painter.stroke(rect, palette.line, 1, radius);
  blocks.draw(s, rect);
}

}  // namespace ui
