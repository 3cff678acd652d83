// Days and times in what people type: "ертең", "завтра 14:00", "friday", "23 сәуір".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/time.h"
#include "search/word.h"

namespace search {

// Minutes since midnight.
using TimeOfDay = int;

// The words of all languages for days; folded.
struct DayNames {
  struct Named {
    std::vector<Word> words;  // "day after tomorrow" has three
    int days_from_today = 0;
  };
  struct Weekday {
    Word word;
    std::chrono::weekday day;
  };
  struct Month {
    Word word;
    std::chrono::month month;
  };
  // Words for a part of the day, from one minute of it to another.
  struct DayPart {
    Word word;
    TimeOfDay from = 0;
    TimeOfDay to = 0;
  };
  struct Ordinal {
    Word word;
    int number = 0;
  };
  std::vector<Named> relative;  // today, tomorrow, yesterday
  std::vector<Word> now;
  std::vector<Word> day;        // "day 2", «2-күн»
  std::vector<Ordinal> ordinals;
  std::vector<DayPart> parts;
  std::vector<Word> small;      // that say nothing where others do: "the", «және», "в"
  std::vector<Weekday> weekdays;
  std::vector<Month> months;
};

// What a query says of the time, and the words that are left of it.
struct Moment {
  std::optional<model::Date> day;
  std::optional<TimeOfDay> time;
  std::optional<std::pair<TimeOfDay, TimeOfDay>> part;  // of the day: from, to
  bool now = false;
  bool empty() const { return !day && !time && !part && !now; }
};

// Takes days and times out of `words`. `typed` is the text they were read from (times are seen by
// their colon or dot); `days` are the event's: a weekday means the one among them, else none.
Moment take_moment(std::string_view typed, std::vector<PlacedWord>& words, const DayNames& names, model::Date today, std::span<const model::Date> days);

}  // namespace search
