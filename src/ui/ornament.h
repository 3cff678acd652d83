// The motif of the app: a ram's horn, the oldest motif of Kazakh ornament.
#pragma once

#include <array>

#include "ui/geometry.h"
#include "ui/style.h"

namespace ui {

class Painter;

// A stem, two horns, two pairs of curls, on a square of 200: each a Bézier curve,
// drawn together with its reflection in the stem.
inline constexpr float ornament_side = 200;
inline constexpr std::array<std::array<Point, 4>, 6> ornament_strokes{{
    {{{100, 190}, {100, 158}, {100, 127}, {100, 96}}},
    {{{100, 96}, {100, 60}, {132, 40}, {156, 52}}},
    {{{156, 52}, {180, 64}, {178, 100}, {152, 104}}},
    {{{152, 104}, {134, 107}, {124, 90}, {134, 78}}},
    {{{100, 130}, {110, 108}, {134, 104}, {146, 116}}},
    {{{100, 160}, {108, 144}, {126, 140}, {136, 150}}},
}};

// Draws it on a square of `size` points.
void draw_ornament(const Painter& painter, Point origin, float size, Color color, float stroke);

}  // namespace ui
