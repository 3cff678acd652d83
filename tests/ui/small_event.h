// A small event of three days, 22 to 24 April in Astana, for tests that need other sessions, or lists
// with nothing in them.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "pack/bundle.h"
#include "running_app.h"

namespace test {

struct SmallSession {
  std::string_view id;
  std::string_view title;  // the same in all languages
  std::string_view starts_at;
  std::string_view ends_at;
};

inline nlohmann::ordered_json in_all_languages(std::string_view text) {
  return {{"kk", text}, {"ru", text}, {"en", text}};
}

// A thing of the event with a name, the same in all languages.
inline nlohmann::ordered_json named(nlohmann::ordered_json thing, std::string_view name) {
  thing["name"] = in_all_languages(name);
  thing["status"] = "published";
  thing["source"] = "note";
  return thing;
}

using EventFiles = std::map<std::string, nlohmann::ordered_json>;

// Another site beside that of the hall: a park with a tent, which is the room "tent".
inline void add_park(EventFiles& files) {
  using Json = nlohmann::ordered_json;
  Json& places = files["places.json"];
  places["sites"].push_back(named({{"id", "park"}}, "Park"));
  Json level = places["levels"][0];
  level["id"] = "park-ground";
  level["site"] = "park";
  places["levels"].push_back(level);
  Json room = places["rooms"][0];
  room["id"] = "tent";
  room["level"] = "park-ground";
  places["rooms"].push_back(named(room, "Tent"));
}

// Its bytes, as of an event.pack: with one hall, and none of the things that an event may lack. `edit`
// makes the files other than that.
inline std::string small_event(const std::vector<SmallSession>& sessions,
                               const std::function<void(EventFiles&)>& edit = {}) {
  using Json = nlohmann::ordered_json;
  const auto only = [](Json item) {
    Json list = Json::array();
    list.push_back(std::move(item));
    return list;
  };
  const auto published = [](Json thing) {
    thing["status"] = "published";
    thing["source"] = "note";
    return thing;
  };
  EventFiles files;
  Json days = Json::array();
  for (const char* date : {"2026-04-22", "2026-04-23", "2026-04-24"}) days.push_back({{"date", date}});
  const Json event = {{"format", 2},
                      {"id", "small-summit"},
                      {"languages", {"kk", "ru", "en"}},
                      {"name", in_all_languages("Small Summit")},
                      {"short_name", in_all_languages("SS 2026")},
                      {"city", in_all_languages("Astana")},
                      {"country", in_all_languages("Kazakhstan")},
                      {"time_zone", "Asia/Almaty"},
                      {"time_zone_name", in_all_languages("Astana time")},
                      {"first_day", "2026-04-22"},
                      {"last_day", "2026-04-24"},
                      {"programme", {{"status", "published"}, {"source", "note"}}},
                      {"sources", only({{"id", "note"}, {"name", in_all_languages("Note")}})},
                      {"days", days}};
  files["event.json"] = event;
  files["themes.json"]["themes"] = Json::array();
  files["partners.json"]["partners"] = Json::array();
  const Json outline = {{0, 0}, {60, 0}, {60, 40}, {0, 40}};
  const Json places = {{"sites", only(published({{"id", "palace"}, {"name", in_all_languages("Palace")}}))},
                       {"levels", only(published({{"id", "ground"},
                                                  {"site", "palace"},
                                                  {"number", 1},
                                                  {"name", in_all_languages("Level 1")},
                                                  {"outline", outline}}))},
                       {"rooms", only(published({{"id", "hall"},
                                                 {"level", "ground"},
                                                 {"kind", "hall"},
                                                 {"name", in_all_languages("Great Hall")},
                                                 {"outline", outline}}))}};
  files["places.json"] = places;
  Json list = Json::array();
  for (const SmallSession& session : sessions)
    list.push_back(published({{"id", session.id},
                              {"title", in_all_languages(session.title)},
                              {"starts_at", session.starts_at},
                              {"ends_at", session.ends_at},
                              {"room", "hall"},
                              {"kind", "exhibition"},
                              {"access", "everyone"}}));
  files["sessions.json"]["sessions"] = list;
  if (edit) edit(files);
  pack::PackFiles written;
  for (const auto& [name, file] : files) written.files[name] = file.dump();
  need_icu();
  pack::BuildResult built = pack::build_bundle(written);
  std::string problems;
  for (const pack::Problem& problem : built.problems) problems += pack::to_line(problem) + "\n";
  REQUIRE_MESSAGE(built.bytes, problems);
  return std::move(*built.bytes);
}

// The app with that event; `bytes` must live as long as it.
inline RunningApp running_with(const std::string& bytes, std::string path, std::string_view now,
                               float width = 390) {
  app::Assets files = assets();
  files.pack = bytes;
  app::Start start = start_at(std::move(path));
  RunningApp app(start, files, now);
  app.around.size.width = width;
  app.settle();
  return app;
}

}  // namespace test
