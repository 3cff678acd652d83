// Sorted words, each standing for a number. Answers in which range a beginning lies, and which
// words are one typing error away.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/word.h"

namespace search {

class WordTable {
 public:
  struct Entry {
    std::uint32_t at = 0;  // in the pool of letters
    std::uint16_t length = 0;
    std::uint32_t number = 0;  // what the word stands for; a word may be there with several
  };

  void add(std::u16string_view word, std::uint32_t number);
  // Sorts; nothing is found before that, nothing is added after.
  void finish();

  std::u16string_view word(const Entry& entry) const {
    return std::u16string_view(letters_).substr(entry.at, entry.length);
  }
  std::span<const Entry> equal_to(std::u16string_view word) const;
  std::span<const Entry> beginning_with(std::u16string_view beginning) const;

  // The entries whose word differs from `word` by one letter missing, extra, replaced, or swapped
  // with its neighbour. An entry may be there twice.
  std::vector<Entry> near(std::u16string_view word) const;

  std::size_t bytes() const;

 private:
  std::span<const Entry> ending_with(std::u16string_view ending) const;  // entries sorted from behind

  std::u16string letters_;
  std::vector<Entry> entries_;
  std::vector<Entry> from_behind_;  // the same, sorted by their last letters
};

// Whether `a` becomes `b` by one typing error, or none.
bool one_error_apart(std::u16string_view a, std::u16string_view b);

}  // namespace search
