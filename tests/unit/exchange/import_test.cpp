// What holds for every format: ids that stay, hand-written files that stay, and a report of what happened.
#include <doctest/doctest.h>

#include "small_programmes.h"

using namespace exchange;
using small_programmes::frab;
using small_programmes::frab_event;
using small_programmes::import;
using small_programmes::lines;
using small_programmes::session;
using small_programmes::with;

namespace {

const std::string two = frab(frab_event("a", "Alpha", "2026-07-03T10:00:00+02:00") +
                             frab_event("b", "Beta", "2026-07-03T11:00:00+02:00"));

}  // namespace

TEST_CASE("importing twice changes nothing") {
  const auto first = import(Format::frab_xml, two);
  REQUIRE_MESSAGE(!pack::has_errors(first.problems), lines(first.problems));
  CHECK(first.report.contains("added: 2 sessions"));
  const auto second = import(Format::frab_xml, two, first.changed);
  CHECK_MESSAGE(second.changed.empty(), second.report);
  CHECK(second.report.contains("nothing has changed"));
}

TEST_CASE("a session that moved or was renamed keeps its id") {
  const auto first = import(Format::frab_xml, two);
  const auto later = import(Format::frab_xml,
                            frab(frab_event("b", "Beta", "2026-07-03T11:00:00+02:00") +
                                 frab_event("a", "Alpha renamed", "2026-07-03T15:00:00+02:00")),
                            first.changed);
  CHECK(
      later.report.contains("changed: sessions: alpha \"Alpha renamed\": title, starts_at, ends_at "
                            "(2026-07-03T10:00+02:00 -> 2026-07-03T15:00+02:00)"));
  const auto files = with(first.changed, later);
  CHECK(session(files, "Alpha renamed")["id"] == "alpha");
  CHECK(Json::parse(files.at("sessions.json"))["sessions"].size() == 2);
}

TEST_CASE("in a table without ids a session is known by its title, and the right one of two moves") {
  const std::string head = "title,date,start,end,room\n";
  const auto first =
      import(Format::csv, head + "Lunch,2026-07-03,12:00,13:00,Hall\nLunch,2026-07-04,12:00,13:00,Hall\n");
  REQUIRE_MESSAGE(!pack::has_errors(first.problems), lines(first.problems));
  const auto later =
      import(Format::csv, head + "Lunch,2026-07-03,12:00,13:00,Hall\nLunch,2026-07-04,12:30,13:00,Hall\n",
             first.changed);
  const Json sessions = Json::parse(with(first.changed, later).at("sessions.json"))["sessions"];
  REQUIRE(sessions.size() == 2);
  CHECK(sessions[0]["id"] == "lunch");
  CHECK(sessions[0]["starts_at"] == "2026-07-03T12:00+00:00");
  CHECK(sessions[1]["id"] == "lunch-2");
  CHECK(sessions[1]["starts_at"] == "2026-07-04T12:30+00:00");
  CHECK(later.report.contains("changed: sessions: lunch-2"));
}

TEST_CASE("what is not in the programme any more goes, with the people that only it had") {
  const std::string person = "<persons><person id=\"4\">Ann Lee</person></persons>";
  const auto first =
      import(Format::frab_xml, frab(frab_event("a", "Alpha", "2026-07-03T10:00:00+02:00") +
                                    frab_event("b", "Beta", "2026-07-03T11:00:00+02:00", "00:30", person)));
  auto files = first.changed;
  Json sessions = Json::parse(files["sessions.json"]);
  Json own = sessions["sessions"][0];
  own["id"] = "by-hand";
  own["title"]["en"] = "By hand";
  sessions["sessions"].push_back(own);
  files["sessions.json"] = written(sessions);
  const auto later =
      import(Format::frab_xml, frab(frab_event("a", "Alpha", "2026-07-03T10:00:00+02:00")), files);
  CHECK(later.report.contains("removed: sessions: beta"));
  CHECK(later.report.contains("removed: persons: ann-lee"));
  CHECK(session(with(files, later), "By hand")["id"] == "by-hand");
}

TEST_CASE("what somebody wrote by hand stays where the programme says nothing of it") {
  const auto first = import(Format::frab_xml, two);
  auto files = first.changed;
  Json sessions = Json::parse(files["sessions.json"]);
  sessions["sessions"][0]["kind"] = "culture";
  sessions["sessions"][0]["title"]["kk"] = "Альфа";
  sessions["sessions"][0]["summary"] = {{"en", "Written by hand."}};
  files["sessions.json"] = sessions.dump(7) + "\n\n";  // and in another style
  const auto same = import(Format::frab_xml, two, files);
  CHECK_MESSAGE(same.changed.empty(), same.report);
  const auto later = import(Format::frab_xml,
                            frab(frab_event("a", "Alpha two", "2026-07-03T10:00:00+02:00") +
                                 frab_event("b", "Beta", "2026-07-03T11:00:00+02:00")),
                            files);
  const Json made = session(with(files, later), "Alpha two");
  CHECK(made["kind"] == "culture");
  CHECK(made["title"]["kk"] == "Альфа");
  CHECK(made["summary"]["en"] == "Written by hand.");
  CHECK(later.report.contains("look at: sessions: alpha: title: was reworded"));
}

TEST_CASE("texts stand in the language of the file, others fall back to it, and what lacks is told") {
  auto options = small_programmes::options();
  options.language = "ru";
  const auto result = import(Format::frab_xml, two, {}, options);
  const Json event = Json::parse(result.changed.at("event.json"));
  CHECK(event["languages"] == Json::array({"ru", "kk", "en"}));
  CHECK(event["fallback"] == Json::array({"ru"}));
  CHECK(session(result.changed, "Alpha")["title"]["ru"] == "Alpha");
  CHECK(result.report.contains(
      "texts lack kk; they go out with: summit-pack texts export DIR --lang kk -o kk.po"));
}

TEST_CASE("which language the texts are taken to be in is told where nobody says it") {
  const std::string table = "title,date,start\nOpening,2026-04-22,10:00\n";
  const auto guessed = import(Format::csv, table);
  CHECK_MESSAGE(
      guessed.report.contains("guessed: the language of the texts: en, as nobody says one; --lang does\n"),
      guessed.report);
  ImportOptions options = small_programmes::options();
  options.language = "kk";
  const auto told = import(Format::csv, table, {}, options);
  CHECK_MESSAGE(!told.report.contains("the language of the texts"), told.report);
  // An event of a table is called like the file, until somebody says otherwise.
  const auto named = import(Format::csv, table, {}, small_programmes::options(), "River Days.csv");
  CHECK(Json::parse(named.changed.at("event.json"))["name"]["en"] == "River Days");
  CHECK_MESSAGE(named.report.contains("guessed: what the event is called"), named.report);
}

TEST_CASE("a file of nothing is told to be empty, whatever it was to be") {
  for (const Format format : {Format::frab_xml, Format::frab_json, Format::ics, Format::csv, Format::xlsx}) {
    const auto result = import(format, "");
    CHECK(lines(result.problems) == "file: is empty\n");
    CHECK(result.changed.empty());
  }
}

TEST_CASE("a folder with mistakes of its own is left alone") {
  auto files = import(Format::frab_xml, two).changed;
  files["themes.json"] = R"({"themes": [{"id": "x"}]})";
  const auto result = import(Format::frab_xml, two, files);
  CHECK(result.changed.empty());
  CHECK(lines(result.problems).contains("\nfile: was not read: the event has these mistakes already"));
}

TEST_CASE("markup and letters that no text may have") {
  const auto result =
      import(Format::frab_xml,
             frab(frab_event(
                 "a", "A &amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; title\xE2\x80\xAE",
                 "2026-07-03T10:00:00+02:00", "00:30",
                 "<description>[broken](nowhere) and "
                 "[good](https://example.org/)\n\n\n\n&lt;script&gt;x()&lt;/script&gt;end</description>")));
  REQUIRE_MESSAGE(!pack::has_errors(result.problems), lines(result.problems));
  const Json sessions = Json::parse(result.changed.at("sessions.json"))["sessions"];
  CHECK(sessions[0]["title"]["en"].get<std::string>().find("\xE2\x80\xAE") == std::string::npos);
  const auto description = sessions[0]["description"]["en"].get<std::string>();
  CHECK(description.ends_with("\n\nend"));
  CHECK(description.contains("[good](https://example.org/)"));
}

TEST_CASE("titles that make no id, long ones, and dates") {
  const auto result =
      import(Format::frab_xml, frab(frab_event("a", "会议", "2026-07-03T10:00:00+02:00") +
                                    frab_event("b", "2026-07-03", "2026-07-03T11:00:00+02:00") +
                                    frab_event("c", std::string(300, 'x'), "2026-07-03T12:00:00+02:00")));
  REQUIRE_MESSAGE(!pack::has_errors(result.problems), lines(result.problems));
  CHECK(session(result.changed, "会议")["id"] == "session");
  CHECK(session(result.changed, "2026-07-03")["id"] == "session-2026-07-03");
  CHECK(lines(result.problems).contains("its title is longer than 200 letters and is cut off"));
}
