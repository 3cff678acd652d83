#include "search/keyboard.h"

#include <algorithm>

namespace search {
namespace {

constexpr std::u32string_view us =      U"`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
constexpr std::u32string_view russian = U"ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";
static_assert(us.size() == russian.size());
constexpr std::u32string_view digit_row = U"234580-9=@#$%*()_+";
constexpr std::u32string_view kazakh =    U"әіңғүқөұһӘІҢҒҮҰҚӨҺ";
static_assert(digit_row.size() == kazakh.size());

std::u32string decoded(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at++]);
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    char32_t point = more == 0 ? first : first & (0x3FU >> more);
    for (int i = 0; i < more && at < text.size(); ++i) point = (point << 6) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    points += point;
  }
  return points;
}

std::string encoded(std::u32string_view points) {
  std::string text;
  for (const char32_t c : points) {
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else if (c < 0x800) {
      text += static_cast<char>(0xC0 | (c >> 6));
      text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      text += static_cast<char>(0xE0 | (c >> 12));
      text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      text += static_cast<char>(0xF0 | (c >> 18));
      text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
      text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      text += static_cast<char>(0x80 | (c & 0x3F));
    }
  }
  return text;
}

std::u32string mapped(std::u32string points, std::u32string_view from, std::u32string_view to) {
  for (char32_t& point : points)
    if (const std::size_t at = from.find(point); at != std::u32string_view::npos) point = to[at];
  return points;
}

}  // namespace

std::vector<std::string> other_layouts(std::string_view typed) {
  std::vector<std::string> readings;
  const std::u32string points = decoded(typed);
  const auto add = [&](const std::u32string& reading) {
    std::string text = encoded(reading);
    if (text != typed && std::ranges::find(readings, text) == readings.end()) readings.push_back(std::move(text));
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
