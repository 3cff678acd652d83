#include "ui/widgets/people.h"

#include <algorithm>
#include <string>

#include "icons.h"
#include "text/capital.h"
#include "ui/blocks.h"

namespace ui {
namespace {

constexpr float disc_px = 40;
constexpr float beside_disc_px = 12;
constexpr float above_px = 10;
constexpr float between_lines_px = 2;

// The disc grows with the letters in it.
float disc_of(const Kit::State& s) { return std::max(disc_px, s.type.secondary_bold.line_height_px + 20); }

auto words_of(const Kit::State& s, const PersonRow& row, std::optional<std::size_t> named) {
  const Palette& palette = s.current_style->palette;
  return column(Words{.text = row.name, .type = &s.type.card_title, .ink = palette.text, .named = named},
                inset({.top = between_lines_px}, Words{row.second, &s.type.secondary, palette.text_second}),
                inset({.top = between_lines_px}, Words{row.note, &s.type.fact_second, palette.text_second}));
}

}  // namespace

float expected_person_row_height(const Frame& f) {
  const TypeScale& type = f.style().type;
  return std::max(disc_px, type.card_title.line_height_px + type.secondary.line_height_px) + 2 * above_px;
}

void person_row(Frame& f, const PersonRow& row) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const RowMeasures& measure = s.current_style->row;
  const float disc = disc_of(s);
  const float inner = f.width() - disc - beside_disc_px - measure.chevron_room;
  const float words = words_of(s, row, std::nullopt).height(s, inner);
  const Rect rect = s.place(0, std::max(disc, words) + 2 * above_px);
  Node& node = s.describe(Role::link, rect, row.name, row.href);
  node.look = Look::person;
  const Response response = s.press(node, row.href);
  if (response.touched()) s.painter.fill(rect, s.answered(response, palette.surface), measure.radius);
  const float middle = rect.center().y;
  const Point center{rect.x + disc / 2, middle};
  s.painter.circle(center, disc / 2, palette.tint);
  const TypeStyle& style = s.type.secondary_bold;
  const std::string initials = text::initials(row.name);
  s.painter.text({center.x - s.painter.width_of(initials, style) / 2, middle - style.line_height_px / 2},
                 style, palette.accent, initials);
  words_of(s, row, s.node_count - 1)
      .draw(s, {rect.x + disc + beside_disc_px, middle - words / 2, inner, words});
  s.painter.icon(icon::chevron_right, {rect.right() - measure.chevron_room / 2, middle}, measure.chevron,
                 palette.text_second);
  s.draw_focus_ring(response, rect.inset(measure.ring), measure.radius);
}

}  // namespace ui
