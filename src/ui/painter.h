// Draws shapes and text into Dear ImGui's draw list. Takes points and turns them
// into device pixels, so that edges and letters are sharp at any scale: upright
// edges lie between two pixels, never within one, whoever draws them.
// Internal to ui/.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "ui/geometry.h"
#include "ui/round_masks.h"
#include "ui/style.h"
#include "ui/written_text.h"

namespace ui {

struct Fonts {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
  ImFont* icons = nullptr;
};

enum class Corners : unsigned char { all, top, right, none };

class Painter {
 public:
  Painter() = default;
  // Notes every text in `written` when that is not null.
  Painter(ImDrawList* list, const Fonts& fonts, RoundMasks& masks, float scale,
          std::vector<WrittenText>* written = nullptr)
      : list_(list), fonts_(fonts), masks_(&masks), scale_(scale), written_(written) {}

  void fill(const Rect& rect, Color color, float radius = 0, Corners corners = Corners::all) const;
  void stroke(const Rect& rect, Color color, float width, float radius = 0) const;
  void line(Point from, Point to, Color color, float width) const;
  void circle(Point center, float radius, Color color) const;
  // With a thin edge of the same colour, or exactly as large as it is said to be.
  enum class Edge : std::uint8_t { thin, none };
  void polygon(std::span<const Point> corners, Color color, Edge edge = Edge::thin) const;
  // Triangles, three places in `points` each.
  void triangles(std::span<const Point> points, std::span<const std::uint32_t> corners, Color color) const;
  // A closed line, sharp where it stands upright or lies flat.
  void ring(std::span<const Point> corners, Color color, float width) const;
  // A line with round ends and corners.
  void path(std::span<const Point> points, Color color, float width) const;
  void curve(Point from, Point control1, Point control2, Point to, Color color, float width) const;
  // Five points; only its edge when it is not `filled`.
  void star(Point center, float radius, bool filled, Color color) const;
  // Soft, below and around what is about to be drawn there.
  void shadow(const Rect& rect, float radius, float height) const;
  // From left to right, without visible steps; opaque.
  void gradient(const Rect& rect, Color left, Color right) const;
  // One line of text whose line box starts at `top_left`.
  void text(Point top_left, const TypeStyle& style, Color color, std::string_view line) const;
  void icon(char32_t which, Point center, float size, Color color) const;

  void push_clip(const Rect& rect) const;
  // That rectangle, whatever the clip so far.
  void push_clip_alone(const Rect& rect) const;
  void pop_clip() const;

  // Width of one line in points.
  float width_of(std::string_view line, const TypeStyle& style) const;

  ImDrawList* list() const { return list_; }
  float scale() const { return scale_; }

 private:
  // A rectangle of whole device pixels.
  struct PixelRect {
    float left = 0, top = 0, right = 0, bottom = 0;
  };

  ImVec2 pixels(Point point) const;
  PixelRect whole_pixels(const Rect& rect) const;
  void fill_pixels(const PixelRect& rect, ImU32 color) const;
  // A part of a mask, put where it belongs when the whole of it begins at (left, top).
  void copy_mask(const RoundMask& mask, float left, float top, const PixelRect& part, ImU32 color) const;
  // A filled rectangle with round corners, or its edge where `thickness` is not 0.
  void round_rect(const PixelRect& rect, float radius, Corners corners, int thickness, ImU32 color) const;
  ImFont* font(const TypeStyle& style) const { return style.bold ? fonts_.bold : fonts_.regular; }
  float pixel_size(float size_px) const;

  ImDrawList* list_ = nullptr;
  Fonts fonts_;
  RoundMasks* masks_ = nullptr;
  float scale_ = 1;
  std::vector<WrittenText>* written_ = nullptr;
};

}  // namespace ui
