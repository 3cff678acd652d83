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

enum class SessionState {
  scheduled,
  changed,    // something about it, but neither its time nor its room
  cancelled,  // it does not take place
  moved,      // to another time or room; Session::moved_from may say from where
  full,       // nobody else fits in
};

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

// When and where a session was to be before it moved; what has stayed, or is not known, is absent.
struct FormerPlace {
  std::optional<Instant> starts_at;
  std::string room;  // id of a Room, or empty
  bool operator==(const FormerPlace&) const = default;
};

struct Session {
  std::string id;
  LocalizedText title;
  LocalizedText summary;      // a few sentences; may be empty
  LocalizedText description;  // paragraphs with links, as text/prose.h reads them; may be empty
  Instant starts_at{};
  // Always after starts_at. With `open_end` nobody has published it: then it is what settle_open_ends
  // sets, so that whoever asks what is on needs no rule of its own, and it is never shown.
  Instant ends_at{};
  bool open_end = false;
  std::string room;  // id of a Room; empty when it has none, or nobody has published it
  // Id of the Room to which it is shown too, for those who find no place in its own; empty: none.
  std::string overflow_room;
  SessionKind kind = SessionKind::thematic;
  std::vector<std::string> themes;    // ids of Themes; the first one gives the colour
  std::vector<std::string> partners;  // ids of Partners
  std::vector<Participation> people;
  std::vector<LanguageTag> languages;  // spoken on the floor
  std::vector<Interpretation> interpretation;
  AccessLevel access = AccessLevel::delegates;
  SessionState state = SessionState::scheduled;
  std::optional<FormerPlace> moved_from;  // of a session that has moved
  int revision = 0;  // how often something of it has changed since it was first published; it never falls
  Publication publication;
  bool operator==(const Session&) const = default;
};

// Whether whoever is in it is nowhere else: exhibitions and services go on around other sessions, and what is
// cancelled takes place for nobody.
bool takes_time(const Session&);

// Whether it has its room for itself: it takes time, and is in a room.
bool takes_the_room(const Session&);

// A session whose end nobody has published is on until the next one begins that takes the same room, and no
// longer than this: nobody should be sent in the evening to what began in the morning.
inline constexpr std::chrono::hours longest_open_end{4};

// Sets ends_at of all sessions with an open end. The pack reader does; whoever changes times does it again.
void settle_open_ends(std::vector<Session>& sessions);

}  // namespace model
