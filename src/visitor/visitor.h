// What the app remembers for its user at one event, as the screens read it: the last word of each
// operation in the log.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/appointment.h"
#include "visitor/operations.h"

namespace visitor {

enum class Appearance : std::uint8_t { as_device, light, dark, high_contrast };

// "as-device", "light", "dark", "high-contrast".
std::string_view name_of(Appearance appearance);
// As the device for a name that there is not.
Appearance appearance_named(std::string_view name);

// The text sizes to choose from, in percent of the designed one.
inline constexpr std::array<int, 5> text_sizes{100, 125, 150, 175, 200};

// How long before a session begins its visitor may be reminded, in minutes; 0: not at all.
inline constexpr std::array<int, 6> reminder_choices{0, 5, 10, 15, 30, 60};
inline constexpr int usual_reminder = 10;

// How far the visitor's badge opens doors.
enum class Badge : std::uint8_t { usual, restricted_areas, staff };

// How the visitor goes from place to place.
struct Walking {
  bool step_free = false;  // no stairs, no escalators
  bool avoid_escalators = false;
  Badge badge = Badge::usual;  // at this event
  bool operator==(const Walking&) const = default;
};

// The newest revision of a session of which the visitor was told what changed.
struct SeenSession {
  std::string session;
  int revision = 0;
  bool operator==(const SeenSession&) const = default;
};

struct Visitor {
  std::string language;  // chosen by hand; empty until then
  Appearance appearance = Appearance::as_device;
  int text_size = 100;                                // one of text_sizes
  std::vector<std::string> starred;                   // ids of sessions, sorted
  std::vector<model::Appointment> appointments = {};  // in order of start, then of id
  int reminder = usual_reminder;                      // in minutes, one of reminder_choices
  std::vector<SeenSession> seen = {};                 // sorted by session
  std::vector<std::string> reminded = {};             // of what, as agenda::reminder_subject names it; sorted
  Walking walking = {};
  std::string looked_at = {};  // the edition in which the visitor last looked at what changed; empty: in none

  // Of notices, as notice_subject() names them; sorted.
  std::vector<std::string> read_notices = {};
  std::vector<std::string> dismissed_notices = {};  // of those that lie over every page

  bool has_starred(std::string_view session) const;
  // A notice that was dismissed was read.
  bool has_read(std::string_view notice_subject) const;
  bool has_dismissed(std::string_view notice_subject) const;
  bool was_reminded(std::string_view subject) const;
  // The revision up to which the visitor knows what changed; 0 when they were told of none.
  int seen_revision(std::string_view session) const;

  bool operator==(const Visitor&) const = default;
};

// What the log says for that event. What it says of anything else, or in words that this version
// does not know, is passed over.
Visitor visitor_at(std::string_view event, const OperationLog& log);

// The operations that make it so; for appointments see appointments.h.
OperationKey star_key(std::string_view event, std::string_view session);
// What is said of a notice holds for one revision of it, see model::revision_of.
std::string notice_subject(std::string_view notice, std::string_view revision);
OperationKey read_notice_key(std::string_view event, std::string_view notice_subject);
OperationKey dismissed_notice_key(std::string_view event, std::string_view notice_subject);
OperationKey language_key();
OperationKey appearance_key();
OperationKey text_size_key();
OperationKey reminder_key();   // value: one of reminder_choices, in digits
OperationKey step_free_key();  // value: `on` or `off`, as of the next
OperationKey avoid_escalators_key();
OperationKey badge_key(std::string_view event);  // value: as name_of says
// "usual", "restricted-areas", "staff".
std::string_view name_of(Badge badge);
// That the visitor was reminded of it, with the value `on`.
OperationKey reminded_key(std::string_view event, std::string_view subject);
OperationKey looked_at_key(std::string_view event);  // value: what tells editions apart, such as a checksum
// That the visitor was told of all changes up to that revision, with the value `on`. Each revision has its
// own key: so the greatest counts, in whatever order copies merge, and nothing is told twice.
OperationKey seen_key(std::string_view event, std::string_view session, int revision);
inline constexpr std::string_view on = "on";
inline constexpr std::string_view off = "off";

}  // namespace visitor
