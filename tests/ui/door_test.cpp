// The sign at the door of a room: its day, in large letters, and nothing beside it.
#include <doctest/doctest.h>

#include "running_app.h"
#include "small_event.h"

using test::RunningApp;
using test::said;
using ui::Role;

namespace {

const std::string& bytes() {
  static const std::string made = test::small_event(
      {{"opening", "Opening", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"},
       {"water", "Water", "2026-04-22T11:30+05:00", "2026-04-22T12:30+05:00"},
       {"wind", "Wind", "2026-04-23T10:00+05:00", "2026-04-23T11:00+05:00"}},
      [](test::EventFiles& files) { files["event.json"]["address"] = "https://summit.example/"; });
  return made;
}

float size_of(const RunningApp& app, std::string_view name) {
  float size = 0;
  for (const ui::Node& node : app.tree().nodes)
    if (node.name == name) size = std::max(size, node.size_px);
  return size;
}

}  // namespace

TEST_CASE("a door sign shows what is on and what comes next, largest of all") {
  for (const auto& [width, height] : {std::pair{390.F, 844.F}, {1080.F, 1920.F}, {1920.F, 1080.F}}) {
    RunningApp app = test::running_with(bytes(), "/en/door/hall/", "2026-04-22T10:20+05:00", width);
    app.around.size = {width, height};
    app.settle();
    CHECK(app.heading() == "Great Hall");
    CHECK(app.says(said("en", "board.now")));
    CHECK(app.says(said("en", "board.next")));
    CHECK(app.leads_to("/en/agenda/opening/"));
    CHECK_FALSE(app.says("Wind"));
    CHECK(size_of(app, "Opening") > size_of(app, "10:00–11:00"));
    CHECK(size_of(app, "Opening") >= 20);
    // Nothing but the sign: no places of the app around it.
    const auto navigation = std::ranges::count_if(app.tree().nodes, [](const ui::Node& node) {
      return node.role == Role::navigation && node.name == said("en", "nav.label");
    });
    CHECK(navigation == 0);
    const auto code = std::ranges::find(app.tree().nodes, Role::image, &ui::Node::role);
    REQUIRE(code != app.tree().nodes.end());
    CHECK(code->value == "https://summit.example/en/map/hall/");
  }
}

TEST_CASE("a door sign has the first day before the event, today during it, and any that is asked for") {
  RunningApp before = test::running_with(bytes(), "/en/door/hall/", "2026-04-01T10:20+05:00");
  CHECK(before.says("Opening"));
  CHECK_FALSE(before.says(said("en", "board.now")));
  RunningApp during = test::running_with(bytes(), "/en/door/hall/", "2026-04-23T09:00+05:00");
  CHECK(during.says("Wind"));
  CHECK_FALSE(during.says("Opening"));
  during.go_to("/en/door/hall/?day=2026-04-22");
  CHECK(during.says("Opening"));
  CHECK_FALSE(during.says("Wind"));
}

TEST_CASE("the page of a place leads to its sign, and a room without sessions has none") {
  RunningApp app = test::running_with(bytes(), "/en/map/hall/", "2026-04-22T10:20+05:00");
  app.follow("/en/door/hall/");
  CHECK(app.app->path() == "/en/door/hall/");
  app.follow("/en/map/hall/");
  CHECK(app.app->path() == "/en/map/hall/");
  const std::string empty =
      test::small_event({{"walk", "Walk", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"}},
                        [](test::EventFiles& files) { files["sessions.json"]["sessions"][0].erase("room"); });
  RunningApp none = test::running_with(empty, "/en/map/hall/", "2026-04-22T10:20+05:00");
  CHECK_FALSE(none.leads_to("/en/door/hall/"));
  none.go_to("/en/door/hall/");
  CHECK(none.heading() == said("en", "not_found.title"));
}

TEST_CASE("the kept sign has all days, and goes by no clock") {
  app::Assets files = test::assets();
  files.pack = bytes();
  app::Start start = test::start_at("/en/door/hall/");
  start.static_rendering = true;
  RunningApp app(start, files, "2026-04-22T10:20+05:00");
  CHECK(app.says("Opening"));
  CHECK(app.says("Wind"));
  CHECK_FALSE(app.says(said("en", "board.now")));
}
