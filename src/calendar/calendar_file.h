// iCalendar files (RFC 5545) out of plain entries. What of an event becomes an entry is in entries.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/place.h"
#include "model/time.h"

namespace calendar {

// One VEVENT. Texts are plain: the file escapes them.
struct Entry {
  std::string uid;   // the same for ever, in every language; see entries.h
  int sequence = 0;  // rises with each change, so that calendars take the newer one
  std::string title;
  model::Instant starts_at{};
  std::optional<model::Instant> ends_at;  // absent: nobody has published it, which is a valid event
  bool cancelled = false;
  std::string place;                        // may be empty
  std::optional<model::GeoPoint> position;  // of the place
  std::string url;                          // of its page; may be empty
  std::vector<std::string> categories;
  std::string description;  // may have line breaks, and may be empty
  bool busy = true;         // false: the calendar's owner is free for other things
  std::optional<model::Minutes>
      alarm;  // how long before it begins the calendar is to ring; absent: not at all
};

struct CalendarFile {
  std::string name;      // what calendars call it, for X-WR-CALNAME; may be empty
  std::string language;  // of the texts, for PRODID: "kk"
  // When what is said was last changed. Of a file without METHOD that is DTSTAMP, which must be there, and
  // LAST-MODIFIED too.
  model::Instant last_modified{};
  std::vector<Entry> entries;
};

inline constexpr const char* media_type = "text/calendar; charset=utf-8";

// The file: times in UTC, lines of at most 75 bytes that end with CRLF.
std::string write(const CalendarFile& calendar);

}  // namespace calendar
