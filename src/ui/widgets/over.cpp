// What lies over a page: dialogs, toasts, and the link that skips to the content.
#include <algorithm>

#include "icons.h"
#include "ui/kit_state.h"

namespace ui {

Frame::Scope Frame::dialog(std::string_view title, std::string_view close_name, bool& closed) {
  const Palette& palette = s_.current_style->palette;
  const bool phone = breadth() == Breadth::phone;
  const Size window = setup_.window;
  constexpr std::string_view key = "dialog";
  // As high as its content was in the last frame, and never higher than the window allows.
  const Area* known = s_.area_of(short_hash(hash_of(key)));
  const float target = s_.current_style->measure.target;
  const float width = phone ? window.width : std::min(560.F, window.width - 80);
  const TypeStyle title_style = s_.fitted_words(title, s_.type.bar_title, width - target - 40, 16);
  const Paragraph& lines = s_.lay_out(title, title_style, width - target - 40);
  const float bar = std::max(64.F, lines.height + 24);
  const float known_height = known != nullptr ? known->viewport.content().height : 0;
  const float content = known_height > 0 ? known_height : 240;
  if (known == nullptr) s_.frames_owed = std::max(s_.frames_owed, 2);
  const float most = window.height - setup_.safe_area.top - (phone ? 40 : 80);
  const float height = std::min(bar + content + (phone ? setup_.safe_area.bottom : 0), most);
  // Comes from below.
  const float there = s_.on_the_way(short_hash(hash_of(key)), 0, 1, s_.current_style->motion.calm_s);
  const float lower = (1 - there) * (phone ? height : 24);
  const Rect rect{(window.width - width) / 2,
                  lower + (phone ? window.height - height : (window.height - height) / 2), width, height};

  s_.painter.fill({0, 0, window.width, window.height},
                  Color{0, 0, 0, static_cast<std::uint8_t>(120 * there)});
  const float radius = s_.current_style->measure.card_radius + 6;
  s_.painter.shadow(rect, radius, s_.current_style->elevation.over);
  s_.painter.fill(rect, palette.surface, radius, phone ? Corners::top : Corners::all);
  if (s_.current_style->name == StyleName::high_contrast) s_.painter.stroke(rect, palette.line, 2, radius);
  s_.modal.drawn = true;
  s_.modal.areas = s_.areas_drawn.size();
  s_.open_node(Role::dialog, title, key, &rect);

  const Rect words{rect.x + 20, rect.y + bar / 2 - lines.height / 2, width - target - 40, lines.height};
  Node& heading = s_.describe(Role::heading, words, title);
  heading.level = 2;
  set_text(heading, title_style, words);
  s_.draw_paragraph(title, lines, {words.x, words.y}, title_style, palette.text);
  s_.layout.boxes.push_back(
      Box{.x = rect.right() - target - 10, .y = rect.y + (bar - target) / 2, .width = target});
  closed = icon_button("close", icon::x, close_name);
  s_.layout.boxes.pop_back();

  begin_scrolling(key, {rect.x, rect.y + bar, rect.width, rect.height - bar});
  return open(Scope::Kind::dialog);
}

bool Frame::toast(std::string_view text, std::string_view action, float above) {
  const Palette& palette = s_.current_style->palette;
  // There before it says anything, or nobody would hear the first word of it.
  s_.toast_top = 0;
  if (text.empty()) {
    s_.describe(Role::status, {}, {}, "toast").look = Look::toast;
    return false;
  }
  const TypeStyle& style = s_.type.secondary;
  const TypeStyle& action_style = s_.type.secondary_bold;
  const float most = std::min(setup_.window.width - 32, 480.F);
  const float action_width = action.empty() ? 0
                                            : std::max(s_.current_style->measure.target,
                                                       s_.painter.width_of(action, action_style) + 28);
  const bool below = action_width > most * 0.5F;
  const float inner = most - 36 - (below ? 0 : action_width);
  const Paragraph& lines = s_.lay_out(text, style, inner);
  const float target = s_.current_style->measure.target;
  const float height = std::max(52.F, lines.height + 24) + (below ? target : 0);
  const float width = below ? most : std::min(most, lines.width + 36 + action_width);
  const float there = s_.on_the_way(short_hash(hash_of("toast")), 0, 1, s_.current_style->motion.calm_s);
  s_.toast_top = setup_.window.height - above - 12 - height;
  const Rect rect{(setup_.window.width - width) / 2, s_.toast_top + (1 - there) * 20, width, height};
  s_.painter.shadow(rect, s_.current_style->measure.card_radius, s_.current_style->elevation.over);
  // The page's own colours turned round: it lies over everything.
  s_.painter.fill(rect, palette.text, s_.current_style->measure.card_radius);
  const Rect words{rect.x + 18, rect.y + (height - (below ? target : 0)) / 2 - lines.height / 2, inner,
                   lines.height};
  Node& node = s_.describe(Role::status, rect, text, "toast");
  node.look = Look::toast;
  set_text(node, style, words);
  s_.draw_paragraph(text, lines, {words.x, words.y}, style, palette.background);
  if (action.empty()) return false;
  const Rect touch{rect.right() - action_width - 4,
                   below ? rect.bottom() - target - 4 : rect.center().y - target / 2, action_width, target};
  const float label_width = s_.painter.width_of(action, action_style);
  const Rect label{touch.center().x - label_width / 2, touch.center().y - action_style.line_height_px / 2,
                   label_width, action_style.line_height_px};
  Node& button = s_.describe(Role::button, touch, action, "toast-action");
  set_text(button, action_style, label);
  const Response response = s_.press(button);
  const Color ink =
      readable_on(palette.accent, palette.text, s_.current_style->name == StyleName::high_contrast ? 7 : 4.6);
  s_.painter.text({label.x, label.y}, action_style, ink, action);
  if (response.focused) s_.painter.stroke(touch.inset(3), ink, 2, 8);
  return response.pressed;
}

void Frame::skip_link(std::string_view text) {
  const TypeStyle& style = s_.type.label;
  const float text_width = s_.painter.width_of(text, style);
  const Rect rect{8 + setup_.safe_area.left, 8 + setup_.safe_area.top, text_width + 32,
                  s_.current_style->measure.target};
  const Rect words{rect.x + 16, rect.center().y - style.line_height_px / 2, text_width, style.line_height_px};
  Node& node = s_.describe(Role::link, {rect.x, rect.y, 1, 1}, text, "skip");
  node.href = "#content";
  node.look = Look::button_primary;
  const NodeId id = node.id;
  const bool shown = s_.focus.node == id && s_.focus.visible;
  node.drawn = shown;
  if (shown) {
    node.bounds = rect;
    set_text(node, style, words);
  }
  // Only for those who come to it step by step.
  node.pressable = true;
  if (s_.is_pressed(id)) {
    s_.arrival.next_focus = NextFocus::first_in_main;
    s_.focus.visible = true;
  }
  s_.skip.words = shown ? std::string(text) : std::string{};
  s_.skip.rect = rect;
}

// On top of all that was drawn since.
void Frame::draw_skip_link() {
  if (s_.skip.words.empty()) return;
  const Palette& palette = s_.current_style->palette;
  const TypeStyle& style = s_.type.label;
  const Rect& rect = s_.skip.rect;
  s_.painter.fill(rect, palette.accent, s_.current_style->measure.button_radius);
  s_.painter.stroke(rect.inset(-2), palette.surface, 2, s_.current_style->measure.button_radius + 2);
  s_.painter.text({rect.x + 16, rect.center().y - style.line_height_px / 2}, style, palette.on_accent,
                  s_.skip.words);
}

}  // namespace ui
