#include "venue/venue.h"

#include <doctest/doctest.h>

namespace {

model::Room room(std::string id, std::string level, model::RoomKind kind = model::RoomKind::hall) {
  model::Room made;
  made.id = std::move(id);
  made.level = std::move(level);
  made.kind = kind;
  return made;
}

model::Event two_levels() {
  model::Event event;
  event.sites.resize(1);
  event.sites[0].id = "center";
  event.levels.resize(2);
  event.levels[0].id = "one";
  event.levels[0].site = "center";
  event.levels[1].id = "two";
  event.levels[1].site = "nowhere";
  event.rooms = {room("b", "one"), room("a", "one"), room("c", "two"), room("lost", "three")};
  return event;
}

}  // namespace

TEST_CASE("a room is somewhere on a level of a site") {
  const model::Event event = two_levels();
  const venue::Whereabouts where = venue::whereabouts(event, "b");
  CHECK(where.room == &event.rooms[0]);
  CHECK(where.level == &event.levels[0]);
  CHECK(where.site == &event.sites[0]);
}

TEST_CASE("what is missing is null, and what is known up to there is told") {
  const model::Event event = two_levels();
  CHECK(venue::whereabouts(event, "none").room == nullptr);
  CHECK(venue::whereabouts(event, "").level == nullptr);
  CHECK(venue::whereabouts(event, "lost").room == &event.rooms[3]);
  CHECK(venue::whereabouts(event, "lost").level == nullptr);
  CHECK(venue::whereabouts(event, "c").level == &event.levels[1]);
  CHECK(venue::whereabouts(event, "c").site == nullptr);
}

TEST_CASE("without an alphabet the rooms of a level keep the order of the pack") {
  const model::Event event = two_levels();
  const auto rooms = venue::rooms_on(event, "one", "en");
  REQUIRE(rooms.size() == 2);
  CHECK(rooms[0]->id == "b");
  CHECK(rooms[1]->id == "a");
  CHECK(venue::rooms_on(event, "nine", "en").empty());
}

TEST_CASE("the rooms of a level stand in the order of the language's alphabet") {
  model::Event event = two_levels();
  event.alphabets = {{"en", {1, 0, 2, 3}, {}}, {"kk", {3, 2, 0, 1}, {}}};
  const auto ids = [&](std::string_view language) {
    std::vector<std::string> found;
    for (const model::Room* room : venue::rooms_on(event, "one", language)) found.push_back(room->id);
    return found;
  };
  CHECK(ids("en") == std::vector<std::string>{"a", "b"});
  CHECK(ids("kk") == std::vector<std::string>{"b", "a"});
}

TEST_CASE("a map opens with the first level that has a plan") {
  model::Event event = two_levels();
  CHECK(venue::opening_level(event) == &event.levels[0]);
  event.levels[1].outline = {{0, 0}, {1, 0}, {1, 1}};
  CHECK(venue::opening_level(event) == &event.levels[1]);
  CHECK(venue::opening_level(model::Event{}) == nullptr);
}

TEST_CASE("sessions are held in halls, not on stairs") {
  CHECK(venue::holds_sessions(room("a", "one", model::RoomKind::hall)));
  CHECK(venue::holds_sessions(room("a", "one", model::RoomKind::outdoor)));
  CHECK_FALSE(venue::holds_sessions(room("a", "one", model::RoomKind::stairs)));
  CHECK_FALSE(venue::holds_sessions(room("a", "one", model::RoomKind::food)));
}
