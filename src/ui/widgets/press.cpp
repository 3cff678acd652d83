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
