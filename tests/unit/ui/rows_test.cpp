// Lists of any length: what is described of them, where it stands, and how one gets to the rest.
#include <cmath>
#include <set>

#include "screen.h"
#include "ui/row_heights.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

using test::Screen;
using ui::KeyName;
using ui::Role;

namespace {

// A page with a heading, a list and something behind it. The height of a row is not what is expected.
struct RowsPage {
  std::size_t count = 10000;
  float expected = 60;
  int drawn = 0;  // rows in the last frame
  std::vector<int> presses = std::vector<int>(20000);
  std::optional<std::size_t> selected;
  bool has_list = true;

  float height(std::size_t row) const { return 50 + static_cast<float>(row * 7 % 5) * 13; }

  void operator()(ui::Frame& f) {
    drawn = 0;
    auto main = f.node_at(Role::main, {0, 0, 360, 640}, 0);
    auto scroll = f.scrolling("page", {0, 0, 360, 640});
    ui::heading(f, 1, "Title");
    ui::Rows rows{.name = "list", .count = has_list ? count : 0, .gap = 10};
    rows.selected = selected;
    rows.find = [](std::string_view anchor) -> std::optional<std::size_t> {
      if (!anchor.starts_with("row-")) return std::nullopt;
      return static_cast<std::size_t>(std::stoi(std::string(anchor.substr(4))));
    };
    f.rows(
        rows, [&](std::size_t) { return expected; },
        [&](std::size_t row) {
          ++drawn;
          const float top = f.width();  // a row fills the list
          CHECK(top == 360);
          f.anchor("row-" + std::to_string(row));
          const std::string name = "row " + std::to_string(row);
          if (ui::button(f, {.key = name, .label = name, .href = {}, .toggled = {}})) ++presses[row];
          f.gap(height(row) - 48);
        });
    f.gap(20);
    ui::button(f, {.key = "behind", .label = "behind", .href = {}, .toggled = {}});
  }
};

std::vector<std::uint32_t> described(const Screen& screen) {
  std::vector<std::uint32_t> rows;
  for (const ui::Node& node : screen.kit->tree().nodes)
    if (node.role == Role::list_item) rows.push_back(node.position);
  return rows;
}

const ui::Node* row(const Screen& screen, int number) {
  return screen.kit->tree().find(Role::button, "row " + std::to_string(number));
}

float scrolled_px(const Screen& screen) { return screen.kit->tree().areas.front().offset.y; }

}  // namespace

TEST_CASE("heights of lines are found by place and by height") {
  for (const std::size_t count : {1UZ, 2UZ, 3UZ, 7UZ, 64UZ, 1000UZ}) {
    ui::RowHeights heights;
    heights.expect(count, 100, 1, [](std::size_t line) { return 10 + static_cast<float>(line % 3); });
    CHECK(heights.are_for(count, 100, 1));
    CHECK_FALSE(heights.are_for(count, 101, 1));
    CHECK_FALSE(heights.are_for(count + 1, 100, 1));
    std::vector<std::int32_t> simple(count);
    for (std::size_t line = 0; line < count; ++line) simple[line] = 10 + static_cast<std::int32_t>(line % 3);
    for (const std::size_t line : {count / 2, std::size_t{0}, count - 1, count / 3}) {
      CHECK(heights.known(line) == (simple[line] > 12));
      simple[line] = 40 + static_cast<std::int32_t>(line % 11);
      heights.set(line, simple[line]);
      CHECK(heights.known(line));
    }
    std::int32_t top = 0;
    for (std::size_t line = 0; line < count; ++line) {
      CHECK(heights.top(line) == top);
      CHECK(heights.height(line) == simple[line]);
      CHECK(heights.line_at(static_cast<float>(top)) == line);
      CHECK(heights.line_at(static_cast<float>(top + simple[line]) - 0.5F) == line);
      top += simple[line];
    }
    CHECK(heights.top(count) == top);
    CHECK(heights.line_at(-5) == 0);
    CHECK(heights.line_at(static_cast<float>(top + 5)) == count - 1);
  }
}

TEST_CASE("of a long list what is near the view is described, with its place in the whole") {
  Screen screen;
  RowsPage page;
  screen.settle(page);
  const auto rows = described(screen);
  CHECK(rows.size() < 30);
  CHECK(page.drawn == static_cast<int>(rows.size()));
  CHECK(rows.front() == 1);
  for (const ui::Node& node : screen.kit->tree().nodes) {
    if (node.role != Role::list_item) continue;
    CHECK(node.set_size == 10000);
    CHECK(node.bounds.width == 360);
  }
  // Nothing is missing in the window, and something more is there on both sides.
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = 123456});
  screen.settle(page);
  const auto later = described(screen);
  CHECK(later.size() < 40);
  for (std::size_t i = 1; i < later.size(); ++i) CHECK(later[i] == later[i - 1] + 1);
  CHECK(row(screen, static_cast<int>(later.front()) - 1)->bounds.bottom() < 0);
  CHECK(row(screen, static_cast<int>(later.back()) - 1)->bounds.y > 640);
}

TEST_CASE("a short list is described as a whole, and so is a long one where nobody scrolls") {
  Screen screen;
  RowsPage page;
  page.count = 70;
  screen.settle(page);
  CHECK(described(screen).size() == 70);
  page.count = 10000;
  screen.setup.whole_lists = true;
  screen.frame(page);
  CHECK(described(screen).size() == 10000);
  // Row after row, each as high as it came out.
  float y = row(screen, 0)->bounds.y;
  for (int i = 0; i < 100; ++i) {
    CHECK(row(screen, i)->bounds.y == y);
    y += page.height(static_cast<std::size_t>(i)) + 10;
  }
}

TEST_CASE("what is in view stays where it is while rows above it show how high they are") {
  Screen screen;
  RowsPage page;
  page.expected = 90;
  screen.settle(page);
  // Somewhere in the middle, where nothing above was ever drawn.
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = 300000});
  screen.settle(page);
  const auto in_view = [&] {
    for (const std::uint32_t number : described(screen)) {
      const ui::Node* node = row(screen, static_cast<int>(number) - 1);
      if (node->bounds.y > 200) return *node;
    }
    return ui::Node{};
  };
  for (int i = 0; i < 60; ++i) {
    const ui::Node before = in_view();
    screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = -40});
    screen.frame(page);
    const ui::Node* after = screen.kit->tree().find(before.id);
    REQUIRE(after != nullptr);
    CHECK(after->bounds.y == doctest::Approx(before.bounds.y + 40));
    screen.settle(page);
    CHECK(screen.kit->tree().find(before.id)->bounds.y == doctest::Approx(before.bounds.y + 40));
  }
}

TEST_CASE("where the platform scrolls, what it says counts from what it knows") {
  Screen screen;
  screen.setup.platform_scrolls = true;
  RowsPage page;
  page.expected = 90;
  screen.settle(page);
  const std::uint32_t area = screen.kit->tree().areas.front().key;
  screen.kit->handle(ui::ScrollTo{area, {0, 300000}});
  screen.settle(page);
  for (int i = 0; i < 40; ++i) {
    const float told = scrolled_px(screen);
    const ui::Node* seen = nullptr;
    for (const std::uint32_t number : described(screen))
      if (const ui::Node* node = row(screen, static_cast<int>(number) - 1); node->bounds.y > 200 && !seen)
        seen = node;
    const ui::NodeId id = seen->id;
    const float y = seen->bounds.y;
    // Two movements, the second before the frame that shows what the first one brought.
    screen.kit->handle(ui::ScrollTo{area, {0, told - 25}});
    screen.frame(page);
    screen.kit->handle(ui::ScrollTo{area, {0, scrolled_px(screen) - 25}});
    screen.settle(page);
    CHECK(screen.kit->tree().find(id)->bounds.y == doctest::Approx(y + 50));
  }
}

TEST_CASE("End leads to the end of a long list, Home to its beginning") {
  Screen screen;
  RowsPage page;
  for (const float expected : {30.F, 90.F, 200.F}) {
    page.expected = expected;
    screen.settle(page);
    screen.key(KeyName::end);
    screen.settle(page);
    const ui::Node& behind = screen.node(Role::button, "behind");
    CHECK(behind.bounds.bottom() == doctest::Approx(640));
    REQUIRE(row(screen, 9999) != nullptr);
    CHECK(row(screen, 9999)->bounds.y < 640);
    screen.key(KeyName::home);
    screen.settle(page);
    CHECK(scrolled_px(screen) == 0);
    CHECK(row(screen, 0) != nullptr);
    page.count += 1;  // expected anew
  }
}

TEST_CASE("Page Down passes every row") {
  Screen screen;
  RowsPage page;
  page.count = 300;
  screen.settle(page);
  std::set<std::uint32_t> seen;
  for (int i = 0; i < 80; ++i) {
    for (const std::uint32_t number : described(screen)) {
      const ui::Rect& bounds = row(screen, static_cast<int>(number) - 1)->bounds;
      if (bounds.y < 640 && bounds.bottom() > 0) seen.insert(number);
    }
    screen.key(KeyName::page_down);
    screen.settle(page);
  }
  CHECK(seen.size() == 300);
}

TEST_CASE("Tab reaches every row, forth and back, and what is behind the list") {
  Screen screen;
  RowsPage page;
  page.count = 200;
  screen.settle(page);
  for (int i = 0; i < 200; ++i) {
    screen.key(KeyName::tab);
    screen.settle(page);
    const ui::Node* reached = row(screen, i);
    REQUIRE(reached != nullptr);
    REQUIRE(reached->state.focused);
    CHECK(reached->bounds.y >= 0);
    CHECK(reached->bounds.bottom() <= 640);
  }
  screen.key(KeyName::tab);
  screen.settle(page);
  CHECK(screen.node(Role::button, "behind").state.focused);
  for (int i = 199; i >= 0; --i) {
    screen.key(KeyName::tab, true);
    screen.settle(page);
    REQUIRE(row(screen, i) != nullptr);
    REQUIRE(row(screen, i)->state.focused);
  }
}

TEST_CASE("the focus is not lost when its row leaves the view, and Tab goes on from there") {
  Screen screen;
  RowsPage page;
  screen.settle(page);
  for (int i = 0; i < 3; ++i) {
    screen.key(KeyName::tab);
    screen.settle(page);
  }
  for (const float way : {100000.F, 200000.F}) {
    screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = way});
    screen.settle(page);
    REQUIRE(row(screen, 2) != nullptr);
    CHECK(row(screen, 2)->state.focused);
    CHECK_FALSE(row(screen, 2)->drawn);
  }
  screen.key(KeyName::tab);
  screen.settle(page);
  REQUIRE(row(screen, 3) != nullptr);
  CHECK(row(screen, 3)->state.focused);
  CHECK(row(screen, 3)->bounds.y >= 0);
  CHECK(row(screen, 3)->bounds.bottom() <= 640);
  screen.key(KeyName::enter);
  screen.settle(page);
  CHECK(page.presses[3] == 1);
}

TEST_CASE("a press reaches its row, although that has left the view by then") {
  Screen screen;
  RowsPage page;
  screen.settle(page);
  screen.kit->handle(ui::PressNode{row(screen, 4)->id});
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = 50000});
  screen.settle(page);
  CHECK(page.presses[4] == 1);
  CHECK(row(screen, 4) == nullptr);
}

TEST_CASE("a link into a long list scrolls to its row") {
  for (const float expected : {30.F, 76.F, 150.F})
    for (const int number : {0, 3, 5000, 9999}) {
      Screen screen;
      RowsPage page;
      page.expected = expected;
      screen.settle(page);
      screen.kit->arrive_at("row-" + std::to_string(number));
      screen.settle(page);
      CAPTURE(expected);
      CAPTURE(number);
      REQUIRE(row(screen, number) != nullptr);
      const ui::Rect& bounds = row(screen, number)->bounds;
      CHECK(bounds.y >= 0);
      CHECK(bounds.bottom() <= 640);
      if (number == 5000) CHECK(bounds.y == doctest::Approx(12).epsilon(0.2));
    }
}

TEST_CASE("the row that is selected is described wherever it is") {
  Screen screen;
  RowsPage page;
  page.selected = 7777;
  screen.settle(page);
  CHECK(row(screen, 7777) != nullptr);
  CHECK(described(screen).size() < 40);
}

TEST_CASE("ids of rows stay while they come and go, and so do those of what is behind the list") {
  Screen screen;
  RowsPage page;
  screen.settle(page);
  const ui::NodeId fifth = row(screen, 5)->id;
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = 500});
  screen.settle(page);
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = -500});
  screen.settle(page);
  CHECK(row(screen, 5)->id == fifth);
}

TEST_CASE("of many long lists only what is near the view is described, and Tab passes from one to the next") {
  // Between the lists stands more than a window of words, where no Tab stops.
  Screen screen;
  constexpr int lists = 12;
  const auto draw = [&](ui::Frame& f) {
    auto main = f.node_at(Role::main, {0, 0, 360, 640}, 0);
    auto scroll = f.scrolling("page", {0, 0, 360, 640});
    for (int list = 0; list < lists; ++list) {
      ui::heading(f, 2, "list " + std::to_string(list));
      f.gap(1500);
      f.rows(
          {.count = 90}, [&](std::size_t) { return 50.F; },
          [&](std::size_t row) {
            const std::string name = std::to_string(list) + "/" + std::to_string(row);
            ui::button(f, {.key = name, .label = name, .href = {}, .toggled = {}});
          });
    }
  };
  screen.settle(draw);
  for (int i = 0; i < lists * 90; ++i) {
    screen.key(KeyName::tab);
    screen.settle(draw);
    const std::string name = std::to_string(i / 90) + "/" + std::to_string(i % 90);
    const ui::Node* node = screen.kit->tree().find(Role::button, name);
    REQUIRE_MESSAGE(node != nullptr, name);
    REQUIRE_MESSAGE(node->state.focused, name);
    REQUIRE(screen.kit->tree().nodes.size() < 150);
  }
  for (int i = lists * 90 - 2; i >= 0; --i) {
    screen.key(KeyName::tab, true);
    screen.settle(draw);
    const std::string name = std::to_string(i / 90) + "/" + std::to_string(i % 90);
    const ui::Node* node = screen.kit->tree().find(Role::button, name);
    REQUIRE_MESSAGE(node != nullptr, name);
    REQUIRE_MESSAGE(node->state.focused, name);
  }
}

TEST_CASE("a frame of a list of a hundred thousand describes no more than one of a thousand") {
  Screen screen;
  RowsPage page;
  page.presses.resize(100000);
  std::vector<std::size_t> nodes;
  for (const std::size_t count : {1000UZ, 100000UZ}) {
    page.count = count;
    screen.settle(page);
    screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = 20000});
    screen.settle(page);
    nodes.push_back(screen.kit->tree().nodes.size());
    CHECK(page.drawn < 40);
  }
  CHECK(nodes[0] < nodes[1] + 10);
  CHECK(nodes[1] < nodes[0] + 10);
}
