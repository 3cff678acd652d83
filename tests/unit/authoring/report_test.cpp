// What organisers are told of their event.
#include "authoring/report.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "authoring/first_event.h"
#include "with_icu.h"

namespace {

// An event of one day with two halls and these sessions.
pack::PackFiles event_with(std::string_view sessions, std::string_view days = R"([{"date": "2026-10-24"}])") {
  pack::PackFiles files;
  files.files["event.json"] = R"({"format": 2, "id": "days", "languages": ["en", "uz"], "fallback": ["en"],
    "name": {"en": "Days & <Nights>"}, "short_name": {"en": "Days"}, "city": {"en": "A"}, "country": {"en": "B"},
    "time_zone": "Europe/Berlin", "time_zone_name": {"en": "local time"}, "first_day": "2026-10-24",
    "last_day": "2026-10-24", "programme": {"status": "provisional"}, "days": )" +
                              std::string(days) + "}";
  files.files["places.json"] = R"({"sites": [{"id": "site", "name": {"en": "Site"}, "status": "provisional"}],
    "levels": [{"id": "ground", "site": "site", "number": 1, "name": {"en": "Level 1"}, "status": "provisional",
                "outline": [[0, 0], [40, 0], [40, 40], [0, 40]]}],
    "rooms": [{"id": "hall", "level": "ground", "kind": "hall", "name": {"en": "Hall", "uz": "Zal"},
               "status": "provisional", "outline": [[0, 0], [10, 0], [10, 10], [0, 10]]},
              {"id": "loft", "level": "ground", "kind": "hall", "name": {"en": "Loft"}, "status": "provisional"}]})";
  files.files["persons.json"] =
      R"({"persons": [{"id": "somebody", "name": {"en": "Some Body"}, "status": "provisional"}]})";
  files.files["themes.json"] = R"({"themes": []})";
  files.files["partners.json"] = R"({"partners": []})";
  files.files["sessions.json"] = R"({"sessions": [)" + std::string(sessions) + "]}";
  return files;
}

std::string session(std::string_view id, std::string_view from, std::string_view to, std::string_view room,
                    std::string_view more = "") {
  const auto at = [](std::string_view clock) { return "2026-10-24T" + std::string(clock) + "+02:00"; };
  return R"({"id": ")" + std::string(id) + R"(", "title": {"en": "About )" + std::string(id) +
         R"("}, "starts_at": ")" + at(from) + R"(", "ends_at": ")" + at(to) + R"(", "room": ")" +
         std::string(room) + R"(", "kind": "thematic", "access": "everyone", "status": "provisional")" +
         std::string(more) + "}";
}

struct Checked {
  pack::PackFiles files;
  pack::ReadResult read;
  authoring::Findings found;

  std::string html(std::string_view language) const {
    return authoring::html_report(found, {.folder = "days",
                                          .language = language,
                                          .files = &files,
                                          .event = read.event ? &*read.event : nullptr});
  }
};

Checked checked(pack::PackFiles files, std::string_view language = "en") {
  test::need_icu();
  Checked all{.files = std::move(files), .read = {}, .found = {}};
  all.read = pack::read_pack(all.files);
  const model::Event* event = all.read.event ? &*all.read.event : nullptr;
  std::optional<lint::Texts> texts;
  if (event != nullptr)
    if (auto found = lint::texts_of(all.files, *event, {})) texts = std::move(*found);
  all.found = authoring::findings(all.files, event, texts ? &*texts : nullptr, all.read.problems, language);
  return all;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr std::string_view somebody = R"(, "people": [{"person": "somebody"}])";

}  // namespace

TEST_CASE("clashes of rooms and of people are found, and what only touches is none") {
  const Checked all = checked(event_with(session("a", "10:00", "11:00", "hall", somebody) + "," +
                                         session("b", "10:30", "12:00", "hall") + "," +
                                         session("c", "12:00", "13:00", "hall", somebody) + "," +
                                         session("d", "10:59", "12:30", "loft", somebody)));
  REQUIRE(all.read.event);
  REQUIRE(all.found.room_clashes.size() == 1);
  CHECK(all.found.room_clashes[0].wanted == "Hall");
  const auto id = [&](std::size_t i) { return all.read.event->sessions[i].id; };
  CHECK(id(all.found.room_clashes[0].one) == "a");
  CHECK(id(all.found.room_clashes[0].other) == "b");
  REQUIRE(all.found.person_clashes.size() == 2);
  CHECK(all.found.person_clashes[0].wanted == "Some Body");
  // They stand in their own part, not among the mistakes too.
  for (const authoring::Mistake& mistake : all.found.mistakes)
    CHECK_FALSE(has(mistake.problem.reason, "still taken"));
}

TEST_CASE("what is cancelled clashes with nothing") {
  const Checked all =
      checked(event_with(session("a", "10:00", "11:00", "hall",
                                 R"(, "state": "cancelled", "people": [{"person": "somebody"}])") +
                         "," + session("b", "10:30", "12:00", "hall", somebody)));
  REQUIRE(all.read.event);
  CHECK(all.found.room_clashes.empty());
  CHECK(all.found.person_clashes.empty());
}

TEST_CASE("sessions outside the opening hours are named, across midnight too") {
  const std::string sessions = session("early", "07:59", "09:00", "hall") + "," +
                               session("fits", "08:00", "22:00", "hall") + "," +
                               session("late", "22:30", "23:59", "loft");
  const auto outside = [&](std::string_view days) {
    const Checked all = checked(event_with(sessions, days));
    REQUIRE(all.read.event);
    std::string ids = all.found.has_opening_hours ? "" : "unknown ";
    for (const std::size_t i : all.found.outside_hours) ids += all.read.event->sessions[i].id + " ";
    return ids;
  };
  CHECK(outside(R"([{"date": "2026-10-24"}])") == "unknown ");
  CHECK(outside(R"([{"date": "2026-10-24", "opens": "08:00", "closes": "22:00"}])") == "early late ");
  CHECK(outside(R"([{"date": "2026-10-24", "opens": "08:00", "closes": "01:00"}])") == "early ");
}

TEST_CASE("opening hours that are no time of day are a mistake") {
  for (const char* wrong : {"24:00", "8:00", "08:60", "morgens", "08-00", "0８:0"}) {
    const Checked all =
        checked(event_with(session("a", "10:00", "11:00", "hall"),
                           R"([{"date": "2026-10-24", "opens": ")" + std::string(wrong) + "\"}]"));
    CHECK_FALSE_MESSAGE(all.read.event, wrong);
    REQUIRE(all.found.mistakes.size() == 1);
    CHECK(all.found.mistakes[0].problem.pointer == "/days/0/opens");
    CHECK(has(all.html("ru"), "Напишите время в виде 08:30."));
  }
}

TEST_CASE("rooms that the plan lacks are named, unless nobody has drawn one") {
  const Checked all = checked(event_with(session("a", "10:00", "11:00", "hall")));
  REQUIRE(all.read.event);
  CHECK(all.found.has_map);
  REQUIRE(all.found.not_on_map.size() == 1);
  CHECK(all.read.event->rooms[all.found.not_on_map[0]].id == "loft");
}

TEST_CASE("how much is translated is counted by language, and what lacks is named") {
  const Checked all = checked(event_with(session("a", "10:00", "11:00", "hall")));
  REQUIRE(all.found.coverage.size() == 2);
  const authoring::Coverage& english = all.found.coverage[0];
  const authoring::Coverage& uzbek = all.found.coverage[1];
  CHECK(english.there == english.all);
  CHECK(english.all > 5);
  CHECK(uzbek.there == 1);
  CHECK(uzbek.lacking.size() == uzbek.all - 1);
  CHECK(std::ranges::find(uzbek.lacking, "sessions.json: /sessions/0/title", &authoring::Lacking::place) !=
        uzbek.lacking.end());
}

TEST_CASE("a mistake is told with its thing, its place and what to do, in the language asked for") {
  pack::PackFiles files = event_with(session("a", "11:00", "10:00", "hall"));
  const Checked all = checked(files);
  REQUIRE_FALSE(all.read.event);
  REQUIRE(all.found.mistakes.size() == 1);
  CHECK(all.found.mistakes[0].at.title == "About a");
  CHECK(all.found.mistakes[0].at.pointer == "/sessions/0");
  const std::string html = all.html("kk");
  CHECK(has(html, "<html lang=\"kk\">"));
  CHECK(has(html, "About a"));
  CHECK(has(html, "<code>/sessions/0/ends_at</code>"));
  CHECK(has(html, authoring::say("kk", "advice.end")));
  CHECK(has(html, "<span lang=\"en\">ends before it starts"));
  // What cannot be told yet is not told as good.
  CHECK(has(html, authoring::say("kk", "report.rest_later")));
  CHECK_FALSE(has(html, authoring::say("kk", "report.no_room_clashes")));
}

TEST_CASE("a file that is no JSON is told as itself") {
  pack::PackFiles files = event_with(session("a", "10:00", "11:00", "hall"));
  files.files["sessions.json"] = "{\"sessions\": [,]}";
  const Checked all = checked(files);
  REQUIRE(!all.found.mistakes.empty());
  CHECK(all.found.mistakes[0].problem.file == "sessions.json");
  CHECK(has(all.html("en"), authoring::say("en", "advice.json")));
}

TEST_CASE("where it was imported from is said") {
  const pack::PackFiles files = event_with(session("a", "11:00", "10:00", "hall"));
  const pack::ReadResult read = pack::read_pack(files);
  const auto found = authoring::findings(
      files, nullptr, nullptr, read.problems, "en", [](std::string_view list, std::string_view id) {
        return list == "sessions" && id == "a" ? std::string("programme.xlsx, row 14") : std::string{};
      });
  REQUIRE(found.mistakes.size() == 1);
  CHECK(found.mistakes[0].at.row == "programme.xlsx, row 14");
  CHECK(has(authoring::html_report(found, {.folder = "days", .language = "en", .files = &files}),
            "programme.xlsx, row 14"));
}

TEST_CASE("nothing of an event is markup") {
  const std::string html = checked(event_with(session("a", "10:00", "11:00", "hall"))).html("ru");
  CHECK(has(html, "Days &amp; &lt;Nights&gt;"));
  CHECK_FALSE(has(html, "<Nights>"));
  // And the page needs nothing from elsewhere.
  for (const char* outside : {"http:", "https:", "src=", "@import", "url("})
    CHECK_FALSE_MESSAGE(has(html, outside), outside);
}
