// The map: what is looked for, where the visitor stands, what is closed, how the visitor goes.
#include <deque>
#include <nlohmann/json.hpp>
#include <set>

#include "content/walks.h"
#include "icons.h"
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
  CHECK(app.says("Walking times from: Main entrance"));
  const auto from_entrance = links_to(app, "/en/map/?from=main-entrance&to=");
  REQUIRE(from_entrance.size() == 7);  // as many as the event has
  // By the minutes that are told of them, and by the trouble of the ways where those are the same.
  const content::Edition& edition = *app.app->edition();
  const venue::Venue& venue = *edition.venue();
  const venue::PlaceId entrance = venue.place_of_room("main-entrance");
  std::pair<model::Minutes, std::uint64_t> before{};
  for (const std::string& link : from_entrance) {
    const std::string room = link.substr(link.rfind('=') + 1);
    const venue::PlaceId place = venue.place_of_room(room);
    const auto route = venue::find_route(venue, entrance, place);
    REQUIRE(route);
    const std::pair now{content::told_time(edition, entrance, place, route->walking_time), route->cost_cm};
    CHECK(now >= before);
    before = now;
  }
  // Who stands elsewhere is told of another one.
  app.go_to("/en/map/?near=toilets&here=hall-5");
  CHECK(app.says("Walking times from where you are: Hall\u00a05"));
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
  app.press(Role::switch_, said("en", "walking.step_free"));
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
  app.press(Role::switch_, said("en", "walking.avoid_escalators"));
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

TEST_CASE("of what is on another level it says how many levels up or down it is") {
  const struct {
    const char* language;
    const char* up;
    const char* down;
  } all[] = {{"kk", "1\u00a0қабат жоғары", "1\u00a0қабат төмен"},
             {"ru", "на 1\u00a0этаж выше", "на 1\u00a0этаж ниже"},
             {"en", "one level up", "one level down"}};
  const auto plain = [](std::string text) {
    for (std::size_t at = text.find("\u00a0"); at != std::string::npos; at = text.find("\u00a0"))
      text.replace(at, 2, " ");
    return text;
  };
  for (const auto& one : all) {
    CAPTURE(one.language);
    const RunningApp app("/" + std::string(one.language) + "/map/?near=toilets&here=hall-3");
    // What stands below the name of a place.
    const auto told = [&](std::string_view to) {
      const std::string link =
          "/" + std::string(one.language) + "/map/?from=hall-3&to=" + std::string(to) + "&here=hall-3";
      const auto row = std::ranges::find(app.tree().nodes, link, &ui::Node::href);
      REQUIRE_MESSAGE(row != app.tree().nodes.end(), link);
      return plain((row + 1)->name);
    };
    CHECK(told("toilets-east-1").find(plain(one.down)) != std::string::npos);
    CHECK(told("toilets-east-3").find(plain(one.up)) != std::string::npos);
    CHECK(told("toilets-east-2").find(plain(one.up)) == std::string::npos);
    CHECK(told("toilets-east-2").find(plain(one.down)) == std::string::npos);
  }
}

TEST_CASE("a notice about one stop of a lift closes the whole lift, on each level") {
  const std::string path = "/en/map/?from=hall-3&to=hall-5&step-free=1";
  const RunningApp open(path);
  const venue::Venue& venue = *open.app->edition()->venue();
  const auto way = venue::find_route(venue, venue.place_of_room("hall-3"), venue.place_of_room("hall-5"),
                                     {.step_free = true});
  REQUIRE(way);
  std::string side;
  for (const char* one : {"west", "east"})
    if (std::ranges::find(way->path, venue.place_of_room("lift-" + std::string(one) + "-2")) !=
        way->path.end())
      side = one;
  REQUIRE_FALSE(side.empty());
  const std::string name = side == "west" ? "West lift" : "East lift",
                    other = side == "west" ? "East lift" : "West lift";
  // Not a stop of that way: but the same lift.
  RunningApp app = running_with(event_with_notice("closed", "lift-" + side + "-1"), path);
  CHECK(app.says("The route goes around what is closed: " + name + "."));
  CHECK(app.says("Take the lift"));
  for (const char* level : {"congress-1", "congress-2", "congress-3"}) {
    CAPTURE(level);
    app.go_to("/en/map/?level=" + std::string(level));
    CHECK(app.find(Role::link, name + ": Closed") != nullptr);
    CHECK(app.find(Role::link, other + ": Closed") == nullptr);
    CHECK(app.find(Role::link, other) != nullptr);
  }
  // Its page says why, on whichever level somebody stands before it.
  app.go_to("/en/map/lift-" + side + "-3/");
  CHECK(app.says("A message"));
  // Of stairs one flight is closed, and no more.
  RunningApp stairs = running_with(event_with_notice("closed", "stairs-west-1"), "/en/map/?level=congress-1");
  CHECK(stairs.find(Role::link, "West stairs: Closed") != nullptr);
  stairs.go_to("/en/map/?level=congress-2");
  CHECK(stairs.find(Role::link, "West stairs: Closed") == nullptr);
}

TEST_CASE("the page of a place says when it is open, as far as its venue does") {
  const RunningApp plain("/en/map/cafe/");
  CHECK_FALSE(plain.says(said("en", "place.hours")));
  const venue::Venue& venue = *plain.app->edition()->venue();
  const auto with_hours = [&](std::initializer_list<int> hours) {
    Json pack = Json::parse(test::asset("pack"));
    pack["venue"]["hours"] = std::vector<int>(hours);
    return pack.dump();
  };
  const int cafe = static_cast<int>(venue.place_of_room("cafe"));
  const std::string week =
      with_hours({4, cafe, 0x1F, 480, 720, cafe, 0x1F, 780, 1200, cafe, 0x60, 1320, 1560, cafe, 0x80, 0, 0});
  const struct {
    const char* language;
    std::vector<std::string> lines;
  } all[] = {{"en",
              {"Monday–Friday: 08:00–12:00 and 13:00–20:00", "Saturday and Sunday: 22:00–02:00",
               "Public holidays: closed"}},
             {"ru",
              {"Понедельник–пятница: 08:00–12:00 и 13:00–20:00", "Суббота и воскресенье: 22:00–02:00",
               "Праздничные дни: закрыто"}},
             {"kk",
              {"Дүйсенбі–жұма: 08:00–12:00 және 13:00–20:00", "Сенбі және жексенбі: 22:00–02:00",
               "Мереке күндері: жабық"}}};
  for (const auto& one : all) {
    CAPTURE(one.language);
    const RunningApp app = running_with(week, "/" + std::string(one.language) + "/map/cafe/");
    CHECK(app.says(said(one.language, "place.hours")));
    for (const std::string& line : one.lines) CHECK_MESSAGE(app.says(line), line);
  }
  const RunningApp always = running_with(with_hours({1, cafe, 0x7F, 0, 1440}), "/en/map/cafe/");
  CHECK(always.says(said("en", "place.hours_always")));
  // Nobody has said so of the next one.
  const RunningApp other = running_with(week, "/en/map/registration/");
  CHECK_FALSE(other.says(said("en", "place.hours")));
}

TEST_CASE("the page of a place is handed on as that of a session is: by a code and by a link") {
  app::Start start = test::start_at("/en/map/hall-3/");
  start.site = "https://where.example";
  RunningApp app(start, test::assets());
  CHECK(app.find(Role::image, said("en", "session.code")) != nullptr);
  app.press(Role::button, said("en", "session.share"));
  const auto shared = app.wished<app::ShareLink>();
  REQUIRE(shared.size() == 1);
  CHECK(shared[0].url == "https://where.example/en/map/hall-3/");
  CHECK(shared[0].title == "Hall\u00a03");
  // Where nobody knows the address there is nothing to hand on.
  const RunningApp nowhere("/en/map/hall-3/");
  CHECK(nowhere.find(Role::button, said("en", "session.share")) == nullptr);
}

TEST_CASE("one way that is both the fastest and step-free is told once, and says so") {
  // On one level.
  RunningApp app("/en/map/?from=hall-1&to=hall-3");
  CHECK(app.says(said("en", "route.fastest_step_free")));
  CHECK(app.find(Role::list, said("en", "route.choices")) == nullptr);
  app.go_to("/en/map/?from=hall-1&to=hall-3&step-free=1");
  CHECK(app.says(said("en", "route.fastest_step_free")));
  app.go_to("/en/map/?from=information-desk&to=hall-3");
  CHECK_FALSE(app.says(said("en", "route.fastest_step_free")));
  CHECK(app.find(Role::list, said("en", "route.choices")) != nullptr);
}

TEST_CASE("how one goes is told by switches, which stand as the way is") {
  RunningApp app("/en/settings/");
  const auto is_on = [&](text::Key key) { return app.node(Role::switch_, said("en", key)).state.checked; };
  CHECK_FALSE(is_on("walking.step_free"));
  app.press(Role::switch_, said("en", "walking.step_free"));
  CHECK(is_on("walking.step_free"));
  CHECK_FALSE(is_on("walking.avoid_escalators"));
  CHECK(app.app->session().visitor().walking.step_free);
  // The address asks for something else once, and a press is about what is seen.
  app.go_to("/en/map/?from=information-desk&to=hall-3&step-free=0");
  CHECK_FALSE(is_on("walking.step_free"));
  app.press(Role::switch_, said("en", "walking.step_free"));
  CHECK(is_on("walking.step_free"));
  CHECK(app.app->path() == "/en/map/?from=information-desk&to=hall-3");
  CHECK(app.app->session().visitor().walking.step_free);
}

TEST_CASE("on a phone the step that is shown is in sight with its place on the plan") {
  const std::string way = "/en/map/?from=information-desk&to=hall-3&step-free=1";
  for (const float text_scale : {1.F, 2.F}) {
    CAPTURE(text_scale);
    RunningApp app = test::at(way, 390, 844);
    app.around.text_scale = text_scale;
    app.settle();
    // The whole way is read from the beginning of its page on.
    const auto field = std::ranges::find(app.tree().nodes, Role::search_field, &ui::Node::role);
    REQUIRE(field != app.tree().nodes.end());
    CHECK(field->bounds.y >= field->clip.y);
    const auto steps = [&] {
      std::vector<const ui::Node*> links;
      for (const ui::Node& node : app.tree().nodes)
        if (node.href.starts_with(way + "&step=") && node.text.height > 0) links.push_back(&node);
      return links;
    }();
    REQUIRE(steps.size() >= 5);
    const std::string sentence = steps[2]->name;
    app.follow(way + "&step=3");
    const auto in_sight = [&](const ui::Node& node) {
      return node.bounds.y >= node.clip.y && node.bounds.y < node.clip.bottom() && node.drawn;
    };
    const auto told = std::ranges::find_if(app.tree().nodes, [&](const ui::Node& node) {
      return node.role == Role::text && node.name == sentence;
    });
    REQUIRE(told != app.tree().nodes.end());
    CHECK(in_sight(*told));
    CHECK(intersection(floor_plan(app).bounds, floor_plan(app).clip).height > 250);
    // The next one is one press away from there, and so is the whole way.
    app.follow(way + "&step=4");
    CHECK(app.app->path() == way + "&step=4");
    app.follow(way);
    CHECK(app.app->path() == way);
  }
}

TEST_CASE("steps are items of a list, each with its number beside the first line of its sentence") {
  for (const float text_scale : {1.F, 2.F}) {
    CAPTURE(text_scale);
    RunningApp app = test::at("/ru/map/?from=information-desk&to=hall-3&step-free=1", 390, 8000);
    app.around.text_scale = text_scale;
    app.settle();
    const auto& nodes = app.tree().nodes;
    const auto list = std::ranges::find_if(nodes, [](const ui::Node& node) {
      return node.role == Role::list && node.name == said("ru", "route.steps");
    });
    REQUIRE(list != nodes.end());
    int items = 0;
    for (auto node = list + 1; node != nodes.end() && node->depth > list->depth; ++node) {
      if (node->role != Role::list_item) continue;
      ++items;
      CHECK(node->look == ui::Look::step);
      const ui::Node &mark = node[1], &sentence = node[2];
      CHECK(mark.look == ui::Look::step_mark);
      const float first_line = sentence.text.y + sentence.line_height_px / 2;
      CHECK(std::abs(mark.bounds.center().y - first_line) < 1);
      CHECK(mark.bounds.right() < sentence.text.x);
    }
    CHECK(items >= 5);
  }
}

TEST_CASE("chips are as far apart from line to line as in a line, in large letters too") {
  for (const std::string_view page : {"/ru/map/", "/ru/search/", "/ru/"})
    for (const float scale : {1.F, 2.F}) {
      CAPTURE(page);
      CAPTURE(scale);
      RunningApp app((std::string(page)), "2026-04-21T10:00+05:00");
      app.around.size = {320, 20000};
      app.around.text_scale = scale;
      app.settle();
      std::vector<const ui::Node*> chips;
      for (const ui::Node& node : app.tree().nodes)
        if (node.look == ui::Look::chip && !app.moves_sideways(node.clip)) chips.push_back(&node);
      REQUIRE(chips.size() >= 4);
      std::size_t lines = 0;
      for (std::size_t i = 0; i < chips.size(); ++i) {
        const ui::Rect& chip = chips[i]->bounds;
        // 6 above and below the words within its edge, and half of what lies between two of them around it.
        CHECK_MESSAGE(chip.height >= chips[i]->text.height + 12 + 8 - 0.1F, chips[i]->name);
        if (i == 0) continue;
        const ui::Rect& before = chips[i - 1]->bounds;
        if (chip.y > before.y && chip.y < before.bottom() + 30) {
          ++lines;
          CHECK_MESSAGE(chip.y == doctest::Approx(before.bottom()), chips[i]->name);
        }
      }
      CHECK(lines > 0);
    }
}

TEST_CASE("all codes for doors are of one size") {
  app::Start start = test::start_at("/kk/codes/");
  start.site = "https://summit.example";
  const RunningApp app(start, test::assets());
  std::set<float> sides;
  std::size_t codes = 0;
  for (const ui::Node& node : app.tree().nodes)
    if (node.look == ui::Look::code) {
      sides.insert(node.bounds.width);
      ++codes;
    }
  CHECK(codes == app.app->edition()->event().rooms.size());
  CHECK(sides.size() == 1);
}

TEST_CASE("a place that was found has the sign of what it is") {
  const auto icon_of = [](const RunningApp& app, std::string_view link) {
    const auto row = std::ranges::find_if(app.tree().nodes, [&](const ui::Node& node) {
      return node.href == link && node.look == ui::Look::row;
    });
    REQUIRE_MESSAGE(row != app.tree().nodes.end(), std::string(link));
    return row->icon;
  };
  CHECK(icon_of(RunningApp("/en/search/?q=toilets"), "/en/map/toilets-east-1/") == ui::icon::toilet);
  CHECK(icon_of(RunningApp("/en/search/?q=cafe"), "/en/map/cafe/") == ui::icon::coffee);
  CHECK(icon_of(RunningApp("/en/search/?q=hall%205"), "/en/map/hall-5/") == ui::icon::users);
  CHECK(icon_of(RunningApp("/en/map/?q=hall%205"), "/en/map/?from=main-entrance&to=hall-5") ==
        ui::icon::users);
  CHECK(icon_of(RunningApp("/en/map/?near=cloakroom"), "/en/map/?from=main-entrance&to=cloakroom") ==
        ui::icon::shirt);
}

TEST_CASE("in the list of a level what serves has the sign of what it is") {
  const auto icon_of = [](const RunningApp& app, std::string_view room) {
    for (const ui::Node& node : app.tree().nodes)
      if (node.look == ui::Look::row && node.href.find(std::string("/map/") + std::string(room) + "/") == 3)
        return node.icon;
    FAIL("no row for ", std::string(room));
    return char32_t{0};
  };
  for (const std::string& language : test::languages) {
    RunningApp app(test::start_at("/" + language + "/map/"), test::assets(), half_past_ten);
    app.around.size = {390, 6000};
    app.settle();
    CHECK(icon_of(app, "cloakroom") == ui::icon::shirt);
    CHECK(icon_of(app, "first-aid") == ui::icon::briefcase_medical);
    CHECK(icon_of(app, "information-desk") == ui::icon::info);
    app.go_to("/" + language + "/map/?level=congress-3");
    CHECK(icon_of(app, "prayer-room") == ui::icon::moon);
    CHECK(icon_of(app, "quiet-room") == ui::icon::leaf);
  }
}
