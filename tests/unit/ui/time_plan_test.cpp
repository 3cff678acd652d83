// Where things stand in a grid of rooms over time.
#include "ui/widgets/time_plan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

using ui::Cells;
using ui::Rect;
using ui::TimePlan;
using Item = ui::TimePlan::Item;
using Kind = ui::TimePlan::Item::Kind;

namespace {

constexpr ui::TimePlanMeasures measures{.hour = 96, .idle = 28, .column = 145, .lane = 97};

// Three rooms: an hour and an hour; two at once; nothing but a short one in the evening.
TimePlan small_plan() {
  return TimePlan(3,
                  {{0, 540, 600, 0, 1},
                   {0, 600, 660, 0, 1},
                   {1, 540, 660, 0, 2},
                   {1, 570, 600, 1, 2},
                   {2, 1200, 1228, 0, 1}},
                  {{660, 690}}, measures);
}

// Any number of cells in lanes, sorted as a plan wants them.
TimePlan random_plan(std::mt19937& random) {
  const auto up_to = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  std::vector<ui::TimeCell> cells;
  const int columns = 1 + up_to(12);
  for (int column = 0; column < columns; ++column) {
    int minute = 480 + 5 * up_to(40);
    while (up_to(8) != 0 && minute < 1300) {
      const int lanes = 1 + up_to(2);
      int latest = minute;
      for (int lane = 0; lane < lanes; ++lane) {
        const int from = minute + 5 * up_to(3), to = from + 28 + 5 * up_to(30);
        cells.push_back({static_cast<std::uint32_t>(column), from, to, lane, lanes});
        latest = std::max(latest, to);
      }
      minute = latest + 5 * up_to(30);
    }
  }
  std::ranges::stable_sort(cells, [](const ui::TimeCell& a, const ui::TimeCell& b) {
    return std::pair(a.column, a.from) < std::pair(b.column, b.from);
  });
  return TimePlan(static_cast<std::uint32_t>(columns), cells, {}, measures);
}

}  // namespace

TEST_CASE("an hour is as high as an hour, and hours in which nothing is are close together") {
  const TimePlan plan = small_plan();
  CHECK(plan.y_of(540) == 0);
  CHECK(plan.y_of(570) == 48);
  CHECK(plan.y_of(660) == 192);
  // 11:00 has the break; 12 to 20 are folded.
  REQUIRE(plan.stretches().size() == 5);
  CHECK(plan.stretches()[3].from == 720);
  CHECK(plan.stretches()[3].to == 1200);
  CHECK(plan.stretches()[3].height == 28);
  CHECK(plan.y_of(1200) == 3 * 96 + 28);
  CHECK(plan.size() == ui::Size{145 + 194 + 145, 4 * 96 + 28});
}

TEST_CASE("one idle hour is an hour") {
  const TimePlan plan(1, {{0, 540, 600, 0, 1}, {0, 660, 700, 0, 1}}, {}, measures);
  CHECK(plan.stretches().size() == 3);
  CHECK(plan.y_of(660) == 192);
}

TEST_CASE("what is at once stands side by side, what is alone has the whole column") {
  const TimePlan plan = small_plan();
  CHECK(plan.rect_of({Kind::cell, 2}) == Rect{145, 0, 97, 192});
  CHECK(plan.rect_of({Kind::cell, 3}) == Rect{145 + 97, 48, 97, 48});
  CHECK(plan.rect_of({Kind::cell, 0}) == Rect{0, 0, 145, 96});
  CHECK(plan.rect_of({Kind::band, 0}) == Rect{0, 192, 484, 48});
}

TEST_CASE("rows begin where something begins, columns are lanes") {
  const TimePlan plan = small_plan();
  // 9:00, 9:30, 10:00, 11:00, 12:00 and 20:00.
  CHECK(plan.rows() == 7);
  CHECK(plan.columns() == 5);
  CHECK(plan.head_of(1) == Cells{1, 3, 1, 2});
  CHECK(plan.cells_of({Kind::cell, 0}) == Cells{2, 2, 2, 1});
  CHECK(plan.cells_of({Kind::cell, 3}) == Cells{3, 4, 1, 1});
  CHECK(plan.cells_of({Kind::band, 0}) == Cells{5, 2, 1, 4});
  CHECK(plan.cells_of({Kind::stretch, 0}) == Cells{2, 1, 2, 1});
}

TEST_CASE("what stands next to a cell is found however far it is") {
  const TimePlan plan = small_plan();
  const auto has = [&](const Cells& from, const Item& item) {
    const auto around = plan.around(from);
    return std::ranges::find(around, item) != around.end();
  };
  CHECK(has(plan.cells_of({Kind::cell, 0}), {Kind::cell, 1}));
  CHECK(has(plan.cells_of({Kind::cell, 0}), {Kind::cell, 2}));
  CHECK(has(plan.cells_of({Kind::cell, 0}), {Kind::stretch, 0}));
  CHECK(has(plan.cells_of({Kind::band, 0}), {Kind::cell, 4}));
  CHECK(has(plan.cells_of({Kind::cell, 4}), {Kind::band, 0}));
  CHECK(plan.item_at({4, 2, 1, 1}) == Item{Kind::cell, 1});
  CHECK_FALSE(plan.item_at({2, 5, 1, 1}));
  CHECK(plan.head_at({1, 4, 1, 1}) == 1U);
}

TEST_CASE("nothing lies over anything else, and every place in the grid is one thing's") {
  std::mt19937 random(1144);
  for (int round = 0; round < 200; ++round) {
    const TimePlan plan = random_plan(random);
    const auto count = static_cast<std::uint32_t>(plan.cells().size());
    std::set<std::pair<std::uint32_t, std::uint32_t>> taken;
    for (std::uint32_t i = 0; i < count; ++i) {
      const Rect rect = plan.rect_of({Kind::cell, i});
      CHECK(rect.height >= 44);
      for (std::uint32_t k = 0; k < i; ++k) {
        const Rect both = intersection(rect, plan.rect_of({Kind::cell, k}));
        CHECK((both.width < 0.01F || both.height < 0.01F));
      }
      const Cells place = plan.cells_of({Kind::cell, i});
      CHECK(place.columns > 0);
      CHECK(place.column + place.columns - 1 <= plan.columns());
      CHECK(place.row + place.rows - 1 <= plan.rows());
      for (std::uint32_t row = place.row; row < place.row + place.rows; ++row)
        for (std::uint32_t column = place.column; column < place.column + place.columns; ++column)
          CHECK(taken.emplace(row, column).second);
      CHECK(plan.item_at(place) == Item{Kind::cell, i});
    }
  }
}

TEST_CASE("what is seen is what overlaps the view, in the order of rows") {
  std::mt19937 random(77);
  for (int round = 0; round < 200; ++round) {
    const TimePlan plan = random_plan(random);
    const auto size = plan.size();
    const Rect view{size.width * 0.2F, size.height * 0.3F, 400, 300};
    const std::vector<Item> seen = plan.seen(view);
    std::set<std::uint32_t> cells;
    std::pair<std::uint32_t, std::uint32_t> last{0, 0};
    for (const Item& one : seen) {
      const Cells place = plan.cells_of(one);
      CHECK(std::pair(place.row, place.column) >= last);
      last = {place.row, place.column};
      if (one.kind == Kind::cell) cells.insert(one.index);
    }
    for (std::uint32_t i = 0; i < plan.cells().size(); ++i)
      CHECK(cells.contains(i) == !intersection(plan.rect_of({Kind::cell, i}), view).empty());
  }
}
