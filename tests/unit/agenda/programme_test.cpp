#include "agenda/programme.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "random_programme.h"
#include "sessions.h"
#include "with_icu.h"

using namespace std::chrono;
using namespace std::chrono_literals;
using test::at;
using test::session;

namespace {

// Three days, and sessions at all the places where a day could be cut wrongly.
model::Event small_event() {
  model::Event event;
  event.first_day = 2026y / April / 22;
  event.last_day = 2026y / April / 24;
  event.sessions = {
      session("first-minute", at(22, 0), at(22, 1)), session("morning", at(22, 10), at(22, 11)),
      session("beside", at(22, 10), at(22, 12)),     session("late", at(22, 23, 30), at(23, 1)),
      session("midnight", at(23, 0), at(23, 2)),     session("last", at(24, 16), at(24, 17)),
  };
  event.sessions[1].themes = {"water", "air"};
  event.sessions[1].partners = {"undp"};
  event.sessions[1].room = "hall-1";
  return event;
}

std::vector<std::string> ids(agenda::SessionSpan sessions) {
  std::vector<std::string> all;
  for (const model::Session* one : sessions) all.push_back(one->id);
  return all;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a day begins and ends at midnight of the event's clock") {
  const model::Event event = small_event();
  const agenda::Programme programme(event, test::astana());
  CHECK(ids(programme.on_day(2026y / April / 22)) == Ids{"first-minute", "morning", "beside", "late"});
  CHECK(ids(programme.on_day(2026y / April / 23)) == Ids{"midnight"});
  CHECK(ids(programme.on_day(2026y / April / 21)).empty());
  // The same programme on a clock in London is cut elsewhere.
  const text::TimeZone london = *text::TimeZone::named("Europe/London");
  CHECK(ids(agenda::Programme(event, london).on_day(2026y / April / 21)) == Ids{"first-minute"});
}

TEST_CASE("a session is on from its first moment to before its last") {
  const model::Event event = small_event();
  const agenda::Programme programme(event, test::astana());
  CHECK(programme.on_now(at(22, 10) - 1s).empty());
  CHECK(ids(programme.on_now(at(22, 10))) == Ids{"morning", "beside"});
  CHECK(ids(programme.on_now(at(22, 11) - 1s)) == Ids{"morning", "beside"});
  CHECK(ids(programme.on_now(at(22, 11))) == Ids{"beside"});
  CHECK(ids(programme.on_now(at(23, 0, 30))) == Ids{"late", "midnight"});
}

TEST_CASE("what is next begins after now, and no more are told than asked for") {
  const model::Event event = small_event();
  const agenda::Programme programme(event, test::astana());
  CHECK(ids(programme.up_next(at(22, 10), 4)) == Ids{"late", "midnight", "last"});
  CHECK(ids(programme.up_next(at(22, 10) - 1s, 2)) == Ids{"morning", "beside"});
  CHECK(programme.up_next(at(22, 9), 0).empty());
  CHECK(programme.up_next(at(24, 16), 4).empty());
}

TEST_CASE("what is cancelled is neither on nor next, but still in its day") {
  model::Event event = small_event();
  event.sessions[1].state = model::SessionState::cancelled;
  const agenda::Programme programme(event, test::astana());
  CHECK(ids(programme.on_now(at(22, 10, 30))) == Ids{"beside"});
  CHECK(ids(programme.up_next(at(22, 9), 1)) == Ids{"beside"});
  CHECK_FALSE(agenda::is_on(event.sessions[1], at(22, 10, 30)));
  CHECK(programme.on_day(2026y / April / 22).size() == 4);
}

TEST_CASE("progress goes by the days of the event's clock") {
  const model::Event event = small_event();
  const agenda::Programme programme(event, test::astana());
  const auto progress = [&](model::Instant now) { return programme.progress(now); };
  CHECK(progress(at(12, 12)).phase == agenda::Phase::before);
  CHECK(progress(at(12, 12)).days_left == 10);
  CHECK(progress(at(22, 0) - 1s).phase == agenda::Phase::before);
  CHECK(progress(at(22, 0) - 1s).days_left == 1);
  CHECK(progress(at(22, 0)).phase == agenda::Phase::running);
  CHECK(progress(at(22, 0)).day == 1);
  CHECK(progress(at(23, 0) - 1s).day == 1);
  CHECK(progress(at(24, 12)).day == 3);
  CHECK(progress(at(25, 0) - 1s).phase == agenda::Phase::running);
  CHECK(progress(at(25, 0)).phase == agenda::Phase::over);
}

TEST_CASE("the agenda opens with today, or with the first day") {
  const model::Event event = small_event();
  const agenda::Programme programme(event, test::astana());
  const auto day = [&](model::Instant now) { return programme.opening_day(now); };
  CHECK(day(at(10, 12)) == 2026y / April / 22);
  CHECK(day(at(23, 0)) == 2026y / April / 23);
  CHECK(day(at(24, 23, 59)) == 2026y / April / 24);
  CHECK(day(at(25, 0)) == 2026y / April / 22);
}

// Midnight is no border for those who are there: 24 April 23:00 to 01:00, and an exhibition of three days.
model::Event long_event() {
  model::Event event = small_event();
  event.sessions.insert(event.sessions.begin() + 1, session("exhibition", at(22, 10), at(24, 18)));
  event.sessions.push_back(session("farewell", at(24, 23), at(25, 1)));
  return event;
}

TEST_CASE("the event is over when the last that began in it has ended") {
  const model::Event small = small_event();
  const agenda::Programme programme_of_small(small, test::astana());
  const model::Event event = long_event();
  const agenda::Programme programme(event, test::astana());
  const auto progress = [&](model::Instant now) { return programme.progress(now); };
  CHECK(progress(at(25, 0, 10)).phase == agenda::Phase::running);
  CHECK(progress(at(25, 0, 10)).day == 3);
  CHECK(progress(at(25, 1) - 1s).phase == agenda::Phase::running);
  CHECK(progress(at(25, 1)).phase == agenda::Phase::over);
  CHECK(programme.end() == at(25, 1));
  CHECK(programme_of_small.end() == at(25, 0));
  const auto day = [&](model::Instant now) { return programme.opening_day(now); };
  CHECK(day(at(25, 0, 10)) == 2026y / April / 24);
  CHECK(day(at(25, 1)) == 2026y / April / 22);
  model::Event cancelled = event;
  cancelled.sessions.back().state = model::SessionState::cancelled;
  CHECK(agenda::Programme(cancelled, test::astana()).progress(at(25, 0, 10)).phase == agenda::Phase::over);
}

TEST_CASE("a session has one day of its own, and goes on in the others that it reaches") {
  const model::Event event = long_event();
  const agenda::Programme programme(event, test::astana());
  const auto continuing = [&](int day) {
    return ids(programme.continuing_on(2026y / April / std::chrono::day(static_cast<unsigned>(day))));
  };
  CHECK(continuing(22).empty());
  CHECK(continuing(23) == Ids{"exhibition", "late"});
  CHECK(continuing(24) == Ids{"exhibition"});
  CHECK(continuing(25) == Ids{"farewell"});
  for (const model::Session& session : event.sessions) {
    CAPTURE(session.id);
    int own = 0;
    const agenda::Days days = agenda::days_of(session, test::astana());
    for (unsigned d = 21; d <= 26; ++d) {
      const model::Date day = 2026y / April / std::chrono::day(d);
      const bool begins = std::ranges::count(programme.on_day(day), &session) > 0;
      const bool goes_on = std::ranges::count(programme.continuing_on(day), &session) > 0;
      own += begins;
      CHECK_FALSE((begins && goes_on));
      CHECK((begins || goes_on) == days.contain(day));
      CHECK(begins == (day == days.first));
    }
    CHECK(own == 1);
  }
  // What ends at midnight is over then.
  const model::Session until_midnight = session("until-midnight", at(22, 22), at(23, 0));
  CHECK(agenda::days_of(until_midnight, test::astana()).last == 2026y / April / 22);
}

TEST_CASE("how much is over stays between nothing and all") {
  const model::Session hour = session("hour", at(22, 10), at(22, 11));
  CHECK(agenda::share_over(hour, at(22, 9)) == 0);
  CHECK(agenda::share_over(hour, at(22, 10)) == 0);
  CHECK(agenda::share_over(hour, at(22, 10, 45)) == doctest::Approx(0.75));
  CHECK(agenda::share_over(hour, at(22, 11)) == 1);
  CHECK(agenda::share_over(hour, at(23, 11)) == 1);
  CHECK(agenda::share_over(session("nothing", at(22, 10), at(22, 10)), at(22, 10)) == 1);
}

TEST_CASE("sessions are found by theme, partner and room, wherever those stand in their lists") {
  const model::Event event = small_event();
  const agenda::Programme programme(event, test::astana());
  CHECK(ids(programme.of_theme("air")) == Ids{"morning"});
  CHECK(ids(programme.of_partner("undp")) == Ids{"morning"});
  CHECK(ids(programme.in_room("hall-1")) == Ids{"morning"});
  CHECK(programme.of_theme("ai").empty());
  CHECK(programme.of_partner("").empty());
}

namespace {

// A programme of chance: many begin together, some last for days, some for no time at all.
model::Event random_event(std::mt19937& chance) {
  const auto up_to = [&](int most) { return std::uniform_int_distribution<int>(0, most)(chance); };
  model::Event event;
  event.first_day = 2026y / April / 22;
  event.last_day = 2026y / April / 24;
  for (const char* id : {"undp", "fao", "bank"}) event.partners.emplace_back().id = id;
  for (int i = up_to(60); i > 0; --i) {
    const model::Instant from = at(21, 0) + minutes(30 * up_to(5 * 48));
    const minutes length = up_to(9) == 0 ? minutes(60 * up_to(70)) : minutes(15 * up_to(8));
    model::Session made = session("s" + std::to_string(i), from, from + length);
    made.room = "room-" + std::to_string(up_to(4));
    for (int n = up_to(2); n > 0; --n) made.themes.push_back("theme-" + std::to_string(up_to(3)));
    for (int n = up_to(2); n > 0; --n)
      made.partners.push_back(event.partners[static_cast<std::size_t>(up_to(2))].id);
    if (up_to(2) == 0) made.people.emplace_back().person = "person-" + std::to_string(up_to(3));
    if (up_to(5) == 0) made.state = model::SessionState::cancelled;
    event.sessions.push_back(std::move(made));
  }
  std::ranges::stable_sort(event.sessions, {}, &model::Session::starts_at);
  return event;
}

// The same question asked of each session in turn.
template <class Wanted>
Ids scanned(const model::Event& event, Wanted wanted) {
  Ids found;
  for (const model::Session& one : event.sessions)
    if (wanted(one)) found.push_back(one.id);
  return found;
}

template <class List, class Value>
bool among(const List& list, const Value& value) {
  return std::ranges::find(list, value) != list.end();
}

}  // namespace

TEST_CASE("the index answers as one who asks every session") {
  std::mt19937 chance(20260422);
  for (int round = 0; round < 150; ++round) {
    CAPTURE(round);
    const model::Event event = random_event(chance);
    const agenda::Programme programme(event, test::astana());
    CHECK(programme.all().size() == event.sessions.size());
    for (unsigned d = 20; d <= 29; ++d) {
      const model::Date day = 2026y / April / std::chrono::day(d);
      const model::Instant midnight = at(static_cast<int>(d), 0);
      CHECK(ids(programme.on_day(day)) == scanned(event, [&](const model::Session& one) {
              return one.starts_at >= midnight && one.starts_at < midnight + 24h;
            }));
      CHECK(ids(programme.continuing_on(day)) == scanned(event, [&](const model::Session& one) {
              return one.starts_at < midnight && one.ends_at > midnight;
            }));
    }
    for (model::Instant now = at(21, 0) - 1h; now < at(30, 0); now += 47min) {
      const Ids on = scanned(event, [&](const model::Session& one) { return agenda::is_on(one, now); });
      CHECK(ids(programme.on_now(now)) == on);
      Ids next = scanned(event, [&](const model::Session& one) {
        return one.starts_at > now && one.state != model::SessionState::cancelled;
      });
      next.resize(std::min<std::size_t>(next.size(), 4));
      CHECK(ids(programme.up_next(now, 4)) == next);
    }
    for (int n = 0; n <= 5; ++n) {
      const std::string room = "room-" + std::to_string(n);
      const std::string theme = "theme-" + std::to_string(n);
      const std::string person = "person-" + std::to_string(n);
      CHECK(ids(programme.in_room(room)) ==
            scanned(event, [&](const model::Session& one) { return one.room == room; }));
      CHECK(ids(programme.of_theme(theme)) ==
            scanned(event, [&](const model::Session& one) { return among(one.themes, theme); }));
      CHECK(ids(programme.of_person(person)) == scanned(event, [&](const model::Session& one) {
              return std::ranges::count(one.people, person, &model::Participation::person) > 0;
            }));
      Ids partners;
      for (const model::Partner& partner : event.partners)
        if (std::ranges::any_of(event.sessions, [&](const model::Session& one) {
              return among(one.themes, theme) && among(one.partners, partner.id);
            }))
          partners.push_back(partner.id);
      Ids indexed;
      for (const model::Partner* one : programme.partners_of_theme(theme)) indexed.push_back(one->id);
      CHECK(indexed == partners);
      for (const model::Partner& partner : event.partners)
        CHECK(programme.has_part_in(theme, partner) == among(partners, partner.id));
    }
    for (const model::Partner& partner : event.partners)
      CHECK(ids(programme.of_partner(partner.id)) ==
            scanned(event, [&](const model::Session& one) { return among(one.partners, partner.id); }));
    model::Instant end = at(25, 0);
    for (const model::Session& one : event.sessions)
      if (one.state != model::SessionState::cancelled && one.starts_at < at(25, 0))
        end = std::max(end, one.ends_at);
    CHECK(programme.end() == end);
  }
}

TEST_CASE("what has an open end belongs to the day when it begins, and is on as long as it may be") {
  model::Event event = small_event();
  event.sessions[3].open_end = true;  // late, from 23:30 on
  const agenda::Programme programme(event, test::astana());
  CHECK(agenda::days_of(event.sessions[3], test::astana()).last == 2026y / April / 22);
  CHECK(ids(programme.on_day(2026y / April / 22)).back() == "late");
  CHECK(ids(programme.continuing_on(2026y / April / 23)) == Ids{});
  CHECK(ids(programme.on_now(at(23, 0, 30))) == Ids{"late", "midnight"});
}

TEST_CASE("the next session in a room begins on that day after now, and is held") {
  model::Event event = small_event();
  for (model::Session& one : event.sessions) one.room = "hall-1";
  event.sessions[2].state = model::SessionState::cancelled;  // "beside"
  model::Room hall;
  hall.id = "hall-1";
  model::Room empty;
  empty.id = "empty";
  event.rooms = {empty, hall};
  const agenda::Programme programme(event, test::astana());
  const auto next = [&](model::Instant now, model::Date day) -> std::string {
    const model::Session* one = programme.next_in("hall-1", day, now);
    return one == nullptr ? "" : one->id;
  };
  CHECK(next(at(22, 0, 0), 2026y / April / 22) == "morning");
  CHECK(next(at(22, 9, 59), 2026y / April / 22) == "morning");
  CHECK(next(at(22, 10), 2026y / April / 22) == "late");
  CHECK(next(at(22, 23, 30), 2026y / April / 22) == "");
  CHECK(next(at(22, 23, 30), 2026y / April / 23) == "midnight");
  CHECK(programme.next_in("empty", 2026y / April / 22, at(22, 0)) == nullptr);
  REQUIRE(programme.rooms().size() == 1);
  CHECK(programme.rooms()[0]->id == "hall-1");
}

TEST_CASE("a day is made of what begins together, up to what begins next, without exhibitions") {
  model::Event event = small_event();
  event.sessions.insert(event.sessions.begin() + 3, session("coffee", at(22, 11, 30), at(22, 11, 45)));
  model::Session fair = session("fair", at(22, 9), at(22, 18));
  fair.kind = model::SessionKind::exhibition;
  event.sessions.insert(event.sessions.begin() + 1, fair);
  const agenda::Programme programme(event, test::astana());
  const std::span<const agenda::Slot> slots = programme.slots_on(2026y / April / 22);
  REQUIRE(slots.size() == 4);
  CHECK(ids(slots[1].sessions) == Ids{"morning", "beside"});
  CHECK(slots[1].starts_at == at(22, 10));
  CHECK(slots[1].ends_at == at(22, 11, 30));
  CHECK(ids(slots[2].sessions) == Ids{"coffee"});
  CHECK(slots[2].ends_at == at(22, 11, 45));
  CHECK(slots[3].ends_at == at(23, 1));
  CHECK(programme.slots_on(2026y / April / 25).empty());
}
