// A word as the search compares it: folded, and with all that people vary when they type taken
// out of it. Not for showing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace search {

// Folded (see text/fold.h), in UTF-16 so that one unit is one letter.
using Word = std::u16string;

// A word and where it stands in the text it was read from, in bytes.
struct PlacedWord {
  Word word;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The words of a text: runs of letters and digits. Apostrophes inside a word are left out
// ("Mother's" is one word), everything else separates.
std::vector<PlacedWord> words_of(std::string_view utf8);

// The word in Latin letters that look the same: "со2" in Cyrillic is "co2". Empty when a letter has none.
Word latin_look_alike(const Word& word);

constexpr bool is_digit(char16_t letter) { return letter >= '0' && letter <= '9'; }
bool has_digit(const Word& word);
bool is_cyrillic(char16_t letter);
bool is_latin(char16_t letter);
// Without a Cyrillic letter.
bool all_latin(const Word& word);

}  // namespace search
