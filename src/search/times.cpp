#include "search/times.h"

#include <algorithm>

namespace search {
namespace {

constexpr int noon_hour = 12;

Side side_of(const TypedWords& typed, std::size_t i, const TimeWords& names) {
  if (i >= typed.size()) return Side::at;
  return is_among(names.after, typed[i])    ? Side::after
         : is_among(names.before, typed[i]) ? Side::before
                                            : Side::at;
}

// 14:00, 9.30, 4:30pm, 2 pm
std::optional<ParsedTime> clock_at(const TypedWords& typed, std::size_t i) {
  if (i >= typed.size()) return std::nullopt;
  Word last = typed[i];
  std::size_t taken = 1;
  int hour = small_number(last);
  int minute = 0;
  const bool with_minutes = typed.joined_by(':', i) || typed.joined_by('.', i);
  if (with_minutes) {
    last = typed[i + 1];
    taken = 2;
  }
  int later = -1;  // hours; known with am and pm
  const auto half = [](std::u16string_view word) {
    return word == u"am" ? 0 : word == u"pm" ? noon_hour : -1;
  };
  if (last.size() > 2 && half(std::u16string_view(last).substr(last.size() - 2)) >= 0) {
    later = half(std::u16string_view(last).substr(last.size() - 2));
    last.resize(last.size() - 2);
  } else if (i + taken < typed.size() && half(typed[i + taken]) >= 0) {
    later = half(typed[i + taken]);
    ++taken;
  }
  if (later < 0 && taken == 1) return std::nullopt;
  if (with_minutes) {
    if (last.size() != 2) return std::nullopt;
    minute = small_number(last);
  } else {
    hour = small_number(last);
  }
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || (later >= 0 && hour > noon_hour))
    return std::nullopt;
  if (later >= 0) hour = hour % noon_hour + later;
  return ParsedTime{hour * 60 + minute, Side::at, taken + typed.ending_at(i + taken)};
}

const TimeWords::TimePhrase* length_at(const TypedWords& typed, std::size_t i, const TimeWords& names) {
  if (i >= typed.size()) return nullptr;
  const PhraseMatch said = match_leading_phrase(names, typed.from(i));
  return said.saying != nullptr && said.saying->minutes > 0 ? said.saying : nullptr;
}

bool is_hour(const TypedWords& typed, std::size_t i, const TimeWords& names) {
  const TimeWords::TimePhrase* length = length_at(typed, i, names);
  return length != nullptr && length->minutes == 60;
}

// How many of something: 2, two, or one where it is not said.
Counted count_at(const TypedWords& typed, std::size_t i, const TimeWords& names) {
  if (i >= typed.size()) return {};
  if (const int number = small_number(typed[i]); number >= 0) return {number, 1};
  const auto named = std::ranges::find(names.numbers, typed[i], &TimeWords::Number::word);
  if (named != names.numbers.end()) return {named->number, 1};
  return {1, 0};
}

}  // namespace

std::optional<ParsedTime> time_at(const TypedWords& typed, std::size_t at, const TimeWords& names) {
  // The word that says from when stands before the time, in Kazakh behind it.
  if (const Side side = side_of(typed, at, names); side != Side::at) {
    const auto time = clock_at(typed, at + 1);
    if (!time) return std::nullopt;
    return ParsedTime{time->time, side, time->words + 1};
  }
  auto time = clock_at(typed, at);
  if (!time) return std::nullopt;
  const std::size_t behind = at + time->words;
  if (const Side side = side_of(typed, behind, names); side != Side::at && !clock_at(typed, behind + 1)) {
    time->side = side;
    ++time->words;
  }
  return time;
}

std::optional<ParsedTime> hour_at(const TypedWords& typed, std::size_t at, const TimeWords& names,
                                  bool beside_day) {
  const bool number_first = typed.counted_at(at).words > 0;
  const std::size_t number_at = number_first ? at : at + 1;
  const Counted hour = typed.counted_at(number_at);
  if (hour.number < 0 || hour.number > 23) return std::nullopt;
  const Side side = number_first ? Side::at : side_of(typed, at, names);
  bool with_hour = !number_first && is_hour(typed, at, names);
  if (!number_first && side == Side::at && !with_hour) return std::nullopt;
  std::size_t behind = number_at + hour.words;
  if (is_hour(typed, behind, names)) {
    with_hour = true;
    ++behind;
  }
  const ParsedTime read{hour.number * 60, side, behind - at};
  // Nothing that it could be the number of stands behind it.
  const auto ends = [&](std::size_t i) { return i >= typed.size() || is_among(names.small, typed[i]); };
  const Side side_behind = side_of(typed, behind, names);
  if (side != Side::at) return ends(behind) || side_behind != Side::at ? std::optional(read) : std::nullopt;
  if (side_behind != Side::at && ends(behind + 1)) return ParsedTime{read.time, side_behind, read.words + 1};
  if (with_hour) return read;
  // «завтра в 2-м зале» is no hour.
  if (!beside_day || (hour.words > 1 && !ends(behind))) return std::nullopt;
  return (at > 0 ? is_among(names.small, typed[at - 1]) : behind == typed.size()) ? std::optional(read)
                                                                                  : std::nullopt;
}

std::optional<ParsedSpan> span_at(const TypedWords& typed, std::size_t at, const TimeWords& names) {
  const bool before = is_among(names.in, typed[at]);
  const std::size_t first = at + (before ? 1 : 0);
  Counted count = count_at(typed, first, names);
  const TimeWords::TimePhrase* length = length_at(typed, first + count.words, names);
  // "in an hour"
  if (length == nullptr && before && first < typed.size() && is_among(names.small, typed[first])) {
    count = {1, 1};
    length = length_at(typed, first + 1, names);
  }
  if (length == nullptr) return std::nullopt;
  const std::size_t behind = first + count.words + length->words.size();
  if (before) return ParsedSpan{count.number * length->minutes, behind - at};
  if (behind >= typed.size() || !is_among(names.in, typed[behind])) return std::nullopt;
  return ParsedSpan{count.number * length->minutes, behind + 1 - at};
}

}  // namespace search
