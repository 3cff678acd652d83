// Turns the geometry of features into areas of the map: flat, on whole centimetres, with no more corners than
// are seen, cut into triangles. Inside imdf/ only.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "imdf/archive.h"
#include "model/venue.h"

namespace imdf {

// From the globe to the plane of the venue. Corners that nearly meet become one, so that walls are shared.
class Projection {
 public:
  explicit Projection(const Archive& archive);
  model::MapPoint on_plan(const Point& point);
  model::MapArea area(const Geometry& geometry);

 private:
  Point middle_;
  double metres_per_degree_east_ = 0;
  std::unordered_map<std::uint64_t, std::vector<model::MapPoint>> met_;  // corners by the square they lie in
};

// Takes corners out of walls that are straight without them. Walls that areas share stay shared, and where
// one begins in the middle of another it still does.
void simplify(std::span<model::MapArea*> areas);

// Fills MapArea::triangles.
void cut(model::MapArea& area);

bool is_convex(const model::MapArea& area);

// Where a name has most room: the middle of the largest circle that fits in.
model::MapPoint label_place(const model::MapArea& area);

}  // namespace imdf
