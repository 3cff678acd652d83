#include "imdf/plan_checks.h"

#include <algorithm>

#include "pack/words.h"
#include "venue/geometry.h"
#include "venue/route.h"

namespace imdf {
namespace {

using model::UnitKind;
using pack::say;

constexpr double overlap_cm = 20;  // walls drawn that far over each other are none

bool overlap(const model::MapArea& a, const model::MapArea& b) {
  // Whether something of the one lies well inside the other.
  const auto reaches_into = [](const model::MapArea& one, const model::MapArea& other) {
    const auto deep = [&](model::MapPoint at) {
      return venue::is_inside(other, at) && venue::distance_to_edge_cm(other, at) > overlap_cm;
    };
    for (std::size_t ring = 0; ring < one.rings.size(); ++ring) {
      const auto corners = venue::ring_of(one, ring);
      for (std::size_t i = 0; i < corners.size(); ++i) {
        const model::MapPoint from = corners[i], to = corners[(i + 1) % corners.size()];
        // Along the side as well: two that cross have no corner in each other.
        const int pieces = 1 + static_cast<int>(venue::distance_cm(from, to) / 200);
        for (int piece = 0; piece < std::min(pieces, 200); ++piece)
          if (deep({from.x_cm + static_cast<std::int32_t>(static_cast<std::int64_t>(to.x_cm - from.x_cm) *
                                                          piece / pieces),
                    from.y_cm + static_cast<std::int32_t>(static_cast<std::int64_t>(to.y_cm - from.y_cm) *
                                                          piece / pieces)}))
            return true;
      }
    }
    return false;
  };
  return reaches_into(a, b) || reaches_into(b, a);
}

void check_overlaps(const model::Venue& venue, const std::vector<UnitName>& names, Report& report) {
  std::vector<std::pair<venue::Bounds, std::uint32_t>> units;
  for (std::uint32_t i = 0; i < venue.units.size(); ++i) {
    const model::MapUnit& unit = venue.units[i];
    // A desk stands in a foyer, and a column or a hole in the floor in a room.
    if (names[i].type == FeatureType::kiosk || unit.kind == UnitKind::solid ||
        unit.kind == UnitKind::open_to_below)
      continue;
    units.emplace_back(venue::bounds_of(unit.area), i);
  }
  std::ranges::sort(units, {}, [](const auto& one) { return one.first.low.x_cm; });
  for (std::size_t i = 0; i < units.size(); ++i)
    for (std::size_t k = i + 1; k < units.size() && units[k].first.low.x_cm < units[i].first.high.x_cm; ++k) {
      const std::uint32_t a = units[i].second, b = units[k].second;
      if (venue.units[a].level != venue.units[b].level ||
          units[i].first.low.y_cm >= units[k].first.high.y_cm ||
          units[k].first.low.y_cm >= units[i].first.high.y_cm)
        continue;
      if (!overlap(venue.units[a].area, venue.units[b].area)) continue;
      const auto [first, second] = std::minmax(a, b);
      report.warning(names[second].type, names[second].id,
                     say("overlaps the unit ", pack::quoted(names[first].id)));
    }
}

bool is_sought(const model::MapUnit& unit) {
  switch (unit.kind) {
    case UnitKind::solid:
    case UnitKind::open_to_below:
    case UnitKind::staff: return false;
    case UnitKind::walkway:
    case UnitKind::outdoor: return !unit.room.empty() || !unit.name.empty();
    default: return true;
  }
}

bool is_climbed(const model::MapUnit& unit) {
  return unit.kind == UnitKind::stairs || unit.kind == UnitKind::escalator;
}

void check_ways(const model::Venue& plan, const std::vector<UnitName>& names, const DoorUnits& doors,
                Report& report) {
  std::vector<bool> has_door(plan.units.size());
  for (const auto& units : doors)
    for (const std::uint32_t unit : units) has_door[unit] = true;
  const venue::Venue venue(plan);
  std::vector<std::uint32_t> sought;
  for (std::uint32_t i = 0; i < plan.units.size(); ++i) {
    if (!is_sought(plan.units[i])) continue;
    if (!has_door[i] && names[i].type != FeatureType::kiosk)
      report.warning(names[i].type, names[i].id, "has no door");
    else
      sought.push_back(i);
  }
  if (sought.empty()) return;
  // Whence most is reached is where people are.
  venue::RouteOptions options;
  options.badge = model::MapAccess::staff;
  std::vector<bool> seen(plan.units.size());
  std::uint32_t base = sought.front();
  std::size_t most = 0;
  const auto reached_from = [&](std::uint32_t start) {
    const auto costs = venue::costs_from(venue, start, options);
    std::vector<std::uint32_t> reached;
    for (const std::uint32_t unit : sought)
      if (costs[unit] != venue::unreachable_cost) reached.push_back(unit);
    return reached;
  };
  std::size_t tries = 0;
  for (const std::uint32_t start : sought) {
    if (seen[start] || ++tries > 50) continue;
    const auto reached = reached_from(start);
    for (const std::uint32_t unit : reached) seen[unit] = true;
    if (reached.size() > most) {
      most = reached.size();
      base = start;
    }
  }
  const auto tell = [&](std::string_view what) {
    std::vector<bool> is_reached(plan.units.size());
    for (const std::uint32_t unit : reached_from(base)) is_reached[unit] = true;
    std::vector<std::uint32_t> cut_off;
    for (const std::uint32_t unit : sought)
      if (!is_reached[unit] && !(options.step_free && is_climbed(plan.units[unit]))) cut_off.push_back(unit);
    for (const std::uint32_t unit : cut_off)
      report.warning(names[unit].type, names[unit].id, say(what, " from ", pack::quoted(names[base].id)));
    return cut_off.size();
  };
  if (tell("cannot be reached") > 0) return;
  options.step_free = true;
  // A lift is a better place to begin than the top of a flight of stairs.
  for (const std::uint32_t unit : sought)
    if (!is_climbed(plan.units[unit]) && is_climbed(plan.units[base])) base = unit;
  tell("cannot be reached without stairs or escalators");
}

}  // namespace

void check_plan(const model::Venue& venue, const std::vector<UnitName>& names, const DoorUnits& doors,
                Report& report) {
  check_overlaps(venue, names, report);
  check_ways(venue, names, doors, report);
}

}  // namespace imdf
