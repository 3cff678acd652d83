// The keyboard's focus when the things under it change: it is never nowhere.
#include <functional>

#include "screen.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/words.h"

using test::Screen;
using ui::KeyName;
using ui::Role;

namespace {

// A page with filters that lead to the same page, and a list of links.
struct FocusPage {
  std::vector<std::string> links;
  std::vector<std::string> filters{"all", "water"};
  std::string filter = "all";

  void operator()(ui::Frame& f) {
    {
      auto navigation = f.node(Role::navigation);
      ui::link(f, "lake", "/lake/");  // the same words as one of the list
    }
    auto main = f.node_at(Role::main, {0, 0, 360, 640}, 0);
    auto scroll = f.scrolling("page", {0, 0, 360, 640});
    ui::heading(f, 1, "Title");
    for (const std::string& one : filters)
      ui::chip(f, one, one == filter ? "/?off=" + one : "/?filter=" + one, one == filter);
    const auto find = [&](std::string_view href) -> std::optional<std::size_t> {
      for (std::size_t i = 0; i < links.size(); ++i)
        if ("/" + links[i] + "/" == href) return i;
      return std::nullopt;
    };
    f.rows(
        {.name = "list", .count = links.size(), .find = find},
        [&](std::size_t) { return ui::expected_row_height(f); },
        [&](std::size_t row) { ui::row(f, 0, links[row], {}, "/" + links[row] + "/"); });
  }
};

const ui::Node* focused(const Screen& screen) {
  const ui::Node* found = nullptr;
  for (const ui::Node& node : screen.kit->tree().nodes)
    if (node.state.focused) {
      CHECK(found == nullptr);
      found = &node;
    }
  return found;
}

std::string focused_name(const Screen& screen) {
  const ui::Node* node = focused(screen);
  return node == nullptr ? "nothing" : node->name;
}

void focus_on(Screen& screen, FocusPage& page, std::string_view link) {
  for (const ui::Node& node : screen.kit->tree().nodes)
    if (node.role == Role::link && node.name == link && node.scroller != 0) {
      screen.kit->handle(ui::FocusNode{.node = node.id, .visible = true});
      break;
    }
  screen.settle(page);
  REQUIRE(focused_name(screen) == link);
}

struct Case {
  const char* what;
  std::vector<std::string> before;
  std::string at;
  std::vector<std::string> after;
  std::string then;
};

}  // namespace

TEST_CASE("when a list changes, the focus goes along with its thing, or to what stands in its place") {
  const std::vector<std::string> all{"river", "lake", "glacier", "sea"};
  for (const Case& one :
       {Case{"those before it go", all, "glacier", {"glacier", "sea"}, "glacier"},
        Case{"others come before it", {"glacier", "sea"}, "glacier", all, "glacier"},
        Case{"the order turns", all, "river", {"sea", "glacier", "lake", "river"}, "river"},
        Case{"it goes", all, "glacier", {"river", "lake", "sea"}, "sea"},
        Case{"it goes and was the last", all, "sea", {"river", "lake"}, "lake"},
        Case{"it goes, and its words are in the navigation", all, "lake", {"river"}, "river"},
        Case{"all go", all, "glacier", {}, "water"}}) {
    CAPTURE(one.what);
    Screen screen;
    FocusPage page{.links = one.before};
    screen.settle(page);
    focus_on(screen, page, one.at);
    page.links = one.after;
    screen.settle(page);
    CHECK(focused_name(screen) == one.then);
    REQUIRE(focused(screen) != nullptr);
    CHECK(focused(screen)->scroller != 0);
  }
}

TEST_CASE("a filter that was pressed keeps the focus, though another leads now where it led") {
  Screen screen;
  FocusPage page{.links = {"river"}};
  screen.settle(page);
  focus_on(screen, page, "water");
  page.filter = "water";
  screen.settle(page);
  CHECK(focused_name(screen) == "water");
}

TEST_CASE("a page that loses all that can have the focus is read on from its heading") {
  Screen screen;
  FocusPage page{.links = {"river"}};
  screen.settle(page);
  focus_on(screen, page, "river");
  page.links.clear();
  page.filters.clear();
  screen.settle(page);
  CHECK(focused_name(screen) == "Title");
}

TEST_CASE("in a list of which only a part is in the tree the focus goes along with its row") {
  Screen screen;
  FocusPage page;
  for (int i = 0; i < 5000; ++i) page.links.push_back("row " + std::to_string(i));
  screen.settle(page);
  focus_on(screen, page, "row 3");
  for (int i = 0; i < 2000; ++i) page.links.insert(page.links.begin(), "new " + std::to_string(i));
  screen.settle(page);
  CHECK(focused_name(screen) == "row 3");
  REQUIRE(focused(screen) != nullptr);
  CHECK(focused(screen)->drawn);
  // Whoever has scrolled away from it is not taken back.
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = 50000});
  screen.settle(page);
  page.links.erase(page.links.begin(), page.links.begin() + 1000);
  screen.settle(page);
  CHECK(focused_name(screen) == "row 3");
  REQUIRE(focused(screen) != nullptr);
  CHECK_FALSE(focused(screen)->drawn);
}

TEST_CASE("whoever had no focus gets none by a change") {
  Screen screen;
  FocusPage page{.links = {"river", "lake"}};
  screen.settle(page);
  page.links = {"lake"};
  screen.settle(page);
  CHECK(focused(screen) == nullptr);
}
