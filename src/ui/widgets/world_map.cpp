#include "ui/widgets/world_map.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "ui/kit_state.h"
#include "ui/land.h"

namespace ui {
namespace {

// A part of the globe, in degrees, and where it is drawn. East and north are the same distance apart
// in the middle of it.
struct Projection {
  Rect cut;  // y grows to the north
  Rect on_window;

  Point operator()(Point degrees) const {
    return {on_window.x + (degrees.x - cut.x) / cut.width * on_window.width,
            on_window.bottom() - (degrees.y - cut.y) / cut.height * on_window.height};
  }
};

// Every place with a margin around it; at least as high for its width as `least_height`, at most
// `most_height`.
Projection projection_for(std::span<const WorldMapMark> marks, const Rect& place, float least_height,
                          float most_height) {
  float west = 180;
  float east = -180;
  float south = 90;
  float north = -90;
  for (const WorldMapMark& mark : marks) {
    west = std::min(west, mark.degrees_east);
    east = std::max(east, mark.degrees_east);
    south = std::min(south, mark.degrees_north);
    north = std::max(north, mark.degrees_north);
  }
  const float margin = std::max(4.F, 0.09F * std::max(east - west, north - south));
  west = std::max(-180.F, west - margin);
  east = std::min(180.F, east + margin);
  south = std::max(-80.F, south - margin);
  north = std::min(84.F, north + margin);
  const float narrower = std::max(0.2F, std::cos((south + north) / 2 * 3.14159265F / 180));
  // Points on the window for a degree to the north, and then the height that all of it takes.
  float degree = place.width / ((east - west) * narrower);
  float height = (north - south) * degree;
  if (height > most_height) {
    degree *= most_height / height;
    const float wider = (place.width / (degree * narrower) - (east - west)) / 2;
    west -= wider;
    east += wider;
    height = most_height;
  } else if (height < least_height) {
    const float higher = (least_height / degree - (north - south)) / 2;
    south -= higher;
    north += higher;
    height = least_height;
  }
  return {{west, south, east - west, north - south}, {place.x, place.y, place.width, height}};
}

// Moves what lies too close apart, little by little, and keeps all of it inside.
void spread(std::vector<Point>& marks, const std::vector<Point>& places, float apart, const Rect& inside) {
  for (int round = 0; round < 200; ++round) {
    bool moved = false;
    for (std::size_t i = 0; i < marks.size(); ++i)
      for (std::size_t j = i + 1; j < marks.size(); ++j) {
        Point way{marks[j].x - marks[i].x, marks[j].y - marks[i].y};
        float distance = std::hypot(way.x, way.y);
        if (distance >= apart) continue;
        if (distance < 0.01F) {
          const float angle = static_cast<float>(i + j) * 2.4F;
          way = {std::cos(angle), std::sin(angle)};
          distance = 1;
        }
        const float by = (apart - std::min(distance, apart) + 0.1F) / 2;
        marks[i] = {marks[i].x - way.x / distance * by, marks[i].y - way.y / distance * by};
        marks[j] = {marks[j].x + way.x / distance * by, marks[j].y + way.y / distance * by};
        moved = true;
      }
    for (Point& mark : marks)
      mark = {std::clamp(mark.x, inside.x, std::max(inside.x, inside.right())),
              std::clamp(mark.y, inside.y, std::max(inside.y, inside.bottom()))};
    if (!moved) return;
    // Back towards where they belong, in ever smaller steps.
    if (round < 60)
      for (std::size_t i = 0; i < marks.size(); ++i)
        marks[i] = {marks[i].x + (places[i].x - marks[i].x) * 0.04F,
                    marks[i].y + (places[i].y - marks[i].y) * 0.04F};
  }
}

}  // namespace

void world_map(Frame& f, const WorldMap& map) {
  Kit::State& s = f.kit();
  if (map.marks.empty()) return;
  const Palette& palette = s.current_style->palette;
  const TypeStyle& style = s.type.tag;
  const float radius = style.line_height_px / 2 + 2;
  const Rect top{s.box().x, s.box().y, f.width(), 0};
  const float highest = std::max(160.F, std::min(f.width() * 0.62F, f.setup().window.height * 0.62F));
  const Projection project =
      projection_for(map.marks, top, std::min(highest, std::max(f.width() * 0.4F, radius * 9)), highest);
  const Rect rect = s.place(0, project.on_window.height);

  Node& node = s.describe(Role::image, rect, map.name);
  node.look = Look::world_map;
  node.size_px = style.size_px;
  node.line_height_px = style.line_height_px;
  node.bold = style.bold;
  std::vector<Piece>& pieces = node.pieces;
  const auto add = [&](Piece::Kind kind, std::vector<Point> points, std::string_view label = {},
                       float size = 0) {
    pieces.push_back({kind, std::move(points), std::string(label), size});
  };

  for (const LandRing& ring : land_in(project.cut)) {
    std::vector<Point> corners;
    for (const Point corner : ring.corners) corners.push_back(project(corner));
    add(ring.water ? Piece::Kind::water : Piece::Kind::land, std::move(corners));
  }
  std::vector<Point> places;
  for (const WorldMapMark& mark : map.marks)
    places.push_back(project({mark.degrees_east, mark.degrees_north}));
  // The way leaves each place to the left of the straight line, so that there and back are two lines.
  for (std::size_t i = 0; i + 1 < places.size(); ++i) {
    const Point from = places[i];
    const Point to = places[i + 1];
    const Point aside{(to.y - from.y) * 0.16F, (from.x - to.x) * 0.16F};
    const auto between = [&](float share) {
      return Point{from.x + (to.x - from.x) * share + aside.x, from.y + (to.y - from.y) * share + aside.y};
    };
    add(Piece::Kind::way, {from, between(0.3F), between(0.7F), to});
  }
  std::vector<Point> marks = places;
  spread(marks, places, 2 * radius + 2, rect.inset(radius + 4));
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (std::hypot(marks[i].x - places[i].x, marks[i].y - places[i].y) < radius * 0.5F) continue;
    add(Piece::Kind::leader, {places[i], marks[i]});
    add(Piece::Kind::place, {places[i]}, {}, 2.5F);
  }
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const bool goal = map.marks[i].goal;
    add(goal ? Piece::Kind::goal : Piece::Kind::mark, {marks[i]},
        goal ? std::string_view{} : map.marks[i].label, radius);
    for (int corner = 0; goal && corner < 10; ++corner) {
      const float reach = radius * (corner % 2 == 0 ? 0.66F : 0.3F);
      const float angle = 3.14159265F * (static_cast<float>(corner) / 5 - 0.5F);
      pieces.back().points.push_back(
          {marks[i].x + reach * std::cos(angle), marks[i].y + reach * std::sin(angle) + 0.5F});
    }
  }
  if (!s.visible(rect)) return;

  const Color way_ink =
      s.current_style->name == StyleName::high_contrast ? palette.accent : palette.accent.with_alpha(110);
  s.painter.push_clip(intersection(s.clip(), rect));
  s.painter.fill(rect, palette.world_map_water);
  for (const Piece& piece : pieces) switch (piece.kind) {
      case Piece::Kind::land: s.painter.polygon(piece.points, palette.world_map_land); break;
      case Piece::Kind::water: s.painter.polygon(piece.points, palette.world_map_water); break;
      case Piece::Kind::way:
        s.painter.curve(piece.points[0], piece.points[1], piece.points[2], piece.points[3], way_ink, 1.25F);
        break;
      case Piece::Kind::leader:
        s.painter.line(piece.points[0], piece.points[1], palette.text_second, 1);
        break;
      case Piece::Kind::door: break;  // of plans
      case Piece::Kind::place: s.painter.circle(piece.points[0], piece.size, palette.text_second); break;
      case Piece::Kind::mark: {
        s.painter.circle(piece.points[0], piece.size + 1.5F, palette.world_map_land);
        s.painter.circle(piece.points[0], piece.size, palette.accent);
        const float wide = s.painter.width_of(piece.label, style);
        s.painter.text({piece.points[0].x - wide / 2, piece.points[0].y - style.line_height_px / 2}, style,
                       palette.on_accent, piece.label);
        break;
      }
      case Piece::Kind::goal:
        s.painter.circle(piece.points[0], piece.size + 1.5F, palette.world_map_land);
        s.painter.circle(piece.points[0], piece.size, palette.live);
        s.painter.polygon(std::span(piece.points).subspan(1), palette.live_ink);
        break;
    }
  s.painter.pop_clip();
  // Round corners: what lies outside of them is covered again.
  constexpr int parts = 8;
  const float round = s.current_style->measure.card_radius;
  for (const Point out : {Point{-1, -1}, Point{1, -1}, Point{1, 1}, Point{-1, 1}}) {
    const Point corner{out.x < 0 ? rect.x : rect.right(), out.y < 0 ? rect.y : rect.bottom()};
    const Point center{corner.x - out.x * round, corner.y - out.y * round};
    std::vector<Point> corners{{corner.x + out.x, corner.y + out.y}, {corner.x + out.x, center.y}};
    for (int i = 0; i <= parts; ++i) {
      const float angle = static_cast<float>(i) / parts * 1.57079633F;
      corners.push_back(
          {center.x + out.x * round * std::cos(angle), center.y + out.y * round * std::sin(angle)});
    }
    corners.push_back({center.x, corner.y + out.y});
    if (out.x * out.y > 0) std::ranges::reverse(corners);  // clockwise, as they are filled
    s.painter.polygon(corners, palette.background);
  }
  s.painter.stroke(rect, palette.line, 1, round);
}

}  // namespace ui
