#include "text/windows_zones.h"

#include <doctest/doctest.h>

#include <string>

#include "icu_data.h"
#include "text/time_zone.h"

TEST_CASE("what Windows calls time zones are zones that there are") {
  test::need_icu();
  for (const text::WindowsZone& zone : text::windows_zones) {
    CAPTURE(std::string(zone.windows));
    CHECK(text::TimeZone::named(zone.iana));
    CHECK(text::iana_of_windows_zone(zone.windows) == zone.iana);
  }
  CHECK(text::iana_of_windows_zone("Qyzylorda Standard Time") == "Asia/Qyzylorda");
  CHECK(text::iana_of_windows_zone("Asia/Almaty").empty());
}
