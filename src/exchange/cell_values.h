// What people write into cells: dates, times, how long something takes, lists.
#pragma once

#include <chrono>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/sheet.h"
#include "model/time.h"

namespace exchange {

// A day, a time of the clock, or both.
struct Moment {
  std::optional<model::Date> date;
  std::optional<std::chrono::seconds> time;        // since midnight, below 24 hours
  std::optional<std::chrono::minutes> utc_offset;  // where the text says one
};

// "2026-04-22", "22.04.2026", "22/4/26", "22 апреля 2026", "10:00", "10.30", "2 pm",
// "2026-04-22T10:00+05:00", and both in one; a number is what spreadsheets count. Or in words what is wrong.
std::expected<Moment, std::string> moment_of(const Cell& cell);

// "0:30", "1:30:00", "90" (minutes), "1.5 h", "1 ч 30 мин", "45 min"; a number below 1 is a part of a day, as
// spreadsheets count.
std::expected<std::chrono::minutes, std::string> duration_of(const Cell& cell);

// The whole number in it.
std::expected<long, std::string> whole_number_of(const Cell& cell);

// What stands between commas, semicolons or line breaks, without blanks around it; what is empty is left out.
std::vector<std::string> list_of(std::string_view text, std::string_view separators = ",;\n");

// For a cell of a spreadsheet: days since 30 December 1899.
double serial_of(model::Date date, std::chrono::seconds time);

}  // namespace exchange
