// Code points and the bytes they are written with. For whoever looks at single letters; what is
// compared or searched is folded first, see fold.h.
#pragma once

#include <string>
#include <string_view>

namespace text {

// Takes one code point off the front of a text that is not empty; U+FFFD and one byte where the
// bytes are no UTF-8.
char32_t take_code_point(std::string_view& utf8);

std::u32string decoded(std::string_view utf8);
std::string encoded(std::u32string_view code_points);

}  // namespace text
