// A language that nobody wrote a line of code for: its file of messages is compiled in, its texts
// go into the pack by way of a translator, and the app shows it.
#include <doctest/doctest.h>

#include <filesystem>

#include "lint/check.h"
#include "pack/bundle.h"
#include "pack/folder.h"
#include "translation/exchange.h"
#include "ui/running_app.h"

namespace {

const std::filesystem::path source = test::source_directory();

// What the translator makes of a text of the event. Tags have no room for more letters.
std::string translated(std::string text, bool is_tag) {
  if (!is_tag) return "Qa " + text;
  std::erase_if(text, [](char c) { return std::string_view("aeiou").contains(c); });
  return text;
}

pack::PackFiles pack_with_fourth_language() {
  test::need_icu();
  auto files = pack::load_folder(source / "assets/res2026");
  REQUIRE(files);
  const auto event = pack::read_pack(*files).event;
  REQUIRE(event);
  const auto texts = lint::texts_of(*files, *event, {});
  REQUIRE(texts);
  auto units = translation::units_for(*texts, "qaa");
  for (translation::Unit& unit : units) {
    const bool is_tag =
        unit.place.ends_with("/short_name") || unit.place.ends_with("/abbreviation");
    unit.translation = translated(unit.source, is_tag);
  }
  const auto changes = translation::with_translations(*texts, "qaa", units);
  REQUIRE(changes);
  for (const auto& [name, bytes] : changes->pack) files->files[name] = bytes;
  return *files;
}

}  // namespace

TEST_CASE("the rules for texts take the fourth language as it is") {
  const pack::PackFiles files = pack_with_fourth_language();
  const auto event = pack::read_pack(files).event;
  REQUIRE(event);
  CHECK(event->languages.back() == "qaa");
  const auto texts = lint::texts_of(files, *event, std::filesystem::path(SUMMIT_FOURTH) / "i18n");
  REQUIRE(texts);
  CHECK(texts->message_languages == std::vector<std::string>{"kk", "ru", "en", "qaa"});
  // Its names, which only more keys could tell, are the one thing that is asked for.
  for (const pack::Problem& problem : lint::check(*texts, {}))
    CHECK_MESSAGE(problem.reason == "is missing: the name of the language", pack::to_line(problem));
}

TEST_CASE("the app speaks it, on every page") {
  const auto built = pack::build_bundle(pack_with_fourth_language());
  REQUIRE(built.bytes);
  app::Assets files = test::assets();
  files.pack = *built.bytes;
  test::RunningApp app(test::start_at("/qaa/agenda/"), files);
  CHECK(app.tree().language == "qaa");
  CHECK(app.heading() == test::said("qaa", "agenda.title"));
  CHECK(test::said("qaa", "agenda.title") != test::said("en", "agenda.title"));
  CHECK(app.says("Qa Registration and accreditation"));
  for (const std::string_view page : test::pages) {
    const std::string path = "/qaa/" + std::string(page);
    CAPTURE(path);
    app.go_to(path);
    CHECK(app.app->path() == path);
    CHECK_FALSE(app.heading().empty());
    CHECK(app.leads_to("/qaa/agenda/"));
  }
  app.go_to("/en/settings/");
  app.press(ui::Role::radio, "qaa");
  CHECK(app.app->path() == "/qaa/settings/");
  CHECK(app.heading() == test::said("qaa", "settings.title"));
}

TEST_CASE("a visitor whose browser asks for it gets it") {
  const auto built = pack::build_bundle(pack_with_fourth_language());
  REQUIRE(built.bytes);
  app::Assets files = test::assets();
  files.pack = *built.bytes;
  app::Start start = test::start_at("/");
  start.preferred_languages = {"qaa", "en"};
  test::RunningApp app(start, files);
  CHECK(app.tree().language == "qaa");
}
