#include "imdf/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mapbox/earcut.hpp>
#include <numbers>
#include <queue>
#include <set>

#include "venue/geometry.h"

namespace imdf {
namespace {

using model::MapArea;
using model::MapPoint;
using venue::operator-;
using venue::ring_of;

constexpr double metres_per_degree_north = 6371008.8 * std::numbers::pi / 180;
// Corners nearer than this are one.
constexpr std::int32_t merged_within_cm = 3;
// A wall that strays less is straight.
constexpr double straight_within_cm = 4;

std::uint64_t square_of(std::int32_t x, std::int32_t y) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) << 32 | static_cast<std::uint32_t>(y);
}

std::int32_t floor_div(std::int32_t value, std::int32_t by) { return value / by - (value % by < 0 ? 1 : 0); }

}  // namespace

Projection::Projection(const Archive& archive) {
  double south = 90, north = -90, west = 180, east = -180;
  for (const FeatureType type : {FeatureType::level, FeatureType::unit})
    for (const Feature& feature : archive.of(type))
      for (const auto& line : feature.geometry.lines)
        for (const Point& point : line) {
          south = std::min(south, point.latitude);
          north = std::max(north, point.latitude);
          west = std::min(west, point.longitude);
          east = std::max(east, point.longitude);
        }
  middle_ = {(south + north) / 2, (west + east) / 2};
  metres_per_degree_east_ = metres_per_degree_north * std::cos(middle_.latitude * std::numbers::pi / 180);
}

MapPoint Projection::on_plan(const Point& point) {
  const MapPoint exact{static_cast<std::int32_t>(std::lround((point.longitude - middle_.longitude) *
                                                             metres_per_degree_east_ * 100)),
                       static_cast<std::int32_t>(
                           std::lround((middle_.latitude - point.latitude) * metres_per_degree_north * 100))};
  const std::int32_t size = 2 * merged_within_cm;
  const std::int32_t x = floor_div(exact.x_cm, size), y = floor_div(exact.y_cm, size);
  for (std::int32_t dx = -1; dx <= 1; ++dx)
    for (std::int32_t dy = -1; dy <= 1; ++dy)
      if (const auto found = met_.find(square_of(x + dx, y + dy)); found != met_.end())
        for (const MapPoint known : found->second)
          if (venue::distance_cm(known, exact) <= merged_within_cm) return known;
  met_[square_of(x, y)].push_back(exact);
  return exact;
}

MapArea Projection::area(const Geometry& geometry) {
  MapArea area;
  for (std::size_t i = 0; i < geometry.lines.size(); ++i) {
    const bool outer = std::ranges::find(geometry.polygons, i) != geometry.polygons.end();
    std::vector<MapPoint> ring;
    for (const Point& point : geometry.lines[i]) {
      const MapPoint on = on_plan(point);
      if (ring.empty() || ring.back() != on) ring.push_back(on);
    }
    while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    if (ring.size() < 3 || std::abs(venue::twice_area(ring)) < 2) continue;
    if ((venue::twice_area(ring) > 0) != outer) std::ranges::reverse(ring);
    // A polygon begins with its outer ring.
    if (area.rings.empty() && !outer) continue;
    area.rings.push_back(static_cast<std::uint32_t>(area.points.size()));
    area.points.insert(area.points.end(), ring.begin(), ring.end());
  }
  return area;
}

namespace {

// Corners between `first` and `last` (both stay) that are no part of a straight wall.
void keep_corners(const std::vector<MapPoint>& chain, std::size_t first, std::size_t last,
                  std::vector<bool>& kept) {
  std::size_t farthest = first;
  double most = straight_within_cm;
  for (std::size_t i = first + 1; i < last; ++i)
    if (const double off = venue::distance_to_side_cm(chain[i], chain[first], chain[last]); off > most) {
      most = off;
      farthest = i;
    }
  if (farthest == first) return;
  kept[farthest] = true;
  keep_corners(chain, first, farthest, kept);
  keep_corners(chain, farthest, last, kept);
}

// The chain without what a straight wall does not need: the same whichever way it is walked.
std::vector<MapPoint> straightened(std::vector<MapPoint> chain) {
  const bool turned = chain.back() < chain.front() || (chain.back() == chain.front() && chain.size() > 2 &&
                                                       chain[chain.size() - 2] < chain[1]);
  if (turned) std::ranges::reverse(chain);
  std::vector<bool> kept(chain.size());
  kept.front() = kept.back() = true;
  if (chain.front() == chain.back() && chain.size() > 3) {
    // A ring that touches nobody: its farthest corner stays too.
    std::size_t far = 1;
    for (std::size_t i = 1; i + 1 < chain.size(); ++i)
      if (venue::distance_cm(chain[0], chain[i]) > venue::distance_cm(chain[0], chain[far])) far = i;
    kept[far] = true;
    keep_corners(chain, 0, far, kept);
    keep_corners(chain, far, chain.size() - 1, kept);
  } else {
    keep_corners(chain, 0, chain.size() - 1, kept);
  }
  std::vector<MapPoint> result;
  for (std::size_t i = 0; i < chain.size(); ++i)
    if (kept[i]) result.push_back(chain[i]);
  if (turned) std::ranges::reverse(result);
  return result;
}

}  // namespace

void simplify(std::span<MapArea*> areas) {
  // Where walls meet nothing may be taken away: at corners with other neighbours in another ring, and around
  // places where a corner lies on a wall.
  std::map<MapPoint, std::set<MapPoint>> neighbours;
  std::vector<MapPoint> corners;
  for (const MapArea* area : areas)
    for (std::size_t ring = 0; ring < area->rings.size(); ++ring) {
      const auto points = ring_of(*area, ring);
      for (std::size_t i = 0; i < points.size(); ++i) {
        auto& known = neighbours[points[i]];
        known.insert(points[(i + 1) % points.size()]);
        known.insert(points[(i + points.size() - 1) % points.size()]);
      }
    }
  std::set<MapPoint> fixed;
  for (const auto& [point, known] : neighbours) {
    corners.push_back(point);  // in order of x
    if (known.size() > 2) fixed.insert(point);
  }
  for (const auto& [from, known] : neighbours)
    for (const MapPoint to : known) {
      if (to < from) continue;
      const auto [low_y, high_y] = std::minmax(from.y_cm, to.y_cm);
      for (auto corner = std::ranges::lower_bound(corners, MapPoint{from.x_cm - merged_within_cm, INT32_MIN});
           corner != corners.end() && corner->x_cm <= to.x_cm + merged_within_cm; ++corner) {
        if (corner->y_cm < low_y - merged_within_cm || corner->y_cm > high_y + merged_within_cm ||
            *corner == from || *corner == to)
          continue;
        if (venue::distance_to_side_cm(*corner, from, to) > merged_within_cm) continue;
        fixed.insert({*corner, from, to});
      }
    }

  for (MapArea* area : areas) {
    MapArea simple;
    for (std::size_t ring = 0; ring < area->rings.size(); ++ring) {
      const auto points = ring_of(*area, ring);
      std::vector<MapPoint> corners_of_ring(points.begin(), points.end());
      // Begin at a corner that stays, else at the first by its place.
      auto start =
          std::ranges::find_if(corners_of_ring, [&](MapPoint point) { return fixed.contains(point); });
      if (start == corners_of_ring.end()) start = std::ranges::min_element(corners_of_ring);
      std::ranges::rotate(corners_of_ring, start);
      corners_of_ring.push_back(corners_of_ring.front());
      std::vector<MapPoint> kept;
      std::size_t from = 0;
      for (std::size_t i = 1; i < corners_of_ring.size(); ++i) {
        if (i + 1 < corners_of_ring.size() && !fixed.contains(corners_of_ring[i])) continue;
        std::vector<MapPoint> chain(corners_of_ring.begin() + static_cast<std::ptrdiff_t>(from),
                                    corners_of_ring.begin() + static_cast<std::ptrdiff_t>(i + 1));
        chain = straightened(std::move(chain));
        kept.insert(kept.end(), chain.begin(), chain.end() - 1);
        from = i;
      }
      if (kept.size() < 3) kept.assign(points.begin(), points.end());
      simple.rings.push_back(static_cast<std::uint32_t>(simple.points.size()));
      simple.points.insert(simple.points.end(), kept.begin(), kept.end());
    }
    *area = std::move(simple);
  }
}

bool is_convex(const MapArea& area) {
  if (area.rings.size() != 1) return false;
  const auto ring = ring_of(area, 0);
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const MapPoint a = ring[i], b = ring[(i + 1) % ring.size()], c = ring[(i + 2) % ring.size()];
    if (venue::cross(b - a, c - b) < 0) return false;
  }
  return true;
}

void cut(MapArea& area) {
  area.triangles.clear();
  if (area.rings.empty() || is_convex(area)) return;
  using Corner = std::array<std::int64_t, 2>;
  for (std::size_t ring = 0; ring < area.rings.size();) {
    std::vector<std::vector<Corner>> polygon;
    const std::uint32_t first = area.rings[ring];
    // Holes go the other way round than the ring around them.
    do {
      polygon.emplace_back();
      for (const MapPoint point : ring_of(area, ring)) polygon.back().push_back({point.x_cm, point.y_cm});
      ++ring;
    } while (ring < area.rings.size() && venue::twice_area(ring_of(area, ring)) < 0);
    for (const std::uint32_t corner : mapbox::earcut<std::uint32_t>(polygon))
      area.triangles.push_back(first + corner);
  }
}

MapPoint label_place(const MapArea& area) {
  const venue::Bounds bounds = venue::bounds_of(area);
  const auto room_at = [&](MapPoint at) {
    const double edge = venue::distance_to_edge_cm(area, at);
    return venue::is_inside(area, at) ? edge : -edge;
  };
  struct Cell {
    MapPoint middle;
    double half;
    double room;
    double most;  // what any place in it can have
    bool operator<(const Cell& other) const { return most < other.most; }
  };
  const auto cell = [&](MapPoint middle, double half) {
    const double room = room_at(middle);
    return Cell{middle, half, room, room + half * std::numbers::sqrt2};
  };
  const double width = static_cast<double>(bounds.high.x_cm) - bounds.low.x_cm;
  const double height = static_cast<double>(bounds.high.y_cm) - bounds.low.y_cm;
  const double half = std::max(std::min(width, height) / 2, 10.0);
  std::priority_queue<Cell> open;
  // The middle comes first: of places with as much room it is taken.
  Cell best = cell({bounds.low.x_cm + static_cast<std::int32_t>(width / 2),
                    bounds.low.y_cm + static_cast<std::int32_t>(height / 2)},
                   0);
  for (double x = bounds.low.x_cm; x < bounds.high.x_cm; x += 2 * half)
    for (double y = bounds.low.y_cm; y < bounds.high.y_cm; y += 2 * half)
      open.push(cell({static_cast<std::int32_t>(x + half), static_cast<std::int32_t>(y + half)}, half));
  constexpr double precision_cm = 20;
  while (!open.empty()) {
    const Cell top = open.top();
    open.pop();
    if (top.room > best.room + precision_cm) best = top;
    if (top.most - best.room <= precision_cm || top.half < 5) continue;
    const double quarter = top.half / 2;
    for (const double dx : {-quarter, quarter})
      for (const double dy : {-quarter, quarter})
        open.push(cell({top.middle.x_cm + static_cast<std::int32_t>(dx),
                        top.middle.y_cm + static_cast<std::int32_t>(dy)},
                       quarter));
  }
  return best.middle;
}

}  // namespace imdf
