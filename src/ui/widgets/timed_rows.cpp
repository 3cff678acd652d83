#include "ui/widgets/timed_rows.h"

#include <algorithm>

#include "ui/blocks.h"

namespace ui {
namespace {

// Where the parts of a row stand, in its width.
struct RowPlaces {
  float bar = 0;    // left edge
  float words = 0;  // left edge
  float right = 0;  // room that is left at the right of the words
  bool time_above = false;
};

RowPlaces places_in(const Kit::State& s, const TimedRow& row, float width) {
  const TimedRowMeasures& measure = s.current_style->timed_row;
  // All times are about as wide as this one, so that the bars of all rows stand below each other.
  const float time = s.painter.width_of("00:00", s.type.row_title);
  RowPlaces places;
  places.bar = std::max(measure.time_room, measure.padding + time + measure.air);
  places.words = places.bar + measure.bar + measure.air;
  places.right = row.star ? measure.star_room : measure.padding;
  if (width - places.words - measure.star_room < measure.least_title_ems * s.type.row_title.size_px) {
    places.time_above = true;
    places.bar = measure.padding;
    places.words = places.bar + measure.bar + measure.air;
  }
  return places;
}

Pill pill_of(const Kit::State& s, std::span<const Tag> tags, std::size_t which) {
  const Palette& palette = s.current_style->palette;
  if (which >= tags.size()) return {};
  const Tag& tag = tags[which];
  switch (tag.look) {
    case TagLook::live: return {tag.text, palette.live, palette.live_ink, Look::tag_live};
    case TagLook::alarm: return {tag.text, palette.notice, palette.alarm, Look::tag_alarm};
    case TagLook::notice: return {tag.text, palette.notice, palette.text, Look::tag_notice};
    case TagLook::quiet:
    case TagLook::colored: break;
  }
  return {tag.text, palette.sunken, palette.text_second, Look::tag};
}

TypeStyle title_type(const Kit::State& s, const TimedRow& row) {
  TypeStyle type = s.type.row_title;
  if (row.past || row.cancelled) type.bold = false;
  return type;
}

// From top to bottom.
template <class Title, class Second>
auto row_column(const Kit::State& s, const TimedRow& row, const Title& title, const Second& second) {
  return column(title, inset({.top = s.current_style->timed_row.above_second},
                             led(pill_of(s, row.tags, 0), led(pill_of(s, row.tags, 1), second))));
}

// `named`: the row's link, without which the words are measured alone.
auto row_blocks(const Kit::State& s, const TimedRow& row, const TypeStyle& title,
                std::optional<std::size_t> named) {
  const Palette& palette = s.current_style->palette;
  const bool quiet = row.past || row.cancelled;
  return row_column(
      s, row,
      Words{.text = row.title,
            .type = &title,
            .ink = quiet ? palette.text_second : palette.text,
            .named = named,
            .struck = row.cancelled},
      column(Words{row.second, &s.type.fact_second, palette.text_second}, Words{.text = row.former,
                                                                                .type = &s.type.fact_second,
                                                                                .ink = palette.text_second,
                                                                                .look = Look::struck,
                                                                                .struck = true}));
}

float timed_row_height(const Kit::State& s, float words) {
  const TimedRowMeasures& measure = s.current_style->timed_row;
  return std::max(measure.least_height, words + 2 * measure.padding_above);
}

// What leads from its star to others, past the disc that shows under a finger.
void draw_joint(Kit::State& s, const TimedRow& row, const Rect& body) {
  const TimedRowMeasures& measure = s.current_style->timed_row;
  const float left = body.right() - measure.star_room / 2 - measure.joint / 2;
  const float from_star = s.current_style->card.star_radius + measure.joint_air;
  const Point star = {left, body.center().y};
  const Color color = s.current_style->palette.star;
  if (row.joined_above) s.painter.fill({left, body.y, measure.joint, star.y - from_star - body.y}, color);
  if (row.joined_below)
    s.painter.fill({left, star.y + from_star, measure.joint, body.bottom() - star.y - from_star}, color);
}

// What is said of the time stays where it begins. It goes with the last row that begins then, and is gone as
// soon as it would be cut.
void note_staying(const Kit::State& s, const TimedRow& row, const Rect& rect, const Rect& place,
                  const TypeStyle& type, Color ink) {
  const float top = s.clip().y;
  const float padding = s.current_style->timed_row.padding_above;
  Rect there = place;
  there.y = top + padding;
  if (!row.same_time_below) there.y = std::min(there.y, rect.bottom() - padding - place.height);
  *row.staying = {std::string(row.time), type, ink, there.y >= top ? there : Rect{}};
}

bool draw_star(Kit::State& s, const Star& star, const Rect& row) {
  const float target = s.current_style->measure.target;
  const float middle = row.right() - s.current_style->timed_row.star_room / 2;
  return star_button(s, star, {middle - target / 2, row.center().y - target / 2, target, target}, row);
}

}  // namespace

TimedRowWords timed_row_words(Frame& f) {
  const RowPlaces places = places_in(f.kit(), {.star = Star{}}, f.width());
  return {places.words, places.right};
}

float expected_timed_row_height(Frame& f) {
  Kit::State& s = f.kit();
  constexpr float title_lines = 1.5F;
  return timed_row_height(
      s, row_column(s, {}, Lines{title_lines, &s.type.row_title}, Lines{1, &s.type.fact_second})
             .height(s, f.width()));
}

bool timed_row(Frame& f, const TimedRow& row) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TimedRowMeasures& measure = s.current_style->timed_row;
  const RowPlaces places = places_in(s, row, f.width());
  const TypeStyle title = title_type(s, row);
  const float words_width = f.width() - places.words - places.right;
  const float words = row_blocks(s, row, title, std::nullopt).height(s, words_width);
  TypeStyle time_type = s.type.row_title;
  time_type.bold = !row.past_time;
  const bool says_time = !row.time.empty() && !row.same_time_above;
  const float above = places.time_above && says_time ? measure.padding_above + time_type.line_height_px : 0;
  const Rect rect = s.place(0, above + timed_row_height(s, words));
  const Rect body{rect.x, rect.y + above, rect.width, rect.height - above};
  if (s.visible(rect)) {
    if (!row.on_panel) s.painter.fill(rect, palette.surface);
    if (row.line_above) s.painter.fill({rect.x, rect.y, rect.width, measure.line}, palette.line);
  }
  const Rect place{rect.x + measure.padding, rect.y + measure.padding_above,
                   places.time_above ? rect.width - 2 * measure.padding : places.bar - measure.padding,
                   time_type.line_height_px};
  const bool stays = row.staying != nullptr && !places.time_above && rect.y < s.clip().y;
  const Color time_ink = row.past_time ? palette.text_second : palette.text;
  if (says_time) {
    Node& time = s.describe(Role::heading, place, row.time);
    time.level = static_cast<std::uint8_t>(row.time_level);
    time.look = Look::row_time;
    set_text(time, time_type, place);
    if (!stays && s.visible(place)) s.painter.text({place.x, place.y}, time_type, time_ink, row.time);
  }
  if (stays && !row.time.empty()) note_staying(s, row, rect, place, time_type, time_ink);
  Node& node = s.describe(Role::link, body, row.title, row.href);
  node.state.current = row.selected;
  node.look = Look::timed_row;
  if (row.bar) node.color = *row.bar;
  if (row.selected) s.focus.to_reveal = node.id;
  const Response response = s.press(node, row.href);
  const std::size_t link = s.node_count - 1;
  if (s.visible(body)) {
    // What is chosen or touched is set off from the bar on: the time at the left is of other rows too.
    const Rect ground{body.x + places.bar, body.y + measure.line, body.width - places.bar,
                      body.height - measure.line};
    if (row.selected)
      s.painter.fill(ground, palette.tint);
    else if (response.touched())
      s.painter.fill(ground, s.answered(response, palette.surface));
    const Rect bar{body.x + places.bar, body.y + measure.padding_above, measure.bar,
                   body.height - 2 * measure.padding_above};
    if (row.bar) s.painter.fill(bar, *row.bar, measure.bar / 2);
  }
  row_blocks(s, row, title, link)
      .draw(s, {body.x + places.words, body.center().y - words / 2, words_width, words});
  if (row.star && s.visible(body)) draw_joint(s, row, body);
  const bool star_pressed = row.star && draw_star(s, *row.star, body);
  s.draw_focus_ring(response, body.inset(3), s.current_style->row.radius);
  return star_pressed;
}

void staying_time(Frame& f, const StayingTime& time) {
  Kit::State& s = f.kit();
  // Rows far above may have been the last ones that were drawn.
  if (time.place.empty() || f.corner().y < time.place.bottom()) return;
  s.painter.fill(time.place, s.current_style->palette.surface);
  s.painter.text({time.place.x, time.place.y}, time.type, time.ink, time.text);
}

}  // namespace ui
