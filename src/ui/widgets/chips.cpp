#include "ui/widgets/chips.h"

#include <algorithm>

#include "ui/kit_state.h"

namespace ui {

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
  for (const Chip& chip : chips) f.chip(chip.label, chip.href, chip.current);
}

}  // namespace ui
