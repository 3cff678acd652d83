// What stands beside a page, or at its end: once, and only where there is something to show.
#include <tuple>
#include <utility>

#include "small_event.h"

using test::at;
using test::RunningApp;
using test::said;
using ui::Role;
using Json = nlohmann::ordered_json;

namespace {

std::ptrdiff_t headings(const RunningApp& app, text::Key name) {
  return std::ranges::count_if(app.tree().nodes, [&](const ui::Node& node) {
    return node.role == Role::heading && node.name == said("en", name);
  });
}

const Json climate = {{"id", "climate"},
                      {"number", 1},
                      {"color", "#0A7BBD"},
                      {"name", test::in_all_languages("Climate transition")},
                      {"short_name", test::in_all_languages("Climate")},
                      {"status", "published"},
                      {"source", "note"}};

// With a theme that nobody has a part in; three sessions in the hall, two of them on one day.
const std::string& three_sessions() {
  static const std::string bytes = test::small_event(
      {{"first", "First", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"},
       {"second", "Second", "2026-04-22T12:00+05:00", "2026-04-22T13:00+05:00"},
       {"alone", "Alone", "2026-04-23T10:00+05:00", "2026-04-23T11:00+05:00"}},
      [](test::EventFiles& files) { files["themes.json"]["themes"] = Json::array({climate}); });
  return bytes;
}

std::string without_rooms() {
  return test::small_event({{"first", "First", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"},
                            {"second", "Second", "2026-04-22T12:00+05:00", "2026-04-22T13:00+05:00"}},
                           [](test::EventFiles& files) {
                             for (Json& session : files["sessions.json"]["sessions"]) session.erase("room");
                           });
}

}  // namespace

TEST_CASE("the sessions of a place and the partners of a theme stand once, in windows of every width") {
  for (const auto& [page, name] :
       {std::pair{"/en/map/plenary-hall/", text::Key("place.sessions")},
        std::pair{"/en/themes/climate-transition/", text::Key("session.partners")}}) {
    for (const float width : {390.F, 600.F, 820.F, 999.F, 1300.F, 1700.F})
      CHECK_MESSAGE(headings(at(page, width, 20000), name) == 1, page, " at ", width);
    app::Start start = test::start_at(page);
    start.static_rendering = true;
    CHECK_MESSAGE(headings(RunningApp(start, test::assets()), name) == 1, page);
  }
}

TEST_CASE("no heading stands beside a page over nothing") {
  for (const float width : {820.F, 1300.F, 1700.F}) {
    CAPTURE(width);
    const auto shown = [&](const std::string& path) {
      RunningApp app = test::running_with(three_sessions(), path, "2026-04-22T09:00+05:00", width);
      app.around.size.height = 4000;
      app.settle();
      return app;
    };
    CHECK(headings(shown("/en/themes/climate/"), "session.partners") == 0);
    CHECK(headings(shown("/en/info/"), "page.contents") == 0);
    CHECK(headings(shown("/en/about/"), "page.contents") == 0);
    // On a tablet the page begins with them.
    CHECK(headings(shown("/en/info/"), "page.related") == (width < 1000 ? 0 : 1));
    CHECK(headings(shown("/en/about/"), "page.related") == 1);
  }
}

TEST_CASE("beside a session stands what else is in its room that day, and nothing where that is nothing") {
  const auto shown = [](const std::string& bytes, const std::string& path) {
    return headings(test::running_with(bytes, path, "2026-04-22T09:00+05:00", 1700), "page.neighbours");
  };
  CHECK(shown(three_sessions(), "/en/agenda/first/") == 1);
  CHECK(shown(three_sessions(), "/en/agenda/alone/") == 0);
  const std::string bytes = without_rooms();
  CHECK(shown(bytes, "/en/agenda/first/") == 0);
}

TEST_CASE("what is up next stands beside a page only while something comes") {
  const auto shown = [](std::string_view now) {
    return headings(at("/en/my/", 1300, 900, now), "home.next");
  };
  CHECK(shown("2026-04-23T10:12+05:00") == 1);
  CHECK(shown("2026-11-29T10:00+05:00") == 0);
}

TEST_CASE("where no session has a room nothing leads to the board, and it says why it is empty") {
  const std::string bytes = without_rooms();
  for (const std::string_view now : {"2026-04-01T10:00+05:00", "2026-04-22T10:30+05:00"}) {
    RunningApp app = test::running_with(bytes, "/en/", now);
    CHECK_FALSE(app.leads_to("/en/board/"));
    app.go_to("/en/info/");
    CHECK_FALSE(app.leads_to("/en/board/"));
    app.go_to("/en/board/");
    CHECK(app.says(said("en", "board.no_rooms")));
    CHECK_FALSE(app.says(said("en", "board.over_text")));
  }
}

TEST_CASE("what helps stands side by side at the end of a page where it has room, else one below the other") {
  for (const auto& [width, scale, beside] :
       {std::tuple(600.F, 1.F, false), {820.F, 1.F, true}, {820.F, 2.F, false}}) {
    CAPTURE(width);
    RunningApp app("/kk/news/", "2026-11-29T10:00+05:00");
    app.around.size = {width, 6000};
    app.around.text_scale = scale;
    app.settle();
    const ui::Node& first = app.node(ui::Role::heading, said("kk", "page.related"));
    const ui::Node& second = app.node(ui::Role::heading, said("kk", "home.by_day"));
    CHECK((first.bounds.y == second.bounds.y) == beside);
    CHECK((first.bounds.x == second.bounds.x) == !beside);
  }
}
