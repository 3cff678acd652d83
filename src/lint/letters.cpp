#include "lint/letters.h"

namespace lint {

char32_t take(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  const std::size_t length = first < 0x80         ? 1
                             : first >> 5 == 0x6  ? 2
                             : first >> 4 == 0xE  ? 3
                             : first >> 3 == 0x1E ? 4
                                                  : 0;
  if (length == 0 || length > text.size()) {
    text.remove_prefix(1);
    return 0xFFFD;
  }
  char32_t point = length == 1 ? first : first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (byte(i) >> 6 != 2) {
      text.remove_prefix(1);
      return 0xFFFD;
    }
    point = point << 6 | (byte(i) & 0x3Fu);
  }
  text.remove_prefix(length);
  return point;
}

std::u32string decoded(std::string_view text) {
  std::u32string points;
  while (!text.empty()) points += take(text);
  return points;
}

std::string encoded(std::u32string_view text) {
  std::string bytes;
  const auto add = [&](char32_t value) { bytes += static_cast<char>(value); };
  for (const char32_t c : text) {
    if (c < 0x80) {
      add(c);
    } else if (c < 0x800) {
      add(0xC0 | c >> 6);
      add(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      add(0xE0 | c >> 12);
      add(0x80 | (c >> 6 & 0x3F));
      add(0x80 | (c & 0x3F));
    } else {
      add(0xF0 | c >> 18);
      add(0x80 | (c >> 12 & 0x3F));
      add(0x80 | (c >> 6 & 0x3F));
      add(0x80 | (c & 0x3F));
    }
  }
  return bytes;
}

bool is_latin(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || c == 0x259 ||
         (c >= 0x1E00 && c <= 0x1EFF);
}

bool is_cyrillic(char32_t c) {
  return c >= 0x400 && c <= 0x52F;
}

bool is_letter(char32_t c) {
  return is_latin(c) || is_cyrillic(c);
}

std::u32string small(std::u32string_view text) {
  std::u32string result{text};
  for (char32_t& c : result) {
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
        (c >= 0x410 && c <= 0x42F))
      c += 0x20;
    else if (c >= 0x400 && c <= 0x40F)
      c += 0x50;
    else if (c >= 0x48A && c <= 0x52F && (c < 0x4C0 || c > 0x4CE) && c % 2 == 0)
      c += 1;
  }
  return result;
}

std::vector<std::u32string> words_of(std::string_view text) {
  std::vector<std::u32string> words;
  bool inside = false;
  while (!text.empty()) {
    const char32_t c = take(text);
    if (is_letter(c) && !inside) words.emplace_back();
    inside = is_letter(c);
    if (inside) words.back() += c;
  }
  return words;
}

std::string name_of(char32_t c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name;
  for (; c != 0 || name.size() < 4; c >>= 4) name.insert(name.begin(), digits[c & 0xF]);
  return "U+" + name;
}

}  // namespace lint
