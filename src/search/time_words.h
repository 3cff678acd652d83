// The words of all languages for days and times, and how typed words are compared with them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "model/time.h"
#include "search/word.h"

namespace search {

// Minutes since midnight.
using TimeOfDay = int;
// From one time of the day to before another.
using DayPart = std::pair<TimeOfDay, TimeOfDay>;

struct TimeWords {
  // A word or a phrase, and what it says; "tonight" is today and in the evening.
  struct TimePhrase {
    std::vector<Word> words;
    std::optional<int> days_from_today;
    std::optional<DayPart> part;
    bool now = false;
    bool next = false;  // begins after now
    int minutes = 0;    // as long as an hour, a minute
  };
  struct Weekday {
    Word word;
    std::chrono::weekday day;
  };
  struct Month {
    Word word;
    std::chrono::month month;
  };
  struct Number {
    Word word;
    int number = 0;
  };
  std::vector<TimePhrase> phrases;
  std::vector<Weekday> weekdays;
  std::vector<Weekday> short_weekdays;  // "fri", "пт": no form of these is a weekday
  std::vector<Month> months;
  std::vector<Number> numbers;  // one, second
  std::vector<Word> day;        // "day 2", «2-күн»
  std::vector<Word> last;       // "the last day"
  std::vector<Word> in;         // "in an hour", «бір сағаттан кейін»
  std::vector<Word> after;      // "after 15:00", «15:00-ден кейін»
  std::vector<Word> before;
  std::vector<Word> sessions;  // all that is at a time: "tomorrow's sessions", «программа на завтра»
  std::vector<Word> small;  // that say nothing where others do: "the", «және», "в"

  // The saying of a phrase, made when it is new.
  TimePhrase& say(std::string_view phrase);
};

bool is_among(const std::vector<Word>& list, const Word& word);

// Forms of shorter words are too like other words: «кешке» and «кеше», «часа» and «части».
inline constexpr std::size_t least_of_a_form = 4;

// The same word, or a form of it: "апреля" and "апрель", «сәрсенбіде», "пятницу". At least so many
// letters are the same.
bool is_form_of(const Word& typed, const Word& name, std::size_t least_in_common = 3);

// The longest saying that `typed` begins with, in its own words or else in forms of them.
struct PhraseMatch {
  const TimeWords::TimePhrase* saying = nullptr;
  bool by_form = false;
};
PhraseMatch match_leading_phrase(const TimeWords& names, std::span<const PlacedWord> typed);

}  // namespace search
