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

std::string initials(std::string_view name) {
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
  icu::UnicodeString letters;
  UChar32 last = 0;
  bool in_word = false;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 letter = text.char32At(at);
    // "Kassym-Jomart" is one word, and so is what an apostrophe stands in.
    const bool space = u_isUWhiteSpace(letter);
    if (!space && !in_word && u_isalpha(letter)) {
      if (letters.isEmpty())
        letters.append(u_totitle(letter));
      else
        last = u_totitle(letter);
    }
    in_word = !space && (in_word || u_isalpha(letter));
  }
  if (last != 0) letters.append(last);
  std::string result;
  letters.toUTF8String(result);
  return result;
}

}  // namespace text
