// What the checks know of particular languages. A language that is not here is checked by all that
// holds for every language; to have it checked more closely, add it.
#pragma once

#include <string_view>
#include <vector>

namespace lint {

struct LanguageNotes {
  std::string_view tag;
  bool cyrillic = false;            // else Latin
  std::u32string_view own_letters;  // small, that the other languages here do not have

  // Small words that almost every longer text has, none of which is a word of another language
  // here.
  std::vector<std::u32string_view> common_words;

  bool angle_quotes = false;  // «…»; else “…”
};

// nullptr when nothing is known of it.
const LanguageNotes* notes_of(std::string_view language);
const std::vector<LanguageNotes>& all_notes();

}  // namespace lint
