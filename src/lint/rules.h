// The rules that texts are held to, one function each: whoever wants another one adds a function
// here and a line in check.cpp. Each says at the place of the mistake what is wrong.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/glossary.h"
#include "lint/texts.h"
#include "pack/problem.h"

namespace text {
class Cldr;
}

namespace lint {

class Mistakes {
 public:
  void add(const Version& at, std::string reason) { add(at.file, at.pointer, std::move(reason)); }
  void add(std::string file, std::string pointer, std::string reason) {
    found_.push_back(
        {std::move(file), std::move(pointer), std::move(reason), pack::Problem::Severity::error});
  }
  std::vector<pack::Problem>& found() { return found_; }

 private:
  std::vector<pack::Problem> found_;
};

// --- One text in all of its languages

// A message that a language lacks would be shown in another language, or not at all.
void same_keys(const Entry&, const Texts&, Mistakes&);

// A placeholder that a language lacks loses the room, the time or the number.
void same_placeholders(const Entry&, Mistakes&);

// The same long text in two languages has not been translated, unless it is a name that the glossary
// writes alike in both.
void not_translated(const Entry&, const Glossary&, Mistakes&);

// Where one language has an official name, the others must have theirs, with any endings.
void official_names(const Entry&, const Glossary&, Mistakes&);

// --- One text in one language

// A message that cannot be read, and a plural without the forms that CLDR asks for.
void plural_categories(const Version&, const text::Cldr&, Mistakes&);

// Letters that the language does not have: ә in Russian, Cyrillic in English, Latin ə in Kazakh.
void foreign_letters(const Version&, Mistakes&);

// Small words of another language: a sentence that was left behind.
void foreign_words(const Version&, Mistakes&);

// Latin and Cyrillic in one word look right, but are neither found nor read aloud.
void mixed_scripts(const Version&, Mistakes&);

// Wrong forms of official names that have been seen.
void wrong_names(const Version&, const Glossary&, Mistakes&);

// A letter without a glyph is drawn as a box. `has_glyph` asks the fonts of the app.
void glyphs(const Version&, const std::function<bool(char32_t)>& has_glyph, Mistakes&);

// Straight quotes and those of other languages; quotes that are not closed.
void quotes(const Version&, Mistakes&);

// What stands in a tab or a tag has to fit there.
void length_limit(const Version&, std::string_view key, Mistakes&);

}  // namespace lint
