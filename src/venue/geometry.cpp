#include "venue/geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace venue {

using model::MapArea;
using model::MapPoint;

double length(Vector v) { return std::sqrt(v.x * v.x + v.y * v.y); }
double distance_cm(MapPoint a, MapPoint b) { return length(a - b); }

double distance_to_side_cm(MapPoint point, MapPoint from, MapPoint to) {
  const Vector side = to - from, way = point - from;
  const double whole = dot(side, side);
  const double share = whole > 0 ? std::clamp(dot(way, side) / whole, 0.0, 1.0) : 0;
  return length({way.x - side.x * share, way.y - side.y * share});
}

std::span<const MapPoint> ring_of(const MapArea& area, std::size_t ring) {
  const std::size_t begin = area.rings[ring];
  const std::size_t end = ring + 1 < area.rings.size() ? area.rings[ring + 1] : area.points.size();
  return {area.points.data() + begin, end - begin};
}

double twice_area(std::span<const MapPoint> ring) {
  double sum = 0;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
    sum += cross(ring[j] - ring[0], ring[i] - ring[0]);
  return sum;
}

double square_metres(const MapArea& area) {
  double sum = 0;
  for (std::size_t ring = 0; ring < area.rings.size(); ++ring) {
    const auto corners = ring_of(area, ring);
    if (corners.empty()) continue;
    // A ring inside an odd number of others is a hole.
    bool hole = false;
    for (std::size_t other = 0; other < area.rings.size(); ++other) {
      if (other == ring) continue;
      MapArea alone{.points = {}, .rings = {0}, .triangles = {}};
      const auto around = ring_of(area, other);
      alone.points.assign(around.begin(), around.end());
      if (is_inside(alone, corners[0])) hole = !hole;
    }
    sum += std::abs(twice_area(corners)) * (hole ? -1 : 1);
  }
  return sum / 2 / 10'000;
}

bool is_inside(const MapArea& area, MapPoint point) {
  bool inside = false;
  for (std::size_t ring = 0; ring < area.rings.size(); ++ring) {
    const auto corners = ring_of(area, ring);
    for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
      const MapPoint a = corners[i], b = corners[j];
      if ((a.y_cm > point.y_cm) == (b.y_cm > point.y_cm)) continue;
      const double side = cross(b - a, point - a);
      if ((side > 0) == (b.y_cm > a.y_cm) && side != 0) inside = !inside;
    }
  }
  return inside;
}

double distance_to_edge_cm(const MapArea& area, MapPoint point) {
  double nearest = std::numeric_limits<double>::max();
  for (std::size_t ring = 0; ring < area.rings.size(); ++ring) {
    const auto corners = ring_of(area, ring);
    for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++)
      nearest = std::min(nearest, distance_to_side_cm(point, corners[j], corners[i]));
  }
  return nearest;
}

Bounds bounds_of(const MapArea& area) {
  if (area.points.empty()) return {};
  Bounds bounds{area.points[0], area.points[0]};
  for (const MapPoint point : area.points) {
    bounds.low = {std::min(bounds.low.x_cm, point.x_cm), std::min(bounds.low.y_cm, point.y_cm)};
    bounds.high = {std::max(bounds.high.x_cm, point.x_cm), std::max(bounds.high.y_cm, point.y_cm)};
  }
  return bounds;
}

}  // namespace venue
