// The programme as an index, made once: what is on a day, what is on now, what comes next. A question
// costs what its answer is long, not what the programme is. The clock is handed in.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "model/event.h"
#include "text/time_zone.h"

namespace agenda {

using Sessions = std::vector<const model::Session*>;         // in order of start; they live in the event
using SessionSpan = std::span<const model::Session* const>;  // a part of a list that the programme holds

// The first and the last day of a session by that clock. What ends at midnight is of the day before, what has
// an open end of the day when it begins.
struct Days {
  model::Date first{};
  model::Date last{};
  bool contain(model::Date day) const { return first <= day && day <= last; }
};
Days days_of(const model::Session& session, const text::TimeZone& zone);

// How much of the session is over, 0 to 1.
float share_over(const model::Session& session, model::Instant now);

// It has begun and not ended. Cancelled ones are never on.
bool is_on(const model::Session& session, model::Instant now);

// Where the event stands.
enum class Phase { before, running, over };
struct Progress {
  Phase phase = Phase::before;
  int day = 0;        // running: 1 on the first day; past the last midnight still that of the last day
  int days_left = 0;  // before: days until the first day, at least 1
};

// A part of a day: the sessions that begin together, until the last of them ends or others begin.
struct Slot {
  model::Instant starts_at{};
  model::Instant ends_at{};
  Sessions sessions;  // without those that are cancelled and exhibitions, which last all day; never empty
};

class Programme {
 public:
  // `event` and `zone`, which is the event's, must live as long as the programme and stay as they are.
  Programme(const model::Event& event, const text::TimeZone& zone);

  // All sessions in order of start.
  SessionSpan all() const { return all_.sessions; }

  // Sessions that begin on that day by the event's clock: each session has one such day.
  SessionSpan on_day(model::Date day) const;

  // Sessions that began before that day and go on in it. Whatever lasts past midnight is here on the next
  // day, but for what has an open end.
  Sessions continuing_on(model::Date day) const;

  // Sessions that have begun and not ended, but for cancelled ones.
  Sessions on_now(model::Instant now) const;

  // The next sessions to begin after `now`, no more than `most`; none that is cancelled.
  SessionSpan up_next(model::Instant now, std::size_t most) const;

  // By ids; empty where there is no such thing, and where no session names it.
  SessionSpan of_theme(std::string_view theme) const { return list_of(by_theme_, theme); }
  SessionSpan of_partner(std::string_view partner) const { return list_of(by_partner_, partner); }
  SessionSpan of_person(std::string_view person) const { return list_of(by_person_, person); }
  SessionSpan in_room(std::string_view room) const { return list_of(by_room_, room); }

  // The next session to begin in that room on that day after `now`; null when there is none. None that is
  // cancelled.
  const model::Session* next_in(std::string_view room, model::Date day, model::Instant now) const;

  // The rooms that have sessions, in the order of the event.
  std::span<const model::Room* const> rooms() const { return rooms_; }

  // What a day is made of, in order of time; empty where nothing begins on it.
  std::span<const Slot> slots_on(model::Date day) const;
  // Sessions with that very title in all languages: a session and its repeats.
  Sessions titled(const model::LocalizedText& title) const;

  // The partners that have a part in sessions of the theme, in the organisers' order.
  std::span<const model::Partner* const> partners_of_theme(std::string_view theme) const;
  // Whether it is one of them; `partner` is of this event.
  bool has_part_in(std::string_view theme, const model::Partner& partner) const;

  // When the event is over: at the end of its last day, or of what still runs then.
  model::Instant end() const { return end_; }

  Progress progress(model::Instant now) const;

  // The day an agenda opens with: today during the event, its last one while something of it still runs
  // past midnight, else the first.
  model::Date opening_day(model::Instant now) const;

 private:
  // Sessions in order of start, and over them a tree of the latest ends, which leads to all that cover a
  // moment.
  struct Intervals {
    Sessions sessions;
    std::vector<model::Instant> latest_end;  // a heap: of node i its parts are 2 i and 2 i + 1

    void finish();
    // How many begin before that moment, or at it.
    std::size_t begun_before(model::Instant moment) const;
    std::size_t begun_by(model::Instant moment) const;
    // Of the first `begun` those that end after that moment.
    Sessions going_on(std::size_t begun, model::Instant moment) const;
  };
  using Lists = std::map<std::string_view, Sessions, std::less<>>;

  void make_slots();
  // When that day begins by the event's clock. ICU is asked once for each day.
  model::Instant midnight_of(model::Date day) const;
  static SessionSpan list_of(const Lists& lists, std::string_view id);

  const model::Event& event_;
  const text::TimeZone& zone_;
  Intervals all_;
  Intervals held_;  // those that are not cancelled
  Lists by_room_, by_theme_, by_partner_, by_person_;
  std::map<std::string_view, std::vector<const model::Partner*>, std::less<>> partners_of_theme_;
  std::vector<const model::Room*> rooms_;
  std::map<model::Date, std::vector<Slot>> slots_;  // by day
  model::Instant end_{};
  mutable std::map<model::Date, model::Instant> midnights_;  // that were asked for
  mutable Lists by_title_;  // in the event's first language; made at the first question
};

}  // namespace agenda
