#include "imdf/hours.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "pack/words.h"

namespace imdf {
namespace {

using pack::quoted;
using pack::say;

constexpr int minutes_in_a_day = 24 * 60;
constexpr std::array<std::string_view, 7> weekdays{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
constexpr std::string_view holidays = "PH";
constexpr std::size_t days_and_holidays = weekdays.size() + 1;
constexpr unsigned every_weekday = 0x7F;

using Stretch = std::pair<int, int>;  // of a day, in minutes
using Error = std::unexpected<std::string>;

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// What stands before the next `separator`, which is taken out of `text` with it.
std::string_view next_of(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = trimmed(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

std::optional<std::size_t> weekday_called(std::string_view name) {
  const auto found = std::ranges::find(weekdays, name);
  if (found == weekdays.end()) return std::nullopt;
  return static_cast<std::size_t>(found - weekdays.begin());
}

// "Mo", "Mo-Fr", "PH" as bits.
std::optional<unsigned> days_in(std::string_view part) {
  if (part == holidays) return 1U << weekdays.size();
  const std::size_t dash = part.find('-');
  const auto first = weekday_called(trimmed(part.substr(0, dash)));
  const auto last = dash == std::string_view::npos ? first : weekday_called(trimmed(part.substr(dash + 1)));
  if (!first || !last) return std::nullopt;
  unsigned days = 0;
  for (std::size_t day = *first;; day = (day + 1) % weekdays.size()) {
    days |= 1U << day;
    if (day == *last) return days;
  }
}

// "9:00" or "09:00", up to "48:00", as minutes.
std::optional<int> time_in(std::string_view part) {
  const std::size_t colon = part.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || part.size() != colon + 3)
    return std::nullopt;
  int numbers[2] = {0, 0};
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (i == colon) continue;
    if (part[i] < '0' || part[i] > '9') return std::nullopt;
    int& number = numbers[i > colon ? 1 : 0];
    number = number * 10 + (part[i] - '0');
  }
  if (numbers[1] > 59 || numbers[0] * 60 + numbers[1] > 2 * minutes_in_a_day) return std::nullopt;
  return numbers[0] * 60 + numbers[1];
}

// "09:00-12:00,13:00-18:00", "off", "closed"; for the last two none.
std::expected<std::vector<Stretch>, std::string> stretches_in(std::string_view text) {
  if (text == "off" || text == "closed") return std::vector<Stretch>{};
  std::vector<Stretch> stretches;
  if (text.empty()) return Error("no times");
  while (!text.empty()) {
    const std::string_view part = next_of(text, ',');
    const std::size_t dash = part.find('-');
    const auto from = time_in(trimmed(part.substr(0, dash)));
    const auto until =
        dash == std::string_view::npos ? std::nullopt : time_in(trimmed(part.substr(dash + 1)));
    if (!from || !until || *from >= minutes_in_a_day || *from == *until)
      return Error(say(quoted(part), " is no time from … until, like 09:00-18:00"));
    stretches.emplace_back(*from, *until > *from ? *until : *until + minutes_in_a_day);
    if (stretches.back().second > 2 * minutes_in_a_day)
      return Error(say(quoted(part), " is longer than a day"));
  }
  return stretches;
}

// Where the times of a rule begin: behind its days.
std::size_t begin_of_times(std::string_view rule) {
  for (const std::string_view word : {std::string_view("off"), std::string_view("closed")})
    if (rule.ends_with(word)) return rule.size() - word.size();
  return std::min(rule.find_first_of("0123456789"), rule.size());
}

}  // namespace

std::expected<std::vector<model::MapHours>, std::string> read_hours(std::string_view text) {
  std::array<std::optional<std::vector<Stretch>>, days_and_holidays> week;
  const auto set = [&](unsigned days, const std::vector<Stretch>& stretches) {
    for (std::size_t day = 0; day < week.size(); ++day)
      if ((days >> day & 1U) != 0) week[day] = stretches;
  };
  if (trimmed(text).empty()) return Error("is empty");
  while (!text.empty()) {
    const std::string_view rule = next_of(text, ';');
    if (rule.empty()) continue;
    if (rule == "24/7") {
      set(every_weekday, {{0, minutes_in_a_day}});
      continue;
    }
    const std::size_t times = begin_of_times(rule);
    std::string_view names = trimmed(rule.substr(0, times));
    unsigned days = names.empty() ? every_weekday : 0;
    while (!names.empty()) {
      const std::string_view part = next_of(names, ',');
      const auto some = days_in(part);
      if (!some) return Error(say(quoted(part), " is no day, like Mo, Mo-Fr or PH"));
      days |= *some;
    }
    const auto stretches = stretches_in(trimmed(rule.substr(times)));
    if (!stretches) return Error(say("in ", quoted(rule), ": ", stretches.error()));
    set(days, *stretches);
  }
  std::vector<model::MapHours> hours;
  unsigned told = 0;
  for (std::size_t day = 0; day < week.size(); ++day) {
    if (!week[day] || (told >> day & 1U) != 0) continue;
    unsigned alike = 0;
    for (std::size_t other = day; other < week.size(); ++other)
      if (week[other] == week[day]) alike |= 1U << other;
    told |= alike;
    model::MapHours one{.days = static_cast<std::uint8_t>(alike)};
    if (week[day]->empty()) hours.push_back(one);
    for (const auto& [from, until] : *week[day]) {
      one.from = static_cast<std::uint16_t>(from);
      one.until = static_cast<std::uint16_t>(until);
      hours.push_back(one);
    }
  }
  return hours;
}

}  // namespace imdf
