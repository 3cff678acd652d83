// Which characters are spaces. Written down rather than taken from ICU, because its tables of all
// properties would be 15 KB of every visitor's download. Internal to text/.
#pragma once

namespace text {

// Those with Unicode's property White_Space.
constexpr bool is_white_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

}  // namespace text
