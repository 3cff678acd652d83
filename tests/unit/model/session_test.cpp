#include "model/session.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace std::chrono_literals;

namespace {

constexpr model::Instant ten{1000h};

model::Session session(std::string id, model::Instant starts_at, std::string room) {
  model::Session made;
  made.id = std::move(id);
  made.starts_at = starts_at;
  made.ends_at = starts_at + 1h;
  made.room = std::move(room);
  return made;
}

model::Session open_session(model::Instant starts_at, std::string room) {
  model::Session made = session("open", starts_at, std::move(room));
  made.ends_at = {};
  made.open_end = true;
  return made;
}

// When the first session ends, which has an open end.
model::Instant end_of_first(std::vector<model::Session> sessions) {
  model::settle_open_ends(sessions);
  return sessions.front().ends_at;
}

}  // namespace

TEST_CASE("an open end is where the next session begins in the same room") {
  CHECK(end_of_first({open_session(ten, "hall"), session("next", ten + 90min, "hall"),
                      session("later", ten + 2h, "hall")}) == ten + 90min);
  CHECK(end_of_first({open_session(ten, "hall"), session("later", ten + 2h, "hall"),
                      session("next", ten + 90min, "hall")}) == ten + 90min);
}

TEST_CASE("an open end is four hours away when nothing else begins there") {
  CHECK(end_of_first({open_session(ten, "hall")}) == ten + 4h);
  CHECK(end_of_first({open_session(ten, "hall"), session("before", ten - 1h, "hall"),
                      session("elsewhere", ten + 1h, "garden"), session("late", ten + 5h, "hall")}) ==
        ten + 4h);
  // What begins together with it does not end it.
  CHECK(end_of_first({open_session(ten, "hall"), session("same", ten, "hall")}) == ten + 4h);
}

TEST_CASE("an open end is not where something begins that does not take the room") {
  model::Session cancelled = session("cancelled", ten + 1h, "hall");
  cancelled.state = model::SessionState::cancelled;
  model::Session exhibition = session("exhibition", ten + 1h, "hall");
  exhibition.kind = model::SessionKind::exhibition;
  CHECK(end_of_first({open_session(ten, "hall"), cancelled, exhibition}) == ten + 4h);
  // An exhibition goes on around what begins in its room.
  model::Session open_exhibition = open_session(ten, "hall");
  open_exhibition.kind = model::SessionKind::exhibition;
  CHECK(end_of_first({open_exhibition, session("next", ten + 1h, "hall")}) == ten + 4h);
  // Without a room nothing is next.
  CHECK(end_of_first({open_session(ten, ""), session("next", ten + 1h, "")}) == ten + 4h);
}

TEST_CASE("published ends stay as they are") {
  std::vector<model::Session> sessions{session("one", ten, "hall"), session("two", ten + 30min, "hall")};
  const std::vector<model::Session> before = sessions;
  model::settle_open_ends(sessions);
  CHECK(sessions == before);
}
