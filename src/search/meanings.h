// Which words of an index somebody may mean who types a word or a phrase. Private to src/search.
#pragma once

#include <span>
#include <string>

#include "search/index_contents.h"
#include "search/interpretation.h"

namespace search {

class Meanings {
 public:
  explicit Meanings(const Contents& contents) : contents_(contents) {}

  // The word, its forms, what begins with it, what sounds like it, its synonyms. Where there is
  // nothing else, `MatchOptions::forgiving` takes words that are one typing error away.
  Wanted of_word(const Word& word, const MatchOptions& options) const;

  // The word as it is, and its forms and synonyms, but not what begins with it.
  Wanted of_whole_word(const Word& word) const;

  // What begins with the word and is longer.
  Wanted longer_than(const Word& word) const;

  // Makes `wanted` stand for another word too.
  void also(Wanted& wanted, const Word& word) const;

  // The words of a phrase that has synonyms, together, or one of those.
  Wanted of_phrase(std::span<const Word> phrase) const;

  // What the phrases stand for that begin like this: "lost an".
  Wanted of_beginning(const std::u16string& phrase) const;

  // The word itself and its forms.
  Wanted forms_of(const Word& word) const;

 private:
  class Gather;
  void add_forms(Gather& gather, const Word& word, float exact, float form) const;
  void add_beginnings(Gather& gather, const Word& word, float weight) const;
  void add_sounds(Gather& gather, const Word& word) const;
  // False when what it adds is far from sure.
  bool add_typing_errors(Gather& gather, const Word& word) const;

  // The numbers of groups of synonyms; one may be there twice.
  using Groups = std::vector<std::uint32_t>;
  Groups groups_of(const std::u16string& word_or_phrase) const;
  Groups groups_near(const Word& word, bool forgiving) const;
  void add_synonyms(Gather& gather, std::vector<std::vector<Wanted>>& phrases, const Groups& groups,
                    const std::u16string& typed, float quality) const;
  Wanted forms_of(const Word& word, float exact, float form) const;

  const Contents& contents_;
};

}  // namespace search
