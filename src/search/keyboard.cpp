#include "search/keyboard.h"

#include <algorithm>

#include "text/utf8.h"

namespace search {
namespace {

// What each key gives, alone and with Shift, in the order of the keys.
constexpr std::u32string_view us =
    U"`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./"
    U"~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?";
constexpr std::u32string_view russian =
    U"ё1234567890-=йцукенгшщзхъфывапролджэячсмитьбю."
    U"Ё!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,";
constexpr std::u32string_view kazakh =
    U"(\"әіңғ,.үұқөһйцукенгшщзхъфывапролджэячсмитьбю№"
    U")!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?";
static_assert(us.size() == russian.size() && us.size() == kazakh.size());

// What the digits' keys give on a Kazakh keyboard, 1 to 0.
constexpr std::u32string_view digits = U"1234567890";
constexpr std::u32string_view kazakh_digits = U"\"әіңғ,.үұқ";
constexpr std::u32string_view kazakh_signs = U"\",.";
// What stands in a time or a date by the keys of a Russian or US keyboard, and what is meant.
constexpr std::u32string_view time_keys = U":;Жю№.ө-";
constexpr std::u32string_view time_signs = U":::...--";
// Signs that give letters on another keyboard.
constexpr std::u32string_view letter_signs = U"[]{};:'\"<>,.`~";

bool is_digit_key(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_latin_key(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_cyrillic_key(char32_t c) { return c >= 0x400 && c < 0x530; }
bool is_on(std::u32string_view keys, char32_t c) { return keys.find(c) != std::u32string_view::npos; }

char32_t mapped(char32_t point, std::u32string_view from, std::u32string_view to) {
  const std::size_t at = from.find(point);
  return at == std::u32string_view::npos ? point : to[at];
}

// `use` turns each piece between spaces into another.
template <class Use>
std::u32string piece_by_piece(const std::u32string& points, Use use) {
  std::u32string result;
  for (std::size_t at = 0; at < points.size();) {
    const std::size_t end = std::min(points.find(U' ', at), points.size());
    result += use(points.substr(at, end - at));
    if (end < points.size()) result += U' ';
    at = end + 1;
  }
  return result;
}

// Whether a piece is a number, a time or a date as it stands: «зал 9» is not «зал ұ».
bool is_number(const std::u32string& piece) {
  return !piece.empty() && is_digit_key(piece.front()) && is_digit_key(piece.back()) &&
         std::ranges::all_of(piece, [](char32_t c) { return is_digit_key(c) || is_on(U".,:-/\u2013", c); });
}

std::u32string by_keys(const std::u32string& points, std::u32string_view from, std::u32string_view to,
                       bool signs_stay = false) {
  return piece_by_piece(points, [&](std::u32string piece) {
    if (is_number(piece)) return piece;
    for (char32_t& point : piece)
      if (!signs_stay || !is_on(U"\",.;:", point)) point = mapped(point, from, to);
    return piece;
  });
}

bool is_of_kazakh_digits(const std::u32string& piece) {
  return std::ranges::all_of(piece,
                             [](char32_t c) { return is_on(kazakh_digits, c) || is_on(time_keys, c); });
}

// `"ң:іқ` is 14:30, and so is "14Ж30" by the colon's key. The comma and the full stop are 6 and 7, or
// themselves.
std::u32string with_digits(const std::u32string& points, bool signs_stay) {
  return piece_by_piece(points, [&](std::u32string piece) {
    const bool is_time = !piece.empty() && is_digit_key(piece.front()) && is_digit_key(piece.back());
    if (!is_of_kazakh_digits(piece) && !(is_time && std::ranges::all_of(piece, [](char32_t c) {
                                           return is_digit_key(c) || is_on(time_keys, c);
                                         })))
      return piece;
    for (char32_t& point : piece) {
      if (is_time) {
        point = mapped(point, time_keys, time_signs);
        continue;
      }
      if (signs_stay && (point == U',' || point == U'.')) continue;
      point = is_on(kazakh_digits, point) ? mapped(point, kazakh_digits, digits)
                                          : mapped(point, time_keys, time_signs);
    }
    return piece;
  });
}

}  // namespace

std::vector<std::string> other_layouts(std::string_view typed) {
  std::vector<std::string> readings;
  const std::u32string points = text::decoded(typed);
  if (points.find(U'\uFFFD') != std::u32string::npos) return readings;  // broken bytes come from no keyboard
  const auto add = [&](const std::u32string& interpretation) {
    std::string other = text::encoded(interpretation);
    if (other != typed && std::ranges::find(readings, other) == readings.end())
      readings.push_back(std::move(other));
  };
  // A text with Cyrillic letters was not typed on a US layout, and the other way round.
  const bool cyrillic = std::ranges::any_of(points, is_cyrillic_key);
  const bool latin = std::ranges::any_of(points, is_latin_key);
  if (!cyrillic) {
    add(by_keys(points, us, russian));
    add(by_keys(points, us, kazakh));
  }
  const bool kazakh_letters =
      std::ranges::any_of(points, [](char32_t c) { return is_on(kazakh, c) && !is_on(russian, c); });
  if (cyrillic && !kazakh_letters) {
    add(by_keys(points, russian, us));
    add(by_keys(points, russian, kazakh));
  }
  if (cyrillic || !latin) {
    for (const bool signs_stay : {false, true}) {
      add(with_digits(points, signs_stay));
      if (!cyrillic) continue;
      add(by_keys(points, kazakh, us, signs_stay));
      add(by_keys(points, kazakh, russian, signs_stay));
    }
  }
  return readings;
}

bool has_signs_for_letters(std::string_view typed) {
  const std::u32string points = text::decoded(typed);
  bool found = false;
  piece_by_piece(points, [&](const std::u32string& piece) {
    const auto has = [&](auto is) { return std::ranges::any_of(piece, is); };
    const bool latin = has(is_latin_key) && !has(is_cyrillic_key);
    const bool first_is_key = !piece.empty() && is_on(U"-=_+@#$%*()", piece.front());
    found |= latin && (first_is_key || has([](char32_t c) { return is_on(letter_signs, c) || c == U'='; }));
    found |= is_of_kazakh_digits(piece) && has([](char32_t c) { return is_on(kazakh_signs, c); });
    return piece;
  });
  return found;
}

}  // namespace search
