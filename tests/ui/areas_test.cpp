// How windows are used: lists that stand close, and on wide ones no page with an empty half.
#include <algorithm>
#include <set>

#include "running_app.h"

using test::at;
using test::RunningApp;
using test::said;
using ui::Role;

TEST_CASE("a phone shows seven sessions at once, each with what can be touched") {
  for (const std::string& language : test::languages) {
    CAPTURE(language);
    const RunningApp app = at("/" + language + "/agenda/?day=2026-04-23", 390, 844, "2026-04-20T10:12+05:00");
    RunningApp scrolled = at("/" + language + "/agenda/", 390, 844);
    const auto whole = [&](const RunningApp& shown) {
      return std::ranges::count_if(shown.tree().nodes, [](const ui::Node& node) {
        return node.look == ui::Look::timed_row && intersection(node.bounds, node.clip) == node.bounds;
      });
    };
    CHECK(whole(scrolled) >= 7);
    for (const ui::Node& node : app.tree().nodes)
      if (node.look == ui::Look::timed_row || node.look == ui::Look::star) CHECK(node.bounds.height >= 44);
  }
}

TEST_CASE("the days stay in sight while the agenda scrolls") {
  for (const float width : {390.F, 820.F, 1440.F}) {
    CAPTURE(width);
    RunningApp app = at("/kk/agenda/", width, 844);
    for (const ui::Node& node : app.tree().nodes) {
      if (node.role != Role::tab) continue;
      CHECK(node.scroller == 0);
      CHECK(intersection(node.bounds, node.clip).height == doctest::Approx(node.bounds.height));
      CHECK(intersection(node.bounds, node.clip).width == doctest::Approx(node.bounds.width));
      CHECK(node.bounds.height >= 44);
    }
    CHECK(std::ranges::count(app.tree().nodes, Role::tab, &ui::Node::role) == 3);
  }
}

TEST_CASE("what begins together has its time once, and the line of the clock lies between past and future") {
  RunningApp app = at("/en/agenda/", 390, 4000);
  std::set<std::string> times;
  const ui::Node* line = nullptr;
  for (const ui::Node& node : app.tree().nodes) {
    if (node.look == ui::Look::row_time) CHECK_MESSAGE(times.insert(node.name).second, node.name);
    if (node.look == ui::Look::now_line) line = &node;
    if (node.look == ui::Look::row_time) CHECK((node.name > "10:12") == (line != nullptr));
  }
  REQUIRE(line != nullptr);
  CHECK(times.size() > 4);
}

TEST_CASE(
    "from 1000 points on every page has two areas at least that end at the same line, from 1600 on three") {
  for (const float width : {1000.F, 1280.F, 1440.F, 1920.F, 2560.F})
    for (const std::string_view page :
         {"agenda/", "agenda/glaciers/", "my/", "map/", "map/plenary-hall/", "partners/", "partners/unccd/",
          "themes/", "themes/climate-transition/", "about/", "road/", "news/", "info/", "search/",
          "settings/"}) {
      CAPTURE(width);
      CAPTURE(page);
      const RunningApp app = at("/kk/" + std::string(page), width, 900);
      std::vector<ui::Rect> areas;
      for (const ui::ScrollArea& area : app.tree().areas)
        if (area.bounds.height > 300) areas.push_back(area.bounds);
      CHECK(areas.size() == (width >= 1600 ? 3 : 2));
      float widest = 0;
      float left = width;
      float right = 0;
      for (const ui::Rect& area : areas) {
        CHECK(area.bottom() == 900);
        CHECK(area.width >= 319);
        widest = std::max(widest, area.width);
        left = std::min(left, area.x);
        right = std::max(right, area.right());
      }
      CHECK(widest >= 559);
      CHECK(right - left <= 1561);
      // Search and language are in sight.
      CHECK(app.find(Role::link, said("kk", "nav.search")) != nullptr);
      CHECK(app.find(Role::radio, "Қазақша") != nullptr);
      for (const ui::Node& node : app.tree().nodes)
        if (node.role == Role::region) CHECK_FALSE(node.name.empty());
    }
}

TEST_CASE("with nothing chosen the detail shows an overview that leads on") {
  for (const std::string_view page : {"agenda", "partners", "themes", "map"}) {
    CAPTURE(page);
    const RunningApp app = at("/ru/" + std::string(page) + "/", 1440, 900);
    const auto& nodes = app.tree().nodes;
    const auto detail = std::ranges::find_if(nodes, [&](const ui::Node& node) {
      return node.role == Role::region && node.name == said("ru", "nav.detail");
    });
    REQUIRE(detail != nodes.end());
    CHECK(std::count_if(detail, nodes.end(), [&](const ui::Node& node) {
            return node.role == Role::link && node.href.starts_with("/ru/") &&
                   node.bounds.x > detail->bounds.x;
          }) > 3);
  }
}

TEST_CASE("on a tablet what stands beside a page on a desktop comes at its end, in two columns") {
  for (const float width : {600.F, 768.F, 999.F}) {
    CAPTURE(width);
    const RunningApp app = at("/en/info/", width, 20000);
    const ui::Node& contents = app.node(Role::heading, said("en", "page.contents"));
    const ui::Node& related = app.node(Role::heading, said("en", "page.related"));
    // The narrowest ones have room for one: in two, long words would be cut.
    const bool in_two = width > 600;
    CHECK((contents.bounds.y == related.bounds.y) == in_two);
    CHECK((contents.bounds.right() < related.bounds.x) == in_two);
    CHECK(app.find(Role::radio, "Қазақша") != nullptr);
  }
}

TEST_CASE("what a page contains is named beside it, and leads there") {
  RunningApp app = at("/en/info/", 1440, 700);
  app.follow("/en/info/#questions");
  const ui::Node& questions = app.node(Role::heading, said("en", "info.questions"));
  CHECK(questions.bounds.y < 400);
  CHECK(questions.bounds.y > 0);
}
