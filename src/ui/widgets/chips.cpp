#include "ui/widgets/chips.h"

#include <algorithm>
#include <functional>
#include <string>

#include "icons.h"
#include "ui/kit_state.h"

namespace ui {
namespace {

constexpr float sign_px = 16;
constexpr float sign_room = 22;
constexpr float between_lines_px = 8;

// Where the parts of a chip stand, from its left edge.
struct ChipParts {
  float label = 0, count = 0, sign = 0;  // where they begin; a star stands first
  float text_end = 0;
  float width = 0;
};

ChipParts parts_of(const Kit::State& s, const FilterChip& chip) {
  const ChipMeasures& measure = s.current_style->chip;
  ChipParts parts;
  parts.sign = measure.padding;
  parts.label = measure.padding + (chip.sign == FilterChip::Sign::star ? sign_room : 0);
  const TypeStyle& type = s.type.secondary_bold;
  float end = parts.label + s.painter.width_of(chip.label, type);
  // As one text would have it, which is what the mirror sets.
  parts.count = end + s.painter.width_of(" ", type);
  if (!chip.count.empty()) end = parts.count + s.painter.width_of(chip.count, type);
  parts.text_end = end;
  if (chip.sign == FilterChip::Sign::takes_off || chip.sign == FilterChip::Sign::opens ||
      chip.sign == FilterChip::Sign::dot) {
    parts.sign = end + sign_room - sign_px;
    end += sign_room;
  }
  parts.width = end + measure.padding;
  return parts;
}

void draw_sign(Kit::State& s, const FilterChip& chip, Point left_middle, Color ink) {
  const Point center{left_middle.x + sign_px / 2, left_middle.y};
  switch (chip.sign) {
    case FilterChip::Sign::none: return;
    case FilterChip::Sign::star:
      return s.painter.star(center, sign_px / 2, chip.current, s.current_style->palette.star);
    case FilterChip::Sign::takes_off: return s.painter.icon(icon::x, center, sign_px, ink);
    case FilterChip::Sign::dot: return s.painter.circle(center, 4, ink);
    case FilterChip::Sign::opens: return s.painter.icon(icon::chevron_down, center, sign_px, ink);
  }
}

// What can be touched of a chip that is so tall: lines of chips stand as far apart as chips in a line.
float touch_height(const Kit::State& s, float tall) {
  return std::max(s.current_style->measure.target, tall + between_lines_px);
}

float line_height(const Kit::State& s) {
  return touch_height(s, s.type.secondary.line_height_px + 2 * s.current_style->chip.padding_above);
}

// What follows stands in one line, in an area of that name that is moved sideways. Where the line goes on
// behind an end of it, it fades there into what lies under it, so that one sees that there is more.
void in_one_line(Frame& f, std::string_view name, float width, const std::function<void()>& draw) {
  Kit::State& s = f.kit();
  const Rect rect = s.place(0, line_height(s));
  auto group = f.node_at(Role::navigation, rect, 0, name);
  const std::size_t first = s.node_count;
  {
    // As wide as it is seen, however long the line is.
    auto scroll = f.panning(name, rect, {std::max(rect.width, width), rect.height});
    auto line = f.flow(s.current_style->tag.gap);
    draw();
  }
  const Area* area = s.area_of(short_hash(hash_of(name)));
  if (area == nullptr || !s.visible(rect)) return;
  // The ring round the focus is seen whole.
  if (s.focus.visible && std::any_of(s.tree.nodes.begin() + static_cast<std::ptrdiff_t>(first),
                                     s.tree.nodes.begin() + static_cast<std::ptrdiff_t>(s.node_count),
                                     [](const Node& node) { return node.state.focused; }))
    return;
  const ChipMeasures& measure = s.current_style->chip;
  const Color ground = s.ground_at(rect.center());
  const float offset = area->viewport.offset().x;
  const auto shade = [&](float x, float part) {
    s.painter.fill({x, rect.y, 1, rect.height}, ground.with_alpha(static_cast<std::uint8_t>(255 * part)));
  };
  for (float way = 0; way < measure.fade; ++way) {
    const float part = 1 - way / measure.fade;
    if (offset > 0.5F) shade(rect.x + way, part);
    if (offset < area->viewport.most().x - 0.5F) shade(rect.right() - 1 - way, part);
  }
}

}  // namespace

float filter_chip_width(Frame& f, const FilterChip& chip) { return parts_of(f.kit(), chip).width; }

bool filter_chip(Frame& f, const FilterChip& chip) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const ChipMeasures& measure = s.current_style->chip;
  const TypeStyle& type = s.type.secondary_bold;
  const ChipParts parts = parts_of(s, chip);
  const Rect touch = s.place(parts.width, line_height(s));
  const float tall = std::max(measure.least_height, type.line_height_px + 2 * measure.padding_above);
  const Rect pill{touch.x, touch.center().y - tall / 2, touch.width, tall};
  std::string shown(chip.label);
  if (!chip.count.empty()) shown.append(" ").append(chip.count);
  Node& node = s.describe(chip.href.empty() ? Role::button : Role::link, touch,
                          chip.spoken.empty() ? std::string_view(shown) : chip.spoken, chip.key);
  node.state.current = chip.current;
  node.look = Look::chip;
  if (!chip.spoken.empty()) node.shown = shown;
  const float top = pill.center().y - type.line_height_px / 2;
  set_text(node, type, {pill.x + parts.label, top, parts.text_end - parts.label, type.line_height_px});
  const Response response = s.press(node, chip.href);
  const float radius = std::min(tall / 2, measure.radius * s.text_scale);
  const Color ink = chip.current ? palette.on_chosen : chip.urgent ? palette.alarm : palette.text;
  s.painter.fill(pill, chip.current ? palette.chosen : s.answered(response, palette.surface), radius);
  s.painter.stroke(pill,
                   chip.current  ? palette.accent
                   : chip.urgent ? palette.alarm
                                 : palette.line,
                   measure.edge, radius);
  draw_sign(s, chip, {pill.x + parts.sign, pill.center().y}, ink);
  s.painter.text({pill.x + parts.label, top}, type, ink, chip.label);
  if (!chip.count.empty())
    s.painter.text({pill.x + parts.count, top}, type, chip.current ? ink : palette.text_second, chip.count);
  s.draw_focus_ring(response, pill, radius);
  return response.pressed && chip.href.empty();
}

std::optional<std::size_t> filter_chip_line(Frame& f, std::string_view name,
                                            std::span<const FilterChip> chips) {
  Kit::State& s = f.kit();
  const float gap = s.current_style->tag.gap;
  float together = 0;
  for (const FilterChip& chip : chips) together += filter_chip_width(f, chip) + gap;
  std::optional<std::size_t> pressed;
  in_one_line(f, name, together - gap + 1, [&] {
    for (std::size_t i = 0; i < chips.size(); ++i)
      if (filter_chip(f, chips[i])) pressed = i;
  });
  return pressed;
}

void chip(Frame& f, std::string_view label, std::string_view href, bool current) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle& style = s.type.secondary;
  const ChipMeasures& measure = s.current_style->chip;
  const float padding = measure.padding;
  const Paragraph& lines = s.lay_out(label, style, f.width() - 2 * padding);
  const float tall = std::max(measure.least_height, lines.height + 2 * measure.padding_above);
  const Rect touch = s.place(lines.width + 2 * padding, touch_height(s, tall));
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
  float together = 0;
  for (const Chip& chip : chips)
    together += s.painter.width_of(chip.label, s.type.secondary) + 2 * measure.padding + gap;
  in_one_line(f, name, together - gap + 1, [&] {
    for (const Chip& each : chips) chip(f, each.label, each.href, each.current);
  });
}

}  // namespace ui
