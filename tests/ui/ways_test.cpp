#include <set>

#include "running_app.h"

using test::RunningApp;
using test::said;
using ui::Role;

namespace {

bool leads_to(const RunningApp& app, std::string_view link) {
  return std::ranges::any_of(app.tree().nodes, [&](const ui::Node& node) { return node.href == link; });
}

}  // namespace

TEST_CASE("from a room one press leads to the way there, one more to a start, and the steps are told") {
  RunningApp app("/en/map/hall-3/");
  REQUIRE(leads_to(app, "/en/map/?to=hall-3"));
  app.press(Role::link, said("en", "route.there"));
  CHECK(app.app->path() == "/en/map/?to=hall-3");
  // Places lead to the way from there now.
  app.go_to("/en/map/?to=hall-3&level=congress-1");
  app.press(Role::link, app.name_of("/en/map/?from=information-desk&to=hall-3"));
  CHECK(app.app->path() == "/en/map/?from=information-desk&to=hall-3");
  CHECK(app.says("Start: Information desk."));
}

TEST_CASE("both ways are one press apart, and without stairs there are none") {
  for (const std::string language : {"kk", "ru", "en"}) {
    CAPTURE(language);
    RunningApp app("/" + language + "/map/?from=information-desk&to=hall-3&step-free=1");
    const std::string lift = language == "kk" ? "2\u2011қабатқа лифтпен көтеріліңіз."
                             : language == "ru" ? "Поднимитесь на лифте на 2\u2011й\u00a0этаж."
                                                : "Take the lift up to level\u00a02.";
    const auto is_told = [&](std::string_view sentence) {
      return std::ranges::any_of(app.tree().nodes,
                                 [&](const ui::Node& node) { return node.name.starts_with(sentence); });
    };
    CHECK(is_told(lift));
    app.go_to("/" + language + "/map/?from=information-desk&to=hall-3");
    CHECK_FALSE(is_told(lift));
    CHECK(leads_to(app, "/" + language + "/map/?from=information-desk&to=hall-3&step-free=1"));
    CHECK(leads_to(app, "/" + language + "/map/?from=hall-3&to=information-desk"));
  }
}

TEST_CASE("a step shows the level on which it is made") {
  RunningApp app("/en/map/?from=information-desk&to=hall-3&step-free=1");
  const std::string below = floor_plan(app).name;
  app.go_to("/en/map/?from=information-desk&to=hall-3&step-free=1&step=4");
  CHECK(floor_plan(app).name != below);
  CHECK(floor_plan(app).name.find("Level\u00a02") != std::string::npos);
}

TEST_CASE("who says where they stand sees it on the plan, and what is near by walking") {
  RunningApp app("/en/map/?here=hall-3");
  CHECK(floor_plan(app).name.find("Level\u00a02") != std::string::npos);
  CHECK(app.says("You are here: Hall\u00a03"));
  CHECK(leads_to(app, "/en/map/?from=hall-3&to=toilets-east-2&here=hall-3"));
}

TEST_CASE("nonsense in the address of the map is passed over") {
  for (const char* path :
       {"/en/map/?from=nowhere&to=hall-3", "/en/map/?from=hall-3&to=hall-3", "/en/map/?here=nobody&step=99",
        "/en/map/?from=hall-1&to=hall-3&step=9999999999999999999999"}) {
    CAPTURE(path);
    const RunningApp app(path);
    CHECK_FALSE(floor_plan(app).name.empty());
  }
}

TEST_CASE("two ways that are as long say what tells them apart") {
  struct Said {
    std::string language, lift, escalator;
  };
  for (const Said& said :
       {Said{"en", "2\u00a0min · 85\u00a0m · by lift", "2\u00a0min · 85\u00a0m · by escalator"},
        Said{"ru", "2\u00a0мин · 85\u00a0м · на лифте", "2\u00a0мин · 85\u00a0м · на эскалаторе"},
        Said{"kk", "2\u00a0мин · 85\u00a0м · лифтпен", "2\u00a0мин · 85\u00a0м · эскалатормен"}}) {
    CAPTURE(said.language);
    for (const char* chosen : {"", "&step-free=1"}) {
      const RunningApp app("/" + said.language + "/map/?from=information-desk&to=hall-3" + chosen);
      CHECK(app.find(Role::text, said.lift) != nullptr);
      CHECK(app.find(Role::text, said.escalator) != nullptr);
    }
  }
  // Of these the length says enough.
  const RunningApp app("/en/map/?from=information-desk&to=briefing-room");
  CHECK(app.find(Role::text, "2\u00a0min · 65\u00a0m") != nullptr);
  CHECK(app.find(Role::text, "2\u00a0min · 70\u00a0m") != nullptr);
}
