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
  } else {
    add(mapped(points, us, russian));
    add(mapped(mapped(points, digit_row, kazakh), us, russian));
  }
  return readings;
}

}  // namespace search
