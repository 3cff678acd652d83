#include "ui/widgets/steps.h"

#include <algorithm>

#include "ui/kit_state.h"

namespace ui {

void told_step(Frame& f, const ToldStep& step) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle &style = s.type.body, &small = s.type.secondary;
  constexpr float least_air = 8, beside_sentence = 12, radius = 10;
  const float air = std::max(least_air, (s.current_style->measure.target - style.line_height_px) / 2);
  auto item = f.list_item();
  auto place = f.step(step.mark, step.last, air + style.line_height_px / 2);
  const float distance = step.distance.empty() ? 0 : s.painter.width_of(step.distance, small);
  // Large letters leave no room for it beside the sentence.
  const bool is_beside = distance <= f.width() * 0.3F;
  const float room = f.width() - (is_beside && distance > 0 ? distance + beside_sentence : 0);
  const Paragraph& lines = s.lay_out(step.sentence, style, room);
  const float below = is_beside ? 0 : small.line_height_px;
  const Rect rect = s.place(0, lines.height + below + 2 * air);
  const bool leads = !step.href.empty();
  Node& node = s.describe(leads ? Role::link : Role::text, rect, step.sentence, step.href);
  node.state.current = step.current;
  if (step.current) s.focus.to_reveal = node.id;
  const Rect words{rect.x, rect.y + air, room, lines.height};
  set_text(node, style, words);
  const Response response = leads ? s.press(node, step.href) : Response{};
  const Rect ground{rect.x - least_air, rect.y + 1, rect.width + 2 * least_air, rect.height - 2};
  if (step.current) s.painter.fill(ground, palette.tint, radius);
  if (response.touched())
    s.painter.fill(ground, s.answered(response, step.current ? palette.tint : palette.surface), radius);
  s.draw_paragraph(step.sentence, lines, {words.x, words.y}, style, palette.text);
  if (distance > 0) {
    const float top =
        is_beside ? words.y + (style.line_height_px - small.line_height_px) / 2 : words.bottom();
    const Rect at{is_beside ? rect.right() - distance : rect.x, top, distance, small.line_height_px};
    Node& said = s.describe(Role::text, at, step.distance);
    said.look = Look::secondary;
    set_text(said, small, at);
    s.painter.text({at.x, at.y}, small, palette.text_second, step.distance);
  }
  s.draw_focus_ring(response, ground, radius);
}

}  // namespace ui
