#include "ui/painter.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ui {
namespace {

ImU32 packed(Color color) { return IM_COL32(color.red, color.green, color.blue, color.alpha); }

// A line's width: at least one device pixel, and whole ones, so that hairlines stay crisp.
int whole_width(float pixels) { return std::max(1, static_cast<int>(std::lround(pixels))); }

bool is_upright(std::span<const Point> corners) {
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point& a = corners[i];
    const Point& b = corners[(i + 1) % corners.size()];
    if (a.x != b.x && a.y != b.y) return false;
  }
  return true;
}

// Characters that take no room and have no picture: word joiner, zero-width
// space, byte order mark, soft hyphen. Answers how many bytes the one at the
// front of `text` has, 0 when there is none.
std::size_t invisible_prefix(std::string_view text) {
  if (text.starts_with("\xE2\x81\xA0") || text.starts_with("\xE2\x80\x8B") ||
      text.starts_with("\xEF\xBB\xBF"))
    return 3;
  if (text.starts_with("\xC2\xAD")) return 2;
  return 0;
}

// Calls `use(piece)` for the pieces of `text` between invisible characters.
template <typename Use>
void for_visible_pieces(std::string_view text, Use use) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char first = static_cast<unsigned char>(text[at]);
    const std::size_t skip =
        first == 0xE2 || first == 0xEF || first == 0xC2 ? invisible_prefix(text.substr(at)) : 0;
    if (skip == 0) {
      ++at;
      continue;
    }
    if (at > begin) use(text.substr(begin, at - begin));
    at += skip;
    begin = at;
  }
  if (begin < text.size()) use(text.substr(begin));
}

}  // namespace

ImVec2 Painter::pixels(Point point) const { return {point.x * scale_, point.y * scale_}; }

// Whole pixels, because Dear ImGui bakes each size of a font once.
float Painter::pixel_size(float size_px) const { return std::max(1.F, std::round(size_px * scale_)); }

Painter::PixelRect Painter::whole_pixels(const Rect& rect) const {
  const ImVec2 from = pixels({rect.x, rect.y});
  const ImVec2 to = pixels({rect.right(), rect.bottom()});
  return {std::round(from.x), std::round(from.y), std::round(to.x), std::round(to.y)};
}

void Painter::fill_pixels(const PixelRect& rect, ImU32 color) const {
  if (rect.right <= rect.left || rect.bottom <= rect.top) return;
  list_->PrimReserve(6, 4);
  list_->PrimRect({rect.left, rect.top}, {rect.right, rect.bottom}, color);
}

void Painter::copy_mask(const RoundMask& mask, float left, float top, const PixelRect& part,
                        ImU32 color) const {
  if (part.right <= part.left || part.bottom <= part.top) return;
  const auto texture_point = [&](float x, float y) {
    return ImVec2((mask.corner.x + x - left) * mask.scale.x, (mask.corner.y + y - top) * mask.scale.y);
  };
  list_->PrimReserve(6, 4);
  list_->PrimRectUV({part.left, part.top}, {part.right, part.bottom}, texture_point(part.left, part.top),
                    texture_point(part.right, part.bottom), color);
}

void Painter::round_rect(const PixelRect& rect, float radius, Corners corners, int thickness,
                         ImU32 color) const {
  if ((color & IM_COL32_A_MASK) == 0 || rect.right <= rect.left || rect.bottom <= rect.top) return;
  const auto [left, top, right, bottom] = rect;
  const float shorter = std::min(right - left, bottom - top);
  // Where one side alone has round corners they may be as large as the whole of it.
  const float room = std::min((right - left) * (corners == Corners::right ? 2.F : 1.F),
                              (bottom - top) * (corners == Corners::top ? 2.F : 1.F));
  const int diameter = static_cast<int>(std::min(std::round(2 * radius), room));
  const float edge = std::min(static_cast<float>(thickness), std::floor(shorter / 2));
  std::optional<RoundMask> mask;
  if (diameter >= 2 && corners != Corners::none && diameter <= RoundMasks::most_diameter)
    mask = masks_->find(diameter, static_cast<int>(edge));
  const bool left_corners = mask && corners != Corners::right;
  const bool right_corners = mask.has_value();
  const bool lower_corners = mask && corners != Corners::top;
  // The mask's halves: with an odd number of pixels the left and upper ones have the middle pixel.
  const float first = mask ? static_cast<float>((diameter + 1) / 2) : 0;
  const float second = mask ? static_cast<float>(diameter) - first : 0;
  const float top_left = left_corners ? left + first : left;
  const float top_right = right_corners ? right - second : right;
  const float bottom_left = left_corners && lower_corners ? left + first : left;
  const float bottom_right = right_corners && lower_corners ? right - second : right;
  const float upper = mask ? top + first : top;
  const float lower = lower_corners ? bottom - second : bottom;
  if (mask) {
    // Where the mask would begin for its right and lower corners.
    const float mask_right = right - static_cast<float>(diameter);
    const float mask_bottom = bottom - static_cast<float>(diameter);
    if (left_corners) copy_mask(*mask, left, top, {left, top, top_left, upper}, color);
    copy_mask(*mask, mask_right, top, {top_right, top, right, upper}, color);
    if (left_corners && lower_corners)
      copy_mask(*mask, left, mask_bottom, {left, lower, bottom_left, bottom}, color);
    if (lower_corners) copy_mask(*mask, mask_right, mask_bottom, {bottom_right, lower, right, bottom}, color);
  }
  if (edge == 0) {
    fill_pixels({top_left, top, top_right, upper}, color);
    fill_pixels({left, upper, right, lower}, color);
    fill_pixels({bottom_left, lower, bottom_right, bottom}, color);
    return;
  }
  fill_pixels({top_left, top, top_right, top + edge}, color);
  fill_pixels({bottom_left, bottom - edge, bottom_right, bottom}, color);
  const float side_top = mask ? upper : top + edge;
  const float side_bottom = mask ? lower : bottom - edge;
  fill_pixels({left, side_top, left + edge, side_bottom}, color);
  fill_pixels({right - edge, side_top, right, side_bottom}, color);
}

void Painter::fill(const Rect& rect, Color color, float radius, Corners corners) const {
  round_rect(whole_pixels(rect), radius * scale_, corners, 0, packed(color));
}

void Painter::stroke(const Rect& rect, Color color, float width, float radius) const {
  round_rect(whole_pixels(rect), radius * scale_, Corners::all, whole_width(width * scale_), packed(color));
}

void Painter::line(Point from, Point to, Color color, float width) const {
  const ImVec2 a = pixels(from);
  const ImVec2 b = pixels(to);
  if (from.x != to.x && from.y != to.y) {
    list_->AddLine(a, b, packed(color), std::max(1.F, width * scale_));
    return;
  }
  const auto thickness = static_cast<float>(whole_width(width * scale_));
  const bool upright = from.x == to.x;
  PixelRect rect{std::round(std::min(a.x, b.x)), std::round(std::min(a.y, b.y)),
                 std::round(std::max(a.x, b.x)), std::round(std::max(a.y, b.y))};
  if (upright) {
    rect.left = std::round(a.x - thickness / 2);
    rect.right = rect.left + thickness;
  } else {
    rect.top = std::round(a.y - thickness / 2);
    rect.bottom = rect.top + thickness;
  }
  fill_pixels(rect, packed(color));
}

void Painter::circle(Point center, float radius, Color color) const {
  const float diameter = std::max(1.F, std::round(2 * radius * scale_));
  const ImVec2 middle = pixels(center);
  const float left = std::round(middle.x - diameter / 2);
  const float top = std::round(middle.y - diameter / 2);
  round_rect({left, top, left + diameter, top + diameter}, diameter / 2, Corners::all, 0, packed(color));
}

void Painter::polygon(std::span<const Point> corners, Color color, Edge edge) const {
  // Walls that stand upright or lie flat are put between pixels like all such edges.
  const bool upright = is_upright(corners);
  if (upright && corners.size() == 4) {
    const auto [left, right] = std::minmax(corners[0].x, corners[2].x);
    const auto [top, bottom] = std::minmax(corners[0].y, corners[2].y);
    return fill_pixels(whole_pixels({left, top, right - left, bottom - top}), packed(color));
  }
  const auto walk = [&] {
    for (const Point corner : corners) {
      const ImVec2 point = pixels(corner);
      list_->PathLineTo(upright ? ImVec2(std::round(point.x), std::round(point.y)) : point);
    }
  };
  walk();
  list_->PathFillConcave(packed(color));
  if (edge == Edge::none) return;
  walk();
  list_->PathStroke(packed(color), ImDrawFlags_Closed, std::max(1.F, scale_ / 2));
}

void Painter::triangles(std::span<const Point> points, std::span<const std::uint32_t> corners,
                        Color color) const {
  if (points.size() > 0xFFFF) return;
  const auto first = static_cast<ImDrawIdx>(list_->_VtxCurrentIdx);
  list_->PrimReserve(static_cast<int>(corners.size()), static_cast<int>(points.size()));
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  for (const Point point : points) list_->PrimWriteVtx(pixels(point), white, packed(color));
  for (const std::uint32_t corner : corners) list_->PrimWriteIdx(static_cast<ImDrawIdx>(first + corner));
}

void Painter::ring(std::span<const Point> corners, Color color, float width) const {
  if (is_upright(corners)) {
    const auto thickness = static_cast<float>(whole_width(width * scale_));
    const float before = std::floor(thickness / 2);
    for (std::size_t i = 0; i < corners.size(); ++i) {
      const ImVec2 a = pixels(corners[i]), b = pixels(corners[(i + 1) % corners.size()]);
      fill_pixels({std::round(std::min(a.x, b.x)) - before, std::round(std::min(a.y, b.y)) - before,
                   std::round(std::max(a.x, b.x)) - before + thickness,
                   std::round(std::max(a.y, b.y)) - before + thickness},
                  packed(color));
    }
    return;
  }
  for (const Point corner : corners) list_->PathLineTo(pixels(corner));
  list_->PathStroke(packed(color), ImDrawFlags_Closed, std::max(1.F, width * scale_));
}

void Painter::path(std::span<const Point> points, Color color, float width) const {
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const ImVec2 a = pixels(points[i]), b = pixels(points[i + 1]);
    if (a.x != b.x || a.y != b.y) list_->AddLine(a, b, packed(color), std::max(1.F, width * scale_));
  }
  for (const Point point : points) circle(point, width / 2, color);
}

void Painter::curve(Point from, Point control1, Point control2, Point to, Color color, float width) const {
  list_->AddBezierCubic(pixels(from), pixels(control1), pixels(control2), pixels(to), packed(color),
                        width * scale_);
}

void Painter::star(Point center, float radius, bool filled, Color color) const {
  constexpr float pi = 3.14159265F;
  constexpr float waist = 0.46F;  // of the radius, where two points meet
  for (int i = 0; i < 10; ++i) {
    const float reach = radius * (i % 2 == 0 ? 1 : waist);
    const float angle = -pi / 2 + static_cast<float>(i) * pi / 5;
    list_->PathLineTo(pixels({center.x + reach * std::cos(angle), center.y + reach * std::sin(angle)}));
  }
  if (filled)
    list_->PathFillConcave(packed(color));
  else
    list_->PathStroke(packed(color), ImDrawFlags_Closed, std::max(1.F, 1.7F * scale_));
}

void Painter::shadow(const Rect& rect, float radius, float height) const {
  constexpr int layers = 6;
  for (int i = layers; i > 0; --i) {
    const float reach = height * static_cast<float>(i) / layers;
    const Rect around{rect.x - reach * 0.6F, rect.y - reach * 0.3F, rect.width + reach * 1.2F,
                      rect.height + reach * 1.2F};
    fill(around, {0, 0, 0, 10}, radius + reach * 0.6F);
  }
}

void Painter::gradient(const Rect& rect, Color left, Color right) const {
  const PixelRect pixels = whole_pixels(rect);
  const int count = static_cast<int>(pixels.right - pixels.left);
  // A screen has few shades between two colours that are alike, and shows where one ends. What each column
  // is off is made up for by the next ones, so that two shades alternate where one passes into the other.
  struct Channel {
    int from = 0;
    int change = 0;
    int owed = 0;  // in parts of `count`
    int next(int column, int columns) {
      const int wanted = from * columns + change * column + owed;
      const int shade = std::clamp((wanted + columns / 2) / columns, 0, 255);
      owed = wanted - shade * columns;
      return shade;
    }
  };
  Channel red{left.red, right.red - left.red};
  Channel green{left.green, right.green - left.green};
  Channel blue{left.blue, right.blue - left.blue};
  // A rectangle for each column, also where two are alike: what is drawn has the same corners in every style.
  for (int column = 0; column < count; ++column) {
    const float x = pixels.left + static_cast<float>(column);
    fill_pixels({x, pixels.top, x + 1, pixels.bottom},
                IM_COL32(red.next(column, count), green.next(column, count), blue.next(column, count), 255));
  }
}

void Painter::text(Point top_left, const TypeStyle& style, Color color, std::string_view line) const {
  if (written_ != nullptr) {
    const ImVec4 clip = list_->_CmdHeader.ClipRect;
    written_->push_back(
        {std::string(line),
         {top_left.x, top_left.y, width_of(line, style), style.line_height_px},
         {clip.x / scale_, clip.y / scale_, (clip.z - clip.x) / scale_, (clip.w - clip.y) / scale_},
         style.bold});
  }
  ImFont* face = font(style);
  const float size = pixel_size(style.size_px);
  ImFontBaked* baked = face->GetFontBaked(size);
  const float glyph_height = baked->Ascent - baked->Descent;
  ImVec2 at = pixels(top_left);
  at.x = std::round(at.x);
  at.y = std::round(at.y + (style.line_height_px * scale_ - glyph_height) / 2);
  for_visible_pieces(line, [&](std::string_view piece) {
    list_->AddText(face, size, at, packed(color), piece.data(), piece.data() + piece.size());
    at.x += face->CalcTextSizeA(size, 1e9F, 0, piece.data(), piece.data() + piece.size()).x;
  });
}

void Painter::icon(char32_t which, Point center, float size, Color color) const {
  const float pixel = pixel_size(size);
  ImFontBaked* baked = fonts_.icons->GetFontBaked(pixel);
  const ImFontGlyph* glyph = baked->FindGlyphNoFallback(static_cast<ImWchar>(which));
  if (glyph == nullptr) return;
  // The family draws every icon on the same square, its em box.
  const float glyph_height = baked->Ascent - baked->Descent;
  const ImVec2 middle = pixels(center);
  fonts_.icons->RenderChar(
      list_, pixel, {std::round(middle.x - glyph->AdvanceX / 2), std::round(middle.y - glyph_height / 2)},
      packed(color), static_cast<ImWchar>(which));
}

void Painter::push_clip(const Rect& rect) const {
  const PixelRect pixels = whole_pixels(rect);
  list_->PushClipRect({pixels.left, pixels.top}, {pixels.right, pixels.bottom}, true);
}

void Painter::push_clip_alone(const Rect& rect) const {
  const PixelRect pixels = whole_pixels(rect);
  list_->PushClipRect({pixels.left, pixels.top}, {pixels.right, pixels.bottom}, false);
}

void Painter::pop_clip() const { list_->PopClipRect(); }

float Painter::width_of(std::string_view line, const TypeStyle& style) const {
  ImFont* face = font(style);
  const float size = pixel_size(style.size_px);
  float width = 0;
  for_visible_pieces(line, [&](std::string_view piece) {
    width += face->CalcTextSizeA(size, 1e9F, 0, piece.data(), piece.data() + piece.size()).x;
  });
  return width / scale_;
}

}  // namespace ui
