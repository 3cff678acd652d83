#include "content/change_words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "editions.h"

using namespace std::chrono;
using namespace std::chrono_literals;
using test::Edition;
using test::edition_of;
using test::in_three;

namespace {

using Sentences = std::vector<std::string>;

model::Instant at(int hour, int minute = 0) {
  return sys_days(2026y / April / 22) + hours(hour - 5) + minutes(minute);
}

model::Event small_event() {
  model::Event event;
  event.languages = {"kk", "ru", "en"};
  event.time_zone = "Asia/Almaty";
  event.sites.emplace_back().id = "center";
  event.levels.emplace_back().id = "two";
  event.levels[0].site = "center";
  event.levels[0].name = in_three("2-қабат", "2 этаж", "Level 2");
  for (const char* id : {"hall", "studio"}) {
    event.rooms.emplace_back().id = id;
    event.rooms.back().level = "two";
  }
  event.rooms[0].name = in_three("Зал", "Зал", "Hall");
  event.rooms[1].name = in_three("Студия", "Студия", "Studio");
  event.persons.emplace_back().id = "aigul";
  event.persons[0].name = in_three("Айгүл", "Айгуль", "Aigul");
  model::Session& session = event.sessions.emplace_back();
  session.id = "water";
  session.title = in_three("Су", "Вода", "Water");
  session.starts_at = at(10);
  session.ends_at = at(11);
  session.room = "hall";
  session.languages = {"kk"};
  return event;
}

Sentences told(const model::Event& before, const model::Event& after, std::string_view language = "en") {
  const Edition was = edition_of(before), is = edition_of(after);
  const auto all = content::told(content::changes(*was, *is), was.get(), *is, *is->words(language));
  Sentences sentences;
  for (const content::ToldChange& one : all) sentences.push_back(one.sentence);
  return sentences;
}

// What is told after `edit` was done to the one session.
template <class Edit>
Sentences after(Edit edit, std::string_view language = "en") {
  model::Event changed = small_event();
  edit(changed.sessions[0]);
  return told(small_event(), changed, language);
}

}  // namespace

TEST_CASE("new times and rooms are told with those before, in each language") {
  const auto move = [](model::Session& one) {
    one.starts_at = at(12);
    one.ends_at = at(13, 30);
    one.room = "studio";
    one.state = model::SessionState::moved;
  };
  CHECK(after(move) == Sentences{"New time: “Water” – 22 April, 12:00–13:30 (before: 22 April, 10:00–11:00).",
                                 "New place: “Water” – Studio, Level 2 (before: Hall, Level 2)."});
  CHECK(after(move, "ru") ==
        Sentences{"Новое время: «Вода»\u00a0— 22 апреля, 12:00–13:30 (было: 22 апреля, 10:00–11:00).",
                  "Новое место: «Вода»\u00a0— Студия, 2 этаж (было: Зал, 2 этаж)."});
  CHECK(after(move, "kk") ==
        Sentences{"Уақыты өзгерді: «Су»\u00a0– 22 сәуір, 12:00–13:30 (бұрын: 22 сәуір, 10:00–11:00).",
                  "Өтетін орны өзгерді: «Су»\u00a0– Студия, 2-қабат (бұрын: Зал, 2-қабат)."});
}

TEST_CASE("each kind of change has its sentence") {
  using model::SessionState;
  const auto to = [](SessionState state) { return [state](model::Session& one) { one.state = state; }; };
  CHECK(after(to(SessionState::cancelled)) ==
        Sentences{"Cancelled: “Water” (22 April, 10:00–11:00 · Hall, Level 2)."});
  CHECK(after(to(SessionState::full)) == Sentences{"No places left: “Water”."});
  CHECK(after(to(SessionState::changed)) == Sentences{"Details have changed: “Water”."});
  CHECK(after([](model::Session& one) { one.title = in_three("Су", "Вода", "Waters"); }) ==
        Sentences{"“Water” is now called “Waters”."});
  CHECK(after([](model::Session& one) { one.room.clear(); }) ==
        Sentences{"The place is no longer given: “Water” (before: Hall, Level 2)."});
  CHECK(after([](model::Session& one) {
          one.people = {{"aigul", {}}};
        }) == Sentences{"Those taking part are now known: “Water” – Aigul."});
  CHECK(after([](model::Session& one) {
          one.languages = {"kk", "en"};
        }) == Sentences{"Languages: “Water” – Kazakh and English (before: Kazakh)."});
  CHECK(after([](model::Session& one) {
          one.interpretation = {{"ru", 2}};
        }) == Sentences{"There will be interpretation: “Water” – Russian (channel\u00a0"
                        "2)."});
  CHECK(after([](model::Session& one) { one.access = model::AccessLevel::everyone; }) ==
        Sentences{"Access: “Water” – “Open to everyone” (before: “For delegates”)."});
  CHECK(after([](model::Session& one) { one.summary = in_three("а", "б", "c"); }) ==
        Sentences{"Details have changed: “Water”."});
}

TEST_CASE("what is new, gone or back is told with its time and place") {
  const model::Event before = small_event();
  model::Event none = before, cancelled = before;
  none.sessions.clear();
  cancelled.sessions[0].state = model::SessionState::cancelled;
  CHECK(told(none, before) ==
        Sentences{"New in the agenda: “Water” (22 April, 10:00–11:00 · Hall, Level 2)."});
  CHECK(told(before, none) ==
        Sentences{"No longer in the agenda: “Water” (22 April, 10:00–11:00 · Hall, Level 2)."});
  CHECK(told(cancelled, before) ==
        Sentences{"Takes place after all: “Water” (22 April, 10:00–11:00 · Hall, Level 2)."});
  CHECK(told(before, before).empty());
}

TEST_CASE("what goes without saying is not said twice, and no session that changed is passed over") {
  // Its details changed too, and its title in another language.
  CHECK(after([](model::Session& one) {
          one.access = model::AccessLevel::press;
          one.summary = in_three("а", "б", "c");
          one.title = in_three("Сулар", "Вода", "Water");
        }).size() == 1);
  CHECK(after([](model::Session& one) { one.title = in_three("Сулар", "Вода", "Water"); }) ==
        Sentences{"Details have changed: “Water”."});
  CHECK(after([](model::Session& one) {
          one.title = in_three("Сулар", "Вода", "Water");
          one.state = model::SessionState::changed;
        }) == Sentences{"Details have changed: “Water”."});
}

TEST_CASE("without the edition before, its rooms are looked up in the one there is") {
  model::Event before = small_event(), after_move = before;
  after_move.sessions[0].room = "studio";
  const Edition was = edition_of(before), is = edition_of(after_move);
  const auto all = content::told(content::changes(*was, *is), nullptr, *is, *is->words("en"));
  REQUIRE(all.size() == 1);
  CHECK(all[0].session == "water");
  CHECK(all[0].kind == model::SessionChange::Kind::relocated);
  CHECK(all[0].sentence == "New place: “Water” – Studio, Level 2 (before: Hall, Level 2).");
}

TEST_CASE("what stands in for a language that is lacking is named with its language") {
  model::Event before = small_event();
  before.sessions[0].title = {};
  before.sessions[0].title.set("en", "Water");
  before.rooms[1].name = {};
  before.rooms[1].name.set("ru", "Студия");
  model::Event after_move = before;
  after_move.sessions[0].room = "studio";
  const Edition was = edition_of(before), is = edition_of(after_move);
  const auto all = content::told(content::changes(*was, *is), was.get(), *is, *is->words("kk"));
  REQUIRE(all.size() == 1);
  const std::vector<content::ToldChange::Borrowed> borrowed = {{"Студия", "ru"}, {"Water", "en"}};
  CHECK(all[0].borrowed == borrowed);
}
