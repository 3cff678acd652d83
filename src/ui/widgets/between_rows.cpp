#include "ui/widgets/between_rows.h"

#include <algorithm>

#include "ui/kit_state.h"
#include "ui/widgets/timed_rows.h"

namespace ui {
namespace {

constexpr float icon_size = 16;
constexpr float padding = 10;       // beside the words on their ground
constexpr float padding_above = 5;  // and above and below them
constexpr float radius = 8;

struct BetweenPlaces {
  float strip = 0;      // height of what is seen,
  float height = 0;     // and of all of it
  float words = 0;      // width of the words
  float icon_room = 0;  // at their left
  float action = 0;     // width of the link
  bool below = false;   // the link stands below the words
};

BetweenPlaces places_in(Kit::State& s, const BetweenRows& content, float width) {
  BetweenPlaces places;
  const float beside = content.warns ? 2 * padding : 0;
  places.icon_room = content.icon == 0 ? 0 : icon_size * s.text_scale + 8;
  if (!content.action.empty())
    places.action = std::max(s.current_style->measure.target,
                             s.painter.width_of(content.action, s.type.secondary_bold) + 2 * padding);
  places.below = places.action > width / 2;
  places.words = width - beside - places.icon_room - (places.below ? 0 : places.action);
  const float target = content.action.empty() ? 0 : s.current_style->measure.target;
  const TypeStyle& type = content.warns ? s.type.secondary_bold : s.type.fact_second;
  const float lines = s.lay_out(content.text, type, places.words).height;
  places.strip =
      std::max(s.current_style->timed_row.between, lines + 2 * padding_above) + (places.below ? target : 0);
  places.height = std::max(places.strip, target);
  return places;
}

void draw_action(Kit::State& s, const BetweenRows& content, const Rect& touch) {
  const TypeStyle& type = s.type.secondary_bold;
  const float wide = s.painter.width_of(content.action, type);
  const Rect words{touch.right() - padding - wide, touch.center().y - type.line_height_px / 2, wide,
                   type.line_height_px};
  Node& link = s.describe(Role::link, touch, content.action_said, content.href);
  link.shown.assign(content.action);
  set_text(link, type, words);
  const Response response = s.press(link, content.href);
  if (s.visible(touch))
    s.painter.text({words.x, words.y}, type,
                   readable_on(s.current_style->palette.accent, s.current_style->palette.notice, 4.6),
                   content.action);
  s.draw_focus_ring(response, touch.inset(5), radius);
}

}  // namespace

float expected_between_rows_height(Frame& f, const BetweenRows& content) {
  return content.action.empty() ? f.kit().current_style->timed_row.between
                                : f.kit().current_style->measure.target;
}

void between_rows(Frame& f, const BetweenRows& content) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TimedRowWords around = timed_row_words(f);
  // Words without a ground go below the stars.
  const float right = content.warns ? around.right : s.current_style->timed_row.padding;
  const float width = f.width() - around.left - right;
  const BetweenPlaces places = places_in(s, content, width);
  const Rect rect = s.place(0, places.height);
  const Rect strip{rect.x + around.left, rect.center().y - places.strip / 2, width, places.strip};
  const TypeStyle& type = content.warns ? s.type.secondary_bold : s.type.fact_second;
  const float touch_height = content.action.empty() ? 0 : s.current_style->measure.target;
  const float lines = s.lay_out(content.text, type, places.words).height;
  const float words_height = strip.height - (places.below ? touch_height : 0);
  const Rect words{strip.x + (content.warns ? padding : 0) + places.icon_room,
                   strip.y + (words_height - lines) / 2, places.words, lines};
  if (s.visible(rect)) {
    if (!content.on_panel) s.painter.fill(rect, palette.surface);
    if (content.line_above)
      s.painter.fill({rect.x, rect.y, rect.width, s.current_style->timed_row.line}, palette.line);
    if (content.warns) {
      s.painter.fill(strip, palette.notice, radius);
      s.draw_contrast_edge(strip, radius);
    }
    if (content.joined) {
      const TimedRowMeasures& measure = s.current_style->timed_row;
      s.painter.fill(
          {rect.right() - measure.star_room / 2 - measure.joint / 2, rect.y, measure.joint, rect.height},
          palette.star);
    }
    if (content.icon != 0)
      s.painter.icon(
          content.icon,
          {words.x - places.icon_room + icon_size * s.text_scale / 2, words.y + type.line_height_px / 2},
          icon_size * s.text_scale, content.warns ? palette.text : palette.text_second);
  }
  Node& said = s.describe(Role::text, words, content.text);
  said.look = content.warns ? Look::secondary_bold : Look::secondary;
  set_text(said, type, words);
  if (s.visible(words))
    s.draw_paragraph(content.text, s.lay_out(content.text, type, places.words), {words.x, words.y}, type,
                     content.warns ? palette.text : palette.text_second);
  if (content.action.empty()) return;
  draw_action(s, content,
              places.below ? Rect{strip.right() - places.action, strip.bottom() - touch_height, places.action,
                                  touch_height}
                           : Rect{strip.right() - places.action, rect.center().y - touch_height / 2,
                                  places.action, touch_height});
}

}  // namespace ui
