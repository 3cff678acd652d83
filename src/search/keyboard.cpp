#include "search/keyboard.h"

#include <algorithm>

#include "text/utf8.h"

namespace search {
namespace {

constexpr std::u32string_view us =      U"`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
constexpr std::u32string_view russian = U"ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";
static_assert(us.size() == russian.size());
constexpr std::u32string_view digit_row = U"234580-9=@#$%*()_+";
constexpr std::u32string_view kazakh =    U"әіңғүқөұһӘІҢҒҮҰҚӨҺ";
static_assert(digit_row.size() == kazakh.size());

std::u32string mapped(std::u32string points, std::u32string_view from, std::u32string_view to) {
  for (char32_t& point : points)
    if (const std::size_t at = from.find(point); at != std::u32string_view::npos) point = to[at];
  return points;
}

// The digit row as Kazakh letters. A number that stands alone is one: «зал 9» is not «зал ұ».
std::u32string with_kazakh_digits(const std::u32string& points) {
  std::u32string result;
  for (std::size_t at = 0; at < points.size();) {
    const std::size_t end = std::min(points.find(U' ', at), points.size());
    const std::u32string token = points.substr(at, end - at);
    const bool is_number = std::ranges::all_of(token, [](char32_t c) { return c >= U'0' && c <= U'9'; });
    result += is_number ? token : mapped(token, digit_row, kazakh);
    if (end < points.size()) result += U' ';
    at = end + 1;
  }
  return result;
}

}  // namespace

std::vector<std::string> other_layouts(std::string_view typed) {
  std::vector<std::string> readings;
  const std::u32string points = text::decoded(typed);
  if (points.find(U'\uFFFD') != std::u32string::npos) return readings;  // broken bytes come from no keyboard
  const auto add = [&](const std::u32string& reading) {
    std::string other = text::encoded(reading);
    if (other != typed && std::ranges::find(readings, other) == readings.end()) readings.push_back(std::move(other));
  };
  // A text with Cyrillic letters was not typed on a US layout, and the other way round.
  if (std::ranges::any_of(points, [](char32_t c) { return c >= 0x400 && c < 0x530; })) {
    add(mapped(mapped(points, russian, us), kazakh, digit_row));
    add(with_kazakh_digits(points));
  } else {
    add(mapped(points, us, russian));
    add(mapped(with_kazakh_digits(points), us, russian));
  }
  return readings;
}

}  // namespace search
