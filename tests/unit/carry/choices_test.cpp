#include "carry/choices.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "visitor/appointments.h"

using namespace std::chrono_literals;
using carry::Choices;
using model::Appointment;
using visitor::OperationLog;

namespace {

constexpr std::string_view event = "summit";

model::Instant at(int minutes) { return model::Instant(490'000h) + std::chrono::minutes(minutes); }

Choices of(const OperationLog& log) { return carry::choices_of(visitor::visitor_at(event, log)); }

OperationLog after(OperationLog log, const Choices& choices) {
  carry::merge(log, event, choices, 9);
  return log;
}

Choices random_choices(std::mt19937& chance) {
  const auto up_to = [&](int most) { return std::uniform_int_distribution<int>(0, most)(chance); };
  Choices made;
  for (int i = 0; i < 6; ++i)
    if (up_to(1) == 0) made.starred.push_back("s" + std::to_string(i));
  for (int i = 0; i < 3; ++i)
    if (up_to(1) == 0)
      made.appointments.push_back({"a" + std::to_string(i), "Lunch " + std::to_string(up_to(2)), at(i * 100),
                                   at(i * 100 + 30), "", up_to(2)});
  return made;
}

}  // namespace

TEST_CASE("what comes in is told before, and then it is there") {
  OperationLog log;
  log.record(visitor::star_key(event, "water"), "on", 1);
  log.record(visitor::star_key(event, "ice"), "on", 1);
  log.record(visitor::star_key(event, "ice"), "off", 1);
  visitor::put_appointment(log, event, {"a", "Lunch", at(0), at(30), ""}, 1);
  const Choices other{{"ice", "water"},
                      {{"a", "Lunch", at(0), at(30), ""}, {"b", "Train", at(60), at(60), "", 2}}};
  const carry::Incoming news = carry::incoming(other, visitor::visitor_at(event, log));
  CHECK(news.added == Choices{{"ice"}, {other.appointments[1]}});
  CHECK(news.changed.empty());
  CHECK(news.already_here == 2);
  const OperationLog merged = after(log, other);
  CHECK(of(merged) == other);
  CHECK(carry::incoming(other, visitor::visitor_at(event, merged)).empty());
  CHECK(after(merged, other) == merged);
}

TEST_CASE("what is here stays, whatever comes in") {
  OperationLog log;
  log.record(visitor::star_key(event, "water"), "on", 1);
  visitor::put_appointment(log, event, {"a", "Lunch", at(0), at(30), ""}, 1);
  const Choices before = of(log);
  CHECK(after(log, {}) == log);
  const Choices now = of(after(log, {{"ice"}, {{"b", "Train", at(9), at(9), ""}}}));
  CHECK(now.starred == std::vector<std::string>{"ice", "water"});
  CHECK(now.appointments.size() == 2);
  CHECK(now.appointments[0] == before.appointments[0]);
}

TEST_CASE("of an appointment the form that was changed more often stays") {
  OperationLog log;
  visitor::put_appointment(log, event, {"a", "Lunch", at(0), at(30), ""}, 1);
  visitor::put_appointment(log, event, {"a", "Late lunch", at(60), at(90), ""}, 1);
  const Choices older{{}, {{"a", "Lunch", at(0), at(30), "", 0}}};
  CHECK(after(log, older) == log);
  const Choices newer{{}, {{"a", "Dinner", at(400), at(460), "", 2}}};
  CHECK(carry::incoming(newer, visitor::visitor_at(event, log)).changed == newer.appointments);
  CHECK(of(after(log, newer)).appointments == newer.appointments);
}

TEST_CASE("coming in is idempotent, commutative and associative") {
  std::mt19937 chance(11);
  for (int round = 0; round < 300; ++round) {
    const Choices a = random_choices(chance), b = random_choices(chance), c = random_choices(chance);
    const OperationLog here = after({}, random_choices(chance));
    CHECK(of(after(after(here, a), a)) == of(after(here, a)));
    CHECK(of(after(after(here, a), b)) == of(after(after(here, b), a)));
    const Choices both = of(after(after({}, b), c));
    CHECK(of(after(after(here, a), both)) == of(after(after(after(here, a), b), c)));
  }
}
