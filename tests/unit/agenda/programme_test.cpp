#include "agenda/programme.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "with_icu.h"

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

// A moment by the clock of Astana, which is five hours ahead.
model::Instant at(int day, int hour, int minute = 0) {
  return sys_days(year_month_day{2026y / April / std::chrono::day(static_cast<unsigned>(day))}) +
         hours(hour - 5) + minutes(minute);
}

model::Session session(std::string id, model::Instant from, model::Instant to) {
  model::Session made;
  made.id = std::move(id);
  made.starts_at = from;
  made.ends_at = to;
  return made;
}

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

std::vector<std::string> ids(const agenda::Sessions& sessions) {
  std::vector<std::string> all;
  for (const model::Session* one : sessions) all.push_back(one->id);
  return all;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a day begins and ends at midnight of the event's clock") {
  const model::Event event = small_event();
  CHECK(ids(agenda::on_day(event, test::astana(), 2026y / April / 22)) ==
        Ids{"first-minute", "morning", "beside", "late"});
  CHECK(ids(agenda::on_day(event, test::astana(), 2026y / April / 23)) == Ids{"midnight"});
  CHECK(ids(agenda::on_day(event, test::astana(), 2026y / April / 21)).empty());
  // The same programme on a clock in London is cut elsewhere.
  const text::TimeZone london = *text::TimeZone::named("Europe/London");
  CHECK(ids(agenda::on_day(event, london, 2026y / April / 21)) == Ids{"first-minute"});
}

TEST_CASE("a session is on from its first moment to before its last") {
  const model::Event event = small_event();
  CHECK(agenda::on_now(event, at(22, 10) - 1s).empty());
  CHECK(ids(agenda::on_now(event, at(22, 10))) == Ids{"morning", "beside"});
  CHECK(ids(agenda::on_now(event, at(22, 11) - 1s)) == Ids{"morning", "beside"});
  CHECK(ids(agenda::on_now(event, at(22, 11))) == Ids{"beside"});
  CHECK(ids(agenda::on_now(event, at(23, 0, 30))) == Ids{"late", "midnight"});
}

TEST_CASE("what is next begins after now, and no more are told than asked for") {
  const model::Event event = small_event();
  CHECK(ids(agenda::up_next(event, at(22, 10), 4)) == Ids{"late", "midnight", "last"});
  CHECK(ids(agenda::up_next(event, at(22, 10) - 1s, 2)) == Ids{"morning", "beside"});
  CHECK(agenda::up_next(event, at(22, 9), 0).empty());
  CHECK(agenda::up_next(event, at(24, 16), 4).empty());
}

TEST_CASE("what is cancelled is neither on nor next, but still in its day") {
  model::Event event = small_event();
  event.sessions[1].state = model::SessionState::cancelled;
  CHECK(ids(agenda::on_now(event, at(22, 10, 30))) == Ids{"beside"});
  CHECK(ids(agenda::up_next(event, at(22, 9), 1)) == Ids{"beside"});
  CHECK_FALSE(agenda::is_on(event.sessions[1], at(22, 10, 30)));
  CHECK(agenda::on_day(event, test::astana(), 2026y / April / 22).size() == 4);
}

TEST_CASE("progress goes by the days of the event's clock") {
  const model::Event event = small_event();
  const auto progress = [&](model::Instant now) {
    return agenda::progress(event, test::astana(), now);
  };
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
  const auto day = [&](model::Instant now) {
    return agenda::opening_day(event, test::astana(), now);
  };
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
  const model::Event event = long_event();
  const auto progress = [&](model::Instant now) { return agenda::progress(event, test::astana(), now); };
  CHECK(progress(at(25, 0, 10)).phase == agenda::Phase::running);
  CHECK(progress(at(25, 0, 10)).day == 3);
  CHECK(progress(at(25, 1) - 1s).phase == agenda::Phase::running);
  CHECK(progress(at(25, 1)).phase == agenda::Phase::over);
  CHECK(agenda::end_of(event, test::astana()) == at(25, 1));
  CHECK(agenda::end_of(small_event(), test::astana()) == at(25, 0));
  const auto day = [&](model::Instant now) { return agenda::opening_day(event, test::astana(), now); };
  CHECK(day(at(25, 0, 10)) == 2026y / April / 24);
  CHECK(day(at(25, 1)) == 2026y / April / 22);
  model::Event cancelled = event;
  cancelled.sessions.back().state = model::SessionState::cancelled;
  CHECK(agenda::progress(cancelled, test::astana(), at(25, 0, 10)).phase == agenda::Phase::over);
}

TEST_CASE("a session has one day of its own, and goes on in the others that it reaches") {
  const model::Event event = long_event();
  const auto continuing = [&](int day) {
    return ids(agenda::continuing_on(event, test::astana(), 2026y / April / std::chrono::day(static_cast<unsigned>(day))));
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
      const bool begins = std::ranges::count(agenda::on_day(event, test::astana(), day), &session) > 0;
      const bool goes_on = std::ranges::count(agenda::continuing_on(event, test::astana(), day), &session) > 0;
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

TEST_CASE("the next change is the next beginning or end") {
  const model::Event event = small_event();
  CHECK(agenda::next_change(event, at(22, 0) - 1s) == at(22, 0));
  CHECK(agenda::next_change(event, at(22, 10)) == at(22, 11));
  CHECK(agenda::next_change(event, at(22, 12)) == at(22, 23, 30));
  CHECK(agenda::next_change(event, at(24, 16)) == at(24, 17));
  CHECK_FALSE(agenda::next_change(event, at(24, 17)));
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
  CHECK(ids(agenda::of_theme(event, "air")) == Ids{"morning"});
  CHECK(ids(agenda::of_partner(event, "undp")) == Ids{"morning"});
  CHECK(ids(agenda::in_room(event, "hall-1")) == Ids{"morning"});
  CHECK(agenda::of_theme(event, "ai").empty());
  CHECK(agenda::of_partner(event, "").empty());
}
