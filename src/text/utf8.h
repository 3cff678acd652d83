// Code points and the bytes they are written with. For whoever looks at single letters; what is
// compared or searched is folded first, see fold.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace text {

// Takes one code point off the front of a text that is not empty; U+FFFD and one byte where the
// bytes are no UTF-8.
char32_t take_code_point(std::string_view& utf8);

// How many bytes the one has that begins at `at`; 1 at the end of the text.
inline std::size_t code_point_length(std::string_view utf8, std::size_t at) {
  std::size_t length = 1;
  while (at + length < utf8.size() && (static_cast<unsigned char>(utf8[at + length]) & 0xC0) == 0x80)
    ++length;
  return length;
}

std::u32string decoded(std::string_view utf8);
std::string encoded(std::u32string_view code_points);

}  // namespace text
