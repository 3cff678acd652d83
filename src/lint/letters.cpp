#include "lint/letters.h"

#include "text/utf8.h"

namespace lint {

bool is_latin(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || c == 0x259 || (c >= 0x1E00 && c <= 0x1EFF);
}

bool is_cyrillic(char32_t c) { return c >= 0x400 && c <= 0x52F; }

bool is_letter(char32_t c) { return is_latin(c) || is_cyrillic(c); }

std::u32string small(std::u32string_view text) {
  std::u32string result{text};
  for (char32_t& c : result) {
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x410 && c <= 0x42F))
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
    const char32_t c = text::take_code_point(text);
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
