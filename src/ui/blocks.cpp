#include "ui/blocks.h"

#include <cmath>
#include <string>

namespace ui {
namespace {

// How a tag of that look is coloured.
struct TagColors {
  Look look = Look::tag;
  Color ground;
  Color ink;
};

TagColors colors_of(const Style& style, const Tag& tag) {
  const Palette& palette = style.palette;
  switch (tag.look) {
    case TagLook::quiet: break;
    case TagLook::live: return {Look::tag_live, palette.live, palette.live_ink};
    case TagLook::notice: return {Look::tag_notice, palette.notice, palette.text};
    case TagLook::alarm: return {Look::tag_alarm, palette.notice, palette.alarm};
    case TagLook::colored: {
      // The theme's own colour as a breath of itself, and its text dark enough on it.
      const auto breath = [](std::uint8_t of, std::uint8_t on) {
        return static_cast<std::uint8_t>((of * 30 + on * 225) / 255);
      };
      const Color ground{breath(tag.color.red, palette.surface.red),
                         breath(tag.color.green, palette.surface.green),
                         breath(tag.color.blue, palette.surface.blue), 255};
      return {Look::tag_colored, ground,
              readable_on(tag.color, ground, style.name == StyleName::high_contrast ? 7 : 4.6)};
    }
  }
  return {Look::tag, palette.sunken, palette.text_second};
}

// Calls `place` with each tag, its lines and where it stands, from {0, 0} on. Answers how high all are.
template <class Place>
float place_tags(Kit::State& s, std::span<const Tag> tags, float width, Place place) {
  const TagMeasures& measure = s.current_style->tag;
  float x = 0;
  float y = 0;
  float line = 0;  // height of the line at hand
  for (const Tag& tag : tags) {
    const Paragraph& lines = s.lay_out(tag.text, s.type.tag, width - 2 * measure.padding);
    const float wide = lines.width + 2 * measure.padding;
    const float high = lines.height + 2 * measure.padding_above;
    if (x > 0 && x + wide > width + 0.01F) {
      y += line + measure.gap;
      x = line = 0;
    }
    place(tag, lines, Rect{x, y, wide, high});
    x += wide + measure.gap;
    line = std::max(line, high);
  }
  return y + line;
}

}  // namespace

float Words::height(Kit::State& s, float width) const {
  return text.empty() ? 0 : s.lay_out(text, *type, width).height;
}

void Words::draw(Kit::State& s, const Rect& rect) const {
  Node& node = named ? s.tree.nodes[*named] : s.describe(Role::text, rect, text);
  if (!named) node.look = look;
  set_text(node, *type, rect);
  if (!s.visible(rect)) return;
  const Paragraph& lines = s.lay_out(text, *type, rect.width);
  const Point at{rect.x, rect.y};
  s.draw_marks(text, lines, at, *type, marks);
  s.draw_paragraph(text, lines, at, *type, ink);
  if (underlined) s.underline(text, lines, at, *type, ink);
  if (struck) s.strike(text, lines, at, *type, ink);
}

float Pill::width(const Kit::State& s) const {
  return s.painter.width_of(text, s.type.tag) + 2 * s.current_style->tag.pill_padding;
}

float Pill::height(Kit::State& s, float) const {
  return text.empty() ? 0 : s.type.tag.line_height_px + 2 * s.current_style->tag.padding_above;
}

void Pill::draw(Kit::State& s, const Rect& rect) const {
  const TagMeasures& measure = s.current_style->tag;
  const Rect words{rect.x + measure.pill_padding, rect.y + measure.padding_above,
                   rect.width - 2 * measure.pill_padding, s.type.tag.line_height_px};
  Node& node = s.describe(Role::text, rect, text);
  node.look = look;
  set_text(node, s.type.tag, words);
  if (!s.visible(rect)) return;
  s.painter.fill(rect, ground, rect.height / 2);
  s.painter.text({words.x, words.y}, s.type.tag, ink, text);
}

float Tags::height(Kit::State& s, float width) const {
  return place_tags(s, tags, width, [](const Tag&, const Paragraph&, const Rect&) {});
}

void Tags::draw(Kit::State& s, const Rect& rect) const {
  const TagMeasures& measure = s.current_style->tag;
  place_tags(s, tags, rect.width, [&](const Tag& tag, const Paragraph& lines, const Rect& place) {
    const Rect ground{rect.x + place.x, rect.y + place.y, place.width, place.height};
    const Rect words{ground.x + measure.padding, ground.y + measure.padding_above,
                     ground.width - 2 * measure.padding, lines.height};
    const TagColors colors = colors_of(*s.current_style, tag);
    Node& node = s.describe(Role::text, ground, tag.text);
    node.look = colors.look;
    if (colors.look == Look::tag_colored) node.color = tag.color;
    set_text(node, s.type.tag, words);
    if (!s.visible(ground)) return;
    const float radius = std::min(ground.height / 2, measure.radius);
    s.painter.fill(ground, colors.ground, radius);
    s.draw_contrast_edge(ground, radius);
    s.draw_paragraph(tag.text, lines, {words.x, words.y}, s.type.tag, colors.ink);
  });
}

void Icon::draw(Kit::State& s, const Rect& rect) const {
  if (icon != 0 && s.visible(rect)) s.painter.icon(icon, {rect.x + room / 2, rect.center().y}, size, ink);
}

float Progress::height(Kit::State& s, float) const { return share ? s.current_style->progress.height : 0; }

void Progress::draw(Kit::State& s, const Rect& rect) const {
  const ProgressMeasures& measure = s.current_style->progress;
  const Palette& palette = s.current_style->palette;
  const float come = std::clamp(share.value_or(0), 0.F, 1.F);
  s.describe(Role::progress, rect, name).value = std::to_string(static_cast<int>(come * 100));
  if (!s.visible(rect)) return;
  // An edge, because gold alone does not stand out on a light ground; the gold lies within it.
  s.painter.fill(rect, palette.surface, rect.height / 2);
  s.painter.stroke(rect, palette.outline, measure.edge, rect.height / 2);
  const Rect gold = rect.inset(measure.edge_and_air);
  s.painter.fill({gold.x, gold.y, std::max(gold.height, gold.width * come), gold.height}, palette.live,
                 gold.height / 2);
}

bool star_button(Kit::State& s, const Star& star, const Rect& touch, const Rect& whole) {
  const Palette& palette = s.current_style->palette;
  const CardMeasures& measure = s.current_style->card;
  Node& node = s.describe(Role::button, touch, star.name, "star");
  node.state.toggles = true;
  node.state.pressed = star.on;
  node.look = Look::star;
  const Response response = s.press(node);
  const Rect seen = touch.inset(measure.star_seen_inset);
  if (s.visible(whole)) {
    if (response.touched()) s.painter.fill(seen, palette.sunken, seen.width / 2);
    s.painter.star(touch.center(), measure.star_radius, star.on,
                   star.on ? palette.star : palette.text_second);
  }
  s.draw_focus_ring(response, seen, seen.width / 2);
  return response.pressed;
}

}  // namespace ui
