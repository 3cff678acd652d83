// Ways through the venue on foot and in a wheelchair: the best one that somebody may take, told step by step,
// or why there is none.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <vector>

#include "model/time.h"
#include "venue/graph.h"

namespace venue {

struct RouteOptions {
  bool step_free = false;  // no stairs, no steps, no escalators, no turnstiles
  bool avoid_escalators = false;
  model::MapAccess badge = model::MapAccess::everyone;  // how far the badge opens doors
  // Units and doors; who is in one may leave it. Of a lift all units, where it does not run: a unit alone is
  // that level's stop, past which it goes on to others (Venue::stops_of_lift).
  std::span<const PlaceId> closed = {};
  double metres_per_second = 1.2;  // above 0
};

enum class Turn { straight, slight_left, left, slight_right, right, around };
enum class Side { left, right, ahead };

struct Step {
  enum class Kind {
    start,     // leave the place where the route begins
    turn,      // at a corner, then straight on
    change,    // take `by` to another level
    leave,     // come out of it, then `turn`
    outdoors,  // out of a building
    indoors,   // into a building
    arrive,    // the place is on `side`
  };
  Kind kind = Kind::turn;
  Turn turn = Turn::straight;
  Side side = Side::ahead;         // of the landmark; of an arrival that of the place
  PlaceId place = no_place;        // start, arrive: the place; change, leave: the lift or the stairs
  std::uint32_t along = no_place;  // the unit that is walked along
  PlaceId landmark = no_place;     // a named unit that is passed, best the last before the next step
  EdgeKind by = EdgeKind::walk;    // change, leave: by what
  std::uint32_t to_level = 0;      // change: a place in the plan's levels
  bool up = false;                 // change: to a higher level
  std::uint32_t level = 0;         // where the step is made
  model::MapPoint at{};            // and at which point of that level
  double distance_m = 0;           // until the next step
  std::uint32_t first = 0;         // where the step begins in Route::path
  bool operator==(const Step&) const = default;
};

struct Route {
  std::vector<Step> steps;          // in walking order; empty when start and end are the same place
  std::vector<std::uint32_t> path;  // nodes of the venue, from the start to the end
  std::vector<Edge> edges;          // between them
  double distance_m = 0;            // along the path, climbs counted as what they are long seen from above
  std::uint64_t cost_cm = 0;        // what decided (Edge::cost_cm)
  model::Minutes walking_time{};    // at the pace of the options, rounded up; with waiting for lifts
  bool step_free = false;           // true when no step of it uses stairs, an escalator or a turnstile
};

// Why there is no route.
struct NoRoute {
  enum class Reason {
    unknown_place,  // they are not in the venue, or the end is no place
    not_connected,  // not even without any restriction
    stairs,         // there is one, but with stairs, escalators or turnstiles
    escalators,     // there is one, but with escalators
    badge,          // it leads through what the badge does not open
    closed,         // it leads through what is closed
  };
  Reason reason = Reason::not_connected;
  PlaceId culprit =
      no_place;  // the first unit or door on the route without restrictions that may not be used

  // A place of the same kind that can be reached, the nearest; no_place when there is none.
  PlaceId alternative = no_place;
  // How far one gets on the way that would lead there: a node of the venue; no_place: not a step.
  std::uint32_t nearest_node = no_place;
};

// The best walk that `options` allows, or why there is none. `from` may also be a bend of ways, where
// somebody stands (Venue::node_at).
std::expected<Route, NoRoute> find_route(const Venue& venue, PlaceId from, PlaceId to,
                                         const RouteOptions& options = {});

// What people look for on a map.
enum class Wanted {
  toilets,
  accessible_toilets,
  food,
  information,
  aid,
  defibrillator,
  exit,  // emergency exits among them
  lift,
  stairs,
  prayer,
  quiet,
  cloakroom,
  charging,
  meeting_point,
};

bool is_wanted(const Venue& venue, PlaceId place, Wanted wanted);

// The place that is reached soonest, itself left out; no_place when none can be reached.
PlaceId nearest(const Venue& venue, PlaceId from, Wanted wanted, const RouteOptions& options = {});

// How far it is to a place.
struct Walk {
  PlaceId place = no_place;
  bool reached = false;  // false: there is no way, and the rest says nothing
  std::uint64_t cost_cm = 0;
  double distance_m = 0;  // as in Route, as the next
  model::Minutes walking_time{};
};

// The walks to all of them, soonest first; what cannot be reached stands last. In one search, however many
// they are. `from` as in find_route.
std::vector<Walk> walks_from(const Venue& venue, PlaceId from, std::span<const PlaceId> places,
                             const RouteOptions& options = {});

// What can be reached from there: the cost for each node, unreachable_cost where one does not get.
inline constexpr std::uint64_t unreachable_cost = ~std::uint64_t{0};
std::vector<std::uint64_t> costs_from(const Venue& venue, PlaceId from, const RouteOptions& options = {});

// Takes the steps out of a path: what find_route fills Route::steps with.
std::vector<Step> steps_of(const Venue& venue, const Route& route);

}  // namespace venue
