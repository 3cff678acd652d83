#include "ui/widgets/floor_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "icons.h"
#include "sorting/sort.h"
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
    sorting::sort(crossings);
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
      const float width = crossings[i + 1] - crossings[i];
      if (width > best.width * 1.1F) best = {{(crossings[i] + crossings[i + 1]) / 2, y}, width};
    }
  }
  return best;
}

Color fill_of(const PlanPalette& colors, PlanKind kind) {
  switch (kind) {
    case PlanKind::walkway: return colors.floor;
    case PlanKind::hall: return colors.hall;
    case PlanKind::meeting: return colors.meeting;
    case PlanKind::press: return colors.press;
    case PlanKind::food: return colors.food;
    case PlanKind::service: return colors.service;
    case PlanKind::toilets: return colors.toilets;
    case PlanKind::vertical: return colors.vertical;
    case PlanKind::aid: return colors.aid;
    case PlanKind::exhibition: return colors.exhibition;
    case PlanKind::outdoor: return colors.outdoor;
    case PlanKind::staff: return colors.staff;
    case PlanKind::opening: return colors.ground;
    case PlanKind::solid: return colors.vertical;
    case PlanKind::room: return colors.floor;
  }
  return colors.floor;
}

Color sign_color(const PlanPalette& colors, PlanKind kind) {
  switch (kind) {
    case PlanKind::toilets: return colors.sign_toilets;
    case PlanKind::vertical: return colors.sign_vertical;
    case PlanKind::food: return colors.sign_food;
    case PlanKind::aid: return colors.sign_aid;
    case PlanKind::hall:
    case PlanKind::meeting:
    case PlanKind::press: return colors.sign_room;
    default: return colors.sign_desk;
  }
}

// Whether what is held there is looked for, rather than what serves.
bool is_for_sessions(PlanKind kind) {
  switch (kind) {
    case PlanKind::hall:
    case PlanKind::meeting:
    case PlanKind::press:
    case PlanKind::exhibition:
    case PlanKind::outdoor: return true;
    default: return false;
  }
}

// Draws one plan.
class PlanDrawing {
 public:
  PlanDrawing(Frame& f, const FloorPlan& plan) : f_(f), s_(f.kit()), plan_(plan) {}

  std::optional<Point> draw() {
    std::optional<Point> marked;
    if (!find_extent()) return marked;
    place();
    bring_part_into_view();
    {
      auto whole = f_.node_at(Role::group, rect_, 0, plan_.name, Look::floor_plan);
      describe_whole();
      s_.layout.clips.push_back(intersection(s_.clip(), rect_));
      s_.painter.push_clip(rect_);
      draw_floor();
      marked = ask_for_mark();
      place_marks();
      draw_shapes();
      if (!plan_.way_name.empty()) s_.describe(Role::image, rect_, plan_.way_name, "way");
      draw_signs();
      draw_marks();
      round_corners();
      s_.painter.pop_clip();
      s_.layout.clips.pop_back();
    }
    draw_buttons();
    return marked;
  }

  void draw_picture(std::string_view href, float most_height_px) {
    if (!find_extent()) return;
    const float padding = measure().padding;
    zoom_ =
        std::min((f_.width() - 2 * padding) / extent_.width, (most_height_px - 2 * padding) / extent_.height);
    rect_ = s_.place(0, extent_.height * zoom_ + 2 * padding);
    corner_ = {rect_.center().x - extent_.width * zoom_ / 2, rect_.y + padding};
    Node& node = s_.describe(Role::link, rect_, plan_.name, href);
    const Response response = s_.press(node, href);
    if (s_.visible(rect_)) {
      s_.painter.push_clip(rect_);
      draw_floor();
      std::vector<const FloorPlanShape*> shapes;
      for (const FloorPlanShape& shape : plan_.shapes) {
        if (shape.corners.size() < 3) continue;
        shapes.push_back(&shape);
        if (shape.kind != PlanKind::walkway || shape.selected)
          fill(shape, shape.selected ? colors().selected : fill_of(colors(), shape.kind));
      }
      draw_walls(shapes);
      for (const FloorPlanShape* shape : shapes)
        if (shape->selected) draw_pin(*shape);
      s_.painter.pop_clip();
    }
    s_.painter.stroke(rect_, s_.current_style->palette.line, 1, s_.current_style->measure.card_radius);
    s_.draw_focus_ring(response, rect_, s_.current_style->measure.card_radius);
  }

 private:
  void draw_pin(const FloorPlanShape& shape) {
    const Rect area = on_screen(bounds_of(outer(shape)));
    const Point middle = shape.middle ? on_screen(*shape.middle) : area.center();
    s_.painter.circle(middle, pin_ / 2, colors().way);
    s_.painter.icon(icon::map_pin, middle, pin_ * 0.62F, s_.current_style->palette.surface);
  }

  const PlanPalette& colors() const { return s_.current_style->plan; }
  const PlanMeasures& measure() const { return s_.current_style->plan_measure; }
  Point on_screen(Point metres) const {
    return {corner_.x + (metres.x - extent_.x) * zoom_, corner_.y + (metres.y - extent_.y) * zoom_};
  }
  std::span<const Point> on_screen(std::span<const Point> metres, std::vector<Point>& into) const {
    into.clear();
    for (const Point point : metres) into.push_back(on_screen(point));
    return into;
  }
  Rect on_screen(const Rect& metres) const {
    const Point from = on_screen(Point{metres.x, metres.y});
    return {from.x, from.y, metres.width * zoom_, metres.height * zoom_};
  }
  bool is_seen(const Rect& on_window) const { return !intersection(on_window, rect_).empty(); }

  bool find_extent() {
    extent_ = bounds_of(plan_.outline);
    if (!extent_.empty()) return true;
    for (const FloorPlanShape& shape : plan_.shapes) {
      const Rect one = bounds_of(shape.corners);
      if (extent_.empty()) extent_ = one;
      const float right = std::max(extent_.right(), one.right());
      const float bottom = std::max(extent_.bottom(), one.bottom());
      extent_.x = std::min(extent_.x, one.x);
      extent_.y = std::min(extent_.y, one.y);
      extent_.width = right - extent_.x;
      extent_.height = bottom - extent_.y;
    }
    return !extent_.empty();
  }

  void place() {
    const float padding = measure().padding;
    // All of it is in view at once, also in a wide and low window.
    const float highest =
        plan_.most_height > 0 ? plan_.most_height : std::max(240.F, f_.setup().window.height * 0.62F);
    const float fitting =
        std::min((f_.width() - 2 * padding) / extent_.width, (highest - 2 * padding) / extent_.height);
    rect_ = s_.place(0, extent_.height * fitting + 2 * padding);
    constexpr float most_zoom = 8;
    const std::uint32_t key = short_hash(hash_of(plan_.name, hash_of("floor plan")));
    area_ = &s_.draw_area(key, rect_, {rect_.width, rect_.height}, {}, most_zoom);
    viewport_ = &area_->viewport;
    fitting_ = fitting;
    find_corner();
  }

  void find_corner() {
    const Point origin = viewport_->origin();
    zoom_ = fitting_ * viewport_->zoom();
    corner_ = {origin.x + left_air() * viewport_->zoom(), origin.y + measure().padding * viewport_->zoom()};
  }
  // Beside the plan where it is not enlarged.
  float left_air() const { return (rect_.width - extent_.width * fitting_) / 2; }

  // The part that is asked for with air around it, in points of the content that is not enlarged.
  Rect part_in_content() const {
    const Rect part = bounds_of(plan_.part);
    // Nobody finds their way in a stretch of a few metres.
    constexpr float least_m = 36;
    const float width = std::max(part.width * 1.25F, least_m),
                height = std::max(part.height * 1.25F, least_m);
    return {left_air() + (part.center().x - width / 2 - extent_.x) * fitting_,
            measure().padding + (part.center().y - height / 2 - extent_.y) * fitting_, width * fitting_,
            height * fitting_};
  }
  bool show_part() { return !plan_.part.empty() && viewport_->show_part(part_in_content(), 6); }
  bool show_all() { return viewport_->zoom_by(1 / viewport_->zoom(), rect_.center()); }

  void bring_part_into_view() {
    if (area_->shown_part == plan_.part_key) return;
    area_->shown_part = plan_.part_key;
    if (plan_.part_key == 0 ? show_all() : show_part()) find_corner();
  }

  std::optional<Point> ask_for_mark() {
    if (plan_.mark_name.empty()) return std::nullopt;
    Node& node = s_.describe(Role::button, intersection(rect_, s_.clip()), plan_.mark_name, "mark");
    const Response response = s_.press(node);
    s_.draw_focus_ring(response, rect_, 4);
    if (!response.pressed) return std::nullopt;
    const Point at = s_.pointing.pressed_at.value_or(rect_.center());
    return Point{extent_.x + (at.x - corner_.x) / zoom_, extent_.y + (at.y - corner_.y) / zoom_};
  }

  void describe_whole() {
    Node& node = s_.tree.nodes[s_.layout.open_nodes.back().index];
    node.state.zoomable = true;
    node.state.zoomed = viewport_->zoom() > 1;
    for (const Point point : plan_.outline) node.outline.push_back(on_screen(point));
    // Who draws it again needs no buttons, and the doors.
    if (plan_.zoom_in_name.empty())
      for (const FloorPlanDoor& door : plan_.doors)
        node.pieces.push_back({Piece::Kind::door, {on_screen(door.from), on_screen(door.to)}, {}, 0});
  }

  void fill(const FloorPlanShape& shape, Color color) {
    const auto corners = on_screen(shape.corners, points_);
    if (shape.triangles.empty())
      s_.painter.polygon(corners, color, Painter::Edge::none);
    else
      s_.painter.triangles(corners, shape.triangles, color);
  }

  void draw_rings(const FloorPlanShape& shape, Color color, float width) {
    for (std::size_t i = 0; i < std::max<std::size_t>(1, shape.rings.size()); ++i) {
      const std::size_t begin = shape.rings.empty() ? 0 : shape.rings[i];
      const std::size_t end = i + 1 < shape.rings.size() ? shape.rings[i + 1] : shape.corners.size();
      s_.painter.ring(on_screen(shape.corners.subspan(begin, end - begin), points_), color, width);
    }
  }

  void draw_floor() {
    s_.painter.fill(rect_, colors().ground, s_.current_style->measure.card_radius);
    if (plan_.outline.size() >= 3)
      s_.painter.polygon(on_screen(plan_.outline, points_), colors().floor, Painter::Edge::none);
  }

  // What is enlarged reaches into the corners of its card: they are covered with what lies around it.
  void round_corners() {
    const float radius = s_.current_style->measure.card_radius;
    const float cover = std::ceil(radius / 2);  // as far as a corner reaches behind its curve
    const Rect around{rect_.x - cover, rect_.y - cover, rect_.width + 2 * cover, rect_.height + 2 * cover};
    s_.painter.stroke(around, s_.ground_at(rect_.center()), cover, radius + cover);
  }

  void draw_doors() {
    const Rect around = rect_.inset(-measure().door);
    for (const FloorPlanDoor& door : plan_.doors) {
      const Point from = on_screen(door.from), to = on_screen(door.to);
      if (std::max(from.x, to.x) >= around.x && std::min(from.x, to.x) <= around.right() &&
          std::max(from.y, to.y) >= around.y && std::min(from.y, to.y) <= around.bottom())
        s_.painter.line(from, to, colors().floor, measure().door);
    }
  }

  // Its outer corners.
  static std::span<const Point> outer(const FloorPlanShape& shape) {
    return shape.corners.first(shape.rings.size() > 1 ? shape.rings[1] : shape.corners.size());
  }

  void draw_walls(std::span<const FloorPlanShape* const> shapes) {
    for (const FloorPlanShape* shape : shapes)
      if (shape->walls && shape->kind != PlanKind::walkway) draw_rings(*shape, colors().wall, measure().wall);
    if (plan_.outline.size() >= 3)
      s_.painter.ring(on_screen(plan_.outline, points_), colors().outer_wall, measure().outer_wall);
    // The edge of what is selected lies over its neighbours'; its doors are gaps all the same.
    draw_doors();
    for (const FloorPlanShape* shape : shapes)
      if (shape->selected) {
        draw_rings(*shape, colors().way, measure().selected);
        draw_doors();
      }
  }

  void draw_shapes() {
    struct Drawn {
      const FloorPlanShape* shape;
      Rect area;
      std::size_t node;
      Response response;
    };
    std::vector<Drawn> drawn;
    for (const FloorPlanShape& shape : plan_.shapes) {
      if (shape.corners.size() < 3) continue;
      const Rect area = on_screen(bounds_of(outer(shape)));
      Response response;
      if (!shape.label.empty()) {
        const std::string_view spoken = shape.spoken.empty() ? shape.label : shape.spoken;
        const bool leads = plan_.leads && !shape.href.empty() && plan_.mark_name.empty();
        Node& node = s_.describe(leads ? Role::link : Role::image, area, spoken,
                                 shape.href.empty() ? shape.label : shape.href);
        if (!shape.spoken.empty()) node.shown = shape.label;
        if (leads) response = s_.press(node, shape.href);
        node.state.current = shape.selected;
        node.look = is_for_sessions(shape.kind) ? Look::plan_hall : Look::plan_service;
        for (const Point point : outer(shape)) node.outline.push_back(on_screen(point));
      }
      if (!is_seen(area)) continue;
      drawn.push_back({&shape, area, s_.node_count - 1, response});
      Color color = shape.selected ? colors().selected : fill_of(colors(), shape.kind);
      if (shape.state == PlanState::closed) color = mixed(color, colors().vertical, 0.75);
      if (response.touched()) color = mixed(color, colors().label, 0.1);
      if (shape.kind != PlanKind::walkway || response.touched() || shape.selected ||
          shape.state == PlanState::closed)
        fill(shape, color);
    }
    std::vector<const FloorPlanShape*> seen;
    for (const Drawn& one : drawn) seen.push_back(one.shape);
    draw_walls(seen);
    // The way lies below the signs and the names.
    draw_way();
    for (const Drawn& one : drawn) {
      draw_name(*one.shape, one.area, one.node);
      draw_state(one.shape->state, one.area);
      if (!one.shape->label.empty()) s_.draw_focus_ring(one.response, one.area, 4);
    }
  }

  // The name where it fits between the walls, with the sign above it where there is room for both; else the
  // sign.
  void draw_name(const FloorPlanShape& shape, const Rect& area, std::size_t node_index) {
    const TypeStyle& style = shape.kind == PlanKind::hall ? s_.type.row_title : s_.type.tag;
    const float sign = measure().sign;
    // A sign may reach over the walls of something flat: a desk.
    const bool has_room_for_sign =
        area.width >= sign && area.height >= sign / 2 &&
        (shape.sign != 0 || (shape.kind == PlanKind::staff && area.height >= sign));
    // A large venue has hundreds of rooms that say nothing at this size.
    if (shape.label.empty() && !has_room_for_sign) return;
    const bool signs_first = shape.sign != 0 && !is_for_sessions(shape.kind);
    Slice slice;
    if (shape.middle) {
      slice = {on_screen(*shape.middle), 0};
      slice.width = width_at(shape, slice.middle);
    } else {
      on_screen(outer(shape), points_);
      slice = widest_slice(points_, area);
    }
    const float room = slice.width - 2 * measure().label_air;
    if (!shape.label.empty()) {
      Node& node = s_.tree.nodes[node_index];
      node.size_px = style.size_px;
      node.line_height_px = style.line_height_px;
      node.bold = style.bold;
      if (room > 24 && s_.painter.width_of(shape.label, style) <= room * 3) {
        const Paragraph& lines = s_.lay_out(shape.label, style, room);
        const bool fits = lines.width <= room && lines.lines.size() <= 3 && !lines.word_cut;
        const float with_sign = lines.height + (signs_first ? sign + 3 : 0);
        // A sign alone says enough of stairs; of a hall the name says all.
        const bool both = fits && with_sign <= area.height - 6;
        if (both || (fits && !signs_first && lines.height <= area.height - 4)) {
          const float top = slice.middle.y - (both ? with_sign : lines.height) / 2;
          Rect words{slice.middle.x - room / 2, top + (both && signs_first ? sign + 3 : 0), room,
                     lines.height};
          const float high = both ? with_sign : lines.height;
          const Rect all{slice.middle.x - lines.width / 2, top, lines.width, high};
          if (const auto shift = shift_off_way(shape, all, area)) {
            words.y += *shift;
            if (both && signs_first)
              draw_sign(shape.sign, shape.kind, {slice.middle.x, top + *shift + sign / 2});
            set_text(s_.tree.nodes[node_index], style, words, true);
            s_.draw_paragraph(shape.label, lines, {words.x, words.y}, style, colors().label, room);
            return;
          }
        }
      }
    }
    if (!has_room_for_sign || is_under_mark(sign_box(slice.middle))) return;
    if (shape.sign != 0)
      draw_sign(shape.sign, shape.kind, slice.middle);
    else
      s_.painter.icon(icon::lock, slice.middle, sign * 0.73F, colors().label_second);
  }

  bool is_under_mark(const Rect& rect) const {
    return std::ranges::any_of(marks_,
                               [&](const Mark& mark) { return !intersection(mark.box, rect).empty(); });
  }

  // Of points along the way close together only those are looked at that may lie there: most of it may be out
  // of sight.
  bool is_on_way(const Rect& rect) const {
    constexpr float step = 6;
    return std::ranges::any_of(stretches_, [&](const Stretch& stretch) {
      const Point by{stretch.to.x - stretch.from.x, stretch.to.y - stretch.from.y};
      float first = 0, last = 1;  // of all of it, what lies between the edges
      const auto cut = [&](float from, float along, float low, float high) {
        if (along == 0) return from >= low && from <= high;
        const float one = (low - from) / along, other = (high - from) / along;
        first = std::max(first, std::min(one, other));
        last = std::min(last, std::max(one, other));
        return first <= last;
      };
      if (!cut(stretch.from.x, by.x, rect.x, rect.right()) ||
          !cut(stretch.from.y, by.y, rect.y, rect.bottom()))
        return false;
      const float length = std::hypot(by.x, by.y);
      const float end = std::min(length, last * length + step);
      for (float at = std::floor(first * length / step) * step; at < end; at += step)
        if (rect.contains({stretch.from.x + by.x * at / length, stretch.from.y + by.y * at / length}))
          return true;
      return false;
    });
  }

  // How far a name moves up or down in its shape to be read beside the way and its marks; nothing where it
  // has no room.
  std::optional<float> shift_off_way(const FloorPlanShape& shape, const Rect& words, const Rect& area) const {
    constexpr float air = 5, step = 4;
    const auto is_free = [&](float shift) {
      const Rect place{words.x - air, words.y + shift - air, words.width + 2 * air, words.height + 2 * air};
      return !is_under_mark(place) && !is_on_way(place);
    };
    if (is_free(0)) return 0;
    for (float shift = step; shift < area.height; shift += step)
      for (const float by : {-shift, shift}) {
        if (words.y + by < area.y + air || words.bottom() + by > area.bottom() - air || !is_free(by))
          continue;
        if (width_at(shape, {words.center().x, words.center().y + by}) >= words.width) return by;
      }
    return std::nullopt;
  }

  // In the corner that names leave free; of what is small over its middle.
  void draw_state(PlanState state, const Rect& area) {
    if (state == PlanState::none) return;
    const float radius = measure().state_radius;
    const Point at{std::max(area.center().x, area.right() - radius - 3),
                   std::min(area.center().y, area.y + radius + 3)};
    char32_t sign = icon::x;
    if (state == PlanState::full || state == PlanState::crowded) sign = icon::users;
    if (state == PlanState::moved) sign = icon::chevron_right;
    const Color ground =
        state == PlanState::closed || state == PlanState::full ? colors().sign_aid : colors().sign_food;
    constexpr Color white{255, 255, 255};
    s_.painter.circle(at, radius + 1.5F, white);
    s_.painter.circle(at, radius, ground);
    s_.painter.icon(sign, at, radius * 1.35F, white);
  }

  // How much of the line through `middle`, on the window, lies inside around it: twice the shorter side.
  float width_at(const FloorPlanShape& shape, Point middle) const {
    float left = std::numeric_limits<float>::lowest(), right = std::numeric_limits<float>::max();
    const auto corners = outer(shape);
    // Names are several lines high.
    for (const float y : {middle.y - 8, middle.y + 8})
      for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
        const Point a = on_screen(corners[i]), b = on_screen(corners[j]);
        if ((a.y > y) == (b.y > y)) continue;
        const float x = (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x;
        if (x <= middle.x)
          left = std::max(left, x);
        else
          right = std::min(right, x);
      }
    return 2 * std::max(0.F, std::min(middle.x - left, right - middle.x));
  }

  Rect sign_box(Point at) const {
    const float size = measure().sign;
    return {at.x - size / 2, at.y - size / 2, size, size};
  }

  void draw_sign(char32_t icon, PlanKind kind, Point at) {
    const float size = measure().sign;
    s_.painter.fill(sign_box(at), sign_color(colors(), kind), measure().sign_radius);
    constexpr Color white{255, 255, 255};
    s_.painter.icon(icon, at, size * 0.72F, white);
  }

  void draw_signs() {
    for (const FloorPlanSign& sign : plan_.signs) {
      const Point at = on_screen(sign.at);
      const Rect box = sign_box(at);
      Node& node = s_.describe(Role::image, box, sign.name);
      node.icon = sign.icon;
      if (is_seen(box) && !is_under_mark(box)) draw_sign(sign.icon, sign.kind, at);
    }
  }

  void draw_way() {
    if (plan_.way_name.empty()) return;
    for (const auto& piece : plan_.other_ways) draw_dots(on_screen(piece, points_));
    // The case of all pieces lies below all of them.
    for (const auto& piece : plan_.ways)
      s_.painter.path(on_screen(piece, points_), colors().way_case, measure().way_case);
    for (const auto& piece : plan_.ways)
      s_.painter.path(on_screen(piece, points_), colors().way, measure().way);
  }

  float mark_radius() const {
    // The number stays inside, however large it is.
    return std::max(measure().mark_radius, s_.type.segment.line_height_px * 0.6F);
  }

  // Where the marks stand, of steps no two at one place, and the way between them.
  void place_marks() {
    const float radius = mark_radius();
    for (const FloorPlanMark& mark : plan_.marks) {
      Mark placed{&mark, on_screen(mark.at), on_screen(mark.at), {}};
      // Who stands somewhere is seen above the name of the place.
      if (mark.kind == FloorPlanMark::Kind::here) {
        placed.foot.y -= radius;
        placed.at.y -= 3 * radius;
      }
      placed.box = {placed.at.x - radius, placed.at.y - radius, 2 * radius, 2 * radius};
      const auto covers = [&](const Mark& other) {
        return std::hypot(other.at.x - placed.at.x, other.at.y - placed.at.y) < 1.5F * radius;
      };
      if (mark.kind == FloorPlanMark::Kind::goal)
        std::erase_if(marks_,
                      [&](const Mark& one) { return one.mark != &plan_.marks.front() && covers(one); });
      else if (mark.kind == FloorPlanMark::Kind::step && std::ranges::any_of(marks_, covers))
        continue;
      marks_.push_back(placed);
    }
    for (const auto& piece : plan_.ways)
      for (std::size_t i = 0; i + 1 < piece.size(); ++i)
        stretches_.push_back({on_screen(piece[i]), on_screen(piece[i + 1])});
  }

  void draw_dots(std::span<const Point> line) {
    const float step = measure().dots * 3;
    float left = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      const Point a = line[i], b = line[i + 1];
      const float length = std::hypot(b.x - a.x, b.y - a.y);
      for (; left < length; left += step)
        s_.painter.circle({a.x + (b.x - a.x) * left / length, a.y + (b.y - a.y) * left / length},
                          measure().dots / 2, colors().label_second);
      left -= length;
    }
  }

  void draw_marks() {
    const TypeStyle& style = s_.type.segment;
    const float radius = mark_radius();
    constexpr Color white{255, 255, 255};
    for (const auto& [placed, at, foot, box] : marks_) {
      const FloorPlanMark& mark = *placed;
      if (!mark.name.empty()) s_.describe(Role::image, box, mark.name);
      if (!is_seen(box)) continue;
      const Color color = mark.kind == FloorPlanMark::Kind::goal ? colors().sign_aid : colors().way;
      if (at != foot) {
        const Point stem[] = {foot, at};
        s_.painter.path(stem, colors().way_case, 6);
        s_.painter.path(stem, color, 3);
      }
      s_.painter.circle(at, radius + 2, colors().way_case);
      s_.painter.circle(at, radius, color);
      if (mark.kind == FloorPlanMark::Kind::step) {
        const float width = s_.painter.width_of(mark.label, style);
        s_.painter.text({at.x - width / 2, at.y - style.line_height_px / 2}, style, colors().way_case,
                        mark.label);
      } else {
        s_.painter.circle(at, radius * 0.4F,
                          mark.kind == FloorPlanMark::Kind::goal ? white : colors().way_case);
      }
    }
  }

  // An arrow to the north and a bar so many metres long, at the right end of the line of the buttons.
  void draw_scale(const Rect& line, float buttons_end) {
    if (plan_.scale_text == nullptr) return;
    const TypeStyle& style = s_.type.tag;
    const Color ink = s_.current_style->palette.text;
    constexpr int lengths[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    int metres = lengths[0];
    for (const int one : lengths)
      if (static_cast<float>(one) * zoom_ <= 90) metres = one;
    const std::string text = plan_.scale_text(f_, metres);
    const float bar = static_cast<float>(metres) * zoom_, words = s_.painter.width_of(text, style);
    const float width = std::max(bar, words), right = rect_.right() - 2, bottom = line.bottom() - 8;
    const Rect box{right - width, bottom - style.line_height_px - 8, width, style.line_height_px + 8};
    if (box.x < buttons_end) return;  // large letters leave no room for it
    s_.painter.text({right - width / 2 - words / 2, box.y}, style, ink, text);
    const float left = right - width / 2 - bar / 2;
    s_.painter.line({left, bottom}, {left + bar, bottom}, ink, 2);
    s_.painter.line({left, bottom - 6}, {left, bottom}, ink, 2);
    s_.painter.line({left + bar, bottom - 6}, {left + bar, bottom}, ink, 2);
    s_.describe(Role::image, box, text);
    if (plan_.north.empty()) return;
    const float letter = s_.painter.width_of(plan_.north, style), wide = std::max(24.F, letter);
    const Rect arrow{box.x - wide - 14, bottom - 34, wide, 36};
    if (arrow.x < buttons_end) return;
    const float middle = arrow.center().x;
    const Point tip[] = {{middle, arrow.y}, {middle + 5, arrow.y + 13}, {middle - 5, arrow.y + 13}};
    s_.painter.polygon(tip, s_.current_style->palette.alarm);
    s_.painter.text({middle - letter / 2, arrow.y + 17}, style, ink, plan_.north);
    s_.describe(Role::image, arrow, plan_.north_name);
  }

  void draw_buttons();

  Area* area_ = nullptr;
  float fitting_ = 1;  // points in a metre where all of it is seen

  Frame& f_;
  Kit::State& s_;
  const FloorPlan& plan_;
  Rect extent_;  // in metres
  Rect rect_;    // on the window
  static constexpr float pin_ = 28;

  Point corner_;    // of the extent, on the window
  float zoom_ = 1;  // points in a metre
  Viewport* viewport_ = nullptr;
  std::vector<Point> points_;

  struct Mark {
    const FloorPlanMark* mark = nullptr;
    Point at;    // its middle, on the window
    Point foot;  // of the stem that it stands on
    Rect box;
  };
  std::vector<Mark> marks_;
  // Of the way, straight, on the window.
  struct Stretch {
    Point from, to;
  };
  std::vector<Stretch> stretches_;
};

void PlanDrawing::draw_buttons() {
  if (plan_.zoom_in_name.empty()) return;
  const Palette& palette = s_.current_style->palette;

  // For those who have no two fingers to spare.
  const float target = s_.current_style->measure.target;
  const Rect below = s_.place(0, target + 8);
  float x = rect_.x;
  const auto zoom_button = [&](std::string_view button_key, char32_t icon, std::string_view name,
                               bool possible) {
    const Rect touch{x, below.bottom() - target, target, target};
    x += target + 8;
    Node& node = s_.describe(Role::button, touch, name, button_key);
    const Response response = s_.press(node);
    node.state.disabled = !possible;
    node.look = Look::icon_button;
    node.icon = icon;
    s_.painter.fill(touch, response.touched() ? palette.sunken : palette.surface, 12);
    s_.painter.stroke(touch, palette.outline, 1, 12);
    s_.painter.icon(icon, touch.center(), 20, possible ? palette.text : palette.outline);
    s_.draw_focus_ring(response, touch, 12);
    return possible && response.pressed;
  };
  bool changed = false;
  constexpr float step = 1.6F;
  if (zoom_button("out", icon::minus, plan_.zoom_out_name, viewport_->zoom() > 1))
    changed |= viewport_->zoom_by(1 / step, rect_.center());
  if (zoom_button("in", icon::plus, plan_.zoom_in_name, viewport_->may_grow()))
    changed |= viewport_->zoom_by(step, rect_.center());
  if (!plan_.part.empty() && !plan_.zoom_part_name.empty() &&
      zoom_button("part", plan_.part_icon, plan_.zoom_part_name, true))
    changed |= show_part();
  if (viewport_->zoom() > 1 && zoom_button("whole", icon::maximize, plan_.zoom_whole_name, true))
    changed |= show_all();
  draw_scale(below, x);
  if (changed) s_.frames_owed = std::max(s_.frames_owed, 1);
}

}  // namespace

std::optional<Point> floor_plan(Frame& f, const FloorPlan& plan) { return PlanDrawing(f, plan).draw(); }

void floor_plan_picture(Frame& f, const FloorPlan& plan, std::string_view href, float most_height_px) {
  PlanDrawing(f, plan).draw_picture(href, most_height_px);
}

}  // namespace ui
