#include "ui/widgets/over.h"

#include <algorithm>
#include <string>
#include <utility>

#include "icons.h"
#include "ui/kit_state.h"
#include "ui/widgets/press.h"

namespace ui {

Dialog dialog(Frame& f, std::string_view title, std::string_view close_name, bool& closed) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const bool phone = f.breadth() == Breadth::phone;
  const Size window = f.setup().window;
  constexpr std::string_view key = "dialog";
  // As high as its content was in the last frame, and never higher than the window allows.
  const Area* known = s.area_of(short_hash(hash_of(key)));
  const float target = s.current_style->measure.target;
  const float width = phone ? window.width : std::min(560.F, window.width - 80);
  const TypeStyle title_style = s.fitted_words(title, s.type.bar_title, width - target - 40, 16);
  const Paragraph& lines = s.lay_out(title, title_style, width - target - 40);
  const float bar = std::max(64.F, lines.height + 24);
  const float known_height = known != nullptr ? known->viewport.content().height : 0;
  const float content = known_height > 0 ? known_height : 240;
  if (known == nullptr) s.frames_owed = std::max(s.frames_owed, 2);
  const float most = window.height - f.setup().safe_area.top - (phone ? 40 : 80);
  const float height = std::min(bar + content + (phone ? f.setup().safe_area.bottom : 0), most);
  // Comes from below.
  const float there = s.on_the_way(short_hash(hash_of(key)), 0, 1, s.current_style->motion.calm_s);
  const float lower = (1 - there) * (phone ? height : 24);
  const Rect rect{(window.width - width) / 2,
                  lower + (phone ? window.height - height : (window.height - height) / 2), width, height};

  s.painter.fill({0, 0, window.width, window.height}, Color{0, 0, 0, static_cast<std::uint8_t>(120 * there)});
  const float radius = s.current_style->measure.card_radius + 6;
  s.painter.shadow(rect, radius, s.current_style->elevation.over);
  s.painter.fill(rect, palette.surface, radius, phone ? Corners::top : Corners::all);
  if (s.current_style->name == StyleName::high_contrast) s.painter.stroke(rect, palette.line, 2, radius);
  s.modal.drawn = true;
  s.modal.areas = s.areas_drawn.size();
  auto whole = f.node_at(Role::dialog, rect, 0, title, Look::plain, key);

  const Rect words{rect.x + 20, rect.y + bar / 2 - lines.height / 2, width - target - 40, lines.height};
  Node& heading = s.describe(Role::heading, words, title);
  heading.level = 2;
  set_text(heading, title_style, words);
  s.draw_paragraph(title, lines, {words.x, words.y}, title_style, palette.text);
  s.layout.boxes.push_back(
      Box{.x = rect.right() - target - 10, .y = rect.y + (bar - target) / 2, .width = target});
  closed = icon_button(f, "close", icon::x, close_name);
  s.layout.boxes.pop_back();

  return {std::move(whole), f.scrolling(key, {rect.x, rect.y + bar, rect.width, rect.height - bar})};
}

bool toast(Frame& f, std::string_view text, std::string_view action, float above) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  // There before it says anything, or nobody would hear the first word of it.
  s.toast_top = 0;
  if (text.empty()) {
    s.describe(Role::status, {}, {}, "toast").look = Look::toast;
    return false;
  }
  const TypeStyle& style = s.type.secondary;
  const TypeStyle& action_style = s.type.secondary_bold;
  const float most = std::min(f.setup().window.width - 32, 480.F);
  const float action_width = action.empty() ? 0
                                            : std::max(s.current_style->measure.target,
                                                       s.painter.width_of(action, action_style) + 28);
  const bool below = action_width > most * 0.5F;
  const float inner = most - 36 - (below ? 0 : action_width);
  const Paragraph& lines = s.lay_out(text, style, inner);
  const float target = s.current_style->measure.target;
  const float height = std::max(52.F, lines.height + 24) + (below ? target : 0);
  const float width = below ? most : std::min(most, lines.width + 36 + action_width);
  const float there = s.on_the_way(short_hash(hash_of("toast")), 0, 1, s.current_style->motion.calm_s);
  s.toast_top = f.setup().window.height - above - 12 - height;
  const Rect rect{(f.setup().window.width - width) / 2, s.toast_top + (1 - there) * 20, width, height};
  s.painter.shadow(rect, s.current_style->measure.card_radius, s.current_style->elevation.over);
  // The page's own colours turned round: it lies over everything.
  s.painter.fill(rect, palette.text, s.current_style->measure.card_radius);
  const Rect words{rect.x + 18, rect.y + (height - (below ? target : 0)) / 2 - lines.height / 2, inner,
                   lines.height};
  Node& node = s.describe(Role::status, rect, text, "toast");
  node.look = Look::toast;
  set_text(node, style, words);
  s.draw_paragraph(text, lines, {words.x, words.y}, style, palette.background);
  if (action.empty()) return false;
  const Rect touch{rect.right() - action_width - 4,
                   below ? rect.bottom() - target - 4 : rect.center().y - target / 2, action_width, target};
  const float label_width = s.painter.width_of(action, action_style);
  const Rect label{touch.center().x - label_width / 2, touch.center().y - action_style.line_height_px / 2,
                   label_width, action_style.line_height_px};
  Node& button = s.describe(Role::button, touch, action, "toast-action");
  set_text(button, action_style, label);
  const Response response = s.press(button);
  const Color ink =
      readable_on(palette.accent, palette.text, s.current_style->name == StyleName::high_contrast ? 7 : 4.6);
  s.painter.text({label.x, label.y}, action_style, ink, action);
  if (response.focused) s.painter.stroke(touch.inset(3), ink, 2, 8);
  return response.pressed;
}

void skip_link(Frame& f, std::string_view text) {
  Kit::State& s = f.kit();
  const TypeStyle& style = s.type.label;
  const float text_width = s.painter.width_of(text, style);
  const Rect rect{8 + f.setup().safe_area.left, 8 + f.setup().safe_area.top, text_width + 32,
                  s.current_style->measure.target};
  const Rect words{rect.x + 16, rect.center().y - style.line_height_px / 2, text_width, style.line_height_px};
  Node& node = s.describe(Role::link, {rect.x, rect.y, 1, 1}, text, "skip");
  node.href = "#content";
  node.look = Look::button_primary;
  const NodeId id = node.id;
  const bool shown = s.focus.node == id && s.focus.visible;
  node.drawn = shown;
  if (shown) {
    node.bounds = rect;
    set_text(node, style, words);
  }
  // Only for those who come to it step by step.
  node.pressable = true;
  if (s.is_pressed(id)) {
    s.arrival.next_focus = NextFocus::first_in_main;
    s.focus.visible = true;
  }
  s.skip.words = shown ? std::string(text) : std::string{};
  s.skip.rect = rect;
}

}  // namespace ui
