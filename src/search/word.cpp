#include "search/word.h"

#include <algorithm>
#include <cstdint>

#include "text/fold.h"
#include "text/utf8.h"

namespace search {
namespace {

// The code point at `at`, which moves behind it. Broken bytes count as a separator.
char32_t next(std::string_view text, std::size_t& at) {
  std::string_view rest = text.substr(at);
  const char32_t point = text::take_code_point(rest);
  at = text.size() - rest.size();
  return point == 0xFFFD ? U' ' : point;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x00B4;
}

// What is inside a word and not seen: soft hyphen, word joiner, accents that stand alone.
bool is_unseen(char32_t c) {
  return c == 0xAD || c == 0x2060 || c == 0x200B || c == 0x200C || c == 0x200D || (c >= 0x300 && c <= 0x36F);
}

// Broad on purpose: of signs beyond ASCII only those that texts really have count as none.
bool is_part_of_word(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB2 || c == 0xB3 || c == 0xB5 || c == 0xB9 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c >= 0x2000 && c < 0x2C00) return c >= 0x2070 && c < 0x2090;  // digits set high or low
  return !(c >= 0x2E00 && c < 0x2E80) && !(c >= 0x3000 && c < 0x3040) && !(c >= 0xFE00 && c < 0xFE70) &&
         c < 0xE0000;
}

Word letters(std::string_view folded) {
  Word word;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next(folded, at);
    if (is_apostrophe(c)) continue;
    if (c < 0x10000) {
      word += static_cast<char16_t>(c);
    } else {
      word += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10));
      word += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return word;
}

constexpr std::u16string_view latin = u"aceopxykmthbi";
constexpr std::u16string_view cyrillic = u"асеорхукмтнви";

// Latin letters that look like Cyrillic ones, inside a Cyrillic word: nobody sees the difference.
void mend_look_alikes(Word& word) {
  if (!std::ranges::any_of(word, is_cyrillic) || !std::ranges::any_of(word, is_latin)) return;
  for (char16_t& letter : word)
    if (const std::size_t at = latin.find(letter); at != std::u16string_view::npos) letter = cyrillic[at];
}

}  // namespace

Word latin_look_alike(const Word& word) {
  Word twin;
  for (const char16_t letter : word) {
    const std::size_t at = cyrillic.find(letter);
    if (at == std::u16string_view::npos && is_cyrillic(letter)) return {};
    twin += at == std::u16string_view::npos ? letter : latin[at];
  }
  return twin == word ? Word{} : twin;
}

bool has_digit(const Word& word) { return std::ranges::any_of(word, is_digit); }
bool is_cyrillic(char16_t letter) { return letter >= 0x400 && letter < 0x530; }
bool is_latin(char16_t letter) { return letter >= 'a' && letter <= 'z'; }
bool all_latin(const Word& word) {
  return std::ranges::none_of(word, is_cyrillic) && std::ranges::any_of(word, is_latin);
}

std::vector<PlacedWord> words_of(std::string_view utf8) {
  std::vector<PlacedWord> words;
  std::size_t begin = 0;
  std::size_t end = 0;
  const auto finish = [&] {
    if (end <= begin) return;
    Word word = letters(text::fold(utf8.substr(begin, end - begin)));
    mend_look_alikes(word);
    if (!word.empty()) words.push_back({std::move(word), begin, end});
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t here = at;
    const char32_t c = next(utf8, at);
    if (is_part_of_word(c)) {
      if (end <= begin) begin = here;
      end = at;
    } else if (end <= begin || !(is_apostrophe(c) || is_unseen(c))) {
      finish();
      begin = end = at;
    }
  }
  finish();
  return words;
}

}  // namespace search
