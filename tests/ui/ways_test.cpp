#include <optional>
#include <set>

#include "big_event.h"
#include "grid_venue.h"
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

TEST_CASE("of a map that does not connect its levels nobody is offered what makes no difference") {
  // As other people's maps are: stairs, lifts and escalators on each level, and nobody says which are the
  // same.
  model::Venue apart = test::make_venue({.levels = 3, .corridors = 2, .rooms = 4});
  const auto level_of = [&](std::uint32_t end) {
    return end < apart.units.size() ? std::optional(apart.units[end].level) : std::nullopt;
  };
  for (std::uint32_t i = 0; i < 3; ++i) apart.levels[i].level = "level-" + std::to_string(i);
  std::uint32_t rooms[3] = {};
  for (model::MapUnit& unit : apart.units)
    if (unit.kind == model::UnitKind::meeting && rooms[unit.level] < 4)
      unit.room = "room-" + std::to_string(unit.level * 40 + rooms[unit.level]++);
  const model::Venue linked = apart;
  std::erase_if(apart.ways, [&](const model::MapWay& way) {
    return level_of(way.from) && level_of(way.to) && level_of(way.from) != level_of(way.to);
  });
  const auto app_of = [](const model::Venue& venue, const std::string& path) {
    static std::vector<std::string> packs;
    packs.reserve(16);
    packs.push_back(test::BigEvent(10, 120, 1).pack(&venue));
    app::Assets files = test::assets();
    files.pack = packs.back();
    return RunningApp(test::start_at(path), files);
  };
  const std::string offered = said("kk", "walking.step_free"),
                    avoided = said("kk", "walking.avoid_escalators");
  const auto tells_levels = [](const RunningApp& app) {
    return std::ranges::any_of(app.tree().nodes, [](const ui::Node& node) {
      return node.name.starts_with(
          "Картада мына қабаттардан басқа қабатқа қалай өтуге болатыны көрсетілмеген: ");
    });
  };
  for (const char* path : {"/kk/map/", "/kk/map/?from=room-0&to=room-1", "/kk/map/?from=room-0&to=room-41"}) {
    CAPTURE(path);
    const RunningApp without = app_of(apart, path), with = app_of(linked, path);
    CHECK(without.find(Role::switch_, offered) == nullptr);
    CHECK(without.find(Role::switch_, avoided) == nullptr);
    CHECK(tells_levels(without));
    CHECK(without.find(Role::text, said("kk", "route.fastest_step_free")) == nullptr);
    CHECK(with.find(Role::switch_, offered) != nullptr);
    CHECK(with.find(Role::switch_, avoided) != nullptr);
    CHECK_FALSE(tells_levels(with));
  }
  CHECK(app_of(apart, "/kk/map/?from=room-0&to=room-41").says(said("kk", "route.none_not_connected")));
  CHECK(app_of(apart, "/kk/settings/").find(Role::switch_, offered) == nullptr);
  CHECK(app_of(linked, "/kk/settings/").find(Role::switch_, offered) != nullptr);
}
