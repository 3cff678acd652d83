#include "ui/widgets/poster.h"

#include <algorithm>

#include "ui/kit_state.h"
#include "ui/ornament.h"

namespace ui {

void poster(Frame& f, const Poster& poster) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const Rect whole{0, 0, f.setup().window.width, f.setup().window.height};
  // One colour rather than a gradient: the picture is drawn and compressed in a tenth of the time.
  s.painter.fill(whole, palette.header_from);
  s.painter.fill({0, 0, 10, whole.height}, palette.header_to);
  draw_ornament(s.painter, {whole.width - 250, whole.height - 300}, 300,
                mixed(palette.header_middle, palette.on_header, 0.14), 6.5F);

  auto content = f.node_at(Role::main, whole, 40);
  const float width = whole.width - 2 * 40;
  float bottom = whole.height - 36;
  const auto below = [&](std::string_view text, const TypeStyle& style, std::uint8_t opacity) {
    if (text.empty()) return;
    const Paragraph& lines = s.lay_out(text, style, width);
    bottom -= lines.height;
    const Rect rect{40, bottom, width, lines.height};
    set_text(s.describe(Role::text, rect, text), style, rect);
    s.draw_paragraph(text, lines, {rect.x, rect.y}, style, palette.on_header.with_alpha(opacity));
  };
  constexpr TypeStyle line_style{20, 27, false};
  below(poster.line2, line_style, 235);
  below(poster.line1, line_style, 235);

  constexpr TypeStyle small{17, 24, true};
  const float top = 34;
  if (!poster.over.empty()) {
    const Rect rect{40, top, width, small.line_height_px};
    set_text(s.describe(Role::text, rect, poster.over), small, rect);
    s.painter.text({rect.x, rect.y}, s.fitted(poster.over, small, width, 12),
                   palette.on_header.with_alpha(235), poster.over);
  }
  // As large as there is room for.
  TypeStyle title{40, 48, true};
  const float from = top + small.line_height_px + 14;
  while (title.size_px > 20 && s.lay_out(poster.title, title, width).height > bottom - from - 14)
    title = {title.size_px - 2, title.line_height_px - 2.4F, true};
  const Paragraph& lines = s.lay_out(poster.title, title, width);
  const Rect rect{40, std::max(from, (from + bottom - lines.height) / 2 - 6), width, lines.height};
  Node& heading = s.describe(Role::heading, rect, poster.title);
  heading.level = 1;
  set_text(heading, title, rect);
  s.draw_paragraph(poster.title, lines, {rect.x, rect.y}, title, palette.on_header);
}

}  // namespace ui
