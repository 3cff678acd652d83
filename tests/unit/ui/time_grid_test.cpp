// What is drawn in the cells of a grid of rooms over time.
#include "ui/widgets/time_grid.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "screen.h"

using test::Screen;
using ui::Rect;

namespace {

// One session that lasts so long, in a window that shows all of it.
struct Cell {
  int minutes = 60;
  std::string title;
  std::vector<ui::Tag> tags = {};
  bool on = true;
  std::string time = "10:00–14:00";
  bool has_star = true;
  float window = 400;  // how wide
};

struct Drawn {
  Rect cell;
  Rect star;   // its five points; empty where there is none
  Rect touch;  // where it is pressed
  std::vector<ui::WrittenText> words;
};

Drawn drawn(const Cell& shown, float text_scale) {
  Screen screen({shown.window, 2400});
  screen.setup.text_scale = text_scale;
  screen.kit->note_texts();
  Drawn result;
  screen.settle([&](ui::Frame& f) {
    const ui::TimePlan plan(2, {{0, 600, 600 + std::max(shown.minutes, 28), 0, 1}, {1, 600, 628, 0, 1}}, {},
                            ui::time_plan_measures(f));
    ui::TimeGrid grid{.key = "grid", .name = "Кесте", .plan = plan};
    grid.hour = [](int minute) { return std::to_string(minute / 60) + ":00"; };
    grid.head = [](std::uint32_t) { return ui::TimeGridHead{.name = "1-зал", .spoken = "1-зал"}; };
    grid.cell = [&](std::uint32_t cell) {
      if (cell > 0) return ui::TimeGridCell{.title = "x", .time = "x", .spoken = "x", .href = "/x"};
      return ui::TimeGridCell{
          .title = shown.title,
          .time = shown.time,
          .spoken = "session",
          .href = "/session",
          .tags = shown.tags,
          .ends_at = 600 + shown.minutes,
          .star = shown.has_star ? std::optional(ui::Star{shown.on, "star"}) : std::nullopt};
    };
    grid.band = [](std::uint32_t) { return ui::TimeGridBand{}; };
    const ImDrawList& list = *f.kit().painter.list();
    const int before = list.VtxBuffer.Size;
    (void)ui::time_grid(f, grid, {0, 0, shown.window, 2400});
    const ui::Color gold = f.style().palette.star;
    float left = 1e6F, top = 1e6F, right = 0, bottom = 0;
    for (int i = before; i < list.VtxBuffer.Size; ++i) {
      const ImDrawVert& vertex = list.VtxBuffer[i];
      if (vertex.col != IM_COL32(gold.red, gold.green, gold.blue, 255)) continue;
      left = std::min(left, vertex.pos.x), right = std::max(right, vertex.pos.x);
      top = std::min(top, vertex.pos.y), bottom = std::max(bottom, vertex.pos.y);
    }
    result.star = right > 0 ? Rect{left, top, right - left, bottom - top} : Rect{};
  });
  result.cell = screen.node(ui::Role::link, "session").bounds;
  if (const ui::Node* star = screen.kit->tree().find(ui::Role::button, "star")) result.touch = star->bounds;
  for (const ui::WrittenText& one : screen.kit->written_texts())
    if (!intersection(one.bounds, result.cell).empty()) result.words.push_back(one);
  return result;
}

const std::string& long_title() {
  static const std::string title = [] {
    std::string made;
    while (made.size() < 2 * 120) made += "Тұрақты даму жолындағы ынтымақтастық ";
    return made;
  }();
  return title;
}

}  // namespace

TEST_CASE("the star of a cell stands with its words, however high the cell is") {
  for (const float scale : {1.F, 2.F}) {
    CAPTURE(scale);
    const Drawn high = drawn({.minutes = 480, .title = "Су ресурстары"}, scale);
    REQUIRE_FALSE(high.words.empty());
    REQUIRE_FALSE(high.star.empty());
    float end = 0;
    for (const ui::WrittenText& one : high.words) end = std::max(end, one.bounds.bottom());
    CHECK(end < high.cell.y + high.cell.height / 4);
    CHECK(high.star.center().y < end + 24);
    CHECK(high.touch.contains(high.star.center()));
  }
}

TEST_CASE("no words of a cell lie under its star, which is in the cell and can be pressed") {
  const std::array<std::vector<ui::Tag>, 3> tags{
      {{}, {{"ҚАЗІР", ui::TagLook::live}}, {{"Шақыру бойынша"}, {"Болмайды", ui::TagLook::alarm}}}};
  for (const float scale : {1.F, 2.F})
    for (const int minutes : {5, 28, 45, 60, 90, 240})
      for (const std::string& title : {std::string("Су"), long_title()})
        for (const std::vector<ui::Tag>& some : tags) {
          CAPTURE(scale);
          CAPTURE(minutes);
          CAPTURE(title);
          CAPTURE(some.size());
          const Drawn one = drawn({minutes, title, some}, scale);
          REQUIRE_FALSE(one.star.empty());
          CHECK(one.star.y >= one.cell.y);
          CHECK(one.star.bottom() <= one.cell.bottom());
          CHECK(one.star.right() <= one.cell.right());
          CHECK(one.touch.contains(one.star.center()));
          CHECK(one.touch.width >= 44);
          CHECK(one.touch.height >= std::min(44.F, one.cell.height));
          CHECK(one.touch.y >= one.cell.y);
          CHECK(one.touch.bottom() <= one.cell.bottom());
          // The rest of the cell leads to the session.
          CHECK(one.touch.x - one.cell.x >= 44);
          for (const ui::WrittenText& text : one.words) {
            CAPTURE(text.text);
            // Letters are lower than their lines.
            const Rect letters{text.bounds.x, text.bounds.y + 2, text.bounds.width, text.bounds.height - 4};
            CHECK(intersection(letters, one.star).empty());
          }
        }
}

TEST_CASE("where there is room below, a star takes away no time that stands without it") {
  const std::string time = "аяқталуы: 12:30";
  const auto is_told = [&](const Drawn& one) {
    return std::ranges::any_of(one.words, [&](const ui::WrittenText& words) { return words.text == time; });
  };
  int told = 0;
  for (const std::vector<ui::Tag>& tags : {std::vector<ui::Tag>{},
                                           {{"ҚАЗІР", ui::TagLook::live}},
                                           {{"ҚАЗІР", ui::TagLook::live}, {"Делегация"}}})
    for (float window = 200; window <= 500; window += 10) {
      CAPTURE(window);
      CAPTURE(tags.size());
      Cell cell{.minutes = 240, .title = "Арал мен Каспий", .tags = tags, .time = time, .window = window};
      const bool with_star = is_told(drawn(cell, 1));
      cell.has_star = false;
      const bool without = is_told(drawn(cell, 1));
      CHECK(with_star == without);
      told += without ? 1 : 0;
    }
  CHECK(told > 30);
}
