// The map of the globe, and what stands beside a line of steps.
#include <array>
#include <cmath>

#include "screen.h"
#include "ui/land.h"
#include "ui/widgets/words.h"
#include "ui/widgets/world_map.h"

using test::Screen;
using ui::Piece;
using ui::Role;

namespace {

// The pieces of one kind, as a map of these places is drawn in that window.
std::vector<Piece> pieces_of(Screen& screen, std::span<const ui::WorldMapMark> marks, Piece::Kind kind) {
  screen.frame([&](ui::Frame& f) { ui::world_map(f, {.name = "Карта", .marks = marks}); });
  std::vector<Piece> found;
  for (const Piece& piece : screen.node(Role::image, "Карта").pieces)
    if (piece.kind == kind) found.push_back(piece);
  return found;
}

constexpr std::array<ui::WorldMapMark, 6> crowd{{{66.96F, 39.65F, "1"},
                                                 {68.77F, 38.56F, "2"},
                                                 {58.38F, 37.95F, "3"},
                                                 {58.38F, 37.95F, "4"},
                                                 {-74, 40.71F, "5"},
                                                 {71.4F, 51.1F, {}, true}}};

}  // namespace

TEST_CASE("east is to the right on the map, north is up, and every place is on it") {
  for (const ui::Size window : {ui::Size{320, 480}, ui::Size{390, 844}, ui::Size{1280, 400}}) {
    Screen screen(window);
    constexpr std::array<ui::WorldMapMark, 3> far_apart{
        {{-74, 40.7F, "1"}, {36.8F, -1.3F, "2"}, {71.4F, 51.1F, "3"}}};
    const std::vector<Piece> marks = pieces_of(screen, far_apart, Piece::Kind::mark);
    REQUIRE(marks.size() == 3);
    CHECK(marks[0].points[0].x < marks[1].points[0].x);
    CHECK(marks[1].points[0].x < marks[2].points[0].x);
    CHECK(marks[1].points[0].y > marks[0].points[0].y);
    CHECK(marks[0].points[0].y > marks[2].points[0].y);
    const ui::Rect map = screen.node(Role::image, "Карта").bounds;
    CHECK(map.height <= window.height * 0.62F + 0.5F);
    for (const Piece& mark : marks) CHECK(map.inset(mark.size).contains(mark.points[0]));
  }
}

TEST_CASE("the marks of places close together do not touch, and lines lead to where they belong") {
  for (const float text_scale : {1.F, 2.F}) {
    Screen screen({360, 640});
    screen.setup.text_scale = text_scale;
    std::vector<Piece> marks = pieces_of(screen, crowd, Piece::Kind::mark);
    CHECK(marks.size() == 5);
    const std::vector<Piece> goals = pieces_of(screen, crowd, Piece::Kind::goal);
    CHECK(goals.size() == 1);
    marks.insert(marks.end(), goals.begin(), goals.end());
    for (std::size_t i = 0; i < marks.size(); ++i)
      for (std::size_t j = i + 1; j < marks.size(); ++j) {
        const ui::Point a = marks[i].points[0];
        const ui::Point b = marks[j].points[0];
        CAPTURE(marks[i].label);
        CAPTURE(marks[j].label);
        CHECK(std::hypot(a.x - b.x, a.y - b.y) >= marks[i].size + marks[j].size);
      }
    const std::vector<Piece> leaders = pieces_of(screen, crowd, Piece::Kind::leader);
    CHECK(leaders.size() >= 1);
    CHECK(leaders.size() == pieces_of(screen, crowd, Piece::Kind::place).size());
    CHECK(pieces_of(screen, crowd, Piece::Kind::way).size() == crowd.size() - 1);
  }
}

TEST_CASE("one place makes a map, none makes none") {
  Screen screen;
  CHECK(pieces_of(screen, std::span(crowd).first(1), Piece::Kind::mark).size() == 1);
  CHECK(pieces_of(screen, std::span(crowd).first(1), Piece::Kind::way).empty());
  screen.frame([](ui::Frame& f) { ui::world_map(f, {.name = "Карта", .marks = {}}); });
  CHECK(screen.kit->tree().find(Role::image, "Карта") == nullptr);
  constexpr std::array<ui::WorldMapMark, 2> poles{{{-180, 90, "1"}, {180, -90, "2"}}};
  CHECK(pieces_of(screen, poles, Piece::Kind::mark).size() == 2);
}

TEST_CASE("the outlines of the land go clockwise and nowhere touch themselves") {
  const std::vector<ui::LandRing> rings = ui::land_in({-180, -90, 360, 180});
  CHECK(rings.size() > 10);
  const auto side = [](ui::Point p, ui::Point q, ui::Point r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  };
  bool caspian = false;
  for (const ui::LandRing& ring : rings) {
    const std::vector<ui::Point>& at = ring.corners;
    REQUIRE(at.size() >= 3);
    float twice_area = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
      const ui::Point a = at[i];
      const ui::Point b = at[(i + 1) % at.size()];
      twice_area += a.x * b.y - b.x * a.y;
      CHECK(std::abs(a.y) <= 90);
      CHECK(std::abs(a.x) <= 200);  // the far east of Siberia goes on beyond the date line
      for (std::size_t j = i + 2; j < at.size() - (i == 0 ? 1 : 0); ++j) {
        const ui::Point c = at[j];
        const ui::Point d = at[(j + 1) % at.size()];
        CHECK_FALSE((side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0));
        CHECK_FALSE(a == c);
      }
    }
    CHECK(twice_area < 0);
    if (ring.water) caspian = caspian || (at[0].x > 45 && at[0].x < 56 && at[0].y > 36 && at[0].y < 48);
  }
  CHECK(caspian);
  CHECK(ui::land_in({-180, -90, 360, 25}).empty());  // the ice around the pole is left out
}

TEST_CASE("steps stand one below the other, what they say beside their marks") {
  Screen screen;
  screen.frame([](ui::Frame& f) {
    auto list = f.list();
    for (const bool last : {false, true}) {
      auto item = f.list_item();
      auto step = f.step(last ? "2" : "1", last);
      ui::paragraph(f, last ? "кейін" : "бұрын");
      f.gap(20);
    }
    ui::paragraph(f, "соңы");
  });
  const ui::Rect first = screen.node(Role::text, "1").bounds;
  const ui::Rect second = screen.node(Role::text, "2").bounds;
  const ui::Rect words = screen.node(Role::text, "бұрын").bounds;
  CHECK(first.x == second.x);
  CHECK(words.x > first.right());
  CHECK(words.bottom() <= second.y);
  CHECK(screen.node(Role::text, "кейін").bounds.right() <= 360);
  CHECK(screen.node(Role::text, "соңы").bounds.x == first.x);
}
