#include "text/link.h"

#include <doctest/doctest.h>

TEST_CASE("files that stand beside the pages are told from pages") {
  CHECK(text::is_file("/kk/agenda/all.ics"));
  CHECK(text::is_file("/kk/agenda/2026-04-22.ics?at=12.30"));
  CHECK_FALSE(text::is_file("/kk/agenda/"));
  CHECK_FALSE(text::is_file("/kk/agenda/?day=22.04"));
  CHECK_FALSE(text::is_file("/v1.2/agenda/"));
  CHECK_FALSE(text::is_file("https://example.org/all.ics"));
  CHECK_FALSE(text::is_file("//example.org/all.ics"));
  CHECK_FALSE(text::is_file("#a.b"));
}
