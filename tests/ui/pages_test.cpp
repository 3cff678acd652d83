// What every page owes its readers, in every language and in every window.
#include <cmath>
#include <deque>
#include <map>
#include <set>

#include "running_app.h"
#include "screens/calendar_files.h"
#include "text/link.h"

using test::RunningApp;
using ui::Role;

namespace {

bool needs_a_name(Role role) {
  switch (role) {
    case Role::heading:
    case Role::text:
    case Role::link:
    case Role::button:
    case Role::tab:
    case Role::radio:
    case Role::radio_group:
    case Role::switch_:
    case Role::text_field:
    case Role::search_field:
    case Role::navigation:
    case Role::region:
    case Role::status: return true;
    default: return false;
  }
}

void check_page(const RunningApp& app) {
  int titles = 0;
  int last_level = 0;
  for (const ui::Node& node : app.tree().nodes) {
    CAPTURE(node.name);
    if (node.role == Role::heading) {
      titles += node.level == 1;
      CHECK(node.level >= 1);
      CHECK(node.level <= 6);
      last_level = node.level;
    }
    // A status has nothing to say until something happens.
    if (needs_a_name(node.role) && node.look != ui::Look::toast) CHECK_FALSE(node.name.empty());
    if (node.role == Role::link) CHECK_FALSE(node.href.empty());
    // A placeholder that nobody filled, or a key without its message.
    CHECK(node.name.find('{') == std::string::npos);
    CHECK(node.value.find('{') == std::string::npos);
  }
  CHECK(titles == 1);
  CHECK(last_level > 0);
}

}  // namespace

TEST_CASE(
    "every page, in every language and breadth, has one title, its language, and names for all "
    "that can be used") {
  for (const std::string_view language : test::languages) {
    RunningApp app("/" + std::string(language) + "/");
    for (const ui::Size size : {ui::Size{360, 640}, ui::Size{800, 1000}, ui::Size{1440, 900}}) {
      app.around.size = size;
      for (const std::string_view page : test::pages()) {
        const std::string path = "/" + std::string(language) + "/" + std::string(page);
        CAPTURE(path);
        CAPTURE(size.width);
        app.go_to(path);
        CHECK_FALSE(app.tree().title.empty());
        CHECK(app.tree().language == language);
        check_page(app);
      }
    }
  }
}

TEST_CASE("the main pages light exactly one entry of the navigation") {
  for (const float width : {360.F, 800.F, 1440.F}) {
    RunningApp app("/ru/");
    app.around.size = {width, 900};
    for (const std::string_view page : {"", "agenda/", "agenda/glaciers/", "map/", "partners/",
                                        "partners/undp/", "info/", "themes/", "settings/"}) {
      app.go_to("/ru/" + std::string(page));
      CAPTURE(page);
      CAPTURE(width);
      int current = 0;
      bool inside = false;
      for (const ui::Node& node : app.tree().nodes) {
        if (node.role == Role::navigation)
          inside = node.name == test::said("ru", "nav.label");
        else if (node.depth == 0)
          inside = false;
        if (inside && node.role == Role::link) current += node.state.current;
      }
      CHECK(current == 1);
    }
  }
}

TEST_CASE("every link leads to a page that is there") {
  RunningApp app("/kk/");
  std::set<std::string> seen{"/kk/"};
  std::deque<std::string> to_visit{"/kk/"};
  int pages = 0, ways = 0;
  constexpr int most_ways = 40;
  while (!to_visit.empty()) {
    const std::string path = to_visit.front();
    to_visit.pop_front();
    app.go_to(path);
    ++pages;
    CAPTURE(path);
    CHECK(app.heading() != test::said("kk", "not_found.title"));
    check_page(app);
    for (const ui::Node& node : app.tree().nodes) {
      // The switch between the languages leads to this page in another one.
      if (node.href.empty() || node.href.starts_with('#') || node.role == Role::radio) continue;
      if (!node.href.starts_with('/')) {
        CHECK((node.href.starts_with("https://") || node.href.starts_with("tel:")));
        continue;
      }
      CHECK_MESSAGE(node.href.starts_with("/kk/"), node.href);
      if (text::is_file(node.href)) {
        CHECK_MESSAGE(screens::calendar_file(*app.app->edition(), node.href, {}), node.href);
        continue;
      }
      // On the map each place, start, goal and category goes with each other: a few of them stand for all.
      const bool is_way =
          node.href.find("/map/") != std::string::npos && node.href.find('?') != std::string::npos;
      if (is_way && (seen.contains(node.href) || ++ways > most_ways)) continue;
      if (seen.insert(node.href).second) to_visit.push_back(node.href);
    }
  }
  CHECK(pages > 100);
  MESSAGE(pages, " pages were walked");
  for (const screens::PageEntry& entry : screens::all_pages()) {
    if (entry.page == screens::Page::not_found) continue;
    bool found = entry.things == nullptr && seen.contains(screens::path_of("kk", entry.page));
    if (entry.things != nullptr)
      entry.things->each(app.app->edition()->event(), [&](const std::string& id) {
        found |= seen.contains(screens::path_of("kk", entry.page, id));
      });
    CHECK_MESSAGE(found, "no link leads to the row of pages.def with .segment = \"", entry.segment, "\" ",
                  entry.things != nullptr ? std::string("and .things") : std::string("and without .things"));
  }
}

TEST_CASE("what the table of pages lists is led to from the page with all the rest, and beside other pages") {
  const RunningApp more("/kk/info/");
  const RunningApp wide = test::at("/kk/search/", 1920, 1080);
  for (const screens::Page page : screens::listed_pages()) {
    const std::string path = screens::path_of("kk", page);
    CHECK_MESSAGE((page == screens::Page::info || more.leads_to(path)), path);
    CHECK_MESSAGE(wide.leads_to(path), path);
  }
}

TEST_CASE("what was followed through the tree is the page of its path") {
  RunningApp app("/en/");
  app.follow("/en/agenda/");
  CHECK(app.app->path() == "/en/agenda/");
  CHECK(app.heading() == test::said("en", "agenda.title"));
  const std::string title = app.name_of("/en/agenda/glaciers/");
  app.follow("/en/agenda/glaciers/");
  CHECK(app.app->path() == "/en/agenda/glaciers/");
  CHECK(app.heading() == title);
}

TEST_CASE("a path that is no page says so in its language, with a way home") {
  for (const std::string path : {"/kk/nothing/", "/ru/agenda/no-such-session/", "/en/partners/nobody/",
                                 "/en/map/nowhere/", "/en/themes/none/", "/en/news/none/"})
    for (const float width : {360.F, 1440.F}) {
      RunningApp app(path);
      app.around.size.width = width;
      app.settle();
      CAPTURE(path);
      const std::string title = test::said(path.substr(1, 2), "not_found.title");
      CHECK(app.heading() == title);
      CHECK(app.tree().title == title);
      CHECK(app.leads_to(path.substr(0, 4)));
    }
}

TEST_CASE("no window and no scale is too small or too large") {
  RunningApp app("/ru/");
  for (const std::string_view page : test::pages())
    for (const ui::Size size : {ui::Size{320, 480}, ui::Size{360, 640}, ui::Size{640, 360},
                                ui::Size{1024, 768}, ui::Size{2560, 1440}})
      for (const float scale : {1.F, 2.5F, 4.F}) {
        app.around.size = size;
        app.around.scale = scale;
        app.go_to("/ru/" + std::string(page));
        CAPTURE(page);
        CAPTURE(size.width);
        const auto main = std::ranges::find(app.tree().nodes, Role::main, &ui::Node::role);
        REQUIRE(main != app.tree().nodes.end());
        CHECK(main->bounds.x >= 0);
        CHECK(main->bounds.y >= 0);
        CHECK(main->bounds.right() <= size.width);
        CHECK(main->bounds.bottom() <= size.height);
        CHECK(main->bounds.width > 200);
      }
}

TEST_CASE("a window that has just no size does no harm") {
  RunningApp app("/ru/");
  for (const std::string_view page : test::pages())
    for (const ui::Size size : {ui::Size{0, 0}, ui::Size{1, 1}, ui::Size{5000, 20}}) {
      app.around.size = size;
      app.go_to("/ru/" + std::string(page));
    }
  app.around.size = {360, 640};
  app.go_to("/ru/");
  CHECK_FALSE(app.heading().empty());
}

TEST_CASE("nothing runs out of a phone's window to the side, in any language") {
  RunningApp app("/kk/");
  for (const float width : {320.F, 360.F})
    for (const std::string_view language : test::languages)
      for (const std::string_view page : test::pages()) {
        app.around.size = {width, 640};
        app.go_to("/" + std::string(language) + "/" + std::string(page) +
                  (page.find('?') == std::string_view::npos ? "?" : "&") + "at=2026-04-22T11:40%2B05:00");
        CAPTURE(app.app->path());
        CAPTURE(width);
        for (const ui::Node& node : app.tree().nodes) {
          if (node.name.empty() || app.moves_sideways(node.clip)) continue;
          CAPTURE(node.name);
          CHECK(node.bounds.x >= 0);
          const bool moved_sideways = std::ranges::any_of(app.tree().areas, [&](const ui::ScrollArea& area) {
            return area.key == node.scroller && area.content.width > area.bounds.width + 0.5F;
          });
          if (!moved_sideways) CHECK(node.bounds.right() <= width + 0.5F);
        }
      }
}

TEST_CASE("no two texts lie on each other") {
  RunningApp app("/kk/");
  for (const ui::Size size : {ui::Size{320, 640}, ui::Size{360, 640}, ui::Size{1280, 800}})
    for (const std::string_view language : test::languages)
      for (const std::string_view page : test::pages()) {
        app.around.size = size;
        app.go_to("/" + std::string(language) + "/" + std::string(page) +
                  (page.find('?') == std::string_view::npos ? "?" : "&") + "at=2026-04-22T11:40%2B05:00");
        CAPTURE(app.app->path());
        CAPTURE(size.width);
        std::vector<const ui::Node*> texts;
        for (const ui::Node& node : app.tree().nodes)
          if (node.role == Role::text || node.role == Role::heading || node.role == Role::status)
            texts.push_back(&node);
        for (std::size_t a = 0; a < texts.size(); ++a)
          for (std::size_t b = a + 1; b < texts.size(); ++b) {
            const ui::Rect both = ui::intersection(ui::intersection(texts[a]->bounds, texts[a]->clip),
                                                   ui::intersection(texts[b]->bounds, texts[b]->clip));
            CHECK_MESSAGE((both.width < 1 || both.height < 1), texts[a]->name, " / ", texts[b]->name);
          }
      }
}

TEST_CASE("what can be touched is large enough, on every page of a phone") {
  RunningApp app("/kk/");
  for (const std::string_view language : test::languages)
    for (const std::string_view page : test::pages()) {
      app.around.size = {360, 640};
      app.go_to("/" + std::string(language) + "/" + std::string(page));
      CAPTURE(app.app->path());
      int plan_depth = -1;
      for (const ui::Node& node : app.tree().nodes) {
        // Rooms are as large as they are; the list below the plan has all of them.
        if (plan_depth >= 0 && node.depth > plan_depth) continue;
        plan_depth = node.role == Role::group && !node.name.empty() ? node.depth : -1;
        // What skips to the content is there for keyboards until it has the focus.
        if (!node.pressable || node.href == "#content") continue;
        CHECK_MESSAGE(node.bounds.width >= 44, node.name);
        CHECK_MESSAGE(node.bounds.height >= 44, node.name);
      }
    }
}
