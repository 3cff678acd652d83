// An event of any size, made up, for tests and benchmarks: sessions in three languages in rooms over
// days, as full of words as real programmes are. The same arguments make the same event.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "pack/bundle.h"

namespace test {

// How long the lists are that grow with neither sessions, rooms nor days.
struct BigLists {
  std::size_t themes = 12;
  std::size_t partners = 40;
  std::size_t stories = 0;
  std::size_t notices = 0;   // half of them about many rooms and sessions
  std::size_t articles = 0;  // a third on each of the pages that have some
  std::size_t milestones = 0;
  // In one thing: paragraphs and points of a text, events of a milestone, themes, partners and persons of a
  // session, subjects of a notice.
  std::size_t mentions = 3;
};

class BigEvent {
 public:
  BigEvent(std::size_t sessions, std::size_t rooms, std::size_t days, BigLists lists = {})
      : sessions_(sessions), rooms_(rooms), days_(days), lists_(lists) {}

  // The bytes of its pack. It ends the program when the pack has mistakes: those are of this file.
  // `venue`: its map, which may name rooms "room-0" and levels "level-0" and so on; null: it has none.
  std::string pack(const model::Venue* venue = nullptr) {
    pack::PackFiles files;
    files.files["event.json"] = event();
    files.files["themes.json"] =
        "{\"themes\":[" + list(lists_.themes, [&](std::size_t i) { return theme(i); }) + "]}";
    files.files["partners.json"] =
        "{\"partners\":[" + list(lists_.partners, [&](std::size_t i) { return partner(i); }) + "]}";
    files.files["persons.json"] =
        "{\"persons\":[" + list(person_count(), [&](std::size_t i) { return person(i); }) + "]}";
    files.files["places.json"] = places();
    files.files["sessions.json"] =
        "{\"sessions\":[" + list(sessions_, [&](std::size_t i) { return session(i); }) + "]}";
    const auto add = [&](const char* file, const char* key, std::size_t count, auto write) {
      if (count > 0) files.files[file] = "{\"" + std::string(key) + "\":[" + list(count, write) + "]}";
    };
    add("stories.json", "stories", lists_.stories, [&](std::size_t i) { return story(i); });
    add("notices.json", "notices", lists_.notices, [&](std::size_t i) { return notice(i); });
    add("articles.json", "articles", lists_.articles, [&](std::size_t i) { return article(i); });
    add("road.json", "milestones", lists_.milestones, [&](std::size_t i) { return milestone(i); });
    pack::BuildResult built = pack::build_bundle(files, {.venue = venue});
    if (built.bytes) return std::move(*built.bytes);
    for (const pack::Problem& problem : built.problems)
      std::fprintf(stderr, "%s\n", pack::to_line(problem).c_str());
    std::exit(1);
  }

  // "2026-04-22" for the first day.
  static std::string date(std::size_t day) {
    const std::chrono::year_month_day date{first_day + std::chrono::days(day)};
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
  }

 private:
  static constexpr std::chrono::sys_days first_day =
      std::chrono::year{2026} / std::chrono::April / std::chrono::day{22};
  static constexpr std::size_t rooms_on_level = 40;
  static constexpr std::size_t levels_of_site = 6;

  std::size_t person_count() const { return sessions_ / 4 + 1; }

  std::size_t chance(std::size_t below) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33) % below;
  }

  template <class Write>
  static std::string list(std::size_t count, Write write) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) all += ',';
      all += write(i);
    }
    return all;
  }

  static std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

  // Numbered, so that ids, names and titles are told apart.
  static std::string id(std::string_view kind, std::size_t i) {
    return quoted(std::string(kind) + "-" + std::to_string(i));
  }

  std::string word(std::size_t language) {
    static constexpr std::string_view syllables[3][12] = {
        {"қа", "ла", "су", "жер", "мұз", "көл", "өзен", "тау", "ғыс", "бе", "кет", "дық"},
        {"во", "да", "ле", "ник", "при", "ро", "кли", "мат", "ре", "ка", "сис", "те"},
        {"wa", "ter", "cli", "mate", "riv", "er", "gla", "na", "ture", "eco", "lo", "gy"}};
    std::string made;
    for (std::size_t i = 2 + chance(3); i > 0; --i) made += syllables[language][chance(12)];
    return made;
  }

  std::string words(std::size_t language, std::size_t count) {
    std::string made;
    for (std::size_t i = 0; i < count; ++i) made += (i > 0 ? " " : "") + word(language);
    return made;
  }

  std::string text(std::size_t count, std::string_view before = {}) {
    std::string made;
    const std::string start = before.empty() ? std::string() : std::string(before) + " ";
    for (std::size_t language = 0; language < 3; ++language)
      made += (language == 0   ? "{\"kk\":"
               : language == 1 ? ",\"ru\":"
                               : ",\"en\":") +
              quoted(start + words(language, count));
    return made + "}";
  }

  static std::string published() { return R"("status":"published","source":"note")"; }

  std::string event() {
    return R"({"format":2,"id":"big-summit","languages":["kk","ru","en"],"name":)" + text(2) +
           R"(,"short_name":{"kk":"BS 2026","ru":"BS 2026","en":"BS 2026"},"city":)" + text(1) +
           R"(,"country":)" + text(1) + R"(,"summary":)" + text(20) +
           R"(,"time_zone":"Asia/Almaty","time_zone_name":)" + text(1) + R"(,"first_day":)" +
           quoted(date(0)) + R"(,"last_day":)" + quoted(date(days_ - 1)) + R"(,"programme":{)" + published() +
           R"(},"sources":[{"id":"note","name":)" + text(1) + R"(}],"days":[)" +
           list(days_, [](std::size_t i) { return R"({"date":)" + quoted(date(i)) + "}"; }) + "]}";
  }

  std::string theme(std::size_t i) {
    return R"({"id":)" + id("theme", i) + R"(,"number":)" + std::to_string(i + 1) +
           R"(,"color":"#0A7BBD","name":)" + text(3) + R"(,"short_name":)" + R"({"kk":"Т)" +
           std::to_string(i) + R"(","ru":"Т)" + std::to_string(i) + R"(","en":"T)" + std::to_string(i) +
           R"("},)" + published() + "}";
  }

  std::string partner(std::size_t i) {
    return R"({"id":)" + id("partner", i) + R"(,"kind":"international-organisation","name":)" + text(3) +
           R"(,"description":)" + text(12) + "," + published() + "}";
  }

  std::string person(std::size_t i) {
    return R"({"id":)" + id("person", i) + R"(,"name":)" + text(2) + R"(,"position":)" + text(4) + "," +
           published() + "}";
  }

  // As many of those of that kind as a thing mentions, each once.
  static std::string mentioned(std::string_view kind, std::size_t first, std::size_t there,
                               std::size_t most) {
    return "[" + list(std::min(there, most), [&](std::size_t i) { return id(kind, (first + i) % there); }) +
           "]";
  }

  std::string texts(std::size_t words_in_each) {
    return "[" + list(lists_.mentions, [&](std::size_t) { return text(words_in_each); }) + "]";
  }

  std::string links() { return R"([{"name":)" + text(2) + R"(,"link":"https://example.org/"}])"; }

  std::string story(std::size_t i) {
    return R"({"id":)" + id("story", i) + R"(,"title":)" + text(6) + R"(,"summary":)" + text(20) +
           R"(,"sections":[)" +
           list(3,
                [&](std::size_t) {
                  return R"({"heading":)" + text(3) + R"(,"paragraphs":)" + texts(20) + R"(,"points":)" +
                         texts(6) + "}";
                }) +
           R"(],"links":)" + links() + "," + published() + "}";
  }

  std::string notice(std::size_t i) {
    std::string made = R"({"id":)" + id("notice", i) + R"(,"title":)" + text(4) + R"(,"text":)" + text(15) +
                       R"(,"urgency":"change","published_at":)" + quoted(date(0) + "T08:00+05:00");
    if (i % 2 == 0)
      made += R"(,"state":"moved","applies_to":{"rooms":)" + mentioned("room", i, rooms_, lists_.mentions) +
              R"(,"sessions":)" + mentioned("session", i, sessions_, lists_.mentions) + "}";
    return made + "," + published() + "}";
  }

  std::string article(std::size_t i) {
    static constexpr std::string_view parts[] = {"about", "info", "question"};
    return R"({"id":)" + id("article", i) + R"(,"part":)" + quoted(parts[i % 3]) + R"(,"title":)" + text(4) +
           R"(,"paragraphs":)" + texts(15) + R"(,"points":)" + texts(5) + R"(,"links":)" + links() + "," +
           published() + "}";
  }

  std::string milestone(std::size_t i) {
    const std::string day =
        quoted("2025-" + std::string(i % 9 + 1 < 10 ? "0" : "") + std::to_string(i % 9 + 1) + "-10");
    return R"({"id":)" + id("milestone", i) + R"(,"title":)" + text(4) + R"(,"place":)" + text(2) +
           R"(,"first_day":)" + day + R"(,"last_day":)" + day + R"(,"latitude":51,"longitude":71,"text":)" +
           text(15) + R"(,"points":)" + texts(5) + R"(,"events":[)" +
           list(lists_.mentions,
                [&](std::size_t) {
                  return R"({"day":)" + day + R"(,"title":)" + text(4) + R"(,"text":)" + text(10) +
                         R"(,"points":)" + texts(5) + R"(,"partners":)" +
                         mentioned("partner", i, lists_.partners, lists_.mentions) + "}";
                }) +
           R"(],"partners":)" + mentioned("partner", i, lists_.partners, lists_.mentions) + "," +
           published() + "}";
  }

  // Levels of eight by five rooms, as many as it takes.
  std::string places() {
    const std::size_t levels = (rooms_ + rooms_on_level - 1) / rooms_on_level;
    const std::size_t sites = (levels + levels_of_site - 1) / levels_of_site;
    const auto box = [](std::size_t x, std::size_t y, std::size_t width, std::size_t height) {
      const auto point = [](std::size_t px, std::size_t py) {
        return "[" + std::to_string(px) + "," + std::to_string(py) + "]";
      };
      return "[" + point(x, y) + "," + point(x + width, y) + "," + point(x + width, y + height) + "," +
             point(x, y + height) + "]";
    };
    const auto site = [&](std::size_t i) {
      return R"({"id":)" + id("site", i) + R"(,"name":)" + text(2) + "," + published() + "}";
    };
    const auto level = [&](std::size_t i) {
      return R"({"id":)" + id("level", i) + R"(,"site":)" + id("site", i / levels_of_site) + R"(,"number":)" +
             std::to_string(i % levels_of_site + 1) + R"(,"name":)" +
             text(1, std::to_string(i % levels_of_site + 1)) + R"(,"outline":)" + box(0, 0, 100, 64) + "," +
             published() + "}";
    };
    const auto room = [&](std::size_t i) {
      const std::size_t place = i % rooms_on_level;
      return R"({"id":)" + id("room", i) + R"(,"level":)" + id("level", i / rooms_on_level) +
             R"(,"kind":"hall","name":)" + text(1, std::to_string(i)) + R"(,"outline":)" +
             box(2 + place % 8 * 12, 2 + place / 8 * 12, 10, 10) + "," + published() + "}";
    };
    return R"({"sites":[)" + list(sites, site) + R"(],"levels":[)" + list(levels, level) + R"(],"rooms":[)" +
           list(rooms_, room) + "]}";
  }

  // Day by day, room by room, one behind the other between eight in the morning and ten in the evening.
  std::string session(std::size_t i) {
    static constexpr std::string_view kinds[] = {"thematic", "high-level", "country",
                                                 "partner",  "side-event", "culture"};
    const std::size_t in_room = (sessions_ + rooms_ * days_ - 1) / (rooms_ * days_);
    const std::size_t slot = std::max<std::size_t>(std::min<std::size_t>(14 * 60 / in_room / 5 * 5, 90), 5);
    const std::size_t turn = i % in_room;
    const std::size_t room = i / in_room % rooms_;
    const std::size_t day = i / in_room / rooms_;
    const std::size_t spare = 14 * 60 - in_room * slot;
    const std::size_t from = 8 * 60 + room * 15 % (spare + 1) / 15 * 15 + turn * slot;
    const auto at = [&](std::size_t minutes) {
      char time[16];
      std::snprintf(time, sizeof time, "T%02u:%02u+05:00", static_cast<unsigned>(minutes / 60 % 24),
                    static_cast<unsigned>(minutes % 60));
      return quoted(date(day) + time);
    };
    std::string made = R"({"id":)" + id("session", i) + R"(,"title":)" + text(3 + chance(5)) +
                       R"(,"summary":)" + text(20 + chance(30)) + R"(,"starts_at":)" + at(from) +
                       R"(,"ends_at":)" + at(from + slot) + R"(,"room":)" + id("room", room) + R"(,"kind":)" +
                       quoted(kinds[chance(6)]) + R"(,"themes":[)" + id("theme", chance(lists_.themes)) + "]";
    if (chance(3) == 0) made += R"(,"partners":[)" + id("partner", chance(lists_.partners)) + "]";
    if (chance(2) == 0) made += R"(,"people":[{"person":)" + id("person", chance(person_count())) + "}]";
    return made +
           R"(,"languages":["kk","en"],"interpretation":[{"language":"ru","channel":2}],"access":"everyone",)" +
           published() + "}";
  }

  std::size_t sessions_;
  std::size_t rooms_;
  std::size_t days_;
  BigLists lists_;
  std::uint64_t state_ = 20260422;
};

}  // namespace test
