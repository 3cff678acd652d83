#include "ui/widgets/chips.h"

#include <algorithm>

#include "ui/kit_state.h"

namespace ui {

void chip(Frame& f, std::string_view label, std::string_view href, bool current) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle& style = s.type.secondary;
  const ChipMeasures& measure = s.current_style->chip;
  const float padding = measure.padding;
  const Paragraph& lines = s.lay_out(label, style, f.width() - 2 * padding);
  const float tall = std::max(measure.least_height, lines.height + 2 * measure.padding_above);
  const Rect touch = s.place(lines.width + 2 * padding, std::max(s.current_style->measure.target, tall));
  Node& node = s.describe(Role::link, touch, label, href);
  node.state.current = current;
  node.look = Look::chip;
  const Rect pill{touch.x, touch.center().y - tall / 2, touch.width, tall};
  const Rect words{pill.x + padding, pill.center().y - lines.height / 2, lines.width, lines.height};
  set_text(node, style, words);
  const Response response = s.press(node, href);
  const float radius = std::min(tall / 2, measure.radius);
  s.painter.fill(pill, current ? palette.chosen : s.answered(response, palette.surface), radius);
  s.painter.stroke(pill, current ? palette.accent : palette.line, measure.edge, radius);
  s.draw_paragraph(label, lines, {words.x, words.y}, style, current ? palette.on_chosen : palette.text);
  s.draw_focus_ring(response, pill, radius);
}

void chip_line(Frame& f, std::string_view name, std::span<const Chip> chips) {
  Kit::State& s = f.kit();
  const ChipMeasures& measure = s.current_style->chip;
  const float gap = s.current_style->tag.gap;
  const float height =
      std::max(s.current_style->measure.target, s.type.secondary.line_height_px + 2 * measure.padding_above);
  float together = 0;
  for (const Chip& chip : chips)
    together += s.painter.width_of(chip.label, s.type.secondary) + 2 * measure.padding + gap;
  const Rect rect = s.place(0, height);
  // As wide as it is seen, however long the line is.
  auto group = f.node_at(Role::navigation, rect, 0, name);
  auto scroll = f.panning(name, rect, {std::max(rect.width, together - gap + 1), height});
  auto line = f.flow(gap);
  for (const Chip& each : chips) chip(f, each.label, each.href, each.current);
}

}  // namespace ui
