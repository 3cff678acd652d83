// Everything the app says in one language: messages with their arguments filled
// in, dates, times, lists and numbers, all by ICU. One object per language.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "text/key.h"
#include "text/time_zone.h"

namespace text {

// A value for a placeholder of a message: {room}, {count, plural, ...}.
struct Argument {
  std::string_view name;
  std::variant<std::string_view, std::int64_t> value;

  Argument(std::string_view argument_name, std::string_view text) : name(argument_name), value(text) {}
  Argument(std::string_view argument_name, const std::string& text)
      : name(argument_name), value(std::string_view(text)) {}
  Argument(std::string_view argument_name, const char* text)
      : name(argument_name), value(std::string_view(text)) {}
  Argument(std::string_view argument_name, std::int64_t number) : name(argument_name), value(number) {}
  Argument(std::string_view argument_name, int number) : name(argument_name), value(std::int64_t{number}) {}
};

// The languages i18n/ has messages for, in the order it gives them: kk, ru, en.
std::span<const std::string_view> message_languages();

// How a language calls itself, in full and for where there is little room: Қазақша, ҚАЗ. The tag of one
// that has no messages.
std::string_view native_language_name(std::string_view language_tag);
std::string_view short_language_name(std::string_view language_tag);

// The message as the translator wrote it, with nothing filled in. Needs no ICU
// data: this is what the screens before and after a failure are made of.
// For an unknown language answers in English.
std::string_view raw_message(std::string_view language, Key key);

class Words {
 public:
  // `language` is one of message_languages(); the zone is the event's.
  // Pseudo lengthens every message, for trying out longer translations: see pseudo.h.
  enum class Kind : std::uint8_t { real, pseudo };
  static std::expected<Words, std::string> in(std::string_view language, const TimeZone& event_zone,
                                              Kind kind = Kind::real);

  const std::string& language() const;

  // The message of `key`. A message is parsed once and kept; the answer of a
  // message without placeholders is kept too, so calling this each frame is cheap.
  std::string message(Key key, std::initializer_list<Argument> arguments) const;
  const std::string& message(Key key) const;
  // The language in which the message is written: English where nobody has translated it yet (borrowed.h).
  std::string_view language_of(Key key) const;

  std::string time(Instant) const;                         // 10:30
  std::string time_range(Instant from, Instant to) const;  // 10:00–11:30
  std::string weekday(Date) const;                         // среда
  std::string short_weekday(Date) const;                   // ср
  std::string day_of_month(Date) const;                    // 22
  std::string month(Date) const;                           // апреля, сәуір, April: as beside a day
  std::string day_and_month(Date) const;                   // 22 апреля
  std::string weekday_day_month(Date) const;               // среда, 22 апреля
  std::string full_date(Date) const;                       // 2026 жылғы 22 сәуір
  std::string date_range(Date from, Date to) const;  // 2026 жылғы 22–24 сәуір; 22–24 апреля 2026 года
  std::string duration(std::chrono::minutes) const;            // 1 ч 30 мин
  std::string number(std::int64_t) const;                      // 12 000 with the language's own grouping
  std::string list(std::span<const std::string> items) const;  // а, б және в
  std::string language_name(
      std::string_view language_tag) const;  // kazakh in Russian: казахский; the tag of one without messages
  // The time of the same moment in another zone, when its clock differs from
  // the event's at that moment; empty when it does not.
  std::string time_elsewhere(Instant, const TimeZone& there) const;

  Words(Words&&) noexcept;
  Words& operator=(Words&&) noexcept;
  ~Words();

 private:
  struct Book;
  explicit Words(std::unique_ptr<Book>);
  std::unique_ptr<Book> book_;
};

}  // namespace text
