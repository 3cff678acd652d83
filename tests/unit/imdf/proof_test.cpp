// Whole venues: the ways found are as long as those of another library, wherever places close.

#include <doctest/doctest.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <cstdlib>
#include <random>

#include "grid_venue.h"
#include "imdf/venue_maker.h"
#include "pack/folder.h"
#include "test_main.h"
#include "venue/geometry.h"
#include "venue/route.h"

namespace {

using venue::PlaceId;

struct Whole {
  std::string name;
  model::Venue plan;
};

model::Venue of_event(const std::string& folder) {
  const auto files = pack::load_folder(folder);
  REQUIRE(files);
  const auto event = pack::read_pack(*files).event;
  REQUIRE(event);
  const auto result = imdf::venue_beside(folder, *event);
  for (const pack::Problem& problem : result.problems) FAIL_CHECK(pack::to_line(problem));
  return result.venue;
}

// `flawless`: not even a warning.
model::Venue of_map(const std::string& folder, bool flawless = true) {
  const auto files = imdf::load(folder);
  REQUIRE(files);
  const auto read = imdf::read_archive(*files, "");
  const auto check = [&](const std::vector<pack::Problem>& problems) {
    for (const pack::Problem& problem : problems)
      if (flawless || problem.severity == pack::Problem::Severity::error) FAIL_CHECK(pack::to_line(problem));
  };
  check(read.problems);
  REQUIRE(read.archive);
  const auto result = imdf::make_venue(*read.archive, nullptr, "");
  check(result.problems);
  return result.venue;
}

const std::vector<Whole>& venues() {
  static const std::vector<Whole> all = [] {
    std::vector<Whole> made;
    made.push_back({"RES 2026", of_event(test::source_directory() + "/assets/res2026")});
    made.push_back({"the made-up fair", of_map(test::source_directory() + "/tests/venues/made-up-fair")});
    made.push_back({"a small grid", test::make_venue({.levels = 2, .corridors = 2, .rooms = 6})});
    made.push_back({"a large grid", test::make_venue({.levels = 6, .corridors = 6, .rooms = 20})});
    // A map that others have made, where one is at hand.
    if (const char* more = std::getenv("SUMMIT_MAP")) made.push_back({more, of_map(more, false)});
    return made;
  }();
  return all;
}

bool is_open(const venue::Venue& venue, const venue::Edge& edge, const std::vector<bool>& closed,
             bool step_free) {
  const model::MapDoor* door = venue.door(edge.to);
  if (closed[edge.unit] || closed[edge.to] || (door != nullptr && (door->closed || door->emergency)))
    return false;
  if (venue.plan().units[edge.unit].access != model::MapAccess::everyone) return false;
  if (const model::MapUnit* unit = venue.unit(edge.to);
      unit != nullptr && unit->access != model::MapAccess::everyone)
    return false;
  if (door != nullptr && (door->access != model::MapAccess::everyone || (step_free && !door->step_free)))
    return false;
  return !step_free || (edge.kind != venue::EdgeKind::stairs && edge.kind != venue::EdgeKind::escalator &&
                        edge.kind != venue::EdgeKind::steps);
}

}  // namespace

TEST_CASE("ways are as long as Boost.Graph finds them, whatever is closed") {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                      boost::property<boost::edge_weight_t, std::uint64_t>>;
  for (const Whole& one : venues()) {
    CAPTURE(one.name);
    const venue::Venue venue(one.plan);
    std::mt19937 random(2026);
    const auto units = static_cast<PlaceId>(one.plan.units.size());
    std::uniform_int_distribution<PlaceId> any(0, units - 1);
    for (int round = 0; round < 12; ++round) {
      const bool step_free = round % 2 == 1;
      std::vector<PlaceId> closed;
      for (int i = 0; i < round; ++i) closed.push_back(any(random));
      for (int i = 0; i < round && !one.plan.doors.empty(); ++i)
        closed.push_back(venue.place_of_door(random() % one.plan.doors.size()));
      std::vector<bool> is_closed(venue.nodes().size());
      for (const PlaceId place : closed) is_closed[place] = true;
      PlaceId from = any(random);
      // One starts where one may be.
      while (is_closed[from] || one.plan.units[from].access != model::MapAccess::everyone) from = any(random);
      Graph graph(venue.nodes().size());
      for (std::uint32_t node = 0; node < venue.nodes().size(); ++node)
        for (const venue::Edge& edge : venue.from(node))
          if (is_open(venue, edge, is_closed, step_free)) boost::add_edge(node, edge.to, edge.cost_cm, graph);
      std::vector<std::uint64_t> distances(venue.nodes().size());
      boost::dijkstra_shortest_paths(graph, from, boost::distance_map(distances.data()));
      for (int i = 0; i < 25; ++i) {
        const PlaceId to = any(random);
        CAPTURE(from);
        CAPTURE(to);
        const auto route = venue::find_route(venue, from, to, {.step_free = step_free, .closed = closed});
        const bool reached = distances[to] != std::numeric_limits<std::uint64_t>::max();
        REQUIRE(route.has_value() == reached);
        if (route) CHECK(route->cost_cm == distances[to]);
      }
    }
  }
}

TEST_CASE(
    "every room of the programme is on the map of RES 2026, and every two are connected, without stairs "
    "too") {
  const model::Venue& plan = venues()[0].plan;
  const venue::Venue venue(plan);
  const auto files = pack::load_folder(test::source_directory() + "/assets/res2026");
  const auto event = pack::read_pack(*files).event;
  std::vector<PlaceId> places;
  for (const model::Room& room : event->rooms) {
    CAPTURE(room.id);
    const PlaceId place = venue.place_of_room(room.id);
    REQUIRE(place != venue::no_place);
    places.push_back(place);
  }
  for (const PlaceId from : places) {
    const auto costs = venue::costs_from(venue, from);
    const auto step_free = venue::costs_from(venue, from, {.step_free = true});
    for (const PlaceId to : places) {
      CAPTURE(plan.units[from].room);
      CAPTURE(plan.units[to].room);
      CHECK(costs[to] != venue::unreachable_cost);
      CHECK(step_free[to] != venue::unreachable_cost);
    }
  }
}

TEST_CASE("the map of RES 2026 invents nothing that a person in danger would rely on") {
  const model::Venue& plan = venues()[0].plan;
  for (const model::MapDoor& door : plan.doors) CHECK_FALSE(door.emergency);
  for (const model::MapAmenity& amenity : plan.amenities)
    for (const char* category :
         {"defibrillator", "meetingpoint", "fireextinguisher", "firealarmpullstation", "mobilityrescue"})
      CHECK(amenity.category != category);
}

TEST_CASE("the made-up fair has what a map can have") {
  const model::Venue& plan = venues()[1].plan;
  const venue::Venue venue(plan);
  CHECK(plan.units.size() >= 120);
  for (int kind = 0; kind <= static_cast<int>(model::UnitKind::room); ++kind) {
    // Only the programme knows what is shown and where the press is.
    if (kind == static_cast<int>(model::UnitKind::exhibition) ||
        kind == static_cast<int>(model::UnitKind::press))
      continue;
    CAPTURE(kind);
    CHECK(std::ranges::any_of(
        plan.units, [&](const model::MapUnit& unit) { return static_cast<int>(unit.kind) == kind; }));
  }
  CHECK(std::ranges::any_of(plan.levels, [](const model::MapLevel& level) {
    return level.ordinal == 0 && level.name.in("kk") == "1-қабат" && level.name.in("ru") == "1-й этаж" &&
           level.name.in("en") == "Level 1";
  }));
  // Hours of an occupant and of what stands in the open.
  CHECK(std::ranges::any_of(plan.hours,
                            [&](const model::MapHours& hours) { return hours.place < plan.units.size(); }));
  CHECK(std::ranges::any_of(plan.hours,
                            [&](const model::MapHours& hours) { return hours.place >= plan.units.size(); }));
  const auto find = [&](std::string_view category, int ordinal) {
    for (PlaceId unit = 0; unit < plan.units.size(); ++unit)
      if (plan.units[unit].category == category && plan.levels[plan.units[unit].level].ordinal == ordinal)
        return unit;
    FAIL("there is no such unit");
    return PlaceId{0};
  };
  // A one-way escalator: up it is taken, down it is not.
  const PlaceId below = find("escalator", 0), above = find("escalator", 1);
  const auto up = venue::find_route(venue, below, above), down = venue::find_route(venue, above, below);
  REQUIRE(up);
  REQUIRE(down);
  CHECK(up->edges.size() == 1);
  CHECK(down->edges.size() > 1);
  CHECK(std::ranges::none_of(
      down->edges, [](const venue::Edge& edge) { return edge.kind == venue::EdgeKind::escalator; }));
  // What is restricted.
  const auto restricted =
      std::ranges::find(plan.units, model::MapAccess::restricted, &model::MapUnit::access);
  REQUIRE(restricted != plan.units.end());
  const auto inside = static_cast<std::uint32_t>(restricted - plan.units.begin());
  PlaceId behind = venue::no_place;
  for (const PlaceId door : venue.doors_of(inside))
    for (const venue::Edge& edge : venue.from(door))
      if (edge.unit != inside && edge.to < plan.units.size()) behind = edge.to;
  REQUIRE(behind != venue::no_place);
  const PlaceId stairs = find("stairs", 0);
  const auto none = venue::find_route(venue, stairs, behind);
  REQUIRE_FALSE(none);
  CHECK(none.error().reason == venue::NoRoute::Reason::badge);
  CHECK(venue::find_route(venue, stairs, behind, {.badge = model::MapAccess::restricted}));
  CHECK(venue::nearest(venue, stairs, venue::Wanted::defibrillator) != venue::no_place);
  CHECK(venue::nearest(venue, stairs, venue::Wanted::exit) != venue::no_place);
}

TEST_CASE("ways stay inside the units that they lead through") {
  for (const Whole& one : venues()) {
    CAPTURE(one.name);
    const venue::Venue venue(one.plan);
    for (const model::MapWay& way : one.plan.ways) {
      const auto &from = venue.nodes()[way.from], &to = venue.nodes()[way.to];
      if (from.level != to.level) continue;
      const model::MapArea& area = one.plan.units[way.unit].area;
      for (int i = 1; i < 8; ++i) {
        const model::MapPoint at{from.at.x_cm + (to.at.x_cm - from.at.x_cm) / 8 * i,
                                 from.at.y_cm + (to.at.y_cm - from.at.y_cm) / 8 * i};
        CAPTURE(at.x_cm);
        CAPTURE(at.y_cm);
        CAPTURE(one.plan.units[way.unit].category);
        CHECK((venue::is_inside(area, at) || venue::distance_to_edge_cm(area, at) < 40));
      }
    }
  }
}
