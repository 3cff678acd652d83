#include "lint/check.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "lint/font_letters.h"
#include "pack/folder.h"
#include "with_icu.h"

namespace {

const std::filesystem::path source = test::source_directory();

pack::PackFiles summit_files() {
  const auto files = pack::load_folder(source / "assets/res2026");
  REQUIRE(files);
  return *files;
}

lint::Texts texts_of(const pack::PackFiles& files, const std::filesystem::path& messages) {
  test::need_icu();
  const auto event = pack::read_pack(files).event;
  REQUIRE(event);
  const auto texts = lint::texts_of(files, *event, messages);
  REQUIRE(texts);
  return *texts;
}

}  // namespace

TEST_CASE("the texts of the summit and of the app are in order") {
  const pack::PackFiles files = summit_files();
  std::vector<pack::Problem> problems;
  lint::CheckOptions options{.glossary = lint::read_glossary(files.files.at("glossary.json"), problems),
                             .has_glyph = {}};
  CHECK(options.glossary.names.size() > 20);
  const auto letters = lint::letters_of_font(test::read_file(test::assets_directory() + "/text-400.otf"));
  REQUIRE(letters);
  options.has_glyph = [&](char32_t c) { return letters->contains(c); };
  for (pack::Problem& problem : lint::check(texts_of(files, source / "i18n"), options))
    problems.push_back(problem);
  for (const pack::Problem& problem : problems) FAIL_CHECK(pack::to_line(problem));
}

TEST_CASE("texts are found in every file, with their places") {
  const lint::Texts texts = texts_of(summit_files(), source / "i18n");
  const auto has = [&](std::string_view place) {
    return std::ranges::any_of(texts.entries, [&](const lint::Entry& entry) { return entry.place == place; });
  };
  for (const char* place :
       {"event.json: /name", "event.json: /sources/0/name", "places.json: /rooms/0/name",
        "themes.json: /themes/0/short_name", "partners.json: /partners/0/description",
        "persons.json: /persons/0/name", "sessions.json: /sessions/12/title", "notices.json: /notices/0/text",
        "stories.json: /stories/0/sections/0/paragraphs/0", "i18n: /agenda.title"})
    CHECK_MESSAGE(has(place), place);
  for (const lint::Entry& entry : texts.entries) CHECK_MESSAGE(entry.versions.size() == 3, entry.place);
}

TEST_CASE("a mistake is told at its file and place, in the pack") {
  pack::PackFiles files = summit_files();
  std::string& event = files.files.at("event.json");
  event.insert(event.find("Орнықты болашаққа"), "и ");
  std::vector<pack::Problem> in_glossary;
  const lint::Glossary glossary = lint::read_glossary(files.files.at("glossary.json"), in_glossary);
  CHECK(in_glossary.empty());
  std::vector<std::string> lines;
  for (const pack::Problem& problem :
       lint::check(texts_of(files, {}), {.glossary = glossary, .has_glyph = {}}))
    lines.push_back(pack::to_line(problem));
  CHECK(lines == std::vector<std::string>{"event.json: /motto/kk: \"и\" is a word of ru"});
}

TEST_CASE("a font tells its letters; what is none tells nothing") {
  const std::string file = test::read_file(test::assets_directory() + "/text-600.otf");
  const auto letters = lint::letters_of_font(file);
  REQUIRE(letters);
  for (const char32_t c : U"AzЖәңғ«–\u00a0") {
    if (c != 0) CHECK(letters->contains(c));
  }
  CHECK_FALSE(letters->contains(0x4E00));
  CHECK_FALSE(lint::letters_of_font("no font"));
  for (std::size_t size = 0; size < file.size(); size += 997) lint::letters_of_font(file.substr(0, size));
}

TEST_CASE("a glossary that is broken is told") {
  std::vector<pack::Problem> problems;
  lint::read_glossary("[]", problems);
  lint::read_glossary(R"({"names": [{"kk": "a"}, {"kk": "", "ru": "b"}], "wrong": [{"form": "x"}]})",
                      problems);
  CHECK(problems.size() == 4);
}
