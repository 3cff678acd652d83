// The filters of the agenda: chips, the dialog, and the address that says them.
#include "small_event.h"

using test::RunningApp;
using test::said;
using ui::Node;
using ui::Role;
using Json = nlohmann::ordered_json;

namespace {

// Two themes, two halls, three languages, on two days.
const std::string& filtered_event() {
  static const std::string bytes = test::small_event({}, [](test::EventFiles& files) {
    for (const char* id : {"water", "wind"})
      files["themes.json"]["themes"].push_back(
          {{"id", id},
           {"number", id == std::string("water") ? 1 : 2},
           {"color", "#0A7BBD"},
           {"name", test::in_all_languages(id)},
           {"short_name", test::in_all_languages(id == std::string("water") ? "Waters" : "Winds")},
           {"status", "published"},
           {"source", "note"}});
    Json& rooms = files["places.json"]["rooms"];
    Json room = rooms[0];
    room["id"] = "second";
    room["name"] = test::in_all_languages("Second Hall");
    rooms.push_back(room);
    Json list = Json::array();
    const auto add = [&](const char* id, const char* day, const char* hour, const char* theme,
                         const char* hall, const Json& languages, const Json& interpretation,
                         const char* access) {
      const std::string from = std::string(day) + "T" + hour + ":00+05:00",
                        to = std::string(day) + "T" + hour + ":50+05:00";
      list.push_back({{"id", id},
                      {"title", test::in_all_languages(std::string("About ") + id)},
                      {"starts_at", from},
                      {"ends_at", to},
                      {"room", hall},
                      {"kind", "thematic"},
                      {"themes", {theme}},
                      {"languages", languages},
                      {"interpretation", interpretation},
                      {"access", access},
                      {"status", "published"},
                      {"source", "note"}});
    };
    const Json ru = Json::array({{{"language", "ru"}, {"channel", 2}}}), none = Json::array();
    add("rivers", "2026-04-22", "09", "water", "hall", {"kk"}, ru, "everyone");
    add("lakes", "2026-04-22", "10", "water", "second", {"en"}, none, "delegates");
    add("storms", "2026-04-22", "11", "wind", "hall", {"ru"}, none, "everyone");
    add("seas", "2026-04-23", "09", "water", "hall", {"kk"}, none, "everyone");
    files["sessions.json"]["sessions"] = list;
  });
  return bytes;
}

RunningApp filtered_event_at(const std::string& path, float width = 1389,
                             std::string_view now = "2026-04-01T12:00+05:00") {
  return test::running_with(filtered_event(), path, now, width);
}

std::vector<std::string> shown(const RunningApp& app) {
  std::vector<std::string> ids;
  const std::string folder = "/agenda/";
  for (const Node& node : app.tree().nodes) {
    if (node.look != ui::Look::timed_row && node.look != ui::Look::cell) continue;
    const std::size_t begin = node.href.find(folder);
    if (begin == std::string::npos) continue;
    const std::size_t end = node.href.find('/', begin + folder.size());
    ids.push_back(node.href.substr(begin + folder.size(), end - begin - folder.size()));
  }
  return ids;
}

using Ids = std::vector<std::string>;

// Where no overview stands beside the list.
using test::phone_width;

}  // namespace

TEST_CASE("the address filters the list and the grid alike") {
  struct Case {
    std::string query;
    Ids ids;
  };
  for (const Case& one : {Case{"", {"rivers", "lakes", "storms"}},
                          {"theme=water", {"rivers", "lakes"}},
                          {"theme=water&theme=wind", {"rivers", "lakes", "storms"}},
                          {"theme=water&room=hall", {"rivers"}},
                          {"site=palace&access=everyone", {"rivers", "storms"}},
                          {"language=ru", {"rivers", "storms"}},
                          {"kind=thematic&language=en", {"lakes"}},
                          {"q=storms", {"storms"}},
                          {"q=about&theme=water", {"rivers", "lakes"}},
                          {"theme=water&day=2026-04-23", {"seas"}}})
    for (const char* look : {"", "&view=grid"}) {
      CAPTURE(one.query);
      CHECK(shown(filtered_event_at("/en/agenda/?" + one.query + look, phone_width)) == one.ids);
    }
}

TEST_CASE("what the event does not have is passed over, and says so") {
  RunningApp app = filtered_event_at("/en/agenda/?theme=fire&room=hall&day=1999-01-01", phone_width);
  CHECK(shown(app) == Ids{"rivers", "storms"});
  const std::string clear = "Unknown filter: remove this filter";
  app.press(Role::link, clear);
  CHECK(app.app->path() == "/en/agenda/?room=hall");
  CHECK(app.find(Role::link, clear) == nullptr);
  CHECK(shown(app) == Ids{"rivers", "storms"});
}

TEST_CASE("chips go one by one") {
  RunningApp app = filtered_event_at("/en/agenda/?theme=water&language=kk&q=about", phone_width);
  CHECK(shown(app) == Ids{"rivers"});
  app.press(Role::link, "Kazakh: remove this filter");
  CHECK(app.app->path() == "/en/agenda/?theme=water&q=about");
  CHECK(shown(app) == Ids{"rivers", "lakes"});
  app.press(Role::link, "Waters: remove this filter");
  CHECK(app.app->path() == "/en/agenda/?q=about");
  app.press(Role::link, "“about”: remove this filter");
  CHECK(app.app->path() == "/en/agenda/");
  CHECK(shown(app) == Ids{"rivers", "lakes", "storms"});
}

TEST_CASE("filters stay when the day changes, and the way back from a session keeps them") {
  RunningApp app = filtered_event_at("/en/agenda/?theme=water", phone_width);
  app.press(Role::tab, "Thursday 23 April");
  CHECK(app.app->path() == "/en/agenda/?day=2026-04-23&theme=water");
  CHECK(shown(app) == Ids{"seas"});
  app.follow("/en/agenda/seas/?theme=water");
  CHECK(app.heading() == "About seas");
  app.press(Role::link, said("en", "nav.back"));
  CHECK(app.app->path() == "/en/agenda/?theme=water");
}

TEST_CASE("filters replace the entry of the history") {
  RunningApp app = filtered_event_at("/en/agenda/", phone_width);
  app.effects.clear();
  app.press(Role::button, said("en", "filter.all_filters"));
  app.press(Role::link, "Waters 2");
  const auto shown_locations = app.wished<app::ShowLocation>();
  REQUIRE(shown_locations.size() == 1);
  CHECK(shown_locations[0].replace);
  CHECK(shown_locations[0].path == "/en/agenda/?theme=water");
}

TEST_CASE("the dialog counts each further choice, and says which are interpreted") {
  RunningApp app = filtered_event_at("/en/agenda/", phone_width);
  app.press(Role::button, said("en", "filter.all_filters"));
  CHECK(app.find(Role::dialog, said("en", "filter.all_filters")) != nullptr);
  CHECK(app.find(Role::link, "Waters 2") != nullptr);
  CHECK(app.find(Role::link, "Second Hall 1") != nullptr);
  CHECK(app.find(Role::link, "Russian 2, of which 1 interpreted") != nullptr);
  app.press(Role::link, "Winds 1");
  // Of the same kind both counts stay; of another kind they are of what is left.
  CHECK(app.find(Role::link, "Waters 2") != nullptr);
  CHECK(app.find(Role::link, "Second Hall 1") == nullptr);
  CHECK(app.node(Role::link, "Winds 1").state.current);
  CHECK(app.find(Role::dialog, said("en", "filter.all_filters")) != nullptr);
  app.press(Role::link, "Winds 1");
  CHECK(app.app->path() == "/en/agenda/");
  app.key(ui::KeyName::escape);
  CHECK(app.find(Role::dialog, said("en", "filter.all_filters")) == nullptr);
  CHECK(app.app->path() == "/en/agenda/");
}

TEST_CASE("on a desktop each of the usual filters has a chip that opens its choices") {
  RunningApp app = filtered_event_at("/en/agenda/?view=grid");
  app.press(Role::button, "Theme: choose a filter");
  CHECK(app.find(Role::dialog, said("en", "facet.theme")) != nullptr);
  app.press(Role::link, "Waters");
  CHECK(app.app->path() == "/en/agenda/?view=grid&theme=water");
  CHECK(shown(app) == Ids{"rivers", "lakes"});
  app.press(Role::button, said("en", "dialog.close"));
  CHECK(app.find(Role::dialog, said("en", "facet.theme")) == nullptr);
}

TEST_CASE("beside a session filters change the list and leave the session") {
  RunningApp app = filtered_event_at("/en/agenda/rivers/?theme=water");
  app.press(Role::link, "Waters: remove this filter");
  CHECK(app.app->path() == "/en/agenda/rivers/");
  CHECK(app.heading() == "About rivers");
  CHECK(app.leads_to("/en/agenda/storms/"));
}

TEST_CASE("mine and now are filters too") {
  RunningApp app = filtered_event_at("/en/agenda/", phone_width, "2026-04-22T10:10+05:00");
  CHECK(app.find(Role::link, "All 3") != nullptr);
  CHECK(app.find(Role::link, "Mine 0") != nullptr);
  app.press(Role::button, "In my agenda: About storms");
  app.press(Role::link, "Mine 1");
  CHECK(app.app->path() == "/en/agenda/?starred=1");
  CHECK(shown(app) == Ids{"storms"});
  app.press(Role::link, "Now 1");
  CHECK(app.app->path() == "/en/agenda/?now=1");
  CHECK(shown(app) == Ids{"lakes"});
  // What is on goes on.
  app.around.now = test::moment("2026-04-22T11:10+05:00");
  app.settle();
  CHECK(shown(app) == Ids{"storms"});
  app.press(Role::link, "All 3");
  CHECK(app.app->path() == "/en/agenda/");
  // A star that goes is gone from what is filtered by it.
  app.go_to("/en/agenda/?starred=1");
  app.press(Role::button, "In my agenda: About storms");
  CHECK(shown(app).empty());
  CHECK(app.says(said("en", "agenda.none")));
}

TEST_CASE("nothing found: says so, where there is more, and how to see all again") {
  for (const char* look : {"", "&view=grid"}) {
    RunningApp app =
        filtered_event_at("/en/agenda/?theme=wind&day=2026-04-23" + std::string(look), phone_width);
    CHECK(shown(app).empty());
    CHECK(app.says(said("en", "agenda.none")));
    CHECK(app.find(Role::link, "Wednesday 22 April 1") != nullptr);
    app.press(Role::link, said("en", "filter.clear"));
    CHECK(shown(app) == Ids{"seas"});
  }
}

TEST_CASE("what is written into the field stands in the address") {
  RunningApp app = filtered_event_at("/en/agenda/?theme=water");
  app.write(said("en", "agenda.filter"), "lakes");
  CHECK(app.app->path() == "/en/agenda/?theme=water&q=lakes");
  CHECK(app.leads_to("/en/agenda/lakes/?theme=water&q=lakes"));
  CHECK_FALSE(app.leads_to("/en/agenda/rivers/?theme=water&q=lakes"));
  app.write(said("en", "agenda.filter"), "");
  CHECK(app.app->path() == "/en/agenda/?theme=water");
}

TEST_CASE("many choices have a list of their own, in which each can be found") {
  const std::string bytes = test::small_event({}, [](test::EventFiles& files) {
    Json& rooms = files["places.json"]["rooms"];
    const Json hall = rooms[0];
    rooms = Json::array();
    Json list = Json::array();
    for (int i = 0; i < 200; ++i) {
      Json room = hall;
      room["id"] = "room-" + std::to_string(i);
      room["name"] = test::in_all_languages("Room " + std::to_string(i));
      rooms.push_back(room);
      list.push_back({{"id", "s-" + std::to_string(i)},
                      {"title", test::in_all_languages("S")},
                      {"starts_at", "2026-04-22T10:00+05:00"},
                      {"ends_at", "2026-04-22T11:00+05:00"},
                      {"room", room["id"]},
                      {"kind", "thematic"},
                      {"access", "everyone"},
                      {"status", "published"},
                      {"source", "note"}});
    }
    files["sessions.json"]["sessions"] = list;
  });
  RunningApp app =
      test::running_with(bytes, "/en/agenda/?room=room-150", "2026-04-01T12:00+05:00", phone_width);
  CHECK(shown(app) == Ids{"s-150"});
  app.press(Role::button, said("en", "filter.all_filters"));
  CHECK(app.tree().nodes.size() < 200);
  CHECK(app.find(Role::link, "Room 150 1") != nullptr);
  app.press(Role::button, "Room: choose a filter");
  app.press(Role::link, "Room 1");
  CHECK(app.app->path() == "/en/agenda/?room=room-150&room=room-1");
}

TEST_CASE("a visitor who comes back from another zone is told in which") {
  app::Assets files = test::assets();
  files.pack = filtered_event();
  app::Start start = test::start_at("/en/agenda/");
  start.time_zone = "Asia/Almaty";
  RunningApp app(start, files);
  CHECK(app.says("Astana time"));
  CHECK_FALSE(app.says("yours is"));
  CHECK_FALSE(app.app->session().note_time_zone("Asia/Almaty"));
  CHECK_FALSE(app.app->session().note_time_zone("No/Such"));
  struct Case {
    const char* zone;
    const char* own;
  };
  for (const Case& one : {Case{"Pacific/Pago_Pago", "UTC−11"}, Case{"Pacific/Kiritimati", "UTC+14"},
                          Case{"Europe/London", "UTC+1"}}) {
    CHECK(app.app->session().note_time_zone(one.zone));
    CHECK(app.app->window().is_outdated());
    app.settle();
    // In April it is summer in London, whenever one looks.
    CHECK_MESSAGE(app.says(std::string("Astana time (UTC+5); yours is ") + one.own), one.own);
  }
}

TEST_CASE("a zone that is called by its distance from UTC says that once") {
  app::Assets files = test::assets();
  const std::string pack = test::small_event(
      {{"water", "Water", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"}}, [](test::EventFiles& event) {
        event["event.json"]["time_zone_name"] = test::in_all_languages("UTC+5");
      });
  files.pack = pack;
  app::Start start = test::start_at("/en/agenda/");
  start.time_zone = "Europe/London";
  const RunningApp app(start, files);
  CHECK(app.says("UTC+5; yours is UTC+1"));
  CHECK_FALSE(app.says("(UTC+5)"));
}
