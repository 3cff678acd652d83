#include "ui/widgets/qr.h"

#include <algorithm>
#include <cmath>

#include "ui/kit_state.h"

namespace ui {

float qr_side(Frame& f, const QrPicture& picture, float most) {
  const float scale = f.kit().painter.scale();
  const auto across = static_cast<float>(picture.size + 2 * qr_quiet_zone);
  const float room = std::min(f.width(), most) / across;
  // Of whole pixels.
  return std::max(1.F, std::floor(std::min(room, picture.largest_square) * scale)) / scale * across;
}

void qr_picture(Frame& f, const QrPicture& picture, float most) {
  Kit::State& s = f.kit();
  if (picture.size <= 0 || picture.squares == nullptr) return;
  const float scale = s.painter.scale();
  const int across = picture.size + 2 * qr_quiet_zone;
  const float side = qr_side(f, picture, most);
  const float square = side / static_cast<float>(across);
  const Rect place = s.place(side, side);
  // From a whole pixel on, or squares would be of different widths.
  const Rect rect{std::round(place.x * scale) / scale, std::round(place.y * scale) / scale, side, side};
  Node& node = s.describe(Role::image, rect, picture.name, "qr");
  node.look = Look::code;
  node.value.assign(picture.text);
  if (!s.visible(rect)) return;
  constexpr Color light{255, 255, 255};
  constexpr Color dark{0, 0, 0};
  // Its corners stay within the quiet zone.
  s.painter.fill(rect, light, std::min(s.current_style->measure.card_radius, square * (qr_quiet_zone / 2)));
  const auto is_dark = [&](int x, int y) {
    return (*picture.squares)[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.size) +
                              static_cast<std::size_t>(x)];
  };
  // Neighbours in a row as one, so that no seam shows between them.
  for (int y = 0; y < picture.size; ++y)
    for (int x = 0; x < picture.size; ++x) {
      if (!is_dark(x, y)) continue;
      const int begin = x;
      while (x < picture.size && is_dark(x, y)) ++x;
      s.painter.fill({rect.x + square * static_cast<float>(qr_quiet_zone + begin),
                      rect.y + square * static_cast<float>(qr_quiet_zone + y),
                      square * static_cast<float>(x - begin), square},
                     dark);
    }
}

}  // namespace ui
