#include "text/words.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <utility>

#include "text/cldr.h"
#include "text/message.h"
#include "text/message_table.h"
#include "text/pseudo.h"

namespace text {

namespace {

// English is in every build: make_message_table.py insists on it.
constexpr std::string_view fallback_language = "en";

std::optional<std::size_t> language_index(std::string_view language) {
  const auto languages = message_languages();
  const auto found = std::ranges::find(languages, language);
  if (found == languages.end()) return std::nullopt;
  return static_cast<std::size_t>(found - languages.begin());
}

// The texts stand one behind the other, each ended by a NUL; walking there is cheaper than
// carrying a table of offsets to every phone, because each message is asked for only once.
std::string_view message_text(std::size_t language, std::uint16_t key) {
  std::string_view text(message_table_texts(language));
  for (std::uint16_t skipped = 0; skipped < key; ++skipped)
    text = std::string_view(text.data() + text.size() + 1);
  return text;
}

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string clock(const WallTime& shown) { return two_digits(shown.hour) + ':' + two_digits(shown.minute); }

std::string year(Date date) { return std::to_string(static_cast<int>(date.year())); }

}  // namespace

std::span<const std::string_view> message_languages() { return message_table_languages(); }

std::string_view native_language_name(std::string_view language_tag) {
  const auto index = language_index(language_tag);
  return index ? message_table_native_name(*index) : language_tag;
}

std::string_view short_language_name(std::string_view language_tag) {
  const auto index = language_index(language_tag);
  return index ? message_table_short_name(*index) : language_tag;
}

std::string_view raw_message(std::string_view language, Key key) {
  auto index = language_index(language);
  if (!index) index = language_index(fallback_language);
  return message_text(index.value_or(0), key.index());
}

struct Words::Book {
  // One message of i18n/: parsed when it is first asked for, printed once when it never changes.
  struct Entry {
    bool parsed = false;
    Message message;
    std::string fixed;
  };

  Book(std::string tag, std::size_t index, TimeZone zone, Cldr data, Kind which)
      : language(std::move(tag)),
        table(index),
        kind(which),
        event_zone(std::move(zone)),
        cldr(std::move(data)) {}

  Entry& entry(std::uint16_t key) {
    Entry& found = entries[key];
    if (found.parsed) return found;
    found.parsed = true;
    const std::string_view written = message_text(table, key);
    auto message = kind == Kind::pseudo ? Message::parse(lengthened(written)) : Message::parse(written);
    // The tests parse every message of every language.
    assert(message && "a message of i18n/ cannot be read");
    if (message) found.message = std::move(*message);
    if (!found.message.has_placeholders()) found.message.append_to(found.fixed, {}, cldr);
    return found;
  }

  std::string language;
  std::size_t table;
  Kind kind;
  TimeZone event_zone;
  Cldr cldr;
  std::vector<Entry> entries{message_key_count};  // never grows: message() hands out references
};

std::expected<Words, std::string> Words::in(std::string_view language, const TimeZone& event_zone,
                                            Kind kind) {
  const auto index = language_index(language);
  if (!index) return std::unexpected("i18n/ has no messages for the language " + std::string(language));
  auto cldr = Cldr::of(language);
  if (!cldr) return std::unexpected(cldr.error());
  return Words(std::make_unique<Book>(std::string(language), *index, event_zone, std::move(*cldr), kind));
}

const std::string& Words::language() const { return book_->language; }

std::string Words::message(Key key, std::initializer_list<Argument> arguments) const {
  std::string text;
  book_->entry(key.index()).message.append_to(text, arguments, book_->cldr);
  return text;
}

const std::string& Words::message(Key key) const {
  Book::Entry& entry = book_->entry(key.index());
  if (entry.fixed.empty() && entry.message.has_placeholders())
    entry.message.append_to(entry.fixed, {}, book_->cldr);
  return entry.fixed;
}

std::string_view Words::language_of(Key key) const {
  return std::ranges::binary_search(message_table_borrowed(book_->table), key.index()) ? fallback_language
                                                                                       : language();
}

std::string Words::time(Instant moment) const { return clock(book_->event_zone.at(moment)); }

std::string Words::time_range(Instant from, Instant to) const {
  return message("time.range", {{"from", time(from)}, {"to", time(to)}});
}

std::string Words::weekday(Date date) const {
  return std::string(book_->cldr.weekday(std::chrono::weekday(std::chrono::sys_days(date)).c_encoding()));
}

std::string Words::short_weekday(Date date) const {
  return std::string(
      book_->cldr.short_weekday(std::chrono::weekday(std::chrono::sys_days(date)).c_encoding()));
}

std::string Words::day_of_month(Date date) const { return std::to_string(static_cast<unsigned>(date.day())); }

std::string Words::month(Date date) const {
  return std::string(book_->cldr.month(static_cast<unsigned>(date.month())));
}

std::string Words::day_and_month(Date date) const {
  return message("time.day_and_month", {{"day", day_of_month(date)}, {"month", month(date)}});
}

std::string Words::weekday_day_month(Date date) const {
  return message("time.weekday_day_month",
                 {{"weekday", weekday(date)}, {"day", day_of_month(date)}, {"month", month(date)}});
}

std::string Words::full_date(Date date) const {
  return message("time.full_date",
                 {{"day", day_of_month(date)}, {"month", month(date)}, {"year", year(date)}});
}

std::string Words::date_range(Date from, Date to) const {
  if (from == to) return full_date(from);
  const std::string first_day = day_of_month(from);
  const std::string last_day = day_of_month(to);
  if (from.year() != to.year())
    return message("time.range_across_years", {{"first_day", first_day},
                                               {"first_month", month(from)},
                                               {"first_year", year(from)},
                                               {"last_day", last_day},
                                               {"last_month", month(to)},
                                               {"last_year", year(to)}});
  if (from.month() != to.month())
    return message("time.range_across_months", {{"first_day", first_day},
                                                {"first_month", month(from)},
                                                {"last_day", last_day},
                                                {"last_month", month(to)},
                                                {"year", year(to)}});
  return message(
      "time.range_in_month",
      {{"first_day", first_day}, {"last_day", last_day}, {"month", month(from)}, {"year", year(from)}});
}

std::string Words::duration(std::chrono::minutes length) const {
  const auto total = std::max<std::chrono::minutes::rep>(length.count(), 0);
  const std::int64_t hours = total / 60;
  const std::int64_t minutes = total % 60;
  if (hours == 0) return message("time.duration_minutes", {{"minutes", minutes}});
  if (minutes == 0) return message("time.duration_hours", {{"hours", hours}});
  return message("time.duration_hours_minutes", {{"hours", hours}, {"minutes", minutes}});
}

std::string Words::number(std::int64_t number) const { return book_->cldr.number(number); }

std::string Words::list(std::span<const std::string> items) const {
  if (items.empty()) return {};
  if (items.size() == 1) return items[0];
  if (items.size() == 2) return message("list.two", {{"first", items[0]}, {"second", items[1]}});
  std::string earlier = items[0];
  for (const std::string& item : items.subspan(1, items.size() - 2))
    earlier = message("list.middle", {{"earlier", earlier}, {"next", item}});
  return message("list.end", {{"earlier", earlier}, {"last", items.back()}});
}

std::string Words::language_name(std::string_view language_tag) const {
  const auto named = language_index(language_tag);
  return std::string(named ? message_table_name(book_->table, *named) : language_tag);
}

std::string Words::time_elsewhere(Instant moment, const TimeZone& there) const {
  if (there.offset_minutes(moment) == book_->event_zone.offset_minutes(moment)) return {};
  const WallTime shown = there.at(moment);
  if (shown.date == book_->event_zone.at(moment).date) return clock(shown);
  return message("time.on_another_day", {{"time", clock(shown)}, {"date", day_and_month(shown.date)}});
}

Words::Words(std::unique_ptr<Book> book) : book_(std::move(book)) {}
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;
Words::~Words() = default;

}  // namespace text
