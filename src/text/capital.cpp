#include "text/capital.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace text {

std::string with_capital(std::string_view utf8) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  if (text.isEmpty()) return {};
  const UChar32 first = text.char32At(0);
  const UChar32 large = u_totitle(first);
  if (large == first) return std::string(utf8);
  text.replace(0, U16_LENGTH(first), large);
  std::string result;
  text.toUTF8String(result);
  return result;
}

}  // namespace text
