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
