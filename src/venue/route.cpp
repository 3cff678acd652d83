#include "venue/route.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>
#include <string_view>

#include "sorting/sort.h"
#include "venue/geometry.h"

namespace venue {
namespace {

using model::MapAccess;
using Reason = NoRoute::Reason;

// What may be used, by the options and from where.
class Permission {
 public:
  // `repaired`: as if no door were out of service.
  Permission(const Venue& venue, PlaceId from, const RouteOptions& options, bool repaired = false)
      : venue_(venue), options_(options), home_(venue.unit_around(from)), repaired_(repaired) {
    if (options.closed.empty()) return;
    closed_.resize(venue.nodes().size());
    for (const PlaceId place : options.closed)
      if (place < closed_.size()) closed_[place] = true;
  }

  // Why the edge must not be used; nothing when it may.
  std::optional<Reason> forbids(const Edge& edge) const {
    if (edge.unit != home_) {
      if (is_closed(edge.unit)) return Reason::closed;
      if (venue_.plan().units[edge.unit].access > options_.badge) return Reason::badge;
    }
    switch (edge.kind) {
      case EdgeKind::steps:
      case EdgeKind::stairs:
        if (options_.step_free) return Reason::stairs;
        break;
      case EdgeKind::escalator:
        if (options_.step_free) return Reason::stairs;
        if (options_.avoid_escalators) return Reason::escalators;
        break;
      default: break;
    }
    // A ride ends in another unit.
    if (const model::MapUnit* unit = venue_.unit(edge.to); unit != nullptr && edge.to != home_) {
      if (is_closed(edge.to)) return Reason::closed;
      if (unit->access > options_.badge) return Reason::badge;
    }
    if (const model::MapDoor* door = venue_.door(edge.to)) {
      if ((door->closed && !repaired_) || is_closed(edge.to)) return Reason::closed;
      if (door->access > options_.badge) return Reason::badge;
      if (options_.step_free && !door->step_free) return Reason::stairs;
    }
    return std::nullopt;
  }

  // Whether ways may go on there.
  bool may_pass(std::uint32_t node) const {
    const model::MapDoor* door = venue_.door(node);
    return door == nullptr || !door->emergency;
  }

 private:
  bool is_closed(std::uint32_t node) const { return !closed_.empty() && closed_[node]; }

  const Venue& venue_;
  const RouteOptions& options_;
  std::uint32_t home_;
  bool repaired_;
  std::vector<bool> closed_;  // empty when nothing is
};

// Where a search has come from and at what cost.
struct Reached {
  std::uint64_t cost = unreachable_cost;
  std::uint32_t from = no_place;
  std::uint32_t edge = 0;  // among those of `from`
};

// Goes from `from` outwards, cheapest first, until `is_goal`. With `towards` what lies in its direction comes
// first. The goal, or no_place.
template <class IsGoal>
std::uint32_t search(const Venue& venue, PlaceId from, PlaceId towards, const Permission& permission,
                     std::vector<Reached>& reached, IsGoal is_goal) {
  struct Open {
    std::uint64_t estimate;
    std::uint32_t node;
    bool operator>(const Open& other) const {
      return estimate != other.estimate ? estimate > other.estimate : node > other.node;
    }
  };
  const auto nodes = venue.nodes();
  reached.assign(nodes.size(), {});
  const auto left = [&](std::uint32_t node) -> std::uint64_t {
    return towards == no_place ? 0
                               : static_cast<std::uint64_t>(distance_cm(nodes[node].at, nodes[towards].at));
  };
  std::vector<bool> done(nodes.size());
  std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
  reached[from].cost = 0;
  open.push({left(from), from});
  while (!open.empty()) {
    const std::uint32_t node = open.top().node;
    open.pop();
    if (done[node]) continue;
    done[node] = true;
    if (is_goal(node)) return node;
    if (node != from && !permission.may_pass(node)) continue;
    const auto edges = venue.from(node);
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
      const Edge& edge = edges[i];
      const std::uint64_t cost = reached[node].cost + edge.cost_cm;
      if (done[edge.to] || cost >= reached[edge.to].cost || permission.forbids(edge)) continue;
      reached[edge.to] = {cost, node, i};
      open.push({cost + left(edge.to), edge.to});
    }
  }
  return no_place;
}

// The way along which the search has come to `to`.
Route traced(const Venue& venue, PlaceId from, PlaceId to, const std::vector<Reached>& reached) {
  Route route;
  route.cost_cm = reached[to].cost;
  for (std::uint32_t node = to; node != from; node = reached[node].from) {
    route.path.push_back(node);
    route.edges.push_back(venue.from(reached[node].from)[reached[node].edge]);
  }
  route.path.push_back(from);
  std::ranges::reverse(route.path);
  std::ranges::reverse(route.edges);
  return route;
}

std::optional<Route> search_route(const Venue& venue, PlaceId from, PlaceId to, const RouteOptions& options,
                                  bool repaired = false) {
  std::vector<Reached> reached;
  const Permission permission(venue, from, options, repaired);
  if (search(venue, from, to, permission, reached, [&](std::uint32_t node) { return node == to; }) != to)
    return std::nullopt;
  return traced(venue, from, to, reached);
}

RouteOptions without_restrictions() {
  return {.step_free = false, .avoid_escalators = false, .badge = MapAccess::staff, .closed = {}};
}

// What waiting and climbing takes beyond walking as far.
double seconds_of_change(const Edge& edge, int levels) {
  switch (edge.kind) {
    case EdgeKind::lift: return 40 + 6.0 * levels;
    case EdgeKind::escalator: return 20.0 * levels;
    case EdgeKind::stairs: return 20.0 * levels;
    case EdgeKind::ramp: return 20.0 * levels;
    default: return 0;
  }
}

void measure(const Venue& venue, Route& route, double metres_per_second) {
  double cm = 0, seconds = 0;
  route.step_free = true;
  for (std::size_t i = 0; i < route.edges.size(); ++i) {
    const Edge& edge = route.edges[i];
    const auto ordinal = [&](std::size_t at) {
      return venue.plan().levels[venue.nodes()[route.path[at]].level].ordinal;
    };
    cm += edge.length_cm;
    seconds += seconds_of_change(edge, std::abs(ordinal(i) - ordinal(i + 1)));
    const model::MapDoor* door = venue.door(edge.to);
    if (edge.kind == EdgeKind::stairs || edge.kind == EdgeKind::steps || edge.kind == EdgeKind::escalator ||
        (door != nullptr && !door->step_free))
      route.step_free = false;
  }
  route.distance_m = cm / 100;
  seconds += route.distance_m / std::max(metres_per_second, 0.1);
  route.walking_time = model::Minutes(static_cast<int>(std::ceil(seconds / 60)));
}

// What kind of place somebody looked for who wanted to go there.
std::optional<Wanted> wanted_at(const Venue& venue, PlaceId place) {
  for (const Wanted wanted :
       {Wanted::accessible_toilets, Wanted::toilets, Wanted::food, Wanted::information, Wanted::aid,
        Wanted::defibrillator, Wanted::exit, Wanted::lift, Wanted::stairs, Wanted::prayer, Wanted::quiet,
        Wanted::cloakroom, Wanted::charging, Wanted::meeting_point})
    if (is_wanted(venue, place, wanted)) return wanted;
  return std::nullopt;
}

NoRoute why_not(const Venue& venue, PlaceId from, PlaceId to, const RouteOptions& options) {
  NoRoute none;
  const auto free = search_route(venue, from, to, without_restrictions(), true);
  if (free) {
    const Permission permission(venue, from, options);
    for (std::size_t i = 0; i < free->edges.size(); ++i) {
      const auto reason = permission.forbids(free->edges[i]);
      if (!reason) continue;
      const Edge& edge = free->edges[i];
      none.reason = *reason;
      none.culprit = venue.door(edge.to) != nullptr ? edge.to : edge.unit;
      none.nearest_node = free->path[i];
      break;
    }
    // What alone stands in the way is named before what the shortest way meets first.
    std::array<RouteOptions, 4> relaxed{options, options, options, options};
    relaxed[0].closed = {};
    relaxed[1].badge = MapAccess::staff;
    relaxed[2].avoid_escalators = false;
    relaxed[3].step_free = false;
    constexpr Reason reasons[] = {Reason::closed, Reason::badge, Reason::escalators, Reason::stairs};
    for (std::size_t i = 0; i < relaxed.size(); ++i) {
      const auto route = search_route(venue, from, to, relaxed[i], reasons[i] == Reason::closed);
      if (!route) continue;
      none.reason = reasons[i];
      for (std::size_t k = 0; k < route->edges.size(); ++k)
        if (permission.forbids(route->edges[k])) {
          none.culprit =
              venue.door(route->edges[k].to) != nullptr ? route->edges[k].to : route->edges[k].unit;
          none.nearest_node = route->path[k];
          break;
        }
      break;
    }
  }
  if (const auto wanted = wanted_at(venue, to)) {
    const Permission permission(venue, from, options);
    std::vector<Reached> reached;
    none.alternative = search(venue, from, no_place, permission, reached, [&](std::uint32_t node) {
      return node != to && node != from && venue.is_place(node) && is_wanted(venue, node, *wanted);
    });
  }
  return none;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::expected<Route, NoRoute> find_route(const Venue& venue, PlaceId from, PlaceId to,
                                         const RouteOptions& options) {
  if (from >= venue.nodes().size() || !venue.is_place(to))
    return std::unexpected(NoRoute{.reason = Reason::unknown_place});
  auto route = search_route(venue, from, to, options);
  if (!route) return std::unexpected(why_not(venue, from, to, options));
  measure(venue, *route, options.metres_per_second);
  route->steps = steps_of(venue, *route);
  return std::move(*route);
}

bool is_wanted(const Venue& venue, PlaceId place, Wanted wanted) {
  using model::UnitKind;
  const model::MapUnit* unit = venue.unit(place);
  const model::MapAmenity* amenity = venue.amenity(place);
  const model::MapDoor* door = venue.door(place);
  if (door != nullptr) return wanted == Wanted::exit && (door->entrance || door->emergency) && !door->closed;
  if (unit == nullptr && amenity == nullptr) return false;
  const std::string_view category = unit != nullptr ? unit->category : amenity->category;
  const auto is_kind = [&](UnitKind kind) { return unit != nullptr && unit->kind == kind; };
  switch (wanted) {
    case Wanted::toilets: return is_kind(UnitKind::toilets) || category.starts_with("restroom");
    case Wanted::accessible_toilets:
      return (is_kind(UnitKind::toilets) || category.starts_with("restroom")) &&
             (category.ends_with(".wheelchair") || (unit != nullptr && unit->wheelchair));
    case Wanted::food:
      return is_kind(UnitKind::food) || is_one_of(category, {"eatingdrinking", "foodservice"});
    case Wanted::information:
      // What stands free in a foyer is a desk where the event has a service there.
      return category.starts_with("information") || category == "guestservices" ||
             (category == "kiosk" && is_kind(UnitKind::service) && !unit->room.empty());
    case Wanted::aid: return is_kind(UnitKind::aid) || category == "firstaid";
    case Wanted::defibrillator: return category == "defibrillator";
    case Wanted::exit: return false;
    case Wanted::lift: return is_kind(UnitKind::lift);
    case Wanted::stairs: return is_kind(UnitKind::stairs);
    case Wanted::prayer: return category.starts_with("prayerroom");
    case Wanted::quiet: return category == "meditation";
    case Wanted::cloakroom: return is_one_of(category, {"baggagestorage", "coinlocker"});
    case Wanted::charging: return category == "powerchargingstation";
    case Wanted::meeting_point: return category == "meetingpoint";
  }
  return false;
}

PlaceId nearest(const Venue& venue, PlaceId from, Wanted wanted, const RouteOptions& options) {
  if (from >= venue.nodes().size()) return no_place;
  std::vector<Reached> reached;
  const Permission permission(venue, from, options);
  return search(venue, from, no_place, permission, reached, [&](std::uint32_t node) {
    return node != from && venue.is_place(node) && is_wanted(venue, node, wanted);
  });
}

std::vector<Walk> walks_from(const Venue& venue, PlaceId from, std::span<const PlaceId> places,
                             const RouteOptions& options) {
  std::vector<Walk> walks;
  if (from >= venue.nodes().size()) return walks;
  std::vector<Reached> reached;
  const Permission permission(venue, from, options);
  std::size_t left = places.size();
  std::vector<bool> sought(venue.nodes().size());
  for (const PlaceId place : places)
    if (place < sought.size()) sought[place] = true;
  // Not a step further than the last of them.
  (void)search(venue, from, no_place, permission, reached,
               [&](std::uint32_t node) { return sought[node] && --left == 0; });
  for (const PlaceId place : places) {
    Walk walk{.place = place};
    if (place < reached.size() && reached[place].cost != unreachable_cost) {
      Route route = traced(venue, from, place, reached);
      measure(venue, route, options.metres_per_second);
      walk.reached = true;
      walk.cost_cm = route.cost_cm;
      walk.distance_m = route.distance_m;
      walk.walking_time = route.walking_time;
    }
    walks.push_back(walk);
  }
  sorting::sort(walks, [](const Walk& a, const Walk& b) {
    return a.reached != b.reached ? a.reached : a.cost_cm < b.cost_cm;
  });
  return walks;
}

std::vector<std::uint64_t> costs_from(const Venue& venue, PlaceId from, const RouteOptions& options) {
  std::vector<std::uint64_t> costs(venue.nodes().size(), unreachable_cost);
  if (from >= costs.size()) return costs;
  std::vector<Reached> reached;
  const Permission permission(venue, from, options);
  (void)search(venue, from, no_place, permission, reached, [](std::uint32_t) { return false; });
  std::ranges::transform(reached, costs.begin(), &Reached::cost);
  return costs;
}

}  // namespace venue
