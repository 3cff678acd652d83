#include "venue/route.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "grid_venue.h"
#include "venue/geometry.h"

namespace {

using venue::EdgeKind;
using venue::find_route;
using venue::NoRoute;
using venue::PlaceId;
using venue::RouteOptions;
using venue::Step;

// Two levels. On each a corridor from west to east with rooms north of it, stairs at its west end and a lift
// at its east end; on the upper one the room furthest east is restricted, and a second door of the corridor
// leads out.
//
//   stairs  room0  room1  room2  room3  lift
//   ------------------ corridor -------------
struct Small {
  static constexpr PlaceId stairs = 1, room = 2,
                           lift = 6;  // on the lower level; 7 more on the upper
  static constexpr PlaceId upper = 7;
  model::Venue plan;

  Small() {
    using namespace model;
    for (std::uint32_t level = 0; level < 2; ++level) {
      plan.levels.push_back({.ordinal = static_cast<int>(level)});
      const auto add = [&](UnitKind kind, const char* category, int x, int y, int width, int height) {
        plan.units.push_back(
            {.level = level,
             .kind = kind,
             .category = category,
             .area = {.points = {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}},
                      .rings = {0}},
             .label = {x + width / 2, y + height / 2}});
      };
      add(UnitKind::walkway, "walkway", 0, 0, 6000, 400);
      for (int i = 0; i < 6; ++i)
        add(i == 0   ? UnitKind::stairs
            : i == 5 ? UnitKind::lift
                     : UnitKind::meeting,
            i == 0   ? "stairs"
            : i == 5 ? "elevator"
                     : "conferenceroom",
            i * 1000, -1000, 1000, 1000);
      for (int i = 0; i < 6; ++i) {
        plan.doors.push_back({.level = level, .from = {i * 1000 + 450, 0}, .to = {i * 1000 + 550, 0}});
        plan.bends.push_back({level, {i * 1000 + 500, 200}});
      }
    }
    for (PlaceId unit = 0; unit < 14; ++unit)
      if (unit % 7 >= 2 && unit % 7 <= 5) {
        plan.units[unit].room = "room" + std::to_string(unit);
        plan.units[unit].name.set("en", "Room " + std::to_string(unit));
      }
    for (std::uint32_t i = 0; i < 12; ++i) {
      const std::uint32_t door = 14 + i, bend = 26 + i, unit = i / 6 * 7 + 1 + i % 6, along = i / 6 * 7;
      plan.ways.push_back({.from = door, .to = unit, .unit = unit});
      plan.ways.push_back({.from = door, .to = bend, .unit = along});
      if (i % 6 > 0) plan.ways.push_back({.from = bend - 1, .to = bend, .unit = along});
    }
    plan.ways.push_back({.from = stairs, .to = upper + stairs, .unit = stairs});
    plan.ways.push_back({.from = lift, .to = upper + lift, .unit = lift});
  }
};

std::vector<Step::Kind> kinds_of(const venue::Route& route) {
  std::vector<Step::Kind> kinds;
  for (const Step& step : route.steps) kinds.push_back(step.kind);
  return kinds;
}

}  // namespace

TEST_CASE("a way along a corridor is as long as it is, and told with its turns") {
  const Small small;
  const venue::Venue venue(small.plan);
  const auto route = find_route(venue, Small::room, Small::room + 2);
  REQUIRE(route);
  // From the middle of one room 5 m to its door, 2 m into the corridor, 20 m along and back in.
  CHECK(route->distance_m == doctest::Approx(5 + 2 + 20 + 2 + 5));
  CHECK(route->walking_time == model::Minutes(1));
  CHECK(route->step_free);
  CHECK(kinds_of(*route) == std::vector{Step::Kind::start, Step::Kind::turn, Step::Kind::arrive});
  // The rooms are north of the corridor: out to the south and to the left is east.
  CHECK(route->steps[1].turn == venue::Turn::left);
  CHECK(route->steps[1].at == model::MapPoint{1500, 200});
  CHECK(route->steps[1].landmark == Small::room + 1);
  CHECK(route->steps[1].side == venue::Side::left);
  CHECK(route->steps[2].side == venue::Side::left);
  CHECK(route->steps[2].place == Small::room + 2);
  double told = 0;
  for (const Step& step : route->steps) told += step.distance_m;
  CHECK(told == doctest::Approx(route->distance_m));
}

TEST_CASE("nobody walks from a place to itself") {
  const Small small;
  const venue::Venue venue(small.plan);
  const auto route = find_route(venue, Small::room, Small::room);
  REQUIRE(route);
  CHECK(route->steps.empty());
  CHECK(route->distance_m == 0);
  CHECK(route->walking_time == model::Minutes(0));
}

TEST_CASE("without stairs the lift is taken, and the steps say to which level and how it is left") {
  const Small small;
  const venue::Venue venue(small.plan);
  const auto fast = find_route(venue, Small::room, Small::upper + Small::room);
  REQUIRE(fast);
  CHECK_FALSE(fast->step_free);
  const auto route = find_route(venue, Small::room, Small::upper + Small::room, {.step_free = true});
  REQUIRE(route);
  CHECK(route->step_free);
  CHECK(route->cost_cm > fast->cost_cm);
  CHECK(kinds_of(*route) == std::vector{Step::Kind::start, Step::Kind::turn, Step::Kind::change,
                                        Step::Kind::leave, Step::Kind::arrive});
  const Step& ride = route->steps[2];
  CHECK(ride.by == EdgeKind::lift);
  CHECK(ride.to_level == 1);
  CHECK(ride.up);
  CHECK(ride.place == Small::lift);
  const Step& left = route->steps[3];
  CHECK(left.level == 1);
  CHECK(left.turn == venue::Turn::right);
  CHECK(left.place == Small::upper + Small::lift);
  CHECK(route->steps[4].side == venue::Side::right);
}

TEST_CASE("no way leaves a level to save a few metres") {
  // A short cut below: from the west to the east end by both stairs of another level, which is 10 m shorter.
  Small small;
  for (model::MapUnit& unit : small.plan.units)
    if (unit.kind == model::UnitKind::lift) unit.kind = model::UnitKind::stairs;
  for (std::size_t i = 6; i < 12; ++i) small.plan.bends[i].at.y_cm = 0;
  const venue::Venue venue(small.plan);
  const auto route = find_route(venue, Small::room, Small::room + 3);
  REQUIRE(route);
  for (const venue::Edge& edge : route->edges) CHECK(edge.kind == EdgeKind::walk);
}

TEST_CASE("a place that cannot be reached names what is in the way and what can") {
  Small small;
  const PlaceId far = Small::upper + Small::room + 3;
  SUBCASE("stairs") {
    std::erase_if(small.plan.ways, [](const model::MapWay& way) {
      return way.unit == Small::lift && way.to >= 7 && way.to < 14;
    });
    small.plan.units[far].kind = model::UnitKind::toilets;
    small.plan.units[Small::room + 1].kind = model::UnitKind::toilets;
    const venue::Venue venue(small.plan);
    const auto none = find_route(venue, Small::room, far, {.step_free = true});
    REQUIRE_FALSE(none);
    CHECK(none.error().reason == NoRoute::Reason::stairs);
    CHECK(none.error().culprit == Small::stairs);
    CHECK(none.error().alternative == Small::room + 1);
    CHECK(none.error().nearest_node == Small::stairs);
  }
  SUBCASE("the badge") {
    small.plan.units[far].access = model::MapAccess::restricted;
    const venue::Venue venue(small.plan);
    const auto none = find_route(venue, Small::room, far);
    REQUIRE_FALSE(none);
    CHECK(none.error().reason == NoRoute::Reason::badge);
    CHECK(none.error().culprit == far);
    CHECK(none.error().alternative == venue::no_place);
    CHECK(find_route(venue, Small::room, far, {.badge = model::MapAccess::restricted}));
    // Who is in there gets out.
    CHECK(find_route(venue, far, Small::room));
  }
  SUBCASE("a closure") {
    const venue::Venue venue(small.plan);
    const PlaceId closed[] = {Small::stairs, Small::lift};
    const auto none = find_route(venue, Small::room, far, {.closed = closed});
    REQUIRE_FALSE(none);
    CHECK(none.error().reason == NoRoute::Reason::closed);
    CHECK(std::ranges::find(closed, none.error().culprit) != std::end(closed));
  }
  SUBCASE("escalators") {
    for (model::MapUnit& unit : small.plan.units)
      if (unit.kind == model::UnitKind::stairs || unit.kind == model::UnitKind::lift)
        unit.kind = model::UnitKind::escalator;
    const venue::Venue venue(small.plan);
    CHECK(find_route(venue, Small::room, far));
    const auto none = find_route(venue, Small::room, far, {.avoid_escalators = true});
    REQUIRE_FALSE(none);
    CHECK(none.error().reason == NoRoute::Reason::escalators);
  }
  SUBCASE("nothing at all") {
    std::erase_if(small.plan.ways, [&](const model::MapWay& way) { return way.to == far; });
    const venue::Venue venue(small.plan);
    const auto none = find_route(venue, Small::room, far);
    REQUIRE_FALSE(none);
    CHECK(none.error().reason == NoRoute::Reason::not_connected);
    CHECK(none.error().culprit == venue::no_place);
  }
  SUBCASE("a place that is none") {
    const venue::Venue venue(small.plan);
    CHECK(find_route(venue, Small::room, 26).error().reason == NoRoute::Reason::unknown_place);
    CHECK(find_route(venue, venue::no_place, Small::room).error().reason == NoRoute::Reason::unknown_place);
  }
}

TEST_CASE("a lift goes past a stop that is closed, and nowhere where all of it is") {
  // Three levels, of which the one between has the stop that closes.
  const model::Venue plan = [] {
    model::Venue made = test::make_venue({.levels = 3, .corridors = 1, .rooms = 2});
    std::erase_if(made.ways, [&](const model::MapWay& way) {
      return way.from < made.units.size() && way.to < made.units.size() &&
             made.units[way.from].kind != model::UnitKind::lift;
    });
    // As a map's relationship makes it: from each level to each.
    for (PlaceId low = 0; low < made.units.size(); ++low)
      for (PlaceId high = 0; high < made.units.size(); ++high)
        if (made.units[low].kind == model::UnitKind::lift && made.units[high].kind == model::UnitKind::lift &&
            made.units[low].label == made.units[high].label && made.units[low].level == 0 &&
            made.units[high].level == 2)
          made.ways.push_back({.from = low, .to = high, .unit = low});
    return made;
  }();
  const venue::Venue venue(plan);
  const auto on_level = [&](model::UnitKind kind, std::uint32_t level) {
    std::vector<PlaceId> found;
    for (PlaceId unit = 0; unit < plan.units.size(); ++unit)
      if (plan.units[unit].kind == kind && plan.units[unit].level == level) found.push_back(unit);
    return found;
  };
  const PlaceId below = on_level(model::UnitKind::meeting, 0).front(),
                between = on_level(model::UnitKind::meeting, 1).front(),
                above = on_level(model::UnitKind::meeting, 2).front();
  std::vector<PlaceId> stops;
  for (const PlaceId lift : on_level(model::UnitKind::lift, 1)) {
    const auto all = venue.stops_of_lift(lift);
    CHECK(all.size() == 3);
    for (const PlaceId stop : all) CHECK(plan.units[stop].label == plan.units[lift].label);
    stops.insert(stops.end(), all.begin(), all.end());
  }
  CHECK(stops.size() == 6);
  CHECK(venue.stops_of_lift(below).empty());
  CHECK(venue.stops_of_lift(venue::no_place).empty());

  const std::vector<PlaceId> stop_between = on_level(model::UnitKind::lift, 1);
  CHECK(find_route(venue, below, above, {.closed = stop_between}));
  CHECK_FALSE(find_route(venue, below, between, {.closed = stop_between}));
  CHECK_FALSE(find_route(venue, between, above, {.closed = stop_between}));
  const auto none = find_route(venue, below, above, {.closed = stops});
  REQUIRE_FALSE(none);
  CHECK(none.error().reason == NoRoute::Reason::closed);
}

TEST_CASE("emergency exits are found and not passed") {
  Small small;
  // The only door of a room.
  small.plan.doors[1].emergency = true;
  const venue::Venue venue(small.plan);
  const PlaceId exit = venue.place_of_door(1);
  CHECK(find_route(venue, Small::room + 1, exit));
  CHECK_FALSE(find_route(venue, Small::room + 1, Small::room));
  CHECK(venue::nearest(venue, Small::room + 1, venue::Wanted::exit) == exit);
}

TEST_CASE("turnstiles are no way for wheelchairs, and what is out of service for nobody") {
  Small small;
  SUBCASE("a turnstile") {
    small.plan.doors[1].step_free = false;
    const venue::Venue venue(small.plan);
    const auto route = find_route(venue, Small::room, Small::room + 1);
    REQUIRE(route);
    CHECK_FALSE(route->step_free);
    CHECK_FALSE(find_route(venue, Small::room + 1, Small::room, {.step_free = true}));
  }
  SUBCASE("out of service") {
    small.plan.doors[1].closed = true;
    const venue::Venue venue(small.plan);
    CHECK(find_route(venue, Small::room + 1, Small::room).error().reason == NoRoute::Reason::closed);
  }
}

TEST_CASE("what is nearest is nearest by walking") {
  Small small;
  // On the upper level right above; on the lower one four rooms away.
  small.plan.units[Small::upper + Small::room].kind = model::UnitKind::toilets;
  small.plan.units[Small::room + 3].kind = model::UnitKind::toilets;
  const venue::Venue venue(small.plan);
  CHECK(venue::nearest(venue, Small::room, venue::Wanted::toilets) == Small::room + 3);
  const PlaceId closed[] = {Small::room + 3};
  CHECK(venue::nearest(venue, Small::room, venue::Wanted::toilets, {.closed = closed}) ==
        Small::upper + Small::room);
  CHECK(venue::nearest(venue, Small::room, venue::Wanted::defibrillator) == venue::no_place);
}

TEST_CASE("on any venue: ways back are as long, detours no shorter, and what is not used may close") {
  const model::Venue plan = test::make_venue({.levels = 3, .corridors = 3, .rooms = 8});
  const venue::Venue venue(plan);
  std::mt19937 random(7);
  std::uniform_int_distribution<PlaceId> any(0, static_cast<PlaceId>(plan.units.size() - 1));
  const auto walked = [&] {
    PlaceId place = any(random);
    while (plan.units[place].kind == model::UnitKind::walkway) place = any(random);
    return place;
  };
  // One-way rides aside.
  const RouteOptions both_ways{.avoid_escalators = true};
  for (int i = 0; i < 300; ++i) {
    const PlaceId a = walked(), b = walked(), c = walked();
    CAPTURE(a);
    CAPTURE(b);
    CAPTURE(c);
    const auto there = find_route(venue, a, b, both_ways), back = find_route(venue, b, a, both_ways);
    REQUIRE(there);
    REQUIRE(back);
    CHECK(there->cost_cm == back->cost_cm);
    const auto far = find_route(venue, a, c, both_ways), second = find_route(venue, b, c, both_ways);
    CHECK(far->cost_cm <= there->cost_cm + second->cost_cm);

    const auto step_free = find_route(venue, a, b, {.step_free = true});
    REQUIRE(step_free);
    CHECK(step_free->step_free);
    for (const venue::Edge& edge : step_free->edges) {
      CHECK(edge.kind != EdgeKind::stairs);
      CHECK(edge.kind != EdgeKind::escalator);
    }
    std::vector<PlaceId> unused;
    for (PlaceId unit = 0; unit < plan.units.size(); ++unit)
      if (unit != a && unit != b && std::ranges::find(there->path, unit) == there->path.end() &&
          std::ranges::none_of(there->edges, [&](const venue::Edge& edge) { return edge.unit == unit; }))
        unused.push_back(unit);
    RouteOptions closed = both_ways;
    closed.closed = unused;
    const auto same = find_route(venue, a, b, closed);
    REQUIRE(same);
    CHECK(same->cost_cm == there->cost_cm);
    CHECK(same->path == there->path);

    // Steps follow the path: each begins where the one before ends.
    for (std::size_t k = 0; k + 1 < there->steps.size(); ++k)
      CHECK(there->steps[k].first <= there->steps[k + 1].first);
    double told = 0;
    for (const Step& step : there->steps) told += step.distance_m;
    CHECK(told == doctest::Approx(there->distance_m));
  }
}

TEST_CASE("a plan whose ways name what is not there is walked without them") {
  Small small;
  small.plan.ways.push_back({.from = 1'000'000, .to = 1, .unit = 1});
  small.plan.ways.push_back({.from = 0, .to = 1, .unit = 1'000'000});
  const venue::Venue venue(small.plan);
  CHECK(find_route(venue, Small::room, Small::room + 2));
}

TEST_CASE("where somebody stands is the smallest unit there") {
  Small small;
  small.plan.units.push_back(small.plan.units[Small::room]);
  small.plan.units.back().area = {.points = {{1000, -1000}, {1200, -1000}, {1200, -800}, {1000, -800}},
                                  .rings = {0}};
  const venue::Venue venue(small.plan);
  CHECK(venue.unit_at(0, {1100, -900}) == 14);
  CHECK(venue.unit_at(0, {1500, -500}) == Small::room);
  CHECK(venue.unit_at(1, {1100, -900}) == Small::upper + Small::room);
  CHECK(venue.unit_at(0, {-5000, 0}) == venue::no_place);
}

TEST_CASE("who stands somewhere begins at the nearest point of the ways in that unit") {
  const Small small;
  const venue::Venue venue(small.plan);
  // In the corridor, a step from the door of a room but on its other side: not in the room.
  const std::uint32_t bend = venue.node_at(0, {2500, 150});
  CHECK(bend == 26 + 2);
  CHECK(venue.unit_around(bend) == 0);
  CHECK(venue.node_at(0, {2500, -500}) == Small::room + 1);
  CHECK(venue.node_at(1, {2500, -500}) == Small::upper + Small::room + 1);
  // Outside of everything the nearest of the level.
  CHECK(venue.node_at(0, {500, 9000}) == 26);
  CHECK(venue.node_at(7, {500, 0}) == venue::no_place);
  const auto route = find_route(venue, bend, Small::room + 3);
  REQUIRE(route);
  REQUIRE_FALSE(route->steps.empty());
  CHECK(route->steps.front().kind == Step::Kind::start);
  CHECK(route->steps.front().place == venue::no_place);
}

TEST_CASE("walks to many places are those that are found one by one, soonest first") {
  const auto plan = test::make_venue({.levels = 3, .corridors = 3, .rooms = 8});
  const venue::Venue venue(plan);
  std::mt19937 random(7);
  std::uniform_int_distribution<PlaceId> any(0, static_cast<PlaceId>(plan.units.size() - 1));
  for (int round = 0; round < 20; ++round) {
    const PlaceId from = any(random);
    std::vector<PlaceId> places, closed{any(random), any(random)};
    for (int i = 0; i < 6; ++i) places.push_back(any(random));
    const RouteOptions options{.step_free = round % 2 == 0, .closed = closed};
    const auto walks = venue::walks_from(venue, from, places, options);
    REQUIRE(walks.size() == places.size());
    for (std::size_t i = 0; i < walks.size(); ++i) {
      const auto route = find_route(venue, from, walks[i].place, options);
      CHECK(walks[i].reached == route.has_value());
      if (!route) continue;
      CHECK(walks[i].cost_cm == route->cost_cm);
      CHECK(walks[i].distance_m == doctest::Approx(route->distance_m));
      CHECK(walks[i].walking_time == route->walking_time);
      if (i > 0) {
        CHECK(walks[i - 1].reached);
        CHECK(walks[i - 1].cost_cm <= walks[i].cost_cm);
      }
    }
  }
  CHECK(venue::walks_from(venue, venue::no_place, std::vector<PlaceId>{1}).empty());
}
