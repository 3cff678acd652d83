#include "ui/widgets/bars.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include "icons.h"
#include "ui/kit_state.h"
#include "ui/ornament.h"
#include "ui/widgets/choose.h"
#include "ui/widgets/press.h"

namespace ui {
namespace {

// A number at the upper right of the icon that is in the middle of `pill`, within what can be touched.
void draw_badge(Kit::State& s, const PlaceLink& place, const Rect& pill, const Rect& touch) {
  const Palette& palette = s.current_style->palette;
  // It grows with the texts only so far that the icon can still be seen.
  TypeStyle style = s.type.tag;
  if (style.size_px > 15) style.size_px = 15, style.line_height_px = 18;
  const float text_width = s.painter.width_of(place.badge, style);
  const float height = style.line_height_px + 2;
  const float width = std::max(height, text_width + 10);
  const Rect disc{std::min(pill.center().x + 4, touch.right() - width - 1), std::max(pill.y - 3, touch.y + 1),
                  width, height};
  const Rect words{disc.center().x - text_width / 2, disc.y + 1, text_width, style.line_height_px};
  s.painter.fill(disc, palette.accent, height / 2);
  s.painter.text({words.x, words.y}, style, palette.on_accent, place.badge);
  Node& said = s.describe(Role::text, disc, place.badge_said);
  said.look = Look::badge;
  said.shown.assign(place.badge);
  set_text(said, style, words);
}

// With `labelled` its word stands below its icon; else the icon stands alone and the word is said.
void draw_place(Kit::State& s, const PlaceLink& place, const Rect& touch, float pill_width, float pill_height,
                const TypeStyle& style, bool labelled = true) {
  const Palette& palette = s.current_style->palette;
  const float icon_y = labelled ? touch.y + 7 + pill_height / 2 : touch.center().y;
  Node& node = s.describe(Role::link, touch, place.label, place.href);
  const Response response = s.press(node, place.href);
  node.state.current = place.current;
  node.look = Look::place;
  node.icon = place.icon;
  const Rect pill{touch.center().x - pill_width / 2, icon_y - pill_height / 2, pill_width, pill_height};
  if (place.current)
    s.painter.fill(pill, palette.chosen, pill_height / 2);
  else if (response.touched())
    s.painter.fill(pill, palette.sunken, pill_height / 2);
  const Color ink = place.current ? palette.accent : palette.text_second;
  s.painter.icon(place.icon, pill.center(), 22, place.current ? palette.on_chosen : ink);
  if (labelled) {
    const float text_width = s.painter.width_of(place.label, style);
    const Rect words{touch.center().x - text_width / 2, pill.bottom() + 3, text_width, style.line_height_px};
    set_text(node, style, words);
    s.painter.text({words.x, words.y}, style, ink, place.label);
  }
  s.draw_focus_ring(response, touch.inset(3), 12);
  if (!place.badge.empty()) draw_badge(s, place, pill, touch);
}

}  // namespace

void ground(Frame& f) {
  Kit::State& s = f.kit();
  s.painter.fill({0, 0, f.setup().window.width, f.setup().window.height},
                 s.current_style->palette.background);
}

void surface(Frame& f, const Rect& rect, bool line_below, bool line_right) {
  Kit::State& s = f.kit();
  s.painter.fill(rect, s.current_style->palette.surface);
  s.layout.surfaces.push_back(rect);
  if (line_below) s.painter.fill({rect.x, rect.bottom() - 1, rect.width, 1}, s.current_style->palette.line);
  if (line_right) s.painter.fill({rect.right() - 1, rect.y, 1, rect.height}, s.current_style->palette.line);
}

void alarm_ground(Frame& f, const Rect& rect) {
  Kit::State& s = f.kit();
  s.painter.fill(rect, s.current_style->palette.notice);
  s.painter.fill({rect.x, rect.y, 6, rect.height}, s.current_style->palette.alarm);
  s.painter.fill({rect.x, rect.bottom() - 2, rect.width, 2}, s.current_style->palette.alarm);
}

void line(Frame& f) {
  Kit::State& s = f.kit();
  s.painter.fill(s.place(0, 1), s.current_style->palette.line);
}

void edge(Frame& f, const Rect& rect) { f.kit().painter.fill(rect, f.style().palette.line); }

float header_line_height(const Frame& f) {
  const Kit::State& s = f.kit();
  return std::max(s.current_style->measure.target,
                  s.type.segment.line_height_px + 2 * s.current_style->segment.padding_above);
}

void search_link(Frame& f, std::string_view name, std::string_view href, float wide) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const Rect rect = s.place(wide, header_line_height(f));
  const TypeStyle style = s.fitted(name, s.type.fact, rect.width - 72, 12);
  const Rect words{rect.x + 44, rect.center().y - style.line_height_px / 2, rect.width - 72,
                   style.line_height_px};
  Node& node = s.describe(Role::link, rect, name, href);
  node.look = Look::search_link;
  node.icon = icon::search;
  set_text(node, style, words);
  const Response response = s.press(node, href);
  s.painter.fill(rect, palette.sunken, s.current_style->measure.button_radius);
  s.draw_contrast_edge(rect, s.current_style->measure.button_radius);
  s.painter.icon(icon::search, {rect.x + 22, rect.center().y}, 20, palette.text);
  s.painter.text({words.x, words.y}, style, palette.text_second, name);
  s.painter.text({rect.right() - 20, words.y}, style, palette.text_second, "/");
  s.draw_focus_ring(response, rect, s.current_style->measure.button_radius);
}

float app_bar_height(Frame& f, std::string_view title, float width_beside, float least) {
  Kit::State& s = f.kit();
  const TypeStyle style = s.fitted(title, s.type.bar_title, width_beside, 16);
  const Paragraph& lines = s.lay_out(title, style, width_beside);
  return std::max(least, lines.height + 14);
}

void app_bar(Frame& f, const Rect& rect, std::string_view title, std::string_view back_name,
             std::string_view back_href, int heading_level) {
  Kit::State& s = f.kit();
  surface(f, rect, true);
  const float target = s.current_style->measure.target;
  auto bar = f.node_at(Role::group, rect, 0, {}, Look::app_bar);
  float left = rect.x + 18;
  if (!back_href.empty()) {
    s.layout.boxes.push_back(Box{.x = rect.x + 4, .y = rect.center().y - target / 2, .width = target});
    icon_button(f, "back", icon::chevron_left, back_name, back_href);
    s.layout.boxes.pop_back();
    left = rect.x + 4 + target;
  }
  const float right = rect.right() - 12;
  if (!title.empty()) {
    // A title that is too long for the bar becomes smaller, then two lines.
    const TypeStyle style = s.fitted(title, s.type.bar_title, right - left, 16);
    const Paragraph& lines = s.lay_out(title, style, right - left);
    const Rect place{left, rect.center().y - lines.height / 2, right - left, lines.height};
    Node& node = s.describe(Role::heading, place, title);
    node.level = static_cast<std::uint8_t>(heading_level);
    set_text(node, style, place);
    s.draw_paragraph(title, lines, {place.x, place.y}, style, s.current_style->palette.text);
  }
}

namespace {

// The bottom tabs, measured: the words in a row cannot all grow, so they become as large as there is room
// for. Where there is none for all of them, the current one alone has its word, or none has.
struct Tabs {
  enum class Labels : std::uint8_t { all, current, none };
  Labels labels = Labels::all;
  TypeStyle style;
  float widest = 0;
  float together = 0;
};

constexpr float least_label_px = 12;

bool has_label(const Tabs& tabs, const PlaceLink& place) {
  return tabs.labels == Tabs::Labels::all || (tabs.labels == Tabs::Labels::current && place.current);
}

float tab_width(const Kit::State& s, const Tabs& tabs, const PlaceLink& place) {
  const float word = has_label(tabs, place) ? s.painter.width_of(place.label, tabs.style) + 4 : 0;
  return std::max(s.current_style->measure.target, word);
}

Tabs measured(const Kit::State& s, std::span<const PlaceLink> places, float width) {
  Tabs tabs;
  for (const Tabs::Labels labels : {Tabs::Labels::all, Tabs::Labels::current, Tabs::Labels::none}) {
    tabs.labels = labels;
    for (tabs.style = s.type.navigation;; tabs.style.size_px -= 1) {
      tabs.style.line_height_px = std::round(tabs.style.size_px * 4 / 3);
      tabs.widest = tabs.together = 0;
      for (const PlaceLink& place : places) {
        const float wide = tab_width(s, tabs, place);
        tabs.widest = std::max(tabs.widest, wide);
        tabs.together += wide;
      }
      if (tabs.together <= width) return tabs;
      if (tabs.style.size_px <= least_label_px) break;
    }
  }
  return tabs;
}

}  // namespace

float tab_bar_height(Frame& f, std::span<const PlaceLink> places) {
  Kit::State& s = f.kit();
  const Measures& measure = s.current_style->measure;
  const float line = measured(s, places, f.setup().window.width).style.line_height_px;
  return measure.tab_bar + std::max(0.F, line - s.current_style->type.navigation.line_height_px);
}

float rail_width(Frame& f) {
  Kit::State& s = f.kit();
  return std::round(s.current_style->measure.rail * std::min(1.4F, s.text_scale));
}

void bottom_tabs(Frame& f, const Rect& rect, std::string_view name, std::span<const PlaceLink> places) {
  Kit::State& s = f.kit();
  s.painter.fill(rect, s.current_style->palette.surface);
  s.painter.fill({rect.x, rect.y, rect.width, 1}, s.current_style->palette.line);
  auto bar = f.node_at(Role::navigation, rect, 0, name);
  const float height = rect.height - f.setup().safe_area.bottom;
  // All of the same width, unless a label needs more: then each has what it needs and its share of the rest.
  const float count = static_cast<float>(std::max<std::size_t>(1, places.size()));
  const Tabs tabs = measured(s, places, rect.width);
  const bool equal = tabs.widest <= rect.width / count || tabs.together > rect.width;
  float x = rect.x;
  for (const PlaceLink& place : places) {
    const float width =
        equal ? rect.width / count : tab_width(s, tabs, place) + (rect.width - tabs.together) / count;
    draw_place(s, place, {x, rect.y, width, height}, std::min(56.F, width - 4), 30, tabs.style,
               has_label(tabs, place));
    x += width;
  }
}

void rail(Frame& f, const Rect& rect, std::string_view name, std::span<const PlaceLink> places) {
  Kit::State& s = f.kit();
  surface(f, rect, false, true);
  const float top = std::max(0.F, f.setup().safe_area.top - rect.y);  // what is over it may have left that
  draw_ornament(s.painter, {rect.x + rect.width / 2 - 26, rect.y + 12 + top}, 52,
                s.current_style->palette.accent, 1.6F);
  auto bar = f.node_at(Role::navigation, rect, 0, name);
  float y = rect.y + 76 + top;
  for (const PlaceLink& place : places) {
    const TypeStyle style = s.fitted(place.label, s.type.navigation, rect.width - 4, 12);
    const float height = 48 + style.line_height_px;
    draw_place(s, place, {rect.x, y, rect.width, height}, 60, 32, style);
    y += height + 2;
  }
}

void hero(Frame& f, const HeroContent& content, std::string_view choice_name, std::span<const Choice> choices,
          std::size_t& chosen) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const float margin = content.margin;
  const bool roomy = s.box().width > 700;
  const TypeStyle& line_style = s.type.fact;
  const float width = s.box().width;
  // Beside the ornament where the window is wide.
  const float room = width - 2 * margin;
  const float inner = std::min(room, std::clamp(room - 180, 640.F, 900.F));
  const TypeStyle title_style =
      s.fitted_words(content.title, roomy ? s.type.title_large : s.type.title, inner, 20);
  const float title_height = s.lay_out(content.title, title_style, inner).height;
  const float line1_height = content.line1.empty() ? 0 : s.lay_out(content.line1, line_style, inner).height;
  const float line2_height = content.line2.empty() ? 0 : s.lay_out(content.line2, line_style, inner).height;
  // What lies over the area that it scrolls in may have left that room.
  const float top = std::max(0.F, f.setup().safe_area.top - s.clip().y);
  const float choice_height = choose_height(f, choices, width - 2 * margin - 56);
  const TypeStyle& pill_style = s.type.secondary_bold;
  constexpr float pill_margin = 14;
  const Paragraph& pill_lines = s.lay_out(content.state, pill_style, inner - 2 * pill_margin);
  const float pill_height = content.state.empty() ? 0 : pill_lines.height + 8;
  const float height = top + 16 + choice_height + 14 + title_height + 6 + line1_height + line2_height +
                       (pill_height > 0 ? pill_height + 10 : 0) + 22 + content.overlap;
  const Rect rect = s.place(0, height);

  s.painter.push_clip(rect);
  const float middle = rect.x + rect.width * 0.62F;
  s.painter.gradient({rect.x, rect.y, middle - rect.x, rect.height}, palette.header_from,
                     palette.header_middle);
  s.painter.gradient({middle, rect.y, rect.right() - middle, rect.height}, palette.header_middle,
                     palette.header_to);
  draw_ornament(s.painter, {rect.right() - 196, rect.y - 26}, 230,
                mixed(palette.header_middle, palette.on_header, 0.16), 5.5F);
  s.painter.pop_clip();

  auto header = f.node_at(Role::group, rect, 0, {}, Look::hero);
  s.layout.boxes.push_back(
      Box{.x = rect.x + margin, .y = rect.y + top + 16, .width = rect.width - 2 * margin - 56});
  chosen = choose(f, choice_name, choices, chosen, ChoiceLook::on_header);
  s.layout.boxes.pop_back();
  Point at{rect.x + margin, rect.y + top + 16 + choice_height + 14};
  Node& title = s.describe(Role::heading, {at.x, at.y, inner, title_height}, content.title);
  title.level = 1;
  set_text(title, title_style, title.bounds);
  s.draw_paragraph(content.title, s.lay_out(content.title, title_style, inner), at, title_style,
                   palette.on_header);
  at.y += title_height + 6;
  for (const auto& [line, line_height] :
       {std::pair{content.line1, line1_height}, std::pair{content.line2, line2_height}}) {
    if (line.empty()) continue;
    Node& node = s.describe(Role::text, {at.x, at.y, inner, line_height}, line);
    set_text(node, line_style, node.bounds);
    s.draw_paragraph(line, s.lay_out(line, line_style, inner), at, line_style,
                     palette.on_header.with_alpha(235));
    at.y += line_height;
  }
  if (content.state.empty()) return;
  const Paragraph& lines = s.lay_out(content.state, pill_style, inner - 2 * pill_margin);
  const Rect pill{at.x, at.y + 10, lines.width + 2 * pill_margin, pill_height};
  const Rect pill_words{pill.x + pill_margin, pill.y + 4, lines.width, lines.height};
  Node& state = s.describe(Role::text, pill, content.state);
  state.look = Look::state;
  set_text(state, pill_style, pill_words);
  s.painter.fill(pill, palette.on_header, std::min(pill.height / 2, 16.F));
  s.draw_paragraph(content.state, lines, {pill_words.x, pill_words.y}, pill_style, palette.header_from);
}

namespace {

// How the tabs of the days are set.
struct DayLabels {
  std::vector<std::string_view> words;  // of each, or the first of its two lines; none: they do not fit
  std::vector<float> widths;            // of each tab
};

// All tabs alike, unless one needs more. Whether there is room for them.
bool spread(std::vector<float>& widths, float width) {
  const float count = static_cast<float>(std::max<std::size_t>(1, widths.size()));
  float together = 0, widest = 0;
  for (const float wide : widths) together += wide, widest = std::max(widest, wide);
  for (float& wide : widths)
    wide = widest <= width / count ? width / count : wide + (width - together) / count;
  return together <= width;
}

DayLabels fitting_labels(const Kit::State& s, std::span<const DayTab> days, float width) {
  const TypeStyle& style = s.type.secondary_bold;
  constexpr float air = 16;  // beside the words, together
  const auto of = [&](auto label) {
    DayLabels labels;
    for (const DayTab& day : days) {
      labels.words.push_back(label(day));
      labels.widths.push_back(s.painter.width_of(labels.words.back(), style) + air);
    }
    if (!spread(labels.widths, width)) labels.words.clear();
    return labels;
  };
  DayLabels labels = of([](const DayTab& day) { return day.label; });
  if (labels.words.empty())
    labels = of([](const DayTab& day) { return day.selected ? day.label : day.short_label; });
  if (labels.words.empty()) labels = of([](const DayTab& day) { return day.short_label; });
  return labels;
}

// The weekday above the number, in letters as large as there is room for. A short name goes before small
// letters, and where there is no room for all of them either, only the chosen day is named.
DayLabels stacked_labels(const Kit::State& s, std::span<const DayTab> days, float width, TypeStyle& weekday) {
  constexpr float air = 8, least_px = 12;
  const TypeStyle& type = s.type.navigation;
  const auto set = [&](float size_px, auto label) {
    weekday = type;
    weekday.size_px = size_px;
    weekday.line_height_px = std::round(size_px * type.line_height_px / type.size_px);
    DayLabels labels;
    for (const DayTab& day : days) {
      labels.words.push_back(label(day));
      labels.widths.push_back(air + std::max(s.painter.width_of(labels.words.back(), weekday),
                                             s.painter.width_of(day.day, s.type.secondary_bold)));
    }
    return labels;
  };
  const auto largest = [&](float smallest_px, auto label) -> std::optional<DayLabels> {
    for (float size_px = type.size_px; size_px >= std::max(least_px, smallest_px); size_px -= 1)
      if (DayLabels labels = set(size_px, label); spread(labels.widths, width)) return labels;
    return std::nullopt;
  };
  constexpr float little_smaller = 0.8F;
  if (auto whole = largest(type.size_px * little_smaller, [](const DayTab& day) { return day.weekday; }))
    return std::move(*whole);
  if (auto brief = largest(0, [](const DayTab& day) { return day.short_weekday; })) return std::move(*brief);
  const auto chosen = [](const DayTab& day) { return day.selected ? day.short_weekday : std::string_view{}; };
  if (auto one = largest(0, chosen)) return std::move(*one);
  DayLabels labels = set(least_px, chosen);
  spread(labels.widths, width);
  return labels;
}

}  // namespace

void day_tabs(Frame& f, std::string_view name, std::span<const DayTab> days) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  auto group = f.node(Role::tab_list, name, name);
  constexpr float inset = 3;
  const TypeStyle& style = s.type.secondary_bold;
  DayLabels labels = fitting_labels(s, days, f.width() - 2 * inset);
  const bool stacked = labels.words.empty();
  TypeStyle weekday = s.type.navigation;
  if (stacked) labels = stacked_labels(s, days, f.width() - 2 * inset, weekday);
  const float words_height = stacked ? weekday.line_height_px + style.line_height_px : style.line_height_px;
  const Rect track = s.place(0, std::max(s.current_style->measure.target, words_height + 12));
  const float radius = s.current_style->measure.card_radius;
  s.painter.fill(track, palette.sunken, radius);
  s.draw_contrast_edge(track, radius);
  float x = track.x + inset;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const DayTab& day = days[i];
    const Rect rect{x, track.y, labels.widths[i], track.height};
    x = rect.right();
    Node& tab = s.describe(Role::tab, rect, day.spoken, day.href);
    tab.state.selected = day.selected;
    tab.look = Look::day;
    if (stacked)
      tab.shown.append(labels.words[i]).append(labels.words[i].empty() ? "" : "\n").append(day.day);
    else
      tab.shown.assign(labels.words[i]);
    const Rect words{rect.x, rect.center().y - words_height / 2, rect.width, words_height};
    set_text(tab, style, words, true);
    const Response response = s.press(tab, day.href);
    const Rect pill{rect.x, track.y + inset, rect.width, track.height - 2 * inset};
    const Color ink = day.selected ? palette.accent : palette.text_second;
    if (day.selected) {
      s.painter.fill(pill, palette.surface, radius - inset);
      s.painter.stroke(pill, palette.line, 1, radius - inset);
    } else if (response.touched()) {
      s.painter.fill(pill, s.answered(response, palette.sunken), radius - inset);
    }
    const auto line = [&](std::string_view text, const TypeStyle& type, float y) {
      s.painter.text({rect.center().x - s.painter.width_of(text, type) / 2, y}, type, ink, text);
    };
    if (stacked) {
      line(labels.words[i], weekday, words.y);
      line(day.day, style, words.y + weekday.line_height_px / (labels.words[i].empty() ? 2 : 1));
    } else {
      line(labels.words[i], style, words.y);
    }
    s.draw_focus_ring(response, pill, radius - inset);
  }
}

void now_line(Frame& f, std::string_view time, std::string_view spoken) {
  Kit::State& s = f.kit();
  const TypeStyle& style = s.type.segment;
  const TimedRowMeasures& measure = s.current_style->timed_row;
  const Rect rect = s.place(0, std::max(measure.now_line, style.line_height_px + 4));
  Node& node = s.describe(Role::text, rect, spoken);
  const float text_width = s.painter.width_of(time, style);
  node.look = Look::now_line;
  node.shown.assign(time);
  set_text(node, style,
           {rect.x + measure.padding, rect.center().y - style.line_height_px / 2, text_width,
            style.line_height_px});
  const Color red = s.current_style->palette.alarm;
  s.painter.fill(rect, s.current_style->palette.surface);
  s.painter.text({node.text.x, node.text.y}, style, red, time);
  const float left = node.text.right() + 8;
  s.painter.fill({left, rect.center().y - 1, rect.right() - measure.padding - left, 2}, red, 1);
}

}  // namespace ui
