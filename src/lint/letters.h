// Letters and words as the checks need them: code points, alphabets, small letters. Inside lint/
// only; what visitors see is compared and folded by text/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lint {

bool is_latin(char32_t);
bool is_cyrillic(char32_t);
bool is_letter(char32_t);  // of the two alphabets above

// In small letters; Latin and Cyrillic only.
std::u32string small(std::u32string_view text);

// The runs of letters of a text, in order.
std::vector<std::u32string> words_of(std::string_view text);

// "U+0259"
std::string name_of(char32_t);

}  // namespace lint
