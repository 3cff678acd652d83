#include "search/moments.h"

#include <algorithm>

#include "search/endings.h"

namespace search {
namespace {

// -1 when it is no number of one or two digits.
int small_number(const Word& word) {
  if (word.empty() || word.size() > 2 || !std::ranges::all_of(word, [](char16_t c) { return c >= '0' && c <= '9'; })) return -1;
  int number = 0;
  for (const char16_t c : word) number = number * 10 + (c - '0');
  return number;
}

// The same word, or a form of it: "апреля" and "апрель", «сәрсенбіде», "пятницу".
bool is_form_of(const Word& typed, const Word& name) {
  if (typed == name) return true;
  if (typed.size() < 3) return false;
  std::vector<Word> a = stems_of(typed);
  std::vector<Word> b = stems_of(name);
  a.push_back(typed);
  b.push_back(name);
  return std::ranges::any_of(a, [&](const Word& one) { return std::ranges::find(b, one) != b.end(); });
}

// The way shops and tickets shorten them: "fri", "пт", "сәр"; at least three letters of the name.
bool begins_name(const Word& typed, const Word& name) { return typed.size() >= 3 && name.starts_with(typed); }

class Reader {
 public:
  Reader(std::string_view typed, std::vector<PlacedWord>& words, const DayNames& names, model::Date today, std::span<const model::Date> days)
      : typed_(typed), words_(words), names_(names), today_(today), days_(days) {}

  Moment read() {
    for (std::size_t i = 0; i < words_.size();) {
      const std::size_t taken = read_at(i);
      if (taken == 0) ++i;
      else words_.erase(words_.begin() + static_cast<std::ptrdiff_t>(i), words_.begin() + static_cast<std::ptrdiff_t>(i + taken));
    }
    read_hour();
    return moment_;
  }

 private:
  std::size_t read_at(std::size_t i) {
    if (const std::size_t taken = read_numeric_date(i); taken > 0) return taken;
    if (const std::size_t taken = read_iso_date(i); taken > 0) return taken;
    if (const std::size_t taken = read_time(i); taken > 0) return taken;
    if (const std::size_t taken = read_day_number(i); taken > 0) return taken;
    if (const std::size_t taken = read_date(i); taken > 0) return taken;
    const Word& word = words_[i].word;
    for (const DayNames::Named& name : names_.relative) {
      if (name.words.empty() || i + name.words.size() > words_.size()) continue;
      if (!std::equal(name.words.begin(), name.words.end(), words_.begin() + static_cast<std::ptrdiff_t>(i), [](const Word& a, const PlacedWord& b) { return a == b.word; })) continue;
      moment_.day = model::Date(std::chrono::sys_days(today_) + std::chrono::days(name.days_from_today));
      return name.words.size();
    }
    if (std::ranges::find(names_.now, word) != names_.now.end()) {
      moment_.now = true;
      return 1;
    }
    for (const DayNames::DayPart& part : names_.parts)
      if (word == part.word && (words_.size() > 1 || !moment_.empty())) {
        moment_.part = {part.from, part.to};
        return 1;
      }
    for (const DayNames::Weekday& name : names_.weekdays) {
      if (!is_form_of(word, name.word) && !begins_name(word, name.word)) continue;
      const auto day = std::ranges::find_if(days_, [&](const model::Date& date) { return std::chrono::weekday(std::chrono::sys_days(date)) == name.day; });
      if (day == days_.end()) return 0;
      moment_.day = *day;
      return 1;
    }
    return 0;
  }

  // 14:00, 9.30, 4:30pm, 2 pm
  std::size_t read_time(std::size_t i) {
    Word last = words_[i].word;
    std::size_t taken = 1;
    int hour = small_number(last);
    int minute = 0;
    const bool with_minutes = i + 1 < words_.size() && words_[i + 1].begin == words_[i].end + 1 && (typed_[words_[i].end] == ':' || typed_[words_[i].end] == '.');
    if (with_minutes) {
      last = words_[i + 1].word;
      taken = 2;
    }
    int later = -1;  // hours; known with am and pm
    const auto half = [](std::u16string_view word) { return word == u"am" ? 0 : word == u"pm" ? 12 : -1; };
    if (last.size() > 2 && half(std::u16string_view(last).substr(last.size() - 2)) >= 0) {
      later = half(std::u16string_view(last).substr(last.size() - 2));
      last.resize(last.size() - 2);
    } else if (i + taken < words_.size() && half(words_[i + taken].word) >= 0) {
      later = half(words_[i + taken].word);
      ++taken;
    }
    if (later < 0 && taken == 1) return 0;
    if (with_minutes) {
      if (last.size() != 2) return 0;
      minute = small_number(last);
    } else {
      hour = small_number(last);
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || (later >= 0 && hour > 12)) return 0;
    if (later >= 0) hour = hour % 12 + later;
    moment_.time = hour * 60 + minute;
    return taken;
  }

  // 24.04, 24.04.2026: only a day of the event, anything else is a time.
  std::size_t read_numeric_date(std::size_t i) {
    if (!dot_behind(i)) return 0;
    const int day = small_number(words_[i].word);
    const int month = small_number(words_[i + 1].word);
    for (const model::Date& date : days_) {
      if (static_cast<int>(static_cast<unsigned>(date.day())) != day || static_cast<int>(static_cast<unsigned>(date.month())) != month) continue;
      moment_.day = date;
      return i + 2 < words_.size() && dot_behind(i + 1) && words_[i + 2].word.size() == 4 ? 3 : 2;
    }
    return 0;
  }

  // 2026-04-23
  std::size_t read_iso_date(std::size_t i) {
    if (words_[i].word.size() != 4 || i + 2 >= words_.size() || typed_[words_[i].end] != '-' || typed_[words_[i + 1].end] != '-') return 0;
    for (const model::Date& date : days_) {
      if (small_number(words_[i + 1].word) != static_cast<int>(static_cast<unsigned>(date.month())) || small_number(words_[i + 2].word) != static_cast<int>(static_cast<unsigned>(date.day()))) continue;
      moment_.day = date;
      return 3;
    }
    return 0;
  }

  bool dot_behind(std::size_t i) const { return i + 1 < words_.size() && words_[i + 1].begin == words_[i].end + 1 && typed_[words_[i].end] == '.'; }

  // "day 2", «2-күн», «екінші күн»
  std::size_t read_day_number(std::size_t i) {
    if (i + 1 >= words_.size()) return 0;
    for (const bool number_first : {true, false}) {
      const Word& count = words_[number_first ? i : i + 1].word;
      if (std::ranges::find(names_.day, words_[number_first ? i + 1 : i].word) == names_.day.end()) continue;
      int number = small_number(count);
      for (const DayNames::Ordinal& ordinal : names_.ordinals)
        if (is_form_of(count, ordinal.word)) number = ordinal.number;
      if (number < 1 || number > std::ssize(days_)) continue;
      moment_.day = days_[static_cast<std::size_t>(number - 1)];
      return 2;
    }
    return 0;
  }

  // "завтра в 9": beside a day, a number behind a small word is an hour; in «завтра зал 2» it is not.
  void read_hour() {
    if (!moment_.day || moment_.time) return;
    const auto small = [&](const PlacedWord& word) { return std::ranges::find(names_.small, word.word) != names_.small.end(); };
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const int hour = small_number(words_[i].word);
      if (hour < 0 || hour > 23 || (i > 0 ? !small(words_[i - 1]) : words_.size() > 1)) continue;
      moment_.time = hour * 60;
      words_.erase(words_.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }

  // "23 сәуір", "April 23"
  std::size_t read_date(std::size_t i) {
    if (i + 1 >= words_.size()) return 0;
    for (const bool day_first : {true, false}) {
      const int number = small_number(words_[day_first ? i : i + 1].word);
      if (number < 1 || number > 31) continue;
      const Word& month_word = words_[day_first ? i + 1 : i].word;
      for (const DayNames::Month& month : names_.months) {
        if (!is_form_of(month_word, month.word) && !begins_name(month_word, month.word)) continue;
        const model::Date date{today_.year(), month.month, std::chrono::day(static_cast<unsigned>(number))};
        // In the year of the event, whatever year it is now.
        model::Date found = date;
        for (const model::Date& day : days_)
          if (day.month() == date.month() && day.day() == date.day()) found = day;
        if (!found.ok()) return 0;
        moment_.day = found;
        return 2;
      }
    }
    return 0;
  }

  std::string_view typed_;
  std::vector<PlacedWord>& words_;
  const DayNames& names_;
  model::Date today_;
  std::span<const model::Date> days_;
  Moment moment_;
};

}  // namespace

Moment take_moment(std::string_view typed, std::vector<PlacedWord>& words, const DayNames& names, model::Date today, std::span<const model::Date> days) {
  return Reader(typed, words, names, today, days).read();
}

}  // namespace search
