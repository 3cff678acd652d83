// Widgets that only say something: headings, paragraphs, facts, banners.
#include <algorithm>

#include "icons.h"
#include "ui/blocks.h"

namespace ui {
void Frame::heading(int level, std::string_view text, std::string_view language) {
  const bool roomy = breadth() != Breadth::phone && s_.box().width > 420;
  const TypeStyle& wanted = level > 1 ? s_.type.section : roomy ? s_.type.title_large : s_.type.title;
  const TypeStyle style = s_.fitted_words(text, wanted, width(), 20);
  const Paragraph& lines = s_.lay_out(text, style, width());
  const Rect rect = s_.place(0, lines.height);
  Node& node = s_.describe(Role::heading, rect, text);
  node.level = static_cast<std::uint8_t>(level);
  if (!language.empty()) node.language.assign(language);
  set_text(node, style, rect);
  s_.draw_paragraph(text, lines, {rect.x, rect.y}, style, s_.current_style->palette.text);
}

void Frame::section(int level, std::string_view text, std::string_view link_text, std::string_view href) {
  const TypeStyle& wanted = level > 2 ? s_.type.secondary_bold : s_.type.section;
  const TypeStyle style = s_.fitted_words(text, wanted, width(), 16);
  const float target = s_.current_style->measure.target;
  const TypeStyle& link_style = s_.type.secondary_bold;
  const float link_text_width = href.empty() ? 0 : s_.painter.width_of(link_text, link_style);
  const float link_width = href.empty() ? 0 : std::max(target, link_text_width + 12);
  // Where both do not fit side by side, the link has a line of its own.
  const bool below = !href.empty() && link_width > width() * 0.5F;
  const float inner = width() - (below ? 0 : link_width + 4);
  const Paragraph& lines = s_.lay_out(text, style, inner);
  const Rect rect = s_.place(0, lines.height + (below ? target : 0));
  const Rect words{rect.x, rect.y, inner, lines.height};
  Node& node = s_.describe(Role::heading, words, text);
  node.level = static_cast<std::uint8_t>(level);
  set_text(node, style, words);
  s_.draw_paragraph(text, lines, {words.x, words.y}, style, s_.current_style->palette.text);
  if (href.empty()) return;
  // Taller than it looks, so that a finger finds it.
  const Rect touch = below
                         ? Rect{rect.x, words.bottom(), link_width, target}
                         : Rect{rect.right() - link_width, rect.center().y - target / 2, link_width, target};
  const float line = link_style.line_height_px;
  const Rect link_words{below ? touch.x : touch.right() - 8 - link_text_width, touch.center().y - line / 2,
                        link_text_width, line};
  Node& link = s_.describe(Role::link, touch, link_text, href);
  set_text(link, link_style, link_words);
  const Response response = s_.press(link, href);
  s_.painter.text({link_words.x, link_words.y}, link_style, s_.current_style->palette.accent, link_text);
  s_.draw_focus_ring(response, touch.inset(6), 6);
}

void Frame::titled(char32_t icon, int level, std::string_view text) {
  const float indent = icon == 0 ? 0 : 32;
  const TypeStyle style =
      s_.fitted_words(text, level > 2 ? s_.type.card_title : s_.type.section, width() - indent, 16);
  const Paragraph& lines = s_.lay_out(text, style, width() - indent);
  const Rect rect = s_.place(0, lines.height);
  const Rect words{rect.x + indent, rect.y, rect.width - indent, lines.height};
  Node& node = s_.describe(Role::heading, rect, text);
  node.level = static_cast<std::uint8_t>(level);
  node.icon = icon;
  set_text(node, style, words);
  if (icon != 0)
    s_.painter.icon(icon, {rect.x + 11, rect.y + style.line_height_px / 2}, 20,
                    s_.current_style->palette.accent);
  s_.draw_paragraph(text, lines, {words.x, words.y}, style, s_.current_style->palette.text);
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

float Frame::paragraph_height(std::string_view text, TextLook look, float width) const {
  return s_.lay_out(text, style_of(s_.type, look), width).height;
}

void Frame::paragraph(std::string_view text, TextLook look, std::string_view language) {
  const TypeStyle& style = style_of(s_.type, look);
  const bool quiet = look == TextLook::secondary;
  const Paragraph& lines = s_.lay_out(text, style, width());
  // In a flow a text takes no more room than it needs.
  const bool inline_text = s_.box().placement == Placement::flow && lines.lines.size() == 1;
  const Rect rect = s_.place(inline_text ? lines.width : 0, lines.height);
  Node& node = s_.describe(Role::text, rect, text);
  if (!language.empty()) node.language.assign(language);
  if (look != TextLook::body)
    node.look = look == TextLook::lead ? Look::lead : quiet ? Look::secondary : Look::secondary_bold;
  set_text(node, style, rect);
  s_.draw_paragraph(text, lines, {rect.x, rect.y}, style,
                    quiet ? s_.current_style->palette.text_second : s_.current_style->palette.text);
}

void Frame::points(std::span<const std::string_view> items) {
  auto whole = list();
  for (const std::string_view item : items) {
    auto entry = list_item();
    constexpr float indent = 20;
    const Paragraph& lines = s_.lay_out(item, s_.type.body, width() - indent);
    const Rect rect = s_.place(0, lines.height + 4);
    const Rect words{rect.x + indent, rect.y, rect.width - indent, lines.height};
    Node& node = s_.describe(Role::text, words, item);
    node.look = Look::point;
    set_text(node, s_.type.body, words);
    s_.painter.circle({rect.x + 8, rect.y + s_.type.body.line_height_px / 2}, 2.5F,
                      s_.current_style->palette.accent);
    s_.draw_paragraph(item, lines, {rect.x + indent, rect.y}, s_.type.body, s_.current_style->palette.text);
  }
}

void Frame::link(std::string_view text, std::string_view href, std::string_view language) {
  const Paragraph& lines = s_.lay_out(text, s_.type.secondary_bold, width());
  const float height = std::max(s_.current_style->measure.target, lines.height + 12);
  const Rect rect = s_.place(
      s_.box().placement == Placement::column ? std::min(width(), lines.width + 8) : lines.width + 8, height);
  Node& node = s_.describe(Role::link, rect, text, href);
  if (!language.empty()) node.language.assign(language);
  const Response response = s_.press(node, href);
  const Rect words{rect.x, rect.center().y - lines.height / 2, rect.width, lines.height};
  set_text(node, s_.type.secondary_bold, words);
  s_.draw_paragraph(text, lines, {words.x, words.y}, s_.type.secondary_bold,
                    s_.current_style->palette.accent);
  s_.underline(text, lines, {words.x, words.y}, s_.type.secondary_bold, s_.current_style->palette.accent);
  s_.draw_focus_ring(response, rect.inset(4), 6);
}

void Frame::tags(std::span<const Tag> tags) {
  const Tags block{tags};
  block.draw(s_, s_.place(0, block.height(s_, width())));
}

void Frame::fact(char32_t icon, std::string_view line, std::string_view second, std::string_view href) {
  const Palette& palette = s_.current_style->palette;
  const FactMeasures& measure = s_.current_style->fact;
  const bool leads = !href.empty();
  Words words{
      .text = line, .type = &s_.type.fact, .ink = leads ? palette.accent : palette.text, .underlined = leads};
  const auto blocks = [&] {
    return side_by_side(
        measure.icon_room,
        Icon{icon, measure.icon_width, s_.type.fact.line_height_px, measure.icon, palette.accent},
        column(words, Words{second, &s_.type.fact_second, palette.text_second}));
  };
  const float wanted = blocks().height(s_, width());
  const float touched = s_.current_style->measure.target - 2 * measure.touch;
  const Rect rect = s_.place(0, leads ? std::max(wanted, touched) : wanted);
  const float beside_icon = rect.width - measure.icon_room;
  const Rect bounds =
      leads ? Rect{rect.x, rect.y - measure.touch, rect.width, rect.height + 2 * measure.touch}
            : Rect{rect.x + measure.icon_room, rect.y, beside_icon, words.height(s_, beside_icon)};
  Node& node = s_.describe(leads ? Role::link : Role::text, bounds, line, href);
  node.look = Look::fact;
  node.icon = icon;
  const Response response = leads ? s_.press(node, href) : Response{};
  words.named = s_.node_count - 1;
  blocks().draw(s_, {rect.x, rect.y, rect.width, wanted});
  if (leads) s_.draw_focus_ring(response, rect.inset(-measure.ring), measure.ring_radius);
}

void Frame::banner(BannerLook look, std::string_view strong, std::string_view text) {
  const Palette& palette = s_.current_style->palette;
  const BannerMeasures& measure = s_.current_style->banner;
  const float radius = s_.current_style->measure.button_radius;
  const bool alarm = look == BannerLook::alarm;
  const bool quiet = look == BannerLook::quiet;
  const auto blocks = inset({measure.padding_above, measure.padding, measure.padding_above, measure.padding},
                            column(Words{strong, &s_.type.secondary_bold,
                                         alarm ? palette.alarm : palette.text, Look::secondary_bold},
                                   Words{text, &s_.type.secondary, palette.text, Look::plain}));
  const Rect rect = s_.place(0, blocks.height(s_, width()));
  auto whole = node_at(Role::group, rect, 0, {},
                       quiet   ? Look::banner_quiet
                       : alarm ? Look::banner_alarm
                               : Look::banner_notice);
  s_.painter.fill(rect, quiet ? palette.sunken : palette.notice, radius);
  if (s_.current_style->name == StyleName::high_contrast) s_.painter.stroke(rect, palette.line, 1, radius);
  blocks.draw(s_, rect);
}

void Frame::empty(char32_t icon, std::string_view title, std::string_view text) {
  const Palette& palette = s_.current_style->palette;
  const EmptyMeasures& measure = s_.current_style->empty;
  const float inner = std::min(width() - 2 * measure.padding, measure.widest);
  auto group = node(Role::group);
  s_.tree.nodes[s_.layout.open_nodes.back().index].look = Look::empty;
  s_.tree.nodes[s_.layout.open_nodes.back().index].icon = icon;
  const Rect whole = s_.place(0, measure.picture());
  const Point middle_of_disc{whole.center().x, whole.y + measure.above + measure.radius};
  s_.painter.circle(middle_of_disc, measure.radius, palette.tint);
  s_.painter.icon(icon, middle_of_disc, measure.icon, palette.accent);
  for (const bool first : {true, false}) {
    const std::string_view words = first ? title : text;
    if (words.empty()) continue;
    const TypeStyle& style = first ? s_.type.section : s_.type.secondary;
    const Paragraph& lines = s_.lay_out(words, style, inner);
    const Rect rect = s_.place(0, lines.height + measure.below_words);
    const Rect middle{rect.center().x - inner / 2, rect.y, inner, lines.height};
    Node& node = s_.describe(Role::text, middle, words);
    node.look = first ? Look::plain : Look::secondary;
    set_text(node, style, middle, true);
    s_.draw_paragraph(words, lines, {middle.x, middle.y}, style, first ? palette.text : palette.text_second,
                      inner);
  }
}

void Frame::status(std::string_view text) {
  const TypeStyle& style = s_.type.secondary;
  const Paragraph& lines = s_.lay_out(text, style, width() - 8);
  const Rect rect = s_.place(0, std::max(lines.height, style.line_height_px));
  // The same node whatever stands around it: only then is it told when its text changes.
  Node& node = s_.describe(Role::status, rect, text, "status");
  node.look = Look::secondary;
  set_text(node, style, rect);
  s_.draw_paragraph(text, lines, {rect.x, rect.y}, style, s_.current_style->palette.text_second);
}

}  // namespace ui
