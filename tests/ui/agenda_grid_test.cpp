// The agenda as a grid of rooms over time: what it says and where its keys lead.
#include <map>
#include <set>

#include "big_event.h"
#include "small_event.h"

using test::RunningApp;
using test::said;
using ui::KeyName;
using ui::Node;
using ui::Role;

namespace {

RunningApp running(const std::string& bytes, const std::string& path, std::string_view now, ui::Size window) {
  app::Assets files = test::assets();
  files.pack = bytes;
  RunningApp app(test::start_at(path), files, now);
  app.around.size = window;
  app.settle();
  return app;
}

constexpr ui::Size phone{390, 844};
constexpr ui::Size desktop{1389, 868};

// More rooms than any window shows. What ten thousand sessions cost is in tests/large.
const std::string& many_rooms() {
  static const std::string bytes = [] {
    test::need_icu();
    return test::BigEvent(1000, 80, 10).pack();
  }();
  return bytes;
}

std::vector<const Node*> cells(const RunningApp& app) {
  std::vector<const Node*> found;
  for (const Node& node : app.tree().nodes)
    if (node.look == ui::Look::cell && node.href.find("/agenda/") != std::string::npos)
      found.push_back(&node);
  return found;
}

void focus(RunningApp& app, const Node& node) {
  app.app->handle(ui::FocusNode{node.id, true});
  app.settle();
}

using Json = nlohmann::ordered_json;

// Three halls; what the tests say of it stands in `edit`.
std::string with_sessions(const std::vector<Json>& sessions) {
  return test::small_event({}, [&](test::EventFiles& files) {
    Json& rooms = files["places.json"]["rooms"];
    for (const char* id : {"second", "third"}) {
      Json room = rooms[0];
      room["id"] = id;
      room["name"] = test::in_all_languages(id == std::string("second") ? "Second Hall" : "Third Hall");
      rooms.push_back(room);
    }
    Json list = Json::array();
    for (const Json& one : sessions) {
      Json session = {{"id", "x"},
                      {"starts_at", "2026-04-23T10:00+05:00"},
                      {"ends_at", "2026-04-23T11:00+05:00"},
                      {"room", "hall"},
                      {"kind", "thematic"},
                      {"access", "delegates"},
                      {"status", "published"},
                      {"source", "note"}};
      for (const auto& [key, value] : one.items()) session[key] = value;
      if (session["room"] == "") session.erase("room");
      if (session["ends_at"] == "") session.erase("ends_at");
      if (!session.contains("title")) session["title"] = test::in_all_languages(one["id"].get<std::string>());
      list.push_back(session);
    }
    files["sessions.json"]["sessions"] = list;
  });
}

const Node& cell(const RunningApp& app, const std::string& id) {
  for (const Node* one : cells(app))
    if (one->href.find("/agenda/" + id + "/") != std::string::npos) return *one;
  FAIL("no cell for ", id, " on ", app.app->path());
  return app.tree().nodes.front();
}

}  // namespace

TEST_CASE("a cell alone says title, time and room, under heads of rooms and hours") {
  const std::string bytes = with_sessions({{{"id", "water"}}, {{"id", "wind"}, {"room", "third"}}});
  for (const ui::Size window : {phone, desktop}) {
    const RunningApp app =
        running(bytes, "/en/agenda/?day=2026-04-23&view=grid", "2026-04-01T12:00+05:00", window);
    CHECK(app.find(Role::grid, "Rooms and times: Thursday 23 April") != nullptr);
    CHECK(cell(app, "water").name == "water, 10:00–11:00, Great Hall, Level 1");
    // In the organisers' order; a room with nothing in it all the time is none of the agenda.
    std::vector<std::string> heads;
    for (const Node& node : app.tree().nodes)
      if (node.look == ui::Look::cell && node.href.find("/map/") != std::string::npos)
        heads.push_back(node.name);
    CHECK(heads == std::vector<std::string>{"Great Hall, Level 1", "Third Hall, Level 1"});
    CHECK(app.find(Role::row_header, "10:00") != nullptr);
    CHECK(app.heading() == said("en", "agenda.title"));
  }
}

TEST_CASE("rooms are the same on every day") {
  const std::string bytes = with_sessions({{{"id", "water"}},
                                           {{"id", "wind"},
                                            {"room", "third"},
                                            {"starts_at", "2026-04-22T10:00+05:00"},
                                            {"ends_at", "2026-04-22T11:00+05:00"}}});
  for (const char* day : {"2026-04-22", "2026-04-23"}) {
    const RunningApp app =
        running(bytes, "/en/agenda/?view=grid&day=" + std::string(day), "2026-04-01T12:00+05:00", desktop);
    CHECK(app.find(Role::link, "Great Hall, Level 1") != nullptr);
    CHECK(app.find(Role::link, "Third Hall, Level 1") != nullptr);
  }
}

TEST_CASE("six of five minutes in a row can each be pressed, with long titles and large texts") {
  std::vector<Json> sessions;
  for (int i = 0; i < 6; ++i) {
    std::string title;
    while (title.size() < 2 * 120) title += "Тұрақты даму жолындағы ынтымақтастық ";
    const auto at = [](int minute) {
      return "2026-04-23T10:" + std::string(minute < 10 ? "0" : "") + std::to_string(minute) + "+05:00";
    };
    sessions.push_back({{"id", "talk-" + std::to_string(i)},
                        {"title", test::in_all_languages(title + std::to_string(i))},
                        {"starts_at", at(5 * i)},
                        {"ends_at", at(5 * i + 5)}});
  }
  const std::string bytes = with_sessions(sessions);
  for (const float scale : {1.F, 2.F}) {
    RunningApp app =
        running(bytes, "/kk/agenda/?day=2026-04-23&view=grid", "2026-04-01T12:00+05:00", desktop);
    app.app->note_texts();
    app.around.text_scale = scale;
    app.settle();
    const auto all = cells(app);
    REQUIRE(all.size() == 6);
    for (const Node* one : all) {
      CHECK(one->bounds.height >= 42);
      CHECK(one->bounds.width >= 44);
      CHECK(one->name.find("10:") != std::string::npos);
      // What is seen of the title is cut, and says so.
      // As no part of a name is set as text, the picture alone has it.
      CHECK(one->shown.empty());
      for (const Node* other : all)
        if (one != other) CHECK(intersection(one->bounds, other->bounds).empty());
    }
    CHECK(std::ranges::count_if(app.app->written_texts(),
                                [](const ui::WrittenText& text) { return text.text.ends_with("…"); }) >= 6);
    app.tap(all[4]->bounds.center());
    CHECK(app.app->path().starts_with("/kk/agenda/talk-4/"));
  }
}

TEST_CASE("sessions out of the ordinary are shown as what they are") {
  const std::string bytes = with_sessions(
      {{{"id", "night"}, {"starts_at", "2026-04-22T23:00+05:00"}, {"ends_at", "2026-04-23T01:00+05:00"}},
       {{"id", "roomless"}, {"room", ""}},
       {{"id", "endless"}, {"starts_at", "2026-04-23T14:00+05:00"}, {"ends_at", ""}, {"room", "second"}},
       {{"id", "off"}, {"state", "cancelled"}},
       {{"id", "full"}, {"state", "full"}},
       {{"id", "moved"}, {"state", "moved"}, {"room", "third"}, {"moved_from", {{"room", "second"}}}},
       {{"id", "closed"}, {"access", "invitation"}, {"room", "second"}}});
  const auto at = [&](const std::string& look, std::string_view now, ui::Size window) {
    return running(bytes, "/en/agenda/?" + look, now, window);
  };
  for (const ui::Size window : {phone, desktop})
    for (const std::string look : {"", "view=grid"}) {
      CAPTURE(look);
      CAPTURE(window.width);
      // After midnight the new day is open, and what runs on from the evening is on in it.
      const RunningApp night = at(look, "2026-04-23T00:10+05:00", window);
      CHECK(night.says(said("en", "agenda.live")));
      CHECK(night.leads_to("/en/agenda/night/" + std::string(look.empty() ? "" : "?view=grid")));
      CHECK(night.find(Role::tab, "Thursday 23 April")->state.selected);

      RunningApp day = at("day=2026-04-23" + (look.empty() ? "" : "&" + look), "2026-04-01T12:00+05:00",
                          {look.empty() ? window.width : desktop.width, 3000});
      for (const text::Key key :
           {text::Key("agenda.cancelled"), text::Key("agenda.full"), text::Key("agenda.moved")})
        CHECK(day.says(said("en", key)));
      CHECK(day.leads_to("/en/agenda/roomless/" + std::string(look.empty() ? "" : "?view=grid")));
      CHECK(day.says("From 14:00"));
      CHECK_FALSE(day.says("14:00–"));
    }
  const RunningApp grid = at("day=2026-04-23&view=grid", "2026-04-01T12:00+05:00", {1389, 3000});
  CHECK(cell(grid, "roomless").name == "roomless, 10:00–11:00, No room yet");
  CHECK(grid.find(Role::column_header, said("en", "grid.no_room")) != nullptr);
  // What begins in the same minute in the same room stands side by side.
  CHECK(cell(grid, "off").bounds.y == cell(grid, "full").bounds.y);
  CHECK(intersection(cell(grid, "off").bounds, cell(grid, "full").bounds).empty());
  CHECK(grid.says(said("en", "access.invitation")));
  // In a list where there is room for it.
  CHECK(at("day=2026-04-23", "2026-04-01T12:00+05:00", {768, 3000}).says(said("en", "access.invitation")));
}

TEST_CASE("what is on and full, on and moved, says both") {
  const std::string bytes = with_sessions({{{"id", "full"}, {"state", "full"}, {"access", "invitation"}}});
  for (const std::string look : {"", "&view=grid"}) {
    const RunningApp app =
        running(bytes, "/en/agenda/?day=2026-04-23" + look, "2026-04-23T10:20+05:00", desktop);
    CHECK(app.says(said("en", "agenda.live")));
    CHECK(app.says(said("en", "agenda.full")));
  }
}

TEST_CASE("a break lies behind all rooms, and one beside which something takes place in its room") {
  const std::string bytes = with_sessions({{{"id", "water"}},
                                           {{"id", "coffee"},
                                            {"kind", "service"},
                                            {"room", "second"},
                                            {"starts_at", "2026-04-23T11:00+05:00"},
                                            {"ends_at", "2026-04-23T11:30+05:00"}},
                                           {{"id", "lunch"},
                                            {"kind", "service"},
                                            {"room", "second"},
                                            {"starts_at", "2026-04-23T12:00+05:00"},
                                            {"ends_at", "2026-04-23T13:00+05:00"}},
                                           {{"id", "talk"},
                                            {"room", "third"},
                                            {"starts_at", "2026-04-23T12:30+05:00"},
                                            {"ends_at", "2026-04-23T13:30+05:00"}}});
  const RunningApp app =
      running(bytes, "/en/agenda/?day=2026-04-23&view=grid", "2026-04-01T12:00+05:00", desktop);
  CHECK(cell(app, "coffee").bounds.width > 400);
  CHECK(cell(app, "lunch").bounds.width < 400);
  CHECK(intersection(cell(app, "lunch").bounds, cell(app, "talk").bounds).empty());
}

TEST_CASE("the grid opens where the clock is, and leads back there") {
  std::vector<Json> sessions;
  for (int hour = 8; hour < 22; ++hour) {
    const auto at = [](int of) {
      return "2026-04-23T" + std::string(of < 10 ? "0" : "") + std::to_string(of) + ":00+05:00";
    };
    sessions.push_back(
        {{"id", "hour-" + std::to_string(hour)}, {"starts_at", at(hour)}, {"ends_at", at(hour + 1)}});
  }
  const std::string bytes = with_sessions(sessions);
  for (const ui::Size window : {phone, desktop}) {
    RunningApp app = running(bytes, "/en/agenda/?view=grid", "2026-04-23T18:20+05:00", window);
    CHECK(app.node(Role::text, "Now 18:20").drawn);
    CHECK(cell(app, "hour-18").drawn);
    // Away from it, and to another day; then back.
    app.follow("/en/agenda/?day=2026-04-22&view=grid");
    CHECK(app.find(Role::text, "Now 18:20") == nullptr);
    app.press(Role::link, window.width < 1000 ? said("en", "agenda.to_now") : "Now 18:20");
    CHECK(app.node(Role::text, "Now 18:20").drawn);
    CHECK(cell(app, "hour-18").state.current == false);
  }
}

TEST_CASE("a star in the grid stars") {
  const std::string bytes = with_sessions({{{"id", "water"}}});
  RunningApp app = running(bytes, "/en/agenda/?day=2026-04-23&view=grid", "2026-04-01T12:00+05:00", desktop);
  app.press(Role::button, "In my agenda: water");
  CHECK(app.node(Role::button, "In my agenda: water").state.pressed);
}

TEST_CASE("on a desktop what is chosen is a sheet beside the grid, on a phone a page") {
  const std::string bytes = with_sessions({{{"id", "water"}}});
  RunningApp wide = running(bytes, "/en/agenda/?day=2026-04-23&view=grid", "2026-04-01T12:00+05:00", desktop);
  wide.app->handle(ui::PressNode{cell(wide, "water").id});
  wide.settle();
  CHECK(wide.app->path() == "/en/agenda/water/?view=grid");
  CHECK(cell(wide, "water").state.current);
  CHECK(wide.heading() == "water");
  const Node& sheet = wide.node(Role::region, said("en", "nav.detail"));
  CHECK(sheet.bounds.width == doctest::Approx(356));
  wide.press(Role::link, said("en", "dialog.close"));
  CHECK(wide.app->path() == "/en/agenda/?view=grid");

  RunningApp small = running(bytes, "/en/agenda/?day=2026-04-23&view=grid", "2026-04-01T12:00+05:00", phone);
  small.app->handle(ui::PressNode{cell(small, "water").id});
  small.settle();
  CHECK(small.find(Role::grid, "Rooms and times: Thursday 23 April") == nullptr);
  small.press(Role::link, said("en", "nav.back"));
  CHECK(small.app->path() == "/en/agenda/?view=grid");
}

TEST_CASE("list and rooms are one choice, which keeps the day and the filters") {
  const std::string bytes = with_sessions({{{"id", "water"}}, {{"id", "wind"}, {"room", "third"}}});
  RunningApp app = running(bytes, "/en/agenda/?day=2026-04-23&room=third", "2026-04-01T12:00+05:00", desktop);
  app.press(Role::radio, said("en", "agenda.as_grid"));
  CHECK(app.app->path() == "/en/agenda/?day=2026-04-23&room=third&view=grid");
  CHECK(cells(app).size() == 1);
  app.press(Role::radio, said("en", "agenda.as_list"));
  CHECK(app.app->path() == "/en/agenda/?day=2026-04-23&room=third");
  app.around.size = phone;
  app.settle();
  app.press(Role::link, said("en", "agenda.as_grid"));
  CHECK(app.app->path() == "/en/agenda/?day=2026-04-23&room=third&view=grid");
}

TEST_CASE("arrows lead from cell to cell through the whole day, each seen when it has the focus") {
  // Thirteen an hour long in each room.
  const std::string bytes = test::BigEvent(2000, 40, 4).pack();
  RunningApp app = running(bytes, "/kk/agenda/?day=2026-04-24&view=grid", "2026-04-01T12:00+05:00", desktop);
  focus(app, *cells(app).front());
  const auto go = [&](KeyName key) {
    app.key(key);
    const Node* node = focused(app);
    REQUIRE(node != nullptr);
    CHECK(node->drawn);
    return node->name;
  };
  const std::string first = focused(app)->name;
  std::set<std::string> seen{first};
  for (int i = 0; i < 10; ++i) seen.insert(go(KeyName::down));
  CHECK(seen.size() > 9);
  for (int i = 0; i < 12; ++i) seen.insert(go(KeyName::right));
  CHECK(seen.size() > 20);
  // To the last room of the day and back to the hours.
  go(KeyName::end);
  const Node* last = focused(app);
  REQUIRE(last != nullptr);
  CHECK(last->role == Role::link);
  CHECK(last->drawn);
  go(KeyName::home);
  CHECK(focused(app)->role == Role::row_header);
  CHECK(app.tree().nodes.size() <= 1500);
}

TEST_CASE("in a grid far apart cells are next to each other for the keys") {
  const std::string bytes = with_sessions(
      {{{"id", "early"}, {"starts_at", "2026-04-23T08:00+05:00"}, {"ends_at", "2026-04-23T09:00+05:00"}},
       {{"id", "middle"},
        {"room", "second"},
        {"starts_at", "2026-04-23T13:00+05:00"},
        {"ends_at", "2026-04-23T14:00+05:00"}},
       {{"id", "late"}, {"starts_at", "2026-04-23T21:00+05:00"}, {"ends_at", "2026-04-23T22:00+05:00"}}});
  RunningApp app =
      running(bytes, "/en/agenda/?day=2026-04-23&view=grid", "2026-04-01T12:00+05:00", {360, 400});
  focus(app, cell(app, "early"));
  app.key(KeyName::down);
  CHECK(focused(app)->href == "/en/agenda/late/?view=grid");
  app.key(KeyName::up);
  CHECK(focused(app)->href == "/en/agenda/early/?view=grid");
  app.key(KeyName::up);
  CHECK(focused(app)->name == "Great Hall, Level 1");
  // Space and Enter press.
  app.key(KeyName::down);
  app.key(KeyName::enter);
  CHECK(app.app->path() == "/en/agenda/early/?view=grid");
}

TEST_CASE("a grid of one day stays as it was when another edition or another visitor comes") {
  RunningApp app = running(with_sessions({{{"id", "water"}}}), "/en/agenda/?day=2026-04-23&view=grid",
                           "2026-04-01T12:00+05:00", desktop);
  app.press(Role::button, "In my agenda: water");
  app.go_to("/kk/agenda/?day=2026-04-23&view=grid");
  CHECK(cell(app, "water").name.find("10:00–11:00") != std::string::npos);
  CHECK(app.find(Role::grid, "Залдар мен уақыт: сәрсенбі, 23 сәуір") == nullptr);
}

TEST_CASE("rooms out of sight are reached by buttons, and nothing is offered where there are none") {
  const auto heads = [](const RunningApp& app) {
    std::vector<std::string> names;
    for (const Node& node : app.tree().nodes)
      if (node.look == ui::Look::cell && node.href.find("/map/") != std::string::npos &&
          node.bounds.x >= 58 && node.bounds.width > 44 && node.bounds.right() <= app.around.size.width)
        names.push_back(node.name);
    return names;
  };
  const auto button = [](const RunningApp& app, bool right) -> const Node* {
    for (const Node& node : app.tree().nodes)
      if (node.role == Role::button && node.look == ui::Look::icon_button &&
          node.name.find(", ") != std::string::npos && (node.bounds.x > app.around.size.width / 2) == right)
        return &node;
    return nullptr;
  };
  const auto press = [](RunningApp& app, const Node* node) {
    REQUIRE(node != nullptr);
    app.tap(node->bounds.center());
  };
  RunningApp app =
      running(many_rooms(), "/en/agenda/?day=2026-04-23&view=grid", "2026-04-01T12:00+05:00", phone);
  const std::vector<std::string> first = heads(app);
  REQUIRE_FALSE(first.empty());
  CHECK(button(app, false) == nullptr);
  REQUIRE(button(app, true) != nullptr);
  // It is called by the room that comes to stand at the left.
  const std::string next = button(app, true)->name;
  press(app, button(app, true));
  REQUIRE_FALSE(heads(app).empty());
  CHECK(heads(app).front() == next);
  CHECK(heads(app) != first);
  press(app, button(app, false));
  CHECK(heads(app) == first);
  CHECK(button(app, false) == nullptr);
  // No room is passed over.
  std::set<std::string> seen;
  for (int i = 0; i < 1000 && button(app, true) != nullptr; ++i) {
    for (const std::string& name : heads(app)) seen.insert(name);
    press(app, button(app, true));
  }
  for (const std::string& name : heads(app)) seen.insert(name);
  CHECK(button(app, true) == nullptr);
  CHECK(seen.size() == app.app->edition()->programme().rooms().size());

  const std::string few = with_sessions({{{"id", "water"}}, {{"id", "wind"}, {"room", "third"}}});
  const RunningApp all =
      running(few, "/en/agenda/?day=2026-04-23&view=grid", "2026-04-01T12:00+05:00", desktop);
  CHECK(button(all, true) == nullptr);
  CHECK(button(all, false) == nullptr);
}

TEST_CASE("the title of what is longer and wider than a phone stays in what is seen of it") {
  std::vector<Json> sessions = {
      {{"id", "long"},
       {"title", test::in_all_languages("Alpha beta gamma delta epsilon zeta eta theta "
                                        "iota kappa lambda omicron")},
       {"starts_at", "2026-04-23T12:00+05:00"},
       {"ends_at", "2026-04-23T22:00+05:00"}}};
  for (int i = 0; i < 7; ++i) sessions.push_back({{"id", "talk-" + std::to_string(i)}});
  sessions.push_back({{"id", "beside"}, {"room", "third"}});
  const std::string bytes = with_sessions(sessions);
  RunningApp app = running(bytes, "/en/agenda/?day=2026-04-23&view=grid", "2026-04-01T12:00+05:00", phone);
  app.app->note_texts();
  app.settle();
  CHECK(cell(app, "long").bounds.width > phone.width);
  const auto lines = [&] {
    std::vector<ui::WrittenText> all;
    for (const ui::WrittenText& text : app.app->written_texts())
      for (const char* word : {"Alpha", "beta", "gamma", "delta", "epsilon", "omicron"})
        if (text.text.find(word) != std::string::npos) {
          all.push_back(text);
          break;
        }
    return all;
  };
  for (const auto& [dx, dy] :
       {std::pair(0.F, 0.F), {150.F, 0.F}, {200.F, 0.F}, {0.F, 120.F}, {-150.F, 300.F}}) {
    app.app->handle(ui::WheelEvent{.at = {200, 600}, .dx = dx, .dy = dy});
    app.settle();
    REQUIRE_FALSE(lines().empty());
    for (const ui::WrittenText& line : lines()) {
      CHECK(line.bounds.x >= line.clip.x);
      CHECK(line.bounds.right() <= line.clip.right() + 1);
      CHECK(line.bounds.y >= line.clip.y);
    }
    // So is the name of its room, beside the button to the next one.
    const auto& written = app.app->written_texts();
    const auto head = std::ranges::find_if(
        written, [](const ui::WrittenText& text) { return text.text.starts_with("Great Hall"); });
    REQUIRE(head != written.end());
    CHECK(head->bounds.x >= head->clip.x);
    CHECK(head->bounds.right() <= phone.width - 44);
    // Its star too is where it can be pressed.
    const auto star = std::ranges::find_if(app.tree().nodes, [](const Node& node) {
      return node.role == Role::button && node.name.find("Alpha") != std::string::npos;
    });
    REQUIRE(star != app.tree().nodes.end());
    CHECK(star->bounds.x >= 58);
    CHECK(star->bounds.right() <= phone.width + 1);
  }
}

TEST_CASE("names of rooms end before the button that leads to more of them") {
  RunningApp app =
      running(many_rooms(), "/en/agenda/?day=2026-04-23&view=grid", "2026-04-01T12:00+05:00", phone);
  app.app->note_texts();
  app.settle();
  float top = 0;
  for (const Node& node : app.tree().nodes)
    if (node.role == Role::column_header) top = node.bounds.y;
  REQUIRE(top > 0);
  for (int i = 0; i < 8; ++i) {
    int names = 0;
    for (const ui::WrittenText& text : app.app->written_texts())
      if (text.bounds.y >= top && text.bounds.bottom() <= top + 50) {
        ++names;
        CHECK(text.bounds.right() <= phone.width - 44);
      }
    CHECK(names > 0);
    app.app->handle(ui::WheelEvent{.at = {200, 600}, .dx = 37, .dy = 0});
    app.settle();
  }
}

TEST_CASE("where pages are made files for paper, the grid is one too") {
  const std::string bytes = with_sessions({{{"id", "water"}}});
  app::Assets files = test::assets();
  files.pack = bytes;
  for (const ui::Size window : {phone, desktop})
    for (const bool saves : {true, false}) {
      app::Start start = test::start_at("/en/agenda/?day=2026-04-23&view=grid");
      start.saves_paper = saves;
      RunningApp app(start, files, "2026-04-01T12:00+05:00");
      app.around.size = window;
      app.settle();
      const Node* button = app.find(Role::button, said("en", "paper.save"));
      REQUIRE((button != nullptr) == saves);
      if (!saves) continue;
      app.tap(button->bounds.center());
      REQUIRE(app.wished<app::SavePaper>().size() == 1);
      CHECK(app.wished<app::SavePaper>().front().path == "/en/agenda/?day=2026-04-23&view=grid");
    }
}
