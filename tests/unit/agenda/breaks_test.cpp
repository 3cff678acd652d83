#include "agenda/breaks.h"

#include <doctest/doctest.h>

#include "random_programme.h"
#include "sessions.h"

using agenda::Meanwhile;
using test::at;

namespace {

model::Session break_between(int from, int to) {
  model::Session made = test::session("break", at(22, from), at(22, to), "foyer");
  made.kind = model::SessionKind::service;
  return made;
}

std::vector<bool> found(const std::vector<model::Session>& sessions, Meanwhile meanwhile) {
  std::vector<agenda::Drawn> drawn;
  for (const model::Session& one : sessions) drawn.push_back({&one, one.starts_at, one.ends_at});
  return agenda::breaks_for_all(drawn, meanwhile);
}

}  // namespace

TEST_CASE("a break during which most rooms are empty is for all") {
  const std::vector<model::Session> day = {
      test::session("a", at(22, 10), at(22, 12), "1"), test::session("b", at(22, 10), at(22, 12), "2"),
      test::session("c", at(22, 10), at(22, 13), "3"), break_between(12, 13)};
  CHECK(found(day, Meanwhile::something) == std::vector{false, false, false, true});
  // Where it would cover the third room it is not.
  CHECK(found(day, Meanwhile::nothing) == std::vector{false, false, false, false});
  CHECK(found({day[0], day[1], day[3]}, Meanwhile::nothing) == std::vector{false, false, true});
}

TEST_CASE("a break is not for all while half of the rooms are busy") {
  CHECK(found({test::session("a", at(22, 10), at(22, 12), "1"),
               test::session("b", at(22, 10), at(22, 13), "2"), break_between(12, 13)},
              Meanwhile::something) == std::vector{false, false, false});
}

TEST_CASE("of several breaks at once the first one is for all, and none where nothing may be beside it") {
  const std::vector<model::Session> two = {break_between(10, 12), [] {
                                             model::Session other = break_between(11, 13);
                                             other.id = "other";
                                             return other;
                                           }()};
  CHECK(found(two, Meanwhile::something) == std::vector{true, false});
  CHECK(found(two, Meanwhile::nothing) == std::vector{false, false});
}

TEST_CASE("a break that is cancelled, or whose end nobody knows, is not for all") {
  for (const Meanwhile meanwhile : {Meanwhile::something, Meanwhile::nothing}) {
    model::Session one = break_between(12, 13);
    CHECK(found({one}, meanwhile) == std::vector{true});
    one.open_end = true;
    CHECK(found({one}, meanwhile) == std::vector{false});
    one = break_between(12, 13);
    one.state = model::SessionState::cancelled;
    CHECK(found({one}, meanwhile) == std::vector{false});
  }
}
