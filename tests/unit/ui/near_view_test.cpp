// Long pages that are no lists of rows: the tree has what is near the view, and all of the page can be
// reached.
#include "screen.h"
#include "ui/widgets/words.h"

using test::Screen;
using ui::KeyName;
using ui::Role;

namespace {

// Items with words and a link each, as the milestones of a road have them.
struct LongPage {
  int items = 1500;

  void operator()(ui::Frame& f) {
    auto main = f.node_at(Role::main, {0, 0, 360, 640}, 0);
    auto scroll = f.scrolling("page", {0, 0, 360, 640});
    ui::heading(f, 1, "Title");
    auto list = f.list();
    for (int i = 0; i < items; ++i) {
      const std::string number = std::to_string(i);
      auto item = f.list_item();
      f.anchor("item-" + number);
      ui::titled(f, 0, 2, "item " + number);
      ui::paragraph(f, "words of " + number);
      ui::link(f, "link " + number, "/" + number + "/");
      f.gap(20);
    }
  }
};

const ui::Node* link(const Screen& screen, int number) {
  return screen.kit->tree().find(Role::link, "link " + std::to_string(number));
}

const ui::Node* item_around(const Screen& screen, const ui::Node* node) {
  const std::vector<ui::Node>& nodes = screen.kit->tree().nodes;
  while (node != nodes.data() && node->role != Role::list_item) --node;
  return node;
}

}  // namespace

TEST_CASE("of a long page the tree has what is near the view, and its items say their place") {
  Screen screen;
  LongPage page;
  screen.settle(page);
  CHECK(screen.kit->tree().nodes.size() < 200);
  REQUIRE(link(screen, 2) != nullptr);
  CHECK(item_around(screen, link(screen, 2))->position == 3);
  CHECK(item_around(screen, link(screen, 2))->set_size == 1500);
  CHECK(link(screen, 700) == nullptr);

  const ui::NodeId second = link(screen, 2)->id;
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = 1e6F});
  screen.settle(page);
  CHECK(screen.kit->tree().nodes.size() < 200);
  CHECK(link(screen, 2) == nullptr);
  REQUIRE(link(screen, 1499) != nullptr);
  CHECK(item_around(screen, link(screen, 1499))->position == 1500);
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = -1e6F});
  screen.settle(page);
  REQUIRE(link(screen, 2) != nullptr);
  CHECK(link(screen, 2)->id == second);
}

TEST_CASE("a short page is in the tree as a whole, and says nothing of places") {
  Screen screen;
  LongPage page{.items = 200};
  screen.settle(page);
  for (int i = 0; i < 200; ++i) REQUIRE(link(screen, i) != nullptr);
  CHECK(item_around(screen, link(screen, 150))->position == 0);
}

TEST_CASE("Tab leads through all of a long page, forwards and backwards") {
  Screen screen;
  LongPage page;
  screen.settle(page);
  for (int i = 0; i < 400; ++i) {
    screen.key(KeyName::tab);
    screen.settle(page);
    REQUIRE(link(screen, i) != nullptr);
    REQUIRE(link(screen, i)->state.focused);
    REQUIRE(link(screen, i)->drawn);
  }
  // Scrolled away, and back from where the focus is.
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = 50000});
  screen.settle(page);
  REQUIRE(link(screen, 399) != nullptr);
  CHECK_FALSE(link(screen, 399)->drawn);
  for (int i = 398; i > 300; --i) {
    screen.key(KeyName::tab, true);
    screen.settle(page);
    REQUIRE(link(screen, i) != nullptr);
    REQUIRE(link(screen, i)->state.focused);
  }
}

TEST_CASE("a link into a long page scrolls to its place, and a press reaches what has left the view") {
  Screen screen;
  LongPage page;
  screen.settle(page);
  screen.kit->arrive_at("item-900");
  screen.settle(page);
  REQUIRE(link(screen, 900) != nullptr);
  CHECK(link(screen, 900)->drawn);
  const ui::NodeId id = link(screen, 900)->id;
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = -1e6F});
  screen.settle(page);
  CHECK(link(screen, 900) == nullptr);
  screen.kit->handle(ui::PressNode{id});
  screen.frame(page);
  CHECK(screen.followed == "/900/");
}

TEST_CASE("what is kept and read later is in the tree as a whole") {
  Screen screen;
  screen.setup.whole_lists = true;
  LongPage page;
  screen.settle(page);
  for (int i = 0; i < 1500; ++i) REQUIRE(link(screen, i) != nullptr);
}
