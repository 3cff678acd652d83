// Questions to the programme: what is on a day, what is on now, what comes next.
// Answers depend on the arguments alone; the clock is handed in.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/event.h"
#include "text/time_zone.h"

namespace agenda {

using Sessions = std::vector<const model::Session*>;  // in order of start; they live in the event

// Sessions that begin on that day by the clock of `zone`: each session has one such day.
Sessions on_day(const model::Event& event, const text::TimeZone& zone, model::Date day);

// Sessions that began before that day and go on in it. Whatever lasts past midnight is here on the next day.
Sessions continuing_on(const model::Event& event, const text::TimeZone& zone, model::Date day);

// The first and the last day of a session by that clock. What ends at midnight is of the day before.
struct Days {
  model::Date first{};
  model::Date last{};
  bool contain(model::Date day) const { return first <= day && day <= last; }
};
Days days_of(const model::Session& session, const text::TimeZone& zone);

// Sessions that have begun and not ended. Cancelled ones are never on.
Sessions on_now(const model::Event& event, model::Instant now);

// The next sessions to begin, all that share the earliest start after `now`
// first, no more than `most`.
Sessions up_next(const model::Event& event, model::Instant now, std::size_t most);

Sessions of_theme(const model::Event& event, std::string_view theme);
Sessions of_partner(const model::Event& event, std::string_view partner);
Sessions in_room(const model::Event& event, std::string_view room);

// When the event is over: at the end of its last day, or of what still runs then.
model::Instant end_of(const model::Event& event, const text::TimeZone& zone);

// Where the event stands.
enum class Phase { before, running, over };
struct Progress {
  Phase phase = Phase::before;
  int day = 0;         // running: 1 on the first day; past the last midnight still that of the last day
  int days_left = 0;   // before: days until the first day, at least 1
};
Progress progress(const model::Event& event, const text::TimeZone& zone, model::Instant now);

// The day an agenda opens with: today during the event, its last one while something of it still runs
// past midnight, else the first.
model::Date opening_day(const model::Event& event, const text::TimeZone& zone, model::Instant now);

// How much of the session is over, 0 to 1.
float share_over(const model::Session& session, model::Instant now);

bool is_on(const model::Session& session, model::Instant now);

// The next moment at which a session begins or ends; nothing when all is over.
std::optional<model::Instant> next_change(const model::Event& event, model::Instant now);

}  // namespace agenda
