// Every kind of mistake an organiser can make, each with the very words that
// summit-pack answers. One entry breaks the small pack in one way.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "small_pack.h"

namespace {

using small_pack::Files;
using small_pack::Json;
using Lines = std::vector<std::string>;

struct Broken {
  std::string kind;
  void (*breaks)(Files&);
  Lines expected;
};

Json& at(Files& files, const char* file, const char* pointer) {
  return files[file][Json::json_pointer(pointer)];
}
Json& event(Files& files, const char* pointer) { return at(files, "event.json", pointer); }
Json& places(Files& files, const char* pointer) { return at(files, "places.json", pointer); }
Json& sessions(Files& files, const char* pointer) { return at(files, "sessions.json", pointer); }

void check(const std::vector<Broken>& broken_packs) {
  for (const Broken& broken : broken_packs) {
    CAPTURE(broken.kind);
    Files files = small_pack::good();
    broken.breaks(files);
    const Lines lines = small_pack::problems(files);
    CHECK(lines.size() == broken.expected.size());
    for (std::size_t i = 0; i < std::max(lines.size(), broken.expected.size()); ++i)
      CHECK((i < lines.size() ? lines[i] : "") == (i < broken.expected.size() ? broken.expected[i] : ""));
  }
}

}  // namespace

TEST_CASE("the small pack has no mistakes") { CHECK(small_pack::problems(small_pack::good()) == Lines{}); }

TEST_CASE("broken packs: files and kinds of values") {
  check({
      {"a file is missing", [](Files& f) { f.erase("places.json"); }, {"places.json: is missing"}},
      {"the optional files may be missing",
       [](Files& f) {
         f.erase("notices.json");
         f.erase("stories.json");
         f.erase("articles.json");
         f.erase("road.json");
       },
       {}},
      {"a missing optional file still has no such person",
       [](Files& f) { f.erase("persons.json"); },
       {"sessions.json: /sessions/0/people/0/person: no person has the id \"guide\"",
        "sessions.json: /sessions/1/people/0/person: no person has the id \"guide\"",
        "sessions.json: /sessions/2/people/0/person: no person has the id \"guide\""}},
      {"a file nobody reads",
       [](Files& f) { f["session.json"] = Json::object(); },
       {"warning: session.json: is not a file of the format; did you mean \"sessions.json\"?"}},
      {"a file is a list",
       [](Files& f) { f["themes.json"] = Json::array(); },
       {"themes.json: must be an object, is a list"}},
      {"a list is not a list",
       [](Files& f) { places(f, "/rooms") = "great-hall"; },
       {"places.json: /rooms: must be a list, is a text"}},
      {"an unknown version",
       [](Files& f) {
         event(f, "/format") = 3;
         event(f, "/city").erase("kk");
       },
       {"event.json: /format: is version 3; this program reads versions 1 to 2; a newer program reads it"}},
      {"a version that never was",
       [](Files& f) { event(f, "/format") = 0; },
       {"event.json: /format: is version 0; this program reads versions 1 to 2"}},
      {"a version that is no number",
       [](Files& f) { event(f, "/format") = "1"; },
       {"event.json: /format: must be a whole number, is a text"}},
      {"no version", [](Files& f) { f["event.json"].erase("format"); }, {"event.json: lacks \"format\""}},
      {"a required key is missing",
       [](Files& f) { sessions(f, "/sessions/1").erase("kind"); },
       {"sessions.json: /sessions/1: lacks \"kind\""}},
      {"a status is missing",
       [](Files& f) { at(f, "partners.json", "/partners/0").erase("status"); },
       {"partners.json: /partners/0: lacks \"status\""}},
      {"a mistyped key",
       [](Files& f) { sessions(f, "/sessions/0/sumary") = small_pack::text("Nobody reads this."); },
       {"warning: sessions.json: /sessions/0/sumary: is not a key of the format; did you mean "
        "\"summary\"?"}},
      {"a key that resembles none",
       [](Files& f) { sessions(f, "/sessions/0/sponsor") = 1; },
       {"warning: sessions.json: /sessions/0/sponsor: is not a key of the format"}},
      {"a key with a slash and a tilde",
       [](Files& f) { f["event.json"]["a/b~c"] = 1; },
       {"warning: event.json: /a~1b~0c: is not a key of the format"}},
      {"a number where a text belongs",
       [](Files& f) { sessions(f, "/sessions/0/room") = 7; },
       {"sessions.json: /sessions/0/room: must be a text, is a number"}},
      {"a text where an object belongs",
       [](Files& f) { sessions(f, "/sessions/0/people/0") = "guide"; },
       {"sessions.json: /sessions/0/people/0: must be an object, is a text"}},
      {"null",
       [](Files& f) { places(f, "/rooms/0/kind") = nullptr; },
       {"places.json: /rooms/0/kind: must be a text, is null"}},
      {"an unknown word",
       [](Files& f) { sessions(f, "/sessions/0/kind") = "themetic"; },
       {"sessions.json: /sessions/0/kind: \"themetic\" is not one of opening, high-level, "
        "thematic, country, partner, "
        "exhibition, side-event, culture, ceremony, service; did you mean \"thematic\"?"}},
      {"an unknown status",
       [](Files& f) { sessions(f, "/sessions/0/status") = "final"; },
       {"sessions.json: /sessions/0/status: \"final\" is not one of published, provisional"}},
      {"no sessions",
       [](Files& f) {
         sessions(f, "/sessions") = Json::array();
         at(f, "notices.json", "/notices/0/applies_to").erase("sessions");
       },
       {"sessions.json: /sessions: is an empty list"}},
      {"no languages",
       [](Files& f) { event(f, "/languages") = Json::array(); },
       {"event.json: /languages: is an empty list"}},
      {"too many points",
       [](Files& f) {
         places(f, "/rooms/0/outline") = Json(Json::array_t(201, {1, 1}));
       },
       {"places.json: /rooms/0/outline: has 201 items; at most 200 fit here"}},
  });
}

TEST_CASE("broken packs: ids and references") {
  check({
      {"an id with capitals and blanks",
       [](Files& f) { at(f, "partners.json", "/partners/1/id") = "World Bank"; },
       {"partners.json: /partners/1/id: \"World Bank\" is not an id; one has only a-z, 0-9 and "
        "single hyphens between "
        "them, at most 64"}},
      {"an id that ends in a hyphen",
       [](Files& f) { at(f, "partners.json", "/partners/1/id") = "bank-"; },
       {"partners.json: /partners/1/id: \"bank-\" is not an id; one has only a-z, 0-9 and single "
        "hyphens between them, "
        "at most 64"}},
      {"an id twice",
       [](Files& f) { sessions(f, "/sessions/2/id") = "opening"; },
       {"sessions.json: /sessions/2/id: \"opening\" is already the id of /sessions/0"}},
      {"a room named as its level",
       [](Files& f) {
         places(f, "/rooms/1/id") = "ground";
         sessions(f, "/sessions/2/room") = "great-hall";
         sessions(f, "/sessions/2").erase("overflow_room");
       },
       {"places.json: /rooms/1/id: \"ground\" is already the id of /levels/0"}},
      {"an unknown room",
       [](Files& f) { sessions(f, "/sessions/0/room") = "grate-hall"; },
       {"sessions.json: /sessions/0/room: no room has the id \"grate-hall\"; did you mean "
        "\"great-hall\"?"}},
      {"an unknown theme",
       [](Files& f) { sessions(f, "/sessions/0/themes/1") = "fire"; },
       {"sessions.json: /sessions/0/themes/1: no theme has the id \"fire\""}},
      {"an unknown partner",
       [](Files& f) { sessions(f, "/sessions/0/partners/0") = "helper"; },
       {"sessions.json: /sessions/0/partners/0: no partner has the id \"helper\"; did you mean "
        "\"helpers\"?"}},
      {"an unknown person",
       [](Files& f) { sessions(f, "/sessions/0/people/0/person") = "nobody"; },
       {"sessions.json: /sessions/0/people/0/person: no person has the id \"nobody\""}},
      {"an unknown level",
       [](Files& f) { places(f, "/rooms/0/level") = "cellar"; },
       {"places.json: /rooms/0/level: no level has the id \"cellar\""}},
      {"an unknown site",
       [](Files& f) { places(f, "/levels/0/site") = "palaces"; },
       {"places.json: /levels/0/site: no site has the id \"palaces\"; did you mean \"palace\"?"}},
      {"an unknown source",
       [](Files& f) { sessions(f, "/sessions/0/source") = "hearsay"; },
       {"sessions.json: /sessions/0/source: no source has the id \"hearsay\""}},
      {"a theme twice",
       [](Files& f) { sessions(f, "/sessions/0/themes/1") = "water"; },
       {"sessions.json: /sessions/0/themes/1: \"water\" is listed twice"}},
      {"the number of a theme twice",
       [](Files& f) { at(f, "themes.json", "/themes/1/number") = 1; },
       {"themes.json: /themes/1/number: 1 is already the number of /themes/0"}},
  });
}

TEST_CASE("broken packs: texts and languages") {
  check({
      {"a language is missing",
       [](Files& f) { sessions(f, "/sessions/1/title").erase("kk"); },
       {"sessions.json: /sessions/1/title: lacks the language \"kk\""}},
      {"a language that the event does not have",
       [](Files& f) { sessions(f, "/sessions/1/title/de") = "Eine Sitzung"; },
       {"sessions.json: /sessions/1/title/de: is in a language that event.json does not list"}},
      {"a text in no language",
       [](Files& f) { sessions(f, "/sessions/1/title") = "A session"; },
       {"sessions.json: /sessions/1/title: must be an object with a text for each language, is a "
        "text"}},
      {"a text is empty",
       [](Files& f) { sessions(f, "/sessions/1/title/ru") = ""; },
       {"sessions.json: /sessions/1/title/ru: is empty"}},
      {"a text is blank",
       [](Files& f) { sessions(f, "/sessions/1/title/ru") = " \u00A0 "; },
       {"sessions.json: /sessions/1/title/ru: is empty"}},
      {"a text is a number",
       [](Files& f) { sessions(f, "/sessions/1/title/ru") = 22; },
       {"sessions.json: /sessions/1/title/ru: must be a text, is a number"}},
      {"a tag that is too long: letters count, not bytes",
       [](Files& f) {
         at(f, "themes.json", "/themes/0/short_name/kk") = "Ә234567890123456789012Ә";
         at(f, "themes.json", "/themes/0/short_name/ru") = "Вода и всё, что с нею связано";
       },
       {"themes.json: /themes/0/short_name/ru: has 29 letters; at most 24 fit here"}},
      {"a control character",
       [](Files& f) { sessions(f, "/sessions/0/title/en") = "A\u0007session"; },
       {"sessions.json: /sessions/0/title/en: has the control character U+0007"}},
      {"a NUL",
       [](Files& f) { sessions(f, "/sessions/0/title/en") = std::string("A\0B", 3); },
       {"sessions.json: /sessions/0/title/en: has the control character U+0000"}},
      {"a line break in a title",
       [](Files& f) { sessions(f, "/sessions/0/title/en") = "A\nsession"; },
       {"sessions.json: /sessions/0/title/en: has a line break; here a text is one line"}},
      {"a text that is turned around",
       [](Files& f) { sessions(f, "/sessions/0/title/en") = "A \u202Enoisses"; },
       {"sessions.json: /sessions/0/title/en: has U+202E, which changes the direction of text"}},
      {"a lost letter",
       [](Files& f) { sessions(f, "/sessions/0/title/kk") = "Аш\uFFFDлу"; },
       {"warning: sessions.json: /sessions/0/title/kk: has U+FFFD, which stands for a letter lost "
        "in a conversion"}},
      {"a blank at the end",
       [](Files& f) { sessions(f, "/sessions/0/title/kk") = "Ашылу "; },
       {"warning: sessions.json: /sessions/0/title/kk: begins or ends with a blank"}},
      {"a Latin i in a Kazakh word",
       [](Files& f) { sessions(f, "/sessions/0/title/kk") = "COP-қа дайындық: бiрлік"; },
       {"warning: sessions.json: /sessions/0/title/kk: mixes Latin and Cyrillic letters in "
        "\"бiрлік\""}},
      {"a language tag with an underscore",
       [](Files& f) { sessions(f, "/sessions/0/languages/1") = "en_GB"; },
       {"sessions.json: /sessions/0/languages/1: \"en_GB\" is not a language tag; one reads like "
        "\"kk\""}},
      {"a language twice",
       [](Files& f) { sessions(f, "/sessions/0/languages/1") = "kk"; },
       {"sessions.json: /sessions/0/languages/1: \"kk\" is listed twice"}},
      {"a wrong language list is one mistake, not one for every text",
       [](Files& f) { event(f, "/languages/0") = "Kazakh"; },
       {"event.json: /languages/0: \"Kazakh\" is not a language tag; one reads like \"kk\""}},
      {"a language is listed, and no text has it",
       [](Files& f) {
         f = {{"event.json",
               Json::object({{"format", 1}, {"languages", {"kk", "fr"}}, {"name", {{"kk", "Аты"}}}})}};
       },
       {"event.json: lacks \"id\"", "event.json: lacks \"short_name\"", "event.json: lacks \"city\"",
        "event.json: lacks \"country\"", "event.json: lacks \"time_zone\"",
        "event.json: lacks \"time_zone_name\"", "event.json: lacks \"first_day\"",
        "event.json: lacks \"last_day\"", "event.json: lacks \"programme\"", "event.json: lacks \"days\"",
        "event.json: /name: lacks the language \"fr\"", "places.json: is missing", "themes.json: is missing",
        "partners.json: is missing", "sessions.json: is missing"}},
  });
}

TEST_CASE("broken packs: days and times") {
  check({
      {"a day that does not exist",
       [](Files& f) { event(f, "/days/0/date") = "2026-02-30"; },
       {"event.json: /days/0/date: there is no day \"2026-02-30\"",
        "sessions.json: /sessions/0/starts_at: 2026-04-22 is not a day of the event",
        "sessions.json: /sessions/1/starts_at: 2026-04-22 is not a day of the event"}},
      {"a date as people write it",
       [](Files& f) { event(f, "/first_day") = "22.04.2026"; },
       {"event.json: /first_day: \"22.04.2026\" is not a date; a date reads like \"2026-04-22\""}},
      {"the last day before the first",
       [](Files& f) { event(f, "/last_day") = "2026-04-20"; },
       {"event.json: /last_day: is before first_day (2026-04-20 < 2026-04-22)"}},
      {"an event without an end",
       [](Files& f) { event(f, "/last_day") = "2062-04-24"; },
       {"event.json: /last_day: is more than 60 days after first_day"}},
      {"a day twice",
       [](Files& f) {
         event(f, "/days/1/date") = "2026-04-22";
         sessions(f, "/sessions").erase(2);
       },
       {"warning: event.json: /days: has no entry for 2026-04-23",
        "event.json: /days/1/date: 2026-04-22 is already the date of /days/0"}},
      {"a day outside the event",
       [](Files& f) {
         event(f, "/days").push_back({{"date", "2026-04-25"}});
       },
       {"event.json: /days/3/date: 2026-04-25 is not between first_day and last_day (2026-04-22 to "
        "2026-04-24)"}},
      {"a day without an entry",
       [](Files& f) { event(f, "/days").erase(2); },
       {"warning: event.json: /days: has no entry for 2026-04-24"}},
      {"a session on another day",
       [](Files& f) {
         sessions(f, "/sessions/0/starts_at") = "2026-04-21T10:00+05:00";
         sessions(f, "/sessions/0/ends_at") = "2026-04-21T11:00+05:00";
       },
       {"sessions.json: /sessions/0/starts_at: 2026-04-21 is not a day of the event"}},
      {"a session on a day that does not exist",
       [](Files& f) { sessions(f, "/sessions/0/starts_at") = "2026-04-31T10:00+05:00"; },
       {"sessions.json: /sessions/0/starts_at: there is no day \"2026-04-31\""}},
      {"a time of day that does not exist",
       [](Files& f) { sessions(f, "/sessions/0/starts_at") = "2026-04-22T24:00+05:00"; },
       {"sessions.json: /sessions/0/starts_at: there is no time of day \"24:00\""}},
      {"a time without offset",
       [](Files& f) { sessions(f, "/sessions/0/starts_at") = "2026-04-22T10:00"; },
       {"sessions.json: /sessions/0/starts_at: \"2026-04-22T10:00\" lacks its offset from UTC, "
        "such as \"+05:00\""}},
      {"an offset that is none",
       [](Files& f) { sessions(f, "/sessions/0/starts_at") = "2026-04-22T10:00+5"; },
       {"sessions.json: /sessions/0/starts_at: \"+5\" is not an offset from UTC; one reads like "
        "\"+05:00\""}},
      {"an offset nobody has",
       [](Files& f) { sessions(f, "/sessions/0/starts_at") = "2026-04-22T10:00+15:00"; },
       {"sessions.json: /sessions/0/starts_at: there is no offset \"+15:00\" from UTC"}},
      {"a time that is a number",
       [](Files& f) { sessions(f, "/sessions/0/starts_at") = 1776834000; },
       {"sessions.json: /sessions/0/starts_at: must be a time such as \"2026-04-22T10:00+05:00\", "
        "is a number"}},
      {"an end before the start",
       [](Files& f) {
         sessions(f, "/sessions/2/starts_at") = "2026-04-23T14:30+05:00";
         sessions(f, "/sessions/2/ends_at") = "2026-04-23T14:00+05:00";
       },
       {"sessions.json: /sessions/2/ends_at: ends before it starts (14:00 < 14:30)"}},
      {"an end on the day before",
       [](Files& f) { sessions(f, "/sessions/2/ends_at") = "2026-04-22T10:00+05:00"; },
       {"sessions.json: /sessions/2/ends_at: ends before it starts (2026-04-22 10:00 < 2026-04-23 "
        "09:00)"}},
      {"an end at the start",
       [](Files& f) { sessions(f, "/sessions/2/ends_at") = "2026-04-23T09:00+05:00"; },
       {"sessions.json: /sessions/2/ends_at: ends when it starts (09:00)"}},
      {"a session of two days",
       [](Files& f) { sessions(f, "/sessions/2/ends_at") = "2026-04-24T10:00+05:00"; },
       {"warning: sessions.json: /sessions/2/ends_at: lasts longer than 24 hours"}},
      {"a session past midnight is fine",
       [](Files& f) {
         sessions(f, "/sessions/2/starts_at") = "2026-04-24T22:00+05:00";
         sessions(f, "/sessions/2/ends_at") = "2026-04-25T01:00+05:00";
       },
       {}},
      {"another offset than the others",
       [](Files& f) { sessions(f, "/sessions/2/ends_at") = "2026-04-23T11:00+06:00"; },
       {"sessions.json: /sessions/2/ends_at: is not written by the clock of Asia/Almaty: "
        "2026-04-23T11:00+06:00 is 2026-04-23T10:00+05:00 there"}},
      {"two sessions in one room",
       [](Files& f) { sessions(f, "/sessions/1/starts_at") = "2026-04-22T10:30+05:00"; },
       {"warning: sessions.json: /sessions/1/starts_at: \"great-hall\" is still taken by "
        "\"opening\" (10:30 < 11:00)"}},
      {"a cancelled session leaves its room",
       [](Files& f) {
         sessions(f, "/sessions/1/starts_at") = "2026-04-22T10:30+05:00";
         sessions(f, "/sessions/1/state") = "cancelled";
       },
       {}},
      {"a time zone that is a city",
       [](Files& f) { event(f, "/time_zone") = "Астана"; },
       {"event.json: /time_zone: \"Астана\" is not a time zone; one reads like \"Asia/Almaty\""}},
      {"a channel that no receiver has",
       [](Files& f) { sessions(f, "/sessions/0/interpretation/0/channel") = 0; },
       {"sessions.json: /sessions/0/interpretation/0/channel: must be between 1 and 99, is 0"}},
      {"a channel for two languages",
       [](Files& f) { sessions(f, "/sessions/0/interpretation/1/channel") = 1; },
       {"sessions.json: /sessions/0/interpretation/1: channel 1 is given twice"}},
      {"a language on two channels",
       [](Files& f) { sessions(f, "/sessions/0/interpretation/1/language") = "ru"; },
       {"sessions.json: /sessions/0/interpretation/1: \"ru\" is listed twice"}},
  });
}

TEST_CASE("broken packs: places, numbers, colours, links, stories") {
  check({
      {"too few points",
       [](Files& f) {
         places(f, "/rooms/1/outline") = {{30, 0}, {60, 0}};
       },
       {"places.json: /rooms/1/outline: needs at least 3 points, has 2"}},
      {"the first point at the end again",
       [](Files& f) {
         places(f, "/rooms/1/outline").push_back({30, 0});
       },
       {"places.json: /rooms/1/outline/4: repeats the first point; an outline closes by itself"}},
      {"a point twice",
       [](Files& f) {
         places(f, "/rooms/1/outline/2") = {60, 0};
       },
       {"places.json: /rooms/1/outline/2: repeats the point before it"}},
      {"an outline that crosses itself",
       [](Files& f) {
         places(f, "/rooms/1/outline") = {{30, 0}, {60, 12}, {60, 0}, {30, 12}};
       },
       {"places.json: /rooms/1/outline: crosses itself: the side from point 0 meets the side from "
        "point 2"}},
      {"an outline with a thorn",
       [](Files& f) {
         places(f, "/rooms/1/outline") = {{30, 0}, {60, 0}, {40, 0}, {40, 12}};
       },
       {"places.json: /rooms/1/outline: turns back on itself at point 1"}},
      {"an outline without area",
       [](Files& f) {
         places(f, "/rooms/1/outline") = {{30, 0}, {30.2, 0}, {30.2, 0.2}};
       },
       {"places.json: /rooms/1/outline: encloses no area"}},
      {"a room outside its level",
       [](Files& f) {
         places(f, "/rooms/1/outline/1") = {60.5, 0};
       },
       {"places.json: /rooms/1/outline/1: lies outside the outline of level \"ground\""}},
      {"a room across a corner of its level",
       [](Files& f) {
         places(f, "/levels/0/outline") = {{0, 0},  {60, 0}, {60, 12.5}, {30, 40},
                                           {0, 40}, {0, 30}, {20, 20},   {0, 10}};
       },
       {"places.json: /rooms/0/outline: leaves the outline of level \"ground\" after point 3"}},
      {"a point with three numbers",
       [](Files& f) {
         places(f, "/rooms/1/outline/1") = {60, 0, 0};
       },
       {"places.json: /rooms/1/outline/1: must be a point [x, y] in metres"}},
      {"a coordinate far away",
       [](Files& f) { places(f, "/levels/0/outline/1/0") = 1e9; },
       {"places.json: /levels/0/outline/1/0: must be between 0 and 10000, is 1000000000"}},
      {"a coordinate below zero",
       [](Files& f) { places(f, "/levels/0/outline/0/1") = -0.5; },
       {"places.json: /levels/0/outline/0/1: must be between 0 and 10000, is -0.5"}},
      {"a latitude beyond the pole",
       [](Files& f) { places(f, "/sites/0/position/latitude") = 91; },
       {"places.json: /sites/0/position/latitude: must be between -90 and 90, is 91"}},
      {"half a seat",
       [](Files& f) { places(f, "/rooms/0/seats") = 12.5; },
       {"places.json: /rooms/0/seats: must be a whole number, is 12.5"}},
      {"no seat",
       [](Files& f) { places(f, "/rooms/0/seats") = 0; },
       {"places.json: /rooms/0/seats: must be between 1 and 100000, is 0"}},
      {"more seats than numbers",
       [](Files& f) { places(f, "/rooms/0/seats") = 18446744073709551615u; },
       {"places.json: /rooms/0/seats: must be between 1 and 100000, is 18446744073709551616"}},
      {"a colour by name",
       [](Files& f) { at(f, "themes.json", "/themes/0/color") = "blue"; },
       {"themes.json: /themes/0/color: \"blue\" is not a colour; one reads like \"#00A0B0\""}},
      {"a colour nobody sees on white",
       [](Files& f) { at(f, "themes.json", "/themes/0/color") = "#FFE680"; },
       {"warning: themes.json: /themes/0/color: \"#FFE680\" is too pale to be seen on white (1.2 : "
        "1, needs 3 : 1)"}},
      {"a link that runs",
       [](Files& f) { at(f, "partners.json", "/partners/0/link") = "javascript:alert(1)"; },
       {"partners.json: /partners/0/link: \"javascript:alert(1)\" must begin with https://, "
        "http://, mailto: or tel:"}},
      {"a link without scheme",
       [](Files& f) { at(f, "partners.json", "/partners/0/link") = "www.partner.example"; },
       {"partners.json: /partners/0/link: \"www.partner.example\" must begin with https://, "
        "http://, mailto: or tel:"}},
      {"a link without server",
       [](Files& f) { at(f, "partners.json", "/partners/0/link") = "https:///x"; },
       {"partners.json: /partners/0/link: \"https:///x\" names no server"}},
      {"a link with a blank",
       [](Files& f) { at(f, "partners.json", "/partners/0/link") = "https://a.example/b c"; },
       {"partners.json: /partners/0/link: \"https://a.example/b c\" has U+0020, which cannot stand "
        "in a link"}},
      {"a link that pretends",
       [](Files& f) { at(f, "partners.json", "/partners/0/link") = "https://bank.example@evil.example/"; },
       {"partners.json: /partners/0/link: \"https://bank.example@evil.example/\" hides its server "
        "behind an @"}},
      {"a mail link to nobody",
       [](Files& f) { at(f, "stories.json", "/stories/0/links/0/link") = "mailto:press"; },
       {"stories.json: /stories/0/links/0/link: \"mailto:press\" names no mailbox"}},
      {"a link that calls nobody",
       [](Files& f) { at(f, "stories.json", "/stories/0/links/0/link") = "tel:help"; },
       {"stories.json: /stories/0/links/0/link: \"tel:help\" is no telephone number"}},
      {"a story without sections",
       [](Files& f) { at(f, "stories.json", "/stories/0/sections") = Json::array(); },
       {"stories.json: /stories/0/sections: is an empty list"}},
      {"a section with only a heading",
       [](Files& f) {
         at(f, "stories.json", "/stories/0/sections/0").erase("paragraphs");
         at(f, "stories.json", "/stories/0/sections/0").erase("points");
       },
       {"stories.json: /stories/0/sections/0: has neither paragraphs nor points"}},
  });
}

TEST_CASE("broken packs: articles and the road") {
  check({
      {"an article twice",
       [](Files& f) { at(f, "articles.json", "/articles").push_back(at(f, "articles.json", "/articles/0")); },
       {"articles.json: /articles/1/id: \"beginning\" is already the id of /articles/0"}},
      {"an article that says nothing",
       [](Files& f) {
         at(f, "articles.json", "/articles/0").erase("paragraphs");
         at(f, "articles.json", "/articles/0/points") = Json::array();
       },
       {"articles.json: /articles/0: has neither paragraphs nor points"}},
      {"an article on no page",
       [](Files& f) { at(f, "articles.json", "/articles/0/part") = "abuot"; },
       {"articles.json: /articles/0/part: \"abuot\" is not one of about, info, question; did you "
        "mean \"about\"?"}},
      {"an icon that is not there",
       [](Files& f) { at(f, "articles.json", "/articles/0/icon") = "leav"; },
       {"articles.json: /articles/0/icon: \"leav\" is not one of info, accessibility, bell, "
        "building-2, calendar, check, clock, download, footprints, globe, headphones, languages, "
        "layers, leaf, list, lock, map-pin, monitor, newspaper, route, share-2, star, sun, ticket, "
        "triangle-alert, users; did you mean \"leaf\"?"}},
      {"an article by nobody",
       [](Files& f) { at(f, "articles.json", "/articles/0/source") = "hearsay"; },
       {"articles.json: /articles/0/source: no source has the id \"hearsay\""}},
      {"a link that runs",
       [](Files& f) { at(f, "articles.json", "/articles/0/links/0/link") = "javascript:alert(1)"; },
       {"articles.json: /articles/0/links/0/link: \"javascript:alert(1)\" must begin with "
        "https://, http://, mailto: or tel:"}},
      {"a paragraph without a language",
       [](Files& f) { at(f, "articles.json", "/articles/0/paragraphs/0").erase("kk"); },
       {"articles.json: /articles/0/paragraphs/0: lacks the language \"kk\""}},
      {"a meeting that ends before it starts",
       [](Files& f) { at(f, "road.json", "/milestones/0/last_day") = "2025-11-13"; },
       {"road.json: /milestones/0/last_day: is before first_day (2025-11-13 < 2025-11-14)"}},
      {"a talk after the meeting",
       [](Files& f) { at(f, "road.json", "/milestones/0/events/0/day") = "2025-11-17"; },
       {"road.json: /milestones/0/events/0/day: 2025-11-17 is not between first_day and last_day "
        "(2025-11-14 to 2025-11-16)"}},
      {"a talk on no day",
       [](Files& f) { at(f, "road.json", "/milestones/0/events/0/day") = "2025-11-31"; },
       {"road.json: /milestones/0/events/0/day: there is no day \"2025-11-31\""}},
      {"a meeting beyond the pole",
       [](Files& f) { at(f, "road.json", "/milestones/0/latitude") = 90.5; },
       {"road.json: /milestones/0/latitude: must be between -90 and 90, is 90.5"}},
      {"a meeting once around the globe",
       [](Files& f) { at(f, "road.json", "/milestones/0/longitude") = -181; },
       {"road.json: /milestones/0/longitude: must be between -180 and 180, is -181"}},
      {"a meeting nowhere",
       [](Files& f) { at(f, "road.json", "/milestones/0").erase("longitude"); },
       {"road.json: /milestones/0: lacks \"longitude\""}},
      {"a partner nobody knows",
       [](Files& f) { at(f, "road.json", "/milestones/0/partners/0") = "strangers"; },
       {"road.json: /milestones/0/partners/0: no partner has the id \"strangers\""}},
      {"a partner of a talk nobody knows, twice",
       [](Files& f) {
         at(f, "road.json", "/milestones/0/events/0/partners") = {"strangers", "strangers"};
       },
       {"road.json: /milestones/0/events/0/partners/0: no partner has the id \"strangers\"",
        "road.json: /milestones/0/events/0/partners/1: \"strangers\" is listed twice",
        "road.json: /milestones/0/events/0/partners/1: no partner has the id \"strangers\""}},
      {"two meetings of one name",
       [](Files& f) { at(f, "road.json", "/milestones").push_back(at(f, "road.json", "/milestones/0")); },
       {"road.json: /milestones/1/id: \"first-meeting\" is already the id of /milestones/0"}},
      {"a role in one language",
       [](Files& f) {
         at(f, "partners.json", "/partners/0/role") = {{"en", "Helped"}};
       },
       {"partners.json: /partners/0/role: lacks the language \"kk\"",
        "partners.json: /partners/0/role: lacks the language \"ru\""}},
  });
}

TEST_CASE("all mistakes are told in one go, file by file and in the order of the places") {
  Files files = small_pack::good();
  event(files, "/time_zone") = "";
  places(files, "/rooms/0/level") = "roof";
  for (int i = 0; i < 9; ++i) sessions(files, "/sessions").push_back(sessions(files, "/sessions/2"));
  sessions(files, "/sessions/10/title").erase("ru");
  sessions(files, "/sessions/1/access") = "all";
  sessions(files, "/sessions/1/colour") = "red";
  at(files, "notices.json", "/notices/0/published_at") = "yesterday";
  Lines expected = {
      "event.json: /time_zone: \"\" is not a time zone; one reads like \"Asia/Almaty\"",
      "places.json: /rooms/0/level: no level has the id \"roof\"",
      "sessions.json: /sessions/1/access: \"all\" is not one of everyone, delegates, "
      "heads-of-delegation, invitation, "
      "press",
      "warning: sessions.json: /sessions/1/colour: is not a key of the format",
  };
  for (int i = 3; i < 12; ++i) {
    const std::string place = "sessions.json: /sessions/" + std::to_string(i);
    expected.push_back(place + "/id: \"air-talk\" is already the id of /sessions/2");
    expected.push_back("warning: " + place +
                       "/starts_at: \"blue-room\" is still taken by \"air-talk\" (09:00 < 10:00)");
    if (i == 10) expected.push_back(place + "/title: lacks the language \"ru\"");
  }
  expected.push_back(
      "notices.json: /notices/0/published_at: \"yesterday\" is not a time; a time reads like "
      "\"2026-04-22T10:00+05:00\"");
  CHECK(small_pack::problems(files) == expected);
}

TEST_CASE("format 1 is read, and held to what it can say") {
  const auto as_format_1 = [](Files& f) {
    event(f, "/format") = 1;
    for (const char* key : {"address", "updated_at"}) f["event.json"].erase(key);
    for (const char* key : {"description", "overflow_room", "moved_from", "revision"})
      sessions(f, "/sessions/2").erase(key);
    sessions(f, "/sessions/2/state") = "scheduled";
    for (const char* key : {"until", "state", "applies_to"}) at(f, "notices.json", "/notices/0").erase(key);
    for (const char* key : {"partners", "announced_on"}) at(f, "persons.json", "/persons/0").erase(key);
    at(f, "partners.json", "/partners/0").erase("rooms");
    at(f, "places.json", "/levels/0").erase("map_level");
    at(f, "places.json", "/rooms/0").erase("unit");
  };
  Files files = small_pack::good();
  as_format_1(files);
  CHECK(small_pack::problems(files) == Lines{});
  sessions(files, "/sessions/1").erase("room");
  sessions(files, "/sessions/1").erase("ends_at");
  sessions(files, "/sessions/0/revision") = 1;
  CHECK(small_pack::problems(files) ==
        Lines{"warning: sessions.json: /sessions/0/revision: came with format 2; event.json says format 1",
              "sessions.json: /sessions/1: lacks \"ends_at\", which format 2 lets be absent; event.json says "
              "format 1",
              "sessions.json: /sessions/1: lacks \"room\", which format 2 lets be absent; event.json says "
              "format 1"});
}

TEST_CASE("broken packs: what format 2 says of sessions") {
  check({
      {"neither room nor end is no mistake",
       [](Files& f) {
         sessions(f, "/sessions/0").erase("room");
         sessions(f, "/sessions/0").erase("ends_at");
         sessions(f, "/sessions/1").erase("ends_at");
       },
       {}},
      {"an open end makes room for the next session, but finds the last one there",
       [](Files& f) {
         sessions(f, "/sessions/1").erase("ends_at");
         sessions(f, "/sessions/1/starts_at") = "2026-04-22T10:30+05:00";
         sessions(f, "/sessions/2/starts_at") = "2026-04-22T10:45+05:00";
         sessions(f, "/sessions/2/room") = "great-hall";
         sessions(f, "/sessions/2").erase("overflow_room");
         sessions(f, "/sessions/0/ends_at") = "2026-04-22T10:40+05:00";
       },
       {"warning: sessions.json: /sessions/1/starts_at: \"great-hall\" is still taken by \"opening\" (10:30 "
        "< "
        "10:40)"}},
      {"an end that is no time",
       [](Files& f) { sessions(f, "/sessions/0/ends_at") = "late"; },
       {"sessions.json: /sessions/0/ends_at: \"late\" is not a time; a time reads like "
        "\"2026-04-22T10:00+05:00\""}},
      {"an id that is a date",
       [](Files& f) { sessions(f, "/sessions/1/id") = "2026-04-22"; },
       {"sessions.json: /sessions/1/id: \"2026-04-22\" is a date, and the page of the agenda of that day has "
        "this name"}},
      {"an id with a date in it", [](Files& f) { sessions(f, "/sessions/1/id") = "2026-04-22-talk"; }, {}},
      {"a room may be called as a day",
       [](Files& f) {
         places(f, "/rooms/1/id") = "2026-04-22";
         sessions(f, "/sessions/2/room") = "2026-04-22";
       },
       {}},
      {"an unknown state",
       [](Files& f) { sessions(f, "/sessions/0/state") = "fully"; },
       {"sessions.json: /sessions/0/state: \"fully\" is not one of scheduled, changed, cancelled, moved, "
        "full; "
        "did you mean \"full\"?"}},
      {"overflows into a room that nobody knows",
       [](Files& f) { sessions(f, "/sessions/0/overflow_room") = "green-room"; },
       {"sessions.json: /sessions/0/overflow_room: no room has the id \"green-room\""}},
      {"overflows into its own room",
       [](Files& f) { sessions(f, "/sessions/0/overflow_room") = "great-hall"; },
       {"sessions.json: /sessions/0/overflow_room: \"great-hall\" is the room that it overflows"}},
      {"moved from nowhere",
       [](Files& f) { sessions(f, "/sessions/2/moved_from") = Json::object(); },
       {"sessions.json: /sessions/2/moved_from: has neither \"starts_at\" nor \"room\""}},
      {"moved from a room that nobody knows",
       [](Files& f) { sessions(f, "/sessions/2/moved_from/room") = "green-room"; },
       {"sessions.json: /sessions/2/moved_from/room: no room has the id \"green-room\""}},
      {"moved from, but not moved",
       [](Files& f) { sessions(f, "/sessions/2/state") = "full"; },
       {"warning: sessions.json: /sessions/2/moved_from: is shown of a session whose state is \"moved\" "
        "alone"}},
      {"what moved from another time still ends after it starts",
       [](Files& f) { sessions(f, "/sessions/2/ends_at") = "2026-04-23T08:00+05:00"; },
       {"sessions.json: /sessions/2/ends_at: ends before it starts (08:00 < 09:00)"}},
      {"a revision below zero",
       [](Files& f) { sessions(f, "/sessions/2/revision") = -1; },
       {"sessions.json: /sessions/2/revision: must be between 0 and 1000000, is -1"}},
      {"a revision that is no number",
       [](Files& f) { sessions(f, "/sessions/2/revision") = "3"; },
       {"sessions.json: /sessions/2/revision: must be a whole number, is a text"}},
  });
}

TEST_CASE("broken packs: descriptions") {
  check({
      {"10,000 letters",
       [](Files& f) {
         std::string longest;
         for (int i = 0; i < 10'000; ++i) longest += "ә";
         sessions(f, "/sessions/2/description/kk") = longest;
       },
       {}},
      {"more than that",
       [](Files& f) { sessions(f, "/sessions/2/description/ru") = std::string(10'001, 'a'); },
       {"sessions.json: /sessions/2/description/ru: has 10001 letters; at most 10000 fit here"}},
      {"a link that is not closed",
       [](Files& f) {
         sessions(f, "/sessions/2/description/kk") = "See [here](https://a.example and there.";
       },
       {"sessions.json: /sessions/2/description/kk: has a link that is not closed: "
        "\"[here](https://a.example\"; one reads like \"[words](https://example.org/)\""}},
      {"links that nobody may follow",
       [](Files& f) {
         sessions(f, "/sessions/2/description/en") =
             "[One](javascript:alert) and [two](/map/) and [](tel:112)";
       },
       {"sessions.json: /sessions/2/description/en: has a link that cannot be followed: \"javascript:alert\" "
        "must "
        "begin with https://, http://, mailto: or tel:",
        "sessions.json: /sessions/2/description/en: has a link that cannot be followed: \"/map/\" must begin "
        "with https://, http://, mailto: or tel:",
        "sessions.json: /sessions/2/description/en: has a link without words to \"tel:112\""}},
      {"brackets are letters like others",
       [](Files& f) { sessions(f, "/sessions/2/description/en") = "[One] (two) [three]"; },
       {}},
      {"no link in other texts",
       [](Files& f) { sessions(f, "/sessions/2/summary/en") = "[One](javascript:alert)"; },
       {}},
  });
}

TEST_CASE("broken packs: texts that lack languages") {
  check({
      {"one that has another that stands in",
       [](Files& f) {
         event(f, "/fallback") = {"en", "ru"};
         sessions(f, "/sessions/0/title").erase("kk");
         sessions(f, "/sessions/1/title").erase("en");
         event(f, "/name").erase("ru");
       },
       {}},
      {"one that has none of those",
       [](Files& f) {
         event(f, "/fallback") = Json::array({"en"});
         sessions(f, "/sessions/0/title").erase("en");
       },
       {"sessions.json: /sessions/0/title: lacks the language \"en\", and no language of /fallback in "
        "event.json "
        "stands in for it"}},
      {"a language that the event does not have",
       [](Files& f) {
         event(f, "/fallback") = {"en", "fr"};
       },
       {"event.json: /fallback/1: \"fr\" is not among the languages of the event"}},
      {"a language twice",
       [](Files& f) {
         event(f, "/fallback") = {"en", "en"};
       },
       {"event.json: /fallback/1: \"en\" is listed twice"}},
      {"none",
       [](Files& f) { event(f, "/fallback") = Json::array(); },
       {"event.json: /fallback: is an empty list"}},
      {"without it nothing may be missing",
       [](Files& f) { sessions(f, "/sessions/0/title").erase("kk"); },
       {"sessions.json: /sessions/0/title: lacks the language \"kk\""}},
  });
}

TEST_CASE("broken packs: the address of the site") {
  check({
      {"not https",
       [](Files& f) { event(f, "/address") = "http://summit.example/"; },
       {"event.json: /address: \"http://summit.example/\" must begin with https://"}},
      {"no last slash",
       [](Files& f) { event(f, "/address") = "https://summit.example"; },
       {"event.json: /address: \"https://summit.example\" must end with a slash"}},
      {"a query",
       [](Files& f) { event(f, "/address") = "https://summit.example/?a=/"; },
       {"event.json: /address: \"https://summit.example/?a=/\" has a query or a fragment; pages are found by "
        "their "
        "paths below it"}},
      {"no server",
       [](Files& f) { event(f, "/address") = "https:///"; },
       {"event.json: /address: \"https:///\" names no server"}},
      {"a server behind an @",
       [](Files& f) { event(f, "/address") = "https://a@b.example/"; },
       {"event.json: /address: \"https://a@b.example/\" hides its server behind an @"}},
  });
}

TEST_CASE("broken packs: what format 2 says of notices") {
  check({
      {"over before it begins",
       [](Files& f) { at(f, "notices.json", "/notices/0/until") = "2026-04-20T08:00+05:00"; },
       {"notices.json: /notices/0/until: is not after published_at (08:00 ≤ 09:00)"}},
      {"until when nobody knows",
       [](Files& f) { at(f, "notices.json", "/notices/0/until") = "noon"; },
       {"notices.json: /notices/0/until: \"noon\" is not a time; a time reads like "
        "\"2026-04-22T10:00+05:00\""}},
      {"rooms and sessions that nobody knows",
       [](Files& f) {
         at(f, "notices.json", "/notices/0/applies_to") = {{"rooms", {"great-hal"}},
                                                           {"sessions", {"closing"}}};
       },
       {"notices.json: /notices/0/applies_to/rooms/0: no room has the id \"great-hal\"; did you mean "
        "\"great-hall\"?",
        "notices.json: /notices/0/applies_to/sessions/0: no session has the id \"closing\""}},
      {"a room twice",
       [](Files& f) {
         at(f, "notices.json", "/notices/0/applies_to/rooms") = {"great-hall", "great-hall"};
       },
       {"notices.json: /notices/0/applies_to/rooms/1: \"great-hall\" is listed twice"}},
      {"a state of nothing",
       [](Files& f) { at(f, "notices.json", "/notices/0").erase("applies_to"); },
       {"notices.json: /notices/0/state: says so of nothing: applies_to names no room and no session"}},
      {"an unknown state",
       [](Files& f) { at(f, "notices.json", "/notices/0/state") = "croded"; },
       {"notices.json: /notices/0/state: \"croded\" is not one of closed, full, crowded, moved, delayed; did "
        "you "
        "mean \"crowded\"?"}},
      {"without state, end and scope as before",
       [](Files& f) {
         for (const char* key : {"until", "state", "applies_to"})
           at(f, "notices.json", "/notices/0").erase(key);
       },
       {}},
  });
}
