// A programme of chance for tests of properties: many begin together, some last for days, some for no time at
// all, some are cancelled, full, without a room, or without an end.
#pragma once

#include <algorithm>
#include <chrono>
#include <random>
#include <string>

#include "model/event.h"

namespace test {

// A day of April 2026 by the clock of Astana, which is five hours ahead.
inline model::Instant at(int day, int hour, int minute = 0) {
  using namespace std::chrono;
  return sys_days(year{2026} / April / 1) + days(day - 1) + hours(hour - 5) + minutes(minute);
}

class RandomProgramme {
 public:
  explicit RandomProgramme(unsigned seed) : random_(seed) {}

  int up_to(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }

  model::Event event(int most_sessions = 60) {
    using namespace std::chrono;
    model::Event made;
    made.id = "summit";
    made.languages = {"kk", "ru", "en"};
    made.time_zone = "Asia/Almaty";
    made.first_day = year{2026} / April / 22;
    made.last_day = year{2026} / April / 24;
    for (const char* id : {"center", "expo"}) made.sites.emplace_back().id = id;
    for (int i = 0; i < 3; ++i) {
      model::Level& level = made.levels.emplace_back();
      level.id = "level-" + std::to_string(i);
      level.site = made.sites[static_cast<std::size_t>(i % 2)].id;
    }
    for (int i = 0; i < 5; ++i) {
      model::Room& room = made.rooms.emplace_back();
      room.id = "room-" + std::to_string(i);
      room.level = made.levels[static_cast<std::size_t>(i % 3)].id;
    }
    for (int i = 0; i < 4; ++i) made.themes.emplace_back().id = "theme-" + std::to_string(i);
    for (const char* id : {"undp", "fao", "bank"}) made.partners.emplace_back().id = id;
    for (int i = 0; i < 4; ++i) made.persons.emplace_back().id = "person-" + std::to_string(i);
    for (int i = up_to(most_sessions); i > 0; --i) made.sessions.push_back(session("s" + std::to_string(i)));
    model::settle_open_ends(made.sessions);
    std::ranges::stable_sort(made.sessions, {}, &model::Session::starts_at);
    return made;
  }

 private:
  model::Session session(std::string id) {
    using std::chrono::minutes;
    model::Session made;
    made.id = std::move(id);
    made.title.set("kk", "Сессия " + std::to_string(up_to(20)));
    made.title.set("en", "Session");
    made.starts_at = at(21, 0) + minutes(30 * up_to(5 * 48));
    made.ends_at = made.starts_at + (up_to(9) == 0 ? minutes(60 * up_to(70)) : minutes(15 * up_to(8)));
    made.open_end = up_to(15) == 0;
    if (up_to(7) != 0) made.room = "room-" + std::to_string(up_to(4));
    made.kind = static_cast<model::SessionKind>(up_to(static_cast<int>(model::SessionKind::service)));
    made.access = static_cast<model::AccessLevel>(up_to(4));
    if (up_to(2) == 0) made.state = static_cast<model::SessionState>(up_to(4));
    static const char* const partners[] = {"undp", "fao", "bank"};
    static const char* const tags[] = {"kk", "ru", "en"};
    for (int n = up_to(2); n > 0; --n) made.themes.push_back("theme-" + std::to_string(up_to(3)));
    for (int n = up_to(2); n > 0; --n) made.partners.emplace_back(partners[up_to(2)]);
    for (int n = up_to(2); n > 0; --n)
      made.people.emplace_back().person = "person-" + std::to_string(up_to(3));
    for (int n = up_to(2); n > 0; --n) made.languages.emplace_back(tags[up_to(2)]);
    for (int n = up_to(2); n > 0; --n) made.interpretation.push_back({tags[up_to(2)], n});
    return made;
  }

  std::mt19937 random_;
};

}  // namespace test
