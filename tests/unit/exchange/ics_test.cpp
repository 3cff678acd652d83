#include <doctest/doctest.h>

#include "small_programmes.h"

using namespace exchange;
using small_programmes::import;
using small_programmes::lines;
using small_programmes::session;

namespace {

std::string calendar(const std::string& inside) {
  std::string text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n" + inside + "END:VCALENDAR\n";
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at, 1, '\r');
  return text;
}

std::string event(const std::string& inside) { return "BEGIN:VEVENT\n" + inside + "END:VEVENT\n"; }

exchange::ImportOptions in_berlin() {
  auto options = small_programmes::options();
  options.zone = "Europe/Berlin";
  return options;
}

}  // namespace

TEST_CASE("what a calendar says of a zone goes before what others know of it") {
  // Berlin is never five hours ahead.
  const std::string zone =
      "BEGIN:VTIMEZONE\nTZID:Europe/"
      "Berlin\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0500\nTZOFFSETTO:+0500\n"
      "END:STANDARD\nEND:VTIMEZONE\n";
  const std::string talk =
      event("UID:1\nSUMMARY:Talk\nDTSTART;TZID=Europe/Berlin:20260703T120000\nDURATION:PT1H30M\n");
  const auto own = import(Format::ics, calendar(zone + talk), {}, in_berlin());
  CHECK(session(own.changed, "Talk")["starts_at"] == "2026-07-03T09:00+02:00");
  CHECK(session(own.changed, "Talk")["ends_at"] == "2026-07-03T10:30+02:00");
  const auto known = import(Format::ics, calendar(talk), {}, in_berlin());
  CHECK(session(known.changed, "Talk")["starts_at"] == "2026-07-03T12:00+02:00");
}

TEST_CASE("zones by Microsoft's names, and zones that nobody knows") {
  const auto windows = import(
      Format::ics,
      calendar(event("UID:1\nSUMMARY:Talk\nDTSTART;TZID=Central Asia Standard Time:20260703T120000\n")));
  CHECK(session(windows.changed, "Talk")["starts_at"] == "2026-07-03T12:00+05:00");
  const auto unknown =
      import(Format::ics, calendar(event("UID:1\nSUMMARY:Talk\nDTSTART;TZID=Moon:20260703T120000\n")), {},
             in_berlin());
  CHECK(lines(unknown.problems)
            .contains("its time zone \"Moon\" is neither in the file nor known; Europe/Berlin is taken"));
  CHECK(session(unknown.changed, "Talk")["starts_at"] == "2026-07-03T12:00+02:00");
}

TEST_CASE("all day, without an end, cancelled") {
  const auto result = import(
      Format::ics,
      calendar(event("UID:1\nSUMMARY:Holiday\nDTSTART;VALUE=DATE:20260703\n") +
               event("UID:2\nSUMMARY:Short holiday\nDTSTART:20260703\nDTEND:20260703\n") +
               event("UID:3\nSUMMARY:Open\nDTSTART:20260703T100000Z\nSTATUS:CANCELLED\nLOCATION:Garden\n"
                     "DESCRIPTION:One\\, two\\n\\nthree\nATTENDEE;CN=\"Ann Lee\":invalid:nomail\n")),
      {}, in_berlin());
  REQUIRE_MESSAGE(!pack::has_errors(result.problems), lines(result.problems));
  for (const char* title : {"Holiday", "Short holiday"}) {
    CHECK(session(result.changed, title)["starts_at"] == "2026-07-03T00:00+02:00");
    CHECK(session(result.changed, title)["ends_at"] == "2026-07-04T00:00+02:00");
  }
  const Json open = session(result.changed, "Open");
  CHECK(!open.contains("ends_at"));
  CHECK(open["state"] == "cancelled");
  CHECK(open["room"] == "garden");
  CHECK(open["description"]["en"] == "One, two\n\nthree");
  CHECK(open["people"][0]["person"] == "ann-lee");
  CHECK(result.report.contains("hours of 2 sessions that last all day"));
}

TEST_CASE("what is wrong with an event is told with its line") {
  const auto result = import(Format::ics, calendar(event("UID:1\nSUMMARY:Bad\nDTSTART:INVALID-DATE\n") +
                                                   event("UID:2\nDTSTART:20260703T100000Z\n") +
                                                   event("UID:3\nSUMMARY:Good\nDTSTART:20260703T100000Z\n")));
  CHECK(lines(result.problems).contains("file: line 4: left out: has no DTSTART that is understood"));
  CHECK(lines(result.problems).contains("file: line 9: left out: has no SUMMARY"));
  CHECK(!session(result.changed, "Good").is_null());
  CHECK(lines(import(Format::ics, "hello").problems).contains("is no calendar"));
  CHECK(lines(import(Format::ics, "\xEF\xBB\xBF" + calendar("")).problems) == "file: holds no sessions\n");
}

TEST_CASE("a calendar of years is no event, and that is said of the file") {
  const auto result = import(Format::ics, calendar(event("UID:1\nSUMMARY:One\nDTSTART:20250703T100000Z\n") +
                                                   event("UID:2\nSUMMARY:Two\nDTSTART:20260703T100000Z\n")));
  CHECK(result.changed.empty());
  CHECK(lines(result.problems) ==
        "file: its sessions and the event lie between 2025-07-03 and 2026-07-03; an event has at most 60 "
        "days\n");
}
