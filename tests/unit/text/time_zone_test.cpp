#include <doctest/doctest.h>

#include "icu_data.h"
#include "text/time_zone.h"

using namespace std::chrono;
using text::WallTime;

TEST_CASE("Astana has been on UTC+5 since March 2024") {
  const text::TimeZone astana = test::zone("Asia/Almaty");
  CHECK(astana.name() == "Asia/Almaty");
  CHECK(astana.at(sys_days(2026y / 4 / 22) + 5h + 30min) == WallTime{2026y / 4 / 22, 10, 30});
  CHECK(astana.offset_minutes(sys_days(2026y / 4 / 22)) == 300);
  CHECK(astana.offset_minutes(sys_days(2024y / 2 / 29) + 17h) == 360);
  CHECK(astana.offset_minutes(sys_days(2024y / 3 / 1)) == 300);
  CHECK(astana.instant(2026y / 4 / 22, 10, 30) == sys_days(2026y / 4 / 22) + 5h + 30min);
  CHECK(astana.instant(2026y / 4 / 22, 0, 0) == sys_days(2026y / 4 / 21) + 19h);
}

TEST_CASE("the day changes at the zone's own midnight") {
  const text::TimeZone astana = test::zone("Asia/Almaty");
  CHECK(astana.at(sys_days(2026y / 4 / 22) + 18h + 59min + 59s) == WallTime{2026y / 4 / 22, 23, 59});
  CHECK(astana.at(sys_days(2026y / 4 / 22) + 19h) == WallTime{2026y / 4 / 23, 0, 0});
}

TEST_CASE("zones with summer time") {
  const text::TimeZone new_york = test::zone("America/New_York");
  CHECK(new_york.offset_minutes(sys_days(2026y / 4 / 22)) == -240);
  CHECK(new_york.offset_minutes(sys_days(2026y / 1 / 22)) == -300);
  CHECK(new_york.at(sys_days(2026y / 4 / 22) + 2h) == WallTime{2026y / 4 / 21, 22, 0});
  CHECK(new_york.at(sys_days(2026y / 3 / 8) + 6h + 59min) == WallTime{2026y / 3 / 8, 1, 59});
  CHECK(new_york.at(sys_days(2026y / 3 / 8) + 7h) == WallTime{2026y / 3 / 8, 3, 0});

  const text::TimeZone berlin = test::zone("Europe/Berlin");
  CHECK(berlin.instant(2026y / 3 / 28, 12, 0) == sys_days(2026y / 3 / 28) + 11h);
  CHECK(berlin.instant(2026y / 3 / 30, 12, 0) == sys_days(2026y / 3 / 30) + 10h);
}

TEST_CASE("a clock reading that is skipped or comes twice still gives a moment near it") {
  const text::TimeZone berlin = test::zone("Europe/Berlin");
  CHECK(berlin.instant(2026y / 3 / 29, 2, 30) == sys_days(2026y / 3 / 29) + 1h + 30min);    // shown as 03:30
  CHECK(berlin.instant(2026y / 10 / 25, 2, 30) == sys_days(2026y / 10 / 25) + 1h + 30min);  // the second one
}

TEST_CASE("zones a quarter of an hour off, and zones of the region") {
  const auto offset = [](std::string_view name) {
    return test::zone(name).offset_minutes(sys_days(2026y / 4 / 22));
  };
  CHECK(offset("Asia/Kathmandu") == 345);
  CHECK(offset("Asia/Kolkata") == 330);
  CHECK(offset("Asia/Calcutta") == 330);
  CHECK(offset("Asia/Tashkent") == 300);
  CHECK(offset("Asia/Bishkek") == 360);
  CHECK(offset("Asia/Dushanbe") == 300);
  CHECK(offset("Asia/Ashgabat") == 300);
  CHECK(offset("Asia/Aqtau") == 300);
  CHECK(offset("Asia/Qostanay") == 300);
  CHECK(offset("Europe/London") == 60);
  CHECK(offset("UTC") == 0);
}

TEST_CASE("moments before 1970 and far ahead") {
  const text::TimeZone astana = test::zone("Asia/Almaty");
  CHECK(astana.at(sys_days(1969y / 12 / 31) + 23h + 59min + 30s).minute == 59);
  CHECK(astana.at(sys_days(2100y / 6 / 1) + 12h) == WallTime{2100y / 6 / 1, 17, 0});
}

TEST_CASE("an unknown zone says so") {
  test::need_icu();
  for (const char* name : {"Asia/Astana", "Nowhere", "", "asia", "../zoneinfo64", "\xff\xfe"}) {
    const auto zone = text::TimeZone::named(name);
    REQUIRE_FALSE(zone);
    CHECK(zone.error() == "unknown time zone: " + std::string(name));
  }
}

TEST_CASE("copies are zones of their own") {
  text::TimeZone zone = test::zone("Asia/Almaty");
  const text::TimeZone copy = zone;
  zone = test::zone("Europe/Berlin");
  CHECK(copy.name() == "Asia/Almaty");
  CHECK(copy.offset_minutes(sys_days(2026y / 4 / 22)) == 300);
  CHECK(zone.offset_minutes(sys_days(2026y / 4 / 22)) == 120);
}

TEST_CASE("how far a clock is ahead of UTC is written alike in every language") {
  CHECK(text::utc_offset_name(300) == "UTC+5");
  CHECK(text::utc_offset_name(0) == "UTC");
  CHECK(text::utc_offset_name(-210) == "UTC−3:30");
  CHECK(text::utc_offset_name(345) == "UTC+5:45");
  CHECK(text::utc_offset_name(5) == "UTC+0:05");
}
