// Plane geometry on the map: what is inside, how far, where a name fits.
#pragma once

#include <span>

#include "model/venue.h"

namespace venue {

struct Vector {
  double x = 0;
  double y = 0;
};

inline Vector operator-(model::MapPoint a, model::MapPoint b) {
  return {static_cast<double>(a.x_cm) - b.x_cm, static_cast<double>(a.y_cm) - b.y_cm};
}
inline double cross(Vector a, Vector b) { return a.x * b.y - a.y * b.x; }
inline double dot(Vector a, Vector b) { return a.x * b.x + a.y * b.y; }
double length(Vector v);
double distance_cm(model::MapPoint a, model::MapPoint b);

// From a point to the nearest of a side, in centimetres.
double distance_to_side_cm(model::MapPoint point, model::MapPoint from, model::MapPoint to);

// The ring numbered so.
std::span<const model::MapPoint> ring_of(const model::MapArea& area, std::size_t ring);

// Twice the area of a ring in square centimetres: positive when its corners go clockwise as they are drawn.
double twice_area(std::span<const model::MapPoint> ring);
// Of all of it, holes taken off.
double square_metres(const model::MapArea& area);

bool is_inside(const model::MapArea& area, model::MapPoint point);
// To the nearest side; holes have sides too.
double distance_to_edge_cm(const model::MapArea& area, model::MapPoint point);

struct Bounds {
  model::MapPoint low;
  model::MapPoint high;
};
Bounds bounds_of(const model::MapArea& area);

}  // namespace venue
