#include "content/edition.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "editions.h"

using namespace std::chrono;
using namespace std::chrono_literals;
using test::Edition;
using test::edition_of;

namespace {

model::Room room(std::string id, std::string level) {
  model::Room made;
  made.id = std::move(id);
  made.level = std::move(level);
  return made;
}

model::Event two_levels() {
  model::Event event;
  event.languages = {"kk", "xx", "en"};
  event.sites.resize(1);
  event.sites[0].id = "center";
  event.levels.resize(2);
  event.levels[0].id = "one";
  event.levels[0].site = "center";
  event.levels[1].id = "two";
  event.levels[1].site = "nowhere";
  event.rooms = {room("b", "one"), room("a", "one"), room("c", "two"), room("lost", "three")};
  return event;
}

std::vector<std::string> rooms_on(const Edition& edition, std::string_view level, std::string_view language) {
  std::vector<std::string> found;
  for (const model::Room* one : edition->rooms_on(level, language)) found.push_back(one->id);
  return found;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a room is somewhere on a level of a site") {
  const Edition edition = edition_of(two_levels());
  const content::Whereabouts where = edition->whereabouts("b");
  CHECK(where.room == &edition->event().rooms[0]);
  CHECK(where.level == &edition->event().levels[0]);
  CHECK(where.site == &edition->event().sites[0]);
}

TEST_CASE("what is missing is null, and what is known up to there is told") {
  const Edition edition = edition_of(two_levels());
  CHECK(edition->whereabouts("none").room == nullptr);
  CHECK(edition->whereabouts("").level == nullptr);
  CHECK(edition->whereabouts("lost").room == &edition->event().rooms[3]);
  CHECK(edition->whereabouts("lost").level == nullptr);
  CHECK(edition->whereabouts("c").level == &edition->event().levels[1]);
  CHECK(edition->whereabouts("c").site == nullptr);
}

TEST_CASE("without an alphabet the rooms of a level keep the order of the pack") {
  const Edition edition = edition_of(two_levels());
  CHECK(rooms_on(edition, "one", "en") == Ids{"b", "a"});
  CHECK(rooms_on(edition, "nine", "en").empty());
}

TEST_CASE("the rooms of a level stand in the order of the language's alphabet") {
  model::Event event = two_levels();
  event.alphabets = {{"en", {1, 0, 2, 3}, {}}, {"kk", {3, 2, 0, 1}, {}}};
  const Edition edition = edition_of(std::move(event));
  CHECK(rooms_on(edition, "one", "en") == Ids{"a", "b"});
  CHECK(rooms_on(edition, "one", "kk") == Ids{"b", "a"});
}

TEST_CASE("everything is found by its id, wherever it stands, and nothing else") {
  model::Event event = two_levels();
  for (const int n : {7, 3, 9, 1, 8, 0}) {
    model::Session session;
    session.id = "s" + std::to_string(n);
    event.sessions.push_back(session);
    event.partners.emplace_back().id = "p" + std::to_string(n);
    event.persons.emplace_back().id = "who" + std::to_string(n);
    event.themes.emplace_back().id = "t" + std::to_string(n);
    event.stories.emplace_back().id = "n" + std::to_string(n);
    event.articles.emplace_back().id = "a" + std::to_string(n);
    event.milestones.emplace_back().id = "m" + std::to_string(n);
    event.sources.emplace_back().id = "o" + std::to_string(n);
  }
  const Edition edition = edition_of(std::move(event));
  const auto finds_all = [](const auto& things, auto find) {
    for (const auto& thing : things) CHECK(find(thing.id) == &thing);
    for (const char* none : {"", "s", "s77", "\xff", "zz"}) CHECK(find(none) == nullptr);
  };
  const model::Event& all = edition->event();
  const content::Edition& e = *edition;
  finds_all(all.sites, [&](std::string_view id) { return e.site(id); });
  finds_all(all.levels, [&](std::string_view id) { return e.level(id); });
  finds_all(all.rooms, [&](std::string_view id) { return e.room(id); });
  finds_all(all.sessions, [&](std::string_view id) { return e.session(id); });
  finds_all(all.partners, [&](std::string_view id) { return e.partner(id); });
  finds_all(all.persons, [&](std::string_view id) { return e.person(id); });
  finds_all(all.themes, [&](std::string_view id) { return e.theme(id); });
  finds_all(all.stories, [&](std::string_view id) { return e.story(id); });
  finds_all(all.articles, [&](std::string_view id) { return e.article(id); });
  finds_all(all.milestones, [&](std::string_view id) { return e.milestone(id); });
  finds_all(all.sources, [&](std::string_view id) { return e.source(id); });
}

TEST_CASE("who are expected stand by the day on which they were announced, else in the organisers' order") {
  model::Event event;
  event.languages = {"en"};
  for (const auto& [id, day] : {std::pair{"late", 9U}, {"early-b", 3U}, {"nobody", 0U}, {"early-a", 3U}}) {
    model::Person& person = event.persons.emplace_back();
    person.id = id;
    if (day > 0) person.announced_on = 2026y / March / std::chrono::day(day);
  }
  const Edition edition = edition_of(std::move(event));
  Ids announced;
  for (const model::Person* one : edition->people().announced) announced.push_back(one->id);
  CHECK(announced == Ids{"early-b", "early-a", "late"});
}

TEST_CASE("an event without a clock that is known is no edition, and says why") {
  test::need_icu();
  model::Event event;
  event.time_zone = "Asia/Nowhere";
  const auto made = content::Edition::of(std::move(event));
  REQUIRE_FALSE(made);
  CHECK(made.error() == "unknown time zone: Asia/Nowhere");
}

TEST_CASE("the languages of an edition are those that the app speaks too, in the event's order") {
  const Edition edition = edition_of(two_levels());
  CHECK(edition->languages() == Ids{"kk", "en"});
  CHECK(edition->words("kk") != nullptr);
  CHECK(edition->words("kk") == edition->words("kk"));
  CHECK(edition->words("xx") == nullptr);
}

TEST_CASE("names of days and times are those of the language, and made once") {
  model::Event event = two_levels();
  for (const int hour : {9, 23}) {
    model::Session session;
    session.id = std::to_string(hour);
    session.starts_at = sys_days(2026y / April / 22) + hours(hour - 5);
    session.ends_at = session.starts_at + 90min;
    event.sessions.push_back(session);
  }
  const Edition edition = edition_of(std::move(event));
  for (const std::string& language : edition->languages()) {
    const text::Words& words = *edition->words(language);
    for (const model::Session& session : edition->event().sessions) {
      const std::string& range = edition->time_range(session, words);
      CHECK(range == words.time_range(session.starts_at, session.ends_at));
      CHECK(&edition->time_range(session, words) == &range);
      const agenda::Days days = agenda::days_of(session, edition->zone());
      CHECK(edition->days_of(session).first == days.first);
      CHECK(edition->days_of(session).last == days.last);
    }
    CHECK(edition->day_name(2026y / April / 22, words) == words.weekday_day_month(2026y / April / 22));
  }
}

TEST_CASE("the search index can be made before anybody asks, piece by piece") {
  const Edition edition = edition_of(two_levels());
  int asked = 0;
  const auto add = [&](const content::Edition&, std::vector<search::Document>&) { ++asked; };
  CHECK_FALSE(edition->prepare_search(add, 1));
  CHECK(edition->made_search_index() == nullptr);
  int pieces = 1;
  while (!edition->prepare_search(add, 1)) REQUIRE(++pieces < 10'000);
  CHECK(pieces > 5);
  const search::Index* index = edition->made_search_index();
  REQUIRE(index != nullptr);
  CHECK(&edition->search_index(add) == index);
  CHECK(edition->prepare_search(add, 1));
  CHECK(asked == 1);
}

TEST_CASE("what a session says at length is read once in each language") {
  model::Event event = two_levels();
  event.sessions.resize(1);
  event.sessions[0].id = "talk";
  event.sessions[0].description.set("en", "One.\n\nTwo with [a link](https://example.org/).");
  const Edition edition = edition_of(std::move(event));
  const model::Session& session = edition->event().sessions[0];
  const auto paragraphs = edition->description(session, "en");
  REQUIRE(paragraphs.size() == 2);
  CHECK(paragraphs[1].text == "Two with a link.");
  CHECK(edition->description(session, "en").data() == paragraphs.data());
}

TEST_CASE("the search index is made for the first who asks") {
  model::Event event = two_levels();
  event.rooms[0].name.set("en", "Great Hall");
  const Edition edition = edition_of(std::move(event));
  CHECK(edition->made_search_index() == nullptr);
  int asked = 0;
  const auto add = [&](const content::Edition& of, std::vector<search::Document>& documents) {
    ++asked;
    CHECK(&of == edition.get());
    documents.push_back({search::Group::page, "garden", {{search::Part::title, 1, "Garden"}}, {}, {}});
  };
  const search::Index& index = edition->search_index(add);
  CHECK(&edition->search_index(add) == &index);
  CHECK(asked == 1);
  CHECK(edition->made_search_index() == &index);
  const search::Context context{.language = 1, .now = {}, .only = {}};
  REQUIRE(index.find("garden", context).hits.size() == 1);
  REQUIRE(index.find("hall", context).hits.size() == 1);
  CHECK(index.find("hall", context).hits[0].id == "b");
}

TEST_CASE("persons stand by what is known of their part, in the organisers' order") {
  model::Event event = two_levels();
  for (const char* id : {"speaks", "expected", "named", "expected-too", "announced-speaker"})
    event.persons.emplace_back().id = id;
  using namespace std::chrono;
  for (const std::size_t n : {1U, 3U, 4U}) event.persons[n].announced_on = 2026y / March / 3;
  event.persons[3].partners = {"who"};
  event.persons[2].partners = {"who", "fao"};
  model::Session session;
  session.id = "talk";
  session.people = {{.person = "announced-speaker", .role = {}}, {.person = "speaks", .role = {}}};
  event.sessions.push_back(session);
  const Edition edition = edition_of(std::move(event));
  const auto ids = [](std::span<const model::Person* const> persons) {
    Ids all;
    for (const model::Person* one : persons) all.push_back(one->id);
    return all;
  };
  CHECK(ids(edition->people().speakers) == Ids{"speaks", "announced-speaker"});
  CHECK(ids(edition->people().announced) == Ids{"expected", "expected-too"});
  CHECK(ids(edition->people().named) == Ids{"named"});
  CHECK(ids(edition->people_of("who")) == Ids{"named", "expected-too"});
  CHECK(ids(edition->people_of("fao")) == Ids{"named"});
  CHECK(edition->people_of("nobody").empty());
}
