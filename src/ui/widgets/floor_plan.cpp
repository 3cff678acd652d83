#include "ui/widgets/floor_plan.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "icons.h"
#include "ui/kit_state.h"

namespace ui {
namespace {

Rect bounds_of(std::span<const Point> corners) {
  Point low{std::numeric_limits<float>::max(), std::numeric_limits<float>::max()};
  Point high{std::numeric_limits<float>::lowest(), std::numeric_limits<float>::lowest()};
  for (const Point corner : corners) {
    low = {std::min(low.x, corner.x), std::min(low.y, corner.y)};
    high = {std::max(high.x, corner.x), std::max(high.y, corner.y)};
  }
  return corners.empty() ? Rect{} : Rect{low.x, low.y, high.x - low.x, high.y - low.y};
}

// Where a label has most room: the widest stretch inside the outline, as near to
// the middle of its height as there is one.
struct Slice {
  Point middle;
  float width = 0;
};

Slice widest_slice(const std::vector<Point>& outline, const Rect& area) {
  Slice best{area.center(), 0};
  std::vector<float> crossings;
  for (const float share : {0.5F, 0.38F, 0.62F, 0.25F, 0.75F}) {
    const float y = area.y + area.height * share;
    crossings.clear();
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
      const Point a = outline[i];
      const Point b = outline[j];
      if ((a.y > y) != (b.y > y)) crossings.push_back((b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x);
    }
    std::ranges::sort(crossings);
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
      const float width = crossings[i + 1] - crossings[i];
      if (width > best.width * 1.1F) best = {{(crossings[i] + crossings[i + 1]) / 2, y}, width};
    }
  }
  return best;
}

}  // namespace

void floor_plan(Frame& f, const FloorPlan& plan) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  Rect extent = bounds_of(plan.outline);
  if (extent.empty())
    for (const FloorPlanShape& shape : plan.shapes) {
      const Rect one = bounds_of(shape.corners);
      if (extent.empty()) extent = one;
      const float right = std::max(extent.right(), one.right());
      const float bottom = std::max(extent.bottom(), one.bottom());
      extent.x = std::min(extent.x, one.x);
      extent.y = std::min(extent.y, one.y);
      extent.width = right - extent.x;
      extent.height = bottom - extent.y;
    }
  if (extent.empty()) return;
  constexpr float padding = 12;
  // All of it is in view at once, also in a wide and low window.
  const float highest = std::max(240.F, f.setup().window.height * 0.62F);
  const float fitting =
      std::min((f.width() - 2 * padding) / extent.width, (highest - 2 * padding) / extent.height);
  const float plan_width = extent.width * fitting + 2 * padding;
  const Rect place = s.place(0, extent.height * fitting + 2 * padding);
  const Rect rect{place.x + (place.width - plan_width) / 2, place.y, plan_width, place.height};
  constexpr float most_zoom = 6;
  const std::uint32_t key = short_hash(hash_of(plan.name, hash_of("floor plan")));
  Viewport& viewport = s.draw_area(key, rect, {rect.width, rect.height}, {}, most_zoom).viewport;
  const float zoom = fitting * viewport.zoom();
  const Point origin = viewport.origin();
  const Point corner{origin.x + padding * viewport.zoom(), origin.y + padding * viewport.zoom()};
  const auto on_screen = [&](Point metres) {
    return Point{corner.x + (metres.x - extent.x) * zoom, corner.y + (metres.y - extent.y) * zoom};
  };
  std::vector<Point> corners;
  const auto draw = [&](std::span<const Point> metres, Color fill, Color edge, float edge_width) {
    corners.clear();
    for (const Point point : metres) corners.push_back(on_screen(point));
    s.painter.polygon(corners, fill, edge, edge_width);
  };

  std::optional<Frame::Scope> whole = f.node_at(Role::group, rect, 0, plan.name, Look::floor_plan);
  {
    State& state = s.tree.nodes[s.layout.open_nodes.back().index].state;
    state.zoomable = true;
    state.zoomed = viewport.zoom() > 1;
  }
  if (plan.outline.size() >= 3) {
    std::vector<Point>& outline = s.tree.nodes[s.layout.open_nodes.back().index].outline;
    for (const Point point : plan.outline) outline.push_back(on_screen(point));
  }
  s.painter.fill(rect, palette.plan_ground, s.current_style->measure.card_radius);
  s.layout.clips.push_back(intersection(s.clip(), rect));
  s.painter.push_clip(rect);
  if (plan.outline.size() >= 3) draw(plan.outline, palette.plan_floor, palette.plan_line, 1.5F);
  const TypeStyle& style = s.type.tag;
  // What is selected comes last, so that its edge lies over its neighbours'.
  for (const bool selected_ones : {false, true})
    for (const FloorPlanShape& shape : plan.shapes) {
      if (shape.corners.size() < 3 || shape.selected != selected_ones) continue;
      const Rect metres = bounds_of(shape.corners);
      const Point from = on_screen({metres.x, metres.y});
      const Rect area{from.x, from.y, metres.width * zoom, metres.height * zoom};
      Node& node = s.describe(Role::link, area, shape.label, shape.href);
      const Response response = s.press(node, shape.href);
      node.state.current = shape.selected;
      node.look = shape.service ? Look::plan_service : Look::plan_hall;
      for (const Point point : shape.corners) node.outline.push_back(on_screen(point));
      node.size_px = style.size_px;
      node.line_height_px = style.line_height_px;
      node.bold = style.bold;
      Color fill = shape.service ? palette.plan_service : palette.plan_hall;
      if (shape.selected || response.touched()) fill = palette.tint;
      draw(shape.corners, fill, shape.selected ? palette.accent : palette.plan_line,
           shape.selected ? 2.5F : 1.5F);
      // A label that does not fit is left to the list below the plan.
      const Slice slice = widest_slice(s.tree.nodes[s.node_count - 1].outline, area);
      const float room = slice.width - 6;
      if (s.painter.width_of(shape.label, style) <= room * 2 && room > 24) {
        const Paragraph& lines = s.lay_out(shape.label, style, room);
        if (lines.width <= room && lines.height <= area.height - 4 && lines.lines.size() <= 3 &&
            !lines.word_cut) {
          const Rect words{slice.middle.x - room / 2, slice.middle.y - lines.height / 2, room, lines.height};
          set_text(s.tree.nodes[s.node_count - 1], style, words, true);
          s.draw_paragraph(shape.label, lines, {words.x, words.y}, style,
                           shape.service ? palette.text_second : palette.text, room);
        }
      }
      s.draw_focus_ring(response, area, 4);
    }
  s.painter.pop_clip();
  s.layout.clips.pop_back();
  whole.reset();
  if (plan.zoom_in_name.empty()) return;

  // For those who have no two fingers to spare.
  const float target = s.current_style->measure.target;
  const Rect below = s.place(0, target + 8);
  float x = rect.x;
  const auto zoom_button = [&](std::string_view button_key, char32_t icon, std::string_view name,
                               bool possible) {
    const Rect touch{x, below.bottom() - target, target, target};
    x += target + 8;
    Node& node = s.describe(Role::button, touch, name, button_key);
    const Response response = s.press(node);
    node.state.disabled = !possible;
    node.look = Look::icon_button;
    node.icon = icon;
    s.painter.fill(touch, response.touched() ? palette.sunken : palette.surface, 12);
    s.painter.stroke(touch, palette.outline, 1, 12);
    s.painter.icon(icon, touch.center(), 20, possible ? palette.text : palette.outline);
    s.draw_focus_ring(response, touch, 12);
    return possible && response.pressed;
  };
  bool changed = false;
  constexpr float step = 1.6F;
  if (zoom_button("out", icon::minus, plan.zoom_out_name, viewport.zoom() > 1))
    changed |= viewport.zoom_by(1 / step, rect.center());
  if (zoom_button("in", icon::plus, plan.zoom_in_name, viewport.may_grow()))
    changed |= viewport.zoom_by(step, rect.center());
  if (viewport.zoom() > 1 && zoom_button("whole", icon::maximize, plan.zoom_whole_name, true))
    changed |= viewport.zoom_by(1 / viewport.zoom(), rect.center());
  if (changed) s.frames_owed = std::max(s.frames_owed, 1);
}

}  // namespace ui
