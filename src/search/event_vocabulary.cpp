#include "search/event_vocabulary.h"

#include <algorithm>

namespace search {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int minutes_of_hour = 60;

// Calls `use` with each word or phrase of a message that lists them, separated by commas.
template <class Use>
void for_each_listed(std::string_view message, Use use) {
  while (!message.empty()) {
    const std::size_t end = std::min(message.find(','), message.size());
    use(message.substr(0, end));
    message.remove_prefix(std::min(end + 1, message.size()));
  }
}

void add_listed(std::vector<Word>& list, std::string_view message) {
  for (PlacedWord& word : words_of(message)) list.push_back(std::move(word.word));
}

// Words for one, two, three or for the first, the second, the third.
void add_numbers(TimeWords& names, std::string_view message) {
  int number = 0;
  for (PlacedWord& word : words_of(message)) names.numbers.push_back({std::move(word.word), ++number});
}

void add_sayings(TimeWords& names, const text::Words& language) {
  const auto each = [&](std::string_view message, auto means) {
    for_each_listed(message, [&](std::string_view phrase) { means(names.say(phrase)); });
  };
  const auto day = [](int days_from_today) {
    return [=](TimeWords::TimePhrase& saying) { saying.days_from_today = days_from_today; };
  };
  const auto part = [](int from_hour, int to_hour) {
    return [=](TimeWords::TimePhrase& saying) {
      saying.part = {from_hour * minutes_of_hour, to_hour * minutes_of_hour};
    };
  };
  const auto lasts = [](int minutes) {
    return [=](TimeWords::TimePhrase& saying) { saying.minutes = minutes; };
  };
  each(language.message("search.words_yesterday"), day(-1));
  each(language.message("search.words_today"), day(0));
  each(language.message("search.words_tomorrow"), day(1));
  each(language.message("search.words_after_tomorrow"), day(2));
  each(language.message("search.words_morning"), part(6, 12));
  each(language.message("search.words_afternoon"), part(12, 17));
  each(language.message("search.words_evening"), part(17, 24));
  each(language.message("search.words_now"), [](TimeWords::TimePhrase& saying) { saying.now = true; });
  each(language.message("search.words_next"), [](TimeWords::TimePhrase& saying) { saying.next = true; });
  each(language.message("search.words_hour"), lasts(minutes_of_hour));
  each(language.message("search.words_half_hour"), lasts(minutes_of_hour / 2));
  each(language.message("search.words_minute"), lasts(1));
}

void add_calendar(TimeWords& names, const text::Words& language, const model::Event& event) {
  for (int i = 0; i < 7; ++i) {
    const sys_days day = sys_days(event.first_day) + days(i);
    for (PlacedWord& word : words_of(language.weekday(model::Date(day))))
      names.weekdays.push_back({std::move(word.word), std::chrono::weekday(day)});
  }
  unsigned weekday = 0;  // the list begins with Monday
  for (PlacedWord& word : words_of(language.message("search.words_weekdays")))
    names.short_weekdays.push_back({std::move(word.word), std::chrono::weekday(++weekday)});
  for (unsigned month = 1; month <= 12; ++month)
    for (PlacedWord& word : words_of(language.month(
             model::Date(event.first_day.year(), std::chrono::month(month), std::chrono::day(1)))))
      names.months.push_back({std::move(word.word), std::chrono::month(month)});
}

void add_language(TimeWords& names, const text::Words& language, const model::Event& event) {
  add_sayings(names, language);
  add_calendar(names, language, event);
  add_numbers(names, language.message("search.words_ordinals"));
  add_numbers(names, language.message("search.words_numbers"));
  add_listed(names.day, language.message("search.words_day"));
  add_listed(names.last, language.message("search.words_last"));
  add_listed(names.in, language.message("search.words_in"));
  add_listed(names.after, language.message("search.words_after"));
  add_listed(names.before, language.message("search.words_before"));
  add_listed(names.sessions, language.message("search.words_sessions"));
  add_listed(names.small, language.message("search.words_small"));
}

}  // namespace

Vocabulary vocabulary_of(const model::Event& event, const text::TimeZone& zone,
                         std::span<const text::Words* const> words) {
  Vocabulary vocabulary;
  for (const model::Synonyms& meaning : event.synonyms) vocabulary.synonyms.push_back(meaning.words);
  for (sys_days day = event.first_day; day <= sys_days(event.last_day); day += days(1)) {
    vocabulary.days.emplace_back(day);
    vocabulary.day_bounds.emplace_back(zone.instant(model::Date(day), 0, 0),
                                       zone.instant(model::Date(day + days(1)), 0, 0));
  }
  for (const text::Words* language : words) {
    add_language(vocabulary.time_words, *language, event);
    add_listed(vocabulary.question_words, language->message("search.words_question"));
  }
  return vocabulary;
}

}  // namespace search
