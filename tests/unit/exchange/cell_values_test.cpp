#include "exchange/cell_values.h"

#include <doctest/doctest.h>

#include "pack/time_text.h"

using namespace exchange;

namespace {

Cell text(std::string words) { return {.kind = Cell::Kind::text, .text = std::move(words)}; }
Cell number(double value) {
  return {.kind = Cell::Kind::number, .text = std::to_string(value), .number = value};
}

std::string shown(const Cell& cell) {
  const auto moment = moment_of(cell);
  if (!moment) return "?";
  std::string words = moment->date ? pack::format_date(*moment->date) : "";
  if (moment->time) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(*moment->time).count();
    words += (words.empty() ? "" : " ") + std::to_string(minutes / 60) + ":" + std::to_string(minutes % 60);
  }
  return words;
}

long minutes(const Cell& cell) {
  const auto duration = duration_of(cell);
  return duration ? duration->count() : -1;
}

}  // namespace

TEST_CASE("days and times are understood as people write them") {
  CHECK(shown(text("2026-04-22")) == "2026-04-22");
  CHECK(shown(text("22.04.2026")) == "2026-04-22");
  CHECK(shown(text("22/4/26")) == "2026-04-22");
  CHECK(shown(text("22 апреля 2026 г.")) == "2026-04-22");
  CHECK(shown(text("среда, 22 апреля 2026")) == "2026-04-22");
  CHECK(shown(text("2026 жылғы 22 сәуір")) == "2026-04-22");
  CHECK(shown(text("April 22, 2026")) == "2026-04-22");
  CHECK(shown(text("22. März 2026")) == "2026-03-22");
  CHECK(shown(text("10:30")) == "10:30");
  CHECK(shown(text("10.30")) == "10:30");
  CHECK(shown(text("10:30 Uhr")) == "10:30");
  CHECK(shown(text("2 pm")) == "14:0");
  CHECK(shown(text("12:15 AM")) == "0:15");
  CHECK(shown(text("22.04.2026 10:30")) == "2026-04-22 10:30");
  CHECK(shown(text("2026-04-22T10:30+05:00")) == "2026-04-22 10:30");
  CHECK(shown(text("2026-04-22 24:00")) == "2026-04-23 0:0");
  CHECK(shown(number(42670)) == "2016-10-27");
  CHECK(shown(number(0.375)) == "9:0");
  CHECK(shown(number(42670.75)) == "2016-10-27 18:0");
  for (const char* nothing : {"31.02.2026", "soon", "25:00", "10:75", "", "2026-04-22 noon x"})
    CHECK_MESSAGE(shown(text(nothing)) == "?", nothing);
}

TEST_CASE("lengths of time are understood as people write them") {
  CHECK(minutes(text("0:30")) == 30);
  CHECK(minutes(text("1:30:00")) == 90);
  CHECK(minutes(text("90")) == 90);
  CHECK(minutes(text("1.5 h")) == 90);
  CHECK(minutes(text("1,5 ч")) == 90);
  CHECK(minutes(text("1 ч 30 мин")) == 90);
  CHECK(minutes(text("2 сағат")) == 120);
  CHECK(minutes(text("45 min.")) == 45);
  CHECK(minutes(text("49:00")) == 49 * 60);
  CHECK(minutes(text("2 days")) == 2 * 24 * 60);
  CHECK(minutes(number(1.0 / 48)) == 30);
  CHECK(minutes(number(45)) == 45);
  for (const char* nothing : {"", "0", "-5", "long", "1:75", "99999999", "h"})
    CHECK_MESSAGE(minutes(text(nothing)) == -1, nothing);
}
