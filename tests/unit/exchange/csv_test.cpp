#include <doctest/doctest.h>

#include "small_programmes.h"

#include "exchange/sheet.h"

using namespace exchange;
using small_programmes::import;
using small_programmes::lines;
using small_programmes::session;
using small_programmes::with;

TEST_CASE("tables are read whatever stands between their cells") {
  for (const char separator : {',', ';', '\t'}) {
    std::string text =
        "\xEF\xBB\xBFtitle|room|note\r\n\"A \"\"big\"\" talk|or two\"|Hall|\"one\r\ntwo\"\r\nSmall||\r\n";
    std::ranges::replace(text, '|', separator);
    const auto read = read_csv(text);
    REQUIRE(read);
    CHECK(read->separator == separator);
    REQUIRE(read->sheet.rows.size() == 3);
    CHECK(read->sheet.rows[1].at(0).text == std::string("A \"big\" talk") + separator + "or two");
    CHECK(read->sheet.rows[1].at(2).text == "one\ntwo");
    CHECK(read->sheet.rows[2].number == 4);  // the line on which it begins
  }
}

TEST_CASE("windows-1251 is recognised, or named") {
  const std::string russian = *to_utf8("x", "UTF-8");
  REQUIRE(russian == "x");
  // "Название;Начало" and "Открытие;10:00"
  const std::string bytes =
      "\xCD\xE0\xE7\xE2\xE0\xED\xE8\xE5;\xCD\xE0\xF7\xE0\xEB\xEE\r\n\xCE\xF2\xEA\xF0\xFB\xF2\xE8\xE5;10:"
      "00\r\n";
  const auto read = read_csv(bytes);
  REQUIRE(read);
  CHECK(read->encoding == "windows-1251");
  CHECK(read->sheet.rows[1].at(0).text == "Открытие");
  CHECK(read_csv(bytes, {.encoding = "windows-1251"})->sheet.rows[0].at(1).text == "Начало");
  CHECK(read_csv("caf\xE9,a\nb,c\n", {.encoding = "windows-1252"})->sheet.rows[0].at(0).text == "café");
  CHECK(read_csv("caf\xE9,a\nb,c\n").error().contains("--encoding"));
  CHECK(read_csv("a,b", {.encoding = "klingon"}).error() == "there is no encoding klingon");
}

TEST_CASE("a quotation mark that is not closed is told with its line") {
  CHECK(read_csv("a,b\n\"c,d\ne,f\n").error() == "line 2: a quotation mark is not closed");
}

TEST_CASE("columns are known by their heads in several languages") {
  for (const char* head :
       {"Title,Date,Start,Duration,Room,Speakers", "Название,Дата,Начало,Длительность,Зал,Спикеры",
        "Атауы,Күні,Басталуы,Ұзақтығы,Залы,Спикерлер", "Titel,Datum,Beginn,Dauer,Raum,Vortragende"}) {
    const auto result =
        import(Format::csv, std::string(head) + "\nOne talk,22.04.2026,10:00,1.5 h,Blue hall,Ann Lee\n");
    REQUIRE_MESSAGE(!pack::has_errors(result.problems), lines(result.problems));
    const Json made = session(result.changed, "One talk");
    CHECK(made["starts_at"] == "2026-04-22T10:00+00:00");
    CHECK(made["ends_at"] == "2026-04-22T11:30+00:00");
    CHECK(made["room"] == "blue-hall");
    CHECK(made["people"][0]["person"] == "ann-lee");
  }
}

TEST_CASE("columns that are not known by their heads are named") {
  const std::string table = "Was,Wann genau,Wo\nOne talk,22.04.2026 10:00,Hall\n";
  const auto without = import(Format::csv, table);
  CHECK(
      lines(without.problems).contains("file: line 1: there is no column for the title; --columns names it"));
  CHECK(without.changed.empty());
  auto options = small_programmes::options();
  options.columns = {{"title", "Was"}, {"start", "B"}, {"room", "Wo"}};
  const auto result = import(Format::csv, table, {}, options);
  REQUIRE_MESSAGE(!pack::has_errors(result.problems), lines(result.problems));
  CHECK(session(result.changed, "One talk")["room"] == "hall");
  options.columns = {{"titel", "Was"}, {"start", "Z"}};
  const std::string told = lines(import(Format::csv, table, {}, options).problems);
  CHECK(told.contains("\"titel\" is none of id, title"));
  CHECK(told.contains("there is no column \"Z\" in row 1"));
}

TEST_CASE("what is wrong with a row is told with its line, and the others are taken") {
  const auto result =
      import(Format::csv,
             "title,date,start,end\nGood,2026-04-22,10:00,11:00\nBad,2026-04-22,noon,\n,2026-04-22,12:00,\n"
             "Odd,2026-04-22,13:00,whenever\n");
  const std::string told = lines(result.problems);
  CHECK(told.contains("file: line 3: left out: its start: \"noon\" is no date or time"));
  CHECK(told.contains("file: line 4: left out: has no title"));
  CHECK(told.contains("file: line 5: its end: \"whenever\" is no date or time"));
  CHECK(session(result.changed, "Good")["ends_at"] == "2026-04-22T11:00+00:00");
  CHECK(session(result.changed, "Bad").is_null());
  CHECK(!session(result.changed, "Odd").contains("ends_at"));
}

TEST_CASE("an end that is before its start is told, and a night is none") {
  const auto read = [](std::string_view rows) {
    return small_programmes::import(Format::csv, "title,date,start,end\n" + std::string(rows), {},
                                    small_programmes::options(), "table.csv");
  };
  const auto mixed = read("Opening,2026-04-22,10:00,09:00\n");
  CHECK_MESSAGE(lines(mixed.problems).contains("line 2: ends before it starts; it has no end now"),
                lines(mixed.problems));
  const auto night = read("Party,2026-04-22,22:00,09:00\n");
  CHECK_MESSAGE(night.problems.empty(), lines(night.problems));
  CHECK(night.changed.at("sessions.json").contains("2026-04-23T09:00"));
}

TEST_CASE("a day over the rows below it, times with a dash, people with office and part") {
  const auto result =
      import(Format::csv,
             "Время;Название;Участники\n22 апреля 2026;;\n9:00–10:30;Пленарная сессия;"
             "\"Модератор: Анна Ли, посол; Бек Омаров\"\n23 апреля 2026;;\n23:00 - 1:00;Концерт;\n");
  REQUIRE_MESSAGE(!pack::has_errors(result.problems), lines(result.problems));
  const Json plenary = session(result.changed, "Пленарная сессия");
  CHECK(plenary["ends_at"] == "2026-04-22T10:30+00:00");
  CHECK(plenary["kind"] == "high-level");
  CHECK(plenary["people"][0]["person"] == "anna-li");
  CHECK(plenary["people"][0]["role"]["en"] == "Модератор");
  CHECK(plenary["people"][1]["person"] == "bek-omarov");
  CHECK(result.changed.at("persons.json").contains("посол"));
  CHECK(session(result.changed, "Концерт")["ends_at"] == "2026-04-24T01:00+00:00");
}
