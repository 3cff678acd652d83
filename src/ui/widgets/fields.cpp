#include "ui/widgets/fields.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "icons.h"
#include "imgui.h"
#include "ui/kit_state.h"
#include "ui/surface.h"

namespace ui {

bool text_field(Frame& f, const TextField& field, std::string& value) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle& style = field.large ? s.type.field_large : s.type.field;
  FieldMeasures measure = s.current_style->field;
  if (field.large) measure = s.current_style->field_large;
  const float height = std::max(measure.least_height, style.line_height_px + 2 * measure.padding_above);
  const Rect rect = s.place(0, height);
  const float radius =
      field.large ? s.current_style->measure.card_radius : s.current_style->measure.button_radius;
  const float indent = field.search ? measure.icon_room : measure.padding;
  // The node is the writing area: a real input of the platform lies exactly there.
  const Rect writing{rect.x + indent, rect.y + measure.focused_edge,
                     rect.width - indent - measure.padding_right, height - 2 * measure.focused_edge};
  Node& node =
      s.describe(field.search ? Role::search_field : Role::text_field, writing, field.label, field.key);
  // Part of an example is no example: where there is no room for it, the field's name stands there.
  const std::string_view hint = s.painter.width_of(field.hint, style) <= writing.width ? field.hint
                                : s.painter.width_of(field.label, style) <= writing.width
                                    ? field.label
                                    : std::string_view{};
  node.hint.assign(hint);
  set_text(node, style, writing);
  const NodeId id = node.id;
  if (field.commands) s.command_field = id;
  if (field.takes_focus || (field.commands && s.focus.node == 0 && s.modal.id == 0)) {
    if (s.focus.node != id) s.focus.moved = true;
    s.focus.node = id;
  }

  bool changed = false;
  for (const auto& [target, written] : s.writing.values)
    if (target == id && written != value) {
      value = written;
      changed = true;
    }

  s.painter.fill(rect, field.large ? palette.surface : palette.sunken, radius);
  s.painter.stroke(rect, s.focus.node == id ? palette.accent : palette.outline,
                   s.focus.node == id ? measure.focused_edge : measure.edge, radius);
  if (field.search)
    s.painter.icon(icon::search, {rect.x + measure.icon_center, rect.center().y}, measure.icon,
                   palette.text_second);

  if (!f.setup().fields_drawn_by_platform) {
    const float scale = f.setup().scale;
    const auto color = [](Color from) { return IM_COL32(from.red, from.green, from.blue, from.alpha); };
    imgui_surface::Field drawn;
    drawn.id = static_cast<int>(id);
    drawn.top_left = {writing.x * scale, writing.y * scale};
    drawn.width = writing.width * scale;
    drawn.padding = std::round((writing.height * scale - style.size_px * scale * 1.25F) / 2);
    drawn.font = s.fonts.regular;
    drawn.text_size = std::round(style.size_px * scale);
    drawn.text = color(palette.text);
    drawn.hint_text = color(palette.text_second);
    drawn.cursor = color(palette.accent);
    drawn.selection = color(palette.accent.with_alpha(measure.selection_opacity));
    drawn.hint.assign(hint);
    drawn.goes_on = field.commands;
    drawn.takes_keyboard = s.focus.node == id && s.focus.moved;
    // Dear ImGui asks in one frame, writes in the next and says so in a third.
    if (drawn.takes_keyboard) s.frames_owed = std::max(s.frames_owed, drawn.goes_on ? 4 : 3);
    // What was set from outside counts, even while the field is being written into.
    drawn.set_anew = changed || (s.writing.field == id && s.writing.value != value);
    const imgui_surface::Answer answer = imgui_surface::write(drawn, value);
    changed |= answer.changed;
    if (s.focus.node == id) {
      s.writing.field = id;
      s.writing.value = value;
    }
    if (answer.begun) {
      s.focus.node = id;
    } else if (answer.active && (s.focus.node != id || s.writing.leaves_field) &&
               s.imgui->InputEventsQueue.empty()) {
      // A finger or the keyboard went elsewhere, and all that was written before is read.
      imgui_surface::leave_field();
      s.frames_owed = std::max(s.frames_owed, 2);
    }
  }
  // `describe` may not have been called since: the node is still this frame's last.
  Node& described = s.tree.nodes[s.node_count - 1];
  described.value = value;
  described.state.focused = s.focus.node == id;
  return changed;
}

std::vector<KeyName> commands(Frame& f) {
  Kit::State& s = f.kit();
  if (!s.imgui->InputEventsQueue.empty()) {
    if (!s.commands.empty()) s.frames_owed = std::max(s.frames_owed, 2);
    return {};
  }
  return std::exchange(s.commands, {});
}

}  // namespace ui
