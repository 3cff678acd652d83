#include "ui/painter.h"

#include <cmath>

namespace ui {
namespace {

ImU32 packed(Color color) { return IM_COL32(color.red, color.green, color.blue, color.alpha); }

ImDrawFlags flags_of(Corners corners) {
  switch (corners) {
    case Corners::top: return ImDrawFlags_RoundCornersTop;
    case Corners::right: return ImDrawFlags_RoundCornersRight;
    case Corners::none: return ImDrawFlags_RoundCornersNone;
    case Corners::all: break;
  }
  return ImDrawFlags_RoundCornersAll;
}

// Characters that take no room and have no picture: word joiner, zero-width
// space, byte order mark, soft hyphen. Answers how many bytes the one at the
// front of `text` has, 0 when there is none.
std::size_t invisible_prefix(std::string_view text) {
  if (text.starts_with("\xE2\x81\xA0") || text.starts_with("\xE2\x80\x8B") || text.starts_with("\xEF\xBB\xBF")) return 3;
  if (text.starts_with("\xC2\xAD")) return 2;
  return 0;
}

// Calls `use(piece)` for the pieces of `text` between invisible characters.
template <typename Use>
void for_visible_pieces(std::string_view text, Use use) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char first = static_cast<unsigned char>(text[at]);
    const std::size_t skip = first == 0xE2 || first == 0xEF || first == 0xC2 ? invisible_prefix(text.substr(at)) : 0;
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

void Painter::fill(const Rect& rect, Color color, float radius, Corners corners) const {
  // On whole pixels as stroke() is, so that a border fits its ground.
  const ImVec2 from = pixels({rect.x, rect.y});
  const ImVec2 to = pixels({rect.right(), rect.bottom()});
  list_->AddRectFilled({std::round(from.x), std::round(from.y)}, {std::round(to.x), std::round(to.y)}, packed(color), radius * scale_,
                       flags_of(corners));
}

void Painter::stroke(const Rect& rect, Color color, float width, float radius) const {
  // At least one device pixel, and on whole ones, so that hairlines stay crisp.
  const float thickness = std::max(1.F, std::round(width * scale_));
  const float half = thickness / 2;
  const ImVec2 from = pixels({rect.x, rect.y});
  const ImVec2 to = pixels({rect.right(), rect.bottom()});
  list_->AddRect({std::round(from.x) + half - 0.5F, std::round(from.y) + half - 0.5F},
                 {std::round(to.x) - half + 0.5F, std::round(to.y) - half + 0.5F}, packed(color),
                 std::max(0.F, radius * scale_ - half), ImDrawFlags_RoundCornersAll, thickness);
}

void Painter::line(Point from, Point to, Color color, float width) const {
  list_->AddLine(pixels(from), pixels(to), packed(color), std::max(1.F, width * scale_));
}

void Painter::circle(Point center, float radius, Color color) const {
  list_->AddCircleFilled(pixels(center), radius * scale_, packed(color));
}

void Painter::polygon(std::span<const Point> corners, Color fill_color, Color edge_color, float edge_width) const {
  for (const Point corner : corners) list_->PathLineTo(pixels(corner));
  list_->PathFillConcave(packed(fill_color));
  for (const Point corner : corners) list_->PathLineTo(pixels(corner));
  list_->PathStroke(packed(edge_color), ImDrawFlags_Closed, std::max(1.F, edge_width * scale_));
}

void Painter::curve(Point from, Point control1, Point control2, Point to, Color color, float width) const {
  list_->AddBezierCubic(pixels(from), pixels(control1), pixels(control2), pixels(to), packed(color), width * scale_);
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
    const Rect around{rect.x - reach * 0.6F, rect.y - reach * 0.3F, rect.width + reach * 1.2F, rect.height + reach * 1.2F};
    fill(around, {0, 0, 0, 10}, radius + reach * 0.6F);
  }
}

void Painter::gradient(const Rect& rect, Color left, Color right) const {
  list_->AddRectFilledMultiColor(pixels({rect.x, rect.y}), pixels({rect.right(), rect.bottom()}), packed(left),
                                 packed(right), packed(right), packed(left));
}

void Painter::text(Point top_left, const TypeStyle& style, Color color, std::string_view line) const {
  if (written_ != nullptr) {
    const ImVec4 clip = list_->_CmdHeader.ClipRect;
    written_->push_back({std::string(line),
                         {top_left.x, top_left.y, width_of(line, style), style.line_height_px},
                         {clip.x / scale_, clip.y / scale_, (clip.z - clip.x) / scale_, (clip.w - clip.y) / scale_}});
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
  fonts_.icons->RenderChar(list_, pixel,
                           {std::round(middle.x - glyph->AdvanceX / 2), std::round(middle.y - glyph_height / 2)},
                           packed(color), static_cast<ImWchar>(which));
}

void Painter::push_clip(const Rect& rect) const {
  list_->PushClipRect(pixels({rect.x, rect.y}), pixels({rect.right(), rect.bottom()}), true);
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
