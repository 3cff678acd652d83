#include "ui/widgets/wall.h"

#include <algorithm>
#include <cmath>

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
  Rect room, now, next;
};

Columns columns_in(const Rect& rect, float u) {
  const float gap = 28 * u;
  const float room = std::round(rect.width * 0.19F);
  const float now = std::round((rect.width - room - 2 * gap) * 0.5F);
  const float left = rect.x + room + gap;
  return {{rect.x, rect.y, room, rect.height},
          {left, rect.y, now, rect.height},
          {left + now + gap, rect.y, rect.right() - left - now - gap, rect.height}};
}

void draw_progress(Kit::State& s, const WallEntry& entry, const Rect& bar) {
  Node& node = s.describe(Role::progress, bar, entry.progress_name);
  node.value = std::to_string(static_cast<int>(std::lround(*entry.progress * 100))) + "%";
  const Palette& palette = s.current_style->palette;
  s.painter.fill(bar, palette.sunken, bar.height / 2);
  s.painter.stroke(bar, palette.outline, 1, bar.height / 2);
  const float done = std::max(bar.height, bar.width * *entry.progress);
  s.painter.fill({bar.x, bar.y, done, bar.height}, palette.live, bar.height / 2);
}

void draw_entry(Kit::State& s, const WallEntry& entry, const Rect& rect, float u) {
  const Palette& palette = s.current_style->palette;
  const float air = std::round(rect.height * 0.09F);
  const float bar = entry.live ? 6 * u : 0;
  if (entry.live) s.painter.fill({rect.x, rect.y + air, bar, rect.height - 2 * air}, palette.live, bar / 2);
  float left = rect.x + (entry.live ? bar + 18 * u : 0);
  if (!entry.time.empty()) {
    const TypeStyle style = wall_type(rect.height * 0.27F, true);
    const float room = std::ceil(s.painter.width_of(entry.time, style));
    const Rect at{left, rect.y, room, rect.height};
    words_in(s, s.describe(Role::text, at, entry.time), entry.time, style, at, palette.accent);
    left += room + 18 * u;
  }
  const float width = rect.right() - left;
  const TypeStyle second = wall_type(rect.height * 0.2F, false);
  const float progress = entry.progress ? 8 * u + 6 * u : 0;
  float below = (entry.second.empty() ? 0 : second.line_height_px) + progress;
  const float room = rect.height - 2 * air - below;
  const bool nothing = entry.href.empty();
  const TypeStyle title =
      fitted_into(s, entry.title, rect.height * (nothing ? 0.22F : 0.27F), !nothing, width, room);
  const float high = s.lay_out(entry.title, title, width).height;
  // A title that needs all of the room has it.
  const bool with_second = !entry.second.empty() && high + below <= rect.height;
  if (!with_second) below = progress;
  const float top = rect.center().y - (high + below) / 2;
  const Rect at{left, top, width, high};
  Node& node = s.describe(nothing ? Role::text : Role::link,
                          nothing ? at : Rect{left, rect.y, width, rect.height}, entry.title, entry.href);
  const Response response = nothing ? Response{} : s.press(node, entry.href);
  words_in(s, node, entry.title, title, at, nothing ? palette.text_second : palette.text);
  if (!nothing) s.draw_focus_ring(response, at, 6);
  if (with_second) {
    const Rect line{left, at.bottom(), width, second.line_height_px};
    Node& said = s.describe(Role::text, line, entry.second);
    said.look = Look::secondary;
    words_in(s, said, entry.second, s.fitted(entry.second, second, width, least_wall_px), line,
             palette.text_second);
  }
  if (entry.progress) draw_progress(s, entry, {left, at.bottom() + below - 8 * u, width * 0.6F, 8 * u});
}

}  // namespace

float wall_unit(const Frame& f) {
  const Size window = f.setup().window;
  return std::max(0.4F, std::min(window.width / 1920, window.height / 1080));
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
  const TypeStyle time = wall_type(height * 0.42F, true);
  const TypeStyle day = wall_type(height * 0.27F, false);
  const float time_width = std::ceil(s.painter.width_of(head.time, time));
  const float day_width = std::ceil(s.painter.width_of(head.day, day));
  float right = rect.right() - margin;
  const float left_room = rect.width - 2 * margin - time_width - margin;
  const bool with_day = day_width < left_room * 0.5F;
  const float room = left_room - (with_day ? day_width + margin : 0);
  const Rect name{rect.x + margin, rect.y, room, rect.height};
  Node& event = s.describe(head.is_title ? Role::heading : Role::text, name, head.event);
  if (head.is_title) event.level = 1;
  words_in(s, event, head.event, fitted_into(s, head.event, height * 0.31F, true, room, height * 0.9F), name,
           palette.on_header);
  if (with_day) {
    const Rect at{right - time_width - margin * 0.6F - day_width, rect.y, day_width, rect.height};
    words_in(s, s.describe(Role::text, at, head.day), head.day, day, at, palette.on_header.with_alpha(235));
  }
  const Rect at{right - time_width, rect.y, time_width, rect.height};
  words_in(s, s.describe(Role::text, at, head.time), head.time, time, at, palette.on_header);
}

void wall_columns(Frame& f, std::string_view room, std::string_view now, std::string_view next) {
  Kit::State& s = f.kit();
  const float u = wall_unit(f);
  const TypeStyle style = wall_type(24 * u, true);
  const Rect rect = s.place(0, style.line_height_px + 18 * u);
  const Columns columns = columns_in(rect, u);
  for (const auto& [text, at] : {std::pair{room, columns.room}, {now, columns.now}, {next, columns.next}})
    words_in(s, s.describe(Role::text, at, text), text, s.fitted(text, style, at.width, least_wall_px), at,
             s.current_style->palette.text_second);
}

void wall_row(Frame& f, const WallRow& row, float height) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const float u = wall_unit(f);
  const Rect rect = s.place(0, height);
  const Columns columns = columns_in(rect, u);
  s.painter.fill({rect.x, rect.y, rect.width, std::max(1.F, std::round(1.5F * u))}, palette.line);
  auto item = f.list_item();
  const TypeStyle where = wall_type(height * 0.18F, false);
  const float room = height * 0.82F - (row.where.empty() ? 0 : where.line_height_px);
  const TypeStyle name = fitted_into(s, row.room, height * 0.3F, true, columns.room.width, room);
  const float high = s.lay_out(row.room, name, columns.room.width).height;
  const float all = high + (row.where.empty() ? 0 : where.line_height_px);
  const Rect at{columns.room.x, rect.center().y - all / 2, columns.room.width, high};
  Node& link = s.describe(Role::link, columns.room, row.room, row.href);
  const Response response = s.press(link, row.href);
  words_in(s, link, row.room, name, at, palette.accent);
  s.draw_focus_ring(response, columns.room.inset(2), 6);
  if (!row.where.empty()) {
    const Rect line{at.x, at.bottom(), at.width, where.line_height_px};
    Node& said = s.describe(Role::text, line, row.where);
    said.look = Look::secondary;
    words_in(s, said, row.where, s.fitted(row.where, where, at.width, least_wall_px), line,
             palette.text_second);
  }
  draw_entry(s, row.now, columns.now, u);
  draw_entry(s, row.next, columns.next, u);
}

}  // namespace ui
