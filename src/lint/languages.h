// What the checks know of particular languages: i18n/languages/ says it, and Unicode's data where
// that does not. A language of which nothing is said is checked by all that holds for every one.
#pragma once

#include <string_view>
#include <vector>

namespace lint {

struct LanguageNotes {
  std::string_view tag;
  bool cyrillic = false;            // its letters are; else Latin, or neither
  std::u32string_view letters;      // small; empty when it is not known which it has
  std::u32string_view own_letters;  // small, that the other languages of i18n/ do not have

  // Small words that almost every longer text has, none of which is a word of another language
  // of i18n/. Empty when nobody has looked for such words.
  std::vector<std::u32string_view> common_words;

  std::u32string_view quotes;  // opening and closing: «»; empty when it is not known which it has
  std::string_view territory;  // where it is spoken as here: "KZ"; empty when nobody has said so
};

// nullptr for a language that has no messages.
const LanguageNotes* notes_of(std::string_view language);

// In the order of the languages. Made by make_language_notes.py.
const std::vector<LanguageNotes>& all_notes();

}  // namespace lint
