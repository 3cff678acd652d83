// The board as it hangs on a wall: all rooms on one screen, by itself.
#include <algorithm>
#include <set>

#include "running_app.h"

namespace {

bool is_whole_in(const ui::Rect& bounds, float width, float height) {
  return bounds.x >= -0.5F && bounds.y >= -0.5F && bounds.right() <= width + 0.5F &&
         bounds.bottom() <= height + 0.5F;
}

}  // namespace

TEST_CASE("on a wall the board shows all rooms at once, in 1080 lines and in 4K") {
  test::need_icu();
  for (const auto& [width, height] : {std::pair{1920.F, 1080.F}, {3840.F, 2160.F}})
    for (const std::string& language : test::languages)
      // In the evening and at night too, before the first day, and when most is on.
      for (const char* now : {"2026-04-23T10:12+05:00", "2026-04-23T10:45+05:00", "2026-04-24T09:40+05:00",
                              "2026-04-22T21:30+05:00", "2026-04-01T12:00+05:00"}) {
        CAPTURE(width);
        CAPTURE(language);
        CAPTURE(now);
        const test::RunningApp app = test::at("/" + language + "/board/", width, height, now);
        const auto rooms = app.app->session().edition()->programme().rooms();
        REQUIRE(!rooms.empty());
        CHECK(app.find(ui::Role::navigation, test::said(language, "nav.label")) == nullptr);
        std::size_t shown = 0;
        for (const model::Room* room : rooms)
          if (const ui::Node* node = app.find(ui::Role::link, room->name.in(language))) {
            ++shown;
            CHECK(is_whole_in(node->bounds, width, height));
          }
        CHECK(shown == rooms.size());
        // From across a hall nothing small is read, and nothing has to be scrolled to.
        for (const ui::Node& node : app.tree().nodes) {
          if (node.size_px > 0 && (node.role == ui::Role::link || node.role == ui::Role::text))
            CHECK_MESSAGE(node.size_px * 1080 / height >= 20, node.name);
          CHECK_MESSAGE((node.bounds.empty() || node.bounds.bottom() <= height + 0.5F), node.name);
        }
      }
}

TEST_CASE(
    "on a wall what is on is largest after the rooms, of one size in all rows, and empty rooms have none") {
  test::need_icu();
  for (const std::string& language : test::languages) {
    CAPTURE(language);
    const test::RunningApp app = test::at("/" + language + "/board/", 1920, 1080, "2026-04-24T09:40+05:00");
    const content::Edition& edition = *app.app->session().edition();
    std::set<float> titles;
    std::size_t live = 0;
    float largest_of_others = 0;
    for (const ui::Node& node : app.tree().nodes) {
      if (node.role == ui::Role::progress) ++live;
      const bool is_title = std::ranges::any_of(edition.event().sessions, [&](const model::Session& session) {
        return node.href == "/" + language + "/agenda/" + session.id + "/" &&
               session.starts_at <= app.around.now && session.ends_at > app.around.now;
      });
      if (is_title)
        titles.insert(node.size_px);
      else if (node.bounds.y > 120 && node.role == ui::Role::text)
        largest_of_others = std::max(largest_of_others, node.size_px);
    }
    REQUIRE(live > 3);
    REQUIRE(titles.size() == 1);
    CHECK(*titles.begin() >= 27);
    CHECK(*titles.begin() > largest_of_others);
    // Rooms with nothing on stand behind each other, not one below the other.
    std::set<float> lines;
    std::size_t quiet = 0;
    for (const model::Room* room : edition.programme().rooms()) {
      const ui::Node& node = app.node(ui::Role::link, room->name.in(language));
      if (node.size_px >= *titles.begin()) continue;
      ++quiet;
      lines.insert(node.bounds.y);
    }
    CHECK(quiet > 5);
    CHECK(lines.size() <= 4);
  }
}

TEST_CASE("the board on a wall goes with the clock, and draws nothing in between") {
  test::need_icu();
  test::RunningApp app = test::at("/en/board/", 1920, 1080, "2026-04-23T10:29+05:00");
  CHECK(app.says("10:29"));
  REQUIRE(app.last.wake_at);
  CHECK(*app.last.wake_at <= app.around.now + std::chrono::seconds(60));
  CHECK(*app.last.wake_at > app.around.now);
  CHECK(!app.last.draw_again);
  const std::string title = "Green finance: from pledges to investment";
  const auto count_live = [&] {
    return std::ranges::count_if(app.tree().nodes,
                                 [](const ui::Node& node) { return node.role == ui::Role::progress; });
  };
  CHECK(app.says(title));
  const auto before = count_live();
  // At half past ten most of them end.
  app.around.now += std::chrono::seconds(61);
  app.settle();
  CHECK(app.says("10:30"));
  CHECK(!app.says(title));
  CHECK(count_live() < before);
}

TEST_CASE("in smaller windows the board is a page like others") {
  test::need_icu();
  const test::RunningApp app = test::at("/en/board/", 1440, 900);
  CHECK(app.find(ui::Role::navigation, test::said("en", "nav.label")) != nullptr);
}

TEST_CASE("on a phone with letters twice as large no word of the board is broken") {
  test::need_icu();
  for (const std::string& language : test::languages)
    for (const float width : {320.F, 390.F}) {
      CAPTURE(language);
      CAPTURE(width);
      test::RunningApp app = test::at("/" + language + "/board/", width, 12000);
      app.app->note_texts();
      app.around.text_scale = 2;
      app.settle();
      app.go_to("/" + language + "/board/");
      std::size_t seen = 0;
      for (const ui::Node& node : app.tree().nodes) {
        if (!node.href.starts_with("/" + language + "/agenda/") || node.text.empty()) continue;
        for (const ui::WrittenText& line : app.app->written_texts()) {
          if (!node.text.inset(-1).contains(line.bounds.center())) continue;
          ++seen;
          // What stands in a line is a piece of the title that ends where a word does.
          const std::string_view text = line.text;
          auto at = node.name.find(text);
          REQUIRE_MESSAGE(at != std::string::npos, std::string(text), " in ", node.name);
          bool whole = false;
          // A short word may be in others, too.
          for (; at != std::string::npos && !whole; at = node.name.find(text, at + 1)) {
            const std::string_view rest = std::string_view(node.name).substr(at + text.size());
            whole = rest.empty() || rest.starts_with(' ') || text.ends_with(' ') || text.ends_with('-') ||
                    text.ends_with("\u2013") || text.ends_with("/") || rest.starts_with("\u2013");
          }
          CHECK_MESSAGE(whole, std::string(text), " in ", node.name);
        }
      }
      CHECK(seen > 10);
    }
}

TEST_CASE("search and languages stand in one line, with letters twice as large too") {
  test::need_icu();
  for (const std::string& language : test::languages) {
    test::RunningApp app = test::at("/" + language + "/agenda/", 1440, 900);
    app.around.text_scale = 2;
    app.settle();
    const auto search = std::ranges::find(app.tree().nodes, ui::Look::search_link, &ui::Node::look);
    const auto choice = std::ranges::find(app.tree().nodes, ui::Look::segment, &ui::Node::look);
    REQUIRE(search != app.tree().nodes.end());
    REQUIRE(choice != app.tree().nodes.end());
    CHECK(search->bounds.y == doctest::Approx(choice->bounds.y));
    CHECK(search->bounds.height == doctest::Approx(choice->bounds.height));
  }
}
