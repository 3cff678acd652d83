#include "text/capital.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "text/white_space.h"

namespace text {
namespace {

// Near enough without the tables of Unicode's properties: accents, signs and pictures stand in these blocks.
bool is_letter(UChar32 c) {
  if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  const auto between = [c](UChar32 first, UChar32 last) { return c >= first && c <= last; };
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !between(0x0300, 0x036F) && !between(0x2000, 0x2BFF) &&
         !between(0x3000, 0x303F) && !between(0xFE00, 0xFE0F) && !between(0xFFF9, 0xFFFF) &&
         !between(0x1F000, 0x1FAFF);
}

}  // namespace

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
    const bool space = is_white_space(static_cast<char32_t>(letter));
    if (!space && !in_word && is_letter(letter)) {
      if (letters.isEmpty())
        letters.append(u_totitle(letter));
      else
        last = u_totitle(letter);
    }
    in_word = !space && (in_word || is_letter(letter));
  }
  if (last != 0) letters.append(last);
  std::string result;
  letters.toUTF8String(result);
  return result;
}

}  // namespace text
