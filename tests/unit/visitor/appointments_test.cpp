#include "visitor/appointments.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "text/base64.h"
#include "visitor/visitor.h"

using namespace std::chrono_literals;
using model::Appointment;
using visitor::OperationLog;

namespace {

constexpr std::string_view event = "summit";
constexpr std::uint64_t copy = 7;

model::Instant at(int minutes) { return model::Instant(490'000h) + std::chrono::minutes(minutes); }

constexpr model::Instant at_zero{};

OperationLog again(const OperationLog& log) {
  const auto read = OperationLog::read(log.to_text());
  REQUIRE(read);
  return *read;
}

std::vector<std::string> titles(const OperationLog& log) {
  std::vector<std::string> all;
  for (const Appointment& one : visitor::appointments_at(event, log)) all.push_back(one.title);
  return all;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("appointments are added, changed and taken off, and stay when they are written down") {
  OperationLog log;
  CHECK(visitor::put_appointment(log, event, {"a", "Lunch", at(60), at(90), "Café"}, copy));
  CHECK(visitor::put_appointment(log, event, {"b", "Train", at(0), at(0), ""}, copy));
  CHECK(titles(again(log)) == Titles{"Train", "Lunch"});
  CHECK(visitor::put_appointment(log, event, {"a", "Lunch with Aigul", at(-60), at(90), "Café"}, copy));
  CHECK(titles(again(log)) == Titles{"Lunch with Aigul", "Train"});
  visitor::remove_appointment(log, event, "b", copy);
  CHECK(titles(again(log)) == Titles{"Lunch with Aigul"});
  CHECK(visitor::visitor_at("other", log).appointments.empty());
  CHECK(visitor::visitor_at(event, again(log)).appointments == visitor::appointments_at(event, log));
}

TEST_CASE("the revision of an appointment rises with each change, and by nothing else") {
  OperationLog log;
  const Appointment lunch{"a", "Lunch", at(60), at(90), "Café"};
  visitor::put_appointment(log, event, lunch, copy);
  const std::string once = log.to_text();
  visitor::put_appointment(log, event, lunch, copy);
  CHECK(log.to_text() == once);
  CHECK(visitor::appointments_at(event, log)[0].revision == 0);
  Appointment later = lunch;
  later.ends_at += 30min;
  visitor::put_appointment(log, event, later, copy);
  CHECK(visitor::appointments_at(event, log)[0].revision == 1);
}

TEST_CASE("any texts can be appointments, and long ones are cut between two letters") {
  OperationLog log;
  std::string long_title;
  for (int i = 0; i < 300; ++i) long_title += "Қ";
  REQUIRE(visitor::put_appointment(log, event, {"a", long_title, at(0), at(1), long_title}, copy));
  REQUIRE(visitor::put_appointment(log, event, {"b", " A\nb\t%;\\ ", at(2), at(1), "\r"}, copy));
  const auto all = visitor::appointments_at(event, again(log));
  REQUIRE(all.size() == 2);
  CHECK(all[0].title == long_title.substr(0, 320));
  CHECK(all[0].place == long_title.substr(0, 160));
  CHECK(all[1].title == "A b %;\\");
  CHECK(all[1].place.empty());
  // It cannot end before it begins.
  CHECK(all[1].ends_at == at(2));
}

TEST_CASE("what is no appointment is not kept") {
  OperationLog log;
  CHECK_FALSE(visitor::put_appointment(log, event, {"a", " \n ", at(0), at(1), ""}, copy));
  CHECK_FALSE(visitor::put_appointment(log, event, {"A b", "Lunch", at(0), at(1), ""}, copy));
  CHECK_FALSE(visitor::put_appointment(log, event, {"", "Lunch", at(0), at(1), ""}, copy));
  CHECK(log == OperationLog());
  visitor::remove_appointment(log, event, "nothing", copy);
  CHECK(log == OperationLog());
}

TEST_CASE("values that are not understood are passed over and stay") {
  OperationLog log;
  for (const char* value : {"on", "10:30", "MTAK", "!!"})
    log.record({"summit", "appointment", value + std::string("x")}, value, copy);
  CHECK(titles(log).empty());
  CHECK(again(log).to_text() == log.to_text());
  // A later version says more of an appointment: what this one knows is understood.
  const std::string more = text::base64url("0\n60\n2\nLunch\nCafé\nwith an alarm\n");
  CHECK(visitor::appointment_of("a", more) == Appointment{"a", "Lunch", at_zero, at_zero + 60s, "Café", 2});
}

TEST_CASE("each new appointment has an id of its own") {
  OperationLog log;
  std::vector<std::string> ids;
  for (int i = 0; i < 50; ++i) {
    const std::uint64_t from = i % 2 == 0 ? 0xFFFF'FFFF'FFFF'FFFF : 3;
    ids.push_back(visitor::new_appointment_id(log, from));
    REQUIRE(visitor::put_appointment(log, event, {ids.back(), "Lunch", at(i), at(i), ""}, from));
  }
  std::ranges::sort(ids);
  CHECK(std::ranges::unique(ids).empty());
  CHECK(visitor::appointments_at(event, log).size() == 50);
}

TEST_CASE("of two changes to one appointment the later counts, in whatever order copies meet") {
  OperationLog phone;
  visitor::put_appointment(phone, event, {"a", "Lunch", at(0), at(30), ""}, 1);
  OperationLog tablet = phone;
  visitor::put_appointment(phone, event, {"a", "Lunch", at(60), at(90), ""}, 1);
  visitor::put_appointment(tablet, event, {"b", "Train", at(0), at(30), ""}, 2);
  visitor::remove_appointment(tablet, event, "a", 2);
  OperationLog both = phone, other_way = tablet;
  both.merge(tablet);
  other_way.merge(phone);
  CHECK(both == other_way);
  CHECK(titles(both) == Titles{"Train"});
}

TEST_CASE("how a visitor goes from place to place is remembered, the badge for one event") {
  OperationLog log;
  CHECK(visitor::visitor_at(event, log).walking == visitor::Walking{});
  log.record(visitor::step_free_key(), std::string(visitor::on), copy);
  log.record(visitor::avoid_escalators_key(), std::string(visitor::on), copy);
  log.record(visitor::badge_key(event), "restricted-areas", copy);
  CHECK(visitor::visitor_at(event, log).walking ==
        visitor::Walking{true, true, visitor::Badge::restricted_areas});
  // A badge is one of an event.
  CHECK(visitor::visitor_at("another", log).walking == visitor::Walking{true, true, visitor::Badge::usual});
  log.record(visitor::badge_key(event), "of gold", copy);
  log.record(visitor::step_free_key(), std::string(visitor::off), copy);
  CHECK(visitor::visitor_at(event, log).walking == visitor::Walking{false, true, visitor::Badge::usual});
}

TEST_CASE("a visitor is reminded as they chose, and of nothing else") {
  OperationLog log;
  CHECK(visitor::visitor_at(event, log).reminder == visitor::usual_reminder);
  log.record(visitor::reminder_key(), "30", copy);
  CHECK(visitor::visitor_at(event, log).reminder == 30);
  log.record(visitor::reminder_key(), "0", copy);
  CHECK(visitor::visitor_at(event, log).reminder == 0);
  log.record(visitor::reminder_key(), "7", copy);
  CHECK(visitor::visitor_at(event, log).reminder == visitor::usual_reminder);
}

TEST_CASE("of the revisions that were seen the greatest counts, whoever saw it when") {
  OperationLog phone, tablet;
  const auto see = [](OperationLog& log, const char* session, int revision, std::uint64_t by) {
    log.record(visitor::seen_key(event, session, revision), std::string(visitor::on), by);
  };
  see(phone, "water", 10, 1);
  see(phone, "water-2", 1, 1);
  for (int i = 0; i < 3; ++i) see(tablet, "ice", i, 2);
  see(tablet, "water", 9, 2);
  see(tablet, "water", 2, 2);
  phone.merge(tablet);
  const visitor::Visitor visitor = visitor::visitor_at(event, again(phone));
  CHECK(visitor.seen_revision("water") == 10);
  CHECK(visitor.seen_revision("water-2") == 1);
  CHECK(visitor.seen_revision("ice") == 2);
  CHECK(visitor.seen_revision("air") == 0);
  CHECK(visitor.looked_at.empty());
  phone.record(visitor::looked_at_key(event), "9f3c", 1);
  CHECK(visitor::visitor_at(event, phone).looked_at == "9f3c");
  CHECK(visitor::visitor_at("other", phone).seen.empty());
}
