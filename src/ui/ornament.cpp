#include "ui/ornament.h"

#include "ui/painter.h"

namespace ui {

void draw_ornament(const Painter& painter, Point origin, float size, Color color, float stroke) {
  const float unit = size / ornament_side;
  const auto at = [&](Point point) { return Point{origin.x + point.x * unit, origin.y + point.y * unit}; };
  const auto reflected = [&](Point point) { return at({ornament_side - point.x, point.y}); };
  // Strokes end round, so that where they meet nothing sticks out.
  const auto end = [&](Point point) { painter.circle(point, stroke / 2, color); };
  const auto& stem = ornament_strokes.front();
  painter.line(at(stem.front()), at(stem.back()), color, stroke);
  end(at(stem.front()));
  end(at(stem.back()));
  for (std::size_t i = 1; i < ornament_strokes.size(); ++i) {
    const auto& curve = ornament_strokes[i];
    painter.curve(at(curve[0]), at(curve[1]), at(curve[2]), at(curve[3]), color, stroke);
    painter.curve(reflected(curve[0]), reflected(curve[1]), reflected(curve[2]), reflected(curve[3]), color,
                  stroke);
    for (const Point point : {curve[0], curve[3]}) {
      end(at(point));
      end(reflected(point));
    }
  }
}

}  // namespace ui
