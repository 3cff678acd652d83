#include "search/dates.h"

#include <algorithm>

namespace search {
namespace {

// The way shops and tickets shorten them: "thurs", "сент", "сәр"; at least three letters of the name.
bool begins_name(const Word& typed, const Word& name) { return typed.size() >= 3 && name.starts_with(typed); }

int day_of_month(const model::Date& date) { return static_cast<int>(static_cast<unsigned>(date.day())); }
int month_of(const model::Date& date) { return static_cast<int>(static_cast<unsigned>(date.month())); }

class DateParser {
 public:
  DateParser(const TypedWords& typed, const TimeWords& names, model::Date today,
             std::span<const model::Date> days)
      : typed_(typed), names_(names), today_(today), days_(days) {}

  std::optional<ReadDate> at(std::size_t i) const {
    if (const auto read = numeric(i)) return read;
    if (const auto read = iso(i)) return read;
    if (const auto read = day_number(i)) return read;
    if (const auto read = with_month(i)) return read;
    return weekday(i);
  }

 private:
  // 24.04, 24.04.2026, 24/4: only a day of the event, anything else is a time.
  std::optional<ReadDate> numeric(std::size_t i) const {
    if (!typed_.joined_by('.', i) && !typed_.joined_by('/', i)) return std::nullopt;
    const auto day = on(small_number(typed_[i]), small_number(typed_[i + 1]));
    if (!day) return std::nullopt;
    const bool with_year =
        (typed_.joined_by('.', i + 1) || typed_.joined_by('/', i + 1)) && typed_[i + 2].size() == 4;
    return ReadDate{*day, with_year ? 3U : 2U};
  }

  // 2026-04-23
  std::optional<ReadDate> iso(std::size_t i) const {
    if (typed_[i].size() != 4 || !typed_.joined_by('-', i) || !typed_.joined_by('-', i + 1))
      return std::nullopt;
    const auto day = on(small_number(typed_[i + 2]), small_number(typed_[i + 1]));
    if (!day) return std::nullopt;
    return ReadDate{*day, 3};
  }

  std::optional<model::Date> on(int day, int month) const {
    const auto found = std::ranges::find_if(
        days_, [&](const model::Date& date) { return day_of_month(date) == day && month_of(date) == month; });
    return found == days_.end() ? std::nullopt : std::optional(*found);
  }

  // "day 2", «2-күн», «екінші күн», «2-й день», "the last day"
  std::optional<ReadDate> day_number(std::size_t i) const {
    if (is_day(i)) return day_of_event(number_at(i + 1), 2);
    if (is_day(i + 1)) return day_of_event(number_at(i), 2);
    const Counted count = typed_.counted_at(i);
    return count.words > 1 && is_day(i + count.words) ? day_of_event(count.number, count.words + 1)
                                                      : std::nullopt;
  }

  bool is_day(std::size_t i) const { return i < typed_.size() && is_among(names_.day, typed_[i]); }

  // In figures or as a word, the last as that of the event; else -1.
  int number_at(std::size_t i) const {
    if (i >= typed_.size()) return -1;
    if (const Counted count = typed_.counted_at(i); count.words > 0) return count.number;
    for (const TimeWords::Number& number : names_.numbers)
      if (is_form_of(typed_[i], number.word)) return number.number;
    const bool last = std::ranges::any_of(
        names_.last, [&](const Word& word) { return is_form_of(typed_[i], word, least_of_a_form); });
    return last ? static_cast<int>(days_.size()) : -1;
  }

  std::optional<ReadDate> day_of_event(int number, std::size_t words) const {
    if (number < 1 || number > std::ssize(days_)) return std::nullopt;
    return ReadDate{days_[static_cast<std::size_t>(number - 1)], words};
  }

  // "23 сәуір", "April 23", "22nd of April"
  std::optional<ReadDate> with_month(std::size_t i) const {
    for (const bool day_first : {true, false}) {
      const Counted count = typed_.counted_at(day_first ? i : i + 1);
      if (count.number < 1 || count.number > 31) continue;
      std::size_t month_at = day_first ? i + count.words : i;
      std::size_t taken = count.words + 1;
      if (day_first && month_at + 1 < typed_.size() && is_among(names_.small, typed_[month_at])) {
        ++month_at;
        ++taken;
      }
      if (month_at >= typed_.size()) continue;
      for (const TimeWords::Month& month : names_.months) {
        if (!is_form_of(typed_[month_at], month.word) && !begins_name(typed_[month_at], month.word)) continue;
        const model::Date date{today_.year(), month.month,
                               std::chrono::day(static_cast<unsigned>(count.number))};
        // In the year of the event, whatever year it is now.
        const model::Date found = on(day_of_month(date), month_of(date)).value_or(date);
        if (!found.ok()) return std::nullopt;
        return ReadDate{found, taken};
      }
    }
    return std::nullopt;
  }

  std::optional<ReadDate> weekday(std::size_t i) const {
    const Word& word = typed_[i];
    const auto short_name = std::ranges::find(names_.short_weekdays, word, &TimeWords::Weekday::word);
    if (short_name != names_.short_weekdays.end()) return among_days(short_name->day, false);
    for (const TimeWords::Weekday& name : names_.weekdays)
      if (is_form_of(word, name.word) || begins_name(word, name.word))
        return among_days(name.day, word != name.word);
    return std::nullopt;
  }

  std::optional<ReadDate> among_days(std::chrono::weekday wanted, bool by_form) const {
    const auto day = std::ranges::find_if(days_, [&](const model::Date& date) {
      return std::chrono::weekday(std::chrono::sys_days(date)) == wanted;
    });
    if (day == days_.end()) return std::nullopt;
    return ReadDate{*day, 1, by_form};
  }

  const TypedWords& typed_;
  const TimeWords& names_;
  model::Date today_;
  std::span<const model::Date> days_;
};

}  // namespace

std::optional<ReadDate> date_at(const TypedWords& typed, std::size_t at, const TimeWords& names,
                                model::Date today, std::span<const model::Date> days) {
  return DateParser(typed, names, today, days).at(at);
}

}  // namespace search
