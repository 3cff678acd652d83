#include "exchange/colors.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "text/utf8.h"

namespace exchange {
namespace {

constexpr const char* palette[] = {"#0A7BBD", "#B3402A", "#2E7D4F", "#7A4FA3", "#9A6A00", "#00788A",
                                   "#B0357A", "#4C5FB5", "#5E7A1E", "#8A4B32", "#3A6B8C", "#A03050"};
constexpr std::size_t tag_length = 24;

double part(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double contrast_on_white(const std::array<int, 3>& rgb) {
  const double luminance =
      0.2126 * part(rgb[0] / 255.0) + 0.7152 * part(rgb[1] / 255.0) + 0.0722 * part(rgb[2] / 255.0);
  return 1.05 / (luminance + 0.05);
}

}  // namespace

std::string theme_color(std::size_t index) { return palette[index % std::size(palette)]; }

std::string visible_color(std::string_view color) {
  if (color.size() != 7 || color.front() != '#') return {};
  std::array<int, 3> rgb{};
  for (std::size_t i = 0; i < 3; ++i) {
    const char* begin = color.data() + 1 + 2 * i;
    if (std::from_chars(begin, begin + 2, rgb[i], 16).ptr != begin + 2) return {};
  }
  constexpr double least = 3.05;
  while (contrast_on_white(rgb) < least)
    for (int& value : rgb) value = value * 19 / 20;
  char written[8];
  std::snprintf(written, sizeof written, "#%02X%02X%02X", static_cast<unsigned>(rgb[0]) & 0xFF,
                static_cast<unsigned>(rgb[1]) & 0xFF, static_cast<unsigned>(rgb[2]) & 0xFF);
  return written;
}

std::string short_name(std::string_view name) {
  const std::u32string letters = text::decoded(name);
  if (letters.size() <= tag_length) return std::string(name);
  std::size_t end = letters.rfind(U' ', tag_length);
  constexpr std::size_t least = 8;
  if (end == std::u32string::npos || end < least) return cut_to(name, tag_length);
  while (end > 0 && (letters[end - 1] == ',' || letters[end - 1] == ' ' || letters[end - 1] == '-' ||
                     letters[end - 1] == '&'))
    --end;
  return text::encoded(letters.substr(0, end));
}

std::string cut_to(std::string_view text, std::size_t most) {
  const std::u32string letters = text::decoded(text);
  if (letters.size() <= most) return std::string(text);
  std::size_t end = most - 1;
  while (end > 0 && (letters[end - 1] == ' ' || letters[end - 1] == '\n')) --end;
  return text::encoded(letters.substr(0, end) + U"…");
}

}  // namespace exchange
