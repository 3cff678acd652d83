// One test for each rule: a text that breaks it, and one much like it that does not.
#include "lint/rules.h"

#include <doctest/doctest.h>

#include "text/cldr.h"
#include "text/message_check.h"
#include "with_icu.h"

namespace {

using lint::Entry;
using lint::Mistakes;
using lint::Version;

Version version(const std::string& language, const std::string& text) {
  return {.language = language, .file = "a.json", .pointer = "/a/" + language, .text = text, .visible = text};
}

Version message(const std::string& language, const std::string& key, const std::string& text) {
  Version made{.language = language,
               .file = "i18n/" + language + ".json",
               .pointer = "/" + key,
               .text = text,
               .visible = {}};
  test::need_icu();
  if (const auto pieces = text::literal_pieces(text))
    for (const std::string& piece : *pieces) made.visible += (made.visible.empty() ? "" : "\n") + piece;
  return made;
}

// "kk: reason" for each mistake.
std::vector<std::string> lines(Mistakes& mistakes) {
  std::vector<std::string> result;
  for (const pack::Problem& problem : mistakes.found()) result.push_back(pack::to_line(problem));
  return result;
}

using Lines = std::vector<std::string>;

Lines found_in(const Version& text, void (*rule)(const Version&, Mistakes&)) {
  Mistakes mistakes;
  rule(text, mistakes);
  return lines(mistakes);
}

Lines found_in(const Entry& entry, void (*rule)(const Entry&, Mistakes&)) {
  Mistakes mistakes;
  rule(entry, mistakes);
  return lines(mistakes);
}

Entry entry(std::vector<Version> versions) {
  return {.place = "a.json: /a", .key = {}, .versions = std::move(versions)};
}

const lint::Glossary glossary{
    .names = {{{"kk", "Өңірлік экологиялық саммит"},
               {"ru", "Региональный экологический саммит"},
               {"en", "Regional Ecological Summit"}},
              {{"kk", "ӨЭС"}, {"ru", "РЭС"}, {"en", "RES"}},
              {{"kk", "RES EXPO"}, {"ru", "RES EXPO"}, {"en", "RES EXPO"}},
              {{"kk", "Дорин Богдан-Мартин"}, {"ru", "Дорин Богдан-Мартин"}, {"en", "Doreen Bogdan-Martin"}},
              {{"ru", "Цели в области устойчивого развития"}, {"en", "Sustainable Development Goals"}}},
    .wrong = {{"kk", "Аймақтық экологиялық саммит", "Өңірлік экологиялық саммит"}, {"", "IMWI", "IWMI"}}};

Lines names_in(const Entry& texts) {
  Mistakes mistakes;
  official_names(texts, glossary, mistakes);
  return lines(mistakes);
}

Lines not_translated_in(const Entry& texts) {
  Mistakes mistakes;
  not_translated(texts, glossary, mistakes);
  return lines(mistakes);
}

Lines wrong_names_in(const Version& text) {
  Mistakes mistakes;
  wrong_names(text, glossary, mistakes);
  return lines(mistakes);
}

}  // namespace

TEST_CASE("every language has every message") {
  lint::Texts texts;
  texts.messages_name = "i18n";
  texts.message_languages = {"kk", "en"};
  Entry one{.place = {}, .key = "a.b", .versions = {message("en", "a.b", "Yes")}};
  Mistakes mistakes;
  same_keys(one, texts, mistakes);
  CHECK(lines(mistakes) == Lines{"i18n/kk.json: /a.b: is missing; there is one in en"});
  one.versions.push_back(message("kk", "a.b", "Иә"));
  Mistakes none;
  same_keys(one, texts, none);
  CHECK(lines(none).empty());
}

TEST_CASE("every language has every placeholder") {
  CHECK(found_in(entry({message("en", "a", "{room}, {level}"), message("kk", "a", "{room}")}),
                 lint::same_placeholders) == Lines{"i18n/kk.json: /a: lacks the placeholder {level}"});
  CHECK(found_in(entry({message("en", "a", "{n, plural, one {# hall} other {# halls}}"),
                        message("kk", "a", "{n} зал")}),
                 lint::same_placeholders)
            .empty());
}

TEST_CASE("a plural has all categories that CLDR asks for") {
  const auto found = [](const std::string& text) {
    Mistakes mistakes;
    test::need_icu();
    plural_categories(message("ru", "a", text), *text::Cldr::of("ru"), mistakes);
    return lines(mistakes);
  };
  CHECK(found("{n, plural, one {# зал} few {# зала} other {# зала}}") ==
        Lines{"i18n/ru.json: /a: {n} lacks the branch many"});
  CHECK(found("{n, plural, one {# зал} few {# зала} many {# залов} other {# зала}}").empty());
}

TEST_CASE("a long text is not the same in two languages") {
  const std::string text = "Вода и климат Центральной Азии";
  CHECK(not_translated_in(entry({version("kk", text), version("ru", text), version("en", "Water")})) ==
        Lines{"a.json: /a/ru: is the same text as in kk"});
  CHECK(not_translated_in(entry({version("kk", "SWITCH-Asia"), version("ru", "SWITCH-Asia")})).empty());
}

TEST_CASE("a name that the glossary writes alike in two languages is translated") {
  const std::string name = "Дорин Богдан-Мартин";
  CHECK(not_translated_in(entry({version("kk", name), version("ru", name)})).empty());
  // It is not the name of English there, and a text with more in it than the name has to be translated.
  CHECK(not_translated_in(entry({version("kk", name), version("en", name)})) ==
        Lines{"a.json: /a/en: is the same text as in kk"});
  CHECK(not_translated_in(entry({version("kk", name + " сөйлейді"), version("ru", name + " сөйлейді")})) ==
        Lines{"a.json: /a/ru: is the same text as in kk"});
}

TEST_CASE("official names stand in every language, with its endings") {
  CHECK(names_in(entry({version("en", "About the Regional Ecological Summit"),
                        version("ru", "О Региональном экологическом форуме"),
                        version("kk", "Өңірлік экологиялық саммитінің тарихы")})) ==
        Lines{"a.json: /a/ru: lacks the official name \"Региональный экологический саммит\" (English: "
              "\"Regional Ecological Summit\")"});
  CHECK(names_in(entry({version("en", "The Regional Ecological Summit"),
                        version("ru", "участникам Регионального экологического саммита")}))
            .empty());
  // A longer name holds a shorter one, and a name may have a word put into it.
  CHECK(names_in(entry({version("en", "RES 2026 EXPO"), version("ru", "Выставка RES 2026 EXPO")})).empty());
  CHECK(names_in(entry({version("en", "the Sustainable Development Goals"),
                        version("ru", "Целям ООН в области устойчивого развития")}))
            .empty());
}

TEST_CASE("wrong forms of official names are told, with the right one") {
  CHECK(wrong_names_in(version("kk", "Аймақтық экологиялық саммитте")) ==
        Lines{"a.json: /a/kk: has \"Аймақтық экологиялық саммит\" where \"Өңірлік экологиялық саммит\" "
              "belongs"});
  CHECK(wrong_names_in(version("en", "IMWI")).size() == 1);
  CHECK(wrong_names_in(version("kk", "Аймақтық ұйымдар, IWMI")).empty());
}

TEST_CASE("letters that a language does not have") {
  CHECK(found_in(version("ru", "Өңір и климат"), lint::foreign_letters) ==
        Lines{"a.json: /a/ru: \"Өңір\" has U+04E9, a letter of kk"});
  CHECK(found_in(version("en", "The саммит"), lint::foreign_letters).size() == 1);
  CHECK(found_in(version("kk", "Ə деп"), lint::foreign_letters).size() == 1);
  CHECK(found_in(version("kk", "Ә деп, съезд, щётка, IWMI"), lint::foreign_letters).empty());
  CHECK(found_in(version("ru", "Объём, ёлка"), lint::foreign_letters).empty());
}

TEST_CASE("small words of another language") {
  CHECK(found_in(version("kk", "Вода и климат"), lint::foreign_words) ==
        Lines{"a.json: /a/kk: \"и\" is a word of ru"});
  CHECK(found_in(version("ru", "Су және климат"), lint::foreign_words) ==
        Lines{"a.json: /a/ru: \"және\" is a word of kk"});
  CHECK(found_in(version("ru", "Water and climate"), lint::foreign_words).size() == 1);
  // «Не» is “what” in Kazakh; the words that steer a message are no words.
  CHECK(found_in(version("kk", "Ғылым не дейді?"), lint::foreign_words).empty());
  CHECK(
      found_in(message("kk", "a", "{from}–{to} {n, plural, one {# күн} other {# күн}}"), lint::foreign_words)
          .empty());
}

TEST_CASE("Latin and Cyrillic in one word") {
  CHECK(found_in(version("ru", "Cаммит"), lint::mixed_scripts) ==  // with a Latin C
        Lines{"a.json: /a/ru: mixes Latin and Cyrillic letters in \"Cаммит\""});
  CHECK(found_in(version("kk", "дəл"), lint::mixed_scripts).size() == 1);          // with a Latin ə
  CHECK(found_in(version("ru", "c 22 апреля"), lint::mixed_scripts).size() == 1);  // with a Latin c
  CHECK(found_in(version("ru", "с 22 апреля, RES-саммит"), lint::mixed_scripts).empty());
  CHECK(found_in(version("en", "a tree"), lint::mixed_scripts).empty());
}

TEST_CASE("every character has a glyph") {
  const auto found = [](const std::string& text) {
    Mistakes mistakes;
    glyphs(
        version("en", text), [](char32_t c) { return c < 0x80; }, mistakes);
    return lines(mistakes);
  };
  CHECK(found("a ж ж") == Lines{"a.json: /a/en: has \"ж\" (U+0436), for which the fonts have no glyph"});
  CHECK(found("a b").empty());
}

TEST_CASE("quotes are those of the language and closed") {
  CHECK(found_in(version("ru", "Форум \"Туран\""), lint::quotes) ==
        Lines{"a.json: /a/ru: has straight quotes; ru has « »"});
  CHECK(found_in(version("kk", "“Тұран” фестивалі"), lint::quotes).size() == 1);
  CHECK(found_in(version("en", "the «Turan»"), lint::quotes).size() == 1);
  CHECK(found_in(version("en", "Don't"), lint::quotes).size() == 1);
  CHECK(found_in(version("ru", "Форум «Туран"), lint::quotes).size() == 1);
  CHECK(found_in(version("ru", "«Форум „Туран“»"), lint::quotes).empty());
  CHECK(found_in(version("en", "“Turan”, Kazakhstan’s"), lint::quotes).empty());
}

TEST_CASE("what stands in a tab fits there") {
  const auto found = [](const std::string& key, const std::string& text) {
    Mistakes mistakes;
    length_limit(message("kk", key, text), key, mistakes);
    return lines(mistakes);
  };
  CHECK(found("nav.agenda", "Бағдарламалар") ==
        Lines{"i18n/kk.json: /nav.agenda: has 13 letters; a tab has room for 11"});
  CHECK(found("nav.agenda", "Бағдарлама").empty());
  CHECK(found("agenda.title", "Бағдарламалар").empty());
}
