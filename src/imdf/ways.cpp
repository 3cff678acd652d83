#include "imdf/ways.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <set>

#include "imdf/categories.h"
#include "imdf/shapes.h"
#include "venue/geometry.h"

namespace imdf {
namespace {

using model::MapArea;
using model::MapPoint;
using model::UnitKind;
using venue::operator-;
using venue::Vector;

constexpr double door_reach_cm = 30;  // doors are drawn that near to their walls
constexpr double corner_clearance_cm = 100;
constexpr double wall_clearance_cm = 300;  // in front of a door, where there is so much room
constexpr double least_open_side_cm = 80;
// A way that is longer by so much is as good as one more line on the map.
constexpr double as_good_as = 1.004;

MapPoint moved(MapPoint from, Vector direction, double cm) {
  const double size = venue::length(direction);
  if (size == 0) return from;
  return {from.x_cm + static_cast<std::int32_t>(std::lround(direction.x / size * cm)),
          from.y_cm + static_cast<std::int32_t>(std::lround(direction.y / size * cm))};
}

MapPoint middle(MapPoint a, MapPoint b) {
  return {a.x_cm + (b.x_cm - a.x_cm) / 2, a.y_cm + (b.y_cm - a.y_cm) / 2};
}

bool is_walked(const model::MapUnit& unit) {
  return unit.kind != UnitKind::solid && unit.kind != UnitKind::open_to_below;
}

// One moves freely there: its doors are passed on the way to others.
bool is_corridor(const model::MapUnit& unit) {
  return unit.kind == UnitKind::walkway || unit.kind == UnitKind::outdoor ||
         unit.kind == UnitKind::exhibition || unit.open;
}

bool has_own_walls(const model::MapUnit& unit) { return !is_open(unit.category); }

// A desk that stands in another unit.
bool is_desk(const model::MapUnit& unit) { return unit.category == "kiosk"; }

bool touches(const MapArea& area, const venue::Bounds& bounds, const model::MapDoor& door) {
  const auto reach = static_cast<std::int32_t>(door_reach_cm);
  const auto near = [&](MapPoint at) {
    return at.x_cm >= bounds.low.x_cm - reach && at.x_cm <= bounds.high.x_cm + reach &&
           at.y_cm >= bounds.low.y_cm - reach && at.y_cm <= bounds.high.y_cm + reach;
  };
  if (!near(door.from) || !near(door.to)) return false;
  return venue::distance_to_edge_cm(area, door.from) <= door_reach_cm &&
         venue::distance_to_edge_cm(area, door.to) <= door_reach_cm &&
         venue::distance_to_edge_cm(area, middle(door.from, door.to)) <= door_reach_cm;
}

}  // namespace

DoorUnits join_doors(const model::Venue& venue) {
  DoorUnits joined(venue.doors.size());
  std::vector<venue::Bounds> bounds;
  for (const model::MapUnit& unit : venue.units) bounds.push_back(venue::bounds_of(unit.area));
  for (std::size_t i = 0; i < venue.doors.size(); ++i) {
    const model::MapDoor& door = venue.doors[i];
    std::vector<std::uint32_t> own, others;
    for (std::uint32_t unit = 0; unit < venue.units.size(); ++unit) {
      const model::MapUnit& there = venue.units[unit];
      if (!is_walked(there) || is_desk(there) || !touches(there.area, bounds[unit], door)) continue;
      if (there.level == door.level)
        own.push_back(unit);
      else if (venue.levels[there.level].ordinal == venue.levels[door.level].ordinal)
        others.push_back(unit);
    }
    if (own.size() > 2) own.resize(2);
    for (const std::uint32_t other : others)
      if (own.size() < 2) own.push_back(other);
    joined[i] = std::move(own);
  }
  return joined;
}

void join_open_units(model::Venue& venue, DoorUnits& doors) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> joined;
  for (const auto& units : doors)
    if (units.size() == 2) joined.insert(std::minmax(units[0], units[1]));
  std::vector<venue::Bounds> bounds;
  for (const model::MapUnit& unit : venue.units) bounds.push_back(venue::bounds_of(unit.area));
  const auto reach = static_cast<std::int32_t>(door_reach_cm);
  for (std::uint32_t a = 0; a < venue.units.size(); ++a) {
    const model::MapUnit& one = venue.units[a];
    if (!is_walked(one) || has_own_walls(one) || is_desk(one)) continue;
    for (std::uint32_t b = a + 1; b < venue.units.size(); ++b) {
      const model::MapUnit& other = venue.units[b];
      if (!is_walked(other) || has_own_walls(other) || is_desk(other) || joined.contains({a, b})) continue;
      if (venue.levels[one.level].ordinal != venue.levels[other.level].ordinal) continue;
      if (bounds[a].low.x_cm > bounds[b].high.x_cm + reach ||
          bounds[b].low.x_cm > bounds[a].high.x_cm + reach ||
          bounds[a].low.y_cm > bounds[b].high.y_cm + reach ||
          bounds[b].low.y_cm > bounds[a].high.y_cm + reach)
        continue;
      // Indoors and outdoors there are walls between.
      if (venue.levels[one.level].outdoor != venue.levels[other.level].outdoor) continue;
      for (std::size_t ring = 0; ring < one.area.rings.size(); ++ring) {
        const auto corners = venue::ring_of(one.area, ring);
        for (std::size_t i = 0; i < corners.size(); ++i) {
          const MapPoint p = corners[i], q = corners[(i + 1) % corners.size()];
          const double size = venue::distance_cm(p, q);
          for (std::size_t r = 0; r < other.area.rings.size(); ++r) {
            const auto facing = venue::ring_of(other.area, r);
            for (std::size_t k = 0; k < facing.size(); ++k) {
              const MapPoint s = facing[k], t = facing[(k + 1) % facing.size()];
              // The part of the side along which both run.
              const double from = venue::dot(s - p, q - p) / size, to = venue::dot(t - p, q - p) / size;
              const double begin = std::max(std::min(from, to), 0.0),
                           end = std::min(std::max(from, to), size);
              if (end - begin < least_open_side_cm) continue;
              const MapPoint left = moved(p, q - p, begin), right = moved(p, q - p, end);
              if (venue::distance_to_side_cm(left, s, t) > door_reach_cm ||
                  venue::distance_to_side_cm(right, s, t) > door_reach_cm)
                continue;
              venue.doors.push_back({.level = one.level, .from = left, .to = right});
              doors.push_back({a, b});
            }
          }
        }
      }
    }
  }
}

namespace {

struct Local {
  std::uint32_t node;  // in the venue
  MapPoint at;
  std::uint32_t desk;  // the desk that it is, whose own sides do not stand in its way
  bool on_wall;        // a door
  bool terminal;       // ways must lead there
};
constexpr std::uint32_t no_desk = 0xFFFF'FFFF;

struct Line {
  std::uint32_t a, b;
  double length;
};

// The ways inside one unit.
class UnitWays {
 public:
  UnitWays(model::Venue& venue, std::uint32_t unit, const std::vector<std::uint32_t>& doors,
           const std::vector<std::uint32_t>& amenities, const std::vector<std::uint32_t>& desks)
      : venue_(venue), unit_(unit), area_(venue.units[unit].area), desks_(desks) {
    const model::MapUnit& here = venue.units[unit];
    const auto first_door = static_cast<std::uint32_t>(venue.units.size() + venue.amenities.size());
    first_bend_ = first_door + static_cast<std::uint32_t>(venue.doors.size());
    convex_ = is_convex(area_) && desks.empty();
    // A corridor is a place only when people have a name for it.
    if (!is_corridor(here) || !here.room.empty() || !here.name.empty())
      add({.node = unit, .at = here.label, .desk = no_desk, .on_wall = false, .terminal = true});
    for (const std::uint32_t amenity : amenities)
      add({.node = static_cast<std::uint32_t>(venue.units.size()) + amenity,
           .at = venue.amenities[amenity].at,
           .desk = no_desk,
           .on_wall = false,
           .terminal = true});
    for (const std::uint32_t desk : desks)
      add({.node = desk, .at = venue.units[desk].label, .desk = desk, .on_wall = false, .terminal = true});
    for (const std::uint32_t door : doors) {
      const model::MapDoor& gap = venue.doors[door];
      const MapPoint at = middle(gap.from, gap.to);
      const std::uint32_t node = first_door + door;
      if (!is_corridor(here)) {
        add({.node = node, .at = at, .desk = no_desk, .on_wall = true, .terminal = true});
        continue;
      }
      const MapPoint front = in_front_of(gap, at);
      if (front == at) {
        add({.node = node, .at = at, .desk = no_desk, .on_wall = true, .terminal = true});
        continue;
      }
      const std::uint32_t bend = add_bend(here.level, front);
      add({.node = bend, .at = front, .desk = no_desk, .on_wall = false, .terminal = true});
      venue_.ways.push_back({.from = node, .to = bend, .unit = unit_});
    }
    if (!convex_) add_corners(here.level);
  }

  void make() {
    std::vector<Line> lines;
    for (std::uint32_t a = 0; a < nodes_.size(); ++a)
      for (std::uint32_t b = a + 1; b < nodes_.size(); ++b)
        if (sees(nodes_[a], nodes_[b]))
          lines.push_back({a, b, venue::distance_cm(nodes_[a].at, nodes_[b].at)});
    std::ranges::sort(lines, {}, &Line::length);
    // What is as short over others needs no line of its own.
    std::vector<std::vector<Line>> kept(nodes_.size());
    for (const Line& line : lines) {
      if (distances_from(line.a, kept, line.length * as_good_as)[line.b] <= line.length * as_good_as)
        continue;
      kept[line.a].push_back(line);
      kept[line.b].push_back({line.b, line.a, line.length});
    }
    keep_used(kept);
  }

 private:
  void add(Local node) { nodes_.push_back(node); }

  std::uint32_t add_bend(std::uint32_t level, MapPoint at) {
    venue_.bends.push_back({level, at});
    return first_bend_ + static_cast<std::uint32_t>(venue_.bends.size()) - 1;
  }

  // Where somebody stands who comes through the door: clear of the wall, and in the middle of a narrow
  // corridor.
  MapPoint in_front_of(const model::MapDoor& door, MapPoint at) const {
    const Vector along = door.to - door.from;
    for (const Vector inwards : {Vector{-along.y, along.x}, Vector{along.y, -along.x}}) {
      if (!venue::is_inside(area_, moved(at, inwards, door_reach_cm + 10))) continue;
      // How far the wall on the other side is.
      double room = 2 * wall_clearance_cm;
      const MapPoint start = moved(at, inwards, door_reach_cm + 10),
                     far = moved(at, inwards, 2 * wall_clearance_cm);
      each_side([&](MapPoint p, MapPoint q) {
        const Vector side = q - p, ray = far - start;
        const double down = venue::cross(ray, side);
        if (down == 0) return;
        const double share = venue::cross(p - start, side) / down, on = venue::cross(p - start, ray) / down;
        if (share >= 0 && share <= 1 && on >= 0 && on <= 1)
          room = std::min(room, share * venue::length(ray) + door_reach_cm + 10);
      });
      const MapPoint front = moved(at, inwards, std::min(wall_clearance_cm, room / 2));
      return venue::is_inside(area_, front) ? front : at;
    }
    return at;
  }

  template <class Use>
  void each_side(Use use) const {
    for (std::size_t ring = 0; ring < area_.rings.size(); ++ring) {
      const auto corners = venue::ring_of(area_, ring);
      for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++)
        use(corners[j], corners[i]);
    }
  }

  // Corners that ways go around, a step away from them.
  void add_corners(std::uint32_t level) {
    const auto around = [&](const MapArea& area, bool outside) {
      for (std::size_t ring = 0; ring < area.rings.size(); ++ring) {
        const auto corners = venue::ring_of(area, ring);
        for (std::size_t i = 0; i < corners.size(); ++i) {
          const MapPoint before = corners[(i + corners.size() - 1) % corners.size()], at = corners[i],
                         after = corners[(i + 1) % corners.size()];
          const Vector in = at - before, out = after - at;
          const double bend = venue::cross(in, out);
          if (outside ? bend <= 0 : bend >= 0) continue;
          const double in_size = venue::length(in), out_size = venue::length(out);
          const Vector away{in.x / in_size - out.x / out_size, in.y / in_size - out.y / out_size};
          for (const double clearance : {corner_clearance_cm, corner_clearance_cm / 3}) {
            const MapPoint clear = moved(at, away, clearance);
            if (!is_free(clear)) continue;
            corners_.push_back({clear, level});
            break;
          }
        }
      }
    };
    around(area_, false);
    for (const std::uint32_t desk : desks_) around(venue_.units[desk].area, true);
    for (const auto& [at, on] : corners_)
      add({.node = add_bend(on, at), .at = at, .desk = no_desk, .on_wall = false, .terminal = false});
  }

  bool is_free(MapPoint at) const {
    return venue::is_inside(area_, at) && std::ranges::none_of(desks_, [&](std::uint32_t desk) {
             return venue::is_inside(venue_.units[desk].area, at);
           });
  }

  static bool crosses(const MapArea& area, MapPoint a, MapPoint b) {
    for (std::size_t ring = 0; ring < area.rings.size(); ++ring) {
      const auto corners = venue::ring_of(area, ring);
      for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
        const MapPoint p = corners[j], q = corners[i];
        if (std::max(p.x_cm, q.x_cm) < std::min(a.x_cm, b.x_cm) ||
            std::min(p.x_cm, q.x_cm) > std::max(a.x_cm, b.x_cm) ||
            std::max(p.y_cm, q.y_cm) < std::min(a.y_cm, b.y_cm) ||
            std::min(p.y_cm, q.y_cm) > std::max(a.y_cm, b.y_cm))
          continue;
        const double one = venue::cross(b - a, p - a), two = venue::cross(b - a, q - a);
        const double three = venue::cross(q - p, a - p), four = venue::cross(q - p, b - p);
        if (((one > 0 && two < 0) || (one < 0 && two > 0)) &&
            ((three > 0 && four < 0) || (three < 0 && four > 0)))
          return true;
      }
    }
    return false;
  }

  bool sees(const Local& a, const Local& b) const {
    const double size = venue::distance_cm(a.at, b.at);
    if (size < 1) return true;
    if (convex_ && !a.on_wall && !b.on_wall) return true;
    // A door lies on the wall, or a little off it.
    const double off = std::min(door_reach_cm + 5, size / 3);
    const MapPoint from = a.on_wall ? moved(a.at, b.at - a.at, off) : a.at;
    const MapPoint to = b.on_wall ? moved(b.at, a.at - b.at, off) : b.at;
    if (crosses(area_, from, to)) return false;
    for (const std::uint32_t desk : desks_)
      if (desk != a.desk && desk != b.desk && crosses(venue_.units[desk].area, from, to)) return false;
    const MapPoint half = middle(from, to);
    return venue::is_inside(area_, half) || venue::distance_to_edge_cm(area_, half) < 5;
  }

  std::vector<double> distances_from(std::uint32_t start, const std::vector<std::vector<Line>>& lines,
                                     double limit, std::vector<std::uint32_t>* before = nullptr) const {
    std::vector<double> distances(nodes_.size(), std::numeric_limits<double>::max());
    if (before != nullptr) before->assign(nodes_.size(), start);
    using Open = std::pair<double, std::uint32_t>;
    std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
    distances[start] = 0;
    open.emplace(0, start);
    while (!open.empty()) {
      const auto [distance, node] = open.top();
      open.pop();
      if (distance > distances[node]) continue;
      for (const Line& line : lines[node]) {
        const double sum = distance + line.length;
        if (sum >= distances[line.b] || sum > limit) continue;
        distances[line.b] = sum;
        if (before != nullptr) (*before)[line.b] = node;
        open.emplace(sum, line.b);
      }
    }
    return distances;
  }

  // Of all lines only those that lie on a shortest way between two places.
  void keep_used(const std::vector<std::vector<Line>>& lines) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> used;
    std::vector<std::uint32_t> before;
    for (std::uint32_t start = 0; start < nodes_.size(); ++start) {
      if (!nodes_[start].terminal) continue;
      const auto distances = distances_from(start, lines, std::numeric_limits<double>::max(), &before);
      for (std::uint32_t end = start + 1; end < nodes_.size(); ++end) {
        if (!nodes_[end].terminal || distances[end] == std::numeric_limits<double>::max()) continue;
        for (std::uint32_t node = end; node != start; node = before[node])
          used.insert(std::minmax(node, before[node]));
      }
    }
    for (const auto& [a, b] : used)
      venue_.ways.push_back({.from = nodes_[a].node, .to = nodes_[b].node, .unit = unit_});
  }

  struct Corner {
    MapPoint at;
    std::uint32_t level;
  };

  model::Venue& venue_;
  std::uint32_t unit_;
  const MapArea& area_;
  const std::vector<std::uint32_t>& desks_;
  std::uint32_t first_bend_ = 0;
  bool convex_ = false;
  std::vector<Local> nodes_;
  std::vector<Corner> corners_;
};

// Bends that no way uses are taken out, and the others counted anew.
void drop_unused_bends(model::Venue& venue) {
  const std::size_t first = venue.units.size() + venue.amenities.size() + venue.doors.size();
  std::vector<bool> used(venue.bends.size());
  for (const model::MapWay& way : venue.ways)
    for (const std::uint32_t end : {way.from, way.to})
      if (end >= first) used[end - first] = true;
  std::vector<std::uint32_t> moved_to(venue.bends.size());
  std::vector<model::MapBend> kept;
  for (std::size_t i = 0; i < venue.bends.size(); ++i) {
    moved_to[i] = static_cast<std::uint32_t>(first + kept.size());
    if (used[i]) kept.push_back(venue.bends[i]);
  }
  venue.bends = std::move(kept);
  for (model::MapWay& way : venue.ways)
    for (std::uint32_t* end : {&way.from, &way.to})
      if (*end >= first) *end = moved_to[*end - first];
}

}  // namespace

void add_ways(model::Venue& venue, const DoorUnits& doors) {
  std::vector<std::vector<std::uint32_t>> doors_of(venue.units.size()), amenities_of(venue.units.size()),
      desks_of(venue.units.size());
  for (std::uint32_t door = 0; door < doors.size(); ++door) {
    // An emergency exit is reached from inside, and nothing goes through it.
    for (const std::uint32_t unit : doors[door])
      if (!venue.doors[door].emergency || !venue.levels[venue.units[unit].level].outdoor)
        doors_of[unit].push_back(door);
  }
  for (std::uint32_t amenity = 0; amenity < venue.amenities.size(); ++amenity)
    amenities_of[venue.amenities[amenity].unit].push_back(amenity);
  for (std::uint32_t desk = 0; desk < venue.units.size(); ++desk) {
    if (!is_desk(venue.units[desk])) continue;
    for (std::uint32_t unit = 0; unit < venue.units.size(); ++unit)
      if (unit != desk && !is_desk(venue.units[unit]) && is_walked(venue.units[unit]) &&
          venue.units[unit].level == venue.units[desk].level &&
          venue::is_inside(venue.units[unit].area, venue.units[desk].label)) {
        desks_of[unit].push_back(desk);
        break;
      }
  }
  for (std::uint32_t unit = 0; unit < venue.units.size(); ++unit) {
    if (!is_walked(venue.units[unit]) || is_desk(venue.units[unit])) continue;
    UnitWays(venue, unit, doors_of[unit], amenities_of[unit], desks_of[unit]).make();
  }
  drop_unused_bends(venue);
}

}  // namespace imdf
