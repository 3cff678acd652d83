#include "exchange/cell_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "pack/time_text.h"
#include "pack/words.h"
#include "text/fold.h"

namespace exchange {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::chrono::sys_days first_day{std::chrono::year(1899) / 12 / 30};
constexpr double most_serial = 200'000;  // the year 2447
constexpr double seconds_of_day = 86'400;

struct MonthName {
  std::string_view begins;  // folded
  unsigned month;
};
// As people abbreviate them in Kazakh, Russian, English and German; folded as text/fold.h does.
constexpr MonthName month_names[] = {
    {"янв", 1},  {"фев", 2}, {"мар", 3},  {"апр", 4},  {"май", 5},  {"мая", 5},  {"июн", 6},  {"июл", 7},
    {"авг", 8},  {"сен", 9}, {"окт", 10}, {"ноя", 11}, {"дек", 12}, {"кант", 1}, {"акп", 2},  {"наур", 3},
    {"сау", 4},  {"мам", 5}, {"маус", 6}, {"шил", 7},  {"там", 8},  {"кырк", 9}, {"каз", 10}, {"кар", 11},
    {"жел", 12}, {"jan", 1}, {"feb", 2},  {"mar", 3},  {"apr", 4},  {"may", 5},  {"mai", 5},  {"jun", 6},
    {"jul", 7},  {"aug", 8}, {"sep", 9},  {"oct", 10}, {"okt", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}};

// Numbers and words of a text one after another; what stands between them is passed over.
struct Token {
  std::string_view text;
  bool number = false;
  char before = '\0';  // the letter in front of it
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_letter = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z');
  };
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i]) && !is_letter(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    const bool number = is_digit(text[i]);
    while (end < text.size() && (number ? is_digit(text[end]) : is_letter(text[end]))) ++end;
    tokens.push_back({text.substr(i, end - i), number, i > 0 ? text[i - 1] : '\0'});
    i = end;
  }
  return tokens;
}

int value_of(std::string_view digits) {
  int value = -1;
  if (digits.size() < 9) (void)std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<model::Date> valid_date(int year, int month, int day) {
  if (year >= 0 && year < 100) year += 2000;
  const model::Date made{std::chrono::year(year),
                         std::chrono::month(static_cast<unsigned>(std::max(month, 0))),
                         std::chrono::day(static_cast<unsigned>(std::max(day, 0)))};
  if (!made.ok() || year < 1900 || year > 2400) return std::nullopt;
  return made;
}

Moment of_serial(double serial) {
  Moment moment;
  double whole = std::floor(serial);
  double part = std::round((serial - whole) * seconds_of_day);
  if (part >= seconds_of_day) {
    whole += 1;
    part = 0;
  }
  if (whole >= 1) moment.date = first_day + days(static_cast<int>(whole));
  // A date alone has no time; midnight of a time alone is one.
  if (whole < 1 || part > 0) moment.time = seconds(static_cast<int>(part));
  return moment;
}

std::unexpected<std::string> no_moment(std::string_view text) {
  return std::unexpected(pack::quoted(text) +
                         " is no date or time that is understood; one reads like 2026-04-22, " +
                         "22.04.2026 or 10:30");
}

}  // namespace

std::expected<Moment, std::string> moment_of(const Cell& cell) {
  if (cell.kind == Cell::Kind::number) {
    if (cell.number < 0 || cell.number > most_serial) return no_moment(cell.text);
    return of_serial(cell.number);
  }
  if (cell.kind == Cell::Kind::mistake)
    return std::unexpected("holds a mistake of the spreadsheet: " + cell.text);
  if (const auto instant = pack::parse_instant(cell.text)) {
    const auto local = instant->instant + instant->utc_offset;
    const auto day = std::chrono::floor<days>(local);
    return Moment{model::Date(day), local - day, instant->utc_offset};
  }
  const std::string folded = text::fold(cell.text);
  std::vector<Token> tokens = tokens_of(folded);
  Moment moment;
  bool afternoon = false, morning = false;
  std::erase_if(tokens, [&](const Token& one) {
    afternoon = afternoon || one.text == "pm";
    morning = morning || one.text == "am";
    // "T" between day and time, "г." behind years, "Uhr" behind hours, days of the week in front
    return one.text == "pm" || one.text == "am" || one.text == "t" || one.text == "uhr" || one.text == "г" ||
           one.text == "ж" || one.text == "года" || one.text == "жылгы" || one.text == "сенби";
  });
  std::size_t at = 0;
  const auto number = [&](std::size_t i) {
    return i < tokens.size() && tokens[i].number ? value_of(tokens[i].text) : -1;
  };
  const auto month_at = [&](std::size_t i) -> int {
    if (i >= tokens.size() || tokens[i].number) return 0;
    for (const MonthName& name : month_names)
      if (tokens[i].text.starts_with(name.begins)) return static_cast<int>(name.month);
    return 0;
  };
  // Days of the week tell nothing new.
  while (at < tokens.size() && !tokens[at].number && month_at(at) == 0) ++at;
  const bool clock_first = at + 1 < tokens.size() && tokens[at + 1].before == ':';
  if (!clock_first && at < tokens.size()) {
    if (tokens[at].number && tokens[at].text.size() == 4 && number(at + 1) > 0 && number(at + 2) > 0) {
      moment.date = valid_date(number(at), number(at + 1), number(at + 2));  // 2026-04-22
      at += 3;
    } else if (number(at) > 0 && number(at + 1) > 0 && number(at + 2) >= 0 &&
               tokens[at + 1].before == tokens[at + 2].before && tokens[at + 1].before != ' ') {
      moment.date = valid_date(number(at + 2), number(at + 1), number(at));  // 22.04.2026, 22/4/26
      at += 3;
    } else if (number(at) > 0 && month_at(at + 1) > 0 && number(at + 2) > 0) {
      moment.date = valid_date(number(at + 2), month_at(at + 1), number(at));  // 22 April 2026
      at += 3;
    } else if (month_at(at) > 0 && number(at + 1) > 0 && number(at + 2) > 0) {
      moment.date = valid_date(number(at + 2), month_at(at), number(at + 1));  // April 22, 2026
      at += 3;
    } else if (tokens[at].number && tokens[at].text.size() == 4 && number(at + 1) > 0 &&
               month_at(at + 2) > 0) {
      moment.date = valid_date(number(at), month_at(at + 2), number(at + 1));  // 2026 жылғы 22 сәуір
      at += 3;
    }
    if (at > 0 && !moment.date && at >= 3) return no_moment(cell.text);
  }
  if (at < tokens.size()) {
    int hour = number(at);
    const bool has_minutes = number(at + 1) >= 0;
    const int minute = has_minutes ? number(at + 1) : 0;
    const std::size_t used = has_minutes ? 2 : 1;
    const int second =
        has_minutes && number(at + 2) >= 0 && tokens[at + 2].before == ':' ? number(at + 2) : 0;
    if (afternoon && hour < 12) hour += 12;
    if (morning && hour == 12) hour = 0;
    // "24:00" is the end of the day.
    if (hour < 0 || hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute > 0))
      return no_moment(cell.text);
    if (!has_minutes && !afternoon && !morning && !moment.date && tokens.size() > 1)
      return no_moment(cell.text);
    at += used + (second > 0 || (number(at + used) >= 0 && tokens[at + used].before == ':') ? 1 : 0);
    if (at < tokens.size()) return no_moment(cell.text);
    moment.time = hours(hour % 24) + minutes(minute) + seconds(second);
    if (hour == 24 && moment.date) moment.date = std::chrono::sys_days(*moment.date) + days(1);
  }
  if (!moment.date && !moment.time) return no_moment(cell.text);
  return moment;
}

std::expected<minutes, std::string> duration_of(const Cell& cell) {
  const auto refuse = [&] {
    return std::unexpected(
        pack::quoted(cell.text) +
        " is no length of time that is understood; one reads like 0:30, 90 (minutes) or 1.5 h");
  };
  constexpr int most_minutes = 60 * 24 * 60;
  const auto fair = [&](double value) -> std::expected<minutes, std::string> {
    if (!(value > 0) || value > most_minutes) return refuse();
    return minutes(static_cast<int>(std::lround(value)));
  };
  if (cell.kind == Cell::Kind::number) {
    // Half an hour is 1/48 of a day; nobody means half a minute.
    return fair(cell.number < 1 ? cell.number * 24 * 60 : cell.number);
  }
  if (cell.kind != Cell::Kind::text) return refuse();
  std::string folded = text::fold(cell.text);
  std::ranges::replace(folded, ',', '.');
  double total = 0;
  bool any = false;
  std::string_view rest = folded;
  const auto skip = [&] {
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  };
  for (skip(); !rest.empty(); skip()) {
    double value = 0;
    const auto [end, wrong] =
        std::from_chars(rest.data(), rest.data() + rest.size(), value, std::chars_format::fixed);
    if (wrong != std::errc() || value < 0) return refuse();
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    if (rest.starts_with(':')) {  // 0:30, 1:30:00, 25:30
      if (any) return refuse();
      unsigned minute = 0, second = 0;
      const auto colon = std::from_chars(rest.data() + 1, rest.data() + rest.size(), minute);
      rest.remove_prefix(static_cast<std::size_t>(colon.ptr - rest.data()));
      if (rest.starts_with(':')) {
        const auto last = std::from_chars(rest.data() + 1, rest.data() + rest.size(), second);
        rest.remove_prefix(static_cast<std::size_t>(last.ptr - rest.data()));
      }
      skip();
      for (const std::string_view unit : {"h", "ч", "hours", "std", "uhr"})
        if (rest == unit) rest = {};
      if (colon.ec != std::errc() || minute > 59 || second > 59 || !rest.empty()) return refuse();
      return fair(value * 60 + minute);
    }
    skip();
    std::size_t length = 0;
    while (length < rest.size() && rest[length] != ' ' && !(rest[length] >= '0' && rest[length] <= '9'))
      ++length;
    std::string_view unit = rest.substr(0, length);
    rest.remove_prefix(length);
    if (unit.ends_with('.')) unit.remove_suffix(1);
    any = true;
    const auto begins = [&](std::initializer_list<std::string_view> words) {
      return std::ranges::any_of(words, [&](std::string_view word) { return unit.starts_with(word); });
    };
    if (unit.empty() || begins({"m", "м", "'", "\xE2\x80\xB2"}))  // m, min, мин, минут, ′
      total += value;
    else if (begins({"h", "ч", "с", "std", "stunde"}))  // hours, часа, сағат, Stunden
      total += value * 60;
    else if (begins({"d", "д", "к", "tag"}))  // days, дня, күн, Tage
      total += value * 24 * 60;
    else
      return refuse();
  }
  if (!any) return refuse();
  return fair(total);
}

std::expected<long, std::string> whole_number_of(const Cell& cell) {
  const auto refuse = [&] { return std::unexpected(pack::quoted(cell.text) + " is no whole number"); };
  if (cell.kind == Cell::Kind::number) {
    if (cell.number != std::floor(cell.number) || std::abs(cell.number) > 1e9) return refuse();
    return static_cast<long>(cell.number);
  }
  long value = 0;
  const auto [end, wrong] = std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), value);
  if (wrong != std::errc() || end != cell.text.data() + cell.text.size()) return refuse();
  return value;
}

std::vector<std::string> list_of(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    std::string_view part = text.substr(0, text.find_first_of(separators));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    const std::size_t first = part.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) continue;
    parts.emplace_back(part.substr(first, part.find_last_not_of(" \t\r\n") + 1 - first));
  }
  return parts;
}

double serial_of(model::Date date, seconds time) {
  return static_cast<double>((std::chrono::sys_days(date) - first_day).count()) +
         static_cast<double>(time.count()) / seconds_of_day;
}

}  // namespace exchange
