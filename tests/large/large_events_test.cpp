// Events with more of everything than any summit has: no page of them costs more than what is seen of it.
// They take minutes under the sanitizers; the usual tests run them as the optimised program.
#include "big_event.h"
#include "ui/running_app.h"

using test::RunningApp;

namespace {

// More elements than this make a browser slow, and a screen reader.
constexpr std::size_t most_elements = 1500;

const std::string& big_pack() {
  static const std::string pack = test::BigEvent(1200, 200, 30,
                                                 {.themes = 90,
                                                  .partners = 300,
                                                  .stories = 200,
                                                  .notices = 80,
                                                  .articles = 240,
                                                  .milestones = 80,
                                                  .mentions = 12})
                                      .pack();
  return pack;
}

// One page of each kind, and of those about a thing the first and the last.
std::vector<std::string> some_pages(const content::Edition& edition, std::string_view language) {
  std::vector<std::string> paths;
  for (const screens::PageEntry& entry : screens::all_pages()) {
    if (entry.page == screens::Page::not_found) continue;
    if (entry.things == nullptr) {
      paths.push_back(screens::path_of(language, entry.page));
      continue;
    }
    std::vector<std::string> ids;
    entry.things->each(edition.event(), [&](const std::string& id) { ids.push_back(id); });
    REQUIRE_FALSE(ids.empty());
    paths.push_back(screens::path_of(language, entry.page, ids.front()));
    paths.push_back(screens::path_of(language, entry.page, ids.back()));
  }
  for (const char* more : {"search/?q=su", "search/?q=22", "map/?level=level-3"})
    paths.push_back("/" + std::string(language) + "/" + more);
  return paths;
}

// Every node is an element in the mirror, and every area that scrolls.
std::size_t elements(const ui::Tree& tree) { return tree.nodes.size() + tree.areas.size(); }

}  // namespace

TEST_CASE("no page of any event has more elements than a browser bears, wherever it is scrolled to") {
  app::Assets files = test::assets();
  files.pack = big_pack();
  for (const ui::Size window : {ui::Size{390, 844}, ui::Size{1600, 1000}}) {
    RunningApp running(test::start_at("/kk/"), files, "2026-04-22T10:30+05:00");
    running.around.size = window;
    for (const std::string& path : some_pages(*running.app->edition(), "kk")) {
      CAPTURE(path);
      CAPTURE(window.width);
      running.go_to(path);
      CHECK(elements(running.tree()) <= most_elements);
      for (const float way : {3000.F, 30000.F, 1e6F}) {
        running.app->handle(
            ui::WheelEvent{.at = {window.width * 0.7F, window.height * 0.6F}, .dx = 0, .dy = way});
        running.settle();
        CHECK(elements(running.tree()) <= most_elements);
      }
    }
  }
}

TEST_CASE("of a long road what is near the view is laid out, and a link leads to any meeting of it") {
  app::Assets files = test::assets();
  files.pack = big_pack();
  RunningApp running(test::start_at("/kk/road/"), files, "2026-04-22T10:30+05:00");
  const auto marks = [&] {
    std::vector<std::string> found;
    for (const ui::Node& node : running.tree().nodes)
      if (node.look == ui::Look::step_mark) found.push_back(node.name);
    return found;
  };
  CHECK(marks().front() == "1");
  CHECK(marks().size() < 10);
  // The whole of it is told all the same.
  const auto item = std::ranges::find(running.tree().nodes, ui::Look::step, &ui::Node::look);
  REQUIRE(item != running.tree().nodes.end());
  CHECK(item->set_size == 80);

  const RunningApp at(test::start_at("/kk/road/#milestone-40"), files, "2026-04-22T10:30+05:00");
  const auto there = std::ranges::find(at.tree().nodes, "milestone-40", &ui::Node::anchor);
  REQUIRE(there != at.tree().nodes.end());
  CHECK(there->look == ui::Look::step);
  CHECK(there->bounds.y >= 0);
  CHECK(there->bounds.y < at.around.size.height / 2);
}

TEST_CASE("who comes to the search of a large event finds its index made, a piece in each frame") {
  app::Assets files = test::assets();
  files.pack = big_pack();
  RunningApp running(test::start_at("/kk/"), files, "2026-04-22T10:30+05:00");
  const auto index = [&] { return running.app->edition()->made_search_index(); };
  const auto is_due = [&] { return running.last.wake_at && *running.last.wake_at <= running.around.now; };
  CHECK(index() == nullptr);
  running.go_to("/kk/search/");
  CHECK(index() == nullptr);
  int frames = 0;
  while (index() == nullptr) {
    REQUIRE(is_due());
    REQUIRE(++frames < 1000);
    running.settle();
  }
  CHECK(frames > 10);
  // And then it rests.
  running.settle();
  CHECK_FALSE(is_due());

  // Whoever is faster gets the same answers.
  RunningApp hasty(test::start_at("/kk/search/"), files, "2026-04-22T10:30+05:00");
  const auto ask = [](RunningApp& app) {
    app.write(test::said("kk", text::Key("search.label")), "бағдарлама");
    std::vector<std::string> names;
    for (const ui::Node& node : app.tree().nodes)
      if (node.role == ui::Role::link) names.push_back(node.href);
    return names;
  };
  CHECK(ask(hasty) == ask(running));
}

TEST_CASE("ten thousand sessions in seven hundred rooms: only what is seen is described") {
  app::Assets files = test::assets();
  const std::string pack = test::BigEvent(10'000, 700, 10).pack();
  files.pack = pack;
  for (const ui::Size window : {ui::Size{390, 844}, ui::Size{1389, 868}, ui::Size{1920, 1080}}) {
    RunningApp running(test::start_at("/kk/agenda/?day=2026-04-24&view=grid"), files,
                       "2026-04-01T12:00+05:00");
    running.around.size = window;
    running.settle();
    CHECK(elements(running.tree()) <= most_elements);
    int cells = 0;
    for (const ui::Node& node : running.tree().nodes) {
      if (node.look != ui::Look::cell || node.href.find("/agenda/") == std::string::npos) continue;
      ++cells;
      CHECK(node.drawn);
    }
    CHECK(cells > 4);
    CHECK(cells < 300);
    const auto grid = std::ranges::find(running.tree().nodes, ui::Role::grid, &ui::Node::role);
    REQUIRE(grid != running.tree().nodes.end());
    CHECK(grid->cells.columns >= 70);
  }
}
