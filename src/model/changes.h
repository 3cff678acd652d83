// What is other in the programme between two states of an event, as data: whoever tells of it finds
// words of their own.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "model/event.h"

namespace model {

struct SessionTimes {
  Instant starts_at{};
  Instant ends_at{};
  bool open_end = false;  // then ends_at is no statement and does not count
  bool operator==(const SessionTimes& other) const {
    return starts_at == other.starts_at && open_end == other.open_end &&
           (open_end || ends_at == other.ends_at);
  }
};

struct SessionLanguages {
  std::vector<LanguageTag> spoken;
  std::vector<Interpretation> interpretation;
  bool operator==(const SessionLanguages&) const = default;
};

// Nothing, of a session that was not there or is no more; else what the kind of change says.
using ChangedValue = std::variant<std::monostate, Session, SessionState, LocalizedText, SessionTimes,
                                  std::string, std::vector<Participation>, SessionLanguages, AccessLevel>;

struct SessionChange {
  // In the order in which the changes of one session stand.
  enum class Kind {
    added,       // after: Session
    removed,     // before: Session
    cancelled,   // SessionState
    reinstated,  // SessionState: was cancelled, and is no longer
    state,       // SessionState, for any other
    renamed,     // LocalizedText: its title reads differently in some language
    moved,       // SessionTimes
    relocated,   // std::string: the id of the room
    people,      // std::vector<Participation>
    languages,   // SessionLanguages
    access,      // AccessLevel
    edited,      // Session: something else about it, with all of it
  };

  Kind kind = Kind::edited;
  std::string session;  // its id
  ChangedValue before;
  ChangedValue after;
  bool operator==(const SessionChange&) const = default;
};

// All that is other, in the order of the programme; a session that is gone stands where it was. A revision
// follows from changes and is none itself.
std::vector<SessionChange> changes(const Event& before, const Event& after);

// Makes the change in its session, as it was before; of one that is added or removed nothing.
void apply(const SessionChange& change, Session& session);

// The programme as it was before these changes, which are all that lead to `after`; in order of start, then
// of id.
std::vector<Session> before(const std::vector<SessionChange>& changes, std::vector<Session> after);

}  // namespace model
