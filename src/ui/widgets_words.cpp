// Widgets that only say something: headings, paragraphs, facts, banners.
#include <algorithm>

#include "icons.h"
#include "ui/kit_state.h"

namespace ui {
void Frame::heading(int level, std::string_view text) {
  const bool roomy = breadth() != Breadth::phone && s_.box().width > 420;
  const TypeStyle& style = level > 1 ? s_.type.section : roomy ? s_.type.title_large : s_.type.title;
  const Paragraph& lines = s_.lay_out(text, style, width());
  const Rect rect = s_.place(0, lines.height);
  Node& node = s_.describe(Role::heading, rect, text);
  node.level = static_cast<std::uint8_t>(level);
  set_type(node, style);
  s_.draw_paragraph(text, lines, {rect.x, rect.y}, style, s_.theme->palette.text);
}

void Frame::section(int level, std::string_view text, std::string_view link_text, std::string_view href) {
  const TypeStyle& style = level > 2 ? s_.type.secondary_bold : s_.type.section;
  const float target = s_.theme->measure.target;
  const float link_text_width = href.empty() ? 0 : s_.painter.width_of(link_text, s_.type.secondary_bold);
  const float link_width = href.empty() ? 0 : std::max(target, link_text_width + 12);
  const Paragraph& lines = s_.lay_out(text, style, width() - link_width - 4);
  const Rect rect = s_.place(0, lines.height);
  Node& node = s_.describe(Role::heading, {rect.x, rect.y, rect.width - link_width, rect.height}, text);
  node.level = static_cast<std::uint8_t>(level);
  set_type(node, style);
  s_.draw_paragraph(text, lines, {rect.x, rect.y}, style, s_.theme->palette.text);
  if (href.empty()) return;
  // Taller than it looks, so that a finger finds it.
  const Rect touch{rect.right() - link_width, rect.y + rect.height / 2 - target / 2, link_width, target};
  Node& link = s_.describe(Role::link, touch, link_text, href);
  link.href.assign(href);
  link.pressable = true;
  set_type(link, s_.type.secondary_bold);
  const NodeId id = link.id;
  if (s_.is_pressed(id)) s_.followed.assign(href);
  const float line = s_.type.secondary_bold.line_height_px;
  s_.painter.text({touch.right() - 8 - link_text_width, touch.center().y - line / 2}, s_.type.secondary_bold, s_.theme->palette.accent, link_text);
  s_.draw_focus_ring(id, touch.inset(6), 6);
}

void Frame::paragraph(std::string_view text, TextLook look, std::string_view language) {
  const TypeStyle& style = look == TextLook::body || look == TextLook::lead ? s_.type.body
                           : look == TextLook::secondary                    ? s_.type.secondary
                                                                            : s_.type.secondary_bold;
  const bool quiet = look == TextLook::secondary;
  const Paragraph& lines = s_.lay_out(text, style, width());
  // In a flow a text takes no more room than it needs.
  const bool inline_text = s_.box().placement == Placement::flow && lines.lines.size() == 1;
  const Rect rect = s_.place(inline_text ? lines.width : 0, lines.height);
  Node& node = s_.describe(Role::text, rect, text);
  node.language.assign(language);
  set_type(node, style);
  s_.draw_paragraph(text, lines, {rect.x, rect.y}, style, quiet ? s_.theme->palette.text_second : s_.theme->palette.text);
}

void Frame::points(std::span<const std::string_view> items) {
  auto whole = list();
  for (const std::string_view item : items) {
    auto entry = list_item();
    constexpr float indent = 20;
    const Paragraph& lines = s_.lay_out(item, s_.type.body, width() - indent);
    const Rect rect = s_.place(0, lines.height + 4);
    Node& node = s_.describe(Role::text, {rect.x + indent, rect.y, rect.width - indent, lines.height}, item);
    set_type(node, s_.type.body);
    s_.painter.circle({rect.x + 8, rect.y + s_.type.body.line_height_px / 2}, 2.5F, s_.theme->palette.accent);
    s_.draw_paragraph(item, lines, {rect.x + indent, rect.y}, s_.type.body, s_.theme->palette.text);
  }
}

void Frame::link(std::string_view text, std::string_view href) {
  const Paragraph& lines = s_.lay_out(text, s_.type.secondary_bold, width());
  const float height = std::max(s_.theme->measure.target, lines.height + 12);
  const Rect rect = s_.place(s_.box().placement == Placement::column ? std::min(width(), lines.width + 8) : lines.width + 8, height);
  Node& node = s_.describe(Role::link, rect, text, href);
  node.href.assign(href);
  node.pressable = true;
  set_type(node, s_.type.secondary_bold);
  const NodeId id = node.id;
  if (s_.is_pressed(id)) s_.followed.assign(href);
  s_.draw_paragraph(text, lines, {rect.x, rect.center().y - lines.height / 2}, s_.type.secondary_bold, s_.theme->palette.accent);
  s_.draw_focus_ring(id, rect.inset(4), 6);
}

void Frame::tags(std::span<const Tag> tags) {
  auto line = flow(6);
  const Palette& palette = s_.theme->palette;
  for (const Tag& tag : tags) {
    Color ground = palette.sunken;
    Color ink = palette.text_second;
    if (tag.look == TagLook::live) ground = palette.live, ink = palette.live_ink;
    if (tag.look == TagLook::notice) ground = palette.notice, ink = palette.text;
    if (tag.look == TagLook::alarm) ground = palette.notice, ink = palette.alarm;
    if (tag.look == TagLook::colored) {
      // The theme's own colour as a breath of itself, and its text dark enough on it.
      const auto breath = [&](std::uint8_t of, std::uint8_t on) { return static_cast<std::uint8_t>((of * 30 + on * 225) / 255); };
      ground = {breath(tag.color.red, palette.surface.red), breath(tag.color.green, palette.surface.green),
                breath(tag.color.blue, palette.surface.blue), 255};
      ink = readable_on(tag.color, ground, s_.theme->name == ThemeName::high_contrast ? 7 : 4.6);
    }
    const Paragraph& lines = s_.lay_out(tag.text, s_.type.tag, width() - 18);
    const Rect rect = s_.place(lines.width + 18, lines.height + 6);
    Node& node = s_.describe(Role::text, rect, tag.text);
    set_type(node, s_.type.tag);
    s_.painter.fill(rect, ground, std::min(rect.height / 2, 12.F));
    s_.draw_paragraph(tag.text, lines, {rect.x + 9, rect.y + 3}, s_.type.tag, ink);
  }
}

void Frame::fact(char32_t icon, std::string_view line, std::string_view second, std::string_view href) {
  constexpr float indent = 38;
  const Palette& palette = s_.theme->palette;
  const TypeStyle main{.size_px = 15, .line_height_px = 22, .bold = false};
  const TypeStyle small{.size_px = 13, .line_height_px = 18, .bold = false};
  const Paragraph& first_lines = s_.lay_out(line, main, width() - indent);
  const float second_height = second.empty() ? 0 : s_.lay_out(second, small, width() - indent).height;
  const float wanted = first_lines.height + second_height;
  const float height = href.empty() ? wanted : std::max(wanted, s_.theme->measure.target - 8);
  const Rect rect = s_.place(0, height);
  s_.painter.icon(icon, {rect.x + 11, rect.y + 11}, 20, palette.accent);
  const Rect first_rect{rect.x + indent, rect.y, rect.width - indent, first_lines.height};
  Node& node = s_.describe(href.empty() ? Role::text : Role::link, href.empty() ? first_rect : Rect{rect.x, rect.y - 4, rect.width, height + 8}, line, href);
  node.href.assign(href);
  node.pressable = !href.empty();
  set_type(node, main);
  const NodeId id = node.id;
  if (!href.empty() && s_.is_pressed(id)) s_.followed.assign(href);
  s_.draw_paragraph(line, first_lines, {first_rect.x, first_rect.y}, main, href.empty() ? palette.text : palette.accent);
  if (!second.empty()) {
    const Rect second_rect{first_rect.x, first_rect.bottom(), first_rect.width, second_height};
    Node& below = s_.describe(Role::text, second_rect, second);
    set_type(below, small);
    s_.draw_paragraph(second, s_.lay_out(second, small, width() - indent), {second_rect.x, second_rect.y}, small, palette.text_second);
  }
  if (!href.empty()) s_.draw_focus_ring(id, rect.inset(-2), 8);
}

void Frame::banner(BannerLook look, std::string_view strong, std::string_view text) {
  const Palette& palette = s_.theme->palette;
  const Color ground = look == BannerLook::quiet ? palette.sunken : palette.notice;
  const Color strong_ink = look == BannerLook::alarm ? palette.alarm : palette.text;
  const TypeStyle& bold = s_.type.secondary_bold;
  const TypeStyle& plain = s_.type.secondary;
  constexpr float padding = 14;
  const float inner = width() - 2 * padding;
  const float strong_height = strong.empty() ? 0 : s_.lay_out(strong, bold, inner).height;
  const float text_height = text.empty() ? 0 : s_.lay_out(text, plain, inner).height;
  const Rect rect = s_.place(0, strong_height + text_height + 20);
  s_.painter.fill(rect, ground, s_.theme->measure.button_radius);
  if (s_.theme->name == ThemeName::high_contrast) s_.painter.stroke(rect, palette.line, 1, s_.theme->measure.button_radius);
  Point at{rect.x + padding, rect.y + 10};
  if (!strong.empty()) {
    Node& node = s_.describe(Role::text, {at.x, at.y, inner, strong_height}, strong);
    set_type(node, bold);
    s_.draw_paragraph(strong, s_.lay_out(strong, bold, inner), at, bold, strong_ink);
    at.y += strong_height;
  }
  if (!text.empty()) {
    Node& node = s_.describe(Role::text, {at.x, at.y, inner, text_height}, text);
    set_type(node, plain);
    s_.draw_paragraph(text, s_.lay_out(text, plain, inner), at, plain, palette.text);
  }
}

void Frame::empty(char32_t icon, std::string_view title, std::string_view text) {
  const Palette& palette = s_.theme->palette;
  const float inner = std::min(width() - 16, 420.F);
  const Rect whole = s_.place(0, 28 + 64 + 12);
  s_.painter.circle({whole.center().x, whole.y + 28 + 32}, 32, palette.tint);
  s_.painter.icon(icon, {whole.center().x, whole.y + 28 + 32}, 30, palette.accent);
  for (const bool first : {true, false}) {
    const std::string_view words = first ? title : text;
    if (words.empty()) continue;
    const TypeStyle& style = first ? s_.type.section : s_.type.secondary;
    const Paragraph& lines = s_.lay_out(words, style, inner);
    const Rect rect = s_.place(0, lines.height + 6);
    const Rect middle{rect.center().x - inner / 2, rect.y, inner, lines.height};
    Node& node = s_.describe(Role::text, middle, words);
    set_type(node, style);
    s_.draw_paragraph(words, lines, {middle.x, middle.y}, style, first ? palette.text : palette.text_second, inner);
  }
}

void Frame::status(std::string_view text) {
  const TypeStyle& style = s_.type.secondary;
  const Paragraph& lines = s_.lay_out(text, style, width() - 8);
  const Rect rect = s_.place(0, std::max(lines.height, style.line_height_px));
  Node& node = s_.describe(Role::status, rect, text);
  set_type(node, style);
  s_.draw_paragraph(text, lines, {rect.x, rect.y}, style, s_.theme->palette.text_second);
}

}  // namespace ui
