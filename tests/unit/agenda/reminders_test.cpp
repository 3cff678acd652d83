#include "agenda/reminders.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "random_programme.h"

using namespace std::chrono_literals;
using test::at;

namespace {

const model::Event no_rooms;
const agenda::WalkingTimes no_ways(no_rooms);

model::Session session_of_an_hour(std::string id, model::Instant from) {
  model::Session made;
  made.id = std::move(id);
  made.starts_at = from;
  made.ends_at = from + 60min;
  return made;
}

bool nothing_told(std::string_view) { return false; }

std::vector<std::string> subjects(const agenda::Reminders& reminders) {
  std::vector<std::string> all;
  for (const agenda::Engagement* one : reminders.due) all.push_back(agenda::reminder_subject(*one));
  return all;
}

}  // namespace

TEST_CASE("a reminder is due so long before the start, and no more when it has begun") {
  const model::Session ten = session_of_an_hour("ten", at(22, 10));
  const model::Session* const all[] = {&ten};
  const agenda::Plan plan(all, {}, no_ways);
  CHECK(agenda::reminders(plan, 10min, at(22, 9, 49), nothing_told).due.empty());
  CHECK(agenda::reminders(plan, 10min, at(22, 9, 49), nothing_told).next == at(22, 9, 50));
  CHECK(agenda::reminders(plan, 10min, at(22, 9, 50), nothing_told).due.size() == 1);
  CHECK(agenda::reminders(plan, 10min, at(22, 9, 59), nothing_told).due.size() == 1);
  CHECK_FALSE(agenda::reminders(plan, 10min, at(22, 9, 59), nothing_told).next);
  CHECK(agenda::reminders(plan, 10min, at(22, 10), nothing_told).due.empty());
  CHECK(agenda::reminders(plan, 0min, at(22, 9, 59), nothing_told).due.empty());
  CHECK_FALSE(agenda::reminders(plan, 0min, at(22, 8), nothing_told).next);
}

TEST_CASE("nobody is reminded twice, but for what has moved, and never of what is cancelled") {
  model::Session one = session_of_an_hour("one", at(22, 10)), off = session_of_an_hour("off", at(22, 10));
  off.state = model::SessionState::cancelled;
  const std::vector<model::Appointment> own = {{"a-1", "Call", at(22, 10, 5), at(22, 11), ""}};
  const model::Session* const all[] = {&off, &one};
  std::set<std::string, std::less<>> told;
  const auto tell = [&](model::Instant now) {
    const agenda::Plan plan(all, own, no_ways);
    const auto due = subjects(agenda::reminders(
        plan, 15min, now, [&](std::string_view subject) { return told.contains(subject); }));
    told.insert(due.begin(), due.end());
    return due.size();
  };
  CHECK(tell(at(22, 9, 50)) == 2);
  CHECK(tell(at(22, 9, 51)) == 0);
  one.starts_at = at(22, 11);
  one.ends_at = at(22, 12);
  CHECK(tell(at(22, 9, 52)) == 0);
  CHECK(tell(at(22, 10, 46)) == 1);
  CHECK(tell(at(22, 10, 47)) == 0);
}

TEST_CASE("whoever looks at each moment that was named hears of each thing once, before it begins") {
  test::RandomProgramme programme(7);
  for (int round = 0; round < 100; ++round) {
    const model::Event event = programme.event(30);
    const agenda::WalkingTimes ways(event);
    agenda::Sessions all;
    for (const model::Session& one : event.sessions) all.push_back(&one);
    const agenda::Plan plan(all, {}, ways);
    std::multiset<std::string> told;
    model::Instant now = at(1, 0);
    for (int i = 0; i < 1'000; ++i) {
      const agenda::Reminders reminders = agenda::reminders(
          plan, 10min, now, [&](std::string_view subject) { return told.contains(std::string(subject)); });
      for (const agenda::Engagement* one : reminders.due) {
        CHECK(one->starts_at > now);
        told.insert(agenda::reminder_subject(*one));
      }
      if (!reminders.next) break;
      REQUIRE(*reminders.next > now);
      now = *reminders.next;
    }
    std::size_t held = 0;
    for (const model::Session& one : event.sessions) {
      if (one.state == model::SessionState::cancelled) continue;
      ++held;
      CHECK(told.count(one.id + "/" + std::to_string(one.starts_at.time_since_epoch().count())) == 1);
    }
    CHECK(told.size() == held);
  }
}
