// Languages that nobody wrote a line of code for, one of them with a script in its tag: their files
// are compiled in, their texts go into the pack by way of a translator, and the app shows them.
#include <doctest/doctest.h>

#include <filesystem>

#include "lint/check.h"
#include "lint/languages.h"
#include "pack/bundle.h"
#include "pack/folder.h"
#include "text/words.h"
#include "translation/exchange.h"
#include "ui/running_app.h"

namespace {

const std::filesystem::path source = test::source_directory();

// What the translator makes of a text of the event. Tags have no room for more letters.
std::string translated(std::string text, const std::string& language, bool is_tag) {
  if (!is_tag) return (language == "qaa" ? "Qa " : "Qab ") + text;
  std::erase_if(text, [](char c) { return std::string_view("aeiou").contains(c); });
  return text;
}

void translate(pack::PackFiles& files, const std::string& language) {
  const auto event = pack::read_pack(files).event;
  REQUIRE(event);
  const auto texts = lint::texts_of(files, *event, {});
  REQUIRE(texts);
  auto units = translation::units_for(*texts, language);
  for (translation::Unit& unit : units) {
    const bool is_tag = unit.place.ends_with("/short_name") || unit.place.ends_with("/abbreviation");
    unit.translation = translated(unit.source, language, is_tag);
  }
  const auto changes = translation::with_translations(*texts, language, units);
  REQUIRE(changes);
  for (const auto& [name, bytes] : changes->pack) files.files[name] = bytes;
}

pack::PackFiles pack_with_new_languages() {
  test::need_icu();
  auto files = pack::load_folder(source / "assets/res2026");
  REQUIRE(files);
  for (const std::string language : {"qaa", "qab-Latn"}) translate(*files, language);
  return *files;
}

const app::Assets& assets_with_new_languages() {
  static const auto built = pack::build_bundle(pack_with_new_languages());
  REQUIRE(built.bytes);
  static app::Assets files = test::assets();
  files.pack = *built.bytes;
  return files;
}

// Where "/" leads.
std::string language_for(const app::Start& start) {
  return test::RunningApp(start, assets_with_new_languages()).tree().language;
}

std::string language_asked(std::vector<std::string> preferred) {
  app::Start start = test::start_at("/");
  start.preferred_languages = std::move(preferred);
  return language_for(start);
}

}  // namespace

TEST_CASE("the rules for texts take new languages as they are") {
  const pack::PackFiles files = pack_with_new_languages();
  const auto event = pack::read_pack(files).event;
  REQUIRE(event);
  CHECK(event->languages == std::vector<std::string>{"kk", "ru", "en", "qaa", "qab-Latn"});
  const auto texts = lint::texts_of(files, *event, std::filesystem::path(SUMMIT_FOURTH) / "i18n");
  REQUIRE(texts);
  CHECK(texts->message_languages == event->languages);
  // Names that are written alike in two languages stand in it; the new ones have none there.
  std::vector<pack::Problem> in_glossary;
  const lint::CheckOptions options{
      .glossary = lint::read_glossary(files.files.at("glossary.json"), in_glossary), .has_glyph = {}};
  for (const pack::Problem& problem : lint::check(*texts, options)) {
    // The event's own quotes, which this translator has left as they were.
    const bool of_quotes = problem.reason.contains("qab-Latn has „ “");
    CHECK_MESSAGE(of_quotes, pack::to_line(problem));
  }
}

TEST_CASE("what its file says of a language is known") {
  const lint::LanguageNotes* notes = lint::notes_of("qab-Latn");
  REQUIRE(notes != nullptr);
  CHECK(notes->quotes == U"„“");
  CHECK(notes->letters == U"ɓ");
  CHECK(notes->territory == "KZ");
  CHECK_FALSE(notes->cyrillic);
  CHECK(text::native_language_name("qab-Latn") == "Qab tili");
  CHECK(text::short_language_name("qab-Latn") == "QAB");
  // What it leaves open comes from its name.
  CHECK(text::short_language_name("qaa") == "QAA");
  const auto zone = text::TimeZone::named("Asia/Almaty");
  REQUIRE(zone);
  const auto words = text::Words::in("qab-Latn", *zone);
  REQUIRE(words);
  CHECK(words->language_name("kk") == "Qazaq tili");
  CHECK(words->language_name("ru") == "Русский");
  const auto russian = text::Words::in("ru", *zone);
  REQUIRE(russian);
  CHECK(russian->language_name("qab-Latn") == "Qab tili");
}

TEST_CASE("the app speaks them, on every page") {
  for (const std::string language : {"qaa", "qab-Latn"}) {
    CAPTURE(language);
    const std::string home = "/" + language + "/";
    test::RunningApp app(test::start_at(home + "agenda/"), assets_with_new_languages());
    CHECK(app.tree().language == language);
    CHECK(app.heading() == test::said(language, "agenda.title"));
    CHECK(test::said(language, "agenda.title") != test::said("en", "agenda.title"));
    CHECK(app.says(translated("Registration and accreditation", language, false)));
    for (const std::string_view page : test::pages()) {
      const std::string path = home + std::string(page);
      CAPTURE(path);
      app.go_to(path);
      CHECK(app.app->path() == path);
      CHECK_FALSE(app.heading().empty());
      // A sign at a door has no places to go to, nor has what stands at a help desk.
      const bool alone = page.starts_with("door/") || page.starts_with("desk/") || page.starts_with("shown/");
      CHECK(app.leads_to(home + "agenda/") != alone);
    }
    app.go_to("/en/settings/");
    app.press(ui::Role::radio, text::native_language_name(language));
    CHECK(app.app->path() == home + "settings/");
    CHECK(app.heading() == test::said(language, "settings.title"));
  }
}

TEST_CASE("a visitor whose browser asks for one gets it") {
  CHECK(language_asked({"qaa", "en"}) == "qaa");
  CHECK(language_asked({"qab-Latn", "en"}) == "qab-Latn");
  CHECK(language_asked({"qab_latn_KZ", "en"}) == "qab-Latn");
  CHECK(language_asked({"qab", "en"}) == "qab-Latn");
  CHECK(language_asked({"qab-Cyrl", "en"}) == "qab-Latn");
  CHECK(language_asked({"kk-Cyrl-KZ", "en"}) == "kk");
  CHECK(language_asked({"qa", "qac", "ru-KZ", "qab"}) == "ru");
  CHECK(language_asked({"qac"}) == "en");
}

TEST_CASE("one that was chosen is still there at the next visit, and --lang knows it") {
  test::RunningApp app(test::start_at("/en/settings/"), assets_with_new_languages());
  app.press(ui::Role::radio, "Qab tili");
  REQUIRE_FALSE(app.wished<app::KeepVisitor>().empty());
  app::Start start = test::start_at("/");
  start.visitor = app.app->merge_visitor({}).text;
  start.preferred_languages = {"ru"};
  CHECK(language_for(start) == "qab-Latn");
  start.language = "qaa";
  CHECK(language_for(start) == "qaa");
}
