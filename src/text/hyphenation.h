// Where a word that is too long for a line is divided with a hyphen, by rules that many languages share: for
// lines so narrow that there is no other way.
#pragma once

#include <cstddef>
#include <string_view>

namespace text {

// Whether it is made of letters of alphabets that divide words with a hyphen, but for what stands before and
// behind them: an address on the web is not.
bool may_be_hyphenated(std::string_view word);

// How many bytes of such a word stand in a line that has room for `most` of them, where a character ends: up
// to the last consonant with a vowel behind it, but for what belongs to the letter before it. Two letters at
// least stay, and three go on. `most` where that would leave more than half of the line empty.
std::size_t hyphenated(std::string_view word, std::size_t most);

}  // namespace text
