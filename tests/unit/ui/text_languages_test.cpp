#include "ui/text_languages.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

TEST_CASE("a sentence is in the language of most of its letters") {
  ui::TextLanguages languages;
  languages.note("Glaciers", "en");
  languages.note("Ледники", "ru");
  const auto language_of = [&](std::string_view sentence, std::vector<std::string_view> parts,
                               std::string_view around = {}) {
    languages.note_sentence(sentence, parts, around);
    return languages.of(sentence);
  };
  CHECK(language_of("10:00 · Glaciers", {"10:00", "Glaciers"}) == "en");
  CHECK(language_of("Зал: Glaciers", {"Glaciers"}) == "en");
  CHECK(language_of("Менің бағдарламамда: Glaciers", {"Glaciers"}) == "");
  CHECK(language_of("Glaciers, Мұздықтардың", {"Glaciers", "Мұздықтардың"}) == "");
  // Of two others the one that says more; the page's where both say as much.
  CHECK(language_of("Glaciers · Ледники", {"Glaciers", "Ледники"}) == "en");
  CHECK(language_of("Glaciers, мұздықта", {"Glaciers"}) == "");
  // What stands around them may be another's too.
  CHECK(language_of("In my agenda: Су", {"Су"}, "en") == "en");
  CHECK(language_of("In: Мұздықтардың", {"Мұздықтардың"}, "en") == "");
  // A part that only chose the wording is not in the sentence.
  CHECK(language_of("Зал", {"Glaciers"}) == "");
  // A sentence may be a part again.
  CHECK(language_of("Күні: 10:00 · Glaciers", {"10:00 · Glaciers"}) == "en");

  ui::TextLanguages copy = languages;
  languages.clear();
  CHECK(languages.empty());
  CHECK(languages.of("Зал: Glaciers").empty());
  CHECK(copy.of("Зал: Glaciers") == "en");
}
