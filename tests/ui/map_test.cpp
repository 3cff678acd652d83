// The map: what is looked for, where the visitor stands, what is closed, how the visitor goes.
#include <deque>
#include <nlohmann/json.hpp>
#include <set>

#include "running_app.h"

using test::RunningApp;
using test::said;
using ui::Role;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::string_view half_past_ten = "2026-04-22T10:30+05:00";

// The links that begin so, in the order of the page.
std::vector<std::string> links_to(const RunningApp& app, std::string_view begin) {
  std::vector<std::string> links;
  for (const ui::Node& node : app.tree().nodes)
    if (node.href.starts_with(begin)) links.push_back(node.href);
  return links;
}

// The event with a notice that says so of that room.
std::string event_with_notice(std::string_view state, std::string_view room, std::string_view until = {}) {
  Json pack = Json::parse(test::asset("pack"));
  Json notice = {{"id", "of-the-day"},
                 {"title", {{"kk", "Хабар"}, {"ru", "Сообщение"}, {"en", "A message"}}},
                 {"text", {{"kk", "Мәтін."}, {"ru", "Текст."}, {"en", "A text."}}},
                 {"urgency", "change"},
                 {"published_at", "2026-04-22T08:00+05:00"},
                 {"state", state},
                 {"applies_to", {{"rooms", {room}}}},
                 {"status", "published"}};
  if (!until.empty()) notice["until"] = until;
  pack["files"]["notices.json"]["notices"].push_back(std::move(notice));
  return pack.dump();
}

RunningApp running_with(std::string pack, const std::string& path, std::string_view now = half_past_ten) {
  static std::deque<std::string> kept;  // the app reads them as long as it runs
  app::Assets assets = test::assets();
  assets.pack = kept.emplace_back(std::move(pack));
  RunningApp app(test::start_at(path), assets, now);
  REQUIRE(app.app->event_is_there());
  return app;
}

model::Minutes minutes_to(const RunningApp& app, const std::string& from, const std::string& to) {
  const venue::Venue& venue = *app.app->edition()->venue();
  const auto route = venue::find_route(venue, venue.place_of_room(from), venue.place_of_room(to));
  REQUIRE(route);
  return route->walking_time;
}

}  // namespace

TEST_CASE("the nearest of a kind stands first, by walking, and it says from where") {
  RunningApp app("/en/map/");
  app.press(Role::link, said("en", "near.toilets"));
  CHECK(app.app->path() == "/en/map/?near=toilets");
  CHECK(app.says("Distances from: Main entrance"));
  const auto from_entrance = links_to(app, "/en/map/?from=main-entrance&to=");
  REQUIRE(from_entrance.size() == 7);  // as many as the event has
  // As far as the ways are.
  const venue::Venue& venue = *app.app->edition()->venue();
  std::uint64_t before = 0;
  for (const std::string& link : from_entrance) {
    const std::string room = link.substr(link.rfind('=') + 1);
    const auto route =
        venue::find_route(venue, venue.place_of_room("main-entrance"), venue.place_of_room(room));
    REQUIRE(route);
    CHECK(route->cost_cm >= before);
    before = route->cost_cm;
  }
  // Who stands elsewhere is told of another one.
  app.go_to("/en/map/?near=toilets&here=hall-5");
  CHECK(app.says("Distances from where you are: Hall\u00a05"));
  const auto from_hall = links_to(app, "/en/map/?from=hall-5&to=");
  REQUIRE_FALSE(from_hall.empty());
  CHECK(from_hall.front().find("-3&here=hall-5") != std::string::npos);
  // One press more is the way.
  app.follow(from_hall.front());
  CHECK(app.says("Route: Hall\u00a05"));
}

TEST_CASE("every kind of place that the venue has can be asked for, and none that it has not") {
  for (const std::string language : {"kk", "ru", "en"}) {
    CAPTURE(language);
    const RunningApp app("/" + language + "/map/");
    for (const text::Key key :
         {text::Key("near.toilets"), text::Key("near.food"), text::Key("near.lift"), text::Key("near.exit"),
          text::Key("near.information"), text::Key("near.aid"), text::Key("near.cloakroom"),
          text::Key("near.prayer"), text::Key("near.quiet")})
      CHECK_MESSAGE(app.find(Role::link, said(language, key)) != nullptr, said(language, key));
    CHECK(app.find(Role::link, said(language, "near.defibrillator")) == nullptr);
    CHECK(app.find(Role::link, said(language, "near.charging")) == nullptr);
  }
}

TEST_CASE("what is typed on the map finds places of all levels, and each leads to the way there") {
  RunningApp app("/en/map/");
  app.write(said("en", "map.find"), "hall 5");
  CHECK(app.app->path() == "/en/map/?q=hall%205");
  CHECK(app.leads_to("/en/map/?from=main-entrance&to=hall-5"));
  // Who is choosing a start chooses it there too.
  app.go_to("/en/map/?to=hall-3&q=information");
  CHECK(app.leads_to("/en/map/?from=information-desk&to=hall-3"));
  app.go_to("/en/map/?q=xqzw");
  CHECK(app.says("Nothing found"));
}

TEST_CASE("an exit is a place to go to, though it is no room") {
  RunningApp app("/en/map/?here=hall-3&near=exit");
  const auto links = links_to(app, "/en/map/?from=hall-3&to=congress-1~");
  REQUIRE(links.size() == 1);
  app.follow(links.front());
  CHECK(app.says("Route: Hall\u00a03 – Exit"));
  CHECK(app.says("Exit."));
}

TEST_CASE("a press on the plan says where somebody stands, and the ways begin there") {
  RunningApp app = test::at("/en/map/", 1440, 900);
  app.press(Role::link, said("en", "map.say_here"));
  CHECK(app.app->path() == "/en/map/?mark=here");
  CHECK(app.says(said("en", "map.mark_about")));
  // The foyer is no link; what is one leads nowhere now.
  const ui::Rect drawn = floor_plan(app).bounds;
  app.tap({drawn.center().x, drawn.bottom() - 40});
  const std::string path = app.app->path();
  CAPTURE(path);
  REQUIRE(path.starts_with("/en/map/?here=congress-1~"));
  CHECK(app.says("You are here:"));
  const auto ways = links_to(app, "/en/map/?from=congress-1~");
  REQUIRE_FALSE(ways.empty());
  app.follow(ways.front());
  CHECK(app.says("Start"));
  // By keyboard the middle of what is seen is meant; by the list, that place.
  app.go_to("/en/map/?mark=here");
  app.press(Role::button, said("en", "map.mark_here"));
  CHECK(app.app->path().starts_with("/en/map/?here=congress-1~"));
  app.go_to("/en/map/?mark=here");
  app.follow("/en/map/?here=cafe");
  CHECK(app.says("You are here: Café"));
}

TEST_CASE("a place says that the visitor is there, and stays so from page to page") {
  RunningApp app("/en/map/hall-3/");
  app.press(Role::link, said("en", "route.i_am_here"));
  CHECK(app.app->path() == "/en/map/?here=hall-3");
  app.go_to("/en/map/?here=hall-3&level=congress-1");
  app.follow("/en/map/cafe/?here=hall-3");
  // From there the way is one press.
  app.press(Role::link, said("en", "route.there"));
  CHECK(app.app->path() == "/en/map/?from=hall-3&to=cafe&here=hall-3");
  CHECK(app.says("Start: Hall\u00a03."));
}

TEST_CASE("what a notice says of a place is on the plan, in the list and on its page, until it is over") {
  const struct {
    const char* state;
    text::Key key;
  } all[] = {{"closed", "notice.closed"},
             {"full", "notice.full"},
             {"crowded", "notice.crowded"},
             {"moved", "notice.moved"}};
  for (const auto& one : all) {
    CAPTURE(one.state);
    RunningApp app = running_with(event_with_notice(one.state, "cafe", "2026-04-22T12:00+05:00"), "/en/map/");
    const std::string state = said("en", one.key);
    CHECK(app.find(Role::link, "Café: " + state) != nullptr);
    const auto rows = std::ranges::count_if(
        app.tree().nodes, [&](const ui::Node& node) { return node.name.find(state) != std::string::npos; });
    CHECK(rows >= 2);
    app.go_to("/en/map/cafe/");
    CHECK(app.says(state));
    REQUIRE(app.last.wake_at);
    app.go_to("/en/map/");
    app.around.now = test::moment("2026-04-22T12:00+05:00");
    app.settle();
    CHECK(app.find(Role::link, "Café: " + state) == nullptr);
    CHECK(app.find(Role::link, "Café") != nullptr);
  }
}

TEST_CASE("ways go around what is closed and say so, and where there is none they say why") {
  const std::string path = "/en/map/?from=information-desk&to=hall-3&step-free=1";
  RunningApp open(path);
  std::string lift;
  for (const char* one : {"lift-west-1", "lift-east-1"}) {
    const venue::Venue& venue = *open.app->edition()->venue();
    const auto route = venue::find_route(venue, venue.place_of_room("information-desk"),
                                         venue.place_of_room("hall-3"), {.step_free = true});
    REQUIRE(route);
    if (std::ranges::find(route->path, venue.place_of_room(one)) != route->path.end()) lift = one;
  }
  REQUIRE_FALSE(lift.empty());
  const std::string name = lift == "lift-west-1" ? "West lift" : "East lift";
  RunningApp app = running_with(event_with_notice("closed", lift), path);
  CHECK(app.says("The route goes around what is closed: " + name));
  CHECK_FALSE(open.says("The route goes around what is closed"));
  RunningApp none = running_with(event_with_notice("closed", "hall-3"), path);
  CHECK(none.says("The way there is closed."));
  CHECK(none.says("You cannot get past: Hall\u00a03"));
}

TEST_CASE("how the visitor goes is remembered, and the address goes before it") {
  RunningApp app("/en/map/?from=information-desk&to=hall-3");
  const auto is_told = [&](std::string_view sentence) {
    return std::ranges::any_of(app.tree().nodes,
                               [&](const ui::Node& node) { return node.name.starts_with(sentence); });
  };
  CHECK_FALSE(is_told("Take the lift up"));
  app.press(Role::button, said("en", "walking.step_free"));
  CHECK(is_told("Take the lift up"));
  CHECK(app.app->session().visitor().walking.step_free);
  CHECK_FALSE(app.wished<app::KeepVisitor>().empty());
  // The way back too.
  CHECK(app.leads_to("/en/map/?from=hall-3&to=information-desk"));
  app.go_to("/en/map/?from=hall-3&to=information-desk");
  CHECK(is_told("Take the lift down"));
  app.go_to("/en/map/?from=information-desk&to=hall-3&step-free=0");
  CHECK_FALSE(is_told("Take the lift up"));
  // What is chosen by hand goes before what the address said.
  app.press(Role::button, said("en", "walking.avoid_escalators"));
  CHECK(app.app->path() == "/en/map/?from=information-desk&to=hall-3");
  CHECK(app.app->session().visitor().walking.avoid_escalators);
  CHECK(is_told("Take the lift up"));
}

TEST_CASE("the switch between levels shows where the way and the chosen place are") {
  RunningApp app("/en/map/?from=information-desk&to=hall-3");
  CHECK(app.find(Role::link, "Level\u00a01: the route is here") != nullptr);
  CHECK(app.find(Role::link, "Level\u00a02: the route is here") != nullptr);
  CHECK(app.find(Role::link, "Level\u00a03") != nullptr);
  app.go_to("/en/map/?to=hall-3&level=congress-1");
  CHECK(app.find(Role::link, "Level\u00a02: Hall\u00a03 is here") != nullptr);
}

TEST_CASE("a step brings its stretch of the way into view, and the whole way the whole plan") {
  RunningApp app = test::at("/en/map/?from=information-desk&to=hall-3&step-free=1", 390, 844);
  CHECK_FALSE(floor_plan(app).state.zoomed);
  app.go_to("/en/map/?from=information-desk&to=hall-3&step-free=1&step=2");
  CHECK(floor_plan(app).state.zoomed);
  app.go_to("/en/map/?from=information-desk&to=hall-3&step-free=1");
  CHECK_FALSE(floor_plan(app).state.zoomed);
  app.press(Role::button, said("en", "map.zoom_way"));
  CHECK(floor_plan(app).state.zoomed);
  app.press(Role::button, said("en", "map.zoom_whole"));
  CHECK_FALSE(floor_plan(app).state.zoomed);
}

TEST_CASE("the codes for doors and desks lead to the map with the visitor there") {
  RunningApp app("/en/codes/");
  const model::Event& event = app.app->edition()->event();
  for (const model::Room& room : event.rooms) {
    CAPTURE(room.id);
    CHECK(app.leads_to("/en/map/?here=" + room.id));
  }
}

TEST_CASE("when to leave goes by the way through the building where the map has it") {
  const RunningApp app("/en/");
  const content::Edition& edition = *app.app->edition();
  CHECK(edition.walking_times().between("hall-1", "hall-5") == minutes_to(app, "hall-1", "hall-5"));
  CHECK(edition.walking_times().between("hall-1", "hall-1") == model::Minutes(0));
  // A sketch knows no distances outdoors.
  CHECK(edition.walking_times().between("hall-1", "forum-stage") >= agenda::way_between_sites);
  CHECK(edition.walking_times(true).between("hall-1", "hall-5") >=
        edition.walking_times().between("hall-1", "hall-2"));
}

TEST_CASE("nonsense in the address of the map is passed over, points and kinds too") {
  for (const char* path :
       {"/en/map/?here=congress-1~x~1", "/en/map/?here=congress-1~1", "/en/map/?here=~1~1",
        "/en/map/?here=congress-1~99999999999~1", "/en/map/?from=nowhere~1~1&to=hall-1", "/en/map/?near=gold",
        "/en/map/?from=congress-1~-900000~900000&to=hall-1", "/en/map/?from=hall-1&to=congress-1~100~100",
        "/en/map/hall-1/?near=toilets&here=zzz"}) {
    CAPTURE(path);
    const RunningApp app(path);
    CHECK_FALSE(floor_plan(app).name.empty());
  }
}
