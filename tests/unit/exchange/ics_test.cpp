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
  const auto neither = import(Format::ics, calendar(event("UID:1\nDTSTART:INVALID-DATE\n")));
  CHECK(lines(neither.problems) ==
        "warning: file: line 4: left out: has no SUMMARY, and no DTSTART that is understood\n"
        "file: holds no session that can be read\n");
  CHECK(!session(result.changed, "Good").is_null());
  CHECK(lines(import(Format::ics, "hello").problems).contains("is no calendar"));
  CHECK(lines(import(Format::ics, "\xEF\xBB\xBF" + calendar("")).problems) == "file: holds no sessions\n");
}

TEST_CASE("a calendar that was cut off, or whose pieces do not fit, is told with its line") {
  const std::string whole = calendar(event("UID:1\nSUMMARY:Talk\nDTSTART:20260703T100000Z\n"));
  const auto cut = [&](const char* before) {
    return lines(import(Format::ics, whole.substr(0, whole.find(before))).problems);
  };
  CHECK(cut("END:VCALENDAR") == "file: line 1: is cut off: \"BEGIN:VCALENDAR\" has no END\n");
  CHECK(cut("DTSTART") == "file: line 4: is cut off: \"BEGIN:VEVENT\" has no END\n");
  CHECK(lines(import(Format::ics, whole + "BEGIN:VCALENDAR\n" + event("UID:2\n")).problems) ==
        "file: line 10: is cut off: \"BEGIN:VCALENDAR\" has no END\n");
  CHECK(lines(import(Format::ics, "END:VEVENT\r\n" + whole).problems) ==
        "file: line 1: is no calendar: \"END:VEVENT\" without its BEGIN\n");
}

TEST_CASE("a calendar of years is no event, and that is said of the file") {
  const auto result = import(Format::ics, calendar(event("UID:1\nSUMMARY:One\nDTSTART:20250703T100000Z\n") +
                                                   event("UID:2\nSUMMARY:Two\nDTSTART:20260703T100000Z\n")));
  CHECK(result.changed.empty());
  CHECK(lines(result.problems) ==
        "file: its sessions and the event lie between 2025-07-03 and 2026-07-03; an event has at most 60 "
        "days. Of a longer calendar --dates takes some: --dates 2025-07-03/2025-07-03\n");
}

TEST_CASE("of a calendar of years some days are taken, and who had a part only in others is not") {
  const std::string years =
      calendar(event("UID:1\nSUMMARY:One\nDTSTART:20250703T100000Z\nATTENDEE;CN=Ann:invalid:nomail\n") +
               event("UID:2\nSUMMARY:Two\nDTSTART:20260702T223000Z\nATTENDEE;CN=Bob:invalid:nomail\n") +
               event("UID:3\nSUMMARY:Three\nDTSTART:20260703T223000Z\n"));
  auto options = in_berlin();
  const model::Date day{std::chrono::year(2026), std::chrono::July, std::chrono::day(3)};
  options.dates = {day, day};
  const auto result = import(Format::ics, years, {}, options);
  CHECK(lines(result.problems) ==
        "warning: file: left out: 2 sessions that begin before 2026-07-03 or after 2026-07-03\n");
  CHECK(session(result.changed, "Two")["starts_at"] == "2026-07-03T00:30+02:00");
  CHECK(session(result.changed, "One").is_null());
  CHECK(session(result.changed, "Three").is_null());
  const Json persons = Json::parse(result.changed.at("persons.json"))["persons"];
  REQUIRE(persons.size() == 1);
  CHECK(persons[0]["id"] == "bob");
  const model::Date other{std::chrono::year(2024), std::chrono::July, std::chrono::day(3)};
  options.dates = {other, other};
  CHECK(lines(import(Format::ics, years, {}, options).problems) ==
        "file: holds no session that begins between 2024-07-03 and 2024-07-03\n");
}

TEST_CASE("an event is in the zone that its calendar defines, by the name that others have for it") {
  const auto in = [](const std::string& id, const std::string& inside) {
    const std::string talk = event("UID:1\nSUMMARY:Talk\nDTSTART;TZID=" + id + ":20170228T230000\n");
    const auto result = import(
        Format::ics, calendar("BEGIN:VTIMEZONE\nTZID:" + id + "\n" + inside + "END:VTIMEZONE\n" + talk));
    REQUIRE_MESSAGE(!pack::has_errors(result.problems), lines(result.problems));
    return Json::parse(result.changed.at("event.json"))["time_zone"].get<std::string>() + " " +
           session(result.changed, "Talk")["starts_at"].get<std::string>();
  };
  const auto always = [](const std::string& offset) {
    return "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:" + offset + "\nTZOFFSETTO:" + offset +
           "\nEND:STANDARD\n";
  };
  CHECK(in("UTC+11", always("+1100")) == "Etc/GMT-11 2017-02-28T23:00+11:00");
  CHECK(in("Hawaii", always("-1000")) == "Etc/GMT+10 2017-02-28T23:00-10:00");
  CHECK(in("Home", "X-LIC-LOCATION:Asia/Almaty\n" + always("+0600")) == "Asia/Almaty 2017-02-28T23:00+06:00");
  CHECK(in("/example.org/20070103_1/Europe/Berlin", always("+0100")) ==
        "Europe/Berlin 2017-02-28T23:00+01:00");
  // No whole hours have no such name: the times are right, by another clock.
  CHECK(in("India", always("+0530")) == "Etc/UTC 2017-02-28T17:30+00:00");
}
