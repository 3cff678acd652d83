// What one visitor has planned: starred sessions and own appointments in one line, with what follows from
// them: clashes, gaps, hurried ways, how full a day is. Made anew when the choices or the edition change, not
// in each frame:
//
//   agenda::Plan plan(starred, visitor.appointments, walking_times);
//   for (const agenda::Clash& clash : plan.clashes()) …
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "agenda/programme.h"
#include "agenda/walking.h"
#include "model/appointment.h"

namespace agenda {

// One thing of a plan: a session or an appointment, the other is null.
struct Engagement {
  const model::Session* session = nullptr;
  const model::Appointment* appointment = nullptr;
  model::Instant starts_at{};
  model::Instant ends_at{};  // of a session with an open end when it is over at the latest
  bool takes_time = true;    // false for exhibitions, services and what is cancelled: they clash with nothing

  std::string_view room() const { return session == nullptr ? std::string_view{} : session->room; }
};

// Whether nobody can be in both: both take time, and there is a moment at which both are on. The same either
// way round; what ends when the other begins does not clash, and nothing clashes with itself.
bool clash(const Engagement& one, const Engagement& other);
bool clash(const model::Session& one, const model::Session& other);

// Two that clash, the one that begins earlier first. Places in Plan::all().
struct Clash {
  std::size_t first = 0;
  std::size_t second = 0;
  bool operator==(const Clash&) const = default;
};

// Time in which nothing is planned.
struct Gap {
  model::Instant from{};
  model::Instant to{};
  bool operator==(const Gap&) const = default;
};

// Two one after the other between which there is less time than the way takes. Places in Plan::all().
struct Hurry {
  std::size_t from = 0;
  std::size_t to = 0;
  model::Minutes time{};     // between the end of the one and the start of the other
  model::Minutes walking{};  // from room to room
  bool operator==(const Hurry&) const = default;
};

// How full a span of time is.
struct Load {
  std::size_t engagements = 0;  // that take time
  model::Minutes busy{};        // in which at least one of them is on
  model::Minutes walking{};     // between rooms one after the other
  bool operator==(const Load&) const = default;
};

class Plan {
 public:
  // The sessions, the appointments and the times must live as long as the plan.
  Plan(SessionSpan sessions, std::span<const model::Appointment> appointments, const WalkingTimes& walking);

  // In order of start, what ends earlier first.
  std::span<const Engagement> all() const { return all_; }

  // All pairs, in the order of all().
  std::vector<Clash> clashes() const;

  // What clashes with that session, whether it is in the plan or not; never it itself.
  std::vector<const Engagement*> clashing_with(const model::Session& session) const;

  // Between `from` and `to`, no shorter than `least`; before the first and behind the last too.
  std::vector<Gap> gaps(model::Instant from, model::Instant to, model::Minutes least) const;

  // Of what begins in that span, each with the one that comes before it.
  std::vector<Hurry> hurries(model::Instant from, model::Instant to) const;

  // Of that span, such as a day from midnight to midnight; what reaches beyond it counts up to there.
  Load load(model::Instant from, model::Instant to) const;

  // The next to begin after `now` that takes time, or null; and when to leave for it from where one is
  // before: the room of the last that began, when one is known.
  const Engagement* next(model::Instant now) const;
  model::Instant leave_at(const Engagement& next) const;

 private:
  // The last that takes time and begins before that one; null when there is none.
  const Engagement* before(const Engagement& one) const;

  std::vector<Engagement> all_;
  const WalkingTimes& walking_;
};

// What can be gone to in place of a session.
struct Alternative {
  enum class Kind {
    repeat,      // the same session once more: it has the same title in all languages
    same_theme,  // another one about one of its themes
  };
  const model::Session* session = nullptr;
  Kind kind = Kind::repeat;
};

// No more than `most`, repeats first, then in order of start: what begins after `now`, has places left, is
// not planned already, and clashes with nothing in the plan but the session itself.
std::vector<Alternative> alternatives(const Programme& programme, const model::Session& session,
                                      const Plan& plan, model::Instant now, std::size_t most);

}  // namespace agenda
