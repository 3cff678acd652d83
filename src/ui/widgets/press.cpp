// Widgets that can be pressed or written into.
#include <algorithm>

#include "icons.h"
#include "imgui.h"
#include "ui/kit_state.h"

namespace ui {
bool Frame::button(const Button& button) {
  const Palette& palette = s_.current_style->palette;
  const TypeStyle& style = s_.type.label;
  const ButtonMeasures& measure = s_.current_style->button;
  const float icon_room = button.icon != 0 ? measure.icon_room : 0;
  const bool in_flow = s_.box().placement == Placement::flow;
  const float most = width() - 2 * measure.padding - icon_room;
  const Paragraph& lines = s_.lay_out(button.label, style, most);
  const float height = std::max(measure.least_height, lines.height + 2 * measure.padding_above);
  const Rect rect = s_.place(in_flow ? lines.width + icon_room + 2 * measure.padding_in_flow : 0, height);
  Node& node = s_.describe(button.href.empty() ? Role::button : Role::link, rect, button.label, button.key);
  const Response response = s_.press(node, button.href);
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
  const float radius = s_.current_style->measure.button_radius;
  s_.painter.fill(rect, s_.answered(response, primary ? palette.accent : palette.surface), radius);
  if (!primary) s_.painter.stroke(rect, palette.line, measure.edge, radius);
  const Color ink = primary ? palette.on_accent : palette.accent;
  if (button.icon != 0)
    s_.painter.icon(button.icon, {left + measure.icon_center, rect.center().y}, measure.icon, ink);
  s_.draw_paragraph(button.label, lines, {words.x, words.y}, style, ink, lines.width);
  s_.draw_focus_ring(response, rect, radius);
  return response.pressed;
}

bool Frame::icon_button(std::string_view key, char32_t icon, std::string_view name, std::string_view href) {
  const float target = s_.current_style->measure.target;
  const Rect rect = s_.place(target, target);
  Node& node = s_.describe(href.empty() ? Role::button : Role::link, rect, name, key);
  node.look = Look::icon_button;
  node.icon = icon;
  const Response response = s_.press(node, href);
  if (response.touched())
    s_.painter.fill(rect, s_.answered(response, s_.current_style->palette.sunken), target / 2);
  s_.painter.icon(icon, rect.center(), s_.current_style->measure.icon, s_.current_style->palette.text);
  s_.draw_focus_ring(response, rect.inset(2), target / 2);
  return response.pressed;
}

namespace {

// A segmented control, measured.
struct Segments {
  float drawn = 0;       // height of what is seen of one choice,
  float height = 0;      // and of what can be touched
  float total = 0;       // width side by side
  bool stacked = false;  // too long for one line: one below the other
};

float segment_width(const Kit::State& s, const Choice& choice) {
  const SegmentMeasures& measure = s.current_style->segment;
  return std::max({measure.least_width, s.current_style->measure.target,
                   s.painter.width_of(choice.label, s.type.segment) + 2 * measure.padding});
}

Segments measured(const Kit::State& s, std::span<const Choice> choices, float width) {
  Segments result;
  const SegmentMeasures& measure = s.current_style->segment;
  result.drawn = std::max(measure.least_height, s.type.segment.line_height_px + 2 * measure.padding_above);
  result.height = std::max(s.current_style->measure.target, result.drawn);
  result.total = 2 * measure.inset;
  for (const Choice& choice : choices) result.total += segment_width(s, choice);
  result.stacked = result.total > width;
  return result;
}

}  // namespace

float Frame::choose_height(std::span<const Choice> choices, float width) const {
  const Segments segments = measured(s_, choices, width);
  return segments.stacked ? segments.height * static_cast<float>(choices.size()) : segments.height;
}

float Frame::choose_width(std::span<const Choice> choices) const { return measured(s_, choices, 0).total; }

std::size_t Frame::choose(std::string_view name, std::span<const Choice> choices, std::size_t chosen,
                          ChoiceLook look) {
  const Palette& palette = s_.current_style->palette;
  const bool on_header = look == ChoiceLook::on_header;
  const TypeStyle& style = s_.type.segment;
  const SegmentMeasures& measure = s_.current_style->segment;
  const float inset = measure.inset;
  const auto [drawn, height, total, stacked] = measured(s_, choices, width());
  // Known by its first choice rather than its name, which is another one in another language.
  auto group = node(Role::radio_group, name, choices.empty() ? name : choices.front().key);
  const Rect rect =
      s_.place(stacked ? 0 : total, stacked ? height * static_cast<float>(choices.size()) : height);
  const Rect ground = stacked ? rect : Rect{rect.x, rect.center().y - drawn / 2, rect.width, drawn};
  const Color track = on_header ? palette.on_header.with_alpha(measure.header_opacity) : palette.sunken;
  const float ground_radius = stacked ? measure.stacked_radius : drawn / 2;
  s_.painter.fill(ground, track, ground_radius);
  if (!on_header) s_.draw_contrast_edge(ground, ground_radius);
  std::size_t answer = chosen;
  // The pill glides from the choice that was to the one that is.
  {
    float before = 0;
    for (std::size_t i = 0; i < choices.size() && i < chosen; ++i)
      before += stacked ? height : segment_width(s_, choices[i]);
    const std::uint32_t motion = short_hash(
        hash_of(choices.empty() ? name : choices.front().key, s_.layout.open_nodes.back().path_hash));
    const float at = s_.on_the_way(motion, before, before, s_.current_style->motion.quick_s);
    const float wide =
        chosen < choices.size() && !stacked ? segment_width(s_, choices[chosen]) : rect.width - 2 * inset;
    const Rect pill = stacked ? Rect{rect.x + inset, rect.y + at, wide, height}.inset(inset)
                              : Rect{rect.x + inset + at, ground.y + inset, wide, drawn - 2 * inset};
    const float radius = stacked ? measure.stacked_pill_radius : pill.height / 2;
    s_.painter.fill(pill, on_header ? palette.on_header : palette.surface, radius);
    if (s_.current_style->name == StyleName::high_contrast && !on_header)
      s_.painter.stroke(pill, palette.line, measure.strong_edge, radius);
  }
  float x = rect.x + inset;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Choice& choice = choices[i];
    const float wide = stacked ? rect.width - 2 * inset : segment_width(s_, choice);
    const Rect touch = stacked ? Rect{rect.x + inset, rect.y + height * static_cast<float>(i), wide, height}
                               : Rect{x, rect.y, wide, height};
    x += wide;
    Node& radio =
        s_.describe(Role::radio, touch, choice.spoken.empty() ? choice.label : choice.spoken, choice.key);
    radio.state.checked = i == chosen;
    radio.language.assign(choice.language);
    radio.look = Look::segment;
    const float text_width = s_.painter.width_of(choice.label, style);
    const Rect words{touch.center().x - text_width / 2, touch.center().y - style.line_height_px / 2,
                     text_width, style.line_height_px};
    set_text(radio, style, words);
    if (!choice.spoken.empty()) radio.shown.assign(choice.label);
    // Its address is that of a page that shows it chosen: the app chooses without going there.
    const Response response = s_.press(radio);
    radio.href.assign(choice.href);
    if (response.pressed) answer = i;
    const Rect pill = stacked ? touch.inset(inset) : Rect{touch.x, ground.y + inset, wide, drawn - 2 * inset};
    const float radius = stacked ? measure.stacked_pill_radius : pill.height / 2;
    Color ink = on_header ? palette.on_header : palette.text_second;
    if (i == chosen) {
      ink = on_header ? palette.header_from : palette.accent;
    } else if (response.touched()) {
      s_.painter.fill(pill, s_.answered(response, track), radius);
    }
    s_.painter.text({words.x, words.y}, style, ink, choice.label);
    s_.draw_focus_ring(response, pill, radius);
  }
  return answer;
}

void Frame::chip(std::string_view label, std::string_view href, bool current) {
  const Palette& palette = s_.current_style->palette;
  const TypeStyle& style = s_.type.secondary;
  const ChipMeasures& measure = s_.current_style->chip;
  const float padding = measure.padding;
  const Paragraph& lines = s_.lay_out(label, style, width() - 2 * padding);
  const float tall = std::max(measure.least_height, lines.height + 2 * measure.padding_above);
  const Rect touch = s_.place(lines.width + 2 * padding, std::max(s_.current_style->measure.target, tall));
  Node& node = s_.describe(Role::link, touch, label, href);
  node.state.current = current;
  node.look = Look::chip;
  const Rect pill{touch.x, touch.center().y - tall / 2, touch.width, tall};
  const Rect words{pill.x + padding, pill.center().y - lines.height / 2, lines.width, lines.height};
  set_text(node, style, words);
  const Response response = s_.press(node, href);
  const float radius = std::min(tall / 2, measure.radius);
  s_.painter.fill(pill, current ? palette.chosen : s_.answered(response, palette.surface), radius);
  s_.painter.stroke(pill, current ? palette.accent : palette.line, measure.edge, radius);
  s_.draw_paragraph(label, lines, {words.x, words.y}, style, current ? palette.on_chosen : palette.text);
  s_.draw_focus_ring(response, pill, radius);
}

bool Frame::text_field(const TextField& field, std::string& value) {
  const Palette& palette = s_.current_style->palette;
  const TypeStyle& style = s_.type.field;
  const FieldMeasures& measure = s_.current_style->field;
  const float height = std::max(measure.least_height, style.line_height_px + 2 * measure.padding_above);
  const Rect rect = s_.place(0, height);
  const float radius = s_.current_style->measure.button_radius;
  const float indent = field.search ? measure.icon_room : measure.padding;
  // The node is the writing area: a real input of the platform lies exactly there.
  const Rect writing{rect.x + indent, rect.y + measure.focused_edge,
                     rect.width - indent - measure.padding_right, height - 2 * measure.focused_edge};
  Node& node =
      s_.describe(field.search ? Role::search_field : Role::text_field, writing, field.label, field.key);
  // Part of an example is no example: where there is no room for it, the field's name stands there.
  const std::string_view hint = s_.painter.width_of(field.hint, style) <= writing.width ? field.hint
                                : s_.painter.width_of(field.label, style) <= writing.width
                                    ? field.label
                                    : std::string_view{};
  node.hint.assign(hint);
  set_text(node, style, writing);
  const NodeId id = node.id;

  bool changed = false;
  for (const auto& [target, written] : s_.writing.values)
    if (target == id && written != value) {
      value = written;
      changed = true;
    }

  s_.painter.fill(rect, palette.sunken, radius);
  s_.painter.stroke(rect, s_.focus.node == id ? palette.accent : palette.outline,
                    s_.focus.node == id ? measure.focused_edge : measure.edge, radius);
  if (field.search)
    s_.painter.icon(icon::search, {rect.x + measure.icon_center, rect.center().y}, measure.icon,
                    palette.text_second);

  if (!setup_.fields_drawn_by_platform) {
    const float scale = setup_.scale;
    const auto color = [](Color from) { return IM_COL32(from.red, from.green, from.blue, from.alpha); };
    ImGui::PushFont(s_.fonts.regular, std::round(style.size_px * scale));
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
    if (s_.focus.node == id && s_.focus.moved) {
      ImGui::SetKeyboardFocusHere();
      // Dear ImGui asks in one frame, writes in the next and says so in a third.
      s_.frames_owed = std::max(s_.frames_owed, 3);
    }
    const std::string hint_text(hint);
    // What was set from outside counts, even while the field is being written into.
    if (changed || (s_.writing.field == id && s_.writing.value != value))
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
    if (s_.focus.node == id) {
      s_.writing.field = id;
      s_.writing.value = value;
    }
    if (ImGui::IsItemActivated()) {
      s_.focus.node = id;
    } else if (ImGui::IsItemActive() && (s_.focus.node != id || s_.writing.leaves_field) &&
               s_.imgui->InputEventsQueue.empty()) {
      ImGui::ClearActiveID();  // a finger or the keyboard went elsewhere, and all that was written before is
                               // read
      s_.frames_owed = std::max(s_.frames_owed, 2);
    }
    ImGui::PopID();
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor(5);
    ImGui::PopFont();
  }
  // `describe` may not have been called since: the node is still this frame's last.
  Node& described = s_.tree.nodes[s_.node_count - 1];
  described.value = value;
  described.state.focused = s_.focus.node == id;
  return changed;
}

}  // namespace ui
