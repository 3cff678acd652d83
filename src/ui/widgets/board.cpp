#include "ui/widgets/board.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "icons.h"
#include "ui/blocks.h"
#include "ui/widgets/bars.h"

namespace ui {
namespace {

constexpr float padding_px = 8;  // above and below what is in a row
constexpr float inset_px = 14;   // at the sides
constexpr float room_px = 166;
constexpr float next_px = 258;
constexpr float least_room_px = 136;  // where there is less room for all
constexpr float roomy_from_px = 760;
constexpr float under_room_px = 2;  // below the name of the room, where what is on stands under it
constexpr float row_px = 54;
constexpr float mark_px = 20;
constexpr float beside_mark_px = 8;
constexpr float wide_from_px = 640;
constexpr float bar_room_px = 84;  // of the bar of progress before the words beside it
constexpr float star_px = 18;
constexpr float least_title_px = 14;

// What is seen of the title: that nothing is there is said in words, which would stand in most rows.
std::string_view seen_title(const BoardEntry& entry) {
  return entry.href.empty() ? std::string_view("\u2013") : entry.title;
}

float mark_of(const Kit::State& s) { return std::max(mark_px, s.type.tag.line_height_px + 4); }

float time_width(const Kit::State& s, const BoardEntry& entry) {
  return entry.time.empty() ? 0 : s.painter.width_of(entry.time, s.type.secondary_bold) + beside_mark_px;
}

float marks_width(const Kit::State& s, const BoardEntry& entry) {
  return time_width(s, entry) + (entry.mark.empty() ? 0 : mark_of(s) + beside_mark_px) +
         (entry.starred ? star_px : 0);
}

// Smaller where a word would be broken: large letters leave little room behind the time.
TypeStyle title_type(Kit::State& s, const BoardEntry& entry, bool strong, float width) {
  const TypeStyle& style = strong && !entry.href.empty() ? s.type.secondary_bold : s.type.secondary;
  return s.fitted_words(seen_title(entry), style, width - marks_width(s, entry), least_title_px);
}

// Where both stand in one line.
bool has_bar(const Kit::State& s, const BoardEntry& entry, float width) {
  return entry.progress && s.painter.width_of(entry.second, s.type.fact_second) + bar_room_px <= width;
}

float second_height(Kit::State& s, const BoardEntry& entry, float width) {
  if (entry.second.empty()) return 0;
  return s.lay_out(entry.second, s.type.fact_second, width - (has_bar(s, entry, width) ? bar_room_px : 0))
      .height;
}

float entry_height(Kit::State& s, const BoardEntry& entry, float width, bool strong) {
  const float title =
      s.lay_out(seen_title(entry), title_type(s, entry, strong, width), width - marks_width(s, entry)).height;
  return std::max(title, entry.mark.empty() ? 0 : mark_of(s)) + second_height(s, entry, width);
}

// In the middle of `rect`, of which the upper `above` has other words; all of it can be touched when the
// entry leads somewhere.
void draw_entry(Kit::State& s, const BoardEntry& entry, const Rect& rect, float inset, bool strong,
                float above = 0) {
  const Palette& palette = s.current_style->palette;
  const float width = rect.width - 2 * inset;
  const float height = entry_height(s, entry, width, strong);
  const float left = rect.x + inset;
  float y = rect.y + (rect.height + above - height) / 2;
  const TypeStyle type = title_type(s, entry, strong, width);
  const float beside = marks_width(s, entry);
  const Paragraph& title = s.lay_out(seen_title(entry), type, width - beside);
  const float line = std::max(title.height, entry.mark.empty() ? 0 : mark_of(s));
  const Rect words{left + beside, y + (line - title.height) / 2, width - beside, title.height};
  const bool leads = !entry.href.empty();
  Node& node = s.describe(leads ? Role::link : Role::text, leads ? rect : words, entry.title, entry.href);
  node.look = leads ? Look::plain : Look::secondary;
  if (!leads) node.shown.assign(seen_title(entry));
  set_text(node, type, words);
  const Response response = leads ? s.press(node, entry.href) : Response{};
  if (response.touched())
    s.painter.fill(rect.inset(2), s.answered(response, palette.surface), s.current_style->row.radius);
  float x = left;
  const float first_line = words.y + type.line_height_px / 2;
  if (!entry.time.empty()) {
    const TypeStyle& bold = s.type.secondary_bold;
    const Rect time{x, words.y, s.painter.width_of(entry.time, bold), bold.line_height_px};
    s.painter.text({time.x, time.y}, bold, palette.text, entry.time);
    x += time_width(s, entry);
    Node& said = s.describe(Role::text, time, entry.time_said);
    said.shown.assign(entry.time);
    set_text(said, bold, time);
  }
  if (entry.starred) {
    s.painter.star({x + star_px / 2 - 2, first_line}, star_px * 0.38F, true, palette.star);
    s.describe(Role::image, {x, first_line - star_px / 2, star_px, star_px}, entry.star_said);
    x += star_px;
  }
  if (!entry.mark.empty()) {
    const float mark = mark_of(s);
    const Rect box{x, first_line - mark / 2, mark, mark};
    s.painter.fill(box, readable_on(entry.color, {255, 255, 255, 255}, 5.7), 6);
    const TypeStyle& tag = s.type.tag;
    const float wide = s.painter.width_of(entry.mark, tag);
    const Rect number{box.center().x - wide / 2, box.center().y - tag.line_height_px / 2, wide,
                      tag.line_height_px};
    s.painter.text({number.x, number.y}, tag, {255, 255, 255, 255}, entry.mark);
    Node& said = s.describe(Role::text, box, entry.mark_said);
    said.shown.assign(entry.mark);
    set_text(said, tag, number);
  }
  s.draw_paragraph(seen_title(entry), s.lay_out(seen_title(entry), type, words.width), {words.x, words.y},
                   type, leads ? palette.text : palette.text_second);
  y += line;
  if (!entry.second.empty()) {
    const bool bar = has_bar(s, entry, width);
    const float shift = bar ? bar_room_px : 0;
    const TypeStyle& small = s.type.fact_second;
    const Rect below{left + shift, y, width - shift, second_height(s, entry, width)};
    if (bar) {
      const Progress progress{entry.progress, entry.progress_name};
      const float high = progress.height(s, bar_room_px);
      progress.draw(s, {left, below.y + (small.line_height_px - high) / 2, bar_room_px - 12, high});
    }
    Node& second = s.describe(Role::text, below, entry.second);
    second.look = Look::secondary;
    set_text(second, small, below);
    s.draw_paragraph(entry.second, s.lay_out(entry.second, small, below.width), {below.x, below.y}, small,
                     palette.text_second);
  }
  if (leads) s.draw_focus_ring(response, rect.inset(2), s.current_style->row.radius);
}

// The name of the room, and where it is.
BoardEntry room_entry(const BoardRow& row) {
  return {.title = row.room, .second = row.where, .href = row.href};
}

struct BoardColumns {
  float room = 0;
  float now = 0;
  float next = 0;
};

BoardColumns columns_in(const Kit::State& s, float width) {
  const float grown = std::min(s.text_scale, 1.5F);
  const bool roomy = width > roomy_from_px * grown;
  const float room = (roomy ? room_px : least_room_px) * grown;
  // A window that is wide has room for both.
  const float next = std::max(std::min(next_px * grown, width * 0.36F), (width - room) * 0.42F);
  return {room, width - room - next, next};
}

}  // namespace

bool board_is_wide(const Frame& f, float width) { return width >= wide_from_px * f.setup().text_scale; }

float expected_board_row_height(const Frame& f) {
  return board_is_wide(f, f.width()) ? row_px : 2.4F * row_px;
}

void board_head(Frame& f, std::string_view room, std::string_view now, std::string_view next) {
  Kit::State& s = f.kit();
  if (!board_is_wide(f, f.width())) return;
  const TypeStyle& style = s.type.fact_second;
  const Rect rect = s.place(0, style.line_height_px + 2 * padding_px);
  const BoardColumns columns = columns_in(s, rect.width);
  float x = rect.x;
  for (const auto& [text, width] :
       {std::pair{room, columns.room}, std::pair{now, columns.now}, std::pair{next, columns.next}}) {
    const Rect words{x + inset_px, rect.y + padding_px, width - 2 * inset_px, style.line_height_px};
    Node& node = s.describe(Role::text, words, text);
    node.look = Look::secondary;
    set_text(node, style, words);
    s.painter.text({words.x, words.y}, style, s.current_style->palette.text_second, text);
    x += width;
  }
  edge(f, {rect.x, rect.bottom() - 1, rect.width, 1});
}

void board_row(Frame& f, const BoardRow& row, bool first) {
  Kit::State& s = f.kit();
  const float width = f.width();
  const float target = s.current_style->measure.target;
  const BoardEntry room = room_entry(row);
  const auto high = [&](const BoardEntry& entry, float wide, bool strong) {
    return std::max(target, entry_height(s, entry, wide - 2 * inset_px, strong) + 2 * padding_px);
  };
  if (board_is_wide(f, width)) {
    const BoardColumns columns = columns_in(s, width);
    const float height = std::max({row_px, high(room, columns.room, true), high(row.now, columns.now, true),
                                   high(row.next, columns.next, false)});
    const Rect rect = s.place(0, height);
    if (!first) edge(f, {rect.x, rect.y, rect.width, 1});
    draw_entry(s, room, {rect.x, rect.y, columns.room, height}, inset_px, true);
    draw_entry(s, row.now, {rect.x + columns.room, rect.y, columns.now, height}, inset_px, true);
    draw_entry(s, row.next, {rect.right() - columns.next, rect.y, columns.next, height}, inset_px, false);
    return;
  }
  // The name of the room leads there only where there is nothing else that one would rather open.
  const bool on = !row.now.href.empty();
  if (!on && row.next.href.empty()) {
    const BoardEntry quiet{.title = row.room, .second = row.next.title, .href = row.href};
    const Rect rect = s.place(0, high(quiet, width, false));
    if (!first) edge(f, {rect.x, rect.y, rect.width, 1});
    draw_entry(s, quiet, rect, inset_px, false);
    return;
  }
  const BoardEntry& upper = on ? row.now : row.next;
  const TypeStyle& over = s.type.fact_second;
  const float over_height = s.lay_out(row.room, over, width - 2 * inset_px).height;
  const float above = padding_px + over_height;
  const float inner = width - 2 * inset_px;
  const float upper_height =
      std::max(target, above + under_room_px + entry_height(s, upper, inner, on) + padding_px);
  const float next_height = on && !row.next.href.empty() ? high(row.next, width, false) : 0;
  const Rect rect = s.place(0, upper_height + next_height);
  if (!first) edge(f, {rect.x, rect.y, rect.width, 1});
  const Rect words{rect.x + inset_px, rect.y + padding_px, inner, over_height};
  Node& said = s.describe(Role::text, words, row.room);
  said.look = Look::secondary;
  set_text(said, over, words);
  draw_entry(s, upper, {rect.x, rect.y, width, upper_height}, inset_px, on,
             above - padding_px + under_room_px);
  s.draw_paragraph(row.room, s.lay_out(row.room, over, words.width), {words.x, words.y}, over,
                   s.current_style->palette.text_second);
  if (next_height > 0)
    draw_entry(s, row.next, {rect.x, rect.y + upper_height, width, next_height}, inset_px, false);
}

namespace {

constexpr float between_parts_px = 3;

// Parts of a strip that lead somewhere together, by their places.
struct PartsTogether {
  std::size_t first = 0;
  std::size_t last = 0;
};

// As few as it takes for a finger to find all of them: what is too narrow goes together with the narrower of
// its neighbours.
std::vector<PartsTogether> parts_together(const DayStrip& strip, float width, float least) {
  std::vector<PartsTogether> groups;
  for (std::size_t i = 0; i < strip.parts.size(); ++i) groups.push_back({i, i});
  const auto width_of = [&](const PartsTogether& group) {
    return (strip.parts[group.last].end - strip.parts[group.first].begin) * width - between_parts_px;
  };
  while (groups.size() > 1) {
    const auto narrowest = std::ranges::min_element(groups, {}, width_of);
    if (width_of(*narrowest) >= least) break;
    const bool is_first = narrowest == groups.begin();
    const bool is_last = std::next(narrowest) == groups.end();
    const bool goes_back =
        is_last || (!is_first && width_of(*std::prev(narrowest)) <= width_of(*std::next(narrowest)));
    const auto into = goes_back ? std::prev(narrowest) : narrowest;
    into->last = std::next(into)->last;
    groups.erase(std::next(into));
  }
  return groups;
}

}  // namespace

void day_strip(Frame& f, std::string_view name, const DayStrip& strip) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle& hour_type = s.type.fact_second;
  const TypeStyle& label_type = s.type.segment;
  const float target = s.current_style->measure.target;
  const float hours = hour_type.line_height_px + 8;
  const float part = std::max(target, label_type.line_height_px + 16);
  const float bar = label_type.line_height_px + 10;
  auto panel = f.panel();
  const Rect rect = s.place(0, hours + part);
  auto list = f.node_at(Role::list, rect, 0, name, Look::day_strip);
  const float now_width =
      strip.now_label.empty() ? 0 : s.painter.width_of(strip.now_label, label_type) + 2 * padding_px;
  const float now_x = strip.now ? rect.x + std::clamp(*strip.now, 0.F, 1.F) * rect.width : -1000;
  // The mark stays within the strip, and begins with it where it has no room.
  const float now_left = std::max(rect.x, std::min(now_x - now_width / 2, rect.right() - now_width));
  float free_from = rect.x;
  for (const StripHour& hour : strip.hours) {
    const float wide = s.painter.width_of(hour.label, hour_type);
    const float x = rect.x + hour.at * rect.width;
    const float left = x - wide / 2;
    const bool under_mark = strip.now && left < now_left + now_width + 4 && left + wide > now_left - 4;
    if (left < free_from || left + wide > rect.right() || under_mark) continue;
    free_from = left + wide + 10;
    s.painter.fill({x, rect.y + hours - 4, 1, part}, palette.line);
    s.painter.text({left, rect.y + 2}, hour_type, palette.text_second, hour.label);
  }
  const auto area_of = [&](std::size_t first, std::size_t last) {
    const float left = rect.x + strip.parts[first].begin * rect.width;
    const float right = rect.x + strip.parts[last].end * rect.width;
    return Rect{left, rect.y + hours, std::max(2.F, right - left - between_parts_px), part};
  };
  const std::vector<PartsTogether> groups = parts_together(strip, rect.width, target);
  auto group = groups.begin();
  Response of_group;
  bool group_leads = false;
  std::optional<Frame::Scope> item;
  for (std::size_t i = 0; i < strip.parts.size(); ++i) {
    const StripPart& one = strip.parts[i];
    if (i > group->last) ++group;
    const bool is_alone = group->first == group->last;
    if (i == group->first) {
      of_group = {};
      const Rect touch = area_of(group->first, group->last);
      group_leads = !is_alone && touch.width >= target && strip.together;
      item.reset();
      item.emplace(f.node(Role::list_item));
      if (group_leads) {
        const StripGroup all = strip.together(group->first, group->last);
        of_group = s.press(s.describe(Role::link, touch, all.said, all.href), all.href);
        s.draw_focus_ring(of_group, touch.inset(1), 8);
      }
    }
    const Rect touch = area_of(i, i);
    const Rect seen{touch.x, touch.center().y - bar / 2, touch.width, bar};
    const bool leads = is_alone && touch.width >= target && !one.href.empty();
    const float star = one.starred ? star_px : 0;
    const float wide = s.painter.width_of(one.label, label_type);
    float left = seen.x + 8 + star;
    // The line of the clock goes beside the words, not through them.
    if (now_x > left - 4 && now_x < left + wide + 4) left = now_x + 6;
    const bool fits = left + wide + 8 <= seen.right();
    // The parts of a group are said by it, but for the words that are seen.
    Node* node = nullptr;
    if (!group_leads || fits)
      node = &s.describe(leads ? Role::link : fits ? Role::text : Role::image, touch, one.said, one.href);
    if (fits) {
      node->shown.assign(one.label);
      set_text(*node, label_type,
               {left, seen.center().y - label_type.line_height_px / 2, seen.right() - 8 - left,
                label_type.line_height_px});
    }
    const Rect words = fits ? node->text : Rect{};
    const Response response = leads ? s.press(*node, one.href) : is_alone ? Response{} : of_group;
    const Color ground = one.quiet ? palette.sunken : palette.tint;
    s.painter.fill(seen, s.answered(response, ground), 6);
    s.draw_contrast_edge(seen, 6);
    const bool starred = one.starred && touch.width >= star_px;
    if (starred)
      s.painter.star({seen.x + 6 + star_px / 2, seen.center().y}, star_px * 0.38F, true, palette.star);
    if (fits)
      s.painter.text({words.x, words.y}, label_type, one.quiet ? palette.text_second : palette.text,
                     one.label);
    if (leads) s.draw_focus_ring(response, touch.inset(1), 8);
    if (starred)
      s.describe(Role::image, {seen.x + 6, seen.center().y - star_px / 2, star_px, star_px}, one.star_said);
  }
  item.reset();
  if (!strip.now) return;
  item.emplace(f.node(Role::list_item));
  const Rect mark{now_left, rect.y, now_width, label_type.line_height_px + 4};
  Node& said = s.describe(Role::text, mark, strip.now_said);
  said.shown.assign(strip.now_label);
  set_text(said, label_type, {mark.x + padding_px, mark.y + 2, now_width, label_type.line_height_px});
  s.painter.fill({now_x - 1, mark.bottom(), 2, rect.bottom() - mark.bottom()}, palette.alarm);
  s.painter.fill(mark, palette.alarm, mark.height / 2);
  s.painter.text({mark.x + padding_px, mark.y + 2}, label_type,
                 readable_on({255, 255, 255, 255}, palette.alarm, 4.5), strip.now_label);
}

}  // namespace ui
