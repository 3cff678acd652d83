#include <doctest/doctest.h>

#include "model/event.h"

TEST_CASE("a text answers in the language asked for, else in its first") {
  model::LocalizedText text;
  CHECK(text.empty());
  CHECK(text.in("kk").empty());
  text.set("kk", "Астана");
  text.set("en", "Astana");
  CHECK(text.in("en") == "Astana");
  CHECK(text.in("ru") == "Астана");
  CHECK(text.has("kk"));
  CHECK_FALSE(text.has("ru"));
  CHECK_FALSE(text.empty());
}

TEST_CASE("setting a language again replaces its text and keeps its place") {
  model::LocalizedText text;
  text.set("kk", "а");
  text.set("ru", "б");
  text.set("kk", "в");
  CHECK(text.all().size() == 2);
  CHECK(text.all().front().first == "kk");
  CHECK(text.in("kk") == "в");
}

TEST_CASE("texts are equal when they say the same in the same order") {
  model::LocalizedText one, same, other;
  one.set("kk", "а");
  same.set("kk", "а");
  other.set("ru", "а");
  CHECK(one == same);
  CHECK(one != other);
}

TEST_CASE("things are found by id, and what is not there is not found") {
  model::Event event;
  event.sites.resize(1);
  event.sites[0].id = "palace";
  event.levels.resize(1);
  event.levels[0].id = "ground";
  event.rooms.resize(2);
  event.rooms[0].id = "hall";
  event.rooms[1].id = "foyer";
  event.themes.resize(1);
  event.themes[0].id = "water";
  event.partners.resize(1);
  event.partners[0].id = "undp";
  event.persons.resize(1);
  event.persons[0].id = "guide";
  event.sessions.resize(1);
  event.sessions[0].id = "opening";
  event.stories.resize(1);
  event.stories[0].id = "road";

  CHECK(find_site(event, "palace") == &event.sites[0]);
  CHECK(find_level(event, "ground") == &event.levels[0]);
  CHECK(find_room(event, "foyer") == &event.rooms[1]);
  CHECK(find_theme(event, "water") == &event.themes[0]);
  CHECK(find_partner(event, "undp") == &event.partners[0]);
  CHECK(find_person(event, "guide") == &event.persons[0]);
  CHECK(find_session(event, "opening") == &event.sessions[0]);
  CHECK(find_story(event, "road") == &event.stories[0]);
  CHECK(find_room(event, "Foyer") == nullptr);
  CHECK(find_session(event, "") == nullptr);
  CHECK(find_story(model::Event{}, "road") == nullptr);
}

TEST_CASE("events are equal when all of them is") {
  model::Event one, other;
  CHECK(one == other);
  other.sessions.resize(1);
  CHECK(one != other);
  one.sessions.resize(1);
  CHECK(one == other);
  other.sessions[0].interpretation.push_back({"ru", 1});
  CHECK(one != other);
}
