// The page of the search: how one comes to it, what its answers lead to, and what it says when there are
// none.
#include <array>

#include "running_app.h"

using test::RunningApp;
using test::said;
using ui::Role;

namespace {

RunningApp asked(std::string_view language, std::string_view what,
                 std::string_view now = "2026-04-22T10:30+05:00") {
  return RunningApp("/" + std::string(language) + "/search/?q=" + std::string(what), now);
}

std::string status_of(const RunningApp& app) {
  const auto found = std::ranges::find(app.tree().nodes, Role::status, &ui::Node::role);
  return found == app.tree().nodes.end() ? std::string() : found->name;
}

}  // namespace

TEST_CASE("the search is one press away on every page of a phone, and once") {
  for (const std::string_view language : test::languages)
    for (const std::string_view page : test::pages()) {
      // A sign and the visitor's screen are read, not used, and a desk is a search itself.
      if (page.starts_with("door/") || page.starts_with("shown/") || page.starts_with("desk/")) continue;
      RunningApp app("/" + std::string(language) + "/" + std::string(page));
      app.around.size = {360, 640};
      app.go_to("/" + std::string(language) + "/" + std::string(page));
      CAPTURE(app.app->path());
      const std::string search = "/" + std::string(language) + "/search/";
      const auto in_navigation = std::ranges::count_if(app.tree().nodes, [&](const ui::Node& node) {
        return node.href == search && node.name == said(language, "nav.search");
      });
      CHECK(in_navigation == 1);
    }
}

TEST_CASE("where the search is open, its tab says so and no way back is offered") {
  for (const std::string_view language : test::languages) {
    RunningApp app("/" + std::string(language) + "/search/");
    const ui::Node& tab = app.node(Role::link, said(language, "nav.search"));
    CHECK(tab.state.current);
    CHECK(app.find(Role::link, said(language, "nav.back")) == nullptr);
  }
}

TEST_CASE("where the search stands in the header, no place of the navigation says that it is open") {
  RunningApp app("/en/search/");
  app.around.size = {1440, 900};
  app.settle();
  CHECK_FALSE(app.node(Role::link, said("en", "nav.more")).state.current);
  app.go_to("/en/news/");
  CHECK(app.node(Role::link, said("en", "nav.more")).state.current);
}

TEST_CASE("no example asks for a tomorrow on which nothing takes place") {
  const auto offers_tomorrow = [](std::string_view now) {
    return RunningApp("/en/search/", now).find(Role::link, "tomorrow 14:00") != nullptr;
  };
  for (const std::string_view now :
       {"2026-03-10T10:00+05:00", "2026-04-24T10:00+05:00", "2026-11-30T10:00+05:00"})
    CHECK_FALSE(offers_tomorrow(now));
  for (const std::string_view now : {"2026-04-21T10:00+05:00", "2026-04-23T10:00+05:00"})
    CHECK(offers_tomorrow(now));
}

TEST_CASE("before anything is typed there are examples, and each finds something") {
  for (const std::string_view language : test::languages) {
    const RunningApp start("/" + std::string(language) + "/search/", "2026-04-22T10:30+05:00");
    std::vector<std::string> examples;
    for (const ui::Node& node : start.tree().nodes)
      if (node.href.find("/search/?q=") != std::string::npos) examples.push_back(node.name);
    CHECK(examples.size() >= 4);
    for (const std::string& example : examples) {
      RunningApp app("/" + std::string(language) + "/search/", "2026-04-22T10:30+05:00");
      app.press(Role::link, example);
      CAPTURE(example);
      CHECK(app.node(Role::search_field, said(language, "search.label")).value == example);
      CHECK(app.find(Role::heading, said(language, "search.best")) != nullptr);
    }
  }
}

TEST_CASE("guesses are called guesses, and nothing beside them says that they match") {
  for (const std::string_view language : test::languages) {
    const RunningApp app = asked(language, "акредетация гостей форума");
    CHECK(app.find(Role::heading, said(language, "search.best")) == nullptr);
    const std::string status = status_of(app);
    CHECK((status == said(language, "search.guesses") || app.says(said(language, "agenda.none"))));
  }
  const RunningApp guessed = asked("en", "glaciers spaceship");
  CHECK(status_of(guessed) == said("en", "search.guesses"));
}

TEST_CASE("a day that was asked for can be read whole") {
  for (const std::string_view language : test::languages) {
    const RunningApp app = asked(language, "23.04");
    CHECK(app.leads_to("/" + std::string(language) + "/agenda/?day=2026-04-23"));
  }
}

TEST_CASE("a place is told with its level and building, not with its name twice") {
  const RunningApp app = asked("en", "west%20toilets");
  bool found = false;
  for (const ui::Node& node : app.tree().nodes)
    if (node.href == "/en/map/toilets-west-1/") {
      found = true;
      CHECK(node.name.starts_with("West toilets"));
    }
  CHECK(found);
  CHECK(app.says("Level\u00a01, Congress Center"));
  CHECK_FALSE(app.says("West toilets, Level"));
}

TEST_CASE("an answer that is a part of a page leads to that part") {
  struct Case {
    std::string_view language, typed, href, heading;
  };
  for (const Case& one :
       {Case{"kk", "ауа райы", "/kk/info/#weather", "Ауа райы"},
        Case{"ru", "погода", "/ru/info/#weather", "Погода"}, Case{"en", "COP30", "/en/road/#belem", ""}}) {
    RunningApp app = asked(one.language, one.typed);
    CAPTURE(std::string(one.typed));
    REQUIRE(app.leads_to(one.href));
    app.follow(one.href);
    const std::string anchor(one.href.substr(one.href.find('#') + 1));
    CHECK(app.app->path().ends_with("#" + anchor));
    const auto place = std::ranges::find(app.tree().nodes, anchor, &ui::Node::anchor);
    REQUIRE(place != app.tree().nodes.end());
    // Below the bar, and not far below it.
    CHECK(place->bounds.y >= 40);
    CHECK(place->bounds.y < 200);
    const auto focused =
        std::ranges::find_if(app.tree().nodes, [](const ui::Node& node) { return node.state.focused; });
    REQUIRE(focused != app.tree().nodes.end());
    CHECK(focused->role == Role::heading);
    if (!one.heading.empty()) CHECK(focused->name == one.heading);
  }
}

TEST_CASE("a page opens at the anchor of its address, and at its top when there is none of that name") {
  const auto y_of = [](const RunningApp& app, std::string_view anchor) {
    const auto place = std::ranges::find(app.tree().nodes, anchor, &ui::Node::anchor);
    REQUIRE(place != app.tree().nodes.end());
    return place->bounds.y;
  };
  const RunningApp there("/ru/info/#what-weather");
  CHECK(y_of(there, "what-weather") < 200);
  const RunningApp none("/ru/info/#nothing-of-that-name");
  CHECK(none.heading() == said("ru", "info.title"));
  CHECK(y_of(none, "what-weather") > 1000);
}

TEST_CASE("going back from a part of a page leads to where it was left") {
  RunningApp app = asked("ru", "погода");
  app.follow("/ru/info/#weather");
  app.key(ui::KeyName::back);
  CHECK(app.app->path().starts_with("/ru/search/"));
  const auto focused =
      std::ranges::find_if(app.tree().nodes, [](const ui::Node& node) { return node.state.focused; });
  REQUIRE(focused != app.tree().nodes.end());
  CHECK(focused->href == "/ru/info/#weather");
}

TEST_CASE("an answer whose title has nothing of what was typed says where it stands") {
  // The opening is told of in the story; glaciers in what UNESCO does.
  for (const auto& [language, typed, passage] :
       {std::array<std::string_view, 3>{"en", "drought", "droughts"},
        std::array<std::string_view, 3>{"ru", "искусственный интеллект", "интеллект"},
        std::array<std::string_view, 3>{"kk", "мұздықтар", "мұздық"}}) {
    const RunningApp app = asked(language, typed);
    CAPTURE(std::string(typed));
    const auto& nodes = app.tree().nodes;
    bool told = false;
    for (const ui::Node& node : nodes)
      told |= node.role == Role::text && node.look == ui::Look::secondary &&
              node.name.find(passage) != std::string::npos;
    CHECK(told);
  }
}

TEST_CASE("the anchors of the kept pages are understood: days and levels") {
  RunningApp agenda("/ru/agenda/#2026-04-24");
  const auto chosen = std::ranges::find_if(agenda.tree().nodes, [](const ui::Node& node) {
    return node.role == Role::tab && node.state.selected;
  });
  REQUIRE(chosen != agenda.tree().nodes.end());
  CHECK(chosen->href == "/ru/agenda/?day=2026-04-24");
  const RunningApp map("/en/map/#congress-2");
  CHECK(map.leads_to("/en/map/hall-1/"));
}

TEST_CASE("on the page of the search the key of the search leads to the field, from wherever one is") {
  for (const std::string_view language : test::languages) {
    RunningApp app = asked(language, "23.04");
    const ui::NodeId field = app.node(Role::search_field, said(language, "search.label")).id;
    app.app->handle(ui::FocusNode{app.node(Role::link, said(language, "nav.map")).id});
    app.settle();
    CHECK_FALSE(app.tree().find(field)->state.focused);
    app.key(ui::KeyName::slash);
    CHECK(app.tree().find(field)->state.focused);
    CHECK(app.node(Role::search_field, said(language, "search.label")).value == "23.04");
  }
}

TEST_CASE("while the answers change, what is read keeps the focus, or what stands in its place gets it") {
  RunningApp running("/en/search/?q=water");
  const auto focused = [&] {
    const auto node =
        std::ranges::find_if(running.tree().nodes, [](const ui::Node& one) { return one.state.focused; });
    return node == running.tree().nodes.end() ? ui::Node{} : *node;
  };
  const auto answers = [&] {
    std::vector<ui::Node> all;
    for (const ui::Node& node : running.tree().nodes)
      if (node.role == Role::link && node.href.starts_with("/en/agenda/") && node.href != "/en/agenda/")
        all.push_back(node);
    return all;
  };
  const std::vector<ui::Node> of_water = answers();
  REQUIRE(of_water.size() > 4);
  const auto ask = [&](std::string_view what) { running.write(said("en", text::Key("search.label")), what); };
  ask("glacier");
  const std::vector<ui::Node> of_glaciers = answers();
  REQUIRE(of_glaciers.size() > 1);
  ask("water");

  // One that answers both.
  const auto both = std::ranges::find_if(of_water, [&](const ui::Node& one) {
    return std::ranges::find(of_glaciers, one.href, &ui::Node::href) != of_glaciers.end();
  });
  REQUIRE(both != of_water.end());
  running.app->handle(ui::FocusNode{.node = both->id, .visible = true});
  running.settle();
  REQUIRE(focused().href == both->href);
  ask("glacier");
  CHECK(focused().href == both->href);

  // The last one of many, where there are fewer then, and none in the end.
  ask("water");
  running.app->handle(ui::FocusNode{.node = answers().back().id, .visible = true});
  running.settle();
  ask("glacier");
  CHECK(focused().role == Role::link);
  CHECK(focused().look != ui::Look::place);
  ask("qqqqqqqqqq");
  CHECK(answers().empty());
  CHECK(focused().role == Role::link);
  CHECK(focused().look != ui::Look::place);
}
