#include <doctest/doctest.h>

#include "small_programmes.h"

using namespace exchange;
using small_programmes::frab;
using small_programmes::frab_event;
using small_programmes::import;
using small_programmes::lines;
using small_programmes::session;

TEST_CASE("a schedule of frab becomes an event that can be built") {
  const auto result = import(
      Format::frab_xml,
      frab(frab_event("g1", "A talk", "2026-07-03T10:00:00+02:00", "01:30",
                      "<track>Hacking</track><abstract>Short.</abstract><description>&lt;p&gt;Long &lt;a "
                      "href=\"https://example.org/x\"&gt;text&lt;/a&gt;.&lt;/p&gt;</description>"
                      "<persons><person id=\"4\">Ann Lee</person></persons>")));
  REQUIRE_MESSAGE(!pack::has_errors(result.problems), lines(result.problems));
  const Json made = session(result.changed, "A talk");
  CHECK(made["id"] == "a-talk");
  CHECK(made["starts_at"] == "2026-07-03T10:00+02:00");
  CHECK(made["ends_at"] == "2026-07-03T11:30+02:00");
  CHECK(made["summary"]["en"] == "Short.");
  CHECK(made["description"]["en"] == "Long [text](https://example.org/x).");
  CHECK(made["themes"] == Json::array({"hacking"}));
  CHECK(made["people"][0]["person"] == "ann-lee");
  CHECK(made["status"] == "provisional");
  pack::PackFiles files;
  for (const auto& [name, bytes] : result.changed) files.files.emplace(name, bytes);
  const pack::ReadResult read = pack::read_pack(files);
  REQUIRE_MESSAGE(read.event, lines(read.problems));
  CHECK(read.event->time_zone == "Europe/Berlin");
  CHECK(read.event->sessions.size() == 1);
}

TEST_CASE("what is longer than a day, begins after midnight or says no offset") {
  const std::string schedule = frab(
      "<event id=\"1\" "
      "guid=\"a\"><start>00:30</start><duration>00:45</duration><title>Night</title></event>\n"
      "<event id=\"2\" guid=\"b\"><start>10:00</start><duration>1:02:00:00</duration><title>Two "
      "days</title></event>\n"
      "<event id=\"3\" "
      "guid=\"c\"><start>10:00</start><duration>25:30</duration><title>Long</title></event>\n");
  const auto result = import(Format::frab_xml, schedule);
  REQUIRE_MESSAGE(!pack::has_errors(result.problems), lines(result.problems));
  CHECK(session(result.changed, "Night")["starts_at"] == "2026-07-04T00:30+02:00");
  CHECK(session(result.changed, "Two days")["ends_at"] == "2026-07-04T12:00+02:00");
  CHECK(session(result.changed, "Long")["ends_at"] == "2026-07-04T11:30+02:00");
  CHECK(lines(result.problems).contains("these are days of the event now: 2026-07-04"));
  std::string bare = schedule;
  for (const char* bound : {" start=\"2026-07-03T09:00:00+02:00\"", " end=\"2026-07-04T04:00:00+02:00\""})
    bare.erase(bare.find(bound), std::string_view(bound).size());
  CHECK(session(import(Format::frab_xml, bare).changed, "Night")["starts_at"] == "2026-07-04T00:30+02:00");
}

TEST_CASE("doubled ids and guids are both kept and told, and so are rooms that differ") {
  const std::string schedule =
      frab(frab_event("same", "First", "2026-07-03T10:00:00+02:00") +
           frab_event("same", "Second", "2026-07-03T11:00:00+02:00", "00:30", "<room>Small tent</room>"));
  const auto result = import(Format::frab_xml, schedule);
  const std::string told = lines(result.problems);
  CHECK(told.contains("file: line 7: has the guid \"same\" of line 6; both are kept"));
  CHECK(told.contains("has the id \"7\" of line 6"));
  CHECK(told.contains("stands in the room \"Big tent\" and says \"Small tent\""));
  CHECK(session(result.changed, "First")["id"] == "first");
  CHECK(session(result.changed, "Second")["id"] == "second");
  CHECK(session(result.changed, "Second")["room"] == "big-tent");
  const auto again = import(Format::frab_xml, schedule, result.changed);
  CHECK_MESSAGE(again.changed.empty(), again.report);
}

TEST_CASE("a broken schedule changes nothing and says where it breaks") {
  const auto broken = import(Format::frab_xml, "<schedule>\n<day>\n</schedule>");
  CHECK(broken.changed.empty());
  CHECK(lines(broken.problems).starts_with("file: line 3: is no XML"));
  CHECK(lines(import(Format::frab_xml, "<html/>").problems).contains("its root is not <schedule>"));
  CHECK_MESSAGE(lines(import(Format::frab_json, "{\"a\":\n [1, 2").problems)
                    .starts_with("file: line 2, column 6: the file ends too early"),
                lines(import(Format::frab_json, "{\"a\":\n [1, 2").problems));
  CHECK(lines(import(Format::frab_json, std::string(100'000, '[')).problems).starts_with("file: "));
  CHECK(lines(import(Format::frab_json, "{}").problems).contains("there is no list of days"));
  const auto some = import(Format::frab_xml, frab(frab_event("a", "Good", "2026-07-03T10:00:00+02:00") +
                                                  frab_event("b", "Bad", "2026-13-03T10:00:00+02:00")));
  CHECK(lines(some.problems)
            .contains("file: line 7: left out: \"2026-13-03T10:00:00+02:00\" is no date or time"));
  CHECK(some.report.contains("1 session, 1 left out"));
}

TEST_CASE("pretalx's JSON says rooms and people more closely") {
  const auto result =
      import(Format::frab_json, R"({"schedule": {"conference": {"acronym": "demo", "title": "Demo",
    "time_zone_name": "UTC", "rooms": [{"name": "Gray", "capacity": 120}], "tracks": [{"name": "Deep", "color": "#ffee00"}],
    "days": [{"date": "2026-12-14", "rooms": {"Gray": [{"id": 1, "guid": "g", "date": "2026-12-14T09:00:00+01:00",
    "duration": "00:30", "title": "Talk", "track": "Deep", "persons": [{"code": "ABC", "public_name": "Ann"}]}]}}]}}})");
  REQUIRE_MESSAGE(!pack::has_errors(result.problems), lines(result.problems));
  CHECK(session(result.changed, "Talk")["starts_at"] == "2026-12-14T08:00+00:00");
  CHECK(Json::parse(result.changed.at("places.json"))["rooms"][0]["seats"] == 120);
  // Too pale for white.
  CHECK(Json::parse(result.changed.at("themes.json"))["themes"][0]["color"] != "#ffee00");
}
