// What was typed, cut into words, for those who read days and times in it: some are seen by the
// sign between two words. Private to src/search.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "search/word.h"

namespace search {

// A number, and how many words it takes.
struct Counted {
  int number = -1;
  std::size_t words = 0;
};

class TypedWords {
 public:
  TypedWords(std::string_view text, std::vector<PlacedWord>& words) : text_(text), words_(words) {}

  std::size_t size() const { return words_.size(); }
  const Word& operator[](std::size_t i) const { return words_[i].word; }
  std::span<const PlacedWord> from(std::size_t i) const { return std::span(words_).subspan(i); }
  void take(std::size_t i, std::size_t count) {
    words_.erase(words_.begin() + static_cast<std::ptrdiff_t>(i),
                 words_.begin() + static_cast<std::ptrdiff_t>(i + count));
  }

  // Whether nothing but this sign stands between a word and the next.
  bool joined_by(char sign, std::size_t i) const {
    return i + 1 < words_.size() && words_[i + 1].begin == words_[i].end + 1 && text_[words_[i].end] == sign;
  }

  // How many words are the ending of a number before `i`: «15-те», «22-го» have one.
  std::size_t ending_at(std::size_t i) const;

  // One or two digits, alone or with an ending: 22, "22nd", «22-сі».
  Counted counted_at(std::size_t i) const;

 private:
  std::string_view text_;
  std::vector<PlacedWord>& words_;
};

// The number of one or two digits, else -1.
int small_number(const Word& word);

}  // namespace search
