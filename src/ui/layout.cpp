// Where widgets go, and how paragraphs get onto the screen.
#include <algorithm>
#include <cmath>

#include "ui/kit_state.h"

namespace ui {

Rect Kit::State::place(float width, float height) {
  Box& here = box();
  switch (here.placement) {
    case Placement::column: {
      const Rect rect{here.x, here.y, width <= 0 ? here.width : std::min(width, here.width), height};
      here.y += height;
      return rect;
    }
    case Placement::flow: {
      const float wanted = width <= 0 ? here.width : std::min(width, here.width);
      if (here.line_x > here.x && here.line_x + wanted > here.x + here.width + 0.01F) {
        here.y += here.line_height + here.between_lines;
        here.line_x = here.x;
        here.line_height = 0;
      }
      const Rect rect{here.line_x, here.y, wanted, height};
      here.line_x += wanted + here.gap;
      here.line_height = std::max(here.line_height, height);
      return rect;
    }
    case Placement::columns: {
      const float count = static_cast<float>(here.column_count);
      const float cell = (here.width - here.gap * (count - 1)) / count;
      const Rect rect{here.x + static_cast<float>(here.column) * (cell + here.gap), here.y, cell, height};
      here.line_height = std::max(here.line_height, height);
      if (++here.column == here.column_count) {
        here.column = 0;
        here.y += here.line_height + here.between_lines;
        here.line_height = 0;
      }
      return rect;
    }
  }
  return {};
}

Color Kit::State::ground_at(Point point) const {
  // Of a panel that is open nobody knows yet where it ends.
  const auto begins_above = [&](const Rect& panel) {
    return point.y >= panel.y && point.x >= panel.x && point.x < panel.right();
  };
  const bool on_surface =
      std::ranges::any_of(layout.surfaces, [&](const Rect& rect) { return rect.contains(point); }) ||
      std::ranges::any_of(layout.panels, begins_above);
  return on_surface ? current_style->palette.surface : current_style->palette.background;
}

const Paragraph& Kit::State::lay_out(std::string_view text, const TypeStyle& style, float width) {
  return paragraphs.lay_out(painter, text, style, std::max(1.F, width), tree.language);
}

TypeStyle Kit::State::fitted(std::string_view line, TypeStyle style, float width, float least_px) const {
  const float wanted = painter.width_of(line, style);
  if (wanted <= width || style.size_px <= least_px) return style;
  const float spacing = style.line_height_px / style.size_px;
  style.size_px = std::clamp(std::floor(style.size_px * width / wanted), least_px, style.size_px);
  while (style.size_px > least_px && painter.width_of(line, style) > width) style.size_px -= 1;
  style.line_height_px = std::round(style.size_px * spacing);
  return style;
}

float Kit::State::on_the_way(std::uint32_t key, float start, float target, float seconds) {
  const auto [at, is_new] = moving.try_emplace(key);
  Moving& motion = at->second;
  const auto now = [&] {
    const float share = std::clamp(static_cast<float>(frame_s - motion.since_s) / seconds, 0.F, 1.F);
    const float eased = 1 - (1 - share) * (1 - share) * (1 - share);  // quick at first, then gently
    return motion.from + (motion.to - motion.from) * eased;
  };
  if (is_new || motion.drawn_in_frame + 1 < frame_number)
    motion = {start, target, frame_s, frame_number};
  else if (motion.to != target)
    motion = {now(), target, frame_s, frame_number};  // turned round on the way
  motion.drawn_in_frame = frame_number;
  if (reduced_motion) motion = {target, target, 0, frame_number};
  const float value = now();
  if (value != target) frames_owed = std::max(frames_owed, 1);
  return value;
}

TypeStyle Kit::State::fitted_words(std::string_view text, TypeStyle style, float width, float least_px) {
  const float spacing = style.line_height_px / style.size_px;
  while (style.size_px > least_px && lay_out(text, style, width).word_cut) {
    style.size_px -= 1;
    style.line_height_px = std::round(style.size_px * spacing);
  }
  return style;
}

void Kit::State::draw_paragraph(std::string_view text, const Paragraph& lines, Point top_left,
                                const TypeStyle& style, Color color, float centered_in) {
  Point at = top_left;
  for (const Paragraph::Line& line : lines.lines) {
    if (visible({at.x, at.y, std::max(1.F, centered_in), style.line_height_px})) {
      const std::string_view piece = text.substr(line.begin, line.end - line.begin);
      const float wide = painter.width_of(piece, style);
      const float shift = centered_in > 0 ? (centered_in - wide) / 2 : 0;
      painter.text({at.x + shift, at.y}, style, color, piece);
      if (line.divides) painter.text({at.x + shift + wide, at.y}, style, color, "-");
    }
    at.y += style.line_height_px;
  }
}

std::vector<TextPart> Kit::State::parts_of(std::string_view text, const Paragraph& lines, Point top_left,
                                           const TypeStyle& style, std::size_t begin, std::size_t end) const {
  std::vector<TextPart> parts;
  float y = top_left.y;
  for (const Paragraph::Line& line : lines.lines) {
    const std::size_t first = std::max<std::size_t>(begin, line.begin);
    const std::size_t last = std::min<std::size_t>(end, line.end);
    if (first < last) {
      const std::string_view words = text.substr(first, last - first);
      const float left = painter.width_of(text.substr(line.begin, first - line.begin), style);
      parts.push_back({words,
                       {top_left.x + left, y, painter.width_of(words, style), style.line_height_px},
                       line.divides && last == line.end});
    }
    y += style.line_height_px;
  }
  return parts;
}

void Kit::State::draw_marks(std::string_view text, const Paragraph& lines, Point top_left,
                            const TypeStyle& style, std::span<const Mark> marks) {
  for (const Mark& mark : marks)
    for (const TextPart& part : parts_of(text, lines, top_left, style, mark.begin, mark.end))
      painter.fill({part.rect.x - 2, part.rect.y + 1, part.rect.width + 4, part.rect.height - 2},
                   current_style->palette.tint, 4);
}

void Kit::State::underline(std::string_view text, const Paragraph& lines, Point top_left,
                           const TypeStyle& style, Color color) {
  for (const TextPart& part : parts_of(text, lines, top_left, style, 0, text.size()))
    underline(part.rect, style, color);
}

void Kit::State::underline(const Rect& line, const TypeStyle& style, Color color) {
  const float below_middle = std::round(style.line_height_px / 2 + style.size_px * 0.48F);
  painter.fill({line.x, line.y + below_middle, line.width, 1}, color.with_alpha(150));
}

void Kit::State::strike(std::string_view text, const Paragraph& lines, Point top_left, const TypeStyle& style,
                        Color color) {
  float y = top_left.y + std::round(style.line_height_px / 2 + style.size_px * 0.06F);
  for (const Paragraph::Line& line : lines.lines) {
    const float width = painter.width_of(text.substr(line.begin, line.end - line.begin), style);
    painter.fill({top_left.x, y, width, std::max(1.F, std::round(style.size_px / 15))}, color);
    y += style.line_height_px;
  }
}

Color Kit::State::answered(const Response& response, Color color) const {
  if (!response.touched()) return color;
  const int percent =
      response.held ? current_style->answer.held_percent : current_style->answer.hovered_percent;
  const Color& towards = current_style->palette.text;
  const auto mix = [&](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(from + (to - from) * percent / 100);
  };
  return {mix(color.red, towards.red), mix(color.green, towards.green), mix(color.blue, towards.blue),
          color.alpha};
}

void Kit::State::draw_contrast_edge(const Rect& rect, float radius) {
  if (current_style->name == StyleName::high_contrast)
    painter.stroke(rect, current_style->palette.outline, 1, radius);
}

void Kit::State::draw_focus_ring(NodeId id, const Rect& rect, float radius) {
  if (id != focus.node || !focus.visible) return;
  painter.stroke(rect.inset(-3), current_style->palette.surface, 5, radius + 3);
  painter.stroke(rect.inset(-2), current_style->palette.accent, 2, radius + 2);
}

}  // namespace ui
