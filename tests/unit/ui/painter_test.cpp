// Edges lie between device pixels at every scale, and round corners are copied pixel by pixel.
#include <cmath>
#include <cstdlib>
#include <map>

#include "screen.h"
#include "ui/painter.h"
#include "ui/round_masks.h"

namespace {

// Draws with a painter of that scale and hands every vertex to `look`.
template <class Draw, class Look>
void paint(float scale, Draw draw, Look look) {
  test::Screen screen;
  screen.frame([&](ui::Frame&) {
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushClipRectFullScreen();
    ui::RoundMasks masks;
    draw(ui::Painter(&list, {}, masks, scale));
    CHECK(list.VtxBuffer.Size > 0);
    for (const ImDrawVert& vertex : list.VtxBuffer) look(vertex);
  });
}

bool is_whole(float number) { return number == std::round(number); }

constexpr ui::Color ink{10, 20, 30, 255};

}  // namespace

TEST_CASE("upright edges lie between pixels at every scale") {
  for (float scale = 0.5F; scale <= 4; scale += 0.125F) {
    CAPTURE(scale);
    paint(
        scale,
        [](const ui::Painter& painter) {
          const ui::Rect rect{10.3F, 7.7F, 101.1F, 43.9F};
          painter.fill(rect, ink);
          painter.fill(rect, ink, 14);
          painter.fill(rect, ink, 14, ui::Corners::top);
          painter.fill({10.3F, 7.7F, 4, 30}, ink, 4, ui::Corners::right);
          painter.stroke(rect, ink, 1, 14);
          painter.stroke(rect, ink, 3);
          painter.stroke({5, 5, 1, 20}, ink, 2, 8);
          painter.line({3.2F, 5.1F}, {80.9F, 5.1F}, ink, 1);
          painter.line({3.2F, 5.1F}, {3.2F, 90.6F}, ink, 1.5F);
          painter.circle({50.55F, 50.55F}, 2.5F, ink);
          painter.circle({50.55F, 50.55F}, 33, ink);
        },
        [](const ImDrawVert& vertex) {
          CHECK(is_whole(vertex.pos.x));
          CHECK(is_whole(vertex.pos.y));
        });
  }
}

TEST_CASE("a round corner takes each pixel of its mask once") {
  for (const float scale : {0.5F, 1.F, 1.25F, 2.F, 3.F})
    paint(
        scale,
        [](const ui::Painter& painter) {
          painter.fill({10.3F, 7.7F, 101.1F, 43.9F}, ink, 14);
        },
        [](const ImDrawVert& vertex) {
          const ImVec2 size(static_cast<float>(ImGui::GetIO().Fonts->TexData->Width),
                            static_cast<float>(ImGui::GetIO().Fonts->TexData->Height));
          const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
          if (vertex.uv.x == white.x && vertex.uv.y == white.y) return;
          CHECK(is_whole(vertex.uv.x * size.x));
          CHECK(is_whole(vertex.uv.y * size.y));
        });
}

TEST_CASE("a disc covers what a circle covers, and a ring is what is left of it without its inside") {
  for (const int diameter : {2, 3, 7, 8, 28, 57}) {
    CAPTURE(diameter);
    double covered = 0;
    int ring_differs = 0;
    int uneven = 0;
    for (int y = 0; y < diameter; ++y)
      for (int x = 0; x < diameter; ++x) {
        const int disc = ui::round_coverage(diameter, 0, x, y);
        covered += disc / 255.0;
        uneven += disc != ui::round_coverage(diameter, 0, diameter - 1 - x, y) ||
                  disc != ui::round_coverage(diameter, 0, y, x);
        if (diameter < 7) continue;
        const bool inside = x >= 2 && y >= 2 && x < diameter - 2 && y < diameter - 2;
        const int inner = inside ? ui::round_coverage(diameter - 4, 0, x - 2, y - 2) : 0;
        ring_differs += std::abs(disc - inner - ui::round_coverage(diameter, 2, x, y)) > 1;
      }
    const double area = 3.14159265 * diameter * diameter / 4;
    CHECK(std::abs(covered - area) < 0.01 * area + 0.05);
    CHECK(ring_differs == 0);
    CHECK(uneven == 0);
  }
}

TEST_CASE("masks of sizes that are gone make room for new ones") {
  test::Screen screen;
  screen.frame([&](ui::Frame&) {
    ui::RoundMasks masks;
    for (int diameter = 2; diameter <= 200; ++diameter) REQUIRE(masks.find(diameter, 1));
    const int side = ImGui::GetIO().Fonts->TexData->Height;
    for (int diameter = 2; diameter <= 200; ++diameter) REQUIRE(masks.find(diameter, 2));
    CHECK(ImGui::GetIO().Fonts->TexData->Height <= 2 * side);
  });
}

TEST_CASE("a gradient has no step that shows: no shade is repeated for long, and none is far from the next") {
  constexpr ui::Color from{0x00, 0x52, 0x5D};
  constexpr ui::Color to{0x00, 0x6A, 0x79};
  constexpr int columns = 900;
  std::map<int, ImU32> shades;  // by left edge
  float right = 0;
  paint(
      1,
      [&](const ui::Painter& painter) {
        painter.gradient({0, 0, columns, 10}, from, to);
      },
      [&](const ImDrawVert& vertex) {
        CHECK(is_whole(vertex.pos.x));
        right = std::max(right, vertex.pos.x);
        // Of a rectangle the left corners come first and last.
        const auto place = shades.find(static_cast<int>(vertex.pos.x));
        if (place == shades.end()) shades.emplace(static_cast<int>(vertex.pos.x), vertex.col);
      });
  CHECK(right == columns);
  // A plain gradient has 28 shades of blue over these columns, each 32 columns wide.
  CHECK(shades.size() > 200);
}
