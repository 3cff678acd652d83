#include "pack/outline_check.h"

#include <algorithm>
#include <cmath>

#include "pack/words.h"

namespace pack {
namespace {

using model::PlanPoint;
using Outline = std::vector<PlanPoint>;

constexpr double same_place_m = 0.01;
constexpr double wall_m = 0.05;  // a room may touch the outside wall, give or take the rounding of a drawing
constexpr double least_area_m2 = 0.1;
constexpr int samples_per_edge = 4;

struct Vector {
  double x_m, y_m;
};

Vector from_to(PlanPoint a, PlanPoint b) { return {b.x_m - a.x_m, b.y_m - a.y_m}; }
double cross(Vector a, Vector b) { return a.x_m * b.y_m - a.y_m * b.x_m; }
double dot(Vector a, Vector b) { return a.x_m * b.x_m + a.y_m * b.y_m; }
double distance_m(PlanPoint a, PlanPoint b) { return std::hypot(b.x_m - a.x_m, b.y_m - a.y_m); }

const PlanPoint& point_after(const Outline& outline, std::size_t i) {
  return outline[(i + 1) % outline.size()];
}

double distance_to_edge_m(PlanPoint p, PlanPoint a, PlanPoint b) {
  const Vector edge = from_to(a, b);
  const double length_squared = dot(edge, edge);
  const double along =
      length_squared == 0 ? 0 : std::clamp(dot(from_to(a, p), edge) / length_squared, 0.0, 1.0);
  return distance_m(p, {a.x_m + along * edge.x_m, a.y_m + along * edge.y_m});
}

// -1, 0, 1: on which side of the line from a to b the point lies.
int side(PlanPoint a, PlanPoint b, PlanPoint p) {
  const double turn = cross(from_to(a, b), from_to(a, p));
  return turn > 0 ? 1 : turn < 0 ? -1 : 0;
}

bool between(PlanPoint a, PlanPoint b, PlanPoint p) {
  return p.x_m >= std::min(a.x_m, b.x_m) && p.x_m <= std::max(a.x_m, b.x_m) &&
         p.y_m >= std::min(a.y_m, b.y_m) && p.y_m <= std::max(a.y_m, b.y_m);
}

bool edges_meet(PlanPoint a, PlanPoint b, PlanPoint c, PlanPoint d) {
  const int c_side = side(a, b, c), d_side = side(a, b, d), a_side = side(c, d, a), b_side = side(c, d, b);
  if (c_side * d_side < 0 && a_side * b_side < 0) return true;
  return (c_side == 0 && between(a, b, c)) || (d_side == 0 && between(a, b, d)) ||
         (a_side == 0 && between(c, d, a)) || (b_side == 0 && between(c, d, b));
}

double area_m2(const Outline& outline) {
  double twice = 0;
  for (std::size_t i = 0; i < outline.size(); ++i)
    twice += outline[i].x_m * point_after(outline, i).y_m - point_after(outline, i).x_m * outline[i].y_m;
  return std::abs(twice) / 2;
}

// Reports the first pair of edges that meet where they should not.
bool crosses_itself(ReadContext& context, const Outline& outline) {
  const std::size_t count = outline.size();
  for (std::size_t i = 0; i < count; ++i) {
    const PlanPoint a = outline[i], b = point_after(outline, i), c = point_after(outline, i + 1);
    if (cross(from_to(a, b), from_to(b, c)) == 0 && dot(from_to(a, b), from_to(b, c)) < 0) {
      context.error(say("turns back on itself at point ", (i + 1) % count));
      return true;
    }
    for (std::size_t j = i + 2; j < count; ++j) {
      if ((j + 1) % count == i) continue;  // neighbours meet in their common point
      if (edges_meet(a, b, outline[j], point_after(outline, j))) {
        context.error(say("crosses itself: the side from point ", i, " meets the side from point ", j));
        return true;
      }
    }
  }
  return false;
}

bool covers(const Outline& outline, PlanPoint p) {
  bool inside = false;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const PlanPoint a = outline[i], b = point_after(outline, i);
    if (distance_to_edge_m(p, a, b) <= wall_m) return true;
    if ((a.y_m > p.y_m) != (b.y_m > p.y_m) &&
        p.x_m < a.x_m + (p.y_m - a.y_m) / (b.y_m - a.y_m) * (b.x_m - a.x_m))
      inside = !inside;
  }
  return inside;
}

// A point that could not be read, and was reported, has no place.
bool all_known(const Outline& outline) {
  return std::ranges::none_of(outline, [](PlanPoint p) { return std::isnan(p.x_m); });
}

}  // namespace

void check_outline(ReadContext& context, const Outline& outline) {
  if (outline.size() < 3) {
    if (!outline.empty()) context.error(say("needs at least 3 points, has ", outline.size()));
    return;
  }
  if (!all_known(outline)) return;
  bool repeats = false;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    if (distance_m(outline[i], point_after(outline, i)) > same_place_m) continue;
    repeats = true;
    const ReadContext::PathScope at(context, i + 1 == outline.size() ? i : i + 1);
    context.error(i + 1 == outline.size() ? "repeats the first point; an outline closes by itself"
                                          : "repeats the point before it");
  }
  if (repeats || crosses_itself(context, outline)) return;
  if (area_m2(outline) < least_area_m2) context.error("encloses no area");
}

void check_inside(ReadContext& context, const Outline& outline, const model::Level& level) {
  if (outline.size() < 3 || level.outline.size() < 3 || !all_known(outline) || !all_known(level.outline))
    return;
  bool all_points_inside = true;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    if (covers(level.outline, outline[i])) continue;
    all_points_inside = false;
    const ReadContext::PathScope at(context, i);
    context.error(say("lies outside the outline of level ", quoted(level.id)));
  }
  if (!all_points_inside) return;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const PlanPoint a = outline[i];
    const Vector edge = from_to(a, point_after(outline, i));
    for (int sample = 1; sample < samples_per_edge; ++sample) {
      const double along = static_cast<double>(sample) / samples_per_edge;
      if (covers(level.outline, {a.x_m + along * edge.x_m, a.y_m + along * edge.y_m})) continue;
      context.error(say("leaves the outline of level ", quoted(level.id), " after point ", i));
      return;
    }
  }
}

}  // namespace pack
