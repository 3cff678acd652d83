// The frame around every page: bars, tabs, the rail, the header of the home page.
#include <algorithm>
#include <array>
#include <cmath>

#include "icons.h"
#include "ui/kit_state.h"
#include "ui/ornament.h"

namespace ui {
namespace {

void draw_place(Kit::State& s, const PlaceLink& place, const Rect& touch, float pill_width, float pill_height,
                const TypeStyle& style) {
  const Palette& palette = s.current_style->palette;
  const float icon_y = touch.y + 7 + pill_height / 2;
  Node& node = s.describe(Role::link, touch, place.label, place.href);
  const Response response = s.press(node, place.href);
  node.state.current = place.current;
  node.look = Look::place;
  node.icon = place.icon;
  const Rect pill{touch.center().x - pill_width / 2, icon_y - pill_height / 2, pill_width, pill_height};
  const float text_width = s.painter.width_of(place.label, style);
  const Rect words{touch.center().x - text_width / 2, pill.bottom() + 3, text_width, style.line_height_px};
  set_text(node, style, words);
  if (place.current)
    s.painter.fill(pill, palette.chosen, pill_height / 2);
  else if (response.touched())
    s.painter.fill(pill, palette.sunken, pill_height / 2);
  const Color ink = place.current ? palette.accent : palette.text_second;
  s.painter.icon(place.icon, pill.center(), 22, place.current ? palette.on_chosen : ink);
  s.painter.text({words.x, words.y}, style, ink, place.label);
  s.draw_focus_ring(response, touch.inset(3), 12);
}

}  // namespace

void Frame::ground() {
  s_.painter.fill({0, 0, setup_.window.width, setup_.window.height}, s_.current_style->palette.background);
}

void Frame::surface(const Rect& rect, bool line_below, bool line_right) {
  s_.painter.fill(rect, s_.current_style->palette.surface);
  if (line_below) s_.painter.fill({rect.x, rect.bottom() - 1, rect.width, 1}, s_.current_style->palette.line);
  if (line_right) s_.painter.fill({rect.right() - 1, rect.y, 1, rect.height}, s_.current_style->palette.line);
}

void Frame::edge(const Rect& rect) { s_.painter.fill(rect, s_.current_style->palette.line); }

void Frame::search_link(std::string_view name, std::string_view href, float wide) {
  const Palette& palette = s_.current_style->palette;
  const Rect rect = s_.place(wide, s_.current_style->measure.target);
  const TypeStyle style = s_.fitted(name, s_.type.fact, rect.width - 72, 12);
  const Rect words{rect.x + 44, rect.center().y - style.line_height_px / 2, rect.width - 72,
                   style.line_height_px};
  Node& node = s_.describe(Role::link, rect, name, href);
  node.look = Look::search_link;
  node.icon = icon::search;
  set_text(node, style, words);
  const Response response = s_.press(node, href);
  s_.painter.fill(rect, palette.sunken, s_.current_style->measure.button_radius);
  s_.draw_contrast_edge(rect, s_.current_style->measure.button_radius);
  s_.painter.icon(icon::search, {rect.x + 22, rect.center().y}, 20, palette.text);
  s_.painter.text({words.x, words.y}, style, palette.text_second, name);
  s_.painter.text({rect.right() - 20, words.y}, style, palette.text_second, "/");
  s_.draw_focus_ring(response, rect, s_.current_style->measure.button_radius);
}

float Frame::app_bar_height(std::string_view title, float width_beside, float least) {
  const TypeStyle style = s_.fitted(title, s_.type.bar_title, width_beside, 16);
  const Paragraph& lines = s_.lay_out(title, style, width_beside);
  return std::max(least, lines.height + 14);
}

void Frame::app_bar(const Rect& rect, std::string_view title, std::string_view back_name,
                    std::string_view back_href, int heading_level) {
  surface(rect, true);
  const float target = s_.current_style->measure.target;
  auto bar = node_at(Role::group, rect, 0, {}, Look::app_bar);
  float left = rect.x + 18;
  if (!back_href.empty()) {
    s_.boxes.push_back(Box{.x = rect.x + 4, .y = rect.center().y - target / 2, .width = target});
    icon_button("back", icon::chevron_left, back_name, back_href);
    s_.boxes.pop_back();
    left = rect.x + 4 + target;
  }
  const float right = rect.right() - 12;
  if (!title.empty()) {
    // A title that is too long for the bar becomes smaller, then two lines.
    const TypeStyle style = s_.fitted(title, s_.type.bar_title, right - left, 16);
    const Paragraph& lines = s_.lay_out(title, style, right - left);
    const Rect place{left, rect.center().y - lines.height / 2, right - left, lines.height};
    Node& node = s_.describe(Role::heading, place, title);
    node.level = static_cast<std::uint8_t>(heading_level);
    set_text(node, style, place);
    s_.draw_paragraph(title, lines, {place.x, place.y}, style, s_.current_style->palette.text);
  }
}

namespace {

// The bottom tabs, measured: the words in a row cannot all grow, so they become
// as large as there is room for.
struct Tabs {
  TypeStyle style;
  float widest = 0;
  float together = 0;
};

float tab_width(const Kit::State& s, const PlaceLink& place, const TypeStyle& style) {
  return std::max(s.current_style->measure.target, s.painter.width_of(place.label, style) + 4);
}

Tabs measured(const Kit::State& s, std::span<const PlaceLink> places, float width) {
  Tabs tabs{.style = s.type.navigation};
  for (;; tabs.style.size_px -= 1) {
    tabs.style.line_height_px = std::round(tabs.style.size_px * 4 / 3);
    tabs.widest = tabs.together = 0;
    for (const PlaceLink& place : places) {
      const float wide = tab_width(s, place, tabs.style);
      tabs.widest = std::max(tabs.widest, wide);
      tabs.together += wide;
    }
    if (tabs.together <= width || tabs.style.size_px <= 9) return tabs;
  }
}

}  // namespace

float Frame::tab_bar_height(std::span<const PlaceLink> places) const {
  const Measures& measure = s_.current_style->measure;
  const float line = measured(s_, places, setup_.window.width).style.line_height_px;
  return measure.tab_bar + std::max(0.F, line - s_.current_style->type.navigation.line_height_px);
}

float Frame::rail_width() const {
  return std::round(s_.current_style->measure.rail * std::min(1.4F, s_.text_scale));
}

void Frame::bottom_tabs(const Rect& rect, std::string_view name, std::span<const PlaceLink> places) {
  s_.painter.fill(rect, s_.current_style->palette.surface);
  s_.painter.fill({rect.x, rect.y, rect.width, 1}, s_.current_style->palette.line);
  auto bar = node_at(Role::navigation, rect, 0, name);
  const float height = rect.height - setup_.safe_area.bottom;
  // All of the same width, unless a label needs more: then each has what it needs and its share of the rest.
  const float count = static_cast<float>(std::max<std::size_t>(1, places.size()));
  const Tabs tabs = measured(s_, places, rect.width);
  const bool equal = tabs.widest <= rect.width / count || tabs.together > rect.width;
  float x = rect.x;
  for (const PlaceLink& place : places) {
    const float width =
        equal ? rect.width / count : tab_width(s_, place, tabs.style) + (rect.width - tabs.together) / count;
    draw_place(s_, place, {x, rect.y, width, height}, std::min(56.F, width - 8), 30, tabs.style);
    x += width;
  }
}

void Frame::rail(const Rect& rect, std::string_view name, std::span<const PlaceLink> places) {
  surface(rect, false, true);
  draw_ornament(s_.painter, {rect.x + rect.width / 2 - 26, rect.y + 12 + setup_.safe_area.top}, 52,
                s_.current_style->palette.accent, 1.6F);
  auto bar = node_at(Role::navigation, rect, 0, name);
  float y = rect.y + 76 + setup_.safe_area.top;
  for (const PlaceLink& place : places) {
    const TypeStyle style = s_.fitted(place.label, s_.type.navigation, rect.width - 4, 11);
    const float height = 48 + style.line_height_px;
    draw_place(s_, place, {rect.x, y, rect.width, height}, 60, 32, style);
    y += height + 2;
  }
}

void Frame::hero(const HeroContent& content, std::string_view choice_name, std::span<const Choice> choices,
                 std::size_t& chosen) {
  const Palette& palette = s_.current_style->palette;
  const float margin = 20;
  const bool roomy = s_.box().width > 700;
  const TypeStyle& line_style = s_.type.fact;
  const float width = s_.box().width;
  const float inner = std::min(width - 2 * margin, 640.F);
  const TypeStyle title_style =
      s_.fitted_words(content.title, roomy ? s_.type.title_large : s_.type.title, inner, 20);
  const float title_height = s_.lay_out(content.title, title_style, inner).height;
  const float line1_height = s_.lay_out(content.line1, line_style, inner).height;
  const float line2_height = content.line2.empty() ? 0 : s_.lay_out(content.line2, line_style, inner).height;
  const float top = setup_.safe_area.top;
  const float choice_height = choose_height(choices, width - 2 * margin - 56);
  const float height = top + 16 + choice_height + 14 + title_height + 6 + line1_height + line2_height + 22;
  const Rect rect = s_.place(0, height);

  s_.painter.push_clip(rect);
  const float middle = rect.x + rect.width * 0.62F;
  s_.painter.gradient({rect.x, rect.y, middle - rect.x, rect.height}, palette.header_from,
                      palette.header_middle);
  s_.painter.gradient({middle, rect.y, rect.right() - middle, rect.height}, palette.header_middle,
                      palette.header_to);
  draw_ornament(s_.painter, {rect.right() - 196, rect.y - 26}, 230,
                mixed(palette.header_middle, palette.on_header, 0.16), 5.5F);
  s_.painter.pop_clip();

  auto header = node_at(Role::group, rect, 0, {}, Look::hero);
  s_.boxes.push_back(
      Box{.x = rect.x + margin, .y = rect.y + top + 16, .width = rect.width - 2 * margin - 56});
  chosen = choose(choice_name, choices, chosen, ChoiceLook::on_header);
  s_.boxes.pop_back();
  if (!content.search_href.empty()) {
    const Rect touch{rect.right() - 14 - 44, rect.y + top + 16, 44, 44};
    Node& search = s_.describe(Role::link, touch, content.search_name, content.search_href);
    search.look = Look::icon_button;
    search.icon = icon::search;
    const Response response = s_.press(search, content.search_href);
    s_.painter.icon(icon::search, touch.center(), 22, palette.on_header);
    s_.draw_focus_ring(response, touch.inset(4), 18);
  }
  Point at{rect.x + margin, rect.y + top + 16 + choice_height + 14};
  Node& title = s_.describe(Role::heading, {at.x, at.y, inner, title_height}, content.title);
  title.level = 1;
  set_text(title, title_style, title.bounds);
  s_.draw_paragraph(content.title, s_.lay_out(content.title, title_style, inner), at, title_style,
                    palette.on_header);
  at.y += title_height + 6;
  for (const auto& [line, line_height] :
       {std::pair{content.line1, line1_height}, std::pair{content.line2, line2_height}}) {
    if (line.empty()) continue;
    Node& node = s_.describe(Role::text, {at.x, at.y, inner, line_height}, line);
    set_text(node, line_style, node.bounds);
    s_.draw_paragraph(line, s_.lay_out(line, line_style, inner), at, line_style,
                      palette.on_header.with_alpha(235));
    at.y += line_height;
  }
}

void Frame::day_tabs(std::string_view name, std::span<const DayTab> days) {
  const Palette& palette = s_.current_style->palette;
  auto group = node(Role::tab_list, name, name);
  auto cells = columns(static_cast<int>(days.size()), 8);
  const TypeStyle& number = s_.type.figure;
  TypeStyle word = s_.type.navigation;
  for (const DayTab& day : days)
    for (const std::string_view text : {day.weekday, day.month})
      if (const TypeStyle smaller = s_.fitted(text, word, width() - 8, 11); smaller.size_px < word.size_px)
        word = smaller;
  for (const DayTab& day : days) {
    const Rect rect = s_.place(0, 16 + number.line_height_px + 2 * word.line_height_px);
    Node& tab = s_.describe(Role::tab, rect, day.spoken, day.href);
    tab.state.selected = day.selected;
    tab.look = Look::day;
    tab.shown.append(day.weekday).append("\n").append(day.day).append("\n").append(day.month);
    set_text(tab, word, rect.inset(8), true);
    const Response response = s_.press(tab, day.href);
    const float radius = s_.current_style->measure.button_radius;
    Color ground = day.selected ? palette.accent : palette.surface;
    if (!day.selected && response.touched()) ground = palette.sunken;
    s_.painter.fill(rect, ground, radius);
    if (!day.selected) s_.painter.stroke(rect, palette.line, 1, radius);
    float y = rect.y + 8;
    const std::array<std::pair<std::string_view, const TypeStyle*>, 3> lines{
        std::pair{day.weekday, &word}, std::pair{day.day, &number}, std::pair{day.month, &word}};
    for (const auto& [text, style] : lines) {
      const bool strong = style == &number;
      const Color ink = day.selected ? palette.on_accent : strong ? palette.text : palette.text_second;
      s_.painter.text({rect.center().x - s_.painter.width_of(text, *style) / 2, y}, *style, ink, text);
      y += style->line_height_px;
    }
    s_.draw_focus_ring(response, rect, radius);
  }
}

void Frame::now_line(std::string_view time, std::string_view spoken) {
  const TypeStyle& style = s_.type.segment;
  const Rect rect = s_.place(0, style.line_height_px + 10);
  Node& node = s_.describe(Role::text, rect, spoken);
  const float text_width = s_.painter.width_of(time, style);
  node.look = Look::now_line;
  node.shown.assign(time);
  set_text(node, style,
           {rect.x, rect.center().y - style.line_height_px / 2, text_width, style.line_height_px});
  const Color red = s_.current_style->palette.alarm;
  s_.painter.text({node.text.x, node.text.y}, style, red, time);
  s_.painter.fill({rect.x + text_width + 8, rect.center().y - 1, rect.width - text_width - 8, 2}, red, 1);
}

}  // namespace ui
