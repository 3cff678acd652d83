// Days in what people type: 24.04, "23 сәуір", "day 2", "friday". Private to src/search.
#pragma once

#include <optional>
#include <span>

#include "search/time_words.h"
#include "search/typed_words.h"

namespace search {

struct ReadDate {
  model::Date day;
  std::size_t words = 0;  // that say it
  bool by_form = false;   // of a weekday, not as it is written in the calendar
};

// The day that is said by the words from `at` on. `days` are the event's: a weekday means the one
// among them, a date without a year lies in the event's year, else in that of `today`.
std::optional<ReadDate> date_at(const TypedWords& typed, std::size_t at, const TimeWords& names,
                                model::Date today, std::span<const model::Date> days);

}  // namespace search
