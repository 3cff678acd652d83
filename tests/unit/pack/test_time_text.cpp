#include <doctest/doctest.h>

#include <chrono>

#include "pack/time_text.h"

using namespace std::chrono_literals;
using pack::parse_date;
using pack::parse_instant;

namespace {

// The moment that `text` means, or the beginning of 1970 when it means none.
model::Instant instant(std::string_view text) {
  const auto written = parse_instant(text);
  return written ? written->instant : model::Instant{};
}

std::string reason(std::string_view text) {
  const auto written = parse_instant(text);
  return written ? "no reason" : written.error();
}

}  // namespace

TEST_CASE("the same moment, written in different places") {
  CHECK(instant("2026-04-22T05:30Z") == instant("2026-04-22T10:30+05:00"));
  CHECK(instant("2026-04-22T05:30:00Z") == instant("2026-04-22T10:30+05:00"));
  CHECK(instant("2026-04-21T19:30-10:00") == instant("2026-04-22T10:30+05:00"));
  CHECK(instant("2026-04-22T11:15+05:45") == instant("2026-04-22T10:30+05:00"));
  CHECK(instant("2026-04-22T10:30+06:00") != instant("2026-04-22T10:30+05:00"));
  CHECK(instant("2026-04-22T05:30Z") == model::Instant{1776835800s});
  CHECK(instant("2028-02-29T23:59:59+00:00") == model::Instant{1835481599s});
}

TEST_CASE("the day is the one at the offset that was written") {
  const auto late = parse_instant("2026-04-23T01:00+05:00");
  const auto same = parse_instant("2026-04-22T20:00Z");
  CHECK((late && same));
  if (!late || !same) return;
  CHECK(late->instant == same->instant);
  CHECK(pack::format_date(late->date()) == "2026-04-23");
  CHECK(pack::format_date(same->date()) == "2026-04-22");
  CHECK(late->utc_offset == 300min);
}

TEST_CASE("times that are none") {
  CHECK(reason("") == "\"\" is not a time; a time reads like \"2026-04-22T10:00+05:00\"");
  CHECK(reason("2026-04-22") == "\"2026-04-22\" is not a time; a time reads like \"2026-04-22T10:00+05:00\"");
  CHECK(reason("2026-04-22 10:00+05:00").find("is not a time") != std::string::npos);
  CHECK(reason("2026-4-22T10:00+05:00").find("is not a time") != std::string::npos);
  CHECK(reason("2026-04-22T10:00z").find("is not a time") != std::string::npos);
  CHECK(reason("2026-04-22T10:00Z ").find("is not a time") != std::string::npos);
  CHECK(reason("+026-04-22T10:00Z").find("is not a time") != std::string::npos);
  CHECK(reason("2026-02-29T10:00Z") == "there is no day \"2026-02-29\"");
  CHECK(reason("2026-13-01T10:00Z") == "there is no day \"2026-13-01\"");
  CHECK(reason("2026-04-22T10:60Z") == "there is no time of day \"10:60\"");
  CHECK(reason("2026-04-22T23:59:60Z") == "there is no time of day \"23:59:60\"");
  CHECK(reason("2026-04-22T10:00+0500") == "\"+0500\" is not an offset from UTC; one reads like \"+05:00\"");
  CHECK(reason("2026-04-22T10:00+05:60") == "there is no offset \"+05:60\" from UTC");
  CHECK(reason("2026-04-22T10:00-13:00") == "there is no offset \"-13:00\" from UTC");
}

TEST_CASE("dates") {
  CHECK(parse_date("2026-04-22").has_value());
  CHECK(parse_date("2028-02-29").has_value());
  for (const std::string_view wrong :
       {"2026-02-30", "2026-00-10", "2026-04-22T", "22-04-2026", "2026-04", "abcd-ef-gh"})
    CHECK_FALSE(parse_date(wrong).has_value());
}

TEST_CASE("times are written as they are read") {
  CHECK(pack::format_instant(instant("2026-04-22T05:30Z"), 300min) == "2026-04-22T10:30+05:00");
  CHECK(pack::format_instant(instant("2026-04-22T05:30:07Z"), -210min) == "2026-04-22T02:00:07-03:30");
  CHECK(pack::format_instant(instant("2026-04-22T20:00Z"), 300min) == "2026-04-23T01:00+05:00");
  CHECK(pack::format_clock(instant("1969-12-31T23:05Z"), 0min) == "23:05");
}
