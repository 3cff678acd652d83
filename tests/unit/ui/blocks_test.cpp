// Blocks: the height that each says is the room that it takes when it is drawn.
#include "ui/blocks.h"
#include "ui/marks.h"
#include "ui/widgets/cards.h"

#include <array>
#include <functional>

#include "screen.h"

using test::Screen;
using ui::Rect;
using ui::Role;

namespace {

constexpr std::string_view long_text =
    "Мұздықтар ериді, өзендер тартылады, ал су барған сайын қымбаттай түседі: не істеу керек?";

const std::array<ui::Tag, 4> many_tags{
    {{"Су қауіпсіздігі"}, {"ҚАЗІР", ui::TagLook::live}, {"Өзгерді", ui::TagLook::notice}, {"Қала ортасы"}}};

// What was described since the frame began, around all of it.
Rect around(const ui::Tree& tree) {
  Rect all;
  for (const ui::Node& node : tree.nodes) {
    if (all.empty()) all = node.bounds;
    const float right = std::max(all.right(), node.bounds.right());
    const float bottom = std::max(all.bottom(), node.bounds.bottom());
    all.x = std::min(all.x, node.bounds.x);
    all.y = std::min(all.y, node.bounds.y);
    all.width = right - all.x;
    all.height = bottom - all.y;
  }
  return all;
}

// Draws the block that `make` answers at (10, 20), and checks that it takes the height that it says, and
// says it without describing anything. Answers that height.
template <class Make>
float draw(Screen& screen, float width, Make make) {
  float said = 0;
  screen.frame([&](ui::Frame& f) {
    ui::Kit::State& s = f.kit();
    const auto block = make(s);
    said = block.height(s, width);
    CHECK(s.node_count == 0);
    block.draw(s, {10, 20, width, said});
  });
  const Rect drawn = around(screen.kit->tree());
  CHECK(drawn.y >= 20);
  CHECK(drawn.bottom() <= 20 + said + 0.01F);
  CHECK(drawn.x >= 10);
  CHECK(drawn.right() <= 10 + width + 0.01F);
  return said;
}

ui::Words words(const ui::Kit::State& s, std::string_view text) {
  return {.text = text, .type = &s.type.body, .ink = s.current_style->palette.text};
}

}  // namespace

TEST_CASE("a block takes the height that it says, at every width and size of type") {
  Screen screen;
  for (const float scale : {1.F, 2.F})
    for (const float width : {120.F, 180.F, 300.F, 700.F}) {
      screen.setup.text_scale = scale;
      CAPTURE(scale);
      CAPTURE(width);
      draw(screen, width, [](auto& s) { return words(s, long_text); });
      draw(screen, width, [](auto&) { return ui::Tags{many_tags}; });
      draw(screen, width, [](auto&) { return ui::Progress{0.4F, "Өтті"}; });
      draw(screen, width, [](auto& s) {
        return ui::column(words(s, long_text), ui::inset({4, 0, 6, 20}, ui::Tags{many_tags}),
                          ui::led(ui::Pill{"ҚАЗІР"}, words(s, long_text)));
      });
      draw(screen, width, [](auto& s) {
        return ui::side_by_side(40, ui::Icon{U'x', 22, 22, 20}, ui::column(words(s, long_text)));
      });
    }
}

TEST_CASE("what has no content takes no room, and neither does the inset around it") {
  Screen screen;
  screen.frame([](ui::Frame& f) {
    ui::Kit::State& s = f.kit();
    const auto nothing =
        ui::column(words(s, ""), ui::inset({9, 9, 9, 9}, ui::Tags{}), ui::inset({5, 0, 0, 0}, ui::Progress{}),
                   ui::led(ui::Pill{}, words(s, "")));
    CHECK(nothing.height(s, 200) == 0);
    nothing.draw(s, {0, 0, 200, 0});
    CHECK(s.node_count == 0);
  });
}

TEST_CASE("a column is as high as its blocks, an inset as its block and the room around it") {
  Screen screen;
  screen.frame([](ui::Frame& f) {
    ui::Kit::State& s = f.kit();
    const ui::Words one = words(s, long_text);
    const float high = one.height(s, 200);
    CHECK(ui::column(one, one).height(s, 200) == 2 * high);
    CHECK(ui::inset({1, 20, 2, 30}, one).height(s, 250) == high + 3);
  });
}

TEST_CASE("a pill stands before words where there is room, else above them") {
  Screen screen;
  for (const float width : {400.F, 100.F}) {
    draw(screen, width, [](auto& s) { return ui::led(ui::Pill{"ҚАЗІР"}, words(s, "10:00")); });
    const ui::Node& pill = screen.node(Role::text, "ҚАЗІР");
    const ui::Node& time = screen.node(Role::text, "10:00");
    if (width > 200) {
      CHECK(time.bounds.x > pill.bounds.right());
      CHECK(time.bounds.y < pill.bounds.bottom());
    } else {
      CHECK(time.bounds.x == pill.bounds.x);
      CHECK(time.bounds.y >= pill.bounds.bottom());
    }
  }
}

TEST_CASE("what is expected of a card and a row is about what they come to") {
  Screen screen;
  const std::array<ui::Tag, 1> tag{{{"Су"}}};
  screen.frame([&](ui::Frame& f) {
    const float card = ui::expected_card_height(f);
    const float row = ui::expected_row_height(f);
    ui::card(f, {.title = "Мұздықтар", .href = "/g", .supporting = "10:00", .tags = tag});
    ui::row(f, 0, "Қатар", {}, "/r");
    CHECK(std::abs(f.kit().tree.nodes[0].bounds.height - card) <= f.kit().type.card_title.line_height_px);
    CHECK(f.corner().y - f.kit().tree.nodes[0].bounds.height == row);
  });
}
