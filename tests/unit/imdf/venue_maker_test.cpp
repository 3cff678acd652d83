#include "imdf/venue_maker.h"

#include <doctest/doctest.h>

#include "small_archive.h"
#include "venue/geometry.h"
#include "venue/route.h"

using small_archive::Collections;
using small_archive::Json;

namespace {

model::Venue made(const Collections& all, const model::Event* event = nullptr) {
  const auto read = imdf::read_archive(small_archive::files_of(all), "");
  REQUIRE(read.archive);
  const auto result = imdf::make_venue(*read.archive, event, "");
  for (const pack::Problem& problem : result.problems) CAPTURE(pack::to_line(problem));
  REQUIRE_FALSE(pack::has_errors(result.problems));
  return result.venue;
}

double area_of(const model::MapArea& area) {
  double sum = 0;
  const auto triangle = [&](model::MapPoint a, model::MapPoint b, model::MapPoint c) {
    const model::MapPoint corners[] = {a, b, c};
    sum += std::abs(venue::twice_area(corners)) / 2;
  };
  if (area.triangles.empty())
    for (std::size_t i = 1; i + 1 < area.points.size(); ++i)
      triangle(area.points[0], area.points[i], area.points[i + 1]);
  for (std::size_t i = 0; i < area.triangles.size(); i += 3)
    triangle(area.points[area.triangles[i]], area.points[area.triangles[i + 1]],
             area.points[area.triangles[i + 2]]);
  return sum / 10'000;
}

}  // namespace

TEST_CASE("a map becomes what is drawn and walked") {
  const model::Venue plan = made(small_archive::whole());
  CHECK(plan.name.in("en") == "Small");
  REQUIRE(plan.levels.size() == 2);
  CHECK(plan.levels[1].ordinal == 1);
  REQUIRE(plan.units.size() == 12);
  CHECK(plan.units[1].kind == model::UnitKind::hall);
  CHECK(plan.units[3].kind == model::UnitKind::toilets);
  CHECK(venue::square_metres(plan.units[1].area) == doctest::Approx(200).epsilon(0.01));
  // The middle of the hall, 20 m by 10 m, whose corner is that of the level.
  const model::MapPoint corner = venue::bounds_of(plan.levels[0].area).low;
  CHECK(plan.units[1].label.x_cm - corner.x_cm == doctest::Approx(1000).epsilon(0.01));
  CHECK(plan.units[1].label.y_cm - corner.y_cm == doctest::Approx(500).epsilon(0.01));
  const auto leads_out = std::ranges::count_if(plan.doors, &model::MapDoor::entrance);
  CHECK(leads_out == 1);

  const venue::Venue venue(plan);
  const auto route = venue::find_route(venue, 1, 7);  // from one hall to that above it
  REQUIRE(route);
  const auto by_lift = venue::find_route(venue, 1, 7, {.step_free = true});
  REQUIRE(by_lift);
  CHECK(by_lift->distance_m > route->distance_m);
  CHECK(venue::find_route(venue, 1, static_cast<venue::PlaceId>(plan.units.size())));  // the fountain
}

TEST_CASE("stairs and lifts that lie above each other are joined where the map says nothing of it") {
  Collections all = small_archive::whole();
  all.erase("relationship");
  const model::Venue plan = made(all);
  const venue::Venue venue(plan);
  CHECK(venue::find_route(venue, 1, 7));
  CHECK(venue::find_route(venue, 1, 7, {.step_free = true}));
}

TEST_CASE("an escalator that only goes up is no way down") {
  Collections all = small_archive::whole();
  for (int i : {4, 10}) all["unit"][static_cast<std::size_t>(i)]["properties"]["category"] = "escalator";
  all["relationship"][0]["properties"]["direction"] = "directed";
  all["relationship"].erase(1);
  for (int i : {5, 11}) all["unit"][static_cast<std::size_t>(i)]["properties"]["category"] = "storage";
  const auto read = imdf::read_archive(small_archive::files_of(all), "");
  REQUIRE(read.archive);
  const model::Venue plan = imdf::make_venue(*read.archive, nullptr, "").venue;
  const venue::Venue venue(plan);
  CHECK(venue::find_route(venue, 1, 7));
  CHECK_FALSE(venue::find_route(venue, 7, 1));
}

TEST_CASE("polygons with holes and corners are cut into triangles that cover them") {
  Collections all = small_archive::whole();
  // A foyer around a court, in place of the hall.
  Json& hall = all["unit"][1]["geometry"]["coordinates"];
  hall.push_back(small_archive::box(5, 3, 6, 4)["coordinates"][0]);
  const model::Venue plan = made(all);
  CHECK(plan.units[1].area.rings.size() == 2);
  CHECK(area_of(plan.units[1].area) == doctest::Approx(200 - 24).epsilon(0.01));
  CHECK(venue::square_metres(plan.units[1].area) == doctest::Approx(200 - 24).epsilon(0.01));
  CHECK_FALSE(venue::is_inside(plan.units[1].area, {plan.units[1].area.points[4].x_cm + 100,
                                                    plan.units[1].area.points[4].y_cm + 100}));
  CHECK(venue::is_inside(plan.units[1].area, plan.units[1].label));
}

TEST_CASE("needless corners go, and walls stay shared") {
  Collections all = small_archive::whole();
  // The wall between hall and café, with corners along it that are hardly there, in both the same.
  const Json extra[] = {small_archive::at(20.02, 4), small_archive::at(19.99, 6)};
  Json& hall = all["unit"][1]["geometry"]["coordinates"][0];
  hall.insert(hall.begin() + 2, extra[0]);
  hall.insert(hall.begin() + 3, extra[1]);
  Json& cafe = all["unit"][2]["geometry"]["coordinates"][0];
  cafe.insert(cafe.begin() + 4, extra[1]);
  cafe.insert(cafe.begin() + 5, extra[0]);
  const model::Venue plan = made(all);
  CHECK(plan.units[1].area.points.size() == 4);
  CHECK(plan.units[2].area.points.size() == 4);
  // One that is a real corner stays in both.
  hall[2] = small_archive::at(21, 4);
  cafe[5] = small_archive::at(21, 4);
  const model::Venue bent = made(all);
  std::size_t shared = 0;
  for (const model::MapPoint corner : bent.units[1].area.points)
    shared += std::ranges::find(bent.units[2].area.points, corner) != bent.units[2].area.points.end();
  CHECK(shared >= 3);
}

TEST_CASE("rooms of the event are known on the map by what they point to") {
  model::Event event;
  const auto add_level = [&](const char* id, int number) {
    model::Level& level = event.levels.emplace_back();
    level.id = id;
    level.map_level = small_archive::id(number);
  };
  add_level("ground", 10);
  add_level("first", 11);
  const auto add_room = [&](const char* id, const char* level, model::RoomKind kind, int number) {
    model::Room& room = event.rooms.emplace_back();
    room.id = id;
    room.level = level;
    room.kind = kind;
    room.unit = small_archive::id(number);
  };
  add_room("great-hall", "ground", model::RoomKind::hall, 21);
  add_room("studio", "first", model::RoomKind::press, 32);
  add_room("water", "ground", model::RoomKind::service, 60);
  const model::Venue plan = made(small_archive::whole(), &event);
  CHECK(plan.levels[0].level == "ground");
  CHECK(plan.units[1].room == "great-hall");
  CHECK(plan.units[8].room == "studio");
  CHECK(plan.units[8].kind == model::UnitKind::press);
  CHECK(plan.amenities.at(0).room == "water");
  const venue::Venue venue(plan);
  CHECK(venue::find_route(venue, venue.place_of_room("great-hall"), venue.place_of_room("water")));

  const auto told = [&] {
    std::vector<std::string> lines;
    const auto read = imdf::read_archive(small_archive::files_of(small_archive::whole()), "");
    for (const pack::Problem& problem : imdf::make_venue(*read.archive, &event, "").problems)
      lines.push_back(pack::to_line(problem));
    return lines;
  };
  event.rooms[0].unit = small_archive::id(31);
  CHECK(told() == std::vector<std::string>{
                      "places.json: /rooms/0/unit: the map has it on level \"first\", not on \"ground\""});
  event.rooms[0].unit = "nowhere";
  CHECK(told() ==
        std::vector<std::string>{
            "places.json: /rooms/0/unit: the map has no unit, kiosk, occupant or amenity \"nowhere\""});
  event.rooms[0].unit = small_archive::id(32);
  event.rooms[0].level = "first";
  CHECK(told().at(0) ==
        "places.json: /rooms/1/unit: \"" + small_archive::id(32) + "\" is already the room \"great-hall\"");
  event.rooms[0].unit.clear();
  CHECK(told().at(0) ==
        "warning: places.json: /rooms/0: \"great-hall\" has no \"unit\": the map does not show it");
  event.levels[0].map_level = "attic";
  CHECK(told().at(0) == "places.json: /levels/0/map_level: the map has no level \"attic\"");
}

TEST_CASE("opening hours are those of the place: its occupant's before its amenity's") {
  Collections all = small_archive::whole();
  all["occupant"][0]["properties"]["hours"] = "Mo-Fr 09:00-18:00";
  all["amenity"][0]["properties"]["hours"] = "24/7";
  // The unit says it already, so that it is no place of its own.
  Json toilets = all["amenity"][0];
  toilets["id"] = small_archive::id(61);
  toilets["geometry"] = small_archive::point(5, 20);
  toilets["properties"] = {{"category", "restroom"},
                           {"name", nullptr},
                           {"unit_ids", Json::array({small_archive::id(23)})},
                           {"hours", "07:00-22:00"}};
  all["amenity"].push_back(toilets);
  const model::Venue plan = made(all);
  const venue::Venue venue(plan);
  REQUIRE(plan.amenities.size() == 1);
  CHECK(std::ranges::is_sorted(plan.hours, {}, &model::MapHours::place));
  const auto only = [&](venue::PlaceId place) {
    const auto hours = venue.hours_of(place);
    REQUIRE(hours.size() == 1);
    return hours.front();
  };
  CHECK(only(1) == model::MapHours{.place = 1, .days = 0x1F, .from = 540, .until = 1080});
  CHECK(only(3) == model::MapHours{.place = 3, .days = 0x7F, .from = 420, .until = 1320});
  const venue::PlaceId fountain = venue.place_of_amenity(0);
  CHECK(only(fountain) == model::MapHours{.place = fountain, .days = 0x7F, .from = 0, .until = 1440});
  CHECK(venue.hours_of(2).empty());
  CHECK(venue.hours_of(venue::no_place).empty());
}
