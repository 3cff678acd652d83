// The event's time zone decides which day a time is on, and which clock it is written by.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "pack/bundle.h"
#include "small_pack.h"

namespace {

using Lines = std::vector<std::string>;
using small_pack::Files;

Lines with_zone(const std::string& zone) {
  Files files = small_pack::good();
  files["event.json"]["time_zone"] = zone;
  return small_pack::problems(files);
}

// The small pack with the one session it can spare at that time, an hour long.
Files with_session(const std::string& starts_at, const std::string& ends_at) {
  Files files = small_pack::good();
  files["sessions.json"]["sessions"][2]["starts_at"] = starts_at;
  files["sessions.json"]["sessions"][2]["ends_at"] = ends_at;
  return files;
}

Lines problems_of(const std::string& starts_at, const std::string& ends_at) {
  return small_pack::problems(with_session(starts_at, ends_at));
}

}  // namespace

TEST_CASE("a time zone that nobody knows is refused when the pack is checked and when it is built") {
  for (const std::string zone :
       {"Asia/Astana", "UTC+5", "asia/almaty", "ASIA/ALMATY", "GMT+5", "GMT-3", "Asia/Almaty2", "Almaty"}) {
    CAPTURE(zone);
    CHECK(with_zone(zone) == Lines{"event.json: /time_zone: \"" + zone +
                                   "\" is a time zone that nobody knows; one reads like \"Asia/Almaty\""});
    Files files = small_pack::good();
    files["event.json"]["time_zone"] = zone;
    CHECK_FALSE(pack::build_bundle(small_pack::written(files)).bytes);
  }
  for (const std::string zone : {"Asia/Almaty", "Asia/Qyzylorda", "Asia/Aqtau", "Etc/GMT-5"})
    CHECK(with_zone(zone) == Lines{});
}

TEST_CASE("a time that is not written by the clock of the event is named, and so is what it means there") {
  CHECK(problems_of("2026-04-23T09:00+06:00", "2026-04-23T10:00+06:00") ==
        Lines{"sessions.json: /sessions/2/ends_at: is not written by the clock of Asia/Almaty: "
              "2026-04-23T10:00+06:00 is "
              "2026-04-23T09:00+05:00 there",
              "sessions.json: /sessions/2/starts_at: is not written by the clock of Asia/Almaty: "
              "2026-04-23T09:00+06:00 is "
              "2026-04-23T08:00+05:00 there"});
  // All of them alike, in a notice too.
  Files files = small_pack::good();
  std::size_t times = 0;
  for (auto& [name, content] : files) {
    std::string text = content.dump();
    for (auto at = text.find("+05:00"); at != std::string::npos; at = text.find("+05:00", at + 1), ++times)
      text.replace(at, 6, "+06:00");
    content = small_pack::Json::parse(text);
  }
  CHECK(times > 6);
  CHECK(small_pack::problems(files).size() == times);
}

TEST_CASE("times in UTC are as good, on their day in the event's zone") {
  CHECK(problems_of("2026-04-23T04:00Z", "2026-04-23T05:00Z") == Lines{});
  // 01:00 on the 22nd, and 04:59 on the 24th.
  CHECK(problems_of("2026-04-21T20:00Z", "2026-04-21T21:00Z") == Lines{});
  CHECK(problems_of("2026-04-23T23:59Z", "2026-04-24T01:00Z") == Lines{});
  // 23:59 on the 21st, and 01:00 on the 25th.
  CHECK(problems_of("2026-04-21T18:59Z", "2026-04-21T20:00Z") ==
        Lines{"sessions.json: /sessions/2/starts_at: 2026-04-21 is not a day of the event"});
  CHECK(problems_of("2026-04-24T20:00Z", "2026-04-24T21:00Z") ==
        Lines{"sessions.json: /sessions/2/starts_at: 2026-04-25 is not a day of the event; "
              "2026-04-24T20:00+00:00 is on that day in "
              "Asia/Almaty"});
}

TEST_CASE("the clock is that of the day: zones change theirs") {
  // Kazakhstan was at +06:00 until 1 March 2024; Berlin goes to summer time between the days.
  Files files = small_pack::good();
  files["event.json"]["time_zone"] = "Europe/Berlin";
  const Lines lines = small_pack::problems(files);
  REQUIRE_FALSE(lines.empty());
  CHECK(lines.front().contains("is not written by the clock of Europe/Berlin: 2026-04-"));
  CHECK(lines.front().contains("+02:00 there"));
}

TEST_CASE("a built pack goes by the event's zone too, and an app with other clocks still opens") {
  const auto built =
      pack::build_bundle(small_pack::written(with_session("2026-04-21T20:00Z", "2026-04-21T21:00Z")));
  REQUIRE(built.bytes);
  const pack::ReadResult read = pack::read_bundle(*built.bytes);
  CHECK(read.problems.empty());
  REQUIRE(read.event);
  CHECK(read.utc_offset == std::chrono::minutes{300});

  std::string former = small_pack::without_checksum(*built.bytes);
  for (auto at = former.find("+05:00"); at != std::string::npos; at = former.find("+05:00"))
    former.replace(at, 6, "+06:00");
  const pack::ReadResult later = pack::read_bundle(former);
  CHECK(later.event);
  CHECK(std::ranges::any_of(later.problems, [](const pack::Problem& problem) {
    return to_line(problem).starts_with(
        "warning: sessions.json: /sessions/0/ends_at: is not written by the clock of Asia/Almaty");
  }));
}
