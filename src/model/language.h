// Languages and texts that exist in several of them. Nothing here knows which
// languages there are: an event pack lists its own.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace model {

// A BCP 47 tag without a region where none is needed: "kk", "ru", "en".
using LanguageTag = std::string;

// One text in the languages of its event. The pack reader guarantees that all of them are there, or, where
// the event lets texts lack some, the best of the others stands first; so `in` answers with a real text.
class LocalizedText {
 public:
  // So many languages are to come.
  void reserve(std::size_t languages) { texts_.reserve(languages); }
  // Adds or replaces the text of one language.
  void set(std::string_view language, std::string text);

  // The text in `language`; when that language is missing, the first one that
  // is there; empty when there is none at all.
  const std::string& in(std::string_view language) const;

  // The language of what `in` answers; empty when there is no text at all.
  std::string_view language_in(std::string_view language) const;

  bool has(std::string_view language) const;
  bool empty() const { return texts_.empty(); }

  // (language, text) pairs in the order they were added.
  const std::vector<std::pair<LanguageTag, std::string>>& all() const { return texts_; }

  bool operator==(const LocalizedText&) const = default;

 private:
  std::vector<std::pair<LanguageTag, std::string>> texts_;
};

}  // namespace model
