#include "exchange/workbook.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "exchange/workbook_columns.h"
#include "pack/folder.h"
#include "pack/format.h"
#include "small_programmes.h"

// libxlsxwriter 1.1.4 never lets go of the formula of a drop-down list.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:lxw_strdup\n"; }

using namespace exchange;
using small_programmes::folder_of;
using small_programmes::lines;

namespace {

std::map<std::string, std::string> summit() {
  test::need_icu();
  std::map<std::string, std::string> files;
  for (const auto& [name, bytes] : pack::load_folder(test::source_directory() + "/assets/res2026")->files)
    files.emplace(name, bytes);
  return files;
}

std::vector<Sheet> sheets_of(const std::map<std::string, std::string>& files) {
  const auto bytes = write_workbook(folder_of(files));
  REQUIRE(bytes);
  const auto sheets = read_xlsx(*bytes);
  REQUIRE(sheets);
  REQUIRE(is_workbook(*sheets));
  return *sheets;
}

Sheet& sheet(std::vector<Sheet>& sheets, std::string_view name) {
  return *std::ranges::find(sheets, name, &Sheet::name);
}

// The cell of the row that begins with `id` under that head.
Cell& cell(Sheet& sheet, std::string_view id, std::string_view head) {
  const Row& heads = sheet.rows.front();
  std::size_t at = 0;
  while (at < heads.cells.size() && heads.cells[at].text != head) ++at;
  REQUIRE(at < heads.cells.size());
  for (Row& row : sheet.rows)
    if (row.at(0).text == id) {
      if (row.cells.size() <= at) row.cells.resize(at + 1);
      return row.cells[at];
    }
  FAIL("no row " << id);
  return sheet.rows.front().cells.front();
}

Cell text_cell(std::string words) { return {.kind = Cell::Kind::text, .text = std::move(words)}; }

WorkbookRead read(const std::vector<Sheet>& sheets, const std::map<std::string, std::string>& files) {
  KnownIds known;
  return read_workbook(sheets, folder_of(files), known, "book.xlsx");
}

}  // namespace

TEST_CASE("the workbook has a column for each key, but for those that nobody writes there") {
  // What it does not have stays in the files as it is.
  const std::set<std::string_view> left_out{"source", "revision", "moved_from", "outline", "unit"};
  const std::vector<pack::ObjectFormat> objects = pack::describe_objects();
  for (const SheetFormat& sheet : sheet_formats()) {
    const auto object = std::ranges::find(objects, sheet.object, &pack::ObjectFormat::name);
    REQUIRE(object != objects.end());
    for (const pack::KeyFormat& key : object->keys) {
      const bool has = std::ranges::any_of(sheet.columns, [&](const Column& column) {
        return column.key == key.key || (column.type == CellType::scope && key.key == "applies_to");
      });
      CHECK_MESSAGE(has != left_out.contains(key.key), sheet.object, "/", key.key, ": ",
                    has ? std::string("has a column, and is said to be left out")
                        : std::string("no column in exchange/workbook_columns.cpp, and not left out here"));
    }
  }
}

TEST_CASE("the workbook of an event, brought back unchanged, changes nothing but what is known of it") {
  const auto files = summit();
  const auto bytes = write_workbook(folder_of(files));
  REQUIRE(bytes);
  const auto result = small_programmes::import(Format::xlsx, *bytes, files, {}, "book.xlsx");
  CHECK_MESSAGE(!pack::has_errors(result.problems), lines(result.problems));
  for (const auto& [name, changed] : result.changed) CHECK_MESSAGE(name == "import.json", result.report);
  // And the same bytes again.
  CHECK(*write_workbook(folder_of(files)) == *bytes);
}

TEST_CASE("what is changed in a cell is changed in the event, and nothing else") {
  const auto files = summit();
  auto sheets = sheets_of(files);
  Sheet& sessions = sheet(sheets, "sessions");
  cell(sessions, "official-opening", "title (en)") = text_cell("Grand opening");
  cell(sessions, "official-opening", "start") = text_cell("10:15");
  cell(sessions, "official-opening", "room") = text_cell("Hall 2");
  cell(sheet(sheets, "event"), "motto", "en") = {};
  Folder folder = folder_of(files);
  KnownIds known;
  const WorkbookRead made = read_workbook(sheets, folder, known, "book.xlsx");
  CHECK_MESSAGE(!pack::has_errors(made.problems), lines(made.problems));
  const auto& items = made.contents.lists.at("sessions");
  const auto opening = std::ranges::find(items, "official-opening", &Item::id);
  CHECK(opening->said["title"]["en"] == "Grand opening");
  CHECK(opening->said["starts_at"] == "2026-04-22T10:15+05:00");
  CHECK(opening->said["ends_at"] == "2026-04-22T11:00+05:00");
  CHECK(opening->said["room"] == "hall-2");
  CHECK(made.contents.event["motto"]["en"].is_null());
}

TEST_CASE("every mistake in a workbook is told by its row and column, and nothing is read") {
  const auto files = summit();
  auto sheets = sheets_of(files);
  Sheet& sessions = sheet(sheets, "sessions");
  cell(sessions, "official-opening", "start") = text_cell("ten");
  cell(sessions, "official-opening", "room") = text_cell("Hall 99");
  cell(sessions, "official-opening", "kind") = text_cell("openning");
  cell(sessions, "official-opening", "summary (en)") = {.kind = Cell::Kind::mistake, .text = "#REF!"};
  cell(sheet(sheets, "rooms"), "hall-1", "seats") = text_cell("many");
  cell(sheet(sheets, "rooms"), "hall-2", "id") = text_cell("hall-1");
  const std::string told = lines(read(sheets, files).problems);
  CHECK(told.contains(
      "book.xlsx: sessions, row 3 (official-opening), column start: \"ten\" is no date or time"));
  CHECK(told.contains("column room: \"Hall 99\" is neither an id nor a name in the sheet rooms"));
  CHECK(told.contains("column kind: \"openning\" is none of opening"));
  CHECK(told.contains("did you mean \"opening\"?"));
  CHECK(told.contains("column summary (en): holds a mistake of the spreadsheet: #REF!"));
  CHECK(told.contains("column seats: \"many\" is no whole number"));
  CHECK(told.contains("the id \"hall-1\" is that of row"));
}

TEST_CASE("what was written into the files since the workbook was read last stays") {
  auto files = summit();
  const std::string book = *write_workbook(folder_of(files));
  files = small_programmes::with(files, small_programmes::import(Format::xlsx, book, files, {}, "book.xlsx"));
  Json sessions = Json::parse(files.at("sessions.json"));
  Json& one = sessions["sessions"][0];
  one["title"]["ru"] = "Иначе";
  one["state"] = "cancelled";
  one.erase("themes");
  files["sessions.json"] = written(sessions);
  const auto again = small_programmes::import(Format::xlsx, book, files, {}, "book.xlsx");
  CHECK_MESSAGE(again.changed.empty(), again.report);
  // What was taken out of the files comes back whole.
  sessions["sessions"].erase(std::size_t{0});
  files["sessions.json"] = written(sessions);
  const auto back = small_programmes::import(Format::xlsx, book, files, {}, "book.xlsx");
  CHECK_MESSAGE(!pack::has_errors(back.problems), lines(back.problems));
  CHECK(back.changed.contains("sessions.json"));
}

TEST_CASE("opening hours go out as times and come back as they were, and what is none is told") {
  auto files = summit();
  Json event = Json::parse(files.at("event.json"));
  event["days"][0]["opens"] = "08:30";
  event["days"][0]["closes"] = "00:00";
  files["event.json"] = event.dump();
  auto sheets = sheets_of(files);
  Sheet& days = sheet(sheets, "days");
  CHECK(days.rows[1].at(days.rows[0].cells.size() - 2).kind == Cell::Kind::number);
  const auto first = [](const WorkbookRead& made) { return made.contents.lists.at("days").front().said; };
  const WorkbookRead same = read(sheets, files);
  CHECK(first(same)["opens"] == "08:30");
  CHECK(first(same)["closes"] == "00:00");
  const auto type = [&](std::string words) {
    days.rows[1].cells[days.rows[0].cells.size() - 2] = words.empty() ? Cell{} : text_cell(std::move(words));
    return read(sheets, files);
  };
  CHECK(first(type("9:05"))["opens"] == "09:05");
  CHECK(first(type(""))["opens"].is_null());
  CHECK(lines(type("early").problems).contains("days, row 2"));
  CHECK(lines(type("2026-04-22").problems).contains("column opens: \"2026-04-22\" is no time of day"));
}

TEST_CASE("rows that are taken out go, rows that are added come, with or without an id") {
  const auto files = summit();
  auto sheets = sheets_of(files);
  Sheet& sessions = sheet(sheets, "sessions");
  std::erase_if(sessions.rows, [](const Row& row) { return row.at(0).text == "coffee-22-april-morning"; });
  Row added{.number = 900, .cells = sessions.rows[1].cells};
  sessions.rows.push_back(added);
  sessions.rows.back().cells[0] = {};
  Row& row = sessions.rows.back();
  for (std::size_t i = 0; i < sessions.rows.front().cells.size(); ++i)
    if (sessions.rows.front().cells[i].text.starts_with("title (")) row.cells[i] = text_cell("Late talk");
  const WorkbookRead made = read(sheets, files);
  CHECK_MESSAGE(!pack::has_errors(made.problems), lines(made.problems));
  CHECK_MESSAGE(made.problems.empty(), lines(made.problems));
  CHECK(made.guessed == std::vector<std::string>{"ids of 1 row of sessions, by their names; they stay"});
  CHECK(made.contents.gone.at("sessions") == std::vector<std::string>{"coffee-22-april-morning"});
  const auto& items = made.contents.lists.at("sessions");
  CHECK(std::ranges::find(items, "late-talk", &Item::id) != items.end());
}

TEST_CASE(
    "a row without an id that gets another title is the same session, and another one at another time") {
  auto files = summit();
  auto sheets = sheets_of(files);
  Row& row = sheet(sheets, "sessions").rows[1];
  const std::size_t start = 2, first_title = 6;
  REQUIRE(sheet(sheets, "sessions").rows[0].cells[start].text == "start");
  REQUIRE(sheet(sheets, "sessions").rows[0].cells[first_title].text.starts_with("title ("));
  row.cells[0] = {};
  row.cells[first_title] = text_cell("Late talk");
  Folder folder = folder_of(files);
  KnownIds known;
  const auto id = [&] {
    return read_workbook(sheets, folder, known, "book.xlsx").contents.lists.at("sessions")[0].id;
  };
  CHECK(id() == "late-talk");
  row.cells[first_title] = text_cell("Later talk");
  CHECK(id() == "late-talk");
  row.cells[start] = text_cell("7:05");
  CHECK(id() == "late-talk");
  row.cells[start] = text_cell("7:10");
  row.cells[first_title] = text_cell("Something else");
  CHECK(id() == "something-else");
}

TEST_CASE("a sheet or a column that is not there any more is told, once, and nothing is read") {
  const auto files = summit();
  for (const char* name : {"event", "days", "rooms", "sessions", "people", "notices"}) {
    auto sheets = sheets_of(files);
    std::erase_if(sheets, [&](const Sheet& one) { return one.name == name; });
    const WorkbookRead made = read(sheets, files);
    CHECK(pack::has_errors(made.problems));
    CHECK_MESSAGE(lines(made.problems).contains(std::string("book.xlsx: sheet ") + name + ": is missing"),
                  lines(made.problems));
  }
  auto sheets = sheets_of(files);
  for (Cell& head : sheet(sheets, "sessions").rows.front().cells)
    if (head.text == "start") head = text_cell("begins");
  const std::string told = lines(read(sheets, files).problems);
  CHECK(
      told.contains("book.xlsx: sessions, column start: is missing: no head in the first row is \"start\""));
  CHECK_MESSAGE(std::ranges::count(told, '\n') <= 2, told);
}

TEST_CASE("an end alone is the next such time after the start, but no night is sixteen hours long") {
  const auto files = summit();
  auto sheets = sheets_of(files);
  Sheet& sessions = sheet(sheets, "sessions");
  const auto with = [&](std::string start, std::string end) {
    cell(sessions, "official-opening", "start") = text_cell(std::move(start));
    cell(sessions, "official-opening", "end") = text_cell(std::move(end));
    return read(sheets, files);
  };
  CHECK(
      lines(with("10:00", "9:00").problems)
          .contains(
              "row 3 (official-opening), column end: ends before it starts (09:00 < 10:00); one that lasts"));
  CHECK(pack::has_errors(with("10:00", "10:00").problems));
  CHECK(!pack::has_errors(with("18:00", "10:00").problems));
  CHECK(!pack::has_errors(with("10:00", "2026-04-23 09:00").problems));
}

TEST_CASE("a workbook of nothing can be filled in and makes an event that can be built") {
  test::need_icu();
  auto sheets = sheets_of({});
  Sheet& event = sheet(sheets, "event");
  const auto fill = [&](std::string_view field, std::string_view head, std::string words) {
    cell(event, field, head) = text_cell(std::move(words));
  };
  fill("id", "value", "small");
  fill("languages", "value", "en, ru");
  fill("fallback", "value", "en");
  for (const char* field : {"name", "short_name", "city", "country", "time_zone_name"})
    fill(field, "en", "Small");
  fill("time_zone", "value", "Europe/Berlin");
  fill("first_day", "value", "03.07.2026");
  fill("last_day", "value", "2026-07-03");
  fill("programme", "value", "published");
  // The sheets have columns for three languages, of which the event has two.
  for (Sheet& one : sheets)
    if (!one.rows.empty() && one.name != "event")
      for (Cell& head : one.rows.front().cells)
        if (head.text.ends_with("(kk)")) head = {};
  const auto add = [&](std::string_view name,
                       std::initializer_list<std::pair<std::string_view, std::string>> cells) {
    Sheet& to = sheet(sheets, name);
    Row row{.number = to.rows.size() + 1, .cells = {}};
    row.cells.resize(to.rows.front().cells.size());
    for (const auto& [head, words] : cells)
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (to.rows.front().cells[i].text == head) row.cells[i] = text_cell(words);
    to.rows.push_back(row);
  };
  add("days", {{"date", "2026-07-03"}});
  add("rooms", {{"name (en)", "Big hall"}, {"level", "2"}});
  add("themes", {{"name (en)", "Water and all that belongs to it"}});
  add("sessions", {{"date", "2026-07-03"},
                   {"start", "23:00"},
                   {"end", "1:30"},
                   {"room", "big hall"},
                   {"title (en)", "Night talk"},
                   {"themes", "water-and-all-that-belongs-to-it"}});
  Folder folder;
  KnownIds known;
  const WorkbookRead made = read_workbook(sheets, folder, known, "book.xlsx");
  REQUIRE_MESSAGE(!pack::has_errors(made.problems), lines(made.problems));
  const auto& night = made.contents.lists.at("sessions").front();
  CHECK(night.said["starts_at"] == "2026-07-03T23:00+02:00");
  CHECK(night.said["ends_at"] == "2026-07-04T01:30+02:00");
  CHECK(made.contents.lists.at("levels").front().guessed["number"] == 2);
  CHECK(made.contents.lists.at("themes").front().said["short_name"]["en"] == "Water and all that");
}

TEST_CASE("bytes that are no workbook say so") {
  CHECK(read_xlsx("hello").error() == "is no Excel workbook (.xlsx), whatever its name says");
  CHECK(read_xlsx("PK\3\4").error().starts_with("is a workbook that cannot be read whole: it is "));
  CHECK(read_xlsx("\xD0\xCF\x11\xE0").error().contains("save it as .xlsx"));
  const std::string whole = *write_workbook(Folder{});
  for (std::size_t size = 0; size < whole.size(); size += 97)
    CHECK(!read_xlsx(std::string_view(whole).substr(0, size)));
}
