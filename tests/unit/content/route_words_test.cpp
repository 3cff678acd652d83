#include "content/route_words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "editions.h"

using test::in_three;

namespace {

// A hall and a lift on level 1, a studio and the lift on level 2, and a floor below the street.
model::Event three_levels() {
  model::Event event;
  event.languages = {"kk", "ru", "en"};
  event.time_zone = "Asia/Almaty";
  event.sites.emplace_back().id = "center";
  int number = -1;
  for (const char* id : {"cellar", "one", "two"}) {
    model::Level& level = event.levels.emplace_back();
    level.id = id;
    level.site = "center";
    level.number = number++;
    level.name = in_three(id, id, id);
  }
  event.levels[0].name = in_three("Жертөле", "Цокольный этаж", "Lower level");
  event.levels[1].number = 1;
  event.levels[2].number = 2;
  model::Room& hall = event.rooms.emplace_back();
  hall.id = "hall";
  hall.level = "one";
  hall.name = in_three("Зал", "Зал", "Hall");
  for (std::uint32_t level = 0; level < 3; ++level)
    event.venue.levels.push_back({.level = event.levels[level].id, .ordinal = static_cast<int>(level) - 1});
  event.venue.units.push_back({.room = "hall", .level = 1, .kind = model::UnitKind::hall});
  event.venue.units.push_back({.level = 1, .kind = model::UnitKind::lift, .category = "elevator"});
  event.venue.units.push_back({.level = 1, .name = in_three("Су", "Вода", "Water")});
  return event;
}

// A step in Kazakh, Russian and English.
std::vector<std::string> told(const venue::Step& step) {
  test::need_icu();
  const auto edition = content::Edition::of(three_levels());
  REQUIRE(edition);
  const venue::Venue venue((*edition)->event().venue);
  std::vector<std::string> sentences;
  for (const char* language : {"kk", "ru", "en"})
    sentences.push_back(content::told(step, venue, **edition, *(*edition)->words(language)));
  return sentences;
}

using Sentences = std::vector<std::string>;
using venue::EdgeKind;
using venue::Step;

}  // namespace

TEST_CASE("steps are whole sentences in each language") {
  CHECK(told({.kind = Step::Kind::start, .place = 0}) ==
        Sentences{"Бастау орны: Зал.", "Начало пути: Зал.", "Start: Hall."});
  CHECK(told({.kind = Step::Kind::turn, .turn = venue::Turn::left}) ==
        Sentences{"Солға бұрылыңыз.", "Поверните налево.", "Turn left."});
  CHECK(
      told(
          {.kind = Step::Kind::turn, .turn = venue::Turn::right, .side = venue::Side::left, .landmark = 2}) ==
      Sentences{"Оңға бұрылыңыз. Сол жағыңызда: Су.", "Поверните направо. Слева от вас: Вода.",
                "Turn right. On your left: Water."});
  CHECK(told({.kind = Step::Kind::change, .by = EdgeKind::lift, .to_level = 2, .up = true}) ==
        Sentences{"2\u2011қабатқа лифтпен көтеріліңіз.", "Поднимитесь на лифте на 2\u2011й\u00a0этаж.",
                  "Take the lift up to level\u00a02."});
  CHECK(told({.kind = Step::Kind::change, .by = EdgeKind::stairs, .to_level = 1, .up = false}) ==
        Sentences{"1\u2011қабатқа баспалдақпен түсіңіз.", "Спуститесь по лестнице на 1\u2011й\u00a0этаж.",
                  "Take the stairs down to level\u00a01."});
  CHECK(told({.kind = Step::Kind::change, .by = EdgeKind::lift, .to_level = 0, .up = false}) ==
        Sentences{"Лифтпен түсіңіз. Сізге керек қабат: Жертөле.",
                  "Спуститесь на лифте. Нужный этаж: Цокольный этаж.",
                  "Take the lift down. You need: Lower level."});
  CHECK(told({.kind = Step::Kind::leave, .turn = venue::Turn::left, .by = EdgeKind::lift}) ==
        Sentences{"Лифттен шығып, солға бұрылыңыз.", "Выйдите из лифта и поверните налево.",
                  "Leave the lift and turn left."});
  CHECK(told({.kind = Step::Kind::arrive, .side = venue::Side::right, .place = 1}) ==
        Sentences{"Оң жағыңызда: Лифт.", "Справа от вас: Лифт.", "On your right: Lift."});
}
