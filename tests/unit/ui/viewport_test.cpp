// The viewport by itself, and a page that is panned both ways beside heads that stay.
#include "ui/viewport.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/press.h"

#include <string>

#include "screen.h"

using test::Screen;
using ui::Band;
using ui::KeyName;
using ui::Point;
using ui::PointerKind;
using ui::PointerPhase;
using ui::Rect;
using ui::Role;
using ui::Size;
using ui::Viewport;

namespace {

constexpr Rect window{10, 20, 300, 400};

Viewport viewport(Size content, ui::Bands bands = {}) {
  Viewport result;
  result.frame(window, content, bands);
  return result;
}

// Rooms over hours: a grid of cells under a row of heads and beside a column of heads.
struct Grid {
  static constexpr float left = 60;
  static constexpr float top = 50;
  static constexpr float cell = 100;
  int columns = 20;
  int rows = 30;
  std::string pressed;

  void head(ui::Frame& f, Band which, int column, int row, const std::string& name) {
    auto band = f.band(which);
    const Point from = f.corner();
    const bool at_top = which == Band::top;
    auto place = f.box({from.x + (at_top ? cell * static_cast<float>(column) : 0),
                        from.y + (which == Band::left ? cell * static_cast<float>(row) : 0),
                        at_top ? cell : left, which == Band::left ? cell : top});
    if (ui::button(f, {.key = name, .label = name, .href = {}, .toggled = {}})) pressed = name;
  }

  void operator()(ui::Frame& f) {
    ui::ground(f);
    auto main = f.node_at(Role::main, {0, 0, 360, 640}, 0);
    auto area = f.panning("grid", {0, 40, 360, 600},
                          {cell * static_cast<float>(columns), cell * static_cast<float>(rows)}, {left, top});
    head(f, Band::corner, 0, 0, "corner");
    for (int column = 0; column < columns; ++column)
      head(f, Band::top, column, 0, "room " + std::to_string(column));
    const Point origin = f.corner();
    for (int row = 0; row < rows; ++row) {
      head(f, Band::left, 0, row, "hour " + std::to_string(row));
      for (int column = 0; column < columns; ++column) {
        const Rect rect{origin.x + cell * static_cast<float>(column),
                        origin.y + cell * static_cast<float>(row), cell, cell};
        if (ui::intersection(rect, f.seen()).empty()) continue;
        auto place = f.box(rect);
        const std::string name = std::to_string(column) + "/" + std::to_string(row);
        if (ui::button(f, {.key = name, .label = name, .href = {}, .toggled = {}})) pressed = name;
      }
    }
  }
};

Point offset(const Screen& screen) { return screen.kit->tree().areas.front().offset; }

void drag(Screen& screen, Point from, Point by, PointerKind kind = PointerKind::touch) {
  double time = screen.setup.steady_s;
  screen.pointer(PointerPhase::down, from, time, kind);
  for (int i = 1; i <= 5; ++i) {
    time += 0.016;
    const float share = static_cast<float>(i) / 5;
    screen.pointer(PointerPhase::move, {from.x + by.x * share, from.y + by.y * share}, time, kind);
  }
  screen.pointer(PointerPhase::up, {from.x + by.x, from.y + by.y}, time + 0.01, kind);
}

}  // namespace

TEST_CASE("a viewport pans within its content, in both directions") {
  Viewport v = viewport({1000, 900});
  CHECK(v.most() == Point{700, 500});
  CHECK(v.pan_by({50, 60}));
  CHECK(v.offset() == Point{50, 60});
  CHECK(v.origin() == Point{-40, -40});
  CHECK(v.pan_by({-500, 10000}));
  CHECK(v.offset() == Point{0, 500});
  CHECK_FALSE(v.pan_by({-1, 1}));
  CHECK(v.pan_to({1e9F, -1e9F}));
  CHECK(v.offset() == Point{700, 0});
}

TEST_CASE("content that is no larger than the viewport stays where it is") {
  Viewport v = viewport({300, 100});
  CHECK_FALSE(v.can_pan());
  CHECK_FALSE(v.pan_by({100, 100}));
  v.fling({500, 500});
  CHECK_FALSE(v.moves());
}

TEST_CASE("bands take their room from the view") {
  Viewport v = viewport({1000, 900}, {80, 40});
  CHECK(v.view() == Rect{90, 60, 220, 360});
  CHECK(v.most() == Point{780, 540});
  CHECK(v.origin() == Point{90, 60});
}

TEST_CASE("when content shrinks, the viewport goes back to its end") {
  Viewport v = viewport({1000, 2000});
  v.pan_to({700, 1600});
  v.frame(window, {500, 600});
  CHECK(v.hold());
  CHECK(v.offset() == Point{200, 200});
  CHECK_FALSE(v.hold());
  v.frame(window, {10, 10});
  CHECK(v.hold());
  CHECK(v.offset() == Point{0, 0});
}

TEST_CASE("a throw slows down and ends, at the latest where the content does") {
  for (const Point speed :
       {Point{900, -1500}, Point{0, 3000}, Point{-700, 0}, Point{1e9F, 1e9F}, Point{70, 70}}) {
    Viewport v = viewport({5000, 5000});
    v.pan_to({2000, 2000});
    v.fling(speed);
    REQUIRE(v.moves());
    int frames = 0;
    Point before = v.offset();
    while (v.moves() && frames < 1000) {
      v.advance(1 / 60.0);
      const Point by{v.offset().x - before.x, v.offset().y - before.y};
      CHECK(by.x * speed.x >= 0);
      CHECK(by.y * speed.y >= 0);
      before = v.offset();
      ++frames;
    }
    CHECK(frames < 300);
    CHECK(v.offset().x >= 0);
    CHECK(v.offset().y >= 0);
    CHECK(v.offset().x <= v.most().x);
    CHECK(v.offset().y <= v.most().y);
  }
  Viewport v = viewport({5000, 5000});
  v.fling({30, 59});  // too slow for a throw
  CHECK_FALSE(v.moves());
  v.fling({500, 500});
  v.pan_to({5, 5});
  CHECK_FALSE(v.moves());
}

TEST_CASE("a long pause makes no leap") {
  Viewport v = viewport({5000, 50000});
  v.fling({0, 6000});
  v.advance(60);
  CHECK(v.offset().y <= 300);
}

TEST_CASE("what is under the fingers stays there while it is enlarged") {
  Viewport v;
  v.set_most_zoom(6);
  v.frame(window, {300, 400});
  const Point around{100, 200};
  const auto under = [&] {
    return Point{(around.x - v.origin().x) / v.zoom(), (around.y - v.origin().y) / v.zoom()};
  };
  const Point before = under();
  for (int i = 0; i < 5; ++i) {
    CHECK(v.zoom_by(1.3F, around));
    CHECK(under().x == doctest::Approx(before.x));
    CHECK(under().y == doctest::Approx(before.y));
  }
  CHECK(v.zoom_by(100, around));
  CHECK(v.zoom() == 6);
  CHECK_FALSE(v.may_grow());
  CHECK_FALSE(v.zoom_by(2, around));
  // As small as it was, it stands where it stood.
  CHECK(v.zoom_by(1.F / 100, {200, 300}));
  CHECK(v.zoom() == 1);
  CHECK(v.offset() == Point{0, 0});
  CHECK_FALSE(viewport({1000, 1000}).zoom_by(2, around));
}

TEST_CASE("a part is brought into the middle, as large as it fits, and no larger than was said") {
  Viewport v;
  v.set_most_zoom(8);
  v.frame(window, {300, 400});
  const Size seen{v.view().width, v.view().height};
  CHECK(v.show_part({100, 100, seen.width / 4, seen.height / 5}, 8));
  CHECK(v.zoom() == doctest::Approx(4));
  CHECK((v.offset().x + seen.width / 2) / v.zoom() == doctest::Approx(100 + seen.width / 8));
  CHECK((v.offset().y + seen.height / 2) / v.zoom() == doctest::Approx(100 + seen.height / 10));
  CHECK_FALSE(v.show_part({100, 100, seen.width / 4, seen.height / 5}, 8));
  CHECK(v.show_part({0, 0, 1, 1}, 3));
  CHECK(v.zoom() == 3);
  CHECK(v.offset() == Point{0, 0});
  CHECK(v.show_part({0, 0, 5000, 5000}, 8));
  CHECK(v.zoom() == 1);
  CHECK_FALSE(v.show_part({0, 0, 0, 10}, 8));
}

TEST_CASE("what is enlarged keeps its middle when the window changes") {
  Viewport v;
  v.set_most_zoom(6);
  v.frame(window, {300, 400});
  v.zoom_by(3, {60, 120});
  const auto middle = [&] {
    return Point{(v.offset().x + v.view().width / 2) / v.content().width,
                 (v.offset().y + v.view().height / 2) / v.content().height};
  };
  const Point before = middle();
  v.frame({0, 0, 600, 800}, {600, 800});
  CHECK(middle().x == doctest::Approx(before.x));
  CHECK(middle().y == doctest::Approx(before.y));
}

TEST_CASE("something is shown by panning no further than needed") {
  Viewport v = viewport({2000, 2000});
  const float end = window.bottom();
  CHECK_FALSE(v.show({100, 100, 50, 50}, 12, end));
  CHECK(v.show({400, 500, 50, 50}, 12, end));
  CHECK(v.offset() == Point{400 + 50 + 12 - 310, 500 + 50 + 12 - 420});
  v.pan_to({0, 0});
  CHECK(v.show({400, 500, 50, 50}, 12, end, false, true));
  CHECK(v.offset().x == 0);
  // Of what is too large, its beginning.
  v.pan_to({0, 0});
  CHECK(v.show({500, 600, 1000, 1000}, 12, end));
  CHECK(v.offset() == Point{500 - 12 - 10, 600 - 12 - 20});
}

TEST_CASE("a page pans both ways under a head and beside one, which stay") {
  Screen screen;
  Grid grid;
  screen.settle(grid);
  CHECK(screen.node(Role::button, "corner").bounds.x == 0);
  CHECK(screen.node(Role::button, "0/0").bounds.x == Grid::left);
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dx = 230, .dy = 340});
  screen.settle(grid);
  CHECK(offset(screen) == Point{230, 340});
  const ui::Node& corner = screen.node(Role::button, "corner");
  CHECK(corner.bounds.x == 0);
  CHECK(corner.bounds.y == 40);
  CHECK(corner.band == Band::corner);
  const ui::Node& room = screen.node(Role::button, "room 3");
  CHECK(room.bounds.y == 40);
  CHECK(room.band == Band::top);
  const ui::Node& hour = screen.node(Role::button, "hour 4");
  CHECK(hour.bounds.x == 0);
  CHECK(hour.band == Band::left);
  // Cells stand under their head and beside it.
  const ui::Node& cell = screen.node(Role::button, "3/4");
  CHECK(cell.bounds.x == room.bounds.x);
  CHECK(cell.bounds.y == hour.bounds.y);
  CHECK(cell.band == Band::none);
  // What is under a head cannot be seen or touched there.
  const Rect content{60, 90, 300, 550};
  for (const ui::Node& node : screen.kit->tree().nodes)
    if (node.role == Role::button && node.band == Band::none)
      CHECK(ui::intersection(node.clip, content) == node.clip);
  const ui::Node& half_hidden = screen.node(Role::button, "hour 3");
  CHECK(half_hidden.bounds.y < 90);
  CHECK(half_hidden.clip.y == 90);
  CHECK_FALSE(screen.node(Role::button, "room 0").drawn);
}

TEST_CASE("a touch on a head presses the head, not what is panned under it") {
  Screen screen;
  Grid grid;
  screen.settle(grid);
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dx = 200, .dy = 280});
  screen.settle(grid);
  screen.tap({110, 60});
  screen.settle(grid);
  CHECK(grid.pressed == "room 2");
  screen.tap({30, 120});
  screen.settle(grid);
  CHECK(grid.pressed == "hour 3");
  screen.tap({30, 60});
  screen.settle(grid);
  CHECK(grid.pressed == "corner");
  screen.tap({110, 115});
  screen.settle(grid);
  CHECK(grid.pressed == "2/3");
}

TEST_CASE("a finger throws the page in both directions, and it comes to rest") {
  Screen screen;
  Grid grid;
  screen.settle(grid);
  drag(screen, {250, 500}, {-120, -160});
  screen.frame(grid);
  const Point before = offset(screen);
  CHECK(before.x > 100);
  CHECK(before.y > 140);
  const int frames = screen.settle(grid);
  CHECK(frames > 5);
  CHECK(frames < 300);
  CHECK(offset(screen).x > before.x + 50);
  CHECK(offset(screen).y > before.y + 50);
  CHECK_FALSE(screen.kit->wants_frame());

  const Point rested = offset(screen);
  screen.setup.reduced_motion = true;
  screen.settle(grid);
  drag(screen, {250, 500}, {-120, -160});
  screen.settle(grid);
  CHECK(offset(screen).x == doctest::Approx(rested.x + 120));
  CHECK(offset(screen).y == doctest::Approx(rested.y + 160));
  // A mouse has a wheel for this.
  drag(screen, {250, 500}, {-120, -160}, PointerKind::mouse);
  screen.settle(grid);
  CHECK(offset(screen).x == doctest::Approx(rested.x + 120));
}

TEST_CASE("where the platform scrolls, it says how far in both directions") {
  Screen screen;
  screen.setup.platform_scrolls = true;
  Grid grid;
  screen.settle(grid);
  const std::uint32_t area = screen.kit->tree().areas.front().key;
  CHECK(screen.kit->handle(ui::ScrollTo{area, {150, 1e6F}}));
  screen.settle(grid);
  CHECK(offset(screen) == Point{150, 100.F * 30 - 550});
  const ui::ScrollArea& told = screen.kit->tree().areas.front();
  CHECK(told.content == Size{2000, 3000});
  CHECK(told.bands == ui::Bands{60, 50});
}

TEST_CASE("the keyboard brings a cell into view beside the heads, and scrolls both ways") {
  Screen screen;
  Grid grid;
  screen.settle(grid);
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dx = 1000, .dy = 1000});
  screen.settle(grid);
  screen.kit->handle(ui::FocusNode{screen.node(Role::button, "10/10").id, true});
  screen.settle(grid);
  const ui::Node& cell = screen.node(Role::button, "10/10");
  CHECK(cell.bounds.x >= Grid::left);
  CHECK(cell.bounds.y >= 40 + Grid::top);
  // A head is in view whatever is scrolled the other way.
  const Point before = offset(screen);
  screen.kit->handle(ui::FocusNode{screen.node(Role::button, "room 10").id, true});
  screen.settle(grid);
  CHECK(offset(screen) == before);
  screen.kit->handle(ui::FocusNode{0, true});
  screen.key(KeyName::left);
  screen.key(KeyName::up);
  screen.settle(grid);
  CHECK(offset(screen).x < before.x);
  CHECK(offset(screen).y < before.y);
}

TEST_CASE("when rows and columns go, the page is not left beyond its end") {
  Screen screen;
  Grid grid;
  screen.settle(grid);
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dx = 1e6F, .dy = 1e6F});
  screen.settle(grid);
  grid.columns = 4;
  grid.rows = 2;
  screen.settle(grid);
  CHECK(offset(screen) == Point{100, 0});
  CHECK(screen.node(Role::button, "3/1").drawn);
}
