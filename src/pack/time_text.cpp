#include "pack/time_text.h"

#include <charconv>
#include <optional>

#include "pack/words.h"

namespace pack {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view instant_pattern = "a time reads like \"2026-04-22T10:00+05:00\"";
constexpr std::string_view date_pattern = "a date reads like \"2026-04-22\"";

// Takes exactly `count` digits off the front.
std::optional<unsigned> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return {};
  unsigned number = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return {};
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  text.remove_prefix(count);
  return number;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<model::Date> take_date(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return {};
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return {};
  const auto day = take_digits(text, 2);
  if (!day) return {};
  return model::Date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month},
                     std::chrono::day{*day}};
}

struct ClockTime {
  unsigned hour = 0, minute = 0, second = 0;
};

std::optional<ClockTime> take_clock(std::string_view& text) {
  ClockTime clock;
  const auto hour = take_digits(text, 2);
  if (!hour || !take(text, ':')) return {};
  const auto minute = take_digits(text, 2);
  if (!minute) return {};
  clock.hour = *hour;
  clock.minute = *minute;
  if (take(text, ':')) {
    const auto second = take_digits(text, 2);
    if (!second) return {};
    clock.second = *second;
  }
  return clock;
}

std::string two_digits(long long number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

model::Date WrittenInstant::date() const { return model::Date{floor<days>(instant + utc_offset)}; }

std::expected<model::Date, std::string> parse_date(std::string_view text) {
  std::string_view rest = text;
  const auto date = take_date(rest);
  if (!date || !rest.empty()) return std::unexpected(say(quoted(text), " is not a date; ", date_pattern));
  if (!date->ok()) return std::unexpected(say("there is no day ", quoted(text)));
  return *date;
}

std::expected<WrittenInstant, std::string> parse_instant(std::string_view text) {
  const auto not_a_time = [&] {
    return std::unexpected(say(quoted(text), " is not a time; ", instant_pattern));
  };
  std::string_view rest = text;
  const auto date = take_date(rest);
  if (!date || !take(rest, 'T')) return not_a_time();
  const auto clock = take_clock(rest);
  if (!clock) return not_a_time();
  if (!date->ok()) return std::unexpected(say("there is no day ", quoted(text.substr(0, 10))));
  if (clock->hour > 23 || clock->minute > 59 || clock->second > 59)
    return std::unexpected(
        say("there is no time of day ", quoted(text.substr(11, text.size() - 11 - rest.size()))));

  if (rest.empty())
    return std::unexpected(say(quoted(text), " lacks its offset from UTC, such as \"+05:00\""));
  minutes offset{};
  const bool in_utc = rest == "Z";
  if (!in_utc) {
    const std::string_view written_offset = rest;
    const bool west = rest.front() == '-';
    if (!take(rest, '+') && !take(rest, '-')) return not_a_time();
    const auto offset_clock = take_clock(rest);
    if (!offset_clock || !rest.empty() || written_offset.size() != 6)
      return std::unexpected(
          say(quoted(written_offset), " is not an offset from UTC; one reads like \"+05:00\""));
    offset = hours{offset_clock->hour} + minutes{offset_clock->minute};
    // The offsets in use on Earth.
    if (offset_clock->minute > 59 || offset > hours{14} || (west && offset > hours{12}))
      return std::unexpected(say("there is no offset ", quoted(written_offset), " from UTC"));
    if (west) offset = -offset;
  }
  const model::Instant instant{std::chrono::sys_days{*date} + hours{clock->hour} + minutes{clock->minute} +
                               seconds{clock->second} - offset};
  return WrittenInstant{instant, offset, in_utc};
}

std::string format_date(model::Date date) {
  std::string year = std::to_string(static_cast<int>(date.year()));
  if (year.size() < 4) year.insert(0, 4 - year.size(), '0');
  return say(year, "-", two_digits(static_cast<unsigned>(date.month())), "-",
             two_digits(static_cast<unsigned>(date.day())));
}

std::string format_clock(model::Instant instant, minutes utc_offset) {
  const auto local = instant + utc_offset;
  const std::chrono::hh_mm_ss clock{local - floor<days>(local)};
  return say(two_digits(clock.hours().count()), ":", two_digits(clock.minutes().count()));
}

std::string format_instant(model::Instant instant, minutes utc_offset) {
  const auto local = instant + utc_offset;
  const auto second = (local - floor<minutes>(local)).count();
  std::string text =
      say(format_date(model::Date{floor<days>(local)}), "T", format_clock(instant, utc_offset));
  if (second != 0) text += ":" + two_digits(second);
  const auto distance = std::chrono::abs(utc_offset);
  text += say(utc_offset < minutes{} ? "-" : "+", two_digits(distance / hours{1}), ":",
              two_digits((distance % hours{1}).count()));
  return text;
}

}  // namespace pack
