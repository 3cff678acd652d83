#include "search/moments.h"

#include <algorithm>
#include <utility>

#include "search/dates.h"
#include "search/times.h"

namespace search {
namespace {

constexpr TimeOfDay noon = 12 * 60;
constexpr TimeOfDay day_end = 24 * 60;
// Hours before this are meant as those of the afternoon: nobody meets at three in the night.
constexpr TimeOfDay earliest = 7 * 60;

class MomentParser {
 public:
  MomentParser(TypedWords words, const TimeWords& names, const Clock& now, std::span<const model::Date> days,
               const Together& together)
      : words_(words), names_(names), now_(now), days_(days), together_(together) {}

  Moment read() {
    take_all([this](std::size_t i) { return read_at(i); });
    // When days and parts of the day are known.
    take_all([this](std::size_t i) { return read_hour(i); });
    return moment_;
  }

 private:
  template <class ReadAt>
  void take_all(ReadAt read_words) {
    for (std::size_t i = 0; i < words_.size();) {
      const std::size_t taken = read_words(i);
      if (taken == 0)
        ++i;
      else
        words_.take(i, taken);
    }
  }

  std::size_t read_at(std::size_t i) {
    const PhraseMatch said = match_leading_phrase(names_, words_.from(i));
    // "the day after tomorrow" has a weekday's "the" and a bound's "after" in it: longer phrases go first.
    const bool phrase = said.saying != nullptr && said.saying->words.size() > 1;
    if (!phrase) {
      if (const auto date = date_at(words_, i, names_, now_.day, days_)) {
        if (date->words == 1 && is_in_a_name(i)) return 0;
        moment_.day = date->day;
        moment_.by_form |= date->by_form;
        return date->words;
      }
      if (const auto time = time_at(words_, i, names_)) {
        set(time->time, time->side);
        return time->words;
      }
    }
    if (const auto span = span_at(words_, i, names_)) {
      const int minutes = now_.time + span->minutes;
      moment_.day = model::Date(std::chrono::sys_days(now_.day) + std::chrono::days(minutes / day_end));
      moment_.time = minutes % day_end;
      return span->words;
    }
    if (said.saying == nullptr || (said.by_form && !phrase && is_in_a_name(i))) return 0;
    return say(*said.saying, said.by_form);
  }

  // A word that is a time by its form alone, or a weekday, may be another word beside its neighbour.
  bool is_in_a_name(std::size_t i) const {
    const std::span<const PlacedWord> words = words_.from(0);
    return (i > 0 && together_(words[i - 1], words[i])) ||
           (i + 1 < words.size() && together_(words[i], words[i + 1]));
  }

  std::size_t say(const TimeWords::TimePhrase& saying, bool by_form) {
    if (saying.days_from_today)
      moment_.day = model::Date(std::chrono::sys_days(now_.day) + std::chrono::days(*saying.days_from_today));
    if (saying.part) moment_.part = saying.part;
    moment_.now |= saying.now;
    moment_.next |= saying.next;
    if (!saying.days_from_today && !saying.part && !saying.now && !saying.next) return 0;
    moment_.by_form |= by_form;
    return saying.words.size();
  }

  std::size_t read_hour(std::size_t i) {
    const auto hour = hour_at(words_, i, names_, !moment_.time && (moment_.day || moment_.part));
    if (!hour) return 0;
    const bool later_half = moment_.part ? moment_.part->first >= noon : hour->time < earliest;
    set(hour->time + (later_half && hour->time < noon ? noon : 0), hour->side);
    return hour->words;
  }

  void set(TimeOfDay time, Side side) {
    DayPart part = moment_.part.value_or(DayPart{0, day_end});
    switch (side) {
      case Side::at:
        // Of two times, one is where it begins: 14:00–15:30, "from 14:00 to 15:30".
        if (moment_.time && *moment_.time < time) begins_ = std::exchange(moment_.time, std::nullopt);
        if (begins_ && *begins_ < time) {
          moment_.part = {*begins_, time};
        } else {
          moment_.time = time;
        }
        return;
      case Side::after:
        begins_ = time;
        part.first = std::max(part.first, time);
        if (moment_.time && *moment_.time > time) part.second = *std::exchange(moment_.time, std::nullopt);
        break;
      case Side::before: part.second = std::min(part.second, time); break;
    }
    moment_.part = part;
  }

  TypedWords words_;
  const TimeWords& names_;
  Clock now_;
  std::span<const model::Date> days_;
  const Together& together_;
  Moment moment_;
  std::optional<TimeOfDay> begins_;  // the time after which something is looked for
};

}  // namespace

Moment take_moment(std::string_view typed, std::vector<PlacedWord>& words, const TimeWords& names,
                   const Clock& now, std::span<const model::Date> days, const Together& together) {
  return MomentParser(TypedWords(typed, words), names, now, days, together).read();
}

}  // namespace search
