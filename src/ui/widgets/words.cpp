#include "ui/widgets/words.h"

#include <algorithm>
#include <cmath>

#include "ui/blocks.h"

namespace ui {

void heading(Frame& f, int level, std::string_view text, std::string_view language) {
  Kit::State& s = f.kit();
  const bool roomy = f.breadth() != Breadth::phone && s.box().width > 420;
  const TypeStyle& wanted = level > 1 ? s.type.section : roomy ? s.type.title_large : s.type.title;
  const TypeStyle style = s.fitted_words(text, wanted, f.width(), 20);
  const Paragraph& lines = s.lay_out(text, style, f.width());
  const Rect rect = s.place(0, lines.height);
  Node& node = s.describe(Role::heading, rect, text);
  node.level = static_cast<std::uint8_t>(level);
  if (!language.empty()) node.language.assign(language);
  set_text(node, style, rect);
  s.draw_paragraph(text, lines, {rect.x, rect.y}, style, s.current_style->palette.text);
}

void section(Frame& f, int level, std::string_view text, std::string_view link_text, std::string_view href) {
  Kit::State& s = f.kit();
  const TypeStyle& wanted = level > 2 ? s.type.secondary_bold : s.type.section;
  const TypeStyle style = s.fitted_words(text, wanted, f.width(), 16);
  const float target = s.current_style->measure.target;
  const TypeStyle& link_style = s.type.secondary_bold;
  const float link_text_width = href.empty() ? 0 : s.painter.width_of(link_text, link_style);
  const float link_width = href.empty() ? 0 : std::max(target, link_text_width + 12);
  // Where both do not fit side by side, the link has a line of its own.
  const bool below = !href.empty() && link_width > f.width() * 0.5F;
  const float inner = f.width() - (below ? 0 : link_width + 4);
  const Paragraph& lines = s.lay_out(text, style, inner);
  const Rect rect = s.place(0, lines.height + (below ? target : 0));
  const Rect words{rect.x, rect.y, inner, lines.height};
  Node& node = s.describe(Role::heading, words, text);
  node.level = static_cast<std::uint8_t>(level);
  set_text(node, style, words);
  s.draw_paragraph(text, lines, {words.x, words.y}, style, s.current_style->palette.text);
  if (href.empty()) return;
  // Taller than it looks, so that a finger finds it.
  const Rect touch = below
                         ? Rect{rect.x, words.bottom(), link_width, target}
                         : Rect{rect.right() - link_width, rect.center().y - target / 2, link_width, target};
  const float line = link_style.line_height_px;
  const Rect link_words{below ? touch.x : touch.right() - 8 - link_text_width, touch.center().y - line / 2,
                        link_text_width, line};
  Node& link = s.describe(Role::link, touch, link_text, href);
  set_text(link, link_style, link_words);
  const Response response = s.press(link, href);
  s.painter.text({link_words.x, link_words.y}, link_style, s.current_style->palette.accent, link_text);
  s.draw_focus_ring(response, touch.inset(6), 6);
}

void titled(Frame& f, char32_t icon, int level, std::string_view text) {
  Kit::State& s = f.kit();
  const float indent = icon == 0 ? 0 : 32;
  const TypeStyle style =
      s.fitted_words(text, level > 2 ? s.type.card_title : s.type.section, f.width() - indent, 16);
  const Paragraph& lines = s.lay_out(text, style, f.width() - indent);
  const Rect rect = s.place(0, lines.height);
  const Rect words{rect.x + indent, rect.y, rect.width - indent, lines.height};
  Node& node = s.describe(Role::heading, rect, text);
  node.level = static_cast<std::uint8_t>(level);
  node.icon = icon;
  set_text(node, style, words);
  if (icon != 0)
    s.painter.icon(icon, {rect.x + 11, rect.y + style.line_height_px / 2}, 20,
                   s.current_style->palette.accent);
  s.draw_paragraph(text, lines, {words.x, words.y}, style, s.current_style->palette.text);
}

namespace {

const TypeStyle& style_of(const TypeScale& type, TextLook look) {
  switch (look) {
    case TextLook::secondary: return type.secondary;
    case TextLook::secondary_bold: return type.secondary_bold;
    case TextLook::body:
    case TextLook::lead: break;
  }
  return type.body;
}

}  // namespace

float paragraph_height(const Frame& f, std::string_view text, TextLook look, float width) {
  Kit::State& s = f.kit();
  return s.lay_out(text, style_of(s.type, look), width).height;
}

float expected_paragraph_height(const Frame& f, std::string_view text, TextLook look, float width) {
  const TypeStyle& style = style_of(f.kit().type, look);
  constexpr float width_of_letter = 0.55F;  // of the size of the type, with what is left at ends of lines
  const auto letters = static_cast<float>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  return std::ceil(letters * style.size_px * width_of_letter / std::max(1.F, width)) * style.line_height_px;
}

void paragraph(Frame& f, std::string_view text, TextLook look, std::string_view language) {
  Kit::State& s = f.kit();
  const TypeStyle& style = style_of(s.type, look);
  const bool quiet = look == TextLook::secondary;
  const Paragraph& lines = s.lay_out(text, style, f.width());
  // In a flow a text takes no more room than it needs.
  const bool inline_text = s.box().placement == Placement::flow && lines.lines.size() == 1;
  const Rect rect = s.place(inline_text ? lines.width : 0, lines.height);
  Node& node = s.describe(Role::text, rect, text);
  if (!language.empty()) node.language.assign(language);
  if (look != TextLook::body)
    node.look = look == TextLook::lead ? Look::lead : quiet ? Look::secondary : Look::secondary_bold;
  set_text(node, style, rect);
  s.draw_paragraph(text, lines, {rect.x, rect.y}, style,
                   quiet ? s.current_style->palette.text_second : s.current_style->palette.text);
}

namespace {

// Its corners, down its right edge and up the left one: the link begins in the middle of a line and ends in
// the middle of another, and what stands beside it there is not the link.
void outline_around(std::span<const TextPart> parts, std::vector<Point>& corners) {
  for (const TextPart& part : parts) {
    corners.push_back({part.rect.right(), part.rect.y});
    corners.push_back({part.rect.right(), part.rect.bottom()});
  }
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    corners.push_back({part->rect.x, part->rect.bottom()});
    corners.push_back({part->rect.x, part->rect.y});
  }
}

void draw_part(const Kit::State& s, const TextPart& part, const TypeStyle& style, Color color) {
  s.painter.text({part.rect.x, part.rect.y}, style, color, part.words);
  if (part.divides) s.painter.text({part.rect.right(), part.rect.y}, style, color, "-");
}

// In the paragraph that is open.
void link_in_text(Kit::State& s, const text::ProseLink& link, std::string_view words,
                  std::span<const TextPart> parts, const TypeStyle& style, std::string_view language) {
  if (parts.empty()) return;
  float left = parts.front().rect.x, right = parts.front().rect.right();
  for (const TextPart& part : parts) {
    left = std::min(left, part.rect.x);
    right = std::max(right, part.rect.right());
  }
  const float top = parts.front().rect.y;
  Node& node =
      s.describe(Role::link, {left, top, right - left, parts.back().rect.bottom() - top}, words, link.href);
  node.look = Look::in_text;
  node.begins_at = static_cast<std::uint32_t>(link.begin);
  if (!language.empty()) node.language.assign(language);
  if (parts.size() > 1) outline_around(parts, node.outline);
  const Response response = s.press(node, link.href);
  const Color color = s.answered(response, s.current_style->palette.accent);
  for (const TextPart& part : parts) {
    if (!s.visible(part.rect)) continue;
    draw_part(s, part, style, color);
    s.underline(part.rect, style, color);
    s.draw_focus_ring(response, part.rect.inset(1), 4);
  }
}

}  // namespace

void prose(Frame& f, const text::ProseParagraph& paragraph, std::string_view language) {
  const std::string& text = paragraph.text;
  for (const text::ProseLink& one : paragraph.links)
    if (one.begin == 0 && one.end == text.size()) return link(f, text, one.href, language);
  if (paragraph.links.empty()) return ui::paragraph(f, text, TextLook::body, language);
  Kit::State& s = f.kit();
  const TypeStyle& style = s.type.body;
  const Paragraph& lines = s.lay_out(text, style, f.width());
  const Rect rect = s.place(0, lines.height);
  Node& whole = s.open_node(Role::text, text, {}, &rect);
  if (!language.empty()) whole.language.assign(language);
  set_text(whole, style, rect);
  const auto parts = [&](std::size_t begin, std::size_t end) {
    return s.parts_of(text, lines, {rect.x, rect.y}, style, begin, end);
  };
  const auto draw = [&](std::size_t begin, std::size_t end) {
    for (const TextPart& part : parts(begin, end))
      if (s.visible(part.rect)) draw_part(s, part, style, s.current_style->palette.text);
  };
  std::size_t drawn = 0;
  for (const text::ProseLink& one : paragraph.links) {
    draw(drawn, one.begin);
    const std::string_view words = std::string_view(text).substr(one.begin, one.end - one.begin);
    link_in_text(s, one, words, parts(one.begin, one.end), style, language);
    drawn = one.end;
  }
  draw(drawn, text.size());
  s.close_node();
}

void points(Frame& f, std::span<const std::string_view> items) {
  Kit::State& s = f.kit();
  auto whole = f.list();
  for (const std::string_view item : items) {
    auto entry = f.list_item();
    constexpr float indent = 20;
    const Paragraph& lines = s.lay_out(item, s.type.body, f.width() - indent);
    const Rect rect = s.place(0, lines.height + 4);
    const Rect words{rect.x + indent, rect.y, rect.width - indent, lines.height};
    Node& node = s.describe(Role::text, words, item);
    node.look = Look::point;
    set_text(node, s.type.body, words);
    s.painter.circle({rect.x + 8, rect.y + s.type.body.line_height_px / 2}, 2.5F,
                     s.current_style->palette.accent);
    s.draw_paragraph(item, lines, {rect.x + indent, rect.y}, s.type.body, s.current_style->palette.text);
  }
}

void link(Frame& f, std::string_view text, std::string_view href, std::string_view language) {
  Kit::State& s = f.kit();
  const Paragraph& lines = s.lay_out(text, s.type.secondary_bold, f.width());
  const float height = std::max(s.current_style->measure.target, lines.height + 12);
  const Rect rect =
      s.place(s.box().placement == Placement::column ? std::min(f.width(), lines.width + 8) : lines.width + 8,
              height);
  Node& node = s.describe(Role::link, rect, text, href);
  if (!language.empty()) node.language.assign(language);
  const Response response = s.press(node, href);
  const Rect words{rect.x, rect.center().y - lines.height / 2, rect.width, lines.height};
  set_text(node, s.type.secondary_bold, words);
  s.draw_paragraph(text, lines, {words.x, words.y}, s.type.secondary_bold, s.current_style->palette.accent);
  s.underline(text, lines, {words.x, words.y}, s.type.secondary_bold, s.current_style->palette.accent);
  s.draw_focus_ring(response, rect.inset(4), 6);
}

void tags(Frame& f, std::span<const Tag> tags) {
  Kit::State& s = f.kit();
  const Tags block{tags};
  block.draw(s, s.place(0, block.height(s, f.width())));
}

void empty(Frame& f, char32_t icon, std::string_view title, std::string_view text) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const EmptyMeasures& measure = s.current_style->empty;
  const float inner = std::min(f.width() - 2 * measure.padding, measure.widest);
  auto group = f.node(Role::group);
  s.tree.nodes[s.layout.open_nodes.back().index].look = Look::empty;
  s.tree.nodes[s.layout.open_nodes.back().index].icon = icon;
  const Rect whole = s.place(0, measure.picture());
  const Point middle_of_disc{whole.center().x, whole.y + measure.above + measure.radius};
  s.painter.circle(middle_of_disc, measure.radius, palette.tint);
  s.painter.icon(icon, middle_of_disc, measure.icon, palette.accent);
  for (const bool first : {true, false}) {
    const std::string_view words = first ? title : text;
    if (words.empty()) continue;
    const TypeStyle& style = first ? s.type.section : s.type.secondary;
    const Paragraph& lines = s.lay_out(words, style, inner);
    const Rect rect = s.place(0, lines.height + measure.below_words);
    const Rect middle{rect.center().x - inner / 2, rect.y, inner, lines.height};
    Node& node = s.describe(Role::text, middle, words);
    node.look = first ? Look::plain : Look::secondary;
    set_text(node, style, middle, true);
    s.draw_paragraph(words, lines, {middle.x, middle.y}, style, first ? palette.text : palette.text_second,
                     inner);
  }
}

void status(Frame& f, std::string_view text) {
  Kit::State& s = f.kit();
  const TypeStyle& style = s.type.secondary;
  const Paragraph& lines = s.lay_out(text, style, f.width() - 8);
  const Rect rect = s.place(0, std::max(lines.height, style.line_height_px));
  // The same node whatever stands around it: only then is it told when its text changes.
  Node& node = s.describe(Role::status, rect, text, "status");
  node.look = Look::secondary;
  set_text(node, style, rect);
  s.draw_paragraph(text, lines, {rect.x, rect.y}, style, s.current_style->palette.text_second);
}

}  // namespace ui
