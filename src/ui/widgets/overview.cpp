// Widgets that show much at a glance: figures, days, tiles, the stops of a way.
#include <algorithm>
#include <cmath>
#include <ranges>

#include "icons.h"
#include "ui/kit_state.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/overview.h"

namespace ui {
namespace {

constexpr float surface_inset_px = 14;  // between the edge of a surface and what is on it
constexpr float beside_px = 8;          // between figures
constexpr float badge_px = 54;          // width of the badge of a day
constexpr float stop_px = 26;           // diameter of the disc of a stop
constexpr float least_stop = 88;        // width of a stop, below which they stand one under the other

// A line that is set small enough for the width, in the middle of it.
void centered_line(Kit::State& s, std::string_view text, const TypeStyle& style, const Rect& rect,
                   Color ink) {
  s.painter.text({rect.center().x - s.painter.width_of(text, style) / 2, rect.y}, style, ink, text);
}

// Width of the widest word: below it words are cut.
float widest_word(const Kit::State& s, std::string_view text, const TypeStyle& style) {
  float widest = 0;
  for (const auto word : text | std::views::split(' '))
    widest = std::max(widest, s.painter.width_of(std::string_view(word.begin(), word.end()), style));
  return widest;
}

// How tiles are set so that no word of theirs is cut.
struct TileSetting {
  TypeStyle title{};
  int columns = 1;
  float inner_px = 0;  // width that the words of a tile have
};

// All titles are set alike: as large as the longest word allows, and where it does not fit in small type
// either, in half as many columns.
TileSetting setting_of(Kit::State& s, std::span<const Tile> tiles, int most_columns, float width, float gap) {
  for (TileSetting set{.columns = most_columns};; set.columns /= 2) {
    const auto count = static_cast<float>(set.columns);
    set.inner_px = (width - gap * (count - 1)) / count - 2 * surface_inset_px;
    set.title = s.type.card_title;
    for (const Tile& tile : tiles)
      set.title = s.fitted_words(tile.title, set.title, set.inner_px, s.type.secondary_bold.size_px);
    const bool cut = std::ranges::any_of(tiles, [&](const Tile& tile) {
      return s.lay_out(tile.title, set.title, set.inner_px).word_cut ||
             s.lay_out(tile.over, s.type.fact_second, set.inner_px).word_cut;
    });
    if (!cut || set.columns <= 1) return set;
  }
}

}  // namespace

void figures(Frame& f, std::string_view name, std::span<const Figure> figures) {
  Kit::State& s = f.kit();
  if (figures.empty()) return;
  const Palette& palette = s.current_style->palette;
  const TypeStyle& number_style = s.type.figure_large;
  const TypeStyle& label_style = s.type.fact_second;
  const float whole = f.width() - 2 * beside_px;
  const auto count = static_cast<float>(figures.size());
  // In one row where every word has room, else in as many columns as fit.
  float widest = 0;
  for (const Figure& figure : figures)
    widest = std::max(
        {widest, s.painter.width_of(figure.number, number_style), widest_word(s, figure.label, label_style)});
  const auto columns = [&] {
    const float most = std::clamp(std::floor(whole / (widest + beside_px)), 1.F, count);
    return std::ceil(count / std::ceil(count / most));  // rows as long as each other
  }();
  const float cell = whole / columns;
  const auto rows = static_cast<std::size_t>(std::ceil(count / columns));
  std::vector<float> heights(rows);
  const auto per_row = static_cast<std::size_t>(columns);
  for (std::size_t i = 0; i < figures.size(); ++i)
    heights[i / per_row] =
        std::max(heights[i / per_row], number_style.line_height_px +
                                           s.lay_out(figures[i].label, label_style, cell - beside_px).height);
  float height = 2 * surface_inset_px + surface_inset_px * static_cast<float>(rows - 1);
  for (const float row : heights) height += row;
  const Rect rect = s.place(0, height);
  s.painter.fill(rect, palette.surface, s.current_style->measure.card_radius);
  s.painter.stroke(rect, palette.line, 1, s.current_style->measure.card_radius);
  auto list = f.node_at(Role::list, rect, 0, name, Look::figures);
  float y = rect.y + surface_inset_px;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const std::size_t column = i % per_row;
    if (i > 0 && column == 0) y += heights[i / per_row - 1] + surface_inset_px;
    const Rect place{rect.x + beside_px + cell * static_cast<float>(column) + beside_px / 2, y,
                     cell - beside_px, heights[i / per_row]};
    if (column > 0) s.painter.fill({place.x - beside_px / 2, place.y, 1, place.height}, palette.line);
    auto item = f.node(Role::list_item);
    const Rect number{place.x, place.y, place.width, number_style.line_height_px};
    Node& said = s.describe(Role::text, number, figures[i].number);
    said.look = Look::figure;
    set_text(said, number_style, number, true);
    centered_line(s, figures[i].number, number_style, number, palette.accent);
    const Paragraph& lines = s.lay_out(figures[i].label, label_style, place.width);
    const Rect words{place.x, number.bottom(), place.width, lines.height};
    Node& label = s.describe(Role::text, words, figures[i].label);
    label.look = Look::secondary;
    set_text(label, label_style, words, true);
    s.draw_paragraph(figures[i].label, lines, {words.x, words.y}, label_style, palette.text_second,
                     words.width);
  }
}

void date_rows(Frame& f, std::string_view name, std::span<const DateRow> rows) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  constexpr float chevron = 32;
  const TypeStyle& word = s.type.navigation;
  const TypeStyle& number = s.type.figure;
  float badge_width = badge_px;
  for (const DateRow& row : rows)
    badge_width = std::max({badge_width, s.painter.width_of(row.weekday, word) + surface_inset_px,
                            s.painter.width_of(row.day, number) + surface_inset_px});
  const float badge_height = word.line_height_px + number.line_height_px + 12;
  auto surface = f.panel();
  auto list = f.list(name);
  for (const DateRow& row : rows) {
    auto item = f.list_item();
    if (&row != &rows.front()) edge(f, s.place(0, 1));
    const float indent = badge_width + surface_inset_px;
    const float inner = f.width() - indent - chevron;
    const float title_height = s.lay_out(row.title, s.type.card_title, inner).height;
    const float second_height =
        row.second.empty() ? 0 : s.lay_out(row.second, s.type.secondary, inner).height;
    const Rect rect = s.place(0, std::max(badge_height, title_height + second_height) + surface_inset_px);
    const float top = rect.center().y - (title_height + second_height) / 2;
    Node& node = s.describe(Role::link, rect, row.title, row.href);
    node.href.assign(row.href);
    node.pressable = true;
    node.look = Look::row;
    const Rect words{rect.x + indent, top, inner, title_height};
    set_text(node, s.type.card_title, words);
    const NodeId id = node.id;
    if (s.is_pressed(id)) s.followed.assign(row.href);
    if (s.pointing.hovered == id || s.pointing.held == id)
      s.painter.fill(rect, palette.sunken, s.current_style->measure.button_radius);
    s.draw_paragraph(row.title, s.lay_out(row.title, s.type.card_title, inner), {words.x, words.y},
                     s.type.card_title, palette.text);
    const Rect badge{rect.x, rect.center().y - badge_height / 2, badge_width, badge_height};
    Node& date = s.describe(Role::text, badge, row.spoken);
    date.look = Look::date_badge;
    date.shown.append(row.weekday).append("\n").append(row.day);
    // Two lines, as high as each other for the text that lies over them.
    TypeStyle lines = word;
    lines.line_height_px = (word.line_height_px + number.line_height_px) / 2;
    Rect over = badge.inset(6);
    over.y -= (lines.line_height_px - word.line_height_px) / 2;
    set_text(date, lines, over, true);
    s.painter.fill(badge, palette.tint, s.current_style->measure.button_radius);
    s.draw_contrast_edge(badge, s.current_style->measure.button_radius);
    centered_line(s, row.weekday, word, {badge.x, badge.y + 6, badge.width, word.line_height_px},
                  palette.accent);
    centered_line(s, row.day, number,
                  {badge.x, badge.y + 6 + word.line_height_px, badge.width, number.line_height_px},
                  palette.accent);
    if (!row.second.empty()) {
      const Rect below{words.x, words.bottom(), inner, second_height};
      Node& second = s.describe(Role::text, below, row.second);
      second.look = Look::secondary;
      set_text(second, s.type.secondary, below);
      s.draw_paragraph(row.second, s.lay_out(row.second, s.type.secondary, inner), {below.x, below.y},
                       s.type.secondary, palette.text_second);
    }
    s.painter.icon(icon::chevron_right, {rect.right() - 16, rect.center().y}, 18, palette.text_second);
    s.draw_focus_ring(id, rect.inset(2), 10);
  }
}

void tiles(Frame& f, std::string_view name, std::span<const Tile> tiles, int most_columns) {
  Kit::State& s = f.kit();
  if (tiles.empty()) return;
  const Measures& measure = s.current_style->measure;
  const float gap = measure.card_gap;
  const TileSetting set = setting_of(s, tiles, most_columns, f.width(), gap);
  const TypeStyle& over_style = s.type.fact_second;
  const TypeStyle& title_style = set.title;
  const float inner = set.inner_px;
  float height = set.columns > 2 ? measure.tile : measure.target + 10;
  for (const Tile& tile : tiles)
    height = std::max(height, s.lay_out(tile.over, over_style, inner).height +
                                  s.lay_out(tile.title, title_style, inner).height + 2 * surface_inset_px);
  auto list = f.node(Role::list, name);
  s.tree.nodes[s.layout.open_nodes.back().index].look = Look::tiles;
  auto cells = f.columns(set.columns, gap);
  for (const Tile& tile : tiles) {
    auto item = f.list_item();
    const Rect rect = s.place(0, height);
    // White has to be read on it, in every style.
    const Color ground = readable_on(tile.color, {255, 255, 255, 255}, 5.7);
    constexpr Color ink{255, 255, 255, 255};
    const Paragraph& title = s.lay_out(tile.title, title_style, inner);
    const float title_top = tile.over.empty() ? rect.center().y - title.height / 2
                                              : rect.bottom() - surface_inset_px - title.height;
    const Rect words{rect.x + surface_inset_px, title_top, inner, title.height};
    Node& node = s.describe(Role::link, rect, tile.title, tile.href);
    node.href.assign(tile.href);
    node.pressable = true;
    node.look = Look::tile;
    node.color = ground;
    set_text(node, title_style, words);
    const NodeId id = node.id;
    if (s.is_pressed(id)) s.followed.assign(tile.href);
    const bool answers = s.pointing.held == id || (s.pointing.hovered == id && !s.pointing.track.dragging);
    s.painter.fill(rect, answers ? mixed(ground, {0, 0, 0, 255}, 0.15F) : ground, measure.button_radius);
    s.draw_paragraph(tile.title, title, {words.x, words.y}, title_style, ink);
    if (!tile.over.empty()) {
      const Paragraph& over = s.lay_out(tile.over, over_style, inner);
      const Rect place{rect.x + surface_inset_px, rect.y + surface_inset_px - 2, inner, over.height};
      Node& said = s.describe(Role::text, place, tile.over);
      said.look = Look::secondary;
      set_text(said, over_style, place);
      s.draw_paragraph(tile.over, over, {place.x, place.y}, over_style, ink);
    }
    s.draw_focus_ring(id, rect, measure.button_radius);
  }
}

void stops(Frame& f, std::string_view name, std::span<const Stop> stops) {
  Kit::State& s = f.kit();
  if (stops.empty()) return;
  const Palette& palette = s.current_style->palette;
  const TypeStyle& title_style = s.type.secondary_bold;
  const TypeStyle& second_style = s.type.fact_second;
  auto surface = f.panel();
  auto list = f.node(Role::list, name);
  s.tree.nodes[s.layout.open_nodes.back().index].look = Look::stops;
  float widest = least_stop;
  for (const Stop& stop : stops)
    widest = std::max(
        {widest, widest_word(s, stop.title, title_style) + 8, widest_word(s, stop.second, second_style) + 8});
  // Side by side, in two rows where one is too short for them; else one below the other.
  std::size_t in_row = stops.size();
  if (f.width() / static_cast<float>(in_row) < widest) in_row = (in_row + 1) / 2;
  const float cell = f.width() / static_cast<float>(in_row);
  const bool across = cell >= widest;
  const std::size_t rows = (stops.size() + in_row - 1) / in_row;
  float height = 0;
  for (const Stop& stop : stops)
    height = std::max(height, s.lay_out(stop.title, title_style, cell - 8).height +
                                  s.lay_out(stop.second, second_style, cell - 8).height);
  constexpr float between_rows = 14;
  const float row_height = stop_px + 8 + height;
  const Rect all =
      across ? s.place(0, static_cast<float>(rows) * (row_height + between_rows) - between_rows) : Rect{};
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const Stop& stop = stops[i];
    auto item = f.list_item();
    const float inner = across ? cell - 8 : f.width() - stop_px - surface_inset_px;
    const Paragraph& title = s.lay_out(stop.title, title_style, inner);
    const float title_height = title.height;
    const float second_height = s.lay_out(stop.second, second_style, inner).height;
    const Rect rect =
        across ? Rect{all.x + cell * static_cast<float>(i % in_row),
                      all.y + (row_height + between_rows) * static_cast<float>(i / in_row), cell, row_height}
               : s.place(0, std::max(s.current_style->measure.target, title_height + second_height + 8));
    const Point center =
        across ? Point{rect.center().x, rect.y + stop_px / 2} : Point{rect.x + stop_px / 2, rect.center().y};
    // To the stop before and to the next one, half of the way each.
    const float half = (across ? cell : rect.height) / 2 - stop_px / 2;
    if (i > 0)
      s.painter.fill(across ? Rect{rect.x, center.y - 1.5F, half, 3} : Rect{center.x - 1.5F, rect.y, 3, half},
                     palette.accent);
    if (i + 1 < stops.size())
      s.painter.fill(across ? Rect{center.x + stop_px / 2, center.y - 1.5F, half, 3}
                            : Rect{center.x - 1.5F, center.y + stop_px / 2, 3, half},
                     palette.accent);
    const Rect words = across
                           ? Rect{rect.x + 4, rect.y + stop_px + 8, inner, title_height}
                           : Rect{rect.x + stop_px + surface_inset_px,
                                  rect.center().y - (title_height + second_height) / 2, inner, title_height};
    Node& node = s.describe(stop.href.empty() ? Role::text : Role::link, rect, stop.title, stop.href);
    node.href.assign(stop.href);
    node.pressable = !stop.href.empty();
    node.look = Look::stop;
    set_text(node, title_style, words, across);
    const NodeId id = node.id;
    if (s.is_pressed(id)) s.followed.assign(stop.href);
    s.painter.circle(center, stop_px / 2, palette.accent);
    if (stop.goal) {
      s.painter.star(center, stop_px * 0.3F, true, palette.on_accent);
    } else {
      s.painter.circle(center, stop_px / 2 - 3, palette.surface);
      const TypeStyle& mark = s.type.tag;
      centered_line(
          s, stop.mark, mark,
          {center.x - stop_px / 2, center.y - mark.line_height_px / 2, stop_px, mark.line_height_px},
          palette.accent);
    }
    s.draw_paragraph(stop.title, s.lay_out(stop.title, title_style, inner), {words.x, words.y}, title_style,
                     palette.text, across ? inner : 0);
    const Rect below{words.x, words.bottom(), inner, second_height};
    Node& second = s.describe(Role::text, below, stop.second);
    second.look = Look::secondary;
    set_text(second, second_style, below, across);
    s.draw_paragraph(stop.second, s.lay_out(stop.second, second_style, inner), {below.x, below.y},
                     second_style, palette.text_second, across ? inner : 0);
    s.draw_focus_ring(id, rect.inset(1), 8);
  }
}

}  // namespace ui
