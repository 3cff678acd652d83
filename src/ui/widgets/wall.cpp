#include "ui/widgets/wall.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "icons.h"
#include "ui/kit_state.h"

namespace ui {
namespace {

constexpr float least_wall_px = 14;

TypeStyle wall_type(float size_px, bool bold) {
  const float size = std::max(least_wall_px, std::round(size_px));
  return {size, std::round(size * 1.24F), bold};
}

// As large as asked for, or smaller until all of it fits into that height.
TypeStyle fitted_into(Kit::State& s, std::string_view text, float size_px, bool bold, float width,
                      float height) {
  TypeStyle style = wall_type(size_px, bold);
  while (style.size_px > least_wall_px && s.lay_out(text, style, width).height > height)
    style = wall_type(style.size_px - 1, bold);
  return s.fitted_words(text, style, width, least_wall_px);
}

// Words in the middle of the height of `rect`. Answers where they came to stand.
Rect words_in(Kit::State& s, Node& node, std::string_view text, const TypeStyle& style, const Rect& rect,
              Color color) {
  const Paragraph& lines = s.lay_out(text, style, rect.width);
  const Rect at{rect.x, rect.center().y - lines.height / 2, rect.width, lines.height};
  set_text(node, style, at);
  s.draw_paragraph(text, lines, {at.x, at.y}, style, color);
  return at;
}

// The columns of a row: where each begins, and how wide it is.
struct Columns {
  Rect room, main, side;
};

constexpr float between_columns = 36;

Columns columns_in(const Rect& rect, float u, bool with_side) {
  const float gap = between_columns * u;
  const float room = std::round(rect.width * 0.165F);
  const float side = with_side ? std::round(rect.width * 0.23F) : 0;
  const float left = rect.x + room + gap;
  const float main = rect.right() - left - (with_side ? side + gap : 0);
  return {{rect.x, rect.y, room, rect.height},
          {left, rect.y, main, rect.height},
          {rect.right() - side, rect.y, side, rect.height}};
}

constexpr float live_bar = 9;   // points at 1080, as all that follow
constexpr float live_air = 22;  // between that and the words
constexpr float progress_bar = 6;
constexpr float row_air = 7;  // above the words of a row, and below
constexpr float least_title = 27;
constexpr float most_title = 52;

// What the words of all rows are set in.
struct WallType {
  TypeStyle room, where, title, second, time, side;
};

WallType type_with_title(float title, float u) {
  const auto at_least = [&](float size, float least) { return std::max(size, least * u); };
  return {.room = wall_type(title * 1.08F, true),
          .where = wall_type(at_least(title * 0.62F, 21), false),
          .title = {std::round(title), std::round(title * 1.17F), true},
          .second = wall_type(at_least(title * 0.66F, 22), false),
          .time = wall_type(at_least(title * 0.74F, 24), true),
          .side = wall_type(at_least(title * 0.7F, 23), false)};
}

bool fits(Kit::State& s, std::string_view text, const TypeStyle& style, float width, float height) {
  const Paragraph& lines = s.lay_out(text, style, width);
  return lines.height <= height && !lines.word_cut;
}

bool fits(Kit::State& s, const WallRow& row, const WallType& type, const Columns& columns, float u) {
  const float height = columns.room.height;
  const float words = height - 2 * row_air * u;
  const float second = row.main.second.empty() ? 0 : type.second.line_height_px;
  const float indent = (live_bar + live_air) * u;
  if (!fits(s, row.main.title, type.title, columns.main.width - indent, words - second)) return false;
  const float where = row.where.empty() ? 0 : type.where.line_height_px;
  if (!fits(s, row.room, type.room, columns.room.width, words - where)) return false;
  if (!row.side) return true;
  const float time = row.side->time.empty() ? 0 : type.time.line_height_px;
  return fits(s, row.side->title, type.side, columns.side.width, words - time);
}

void draw_progress(Kit::State& s, const WallEntry& entry, const Rect& bar) {
  Node& node = s.describe(Role::progress, bar, entry.progress_name);
  node.value = std::to_string(static_cast<int>(std::lround(*entry.progress * 100))) + "%";
  const Palette& palette = s.current_style->palette;
  s.painter.fill(bar, palette.line, bar.height / 2);
  const float done = std::max(bar.height, bar.width * *entry.progress);
  s.painter.fill({bar.x, bar.y, done, bar.height}, palette.accent, bar.height / 2);
}

// Two texts one below the other in the middle of `rect`. The larger one has what the other leaves it.
struct Stack {
  std::string_view above, below;
  TypeStyle above_style, below_style;
  Color above_color, below_color;
  std::string_view href;  // of the larger one
  bool large_below = false;
};

// Answers where the smaller one stands.
Rect draw_stack(Kit::State& s, const Stack& stack, const Rect& rect) {
  const std::string_view large_text = stack.large_below ? stack.below : stack.above;
  const std::string_view small_text = stack.large_below ? stack.above : stack.below;
  TypeStyle large = stack.large_below ? stack.below_style : stack.above_style;
  TypeStyle small = stack.large_below ? stack.above_style : stack.below_style;
  const float small_height = small_text.empty() ? 0 : small.line_height_px;
  if (!fits(s, large_text, large, rect.width, rect.height - small_height))
    large = fitted_into(s, large_text, large.size_px, large.bold, rect.width, rect.height - small_height);
  const float high = s.lay_out(large_text, large, rect.width).height;
  const float top = rect.center().y - (high + small_height) / 2;
  const Rect at{rect.x, top + (stack.large_below ? small_height : 0), rect.width, high};
  const bool leads = !stack.href.empty();
  Node& node = s.describe(leads ? Role::link : Role::text, leads ? rect : at, large_text, stack.href);
  const Response response = leads ? s.press(node, stack.href) : Response{};
  words_in(s, node, large_text, large, at, stack.large_below ? stack.below_color : stack.above_color);
  if (leads) s.draw_focus_ring(response, at.inset(-4), 6);
  if (small_text.empty()) return {rect.x, at.bottom(), 0, 0};
  small = s.fitted(small_text, small, rect.width, least_wall_px);
  const Rect line{rect.x, stack.large_below ? top : at.bottom(), rect.width, small_height};
  Node& said = s.describe(Role::text, line, small_text);
  said.look = Look::secondary;
  words_in(s, said, small_text, small, line, stack.large_below ? stack.above_color : stack.below_color);
  return {line.x, line.y, s.painter.width_of(small_text, small), line.height};
}

void draw_row(Kit::State& s, const WallRow& row, const WallType& type, const Rect& rect, float u) {
  const Palette& palette = s.current_style->palette;
  const float air = row_air * u;
  const Columns columns = columns_in(rect, u, row.side.has_value());
  const auto inside = [&](const Rect& column) {
    return Rect{column.x, column.y + air, column.width, column.height - 2 * air};
  };
  s.painter.fill({rect.x, rect.y, rect.width, std::max(1.F, std::round(1.5F * u))}, palette.line);
  draw_stack(s,
             {.above = row.room,
              .below = row.where,
              .above_style = type.room,
              .below_style = type.where,
              .above_color = palette.accent,
              .below_color = palette.text_second,
              .href = row.href},
             inside(columns.room));
  Rect main = inside(columns.main);
  if (row.live) s.painter.fill({main.x, main.y, live_bar * u, main.height}, palette.live, live_bar * u / 2);
  main.x += (live_bar + live_air) * u;
  main.width -= (live_bar + live_air) * u;
  const bool nothing = row.main.href.empty();
  const Rect second = draw_stack(s,
                                 {.above = row.main.title,
                                  .below = row.main.second,
                                  .above_style = type.title,
                                  .below_style = type.second,
                                  .above_color = nothing ? palette.text_second : palette.text,
                                  .below_color = palette.text_second,
                                  .href = row.main.href},
                                 main);
  // Behind the words that say how long still.
  if (row.main.progress) {
    const float high = std::round(progress_bar * u);
    const float left = second.right() + live_air * u;
    draw_progress(s, row.main, {left, second.center().y - high / 2, main.right() - left, high});
  }
  if (!row.side) return;
  draw_stack(s,
             {.above = row.side->time,
              .below = row.side->title,
              .above_style = type.time,
              .below_style = type.side,
              .above_color = palette.accent,
              .below_color = row.side->href.empty() ? palette.text_second : palette.text,
              .href = row.side->href,
              .large_below = true},
             inside(columns.side));
}

// Where the pieces of a line come to stand.
struct PlacedPiece {
  std::size_t piece = 0;
  Point at;  // from the corner of the line
};
struct PlacedLine {
  std::vector<PlacedPiece> pieces;
  std::string others;  // for the rest
  Point others_at;
  std::size_t lines = 1;
};

constexpr float line_px = 25;
constexpr float line_air = 9;  // above a line, and below
constexpr float between_pieces = 40;
constexpr std::size_t most_lines = 3;

TypeStyle line_type(float u, bool bold) {
  TypeStyle style = wall_type(line_px * u, bold);
  style.line_height_px = std::round(style.size_px * 1.42F);
  return style;
}

float width_of(Kit::State& s, const WallPiece& piece, float u) {
  const float time = piece.time.empty() ? 0 : s.painter.width_of(piece.time, line_type(u, true)) + 12 * u;
  return std::ceil(time + s.painter.width_of(piece.room, line_type(u, false)));
}

PlacedLine placed(Kit::State& s, const WallLine& line, float width, float u) {
  PlacedLine result;
  const float gap = between_pieces * u;
  const float label = std::ceil(s.painter.width_of(line.label, line_type(u, true)));
  // Under the words of the rows above.
  const float words = columns_in({0, 0, width, 0}, u, true).main.x + (live_bar + live_air) * u;
  const float left = std::max(words, label + gap);
  const auto others = [&](std::size_t count) { return line.others ? line.others(count) : std::string(); };
  float x = left;
  for (std::size_t i = 0; i < line.pieces.size(); ++i) {
    const float wide = width_of(s, line.pieces[i], u);
    if (x > left && x + wide > width) {
      if (result.lines == most_lines) {
        // Room for the words about the rest.
        result.others = others(line.pieces.size() - i);
        const auto end = [&] { return x + s.painter.width_of(result.others, line_type(u, false)); };
        while (end() > width && result.pieces.size() > 1) {
          x = result.pieces.back().at.x;
          result.pieces.pop_back();
          result.others = others(line.pieces.size() - result.pieces.size());
        }
        result.others_at = {x, static_cast<float>(result.lines - 1) * line_type(u, false).line_height_px};
        return result;
      }
      ++result.lines;
      x = left;
    }
    result.pieces.push_back(
        {i, {x, static_cast<float>(result.lines - 1) * line_type(u, false).line_height_px}});
    x += wide + gap;
  }
  return result;
}

}  // namespace

float wall_unit(const Frame& f) {
  const Size window = f.setup().window;
  return std::max(0.4F, std::min(window.width / 1920, window.height / 1080));
}

void read_from_afar(Frame& f, float factor) {
  Kit::State& s = f.kit();
  s.type = enlarged(s.type, factor);
  Style style = *s.current_style;
  TagMeasures& tag = style.tag;
  BannerMeasures& banner = style.banner;
  PlanMeasures& plan = style.plan_measure;
  for (float* measure : {&tag.padding,
                         &tag.padding_above,
                         &tag.gap,
                         &tag.radius,
                         &banner.padding,
                         &banner.padding_above,
                         &plan.padding,
                         &plan.wall,
                         &plan.outer_wall,
                         &plan.door,
                         &plan.selected,
                         &plan.way,
                         &plan.way_case,
                         &plan.dots,
                         &plan.mark_radius,
                         &plan.sign,
                         &plan.sign_radius,
                         &plan.state_radius,
                         &plan.label_air,
                         &style.chip.least_height,
                         &style.chip.padding,
                         &style.chip.padding_above,
                         &style.chip.radius,
                         &style.measure.card_padding,
                         &style.measure.card_radius,
                         &style.measure.button_radius})
    *measure *= factor;
  s.from_afar = style;
  s.current_style = &*s.from_afar;
}

void wall_head(Frame& f, const WallHead& head, float height) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const Rect rect = s.place(0, height);
  const float middle = rect.x + rect.width * 0.62F;
  s.painter.gradient({rect.x, rect.y, middle - rect.x, rect.height}, palette.header_from,
                     palette.header_middle);
  s.painter.gradient({middle, rect.y, rect.right() - middle, rect.height}, palette.header_middle,
                     palette.header_to);
  auto banner = f.node_at(Role::group, rect, 0, {}, Look::hero);
  const float margin = height * 0.45F;
  const TypeStyle time = wall_type(height * 0.48F, true);
  const TypeStyle day = wall_type(height * 0.29F, false);
  const float time_width = std::ceil(s.painter.width_of(head.time, time));
  const float day_width = std::ceil(s.painter.width_of(head.day, day));
  const float right = rect.right() - margin;
  float left = rect.x + margin;
  if (!head.back.empty()) {
    const float side = std::max(s.current_style->measure.target, height * 0.5F);
    const Rect arrow{rect.x + margin * 0.5F, rect.center().y - side / 2, side, side};
    Node& node = s.describe(Role::link, arrow, head.back_name, head.back);
    const Response response = s.press(node, head.back);
    node.look = Look::icon_button;
    node.icon = icon::chevron_left;
    s.painter.icon(icon::chevron_left, arrow.center(), height * 0.3F, palette.on_header);
    s.draw_focus_ring(response, arrow, 8);
    left = arrow.right() + margin * 0.3F;
  }
  const float left_room = right - left - time_width - margin;
  const bool with_day = day_width < left_room * 0.5F;
  const float room = left_room - (with_day ? day_width + margin : 0);
  const Rect name{left, rect.y, room, rect.height};
  Node& event = s.describe(head.is_title ? Role::heading : Role::text, name, head.event);
  if (head.is_title) event.level = 1;
  words_in(s, event, head.event, fitted_into(s, head.event, height * 0.31F, true, room, height * 0.9F), name,
           palette.on_header);
  if (with_day) {
    const Rect at{right - time_width - (head.time.empty() ? 0 : margin * 0.6F) - day_width, rect.y, day_width,
                  rect.height};
    words_in(s, s.describe(Role::text, at, head.day), head.day, day, at, palette.on_header.with_alpha(235));
  }
  if (head.time.empty()) return;
  const Rect at{right - time_width, rect.y, time_width, rect.height};
  words_in(s, s.describe(Role::text, at, head.time), head.time, time, at, palette.on_header);
}

float wall_columns_height(const Frame& f) {
  const float u = wall_unit(f);
  return wall_type(22 * u, true).line_height_px + 12 * u;
}

void wall_columns(Frame& f, std::string_view room, std::string_view main, std::string_view side) {
  Kit::State& s = f.kit();
  const float u = wall_unit(f);
  const TypeStyle style = wall_type(22 * u, true);
  Columns columns = columns_in(s.place(0, wall_columns_height(f)), u, !side.empty());
  columns.main.x += (live_bar + live_air) * u;
  columns.main.width -= (live_bar + live_air) * u;
  for (const auto& [text, at] : {std::pair{room, columns.room}, {main, columns.main}, {side, columns.side}})
    if (!text.empty())
      words_in(s, s.describe(Role::text, at, text), text, s.fitted(text, style, at.width, least_wall_px), at,
               s.current_style->palette.text_second);
}

float wall_title_px(Frame& f, std::span<const WallRow> rows, float height) {
  const float u = wall_unit(f);
  float title = std::floor(std::min(height * 0.36F, most_title * u));
  if (rows.empty()) return title;
  const Columns columns = columns_in({0, 0, f.width(), height}, u, rows.front().side.has_value());
  for (; title > least_title * u; --title) {
    const WallType type = type_with_title(title, u);
    if (std::ranges::all_of(rows, [&](const WallRow& row) { return fits(f.kit(), row, type, columns, u); }))
      return title;
  }
  return std::max(title, least_title * u);
}

void wall_rows(Frame& f, std::string_view name, std::span<const WallRow> rows, float height, float title_px) {
  if (rows.empty()) return;
  Kit::State& s = f.kit();
  const float u = wall_unit(f);
  const WallType type = type_with_title(title_px, u);
  auto list = f.node(Role::list, name);
  for (const WallRow& row : rows) {
    const Rect rect = s.place(0, height);
    auto item = f.list_item();
    draw_row(s, row, type, rect, u);
  }
}

float wall_line_height(Frame& f, const WallLine& line) {
  if (line.pieces.empty()) return 0;
  const float u = wall_unit(f);
  const std::size_t lines = placed(f.kit(), line, f.width(), u).lines;
  return static_cast<float>(lines) * line_type(u, false).line_height_px + 2 * line_air * u;
}

void wall_line(Frame& f, const WallLine& line) {
  if (line.pieces.empty()) return;
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const float u = wall_unit(f);
  const TypeStyle bold = line_type(u, true);
  const TypeStyle plain = line_type(u, false);
  const Rect rect = s.place(0, wall_line_height(f, line));
  s.painter.fill({rect.x, rect.y, rect.width, std::max(1.F, std::round(1.5F * u))}, palette.line);
  const PlacedLine all = placed(s, line, rect.width, u);
  const float top = rect.y + line_air * u;
  const Rect label{rect.x, top, rect.width, bold.line_height_px};
  words_in(s, s.describe(Role::text, label, line.label), line.label,
           s.fitted(line.label, bold, label.width, least_wall_px), label, palette.text_second);
  auto list = f.node(Role::list, line.label);
  for (const PlacedPiece& place : all.pieces) {
    const WallPiece& piece = line.pieces[place.piece];
    auto item = f.list_item();
    float x = rect.x + place.at.x;
    const float y = top + place.at.y;
    if (!piece.time.empty()) {
      const float wide = std::ceil(s.painter.width_of(piece.time, bold));
      const Rect at{x, y, wide, bold.line_height_px};
      words_in(s, s.describe(Role::text, at, piece.time), piece.time, bold, at, palette.text_second);
      x += wide + 12 * u;
    }
    const TypeStyle name = s.fitted(piece.room, plain, rect.right() - x, least_wall_px);
    const Rect at{x, y, std::ceil(s.painter.width_of(piece.room, name)), plain.line_height_px};
    Node& link = s.describe(Role::link, at, piece.room, piece.href);
    const Response response = s.press(link, piece.href);
    words_in(s, link, piece.room, name, at, palette.text);
    s.draw_focus_ring(response, at.inset(-4), 6);
  }
  if (all.others.empty()) return;
  const Rect at{rect.x + all.others_at.x, top + all.others_at.y, rect.width - all.others_at.x,
                plain.line_height_px};
  words_in(s, s.describe(Role::text, at, all.others), all.others, plain, at, palette.text_second);
}

}  // namespace ui
