// Notices: what is urgent lies over every page until it is dismissed or over, what is new is counted.
#include "small_event.h"

using test::RunningApp;
using test::said;
using ui::Role;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::string_view during = "2026-04-22T10:30+05:00";

Json notice(std::string_view id, std::string_view urgency, std::string_view title) {
  return {{"id", id},
          {"title", test::in_all_languages(title)},
          {"text", test::in_all_languages("What to do.")},
          {"urgency", urgency},
          {"published_at", "2026-04-22T10:00+05:00"},
          {"status", "published"}};
}

std::string event_with_notices(Json notices) {
  return test::small_event({{"talk", "Talk", "2026-04-22T10:00+05:00", "2026-04-22T12:00+05:00"}},
                           [&](test::EventFiles& files) { files["notices.json"]["notices"] = notices; });
}

std::string dismiss(std::string_view title) { return "Dismiss: " + std::string(title); }

const ui::Node* alert(const RunningApp& app) {
  const auto found = std::ranges::find(app.tree().nodes, Role::alert, &ui::Node::role);
  return found == app.tree().nodes.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("an alarm lies over every page, at once said, until it is dismissed on one of them") {
  Json smoke = notice("smoke", "alarm", "Smoke in the hall");
  const std::string bytes = event_with_notices(Json::array({smoke}));
  for (const float width : {320.F, 390.F, 820.F, 1440.F}) {
    RunningApp app = test::running_with(bytes, "/en/", during, width);
    for (const char* path :
         {"", "agenda/", "agenda/talk/", "map/", "map/hall/", "search/", "settings/", "x/"}) {
      app.go_to(std::string("/en/") + path);
      REQUIRE_MESSAGE(alert(app) != nullptr, path);
      const ui::Node& button = app.node(Role::button, dismiss("Smoke in the hall"));
      CHECK(button.bounds.height >= 44);
      // Over the page, and not more than the page.
      const auto main = std::ranges::find(app.tree().nodes, Role::main, &ui::Node::role);
      REQUIRE(main != app.tree().nodes.end());
      CHECK(alert(app)->bounds.bottom() <= main->bounds.y + 1);
      CHECK(main->bounds.height > app.around.size.height * 0.4F);
    }
    app.press(Role::button, dismiss("Smoke in the hall"));
    CHECK(alert(app) == nullptr);
    app.go_to("/ru/agenda/");
    CHECK(alert(app) == nullptr);
    CHECK_FALSE(app.wished<app::KeepVisitor>().empty());
  }
}

TEST_CASE("an alarm goes by itself when it is over") {
  Json smoke = notice("smoke", "alarm", "Smoke in the hall");
  smoke["until"] = "2026-04-22T11:00+05:00";
  const std::string bytes = event_with_notices(Json::array({smoke}));
  RunningApp app = test::running_with(bytes, "/en/map/", during);
  REQUIRE(alert(app) != nullptr);
  REQUIRE(app.last.wake_at);
  app.around.now = test::moment("2026-04-22T11:00+05:00");
  app.settle();
  CHECK(alert(app) == nullptr);
}

TEST_CASE("where the clock is set nothing is told before it was published, else whatever the clock says") {
  Json smoke = notice("smoke", "alarm", "Smoke in the hall");
  Json buses = notice("buses", "change", "More buses");
  const std::string bytes = event_with_notices(Json::array({smoke, buses}));
  RunningApp set = test::running_with(bytes, "/en/news/?at=2026-04-22T09:59%2B05:00", during);
  CHECK(alert(set) == nullptr);
  CHECK_FALSE(set.says("More buses"));
  CHECK(set.says(said("en", "news.none")));
  set.go_to("/en/?at=2026-04-22T09:59%2B05:00");
  CHECK_FALSE(set.says("More buses"));
  // And then it is, by itself.
  REQUIRE(set.last.wake_at);
  CHECK(*set.last.wake_at <= test::moment(during) + std::chrono::minutes(1));
  set.around.now += std::chrono::minutes(1);
  set.settle();
  CHECK(alert(set) != nullptr);
  CHECK(set.says("More buses"));
  // The clock of this device may be slow.
  const RunningApp slow = test::running_with(bytes, "/en/news/", "2026-04-22T09:50+05:00");
  CHECK(alert(slow) != nullptr);
  CHECK(slow.says("More buses"));
}

TEST_CASE("an alarm that holds for days wakes the app when it is over") {
  Json smoke = notice("smoke", "alarm", "Smoke in the hall");
  smoke["until"] = "2026-04-25T11:00+05:00";
  const std::string bytes = event_with_notices(Json::array({smoke}));
  const RunningApp app = test::running_with(bytes, "/en/settings/", during);
  REQUIRE(alert(app) != nullptr);
  REQUIRE(app.last.wake_at);
  CHECK(*app.last.wake_at == test::moment("2026-04-25T11:00+05:00"));
}

TEST_CASE("what a device takes at the top is left once, also below an alarm") {
  const std::string bytes = event_with_notices(Json::array({notice("smoke", "alarm", "Smoke in the hall")}));
  RunningApp app = test::running_with(bytes, "/en/agenda/", during);
  const auto title_below_strip = [&] {
    const auto main = std::ranges::find(app.tree().nodes, Role::main, &ui::Node::role);
    return app.node(Role::heading, said("en", "agenda.title")).bounds.y - main->bounds.y;
  };
  const float without = title_below_strip();
  app.around.safe_area.top = 50;
  app.settle();
  CHECK(title_below_strip() == doctest::Approx(without));
  CHECK(alert(app)->bounds.y >= 50);
}

TEST_CASE("a dismissed alarm comes back when it says something else, and stays away when it says the same") {
  Json smoke = notice("smoke", "alarm", "Smoke in the hall");
  const std::string first = event_with_notices(Json::array({smoke}));
  RunningApp app = test::running_with(first, "/en/", during);
  app.press(Role::button, dismiss("Smoke in the hall"));
  const std::string kept = app.app->session().merge_visitor({}).text;
  smoke["text"] = test::in_all_languages("Leave by the east door.");
  const std::string second = event_with_notices(Json::array({smoke}));
  const auto opened = [&](const std::string& bytes) {
    app::Assets files = test::assets();
    files.pack = bytes;
    app::Start start = test::start_at("/en/");
    start.visitor = kept;
    return RunningApp(start, files, during);
  };
  CHECK(alert(opened(first)) == nullptr);
  CHECK(alert(opened(second)) != nullptr);
}

TEST_CASE("new notices are counted at the navigation until the news were opened") {
  const std::string bytes = event_with_notices(Json::array(
      {notice("a", "information", "Lunch is served"), notice("b", "change", "Hall 2 instead of 1")}));
  for (const float width : {390.F, 820.F, 1440.F}) {
    RunningApp app = test::running_with(bytes, "/en/agenda/", during, width);
    const ui::Node& badge = app.node(Role::text, "2 new notices");
    CHECK(badge.shown == "2");
    CHECK(alert(app) == nullptr);
    app.go_to("/en/info/");
    CHECK(app.says("2 new notices"));
    app.go_to("/en/news/");
    CHECK(app.says("Lunch is served"));
    CHECK_FALSE(app.says("2 new notices"));
    CHECK_FALSE(app.wished<app::KeepVisitor>().empty());
    app.go_to("/en/agenda/");
    CHECK_FALSE(app.says("new notice"));
  }
}

TEST_CASE("the home page of a running event has the notices, with how many are new") {
  const std::string bytes = event_with_notices(Json::array({notice("a", "information", "Lunch is served")}));
  RunningApp app = test::running_with(bytes, "/en/", during);
  CHECK(app.find(Role::heading, said("en", "notices.title")) != nullptr);
  CHECK(app.says("1 new notice"));
  CHECK(app.leads_to("/en/news/#a"));
}

TEST_CASE("pages that are kept have the alarms that hold, and nothing to dismiss them with") {
  Json smoke = notice("smoke", "alarm", "Smoke in the hall");
  Json past = notice("past", "alarm", "It was something");
  past["until"] = "2026-04-22T10:15+05:00";
  const std::string bytes = event_with_notices(Json::array({smoke, past}));
  for (const char* path : {"/en/", "/en/agenda/", "/en/map/", "/en/settings/"}) {
    app::Assets files = test::assets();
    files.pack = bytes;
    app::Start start = test::start_at(path);
    start.static_rendering = true;
    const RunningApp app(start, files, during);
    CHECK_MESSAGE(app.says("Smoke in the hall"), path);
    CHECK_FALSE(app.says("It was something"));
    CHECK(app.find(Role::button, dismiss("Smoke in the hall")) == nullptr);
    CHECK_FALSE(app.says("new notice"));
  }
}

TEST_CASE("a head that would leave the list less than half of the room scrolls with it") {
  Json smoke = notice("smoke", "alarm", "Smoke in the hall");
  Json water = notice("water", "alarm", "No water on level 2");
  const std::string bytes = event_with_notices(Json::array({smoke, water}));
  const auto scrolled_head = [](RunningApp& app) {
    const ui::Node& first = app.node(Role::search_field, said("en", "agenda.filter"));
    return first.scroller != 0;
  };
  const auto list_height = [](const RunningApp& app) {
    float most = 0;
    for (const ui::ScrollArea& area : app.tree().areas)
      if (area.bounds.width > 300) most = std::max(most, area.bounds.height);
    return most;
  };
  RunningApp low = test::running_with(bytes, "/en/agenda/", during);
  low.around.size = {640, 360};
  low.around.text_scale = 2;
  low.settle();
  CHECK(scrolled_head(low));
  CHECK(list_height(low) >= 90);
  RunningApp high = test::running_with(bytes, "/en/agenda/", during);
  high.around.size = {640, 900};
  high.settle();
  CHECK_FALSE(scrolled_head(high));
}
