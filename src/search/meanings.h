// Which words of an index somebody may mean who types a word or a phrase. Private to src/search.
#pragma once

#include <span>
#include <string>

#include "search/index_contents.h"

namespace search {

class Meanings {
 public:
  explicit Meanings(const Contents& contents) : contents_(contents) {}

  // The word, its forms, what begins with it, what sounds like it, its synonyms. `forgiving` takes
  // words that are one typing error away, when there is nothing else.
  Wanted of_word(const Word& word, bool forgiving) const;

  // The words of a phrase that has synonyms, together, or one of those.
  Wanted of_phrase(std::span<const Word> phrase) const;

  // The word itself and its forms.
  Wanted forms_of(const Word& word) const;

 private:
  class Gather;
  void add_forms(Gather& gather, const Word& word, float exact, float form) const;
  void add_beginnings(Gather& gather, const Word& word) const;
  void add_sounds(Gather& gather, const Word& word) const;
  void add_typing_errors(Gather& gather, const Word& word) const;
  void add_synonyms(Gather& gather, std::vector<std::vector<Wanted>>& phrases, const std::u16string& phrase) const;
  Wanted forms_of(const Word& word, float exact, float form) const;

  const Contents& contents_;
};

}  // namespace search
