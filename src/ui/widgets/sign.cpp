#include "ui/widgets/sign.h"

#include <algorithm>
#include <cmath>

#include "ui/kit_state.h"

namespace ui {
namespace {

constexpr float least_sign_px = 14;

TypeStyle sign_type(const Kit::State& s, float size_px, bool bold) {
  const float size = std::max(least_sign_px, std::round(size_px * s.text_scale));
  return {size, std::round(size * 1.25F), bold};
}

// Narrower, if the words then still stand in as many lines: no line of one short word is left at the end.
float balanced_width(Kit::State& s, std::string_view text, const TypeStyle& style, float width) {
  constexpr int steps = 12;
  const float height = s.lay_out(text, style, width).height;
  if (height < 1.5F * style.line_height_px || height > 3.5F * style.line_height_px) return width;
  for (int step = steps; step > 0; --step) {
    const float narrower = std::round(width * (1 - 0.04F * static_cast<float>(step)));
    const Paragraph& lines = s.lay_out(text, style, narrower);
    if (lines.height <= height && !lines.word_cut) return narrower;
  }
  return width;
}

// Words beside a picture that is `height` points high, in the middle of that.
void sign_note(Frame& f, const SignNote& note, float height) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle bold =
      s.fitted_words(note.title, sign_type(s, note.size_px, true), f.width(), least_sign_px);
  const TypeStyle plain =
      s.fitted_words(note.text, sign_type(s, note.size_px * 0.75F, false), f.width(), least_sign_px);
  const float between = std::round(note.size_px * 0.2F);
  const Paragraph& title_lines = s.lay_out(note.title, bold, f.width());
  const Paragraph& text_lines = s.lay_out(note.text, plain, f.width());
  const float words = title_lines.height + between + text_lines.height;
  const Rect rect = s.place(0, std::max(height, words));
  const Rect title{rect.x, rect.center().y - words / 2, rect.width, title_lines.height};
  set_text(s.describe(Role::text, title, note.title), bold, title);
  s.draw_paragraph(note.title, title_lines, {title.x, title.y}, bold, palette.text);
  const Rect text{rect.x, title.bottom() + between, rect.width, text_lines.height};
  Node& said = s.describe(Role::text, text, note.text);
  said.look = Look::secondary;
  set_text(said, plain, text);
  s.draw_paragraph(note.text, text_lines, {text.x, text.y}, plain, palette.text_second);
}

}  // namespace

void sign_words(Frame& f, const SignWords& words) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle style =
      s.fitted_words(words.text, sign_type(s, words.size_px, words.bold), f.width(), least_sign_px);
  const float wide = words.bold ? balanced_width(s, words.text, style, f.width()) : f.width();
  const Paragraph& lines = s.lay_out(words.text, style, wide);
  const bool leads = !words.href.empty();
  const float target = leads ? s.current_style->measure.target : 0;
  const Rect rect = s.place(0, std::max(lines.height, target));
  const Rect at{rect.x, rect.y + (rect.height - lines.height) / 2, wide, lines.height};
  const Role role = words.level > 0 ? Role::heading : leads ? Role::link : Role::text;
  Node& node = s.describe(role, rect, words.text, words.href);
  node.level = words.level;
  set_text(node, style, at);
  const Response response = leads ? s.press(node, words.href) : Response{};
  if (words.live) {
    const float air = style.size_px * 0.35F;
    const Rect ground{at.x, at.y - 2, std::min(at.width, lines.width + 2 * air), at.height + 4};
    s.painter.fill(ground, palette.live, ground.height * 0.3F);
    s.draw_paragraph(words.text, lines, {at.x + air, at.y}, style, palette.live_ink);
    return;
  }
  s.draw_paragraph(words.text, lines, {at.x, at.y}, style, words.quiet ? palette.text_second : palette.text);
  if (leads) s.draw_focus_ring(response, rect, 6);
}

void qr_with_note(Frame& f, const QrPicture& picture, float most, const SignNote& note) {
  if (note.title.empty()) return qr_picture(f, picture, most);
  const float side = qr_side(f, picture, most);
  f.beside(
      side, std::round(note.size_px * 0.5F), [&] { qr_picture(f, picture, most); },
      [&] { sign_note(f, note, side); });
}

void sign_row(Frame& f, const SignRow& row) {
  constexpr float bar = 5;
  const float air = std::max(10.F, std::round(row.size_px * 0.42F));
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const TypeStyle bold = sign_type(s, row.size_px, true);
  const TypeStyle plain = sign_type(s, row.size_px, false);
  const TypeStyle quiet = sign_type(s, std::max(least_sign_px, row.size_px * 0.7F), false);
  const float time_room = std::ceil(s.painter.width_of(row.time, bold)) + std::max(20.F, 2 * air);
  // Where both do not fit side by side, the time stands above.
  const bool above = time_room > f.width() * 0.4F;
  const float left = above ? 0 : time_room;
  const float room = f.width() - left;
  const TypeStyle& title_style = row.past ? plain : bold;
  const float title_height = s.lay_out(row.title, title_style, room).height;
  const float second_height = row.second.empty() ? 0 : s.lay_out(row.second, quiet, room).height;
  const float time_height = above ? bold.line_height_px : 0;
  const float height =
      std::max(s.current_style->measure.target, time_height + title_height + second_height + 2 * air);
  const Rect rect = s.place(0, height);
  const Color ink = row.past ? palette.text_second : palette.text;
  auto item = f.list_item();
  const Rect time{rect.x, rect.y + air, s.painter.width_of(row.time, bold), bold.line_height_px};
  set_text(s.describe(Role::text, time, row.time), bold, time);
  const Rect title{rect.x + left, rect.y + air + time_height, room, title_height};
  Node& link = s.describe(Role::link, rect, row.title, row.href);
  set_text(link, title_style, title);
  const Response response = s.press(link, row.href);
  if (s.visible(rect)) {
    if (response.hovered) s.painter.fill(rect, s.answered(response, palette.background));
    s.painter.fill({rect.x, rect.y, rect.width, 1}, palette.line);
    // Before the edge at which all words begin.
    if (row.current)
      s.painter.fill({rect.x - bar - 6, rect.y + air, bar, rect.height - 2 * air}, palette.live, bar / 2);
    s.painter.text({time.x, time.y}, bold, ink, row.time);
  }
  s.draw_paragraph(row.title, s.lay_out(row.title, title_style, room), {title.x, title.y}, title_style, ink);
  if (!row.second.empty()) {
    const Rect second{title.x, title.bottom(), room, second_height};
    Node& node = s.describe(Role::text, second, row.second);
    node.look = Look::secondary;
    set_text(node, quiet, second);
    s.draw_paragraph(row.second, s.lay_out(row.second, quiet, room), {second.x, second.y}, quiet,
                     palette.text_second);
  }
  s.draw_focus_ring(response, rect.inset(2), 6);
}

}  // namespace ui
