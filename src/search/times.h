// Times of the day in what people type: 14:00, "4:30pm", "after 15", «сағат 15-те», and how long
// it is until one: "in 2 hours". Private to src/search.
#pragma once

#include <optional>

#include "search/time_words.h"
#include "search/typed_words.h"

namespace search {

// From when, or before when: "after 15:00", "until noon".
enum class Side : std::uint8_t { at, after, before };

struct ParsedTime {
  TimeOfDay time = 0;
  Side side = Side::at;
  std::size_t words = 0;  // that say it
};

// A time that looks like one: with a colon or dot, with am or pm.
std::optional<ParsedTime> time_at(const TypedWords& typed, std::size_t at, const TimeWords& names);

// A number that is an hour because of what stands beside it: "after 15", «15-ден кейін», «сағат 15-те».
// Where a day or its part is named (`beside_day`), a small word before it is enough, or nothing:
// "tomorrow at 9"; in «завтра зал 2» it is no hour.
std::optional<ParsedTime> hour_at(const TypedWords& typed, std::size_t at, const TimeWords& names,
                                  bool beside_day);

// "in an hour", «через 2 часа», «бір сағаттан кейін»: how many minutes from now.
struct ParsedSpan {
  int minutes = 0;
  std::size_t words = 0;
};
std::optional<ParsedSpan> span_at(const TypedWords& typed, std::size_t at, const TimeWords& names);

}  // namespace search
