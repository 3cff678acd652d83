// The card: one thing of a list, with everything needed to choose it.
#include <algorithm>

#include "icons.h"
#include "ui/kit_state.h"

namespace ui {

float Frame::expected_card_height() const {
  constexpr float title_lines = 1.5F;
  return 2 * 13 + title_lines * s_.type.card_title.line_height_px + 4 + s_.type.secondary.line_height_px + 6 +
         s_.type.tag.line_height_px + 6;
}

bool Frame::card(const Card& card) {
  const Palette& palette = s_.current_style->palette;
  const Measures& measure = s_.current_style->measure;
  const float left = 18;
  const float star_room = card.star ? 38 : 0;
  const float inner = width() - left - measure.card_padding;
  const TypeStyle& title_style = s_.type.card_title;
  const TypeStyle& line_style = s_.type.secondary;

  // How high everything is, before anything is drawn.
  const float title_height = s_.lay_out(card.title, title_style, inner - star_room).height;
  const float pill_height = s_.type.tag.line_height_px + 6;
  const float pill_width = card.live.empty() ? 0 : s_.painter.width_of(card.live, s_.type.tag) + 16;
  // Beside the words while that leaves them most of the line, else above them.
  const bool pill_above = !card.live.empty() && pill_width > inner * 0.3F;
  const float pill_room = card.live.empty() || pill_above ? 0 : pill_width + 7;
  const float words_below = pill_above ? pill_height + 3 : 0;
  float supporting_height =
      card.supporting.empty()
          ? 0
          : s_.lay_out(card.supporting, line_style, inner - pill_room).height + words_below;
  if (!card.live.empty()) supporting_height = std::max(supporting_height, pill_height);
  const float more_height = card.more.empty() ? 0 : s_.lay_out(card.more, line_style, inner).height;
  float tags_height = 0;
  if (!card.tags.empty()) {
    float x = 0;
    float line = 0;
    for (const Tag& tag : card.tags) {
      const Paragraph& lines = s_.lay_out(tag.text, s_.type.tag, inner - 18);
      const float wide = lines.width + 18;
      if (x > 0 && x + wide > inner) {
        x = 0;
        tags_height += line + 6;
        line = 0;
      }
      x += wide + 6;
      line = std::max(line, lines.height + 6);
    }
    tags_height += line + 6;
  }
  const float height = 13 + title_height + (supporting_height > 0 ? 4 + supporting_height : 0) + more_height +
                       tags_height + (card.progress ? 16 : 0) + 13;
  const Rect rect = s_.place(0, std::max(height, measure.target));
  const bool drawn = s_.visible(rect);

  Node& node = s_.describe(Role::link, rect, card.title, card.href);
  node.href.assign(card.href);
  node.pressable = true;
  node.state.current = card.selected;
  node.look = Look::card;
  if (card.stripe) node.color = *card.stripe;
  if (card.selected) s_.to_reveal = node.id;
  set_text(node, title_style, {rect.x + left, rect.y + 13, inner - star_room, title_height});
  const NodeId id = node.id;
  if (s_.is_pressed(id)) s_.followed.assign(card.href);

  if (drawn) {
    Color ground = card.selected ? palette.tint : palette.surface;
    if (!card.selected && (s_.hovered == id || s_.held == id) && !s_.pointer.dragging)
      ground = s_.held == id ? palette.sunken : palette.background;
    if (s_.current_style->name == StyleName::high_contrast && (s_.hovered == id || s_.held == id))
      ground = palette.tint;
    s_.painter.fill(rect, ground, measure.card_radius);
    const bool bold_edge = card.selected && s_.current_style->name == StyleName::high_contrast;
    s_.painter.stroke(rect, card.selected ? palette.accent : palette.line, bold_edge ? 3 : 1,
                      measure.card_radius);
    if (card.stripe)
      s_.painter.fill({rect.x, rect.y + 12, 4, rect.height - 24}, *card.stripe, 4, Corners::right);
    s_.draw_paragraph(card.title, s_.lay_out(card.title, title_style, inner - star_room),
                      {rect.x + left, rect.y + 13}, title_style, palette.text);
  }

  float y = rect.y + 13 + title_height;
  if (supporting_height > 0) {
    y += 4;
    if (!card.live.empty()) {
      const Rect pill{rect.x + left, y, pill_width, pill_height};
      Node& live = s_.describe(Role::text, pill, card.live);
      live.look = Look::tag_live;
      set_text(live, s_.type.tag, {pill.x + 8, pill.y + 3, pill.width - 16, s_.type.tag.line_height_px});
      if (drawn) {
        s_.painter.fill(pill, palette.live, pill_height / 2);
        s_.painter.text({pill.x + 8, pill.y + 3}, s_.type.tag, palette.live_ink, card.live);
      }
    }
    if (!card.supporting.empty()) {
      const Paragraph& lines = s_.lay_out(card.supporting, line_style, inner - pill_room);
      const float top = y + (pill_above ? words_below : card.live.empty() ? 0 : 1);
      const Rect words{rect.x + left + pill_room, top, inner - pill_room, lines.height};
      Node& supporting = s_.describe(Role::text, words, card.supporting);
      supporting.look = Look::secondary;
      set_text(supporting, line_style, words);
      s_.draw_paragraph(card.supporting, lines, {rect.x + left + pill_room, top}, line_style,
                        palette.text_second);
    }
    y += supporting_height;
  }
  if (!card.more.empty()) {
    const Paragraph& lines = s_.lay_out(card.more, line_style, inner);
    const Rect words{rect.x + left, y, inner, lines.height};
    Node& more = s_.describe(Role::text, words, card.more);
    more.look = Look::secondary;
    set_text(more, line_style, words);
    s_.draw_paragraph(card.more, lines, {rect.x + left, y}, line_style, palette.text_second);
    y += more_height;
  }
  if (!card.tags.empty()) {
    s_.boxes.push_back(Box{.x = rect.x + left, .y = y + 6, .width = inner});
    tags(card.tags);
    s_.boxes.pop_back();
    y += tags_height;
  }
  if (card.progress) {
    const Rect track{rect.x + left, y + 9, inner, 8};
    const float share = std::clamp(*card.progress, 0.F, 1.F);
    Node& over = s_.describe(Role::progress, track, card.progress_name);
    over.value = std::to_string(static_cast<int>(share * 100));
    if (drawn) {
      // An edge, because gold alone does not stand out on a light ground; the gold lies within it.
      s_.painter.fill(track, palette.surface, 4);
      s_.painter.stroke(track, palette.outline, 1, 4);
      const Rect gold = track.inset(2);
      s_.painter.fill({gold.x, gold.y, std::max(gold.height, gold.width * share), gold.height}, palette.live,
                      2);
    }
  }

  bool star_pressed = false;
  if (card.star) {
    const float target = measure.target;
    const Rect touch{rect.right() - target - 2, rect.y + 2, target, target};
    Node& star = s_.describe(Role::button, touch, card.star->name, "star");
    star.pressable = true;
    star.state.toggles = true;
    star.state.pressed = card.star->on;
    star.look = Look::star;
    const NodeId star_id = star.id;
    star_pressed = s_.is_pressed(star_id);
    if (drawn) {
      if (s_.hovered == star_id || s_.held == star_id) s_.painter.fill(touch.inset(4), palette.sunken, 18);
      s_.painter.star(touch.center(), 9.5F, card.star->on,
                      card.star->on ? palette.star : palette.text_second);
    }
    s_.draw_focus_ring(star_id, touch.inset(4), 18);
  }
  s_.draw_focus_ring(id, rect, measure.card_radius);
  return star_pressed;
}

}  // namespace ui
