#include "ui/widgets/fields.h"

#include <algorithm>
#include <cmath>

#include "icons.h"
#include "imgui.h"
#include "ui/kit_state.h"

namespace ui {

bool text_field(Frame& f, const TextField& field, std::string& value) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle& style = s.type.field;
  const FieldMeasures& measure = s.current_style->field;
  const float height = std::max(measure.least_height, style.line_height_px + 2 * measure.padding_above);
  const Rect rect = s.place(0, height);
  const float radius = s.current_style->measure.button_radius;
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

  bool changed = false;
  for (const auto& [target, written] : s.writing.values)
    if (target == id && written != value) {
      value = written;
      changed = true;
    }

  s.painter.fill(rect, palette.sunken, radius);
  s.painter.stroke(rect, s.focus.node == id ? palette.accent : palette.outline,
                   s.focus.node == id ? measure.focused_edge : measure.edge, radius);
  if (field.search)
    s.painter.icon(icon::search, {rect.x + measure.icon_center, rect.center().y}, measure.icon,
                   palette.text_second);

  if (!f.setup().fields_drawn_by_platform) {
    const float scale = f.setup().scale;
    const auto color = [](Color from) { return IM_COL32(from.red, from.green, from.blue, from.alpha); };
    ImGui::PushFont(s.fonts.regular, std::round(style.size_px * scale));
    ImGui::PushStyleColor(ImGuiCol_FrameBg, IM_COL32_BLACK_TRANS);
    ImGui::PushStyleColor(ImGuiCol_Text, color(palette.text));
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, color(palette.text_second));
    ImGui::PushStyleColor(ImGuiCol_InputTextCursor, color(palette.accent));
    ImGui::PushStyleColor(ImGuiCol_TextSelectedBg,
                          color(palette.accent.with_alpha(measure.selection_opacity)));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        {0, std::round((writing.height * scale - style.size_px * scale * 1.25F) / 2)});
    ImGui::SetCursorScreenPos({writing.x * scale, writing.y * scale});
    ImGui::SetNextItemWidth(writing.width * scale);
    ImGui::PushID(static_cast<int>(id));
    if (s.focus.node == id && s.focus.moved) {
      ImGui::SetKeyboardFocusHere();
      // Dear ImGui asks in one frame, writes in the next and says so in a third.
      s.frames_owed = std::max(s.frames_owed, 3);
    }
    const std::string hint_text(hint);
    // What was set from outside counts, even while the field is being written into.
    if (changed || (s.writing.field == id && s.writing.value != value))
      if (ImGuiInputTextState* written = ImGui::GetInputTextState(ImGui::GetID("##field")))
        written->ReloadUserBufAndMoveToEnd();
    struct Room {
      static int grow(ImGuiInputTextCallbackData* data) {
        if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
          auto* text = static_cast<std::string*>(data->UserData);
          text->resize(static_cast<std::size_t>(data->BufTextLen));
          data->Buf = text->data();
        }
        return 0;
      }
    };
    changed |= ImGui::InputTextWithHint("##field", hint_text.c_str(), value.data(), value.capacity() + 1,
                                        ImGuiInputTextFlags_CallbackResize, Room::grow, &value);
    if (s.focus.node == id) {
      s.writing.field = id;
      s.writing.value = value;
    }
    if (ImGui::IsItemActivated()) {
      s.focus.node = id;
    } else if (ImGui::IsItemActive() && (s.focus.node != id || s.writing.leaves_field) &&
               s.imgui->InputEventsQueue.empty()) {
      ImGui::ClearActiveID();  // a finger or the keyboard went elsewhere, and all that was written before is
                               // read
      s.frames_owed = std::max(s.frames_owed, 2);
    }
    ImGui::PopID();
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor(5);
    ImGui::PopFont();
  }
  // `describe` may not have been called since: the node is still this frame's last.
  Node& described = s.tree.nodes[s.node_count - 1];
  described.value = value;
  described.state.focused = s.focus.node == id;
  return changed;
}

}  // namespace ui
