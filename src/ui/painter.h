// Draws shapes and text into Dear ImGui's draw list. Takes points and turns them
// into device pixels, so that edges and letters are sharp at any scale.
// Internal to ui/.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "ui/geometry.h"
#include "ui/theme.h"
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
  Painter(ImDrawList* list, const Fonts& fonts, float scale, std::vector<WrittenText>* written = nullptr)
      : list_(list), fonts_(fonts), scale_(scale), written_(written) {}

  void fill(const Rect& rect, Color color, float radius = 0, Corners corners = Corners::all) const;
  void stroke(const Rect& rect, Color color, float width, float radius = 0) const;
  void line(Point from, Point to, Color color, float width) const;
  void circle(Point center, float radius, Color color) const;
  void polygon(std::span<const Point> corners, Color fill_color, Color edge_color, float edge_width) const;
  void curve(Point from, Point control1, Point control2, Point to, Color color, float width) const;
  // Five points; only its edge when it is not `filled`.
  void star(Point center, float radius, bool filled, Color color) const;
  // Soft, below and around what is about to be drawn there.
  void shadow(const Rect& rect, float radius, float height) const;
  void gradient(const Rect& rect, Color left, Color right) const;
  // One line of text whose line box starts at `top_left`.
  void text(Point top_left, const TypeStyle& style, Color color, std::string_view line) const;
  void icon(char32_t which, Point center, float size, Color color) const;

  void push_clip(const Rect& rect) const;
  void pop_clip() const;

  // Width of one line in points.
  float width_of(std::string_view line, const TypeStyle& style) const;

  ImDrawList* list() const { return list_; }
  float scale() const { return scale_; }

 private:
  ImVec2 pixels(Point point) const;
  ImFont* font(const TypeStyle& style) const { return style.bold ? fonts_.bold : fonts_.regular; }
  float pixel_size(float size_px) const;

  ImDrawList* list_ = nullptr;
  Fonts fonts_;
  float scale_ = 1;
  std::vector<WrittenText>* written_ = nullptr;
};

}  // namespace ui
