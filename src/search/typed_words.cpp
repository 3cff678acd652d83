#include "search/typed_words.h"

#include <algorithm>

namespace search {
namespace {

// "2nd", «15-те», «15-тен»; «1-зал» has none, nor has «2-күн».
bool is_ending(const Word& word) {
  return std::ranges::all_of(word, is_cyrillic) &&
         (word.size() <= 2 || word == u"дан" || word == u"ден" || word == u"тан" || word == u"тен" ||
          word == u"нан" || word == u"нен");
}

}  // namespace

int small_number(const Word& word) {
  if (word.empty() || word.size() > 2 || !std::ranges::all_of(word, is_digit)) return -1;
  int number = 0;
  for (const char16_t c : word) number = number * 10 + (c - '0');
  return number;
}

std::size_t TypedWords::ending_at(std::size_t i) const {
  return i > 0 && i < words_.size() && joined_by('-', i - 1) && is_ending(words_[i].word) ? 1 : 0;
}

Counted TypedWords::counted_at(std::size_t i) const {
  if (i >= words_.size()) return {};
  const Word& word = words_[i].word;
  const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(word, is_digit) - word.begin());
  // Without the hyphen too: "22nd", «15тен», but not "20mm3".
  if (word.size() - digits > 3 ||
      std::any_of(word.begin() + static_cast<std::ptrdiff_t>(digits), word.end(), is_digit))
    return {};
  const int number = small_number(word.substr(0, digits));
  if (number < 0) return {};
  return {number, 1 + (digits == word.size() ? ending_at(i + 1) : 0)};
}

}  // namespace search
