// Out and in again: nothing is lost that a format can say.
#include <doctest/doctest.h>

#include <random>
#include <regex>

#include "exchange/export.h"
#include "exchange/workbook.h"
#include "pack/folder.h"
#include "small_programmes.h"

using namespace exchange;
using small_programmes::import;
using small_programmes::lines;

namespace {

struct Case {
  Format format;
  const char* name;
};
constexpr Case cases[] = {{Format::frab_xml, "frab-xml"},
                          {Format::frab_json, "frab-json"},
                          {Format::ics, "ics"},
                          {Format::csv, "csv"}};

std::string exported(Format format, const model::Event& event, const std::string& language) {
  const auto zone = text::TimeZone::named(event.time_zone);
  REQUIRE(zone);
  const ExportOptions options{language};
  switch (format) {
    case Format::frab_xml: return write_frab_xml(event, *zone, options);
    case Format::frab_json: return write_frab_json(event, *zone, options);
    case Format::ics: return write_ics(event, options);
    default: return write_csv(event, *zone, options);
  }
}

model::Event event_of(const std::map<std::string, std::string>& files) {
  pack::PackFiles pack;
  for (const auto& [name, bytes] : files) pack.files.emplace(name, bytes);
  auto read = pack::read_pack(pack);
  REQUIRE_MESSAGE(read.event, lines(read.problems));
  return std::move(*read.event);
}

// A programme of frab made up by chance, with all that it can say.
std::string by_chance(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](unsigned number) { return static_cast<unsigned>(random() % number); };
  const char* words[] = {"Water", "Лёд",   "Әділет", "sun & moon", "<b>",  "\"quoted\"", "a; b, c", "Größe",
                         "—",     "10:30", "…",      "_x0041_",    "=1+1", "'so",        "#REF!",   "7"};
  const auto phrase = [&](unsigned most) {
    std::string made = "W" + std::to_string(below(1000));
    for (unsigned i = below(most); i > 0; --i) made += std::string(" ") + words[below(std::size(words))];
    return made;
  };
  Json days = Json::array();
  const unsigned last = 1 + below(3);
  for (unsigned d = 0; d < last; ++d) {
    Json rooms = Json::object();
    const std::string date = "2026-07-0" + std::to_string(3 + d);
    for (unsigned i = below(12) + 1; i > 0; --i) {
      const std::string room = "Room " + std::to_string(below(4));
      Json people = Json::array();
      for (unsigned p = below(3); p > 0; --p) {
        const std::string id = std::to_string(below(20));
        people.push_back({{"id", id}, {"public_name", "Person N" + id}});
      }
      // Two in the night before the summer ends would be one on the clock; July has none.
      const unsigned hour = below(24), minute = below(12) * 5;
      const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
      rooms[room].push_back({{"guid", "g" + std::to_string(random())},
                             {"date", date + "T" + two(hour) + ":" + two(minute) + ":00+02:00"},
                             {"duration", two(below(30)) + ":" + two(1 + below(59))},
                             {"title", phrase(4)},
                             {"abstract", below(2) == 0 ? "" : phrase(9)},
                             {"description", below(2) == 0 ? "" : phrase(30) + "\n\n" + phrase(9)},
                             {"track", below(3) == 0 ? "" : "Track " + std::to_string(below(3))},
                             {"language", below(2) == 0 ? "en" : ""},
                             {"persons", people}});
    }
    days.push_back({{"date", date}, {"rooms", rooms}});
  }
  return Json{
      {"schedule",
       {{"conference",
         {{"acronym", "chance"}, {"title", "Chance"}, {"time_zone_name", "Europe/Berlin"}, {"days", days}}}}}}
      .dump();
}

}  // namespace

TEST_CASE("the summit, out and into itself, stays as it is") {
  test::need_icu();
  std::map<std::string, std::string> files;
  for (const auto& [name, bytes] : pack::load_folder(test::source_directory() + "/assets/res2026")->files)
    files.emplace(name, bytes);
  const model::Event event = event_of(files);
  for (const std::string language : {"kk", "ru", "en"})
    for (const Case& one : cases) {
      CAPTURE(one.name);
      CAPTURE(language);
      auto options = small_programmes::options();
      options.language = language;
      const auto result = import(one.format, exported(one.format, event, language), files, options);
      REQUIRE_MESSAGE(!pack::has_errors(result.problems), lines(result.problems));
      for (const auto& [name, bytes] : result.changed) {
        // That texts may lack languages is said, as the file has one.
        if (name == "event.json" || name == "import.json") continue;
        FAIL_CHECK(name << "\n" << result.report);
      }
    }
}

TEST_CASE("programmes by chance, out and into nothing and out again, are the same") {
  test::need_icu();
  for (unsigned seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    auto options = small_programmes::options();
    options.zone = "Europe/Berlin";
    options.language = "en";
    const auto first = import(Format::frab_json, by_chance(seed), {}, options);
    REQUIRE_MESSAGE(!pack::has_errors(first.problems), lines(first.problems));
    const model::Event event = event_of(first.changed);
    for (const Case& one : cases) {
      CAPTURE(one.name);
      const std::string out = exported(one.format, event, "en");
      // What the schema wants, also of the shortest ids.
      static const std::regex bad_slug("<slug>(?![a-z0-9_]{4,}-[a-z0-9_-]{4,}<)");
      CHECK(!std::regex_search(out, bad_slug));
      const auto back = import(one.format, out, {}, options);
      REQUIRE_MESSAGE(!pack::has_errors(back.problems), lines(back.problems));
      const model::Event again = event_of(back.changed);
      REQUIRE(again.sessions.size() == event.sessions.size());
      for (const model::Session& session : event.sessions) {
        const auto same = std::ranges::find(again.sessions, session.id, &model::Session::id);
        REQUIRE(same != again.sessions.end());
        CHECK(same->title == session.title);
        CHECK(same->starts_at == session.starts_at);
        CHECK(same->ends_at == session.ends_at);
        CHECK(same->room == session.room);
        CHECK(same->themes == session.themes);
        // A calendar has one text, and no people of ours.
        if (one.format == Format::ics) continue;
        CHECK(same->summary == session.summary);
        CHECK(same->description == session.description);
        CHECK(same->people == session.people);
      }
      const auto twice = import(one.format, out, back.changed, options);
      CHECK_MESSAGE(twice.changed.empty(), twice.report);
    }
  }
}

namespace {

// The values of a list, however they are written.
nlohmann::json list_in(const std::map<std::string, std::string>& files, const char* file, const char* list) {
  return nlohmann::json::parse(files.at(file)).at(list);
}

}  // namespace

TEST_CASE("programmes by chance, as a workbook into nothing and out again, are the same in every value") {
  test::need_icu();
  for (unsigned seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    auto options = small_programmes::options();
    options.zone = "Europe/Berlin";
    const auto first = import(Format::frab_json, by_chance(seed), {}, options);
    REQUIRE_MESSAGE(!pack::has_errors(first.problems), lines(first.problems));
    const auto book = write_workbook(small_programmes::folder_of(first.changed));
    REQUIRE(book);
    const auto back = import(Format::xlsx, *book, {}, options, "book.xlsx");
    REQUIRE_MESSAGE(!pack::has_errors(back.problems), lines(back.problems));
    for (const auto& [file, list] : {std::pair{"sessions.json", "sessions"},
                                     {"themes.json", "themes"},
                                     {"persons.json", "persons"},
                                     {"places.json", "rooms"},
                                     {"event.json", "days"}})
      // Said by name: whole lists would be pages of words.
      CHECK_MESSAGE(list_in(back.changed, file, list) == list_in(first.changed, file, list), list);
    const auto twice = import(Format::xlsx, *book, back.changed, options, "book.xlsx");
    CHECK_MESSAGE(twice.changed.empty(), twice.report);
  }
}

TEST_CASE("the summit as a workbook makes a summit out of nothing") {
  test::need_icu();
  std::map<std::string, std::string> files;
  for (const auto& [name, bytes] : pack::load_folder(test::source_directory() + "/assets/res2026")->files)
    files.emplace(name, bytes);
  const auto book = write_workbook(small_programmes::folder_of(files));
  REQUIRE(book);
  const auto made = import(Format::xlsx, *book, {}, small_programmes::options(), "book.xlsx");
  REQUIRE_MESSAGE(!pack::has_errors(made.problems), lines(made.problems));
  const model::Event event = event_of(files), again = event_of(made.changed);
  REQUIRE(again.sessions.size() == event.sessions.size());
  for (std::size_t i = 0; i < event.sessions.size(); ++i) {
    CHECK(again.sessions[i].id == event.sessions[i].id);
    CHECK(again.sessions[i].title == event.sessions[i].title);
    CHECK(again.sessions[i].starts_at == event.sessions[i].starts_at);
    CHECK(again.sessions[i].room == event.sessions[i].room);
  }
  for (const model::Room& room : event.rooms)
    CHECK(std::ranges::find(again.rooms, room.id, &model::Room::id) != again.rooms.end());
}

TEST_CASE("what frab's schema wants of ids, moments and lengths") {
  test::need_icu();
  std::map<std::string, std::string> files;
  for (const auto& [name, bytes] : pack::load_folder(test::source_directory() + "/assets/res2026")->files)
    files.emplace(name, bytes);
  const std::string xml = exported(Format::frab_xml, event_of(files), "en");
  const auto all = [&](const char* pattern, const char* wanted) {
    const std::regex places(pattern), good(wanted);
    std::size_t count = 0;
    for (std::sregex_iterator one(xml.begin(), xml.end(), places); one != std::sregex_iterator();
         ++one, ++count)
      CHECK_MESSAGE(std::regex_match((*one)[1].str(), good), (*one)[1].str());
    CHECK(count > 0);
  };
  all("guid=\"([^\"]*)\"", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  all("<date>([^<]*)<", "[0-9-]{10}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})");
  all("<duration>([^<]*)<", "[0-9]{2}:[0-9]{2}");
  all("<slug>([^<]*)<", "[a-z0-9_]{4,}-[a-z0-9_-]{4,}");
  all("<acronym>([^<]*)<", "[a-z0-9_-]{4,}");
  all("<day index=\"[0-9]+\" date=\"[0-9-]+\" start=\"([^\"]*)\"", "[0-9-]{10}T04:00:00\\+05:00");
}
