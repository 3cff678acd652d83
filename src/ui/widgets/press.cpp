#include "ui/widgets/press.h"

#include <algorithm>

#include "ui/kit_state.h"

namespace ui {

bool button(Frame& f, const Button& button) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle& style = s.type.label;
  const ButtonMeasures& measure = s.current_style->button;
  const float icon_room = button.icon != 0 ? measure.icon_room : 0;
  const bool in_flow = s.box().placement == Placement::flow;
  const float most = f.width() - 2 * measure.padding - icon_room;
  const Paragraph& lines = s.lay_out(button.label, style, most);
  const float height = std::max(measure.least_height, lines.height + 2 * measure.padding_above);
  const Rect rect = s.place(in_flow ? lines.width + icon_room + 2 * measure.padding_in_flow : 0, height);
  Node& node = s.describe(button.href.empty() ? Role::button : Role::link, rect, button.label, button.key);
  const Response response = s.press(node, button.href);
  if (button.toggled) {
    node.state.toggles = true;
    node.state.pressed = *button.toggled;
  }
  const float content = lines.width + icon_room;
  const float left = rect.center().x - content / 2;
  const Rect words{left + icon_room, rect.center().y - lines.height / 2, lines.width, lines.height};
  node.look = button.look == ButtonLook::primary ? Look::button_primary : Look::button_secondary;
  node.icon = button.icon;
  set_text(node, style, words, true);
  const bool primary = button.look == ButtonLook::primary;
  const float radius = s.current_style->measure.button_radius;
  s.painter.fill(rect, s.answered(response, primary ? palette.accent : palette.surface), radius);
  if (!primary) s.painter.stroke(rect, palette.line, measure.edge, radius);
  const Color ink = primary ? palette.on_accent : palette.accent;
  if (button.icon != 0)
    s.painter.icon(button.icon, {left + measure.icon_center, rect.center().y}, measure.icon, ink);
  s.draw_paragraph(button.label, lines, {words.x, words.y}, style, ink, lines.width);
  s.draw_focus_ring(response, rect, radius);
  return response.pressed;
}

bool switch_row(Frame& f, const Switch& row) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const SwitchMeasures& measure = s.current_style->toggle;
  const TypeStyle& style = s.type.fact;
  const float icon_room = row.icon != 0 ? measure.icon_room : 0;
  const float room = f.width() - icon_room - measure.width - measure.air;
  const Paragraph& lines = s.lay_out(row.label, style, room);
  const Rect rect = s.place(0, std::max(measure.least_height, lines.height + 2 * measure.padding_above));
  Node& node = s.describe(Role::switch_, rect, row.label, row.key);
  node.state.checked = row.on;
  node.icon = row.icon;
  const Response response = s.press(node);
  const Rect words{rect.x + icon_room, rect.center().y - lines.height / 2, room, lines.height};
  set_text(node, style, words);
  if (response.touched())
    s.painter.fill(rect.inset(-measure.air / 2), s.answered(response, palette.surface), measure.radius);
  if (row.icon != 0)
    s.painter.icon(row.icon, {rect.x + s.current_style->measure.icon / 2, rect.center().y},
                   s.current_style->measure.icon, palette.accent);
  s.draw_paragraph(row.label, lines, {words.x, words.y}, style, palette.text);
  const Rect track{rect.right() - measure.width, rect.center().y - measure.height / 2, measure.width,
                   measure.height};
  const float radius = measure.height / 2;
  s.painter.fill(track, row.on ? palette.accent : palette.sunken, radius);
  s.painter.stroke(track, row.on ? palette.accent : palette.outline, measure.edge, radius);
  const float off = track.x + radius, on = track.right() - radius;
  const float target = row.on ? on : off;
  const float at = s.on_the_way(node.id, target, target, s.current_style->motion.quick_s);
  s.painter.circle({at, track.center().y}, radius - measure.knob_inset,
                   row.on ? palette.on_accent : palette.outline);
  s.draw_focus_ring(response, rect, measure.radius);
  return response.pressed;
}

bool icon_button(Frame& f, std::string_view key, char32_t icon, std::string_view name,
                 std::string_view href) {
  Kit::State& s = f.kit();
  const float target = s.current_style->measure.target;
  const Rect rect = s.place(target, target);
  Node& node = s.describe(href.empty() ? Role::button : Role::link, rect, name, key);
  node.look = Look::icon_button;
  node.icon = icon;
  const Response response = s.press(node, href);
  if (response.touched())
    s.painter.fill(rect, s.answered(response, s.current_style->palette.sunken), target / 2);
  s.painter.icon(icon, rect.center(), s.current_style->measure.icon, s.current_style->palette.text);
  s.draw_focus_ring(response, rect.inset(2), target / 2);
  return response.pressed;
}

}  // namespace ui
