// Days and times in what people type: "ертең", "завтра 14:00", "friday", "in an hour".
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/time.h"
#include "search/time_words.h"

namespace search {

// What a query says of the time, and the words that are left of it.
struct Moment {
  std::optional<model::Date> day;
  std::optional<TimeOfDay> time;
  std::optional<DayPart> part;
  bool now = false;
  bool next = false;     // begins after now
  bool by_form = false;  // some of it is a form of a word, which may well mean something else
  bool empty() const { return !day && !time && !part && !now && !next; }
  // A word like "evening", which things are called by as well.
  bool only_part() const { return part && !day && !time && !now && !next; }
};

// When it is, by the event's clock.
struct Clock {
  model::Date day{};
  TimeOfDay time = 0;
};

// Whether things are called by both words together: in «защита окружающей среды» is no Wednesday.
using Together = std::function<bool(const PlacedWord&, const PlacedWord&)>;

// Takes days and times out of `words`. `typed` is the text they were read from (times are seen by
// their colon or dot); `days` are the event's: a weekday means the one among them, else none.
Moment take_moment(std::string_view typed, std::vector<PlacedWord>& words, const TimeWords& names,
                   const Clock& now, std::span<const model::Date> days, const Together& together);

}  // namespace search
