#include "imdf/hours.h"

#include <doctest/doctest.h>

namespace {

using Hours = std::vector<model::MapHours>;

constexpr std::uint8_t workdays = 0x1F, weekend = 0x60, every_day = 0x7F, holidays = 0x80;

Hours read(std::string_view text) {
  const auto hours = imdf::read_hours(text);
  REQUIRE_MESSAGE(hours, (hours ? std::string() : hours.error()));
  return *hours;
}

std::string refused(std::string_view text) {
  const auto hours = imdf::read_hours(text);
  REQUIRE_FALSE(hours);
  return hours.error();
}

}  // namespace

TEST_CASE("opening hours are read, and days that are alike stand together") {
  CHECK(read("24/7") == Hours{{.days = every_day, .from = 0, .until = 1440}});
  CHECK(read("08:30-19:00") == Hours{{.days = every_day, .from = 510, .until = 1140}});
  CHECK(read("Mo-Fr 09:00-18:00; Sa,Su 10:00-14:00") ==
        Hours{{.days = workdays, .from = 540, .until = 1080}, {.days = weekend, .from = 600, .until = 840}});
  // As an archive of others has it: each day for itself.
  CHECK(read("Mo 9:00-17:00; Tu 9:00-17:00; We 9:00-17:00; Th 9:00-17:00; Fr 9:00-17:00; Sa 9:00-17:00; "
             "Su 9:00-17:00; PH 9:00-17:00") ==
        Hours{{.days = every_day | holidays, .from = 540, .until = 1020}});
  CHECK(read("Mo-Fr 09:00-12:00,13:00-18:00;PH off") == Hours{{.days = workdays, .from = 540, .until = 720},
                                                              {.days = workdays, .from = 780, .until = 1080},
                                                              {.days = holidays}});
}

TEST_CASE("the last rule for a day is the one that counts") {
  CHECK(read("10:00-20:00; Su closed") == Hours{{.days = 0x3F, .from = 600, .until = 1200}, {.days = 0x40}});
}

TEST_CASE("a night ends on the next day, and a week may begin at its end") {
  CHECK(read("Fr-Mo 20:00-02:00") == Hours{{.days = 0x71, .from = 1200, .until = 1560}});
}

TEST_CASE("hours that are not understood say what is not") {
  CHECK(refused("") == "is empty");
  CHECK(refused("by appointment") == "\"by appointment\" is no day, like Mo, Mo-Fr or PH");
  CHECK(refused("Mo-Fri 09:00-18:00") == "\"Mo-Fri\" is no day, like Mo, Mo-Fr or PH");
  CHECK(refused("Mo-Fr") == "in \"Mo-Fr\": no times");
  CHECK(refused("Mo 9-17") == "in \"Mo 9-17\": \"9-17\" is no time from … until, like 09:00-18:00");
  CHECK(refused("Mo 25:00-26:00") ==
        "in \"Mo 25:00-26:00\": \"25:00-26:00\" is no time from … until, like 09:00-18:00");
  CHECK(refused("09:00+") == "in \"09:00+\": \"09:00+\" is no time from … until, like 09:00-18:00");
  CHECK(refused("Mo 09:60-10:00") ==
        "in \"Mo 09:60-10:00\": \"09:60-10:00\" is no time from … until, like 09:00-18:00");
}
