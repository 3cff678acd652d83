#include "venue/venue.h"

#include <doctest/doctest.h>

namespace {

model::Room room(model::RoomKind kind) {
  model::Room made;
  made.kind = kind;
  return made;
}

}  // namespace

TEST_CASE("a map opens with the first level that has a plan") {
  model::Event event;
  event.levels.resize(2);
  CHECK(venue::opening_level(event) == &event.levels[0]);
  event.levels[1].outline = {{0, 0}, {1, 0}, {1, 1}};
  CHECK(venue::opening_level(event) == &event.levels[1]);
  CHECK(venue::opening_level(model::Event{}) == nullptr);
}

TEST_CASE("sessions are held in halls, not on stairs") {
  CHECK(venue::holds_sessions(room(model::RoomKind::hall)));
  CHECK(venue::holds_sessions(room(model::RoomKind::outdoor)));
  CHECK_FALSE(venue::holds_sessions(room(model::RoomKind::stairs)));
  CHECK_FALSE(venue::holds_sessions(room(model::RoomKind::food)));
}
