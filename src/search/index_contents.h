// What an index holds. Private to src/search: read by what finds, written by what builds.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/index.h"
#include "search/word_table.h"

namespace search {

// The number of a document, as it was added.
using Number = std::uint32_t;

// A word stands in a document.
struct Posting {
  Number document = 0;
  Part part = Part::title;
};

// The postings of all terms, one term after the other.
struct Postings {
  std::vector<std::uint32_t> at;  // where those of a term begin; one more at the end
  std::vector<Posting> all;

  std::span<const Posting> of(Term term) const {
    return std::span(all).subspan(at[term], at[term + 1] - at[term]);
  }
};

// A title, as the words it is made of.
struct Titled {
  std::uint32_t begin = 0;  // in Contents::title_terms
  std::uint16_t count = 0;
  std::uint8_t language = 0;
  Part part = Part::title;
  // The word without which another thing is called so: "exhibition" in "Exhibition cloakroom", where
  // there is a "Cloakroom". Whoever types only that word means something else.
  std::uint16_t qualifier = none;
  static constexpr std::uint16_t none = 0xFFFF;
};

struct StoredDocument {
  Group group = Group::session;
  std::string id;
  std::optional<model::Instant> starts_at;
  std::optional<model::Instant> ends_at;
  std::uint32_t titles = 0;  // in Contents::titles
  std::uint32_t titles_end = 0;
  std::uint64_t order =
      0;  // where both fit equally well, the lesser goes first: by group, then by when it starts
};

using Phrase = std::vector<Word>;

// As the keys of Contents::synonym_groups are written.
std::u16string joined(std::span<const Word> words);
// The same for all forms of the words.
std::u16string joined_stems(std::span<const Word> words);

struct Contents {
  std::vector<StoredDocument> documents;
  std::vector<std::uint32_t> places;  // of each document in `languages_with_places` languages
  std::size_t languages_with_places = 0;
  std::vector<Titled> titles;
  std::vector<Term> title_terms;

  WordTable words;   // terms
  WordTable stems;   // stem -> term
  WordTable sounds;  // sound -> term, of terms with letters
  WordTable sound_stems;
  std::vector<bool> latin;  // of each term: its letters are Latin

  // A word counts once for a document, where it counts most.
  Postings in_titles;  // in titles and aliases
  Postings in_texts;   // in details and bodies

  Vocabulary vocabulary;
  std::vector<std::vector<Phrase>> synonyms;  // by group
  std::unordered_map<std::u16string, std::vector<std::uint32_t>>
      synonym_groups;         // of a word or a phrase, and of its stems
  WordTable synonym_words;    // of one word -> group
  WordTable synonym_phrases;  // of several, joined -> group
  WordTable synonym_sounds;   // of one Cyrillic word -> group

  // What it holds in memory, without what the allocator adds.
  std::size_t bytes() const;
};

}  // namespace search
