#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "pack/compare.h"
#include "pack/format.h"
#include "pack/read.h"
#include "small_pack.h"

namespace {

using Lines = std::vector<std::string>;

Lines changes(const small_pack::Files& before, const small_pack::Files& after) {
  const pack::ReadResult was = pack::read_pack(small_pack::written(before));
  const pack::ReadResult is = pack::read_pack(small_pack::written(after));
  if (!was.event || !is.event) return {"broken"};
  Lines lines;
  for (const pack::Change& change : pack::compare(*was.event, *is.event, is.utc_offset))
    lines.push_back(std::string{pack::name_of(change.kind)} + ": " + change.id + ": " + change.line);
  return lines;
}

// The changes after `session`, one of the small pack's, got a new value for `key`.
Lines changes_of(std::size_t session, const char* key, small_pack::Json value) {
  small_pack::Files after = small_pack::good();
  after["sessions.json"]["sessions"][session][key] = std::move(value);
  return changes(small_pack::good(), after);
}

}  // namespace

TEST_CASE("a pack has not changed from itself") {
  CHECK(changes(small_pack::good(), small_pack::good()) == Lines{});
}

TEST_CASE("each kind of change has its line") {
  CHECK(changes_of(0, "ends_at", "2026-04-22T10:45+05:00") ==
        Lines{"moved: opening: \"A session\": 2026-04-22 10:00–11:00 → 2026-04-22 10:00–10:45"});
  CHECK(changes_of(2, "ends_at", "2026-04-24T00:30+05:00") ==
        Lines{"moved: air-talk: \"A session\": 2026-04-23 09:00–10:00 → 2026-04-23 "
              "09:00–2026-04-24 00:30"});
  CHECK(changes_of(1, "room", "blue-room") ==
        Lines{"relocated: water-talk: \"A session\": great-hall (Great Hall) → blue-room (Blue Room)"});
  CHECK(changes_of(0, "title", small_pack::text("The opening")) ==
        Lines{"renamed: opening: \"A session\" → \"The opening\" (kk)"});
  CHECK(changes_of(0, "title", {{"kk", "A session"}, {"ru", "A session"}, {"en", "The opening"}}) ==
        Lines{"renamed: opening: \"A session\" → \"The opening\""});
  CHECK(changes_of(0, "state", "cancelled") ==
        Lines{"cancelled: opening: \"A session\", 2026-04-22 10:00–11:00, great-hall (Great Hall)"});
  CHECK(changes_of(0, "state", "changed") ==
        Lines{"edited: opening: \"A session\": state (scheduled → changed)"});
  CHECK(changes_of(0, "state", "full") == Lines{"edited: opening: \"A session\": state (scheduled → full)"});
  CHECK(changes_of(0, "description", small_pack::text("More of it.")) ==
        Lines{"edited: opening: \"A session\": description"});
  CHECK(changes_of(0, "overflow_room", "blue-room") ==
        Lines{"edited: opening: \"A session\": overflow_room"});
  CHECK(changes_of(2, "moved_from", {{"room", "great-hall"}}) ==
        Lines{"edited: air-talk: \"A session\": moved_from"});
  CHECK(changes_of(0, "revision", 4) == Lines{});
  CHECK(changes_of(0, "access", "press") == Lines{"edited: opening: \"A session\": access"});
  CHECK(changes_of(0, "status", "provisional") == Lines{"edited: opening: \"A session\": status"});
}

TEST_CASE("a key that goes is told, whichever it is") {
  // One that compare.cpp does not know is lost without a word.
  constexpr std::array<std::array<std::string_view, 3>, 4> compared{
      {{"session", "sessions.json", "sessions"},
       {"notice", "notices.json", "notices"},
       {"article", "articles.json", "articles"},
       {"milestone", "road.json", "milestones"}}};
  const small_pack::Files before = small_pack::good();
  const pack::ReadResult was = pack::read_pack(small_pack::written(before));
  const std::vector<pack::ObjectFormat> objects = pack::describe_objects();
  int tried = 0;
  for (const auto& [object, file, list] : compared)
    for (const pack::KeyFormat& key : std::ranges::find(objects, object, &pack::ObjectFormat::name)->keys) {
      if (key.key == "revision") continue;  // it is no statement
      for (std::size_t i = 0; i < before.at(std::string(file)).at(list).size(); ++i) {
        small_pack::Files after = before;
        if (after[std::string(file)][list][i].erase(key.key) == 0) continue;
        const pack::ReadResult is = pack::read_pack(small_pack::written(after));
        if (!is.event || *is.event == *was.event) continue;
        CHECK_MESSAGE(!changes(before, after).empty(), object, "/", key.key,
                      ": pack/compare.cpp does not note it");
        ++tried;
      }
    }
  CHECK(tried > 20);
}

TEST_CASE("a room and an end that come or go have their lines") {
  small_pack::Files after = small_pack::good();
  after["sessions.json"]["sessions"][0].erase("room");
  after["sessions.json"]["sessions"][2].erase("ends_at");
  CHECK(changes(small_pack::good(), after) ==
        Lines{"relocated: opening: \"A session\": great-hall (Great Hall) → no room",
              "moved: air-talk: \"A session\": 2026-04-23 09:00–10:00 → 2026-04-23 from 09:00"});
  // Where an open end leads to is no statement.
  small_pack::Files later = after;
  later["sessions.json"]["sessions"][1]["room"] = "blue-room";
  later["sessions.json"]["sessions"][1]["starts_at"] = "2026-04-23T11:00+05:00";
  later["sessions.json"]["sessions"][1]["ends_at"] = "2026-04-23T12:00+05:00";
  CHECK(changes(after, later).size() == 2);
}

TEST_CASE("notices come, go and change") {
  small_pack::Files after = small_pack::good();
  auto& notice = after["notices.json"]["notices"][0];
  notice["until"] = "2026-04-22T10:00+05:00";
  notice["state"] = "crowded";
  auto second = notice;
  second["id"] = "second";
  after["notices.json"]["notices"].push_back(second);
  CHECK(changes(small_pack::good(), after) ==
        Lines{"edited: welcome: notice \"Welcome\": until, state", "added: second: notice \"Welcome\""});
  CHECK(changes(after, small_pack::good()).back() == "removed: second: notice \"Welcome\"");
}

TEST_CASE("the same time at another offset is no change") {
  small_pack::Files after = small_pack::good();
  after["sessions.json"]["sessions"][0]["starts_at"] = "2026-04-22T05:00Z";
  CHECK(changes(small_pack::good(), after) == Lines{});
}

TEST_CASE("sessions come, go and come back, told in the order of the programme") {
  small_pack::Files after = small_pack::good();
  auto& sessions = after["sessions.json"]["sessions"];
  sessions[2]["id"] = "late-talk";
  sessions[2]["starts_at"] = "2026-04-23T09:15+05:00";
  sessions[0]["state"] = "cancelled";
  CHECK(changes(small_pack::good(), after) ==
        Lines{"cancelled: opening: \"A session\", 2026-04-22 10:00–11:00, great-hall (Great Hall)",
              "removed: air-talk: \"A session\", 2026-04-23 09:00–10:00, blue-room (Blue Room)",
              "added: late-talk: \"A session\", 2026-04-23 09:15–10:00, blue-room (Blue Room)"});
  CHECK(changes(after, small_pack::good()).front() ==
        "reinstated: opening: \"A session\", 2026-04-22 10:00–11:00, great-hall (Great Hall)");
}

TEST_CASE("changes of articles and of the road are told after those of the programme") {
  small_pack::Files after = small_pack::good();
  after["sessions.json"]["sessions"][2]["access"] = "press";
  auto& article = after["articles.json"]["articles"][0];
  article["title"] = small_pack::text("The beginning");
  article["status"] = "provisional";
  auto second = article;
  second["id"] = "second";
  after["articles.json"]["articles"].push_back(second);
  auto& milestone = after["road.json"]["milestones"][0];
  milestone["last_day"] = "2025-11-15";
  milestone["place"]["en"] = "Astana, Kazakhstan";
  milestone["events"] = small_pack::Json::array();
  CHECK(changes(small_pack::good(), after) ==
        Lines{"edited: air-talk: \"A session\": access",
              "renamed: beginning: article \"How it began\" → \"The beginning\" (kk)",
              "edited: beginning: article \"The beginning\": status",
              "added: second: article \"The beginning\"",
              "moved: first-meeting: milestone \"The first meeting\": 2025-11-14–2025-11-16 → "
              "2025-11-14–2025-11-15",
              "relocated: first-meeting: milestone \"The first meeting\": Almaty, Kazakhstan → "
              "Astana, Kazakhstan",
              "edited: first-meeting: milestone \"The first meeting\": events"});
  after = small_pack::good();
  after.erase("articles.json");
  after.erase("road.json");
  CHECK(changes(small_pack::good(), after) ==
        Lines{"removed: beginning: article \"How it began\"",
              "removed: first-meeting: milestone \"The first meeting\", 2025-11-14–2025-11-16"});
}
