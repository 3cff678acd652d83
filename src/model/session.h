// The programme: days and the sessions on them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/language.h"
#include "model/publication.h"
#include "model/time.h"

namespace model {

// One day of the event, in the event's time zone.
struct Day {
  Date date{};
  LocalizedText title;  // what the day is about; may be empty
  bool operator==(const Day&) const = default;
};

enum class SessionKind {
  opening,
  high_level,
  thematic,
  country,
  partner,
  exhibition,
  side_event,
  culture,
  ceremony,
  service
};

// Who may come in.
enum class AccessLevel { everyone, delegates, heads_of_delegation, invitation, press };

enum class SessionState { scheduled, changed, cancelled };

// A language one can listen to in the room, and the receiver channel it is on.
struct Interpretation {
  LanguageTag language;
  std::optional<int> channel;  // absent until the organisers publish it
  bool operator==(const Interpretation&) const = default;
};

// Somebody's part in a session.
struct Participation {
  std::string person;  // id of a Person
  LocalizedText role;  // "Moderator"; may be empty
  bool operator==(const Participation&) const = default;
};

struct Session {
  std::string id;
  LocalizedText title;
  LocalizedText summary;  // may be empty
  Instant starts_at{};
  Instant ends_at{};  // always after starts_at
  std::string room;   // id of a Room
  SessionKind kind = SessionKind::thematic;
  std::vector<std::string> themes;    // ids of Themes; the first one gives the colour
  std::vector<std::string> partners;  // ids of Partners
  std::vector<Participation> people;
  std::vector<LanguageTag> languages;  // spoken on the floor
  std::vector<Interpretation> interpretation;
  AccessLevel access = AccessLevel::delegates;
  SessionState state = SessionState::scheduled;
  Publication publication;
  bool operator==(const Session&) const = default;
};

}  // namespace model
