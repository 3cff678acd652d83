#include <doctest/doctest.h>

#include <random>

#include "grid_venue.h"
#include "pack/bundle.h"
#include "pack/venue_values.h"
#include "small_pack.h"

namespace {

model::Event small_event() {
  const auto read = pack::read_pack(small_pack::written(small_pack::good()));
  REQUIRE(read.event);
  return *read.event;
}

model::Venue small_venue(const model::Event& event) {
  model::Venue venue = test::make_venue({.levels = 2, .corridors = 1, .rooms = 2});
  venue.name.set("en", "Palace");
  venue.levels[0].level = event.levels.at(0).id;
  venue.levels[1].name.set("kk", "2-қабат");
  venue.units[4].room = event.rooms.at(0).id;
  venue.units[5].access = model::MapAccess::restricted;
  venue.units[5].wheelchair = true;
  venue.amenities.push_back({.category = "drinkingfountain", .unit = 0, .at = {-5, 7}});
  // Ends of ways behind the units count one more.
  for (model::MapWay& way : venue.ways)
    for (std::uint32_t* end : {&way.from, &way.to})
      if (*end >= venue.units.size()) ++*end;
  venue.doors[0].emergency = venue.doors[1].entrance = venue.doors[2].closed = true;
  venue.doors[3].step_free = false;
  venue.hours = {{.place = 2, .days = 0x1F, .from = 540, .until = 1080},
                 {.place = 2, .days = 0x80},
                 {.place = static_cast<std::uint32_t>(venue.units.size()), .days = 0xFF, .until = 1440}};
  return venue;
}

}  // namespace

TEST_CASE("a map in a built pack is the one that was put in") {
  const model::Event event = small_event();
  const model::Venue venue = small_venue(event);
  const auto built = pack::build_bundle(small_pack::written(small_pack::good()), {.venue = &venue});
  REQUIRE(built.bytes);
  const auto read = pack::read_bundle(*built.bytes);
  REQUIRE(read.event);
  CHECK(read.event->venue == venue);
  CHECK(pack::read_bundle(*pack::build_bundle(small_pack::written(small_pack::good())).bytes)
            .event->venue.empty());
}

TEST_CASE("a large map is the same in both kinds of packs") {
  const model::Event event = small_event();
  model::Venue venue = test::make_venue({.levels = 3, .corridors = 4, .rooms = 20});
  for (const std::size_t cbor_from : {std::size_t{0}, std::size_t{1} << 24}) {
    const auto built = pack::build_bundle(small_pack::written(small_pack::good()),
                                          {.cbor_from = cbor_from, .venue = &venue});
    REQUIRE(built.bytes);
    CHECK((built.bytes->front() == pack::json::start_of_cbor) == (cbor_from == 0));
    const auto read = pack::read_bundle(*built.bytes);
    REQUIRE(read.event);
    CHECK(read.event->venue == venue);
  }
}

TEST_CASE("levels and rooms without an outline have that of the map") {
  model::Event event = small_event();
  event.venue = small_venue(event);
  const auto own = event.rooms.at(1).outline;
  event.rooms.at(0).outline.clear();
  event.levels.at(0).outline.clear();
  pack::take_outlines(event);
  CHECK(event.levels.at(0).outline.size() == 4);
  CHECK(event.levels.at(0).outline.at(0) == model::PlanPoint{0, 0});
  CHECK(event.rooms.at(0).outline.size() == 4);
  CHECK(event.rooms.at(1).outline == own);
}

TEST_CASE("a map that is damaged is none, and what is read of it counts only what is there") {
  const model::Event event = small_event();
  const model::Venue venue = small_venue(event);
  const pack::json::Value good = pack::values_of(venue, event);
  REQUIRE(pack::venue_in(good, event) == venue);
  const auto numbers_of = [](pack::json::Value& value) {
    return std::get_if<pack::json::Numbers>(&pack::json::find(*value.object(), "numbers")->content);
  };
  pack::json::Value shorter = good;
  numbers_of(shorter)->pop_back();
  CHECK_FALSE(pack::venue_in(shorter, event));
  pack::json::Value longer = good;
  numbers_of(longer)->push_back(0);
  CHECK_FALSE(pack::venue_in(longer, event));
  CHECK_FALSE(pack::venue_in({pack::json::List{}}, event));
  pack::json::Value without = good;
  std::erase_if(*without.object(), [](const pack::json::Member& member) { return member.key == "texts"; });
  CHECK_FALSE(pack::venue_in(without, event));
  pack::json::Value newer = good;
  numbers_of(newer)->front() = 2;
  CHECK_FALSE(pack::venue_in(newer, event));

  // Who knows nothing of hours reads the rest; hours of what is not there are none.
  pack::json::Value timeless = good;
  std::erase_if(*timeless.object(), [](const pack::json::Member& member) { return member.key == "hours"; });
  model::Venue without_hours = venue;
  without_hours.hours.clear();
  CHECK(pack::venue_in(timeless, event) == without_hours);
  const auto hours_of = [](pack::json::Value& value) {
    return std::get_if<pack::json::Numbers>(&pack::json::find(*value.object(), "hours")->content);
  };
  pack::json::Value elsewhere = good;
  (*hours_of(elsewhere))[1] = static_cast<std::int64_t>(venue.units.size() + venue.amenities.size());
  CHECK_FALSE(pack::venue_in(elsewhere, event));
  for (const std::int64_t wrong : {std::int64_t{0}, std::int64_t{256}, std::int64_t{257}}) {
    pack::json::Value days = good;
    (*hours_of(days))[2] = wrong;
    CHECK_FALSE(pack::venue_in(days, event));
  }
  pack::json::Value unfinished = good;
  hours_of(unfinished)->pop_back();
  CHECK_FALSE(pack::venue_in(unfinished, event));

  std::size_t refused = 0;
  const std::size_t count = numbers_of(longer)->size() - 1;
  for (std::size_t i = 0; i < count; ++i)
    for (const std::int64_t wrong : {std::int64_t{-1}, std::int64_t{1'000'000}, std::int64_t{1} << 60}) {
      pack::json::Value damaged = good;
      (*numbers_of(damaged))[i] = wrong;
      const auto read = pack::venue_in(damaged, event);
      if (!read) {
        ++refused;
        continue;
      }
      for (const model::MapUnit& unit : read->units) {
        CHECK(unit.level < read->levels.size());
        for (const std::uint32_t corner : unit.area.triangles) CHECK(corner < unit.area.points.size());
      }
      const std::size_t nodes =
          read->units.size() + read->amenities.size() + read->doors.size() + read->bends.size();
      for (const model::MapWay& way : read->ways) {
        CHECK(way.from < nodes);
        CHECK(way.to < nodes);
        CHECK(way.unit < read->units.size());
      }
    }
  // Other coordinates are another map; most of the rest is none.
  CHECK(refused > count);
}
