#include "agenda/lanes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "random_programme.h"

using namespace std::chrono_literals;
using agenda::Lane;
using test::at;

namespace {

std::vector<Lane> lanes(const std::vector<model::Session>& sessions, model::Minutes least = 0min) {
  agenda::Sessions all;
  for (const model::Session& one : sessions) all.push_back(&one);
  return agenda::lanes_of(all, least);
}

model::Session session_between(int from_minute, int to_minute) {
  model::Session made;
  made.starts_at = at(22, 10, from_minute);
  made.ends_at = at(22, 10, to_minute);
  return made;
}

}  // namespace

TEST_CASE("what follows one another has the whole width, what overlaps shares it") {
  CHECK(lanes({}).empty());
  CHECK(lanes({session_between(0, 30), session_between(30, 60)}) == std::vector<Lane>{{0, 1}, {0, 1}});
  CHECK(lanes({session_between(0, 30), session_between(15, 60)}) == std::vector<Lane>{{0, 2}, {1, 2}});
  // The third takes the lane that is free again; all three hang together.
  CHECK(lanes({session_between(0, 30), session_between(15, 60), session_between(30, 45),
               session_between(60, 70)}) == std::vector<Lane>{{0, 2}, {1, 2}, {0, 2}, {0, 1}});
}

TEST_CASE("what is alone for a while covers the lanes that are free behind it") {
  // Three at once, then one that hangs together with the last of them alone.
  CHECK(lanes({session_between(0, 30), session_between(0, 10), session_between(0, 40),
               session_between(30, 50)}) == std::vector<Lane>{{0, 3, 1}, {1, 3, 1}, {2, 3, 1}, {0, 3, 2}});
}

TEST_CASE("short ones that are drawn higher than they last stand side by side") {
  const std::vector<model::Session> row = {session_between(0, 5), session_between(5, 10),
                                           session_between(10, 15), session_between(15, 20)};
  CHECK(lanes(row) == std::vector<Lane>(4, Lane{0, 1}));
  CHECK(lanes(row, 10min) == std::vector<Lane>{{0, 2}, {1, 2}, {0, 2}, {1, 2}});
  CHECK(lanes({session_between(0, 0), session_between(0, 0)}) == std::vector<Lane>{{0, 2}, {1, 2}});
}

TEST_CASE("lanes never overlap, and there are no more than are needed") {
  test::RandomProgramme programme(14);
  for (int round = 0; round < 300; ++round) {
    const model::Event event = programme.event();
    const model::Minutes least{round % 3 * 20};
    const auto found = lanes(event.sessions, least);
    REQUIRE(found.size() == event.sessions.size());
    const auto end = [&](const model::Session& one) {
      return std::max(one.ends_at, one.starts_at + std::max<std::chrono::seconds>(least, 1s));
    };
    for (std::size_t i = 0; i < found.size(); ++i) {
      CHECK(found[i].lane >= 0);
      CHECK(found[i].lane < found[i].lanes);
      for (std::size_t k = 0; k < i; ++k) {
        const model::Session &a = event.sessions[i], &b = event.sessions[k];
        if (a.starts_at >= end(b) || b.starts_at >= end(a)) continue;
        CHECK(found[i].lane != found[k].lane);
        CHECK(found[i].lanes == found[k].lanes);
        // Nor does one reach into the lane of the other.
        CHECK((found[i].lane + found[i].width <= found[k].lane ||
               found[k].lane + found[k].width <= found[i].lane));
      }
      // As many as overlap at one moment somewhere among those that hang together with it.
      std::ptrdiff_t most = 0;
      for (std::size_t k = 0; k < found.size(); ++k)
        most = std::max(most, std::ranges::count_if(event.sessions, [&](const model::Session& one) {
                          const model::Instant moment = event.sessions[k].starts_at;
                          return one.starts_at <= moment && moment < end(one);
                        }));
      CHECK(found[i].lanes <= most);
    }
  }
}
