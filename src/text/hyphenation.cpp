#include "text/hyphenation.h"

#include <algorithm>

#include "text/utf8.h"

namespace text {

bool may_be_hyphenated(std::string_view word) {
  const auto goes_on = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  const auto begins_letter = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= 0xC3 && byte <= 0xD4);
  };
  while (!word.empty() && !begins_letter(word.front())) word.remove_prefix(code_point_length(word, 0));
  while (!word.empty()) {
    std::size_t last = word.size() - 1;
    while (last > 0 && goes_on(word[last])) --last;
    if (begins_letter(word[last])) break;
    word = word.substr(0, last);
  }
  return !word.empty() && std::ranges::all_of(word, [&](char c) { return begins_letter(c) || goes_on(c); });
}

std::size_t hyphenated(std::string_view word, std::size_t most) {
  constexpr std::string_view vowels = "aeiouyAEIOUYäöüÄÖÜаеёиоуыэюяәіөұүАЕЁИОУЫЭЮЯӘІӨҰҮ", bound = "hьъ";
  const auto letter = [&](std::size_t at) {
    return at < word.size() ? word.substr(at, code_point_length(word, at)) : std::string_view{};
  };
  const auto is_vowel = [&](std::string_view one) { return vowels.find(one) != vowels.npos; };
  std::size_t best = 0;
  for (std::size_t at = 0, letters = 0; at <= most; at += letter(at).size(), ++letters) {
    const std::string_view here = letter(at), next = letter(at + here.size());
    if (letter(at + here.size() + next.size()).empty()) break;
    if (letters >= 2 && !is_vowel(here) && is_vowel(next) && bound.find(here) == bound.npos) best = at;
  }
  return best * 2 > most ? best : most;
}

}  // namespace text
