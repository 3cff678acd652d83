#include "translation/exchange.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "files/paths.h"
#include "pack/folder.h"
#include "translation/po_file.h"
#include "with_icu.h"

namespace {

namespace fs = std::filesystem;
using translation::Unit;
using translation::units_for;
using translation::with_translations;

const fs::path source = test::source_directory();

struct Scratch {
  fs::path path = fs::temp_directory_path() / "summit-translation-test";
  Scratch() {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Scratch() { fs::remove_all(path); }
  fs::path file(const std::string& name, const std::string& content) const {
    std::ofstream(path / name, std::ios::binary) << content;
    return path / name;
  }
};

lint::Texts summit_texts() {
  test::need_icu();
  const auto files = pack::load_folder(source / "assets/res2026");
  REQUIRE(files);
  const auto event = pack::read_pack(*files).event;
  REQUIRE(event);
  const auto texts = lint::texts_of(*files, *event, source / "i18n");
  REQUIRE(texts);
  return *texts;
}

Unit& unit_at(std::vector<Unit>& units, std::string_view place) {
  const auto found = std::ranges::find(units, place, &Unit::place);
  REQUIRE(found != units.end());
  return *found;
}

std::vector<std::string> refusals(const lint::Texts& texts, std::string_view language,
                                  const std::vector<Unit>& units) {
  const auto changes = with_translations(texts, language, units);
  REQUIRE_FALSE(changes);
  std::vector<std::string> lines;
  for (const pack::Problem& problem : changes.error()) lines.push_back(pack::to_line(problem));
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("texts that come back as they went out change nothing") {
  const lint::Texts texts = summit_texts();
  for (const std::string& language : texts.message_languages) {
    const auto units = units_for(texts, language);
    CHECK(units.size() == texts.entries.size());
    const auto changes = with_translations(texts, language, units);
    REQUIRE(changes);
    CHECK(changes->texts == 0);
    CHECK(changes->pack.empty());
    CHECK(changes->messages.empty());
    CHECK(changes->notes.empty());
  }
}

TEST_CASE("a PO file holds every text to the letter") {
  const Scratch scratch;
  const lint::Texts texts = summit_texts();
  std::vector<Unit> units = units_for(texts, "kk");
  units[3].translation = "a \"b\"\n\\ \u00a0–";
  units[4].translation = "";
  REQUIRE(translation::write_po(scratch.path / "kk.po", {"kk", units}, "a summit"));
  const auto po = translation::read_po(scratch.path / "kk.po");
  REQUIRE_MESSAGE(po, (po ? "" : po.error()));
  CHECK(po->language == "kk");
  REQUIRE(po->units.size() == units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    CHECK(po->units[i].place == units[i].place);
    CHECK(po->units[i].source == units[i].source);
    CHECK(po->units[i].translation == units[i].translation);
  }
}

TEST_CASE("a PO file names languages as other programs for translators do") {
  const Scratch scratch;
  const fs::path path = scratch.path / "uz.po";
  const std::vector<Unit> units{{"event.json: /city", "Astana", "Ostona", false}};
  REQUIRE(translation::write_po(path, {"uz-Latn", units}, "a summit"));
  std::string bytes = test::read_file(path.string());
  REQUIRE(bytes.contains("\"Language: uz_Latn\\n\""));
  for (const auto& [written, tag] : std::map<std::string, std::string>{{"uz_Latn", "uz-Latn"},
                                                                       {"uz-Latn", "uz-Latn"},
                                                                       {"uz@latin", "uz-Latn"},
                                                                       {"uz_UZ@cyrillic", "uz-Cyrl-UZ"},
                                                                       {"pt_BR", "pt-BR"}}) {
    CAPTURE(written);
    std::ofstream(path) << std::string(bytes).replace(bytes.find("uz_Latn"), 7, written);
    const auto po = translation::read_po(path);
    REQUIRE_MESSAGE(po, (po ? "" : po.error()));
    CHECK(po->language == tag);
  }
}

TEST_CASE("a changed text changes itself and nothing else") {
  const lint::Texts texts = summit_texts();
  auto units = units_for(texts, "kk");
  unit_at(units, "event.json: /city").translation = "Астана \"қала\"";
  unit_at(units, "i18n: /nav.map").translation = "Ке\u00a0сте";
  const auto changes = with_translations(texts, "kk", units);
  REQUIRE(changes);
  CHECK(changes->texts == 2);
  REQUIRE(changes->pack.size() == 1);
  REQUIRE(changes->messages.size() == 1);
  const auto swapped = [](std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
  };
  const std::string event = texts.pack.files.at("event.json");
  const std::size_t city = event.find("\"city\"");
  CHECK(changes->pack.at("event.json") ==
        event.substr(0, city) +
            swapped(event.substr(city), "\"kk\": \"Астана\"", R"("kk": "Астана \"қала\"")"));
  CHECK(changes->messages.at("kk") ==
        swapped(texts.messages.at("kk"), "\"nav.map\": \"Карта\"", R"("nav.map": "Ке\u00a0сте")"));
}

TEST_CASE("what would lose something is refused, all of it at once") {
  const lint::Texts texts = summit_texts();
  auto units = units_for(texts, "ru");
  unit_at(units, "i18n: /agenda.now_mark").translation = "Сейчас";
  unit_at(units, "i18n: /agenda.count").translation = "{count, plural, one {# сессия} other {# сессий}}";
  unit_at(units, "i18n: /agenda.room_level").translation = "{room, {level}";
  unit_at(units, "i18n: /nav.map").translation = "Карта {room}";
  const Lines found = refusals(texts, "ru", units);
  REQUIRE(found.size() >= 5);
  const auto has = [&](std::string_view line) { return std::ranges::find(found, line) != found.end(); };
  CHECK(has("i18n: /agenda.now_mark: lacks the placeholder {time}"));
  CHECK(has("i18n: /agenda.count: {count} lacks the branch few"));
  CHECK(has("i18n: /agenda.count: {count} lacks the branch many"));
  CHECK(has("i18n: /nav.map: has a placeholder that en lacks"));
  CHECK(std::ranges::any_of(found, [](const std::string& line) {
    return line.starts_with("i18n: /agenda.room_level: cannot be read");
  }));

  // What the reader of packs refuses is refused too.
  auto long_tag = units_for(texts, "ru");
  unit_at(long_tag, "themes.json: /themes/0/short_name").translation = std::string(80, 'a');
  CHECK(refusals(texts, "ru", long_tag) ==
        Lines{"themes.json: /themes/0/short_name/ru: has 80 letters; at most 24 fit here"});
}

TEST_CASE("what is not translated, uncertain, outdated or unknown is left as it is and told") {
  const lint::Texts texts = summit_texts();
  auto units = units_for(texts, "kk");
  unit_at(units, "event.json: /city").translation = "";
  unit_at(units, "event.json: /name").uncertain = true;
  unit_at(units, "event.json: /motto").source = "Another motto";
  units.push_back({"event.json: /nothing", "a", "b", false});
  const auto changes = with_translations(texts, "kk", units);
  REQUIRE(changes);
  CHECK(changes->texts == 0);
  CHECK(changes->untranslated == 1);
  CHECK(changes->notes.size() == 3);
  for (const pack::Problem& note : changes->notes) CHECK(note.severity == pack::Problem::Severity::warning);
}

TEST_CASE("a new language gets its file, its texts and its line in the pack") {
  const lint::Texts texts = summit_texts();
  auto units = units_for(texts, "uz");
  for (Unit& unit : units) {
    CHECK(unit.translation.empty());
    unit.translation = unit.source;
  }
  const auto changes = with_translations(texts, "uz", units);
  REQUIRE(changes);
  CHECK(changes->messages.at("uz") == texts.messages.at("en"));
  CHECK(changes->pack.at("event.json").find(R"("languages": ["kk", "ru", "en", "uz"])") != std::string::npos);
  CHECK(changes->pack.at("event.json").find("\"en\": \"Astana\",\n    \"uz\": \"Astana\"\n") !=
        std::string::npos);
  pack::PackFiles after = texts.pack;
  for (const auto& [name, bytes] : changes->pack) after.files[name] = bytes;
  const auto read = pack::read_pack(after);
  REQUIRE(read.event);
  CHECK(read.event->languages == std::vector<std::string>{"kk", "ru", "en", "uz"});
  CHECK(read.event->sessions.front().title.in("uz") == read.event->sessions.front().title.in("en"));

  units.pop_back();
  units.front().translation.clear();
  CHECK(refusals(texts, "uz", units).size() == 2);
}

TEST_CASE("a PO file that is broken is refused with its line") {
  const Scratch scratch;
  const std::string header =
      "msgid \"\"\nmsgstr \"\"\n\"Language: kk\\n\"\n\"Content-Type: text/plain; "
      "charset=UTF-8\\n\"\n\n";
  const auto reason = [&](const std::string& content) {
    const auto po = translation::read_po(scratch.file("kk.po", content));
    return po ? std::string("no mistake") : po.error();
  };
  CHECK(reason(header + "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n") == "no mistake");
  const std::string unclosed = reason(header + "msgid \"b\"\nmsgstr \"c\n");
  // gettext's library names the line that the text runs into.
  CHECK_MESSAGE((unclosed.starts_with("kk.po: line 7: ") || unclosed.contains("kk.po: line 8")), unclosed);
  CHECK(reason(header + "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n\nmsgctxt \"a\"\nmsgid "
                        "\"b\"\nmsgstr \"d\"\n") != "no mistake");
  CHECK(reason("msgid \"\"\nmsgstr \"Language: kk\\n\"\n").find("UTF-8") != std::string::npos);
  CHECK_FALSE(translation::read_po(scratch.path / "none.po"));

  // What would come in as something else, or not at all, is refused with its place.
  CHECK(reason(header + "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"Аст\\000ана\"\n") ==
        "kk.po: line 8: has a NUL in its text, which would end there\n");
  for (const char* nul : {"\\0", "\\00", "\\x0", "\\x00", "\\400", "\\x100"})
    CHECK(reason(header + "msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\"\n\"c" + nul + "\"\n") ==
          "kk.po: line 9: has a NUL in its text, which would end there\n");
  for (const char* none : {"\\\\000", "\\1", "\\101", "\\x41", "\\n0", "#\\\\0"})
    CHECK(reason(header + "# \\0\nmsgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c" + none + "\"\n") == "no mistake");
  CHECK(reason(header + std::string("msgctxt \"a\"\0", 12))
            .starts_with("kk.po: line 6, column 12: has a NUL byte"));
  CHECK(reason(header + "msgctxt \"event.json: /city\"\nmsgid \"b\"\nmsgid_plural \"bs\"\nmsgstr[0] "
                        "\"c\"\nmsgstr[1] \"d\"\n") ==
        "kk.po: event.json: /city: has plural forms (msgid_plural), of which only one could be taken; "
        "plurals stand inside a text\n");
  CHECK(reason(header + "msgid \"b\"\nmsgstr \"c\"\n") ==
        "kk.po: \"b\": lacks its place (msgctxt), so that nobody knows where it belongs\n");
  CHECK(reason(header + "domain \"other\"\nmsgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n")
            .contains("has more than one domain"));
  CHECK(reason("\xEF\xBB\xBF" + header) ==
        "kk.po: begins with a byte order mark; save it as UTF-8 without one\n");
  CHECK(reason("\x1F\x8B\x08 and so on") == "kk.po: is compressed with gzip; unpack it first\n");
  CHECK(reason(std::string("\xFF\xFEm\0s\0g\0", 8)) == "kk.po: is in UTF-16; save it as UTF-8\n");
  CHECK(translation::read_po(scratch.path).error() ==
        files::text_of(scratch.path) + ": is a folder, not a file\n");

  // Cut between two texts, and in the middle of one.
  REQUIRE(translation::write_po(scratch.path / "cut.po",
                                {"kk", {{"a", "b", "c", false}, {"d", "e", "f\ng", false}}}, "x"));
  const std::string whole = test::read_file((scratch.path / "cut.po").string());
  CHECK(reason(whole) == "no mistake");
  CHECK(reason(whole.substr(0, whole.find("msgctxt \"d\""))) ==
        "kk.po: has 1 of its 2 texts: it has been cut\n");
  CHECK(reason(whole.substr(0, whole.size() - 3)) != "no mistake");
}

TEST_CASE(
    "a text that lacks the language translators work from goes out in the one it is in, and comes back") {
  test::need_icu();
  auto files = *pack::load_folder(source / "assets/res2026");
  const auto replace = [&](const char* file, std::string_view old, std::string_view text) {
    std::string& bytes = files.files.find(file)->second;
    const std::size_t at = bytes.find(old);
    REQUIRE(at != std::string::npos);
    bytes.replace(at, old.size(), text);
  };
  replace("event.json", "\"languages\": [", "\"fallback\": [\"ru\", \"en\"],\n  \"languages\": [");
  replace("sessions.json", "\"kk\": \"Тіркелу және аккредиттелу\",", "");
  replace("sessions.json", ",\n        \"en\": \"Registration and accreditation\"", "");
  const auto event = pack::read_pack(files).event;
  REQUIRE(event);
  const auto texts = lint::texts_of(files, *event, {});
  REQUIRE(texts);
  auto units = units_for(*texts, "kk");
  Unit& title = unit_at(units, "sessions.json: /sessions/0/title");
  CHECK(title.source == "Регистрация и аккредитация");
  CHECK(title.translation.empty());
  title.translation = "Тіркелу";
  const auto changes = with_translations(*texts, "kk", units);
  REQUIRE(changes);
  CHECK(changes->texts == 1);
  CHECK(changes->pack.at("sessions.json").find("\"kk\": \"Тіркелу\"") != std::string::npos);
}
