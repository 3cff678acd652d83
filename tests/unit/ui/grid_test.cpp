// A grid of rooms over hours: what is said of it, and the keys that lead from cell to cell.
#include "ui/widgets/grid.h"
#include "ui/widgets/press.h"

#include <string>

#include "screen.h"

using test::Screen;
using ui::Band;
using ui::KeyName;
using ui::Node;
using ui::Point;
using ui::Rect;
using ui::Role;

namespace {

// Cells are 100 × 100; a head of rooms above, a head of hours at the left.
struct GridPage {
  std::uint32_t rooms = 12;
  std::uint32_t hours = 12;
  bool only_seen = false;  // describes what is in view, and the cell that the focus is at or goes to
  std::string followed;

  // Room 2 has one session over hours 3 to 5, room 3 has nothing at hour 4, room 4 has words that lead
  // nowhere.
  void cell(ui::Frame& f, std::uint32_t hour, std::uint32_t room) const {
    if (room == 2 && (hour == 4 || hour == 5)) return;
    if (room == 3 && hour == 4) return;
    const Point origin = f.corner();
    const std::uint32_t rows = room == 2 && hour == 3 ? 3 : 1;
    const Rect rect{origin.x + 100.F * static_cast<float>(room - 1),
                    origin.y + 100.F * static_cast<float>(hour - 1), 100, 100.F * static_cast<float>(rows)};
    const bool wanted = ui::grid_focus(f).is_at(hour + 1, room + 1, rows);
    if (only_seen && !wanted && ui::intersection(rect, f.seen()).empty()) return;
    const std::string name = std::to_string(room) + "/" + std::to_string(hour);
    const std::string href = "/" + name;
    ui::grid_cell(f,
                  {.column = room + 1,
                   .rows = rows,
                   .text = name,
                   .second = room == 1 ? "10:00" : "",
                   .href = room == 4 ? std::string_view{} : std::string_view(href)},
                  rect);
  }

  void operator()(ui::Frame& f) {
    auto main = f.node_at(Role::main, {0, 0, 360, 640}, 0);
    ui::button(f, {.key = "before", .label = "before", .href = {}, .toggled = {}});
    auto area = f.panning("grid", {0, 100, 360, 540},
                          {100.F * static_cast<float>(rooms), 100.F * static_cast<float>(hours)}, {60, 40});
    {
      auto grid = ui::grid(f, {"Залдар", hours + 1, rooms + 1});
      {
        auto row = ui::grid_row(f, 1);
        {
          auto band = f.band(Band::corner);
          ui::grid_cell(f, {.role = Role::column_header, .text = "Сағат"}, {0, 100, 60, 40});
        }
        auto band = f.band(Band::top);
        for (std::uint32_t room = 1; room <= rooms; ++room)
          ui::grid_cell(
              f, {.role = Role::column_header, .column = room + 1, .text = "Зал " + std::to_string(room)},
              {f.corner().x + 100.F * static_cast<float>(room - 1), f.corner().y, 100, 40});
      }
      for (std::uint32_t hour = 1; hour <= hours; ++hour) {
        auto row = ui::grid_row(f, hour + 1);
        {
          auto band = f.band(Band::left);
          const float y = f.corner().y + 100.F * static_cast<float>(hour - 1);
          ui::grid_cell(f, {.role = Role::row_header, .text = std::to_string(hour) + " h"}, {0, y, 60, 100});
        }
        for (std::uint32_t room = 1; room <= rooms; ++room) cell(f, hour, room);
      }
    }
  }
};

std::string name_of_focused(const Screen& screen) {
  for (const Node& node : screen.kit->tree().nodes)
    if (node.state.focused) return node.name;
  return {};
}

void go_to(Screen& screen, GridPage& page, std::string_view name) {
  for (const Node& node : screen.kit->tree().nodes)
    if (node.name == name) {
      screen.kit->handle(ui::FocusNode{node.id, true});
      break;
    }
  screen.settle(page);
  REQUIRE(name_of_focused(screen) == name);
}

std::string press(Screen& screen, GridPage& page, KeyName key, bool control = false) {
  screen.kit->handle(ui::KeyEvent{.key = key, .control = control});
  screen.settle(page);
  // Where it is, it can be seen.
  for (const Node& node : screen.kit->tree().nodes)
    if (node.state.focused) {
      CHECK(node.drawn);
      CHECK(node.bounds.x >= node.clip.x);
      CHECK(node.bounds.y >= node.clip.y);
      CHECK(node.bounds.right() <= node.clip.right() + 0.5F);
    }
  return name_of_focused(screen);
}

}  // namespace

TEST_CASE("a grid says its rows, its columns and its heads") {
  Screen screen;
  GridPage page;
  screen.settle(page);
  const Node& grid = screen.node(Role::grid, "Залдар");
  CHECK(grid.cells == ui::Cells{0, 0, 13, 13});
  int rows = 0;
  std::uint32_t row = 0;
  for (const Node& node : screen.kit->tree().nodes) {
    if (node.role == Role::row) {
      CHECK(node.depth == grid.depth + 1);
      CHECK(node.cells.row == ++row);
      ++rows;
    }
    if (!ui::is_cell(node.role)) continue;
    CHECK(node.depth == grid.depth + 2);
    CHECK(node.cells.row == row);
    CHECK(node.cells.column >= 1);
  }
  CHECK(rows == 13);
  CHECK(screen.node(Role::column_header, "Зал 3").cells == ui::Cells{1, 4, 1, 1});
  CHECK(screen.node(Role::row_header, "3 h").cells == ui::Cells{4, 1, 1, 1});
  CHECK(screen.node(Role::link, "3/3").href == "/3/3");
  CHECK(screen.node(Role::grid_cell, "4/3").cells == ui::Cells{4, 5, 1, 1});
}

TEST_CASE("arrows lead from cell to cell, over gaps and along what is long") {
  Screen screen;
  GridPage page;
  screen.settle(page);
  go_to(screen, page, "1/3");
  CHECK(press(screen, page, KeyName::right) == "2/3");
  CHECK(press(screen, page, KeyName::right) == "3/3");
  CHECK(press(screen, page, KeyName::down) == "3/5");  // room 3 has nothing at hour 4
  CHECK(press(screen, page, KeyName::left) == "2/3");  // which goes on until hour 5
  CHECK(press(screen, page, KeyName::down) == "2/6");
  CHECK(press(screen, page, KeyName::up) == "2/3");
  CHECK(press(screen, page, KeyName::up) == "2/2");
  CHECK(press(screen, page, KeyName::up) == "2/1");
  CHECK(press(screen, page, KeyName::up) == "Зал 2");
  CHECK(press(screen, page, KeyName::up) == "Зал 2");
  CHECK(press(screen, page, KeyName::left) == "Зал 1");
  CHECK(press(screen, page, KeyName::left) == "Сағат");
  CHECK(press(screen, page, KeyName::left) == "Сағат");
  CHECK(press(screen, page, KeyName::down) == "1 h");
}

TEST_CASE("Home and End lead along the row, with Control to the corners, Page keys a view away") {
  for (const bool only_seen : {false, true}) {
    Screen screen;
    GridPage page;
    page.only_seen = only_seen;
    screen.settle(page);
    press(screen, page, KeyName::home, true);
    go_to(screen, page, "1/2");
    CHECK(press(screen, page, KeyName::end) == "12/2");
    CHECK(press(screen, page, KeyName::home) == "2 h");
    CHECK(press(screen, page, KeyName::end, true) == "12/12");
    CHECK(press(screen, page, KeyName::home, true) == "Сағат");
    CHECK(press(screen, page, KeyName::down) == "1 h");
    const std::string far = press(screen, page, KeyName::page_down);
    CHECK(far == "5 h");
    CHECK(press(screen, page, KeyName::page_up) == "1 h");
    // To the last row in as many steps as there are.
    for (int i = 2; i <= 12; ++i) CHECK(press(screen, page, KeyName::down) == std::to_string(i) + " h");
    CHECK(press(screen, page, KeyName::down) == "12 h");
    for (int i = 1; i <= 12; ++i) CHECK(press(screen, page, KeyName::right) == std::to_string(i) + "/12");
    for (int i = 11; i >= 6; --i) CHECK(press(screen, page, KeyName::up) == "12/" + std::to_string(i));
  }
}

TEST_CASE("Tab stops once in a grid, where one was, and leaves it") {
  Screen screen;
  GridPage page;
  screen.settle(page);
  go_to(screen, page, "before");
  CHECK(press(screen, page, KeyName::tab) == "Сағат");
  CHECK(press(screen, page, KeyName::tab) == "before");
  go_to(screen, page, "3/5");
  CHECK(press(screen, page, KeyName::tab) == "before");
  CHECK(press(screen, page, KeyName::tab) == "3/5");
}

TEST_CASE("Enter follows the link in a cell; one that leads nowhere does nothing") {
  Screen screen;
  GridPage page;
  screen.settle(page);
  go_to(screen, page, "2/3");
  screen.key(KeyName::enter);
  screen.frame(page);
  CHECK(screen.followed == "/2/3");
  go_to(screen, page, "4/3");
  screen.key(KeyName::enter);
  screen.frame(page);
  CHECK(screen.followed.empty());
}

TEST_CASE("the cell with the focus is described wherever one scrolls, and arrows go on from it") {
  Screen screen;
  GridPage page;
  page.only_seen = true;
  page.rooms = page.hours = 60;
  screen.settle(page);
  go_to(screen, page, "1/1");
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dx = 4000, .dy = 4000});
  screen.settle(page);
  CHECK(name_of_focused(screen) == "1/1");
  CHECK(press(screen, page, KeyName::right) == "2/1");
  std::size_t links = 0;
  for (const Node& node : screen.kit->tree().nodes) links += node.role == Role::link ? 1 : 0;
  CHECK(links < 40);
}
