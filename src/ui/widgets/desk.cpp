#include "ui/widgets/desk.h"

#include <algorithm>
#include <cmath>

#include "ui/kit_state.h"

namespace ui {
namespace {

constexpr float least_desk_px = 12;

TypeStyle desk_type(const Kit::State& s, float size_px, bool bold) {
  const float size = std::max(14.F, std::round(size_px * s.text_scale));
  return {size, std::round(size * 1.24F), bold};
}

float cap_width(const Kit::State& s, std::string_view key) {
  return key.empty() ? 0 : std::max(28.F, std::ceil(s.painter.width_of(key, s.type.tag)) + 14);
}
float cap_height(const Kit::State& s) { return s.type.tag.line_height_px + 8; }

// A key as it looks on a keyboard.
void draw_cap(Kit::State& s, std::string_view key, Point left_middle) {
  if (key.empty()) return;
  const Palette& palette = s.current_style->palette;
  const float height = cap_height(s);
  const Rect rect{left_middle.x, left_middle.y - height / 2, cap_width(s, key), height};
  const float width = s.painter.width_of(key, s.type.tag);
  const Rect words{rect.center().x - width / 2, rect.y + 4, width, s.type.tag.line_height_px};
  set_text(s.describe(Role::text, rect, key), s.type.tag, words);
  s.painter.fill({rect.x, rect.y + 2, rect.width, rect.height}, palette.outline, 5);
  s.painter.fill(rect, palette.surface, 5);
  s.painter.stroke(rect, palette.outline, 1, 5);
  s.painter.text({words.x, words.y}, s.type.tag, palette.text_second, key);
}

}  // namespace

bool key_button(Frame& f, const KeyButton& button, float height) {
  constexpr float air = 10;
  constexpr float icon_room = 30;
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const float cap = cap_width(s, button.key);
  const float icon = button.icon != 0 ? icon_room : 0;
  const float room = f.width() - 2 * air;
  TypeStyle style = s.type.label;
  // The key beside the words, or below them where there is no room.
  const bool beside =
      cap == 0 ||
      icon + s.painter.width_of(button.label, s.fitted(button.label, style, room, 14)) + cap + 10 <= room;
  const Rect rect = s.place(0, beside ? height : std::max(height, style.line_height_px + cap_height(s) + 20));
  const float words_room = room - icon - (beside && cap > 0 ? cap + 10 : 0);
  style = s.fitted(button.label, style, words_room, least_desk_px);
  const float width = std::min(words_room, std::ceil(s.painter.width_of(button.label, style)));
  const float line = icon + width + (beside && cap > 0 ? cap + 10 : 0);
  const float lines = beside ? style.line_height_px : style.line_height_px + 6 + cap_height(s);
  const float left = rect.center().x - line / 2;
  const float middle = rect.center().y - lines / 2 + style.line_height_px / 2;
  const Rect words{left + icon, middle - style.line_height_px / 2, width, style.line_height_px};
  const bool on = button.chosen.value_or(button.primary);
  Node& node = s.describe(button.chosen ? Role::radio : Role::button, rect, button.label, button.id);
  const Response response = s.press(node);
  node.look = on ? Look::button_primary : Look::button_secondary;
  node.icon = button.icon;
  if (!button.language.empty()) node.language.assign(button.language);
  if (button.chosen) node.state.checked = *button.chosen;
  if (button.toggled) {
    node.state.toggles = true;
    node.state.pressed = *button.toggled;
  }
  set_text(node, style, words, true);
  const float radius = s.current_style->measure.button_radius;
  const bool toggled = button.toggled.value_or(false);
  const Color ground = on ? palette.accent : toggled ? palette.tint : palette.surface;
  const Color ink = on ? palette.on_accent : button.chosen ? palette.text : palette.accent;
  s.painter.fill(rect, s.answered(response, ground), radius);
  if (!on) s.painter.stroke(rect, toggled ? palette.accent : palette.outline, 1.5F, radius);
  if (button.icon != 0) s.painter.icon(button.icon, {left + 11, middle}, 20, ink);
  s.painter.text({words.x, words.y}, style, ink, button.label);
  s.draw_focus_ring(response, rect, radius);
  const bool pressed = response.pressed;
  if (beside)
    draw_cap(s, button.key, {words.right() + 10, middle});
  else
    draw_cap(s, button.key, {rect.center().x - cap / 2, words.bottom() + 6 + cap_height(s) / 2});
  return pressed;
}

bool answer_row(Frame& f, const AnswerRow& row) {
  constexpr float disc = 42;
  constexpr float side = 20;
  constexpr float air = 12;
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle& title = s.type.section;
  const TypeStyle& second = s.type.secondary;
  const float left = side + disc + 14;
  const float room = f.width() - left - side;
  const float high = s.lay_out(row.title, title, room).height;
  const float below = row.second.empty() ? 0 : s.lay_out(row.second, second, room).height;
  const Rect rect = s.place(0, std::max(disc, high + below) + 2 * air);
  const Rect words{rect.x + left, rect.center().y - (high + below) / 2, room, high};
  Node& node = s.describe(row.suggested ? Role::button : Role::radio, rect, row.title, row.key);
  node.look = Look::row;
  node.icon = row.icon;
  if (!row.suggested) node.state.checked = row.chosen;
  if (row.chosen) s.focus.to_reveal = node.id;
  set_text(node, title, words);
  const Response response = s.press(node);
  if (s.visible(rect)) {
    s.painter.fill(rect, s.answered(response, row.chosen ? palette.tint : palette.surface));
    s.painter.fill({rect.x, rect.bottom() - 1, rect.width, 1}, palette.line);
    if (row.chosen) s.painter.fill({rect.x, rect.y, 5, rect.height}, palette.accent);
    const Rect sign{rect.x + side, rect.center().y - disc / 2, disc, disc};
    s.painter.fill(sign, row.chosen ? palette.accent : palette.sunken, 10);
    s.painter.icon(row.icon, sign.center(), 20, row.chosen ? palette.on_accent : palette.text_second);
  }
  s.draw_marks(row.title, s.lay_out(row.title, title, room), {words.x, words.y}, title, row.marks);
  s.draw_paragraph(row.title, s.lay_out(row.title, title, room), {words.x, words.y}, title, palette.text);
  s.draw_focus_ring(response, rect.inset(3), 8);
  const bool pressed = response.pressed;
  if (!row.second.empty()) {
    const Rect at{words.x, words.bottom(), room, below};
    Node& said = s.describe(Role::text, at, row.second);
    said.look = Look::secondary;
    set_text(said, second, at);
    s.draw_paragraph(row.second, s.lay_out(row.second, second, room), {at.x, at.y}, second,
                     palette.text_second);
  }
  return pressed;
}

void large_fact(Frame& f, char32_t icon, std::string_view line, std::string_view second, float size_px) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle bold = desk_type(s, size_px, true);
  const TypeStyle quiet = desk_type(s, size_px * 0.66F, false);
  const float sign = bold.size_px * 1.15F;
  const float left = std::round(sign * 1.5F);
  const float most = f.width() - left;
  const TypeStyle style = s.fitted_words(line, bold, most, 14);
  const Paragraph& lines = s.lay_out(line, style, most);
  const Paragraph& below = s.lay_out(second, quiet, most);
  const float second_height = second.empty() ? 0 : below.height;
  const bool in_flow = s.box().placement == Placement::flow;
  const float wide = std::max(lines.width, second.empty() ? 0.F : below.width);
  const Rect rect = s.place(in_flow ? std::ceil(left + wide + 1) : 0, lines.height + second_height);
  s.painter.icon(icon, {rect.x + sign / 2, rect.center().y}, sign, palette.accent);
  const Rect at{rect.x + left, rect.y, rect.width - left, lines.height};
  Node& node = s.describe(Role::text, at, line);
  node.look = Look::fact;
  node.icon = icon;
  set_text(node, style, at);
  s.draw_paragraph(line, s.lay_out(line, style, most), {at.x, at.y}, style, palette.text);
  if (second.empty()) return;
  const Rect words{at.x, at.bottom(), at.width, second_height};
  Node& said = s.describe(Role::text, words, second);
  said.look = Look::secondary;
  set_text(said, quiet, words);
  s.draw_paragraph(second, s.lay_out(second, quiet, most), {words.x, words.y}, quiet, palette.text_second);
}

void large_step(Frame& f, const LargeStep& step) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle style = desk_type(s, step.size_px, false);
  const TypeStyle small = desk_type(s, step.size_px * 0.82F, false);
  const TypeStyle mark = desk_type(s, step.size_px * 0.72F, true);
  const float disc = std::round(style.size_px * 1.5F);
  const float left = disc + std::max(16.F, std::round(style.size_px * 0.6F));
  const float distance = step.distance.empty() ? 0 : std::ceil(s.painter.width_of(step.distance, small)) + 16;
  const float room = f.width() - left - distance;
  const float high = s.lay_out(step.text, style, room).height;
  const float air = std::round(style.size_px * 0.42F);
  auto item = f.list_item();
  const Rect rect = s.place(0, std::max(disc, high) + 2 * air);
  const Point middle{rect.x + disc / 2, rect.center().y};
  s.painter.circle(middle, disc / 2, step.goal ? palette.alarm : palette.accent);
  const Color on_disc = step.goal ? palette.surface : palette.on_accent;
  const float mark_width = s.painter.width_of(step.mark, mark);
  const Rect number{middle.x - disc / 2, middle.y - disc / 2, disc, disc};
  const Rect number_words{middle.x - mark_width / 2, middle.y - mark.line_height_px / 2, mark_width,
                          mark.line_height_px};
  set_text(s.describe(Role::text, number, step.mark), mark, number_words);
  s.painter.text({number_words.x, number_words.y}, mark, on_disc, step.mark);
  const Rect words{rect.x + left, rect.y + air + (std::max(disc, high) - high) / 2, room, high};
  set_text(s.describe(Role::text, words, step.text), style, words);
  s.draw_paragraph(step.text, s.lay_out(step.text, style, room), {words.x, words.y}, style, palette.text);
  if (distance > 0) {
    const Rect at{rect.right() - distance + 16, middle.y - small.line_height_px / 2, distance - 16,
                  small.line_height_px};
    Node& said = s.describe(Role::text, at, step.distance);
    said.look = Look::secondary;
    set_text(said, small, at);
    s.painter.text({at.x, at.y}, small, palette.text_second, step.distance);
  }
  s.painter.fill({rect.x, rect.bottom() - 1, rect.width, 1}, palette.line);
}

void card_ground(Frame& f, const Rect& rect) {
  Kit::State& s = f.kit();
  const float radius = s.current_style->measure.card_radius;
  s.layout.surfaces.push_back(rect);
  s.painter.fill(rect, s.current_style->palette.surface, radius);
  s.painter.stroke(rect, s.current_style->palette.line, 1, radius);
}

void key_hints(Frame& f, std::span<const KeyHint> hints, std::string_view state) {
  Kit::State& s = f.kit();
  const TypeStyle& style = s.type.secondary;
  const float height = std::max(cap_height(s), style.line_height_px);
  float x = 0;
  const Rect rect = s.place(0, height + 4);
  float room = rect.width;
  if (!state.empty()) {
    const TypeStyle bold = s.fitted(state, s.type.secondary_bold, rect.width, least_desk_px);
    const float width = std::ceil(s.painter.width_of(state, bold));
    const Rect words{rect.right() - width, rect.center().y - bold.line_height_px / 2, width,
                     bold.line_height_px};
    set_text(s.describe(Role::text, words, state), bold, words);
    s.painter.text({words.x, words.y}, bold, s.current_style->palette.text, state);
    room -= width + 22;
  }
  for (const KeyHint& hint : hints) {
    const float cap = cap_width(s, hint.key);
    const float width = std::ceil(s.painter.width_of(hint.what, style));
    if (x + cap + 8 + width > room) break;  // the rest can be done without
    draw_cap(s, hint.key, {rect.x + x, rect.center().y});
    const Rect words{rect.x + x + cap + 8, rect.center().y - style.line_height_px / 2, width,
                     style.line_height_px};
    Node& node = s.describe(Role::text, words, hint.what);
    node.look = Look::secondary;
    set_text(node, style, words);
    s.painter.text({words.x, words.y}, style, s.current_style->palette.text_second, hint.what);
    x += cap + 8 + width + 22;
  }
}

void key_row(Frame& f, char32_t icon, const KeyHint& hint) {
  constexpr float air = 9;
  constexpr float sign = 20;
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle& style = s.type.secondary;
  const float left = sign + 14;
  const float cap = cap_width(s, hint.key);
  const float room = f.width() - left - cap - 12;
  const Paragraph& lines = s.lay_out(hint.what, style, room);
  const float high = lines.height;
  auto item = f.list_item();
  const Rect rect = s.place(0, std::max(cap_height(s) + 2, high) + 2 * air);
  s.painter.icon(icon, {rect.x + sign / 2, rect.center().y}, sign, palette.accent);
  const Rect words{rect.x + left, rect.center().y - high / 2, room, high};
  Node& node = s.describe(Role::text, words, hint.what);
  node.icon = icon;
  set_text(node, style, words);
  s.draw_paragraph(hint.what, lines, {words.x, words.y}, style, palette.text);
  draw_cap(s, hint.key, {rect.right() - cap, rect.center().y});
}

}  // namespace ui
