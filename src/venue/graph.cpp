#include "venue/graph.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "sorting/sort.h"
#include "venue/geometry.h"

namespace venue {
namespace {

using model::UnitKind;

EdgeKind kind_of(UnitKind unit) {
  switch (unit) {
    case UnitKind::stairs: return EdgeKind::stairs;
    case UnitKind::escalator: return EdgeKind::escalator;
    case UnitKind::lift: return EdgeKind::lift;
    case UnitKind::ramp: return EdgeKind::ramp;
    default: return EdgeKind::walk;
  }
}

// Where one walks without being in the way of what goes on there.
bool is_made_for_walking(const model::MapUnit& unit) {
  switch (unit.kind) {
    case UnitKind::walkway:
    case UnitKind::outdoor:
    case UnitKind::exhibition:
    case UnitKind::ramp:
    case UnitKind::moving_walkway: return true;
    default: return unit.open;
  }
}

// A second is as much trouble as walking so far.
constexpr double cm_per_second = 120;

// What a change of levels costs above its length. Waiting for a lift takes longer than a flight of stairs,
// and climbing is tiring: nobody leaves a level to save a few metres.
double change_cost_cm(EdgeKind kind, int levels) {
  switch (kind) {
    case EdgeKind::lift: return (40 + 6 * levels) * cm_per_second;
    case EdgeKind::escalator: return 25 * levels * cm_per_second;
    case EdgeKind::ramp: return 30 * levels * cm_per_second;
    default: return 30 * levels * cm_per_second;
  }
}

std::uint32_t rounded(double cm) { return static_cast<std::uint32_t>(std::min(cm, 4e9)); }

}  // namespace

Venue::Venue(const model::Venue& plan) : plan_(plan) {
  nodes_.reserve(plan.units.size() + plan.amenities.size() + plan.doors.size() + plan.bends.size());
  for (const model::MapUnit& unit : plan.units) nodes_.push_back({unit.label, unit.level});
  for (const model::MapAmenity& amenity : plan.amenities) nodes_.push_back({amenity.at, amenity.level});
  for (const model::MapDoor& door : plan.doors)
    nodes_.push_back({{door.from.x_cm + (door.to.x_cm - door.from.x_cm) / 2,
                       door.from.y_cm + (door.to.y_cm - door.from.y_cm) / 2},
                      door.level});
  for (const model::MapBend& bend : plan.bends) nodes_.push_back({bend.at, bend.level});
  // The first place counts, units before amenities.
  const auto note = [&](const std::string& room, PlaceId place) {
    if (!room.empty()) place_of_room_.emplace(room, place);
  };
  for (std::size_t i = 0; i < plan.units.size(); ++i) note(plan.units[i].room, place_of_unit(i));
  for (std::size_t i = 0; i < plan.amenities.size(); ++i) note(plan.amenities[i].room, place_of_amenity(i));

  std::vector<bool> changes_levels(plan.units.size());
  const auto is_known = [&](const model::MapWay& way) {
    return way.from < nodes_.size() && way.to < nodes_.size() && way.unit < plan.units.size() &&
           nodes_[way.from].level < plan.levels.size() && nodes_[way.to].level < plan.levels.size();
  };
  for (const model::MapWay& way : plan.ways)
    if (is_known(way) && nodes_[way.from].level != nodes_[way.to].level &&
        plan.levels[nodes_[way.from].level].ordinal != plan.levels[nodes_[way.to].level].ordinal) {
      changes_levels[way.unit] = true;
      for (const std::uint32_t end : {way.from, way.to})
        if (end < plan.units.size()) changes_levels[end] = true;
    }

  first_.assign(nodes_.size() + 1, 0);
  for (const model::MapWay& way : plan.ways) {
    if (!is_known(way)) continue;
    ++first_[way.from + 1];
    if (!way.one_way) ++first_[way.to + 1];
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  edges_.resize(first_.back());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  std::vector<std::pair<std::uint32_t, PlaceId>> doors;
  for (const model::MapWay& way : plan.ways) {
    if (!is_known(way)) continue;
    const model::MapUnit& unit = plan.units[way.unit];
    const Node &from = nodes_[way.from], &to = nodes_[way.to];
    // Rounded up, so that a straight line is never longer than the way along it.
    const double length = std::ceil(distance_cm(from.at, to.at));
    Edge edge{.to = way.to, .unit = way.unit, .length_cm = rounded(length)};
    const int climbed = std::abs(plan.levels[from.level].ordinal - plan.levels[to.level].ordinal);
    if (climbed > 0) {
      edge.kind = kind_of(unit.kind);
      edge.cost_cm = rounded(length + change_cost_cm(edge.kind, climbed));
    } else if (unit.kind == UnitKind::stairs && !changes_levels[way.unit]) {
      edge.kind = EdgeKind::steps;
      edge.cost_cm = rounded(length * 2);
    } else {
      // Through a room in which something goes on, only when there is no other way.
      edge.cost_cm = rounded(is_made_for_walking(unit) ? length : length * 3 + 1000);
    }
    edges_[next[way.from]++] = edge;
    if (!way.one_way) {
      edge.to = way.from;
      edges_[next[way.to]++] = edge;
    }
    for (const std::uint32_t end : {way.from, way.to})
      if (door(end) != nullptr) doors.emplace_back(way.unit, end);
  }
  sorting::sort(doors);
  doors.erase(std::ranges::unique(doors).begin(), doors.end());
  first_door_.assign(plan.units.size() + 1, 0);
  for (const auto& [unit, door] : doors) {
    ++first_door_[unit + 1];
    doors_.push_back(door);
  }
  for (std::size_t i = 1; i < first_door_.size(); ++i) first_door_[i] += first_door_[i - 1];
}

PlaceId Venue::place_of_room(std::string_view room) const {
  const auto found = place_of_room_.find(room);
  return found == place_of_room_.end() ? no_place : found->second;
}

const model::MapUnit* Venue::unit(PlaceId place) const {
  return place < plan_.units.size() ? &plan_.units[place] : nullptr;
}

const model::MapAmenity* Venue::amenity(PlaceId place) const {
  const std::size_t at = place - plan_.units.size();
  return place >= plan_.units.size() && at < plan_.amenities.size() ? &plan_.amenities[at] : nullptr;
}

const model::MapDoor* Venue::door(PlaceId place) const {
  const std::size_t before = plan_.units.size() + plan_.amenities.size();
  return place >= before && place - before < plan_.doors.size() ? &plan_.doors[place - before] : nullptr;
}

bool Venue::is_place(PlaceId place) const {
  return place < plan_.units.size() + plan_.amenities.size() + plan_.doors.size();
}

std::uint32_t Venue::unit_around(PlaceId place) const {
  if (unit(place) != nullptr) return place;
  if (const model::MapAmenity* there = amenity(place)) return there->unit;
  if (place >= nodes_.size() || door(place) != nullptr || from(place).empty()) return no_place;
  return from(place).front().unit;
}

std::span<const model::MapHours> Venue::hours_of(PlaceId place) const {
  const auto found = std::ranges::equal_range(plan_.hours, place, {}, &model::MapHours::place);
  return {found.begin(), found.end()};
}

std::vector<PlaceId> Venue::stops_of_lift(PlaceId place) const {
  if (const model::MapUnit* lift = unit(place); lift == nullptr || lift->kind != UnitKind::lift) return {};
  std::vector<PlaceId> stops{place};
  for (std::size_t i = 0; i < stops.size(); ++i)
    for (const Edge& edge : from(stops[i]))
      if (edge.kind == EdgeKind::lift && unit(edge.to) != nullptr &&
          std::ranges::find(stops, edge.to) == stops.end())
        stops.push_back(edge.to);
  return stops;
}

std::span<const PlaceId> Venue::doors_of(std::uint32_t unit) const {
  if (unit >= plan_.units.size()) return {};
  return {doors_.data() + first_door_[unit], doors_.data() + first_door_[unit + 1]};
}

std::uint32_t Venue::unit_at(std::uint32_t level, model::MapPoint at) const {
  std::uint32_t found = no_place;
  double smallest = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < plan_.units.size(); ++i) {
    const model::MapUnit& unit = plan_.units[i];
    if (unit.level != level || !is_inside(unit.area, at)) continue;
    const double size = square_metres(unit.area);
    if (size < smallest) {
      smallest = size;
      found = static_cast<std::uint32_t>(i);
    }
  }
  return found;
}

std::uint32_t Venue::node_at(std::uint32_t level, model::MapPoint at) const {
  const std::uint32_t around = unit_at(level, at);
  std::uint32_t inside = no_place, any = no_place;
  double nearest_inside = std::numeric_limits<double>::max(), nearest = nearest_inside;
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
    if (nodes_[node].level != level || from(node).empty()) continue;
    const double far = distance_cm(nodes_[node].at, at);
    if (far < nearest) {
      nearest = far;
      any = node;
    }
    if (far >= nearest_inside) continue;
    if (node != around &&
        std::ranges::none_of(from(node), [&](const Edge& edge) { return edge.unit == around; }))
      continue;
    nearest_inside = far;
    inside = node;
  }
  return inside != no_place ? inside : any;
}

}  // namespace venue
