#include "calendar/calendar_file.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "calendar/content_line.h"

namespace calendar {
namespace {

// "20260422T053000Z"
std::string in_utc(model::Instant moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{moment - day};
  std::array<char, 40> text{};
  const int length =
      std::snprintf(text.data(), text.size(), "%04d%02u%02uT%02d%02d%02dZ", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                    static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                    static_cast<int>(time.seconds().count()));
  return {text.data(), static_cast<std::size_t>(length)};
}

// Six decimals are eleven centimetres.
std::string degrees(double angle) {
  const long long millionths = static_cast<long long>(angle * 1e6 + (angle < 0 ? -0.5 : 0.5));
  const long long size = std::llabs(millionths);
  std::array<char, 48> text{};
  const int length = std::snprintf(text.data(), text.size(), "%s%lld.%06lld", millionths < 0 ? "-" : "",
                                   size / 1'000'000, size % 1'000'000);
  return {text.data(), static_cast<std::size_t>(length)};
}

// Of a display alarm exactly ACTION, DESCRIPTION and TRIGGER must be there.
void append_alarm(std::string& file, model::Minutes before, const std::string& title) {
  append_line(file, "BEGIN", "VALARM");
  append_line(file, "ACTION", "DISPLAY");
  append_line(file, "DESCRIPTION", escaped(title));
  append_line(file, "TRIGGER", before.count() > 0 ? "-PT" + std::to_string(before.count()) + "M" : "PT0M");
  append_line(file, "END", "VALARM");
}

void append_entry(std::string& file, const Entry& entry, model::Instant last_modified) {
  const auto text = [&](const char* name, const std::string& value) {
    if (!value.empty()) append_line(file, name, escaped(value));
  };
  append_line(file, "BEGIN", "VEVENT");
  append_line(file, "UID", escaped(entry.uid));
  append_line(file, "DTSTAMP", in_utc(last_modified));
  append_line(file, "LAST-MODIFIED", in_utc(last_modified));
  append_line(file, "SEQUENCE", std::to_string(entry.sequence));
  append_line(file, "STATUS", entry.cancelled ? "CANCELLED" : "CONFIRMED");
  append_line(file, "DTSTART", in_utc(entry.starts_at));
  // An end that is no later than the start may not be written.
  if (entry.ends_at && *entry.ends_at > entry.starts_at) append_line(file, "DTEND", in_utc(*entry.ends_at));
  text("SUMMARY", entry.title);
  text("LOCATION", entry.place);
  if (entry.position)
    append_line(file, "GEO", degrees(entry.position->latitude) + ";" + degrees(entry.position->longitude));
  // A URI stands as it is; one with blanks or line breaks is none.
  if (!entry.url.empty() && entry.url.find_first_of(" \t\r\n") == std::string::npos)
    append_line(file, "URL", entry.url);
  std::string categories;
  for (const std::string& one : entry.categories)
    categories += (categories.empty() ? "" : ",") + escaped(one);
  if (!categories.empty()) append_line(file, "CATEGORIES", categories);
  text("DESCRIPTION", entry.description);
  append_line(file, "TRANSP", entry.busy ? "OPAQUE" : "TRANSPARENT");
  if (entry.alarm && !entry.cancelled) append_alarm(file, *entry.alarm, entry.title);
  append_line(file, "END", "VEVENT");
}

}  // namespace

std::string write(const CalendarFile& calendar) {
  std::string file;
  append_line(file, "BEGIN", "VCALENDAR");
  append_line(file, "VERSION", "2.0");
  append_line(file, "PRODID", escaped("-//Summit companion//Agenda//" + calendar.language));
  append_line(file, "CALSCALE", "GREGORIAN");
  if (!calendar.name.empty()) append_line(file, "X-WR-CALNAME", escaped(calendar.name));
  for (const Entry& entry : calendar.entries) append_entry(file, entry, calendar.last_modified);
  append_line(file, "END", "VCALENDAR");
  return file;
}

}  // namespace calendar
