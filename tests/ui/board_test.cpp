// The board as it hangs on a wall: all rooms on one screen, by itself.
#include <algorithm>

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
    for (const std::string& language : test::languages) {
      CAPTURE(width);
      CAPTURE(language);
      const test::RunningApp app = test::at("/" + language + "/board/", width, height);
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
          CHECK_MESSAGE(node.size_px * 1080 / height >= 14, node.name);
        CHECK_MESSAGE((node.bounds.empty() || node.bounds.bottom() <= height + 0.5F), node.name);
      }
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
