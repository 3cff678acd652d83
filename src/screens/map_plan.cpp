#include "screens/map_plan.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <optional>

#include "icons.h"
#include "screens/near.h"
#include "screens/place_state.h"
#include "screens/ways.h"
#include "sorting/sort.h"
#include "ui/hash.h"
#include "ui/widgets/floor_plan.h"
#include "venue/venue.h"

namespace screens {
namespace {

ui::PlanKind kind_of(const model::Room& room) {
  switch (room.kind) {
    case model::RoomKind::hall: return ui::PlanKind::hall;
    case model::RoomKind::meeting: return ui::PlanKind::meeting;
    case model::RoomKind::exhibition: return ui::PlanKind::exhibition;
    case model::RoomKind::press: return ui::PlanKind::press;
    case model::RoomKind::service: return ui::PlanKind::service;
    case model::RoomKind::food: return ui::PlanKind::food;
    case model::RoomKind::stairs:
    case model::RoomKind::lift: return ui::PlanKind::vertical;
    case model::RoomKind::entrance: return ui::PlanKind::walkway;
    case model::RoomKind::outdoor: return ui::PlanKind::outdoor;
  }
  return ui::PlanKind::room;
}

ui::PlanKind kind_of(const model::MapUnit& unit) {
  using model::UnitKind;
  switch (unit.kind) {
    case UnitKind::walkway:
    case UnitKind::moving_walkway:
    case UnitKind::ramp: return ui::PlanKind::walkway;
    case UnitKind::hall: return ui::PlanKind::hall;
    case UnitKind::meeting: return ui::PlanKind::meeting;
    case UnitKind::exhibition: return ui::PlanKind::exhibition;
    case UnitKind::press: return ui::PlanKind::press;
    case UnitKind::service: return ui::PlanKind::service;
    case UnitKind::food: return ui::PlanKind::food;
    case UnitKind::toilets: return ui::PlanKind::toilets;
    case UnitKind::aid: return ui::PlanKind::aid;
    case UnitKind::outdoor: return ui::PlanKind::outdoor;
    case UnitKind::staff: return ui::PlanKind::staff;
    case UnitKind::stairs:
    case UnitKind::escalator:
    case UnitKind::lift: return ui::PlanKind::vertical;
    case UnitKind::open_to_below: return ui::PlanKind::opening;
    case UnitKind::solid: return ui::PlanKind::solid;
    case UnitKind::room: return ui::PlanKind::room;
  }
  return ui::PlanKind::room;
}

char32_t sign_of(const model::MapUnit& unit) {
  using model::UnitKind;
  switch (unit.kind) {
    case UnitKind::hall:
    case UnitKind::meeting: return ui::icon::users;
    case UnitKind::exhibition: return ui::icon::layers;
    case UnitKind::press: return ui::icon::newspaper;
    case UnitKind::food: return ui::icon::coffee;
    case UnitKind::toilets: return ui::icon::toilet;
    case UnitKind::aid: return ui::icon::briefcase_medical;
    case UnitKind::service: return ui::icon::info;
    case UnitKind::stairs: return ui::icon::footprints;
    case UnitKind::escalator: return ui::icon::trending_up;
    case UnitKind::lift: return ui::icon::arrow_up_down;
    case UnitKind::outdoor: return ui::icon::leaf;
    default: return 0;
  }
}

// Of what serves, what people look for there says more: a room is a cloakroom by what stands in it.
char32_t sign_of(const View& view, const model::MapUnit& unit, venue::PlaceId place) {
  const char32_t sign = sign_of(unit);
  if (sign != 0 && unit.kind != model::UnitKind::service) return sign;
  if (const char32_t sought = sought_icon(view, place); sought != 0) return sought;
  const venue::Venue& venue = *view.edition.venue();
  const std::vector<model::MapAmenity>& amenities = venue.plan().amenities;
  for (std::size_t i = 0; i < amenities.size(); ++i)
    if (amenities[i].unit == place && !unit.room.empty())
      if (const char32_t sought = sought_icon(view, venue.place_of_amenity(i)); sought != 0) return sought;
  return sign;
}

// 0: nobody looks for it.
char32_t sign_of(const View& view, const model::MapAmenity& amenity, venue::PlaceId place) {
  return amenity.category == "drinkingfountain" ? char32_t{ui::icon::coffee} : sought_icon(view, place);
}

ui::Point in_metres(model::MapPoint point) {
  return {static_cast<float>(point.x_cm) / 100, static_cast<float>(point.y_cm) / 100};
}

std::vector<ui::Point> in_metres(const std::vector<model::MapPoint>& points) {
  std::vector<ui::Point> metres;
  metres.reserve(points.size());
  for (const model::MapPoint point : points) metres.push_back(in_metres(point));
  return metres;
}

std::vector<ui::Point> in_metres(const std::vector<model::PlanPoint>& points) {
  std::vector<ui::Point> metres;
  for (const model::PlanPoint& point : points)
    metres.push_back({static_cast<float>(point.x_m), static_cast<float>(point.y_m)});
  return metres;
}

ui::PlanState state_on_plan(std::optional<model::NoticeState> state) {
  if (!state) return ui::PlanState::none;
  switch (*state) {
    case model::NoticeState::closed: return ui::PlanState::closed;
    case model::NoticeState::full: return ui::PlanState::full;
    case model::NoticeState::crowded: return ui::PlanState::crowded;
    case model::NoticeState::moved: return ui::PlanState::moved;
    case model::NoticeState::delayed: break;
  }
  return ui::PlanState::none;
}

// What the widget is shown of a level; `plan` points into this.
struct LevelDrawing {
  // What it was made for.
  MapAsked asked;
  const model::Room* selected = nullptr;
  std::vector<ui::Point> outline;
  std::deque<std::vector<ui::Point>> corners;  // which stay where they are while more come, as the texts
  std::deque<std::string> texts;
  std::vector<ui::FloorPlanShape> shapes;
  std::vector<ui::FloorPlanDoor> doors;
  std::vector<ui::FloorPlanSign> signs;
  std::deque<std::vector<ui::Point>> lines;
  std::vector<std::span<const ui::Point>> ways, other_ways;
  std::vector<ui::FloorPlanMark> marks;
  std::vector<ui::Point> part;
  ui::FloorPlan plan;

  std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }
};

// Where a way is drawn from or to: a little inside of the door, so that the name of the room can be read.
ui::Point inside_door(const venue::Venue& venue, std::uint32_t place, std::uint32_t door) {
  const ui::Point end = in_metres(venue.nodes()[place].at);
  if (venue.door(door) == nullptr) return end;
  const ui::Point at = in_metres(venue.nodes()[door].at);
  constexpr float share = 0.4F;
  return {at.x + (end.x - at.x) * share, at.y + (end.y - at.y) * share};
}

ui::Point point_of(const venue::Venue& venue, const venue::Route& route, std::size_t i) {
  const auto& path = route.path;
  if (path.size() > 1 && i == 0) return inside_door(venue, path[0], path[1]);
  if (path.size() > 1 && i + 1 == path.size()) return inside_door(venue, path[i], path[i - 1]);
  return in_metres(venue.nodes()[path[i]].at);
}

// The pieces of a path on a level; outdoors is seen from the street.
void add_pieces(const View& view, const venue::Route& route, std::uint32_t map_level,
                std::deque<std::vector<ui::Point>>& lines, std::vector<std::span<const ui::Point>>& pieces) {
  const venue::Venue& venue = *view.edition.venue();
  const auto shown = [&](std::uint32_t node) {
    const std::uint32_t level = venue.nodes()[node].level;
    const model::MapLevel& there = venue.plan().levels[level];
    return level == map_level || (there.outdoor && there.ordinal == venue.plan().levels[map_level].ordinal);
  };
  std::vector<ui::Point> piece;
  const auto end = [&] {
    if (piece.size() > 1) pieces.push_back(lines.emplace_back(std::move(piece)));
    piece.clear();
  };
  for (std::size_t i = 0; i < route.path.size(); ++i) {
    const std::uint32_t node = route.path[i];
    if (!shown(node)) {
      end();
      continue;
    }
    piece.push_back(point_of(venue, route, i));
  }
  end();
}

// One of the levels, with what is asked of it.
class Draughtsman {
 public:
  Draughtsman(ui::Frame& f, const View& view, const model::Level& level, const model::Room* selected,
              LevelDrawing& drawing)
      : f_(f),
        view_(view),
        level_(level),
        selected_(selected),
        drawing_(drawing),
        query_(map_query(view)),
        states_(place_states(view).rooms) {}

  void draw() {
    const model::Site* site = view_.edition.site(level_.site);
    ui::FloorPlan& plan = drawing_.plan;
    plan.name =
        drawing_.keep(f_.text("map.plan", {{"site", site != nullptr ? view_.in(site->name) : std::string{}},
                                           {"level", view_.in(level_.name)}}));
    const auto& map_levels = view_.event.venue.levels;
    const auto on_map = std::ranges::find(map_levels, level_.id, &model::MapLevel::level);
    if (on_map == map_levels.end()) {
      add_outlines();
    } else {
      map_level_ = static_cast<std::uint32_t>(on_map - map_levels.begin());
      found_ = found_on_map(view_);
      sorting::sort(found_);
      add_units();
      add_way();
      add_here();
      if (!view_.static_rendering) {
        plan.north = f_.text("map.north");
        plan.north_name = f_.text("map.north_name");
        plan.scale_text = [](const ui::Frame& f, int metres) {
          return f.text("route.distance", {{"metres", metres}});
        };
      }
    }
    plan.outline = drawing_.outline;
    plan.shapes = drawing_.shapes;
    plan.doors = drawing_.doors;
    plan.signs = drawing_.signs;
    plan.ways = drawing_.ways;
    plan.other_ways = drawing_.other_ways;
    plan.marks = drawing_.marks;
    plan.part = drawing_.part;
    if (view_.static_rendering) return;
    plan.zoom_in_name = f_.text("map.zoom_in");
    plan.zoom_out_name = f_.text("map.zoom_out");
    plan.zoom_whole_name = f_.text("map.zoom_whole");
    if (query_.marks_here && on_map != map_levels.end())
      plan.mark_name = drawing_.keep(f_.text("map.mark_here"));
  }

 private:
  // With what is the matter where something is.
  void name(ui::FloorPlanShape& shape, const model::Room& room) {
    shape.label = view_.in(room.name);
    const auto state = state_of(states_, room.id);
    shape.state = state_on_plan(state);
    if (state)
      shape.spoken = drawing_.keep(f_.text(
          "map.place_state", {{"place", std::string(shape.label)}, {"state", state_name(f_, *state)}}));
  }

  void add_outlines() {
    drawing_.outline = in_metres(level_.outline);
    for (const model::Room* room : view_.edition.rooms_on(level_.id, view_.address.language)) {
      ui::FloorPlanShape shape{.href = drawing_.keep(link_to_room(view_, query_, *room)),
                               .corners = drawing_.corners.emplace_back(in_metres(room->outline)),
                               .kind = kind_of(*room),
                               .selected = room == selected_};
      name(shape, *room);
      drawing_.shapes.push_back(shape);
      if (shape.selected) show_part(shape.corners, ui::icon::map_pin, f_.text("map.zoom_place"));
    }
  }

  void add_units() {
    const model::Venue& venue = view_.event.venue;
    const venue::Venue& ways = *view_.edition.venue();
    const model::Room* goal = query_.to.empty() ? selected_ : room_of(view_, query_.to);
    drawing_.outline = in_metres(venue.levels[map_level_].area.points);
    // What lies in others is drawn after them: desks and open areas in a foyer.
    for (const bool open : {false, true})
      for (std::size_t i = 0; i < venue.units.size(); ++i) {
        const model::MapUnit& unit = venue.units[i];
        if (unit.level != map_level_ || unit.open != open) continue;
        const model::Room* room = view_.edition.room(unit.room);
        ui::FloorPlanShape shape{
            .href = room != nullptr ? drawing_.keep(link_to_room(view_, query_, *room)) : std::string_view{},
            .corners = drawing_.corners.emplace_back(in_metres(unit.area.points)),
            .rings = unit.area.rings,
            .triangles = unit.area.triangles,
            .middle = in_metres(unit.label),
            .kind = kind_of(unit),
            .sign = sign_of(view_, unit, ways.place_of_unit(i))};
        if (room != nullptr)
          name(shape, *room);
        else if (!unit.name.empty())
          shape.label = view_.in(unit.name);
        shape.walls = !unit.open || unit.category == "kiosk";
        shape.selected =
            (room != nullptr && room == goal) || std::ranges::binary_search(found_, ways.place_of_unit(i));
        drawing_.shapes.push_back(shape);
        if (room != nullptr && room == goal)
          show_part(shape.corners, ui::icon::map_pin, f_.text("map.zoom_place"));
      }
    for (const model::MapDoor& door : venue.doors)
      if (door.level == map_level_ && !door.emergency)
        drawing_.doors.push_back({in_metres(door.from), in_metres(door.to)});
    for (std::size_t i = 0; i < venue.amenities.size(); ++i) {
      const model::MapAmenity& amenity = venue.amenities[i];
      const char32_t sign = sign_of(view_, amenity, ways.place_of_amenity(i));
      const model::Room* room = view_.edition.room(amenity.room);
      if (amenity.level != map_level_ || sign == 0 || (room == nullptr && amenity.name.empty())) continue;
      drawing_.signs.push_back({.name = room != nullptr ? view_.in(room->name) : view_.in(amenity.name),
                                .icon = sign,
                                .kind = amenity.category == "firstaid" || amenity.category == "defibrillator"
                                            ? ui::PlanKind::aid
                                            : ui::PlanKind::service,
                                .at = in_metres(amenity.at)});
    }
  }

  // What the plan can be fitted to; the last that is said counts.
  void show_part(std::span<const ui::Point> corners, char32_t icon, std::string_view name) {
    drawing_.part.assign(corners.begin(), corners.end());
    drawing_.plan.part_icon = icon;
    if (!view_.static_rendering) drawing_.plan.zoom_part_name = name;
  }

  void add_way() {
    const AskedWay asked = asked_way(view_);
    if (asked.other != nullptr && *asked.other)
      add_pieces(view_, **asked.other, map_level_, drawing_.lines, drawing_.other_ways);
    if (asked.way == nullptr || !*asked.way) return;
    const venue::Route& route = **asked.way;
    add_pieces(view_, route, map_level_, drawing_.lines, drawing_.ways);
    const auto& steps = route.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (steps[i].level != map_level_) continue;
      const bool goal = steps[i].kind == venue::Step::Kind::arrive;
      if (query_.step > 0 && query_.step != i + 1 && !goal) continue;
      drawing_.marks.push_back(
          {.kind = goal ? ui::FloorPlanMark::Kind::goal : ui::FloorPlanMark::Kind::step,
           .at = point_of(*view_.edition.venue(), route, goal ? route.path.size() - 1 : steps[i].first),
           .label = drawing_.keep(f_.words().number(static_cast<std::int64_t>(i + 1)))});
    }
    if (drawing_.ways.empty()) return;
    drawing_.plan.way_name = drawing_.keep(f_.text(
        "route.title", {{"from", name_of(f_, view_, query_.from)}, {"to", name_of(f_, view_, query_.to)}}));
    std::vector<ui::Point> all;
    for (const auto& piece : drawing_.ways) all.insert(all.end(), piece.begin(), piece.end());
    if (query_.step > 0 && query_.step <= steps.size() && steps[query_.step - 1].level == map_level_) {
      // The stretch that the step tells of, which is brought into view.
      const venue::Step& step = steps[query_.step - 1];
      std::size_t end = query_.step < steps.size() ? steps[query_.step].first : route.path.size() - 1;
      all.clear();
      for (std::size_t i = step.first; i <= end && i < route.path.size(); ++i)
        if (view_.edition.venue()->nodes()[route.path[i]].level == map_level_)
          all.push_back(point_of(*view_.edition.venue(), route, i));
      drawing_.plan.part_key = ui::hash_of(address_key(), query_.step);
    }
    show_part(all, ui::icon::route, f_.text("map.zoom_way"));
  }

  std::string address_key() const {
    return std::string(query_.from) + "\n" + std::string(query_.to) + "\n" +
           (query_.walking.step_free ? "step-free" : "");
  }

  void add_here() {
    const venue::PlaceId here = place_of(view_, query_.here);
    const venue::Venue& venue = *view_.edition.venue();
    // The way begins with a mark of its own there.
    if (query_.asks_for_way() && query_.here == query_.from) return;
    if (here == venue::no_place || venue.nodes()[here].level != map_level_) return;
    drawing_.marks.push_back(
        {.kind = ui::FloorPlanMark::Kind::here,
         .at = in_metres(venue.nodes()[here].at),
         .name = drawing_.keep(f_.text("route.here", {{"place", name_of(f_, view_, query_.here)}}))});
  }

  ui::Frame& f_;
  const View& view_;
  const model::Level& level_;
  const model::Room* selected_;
  LevelDrawing& drawing_;
  const MapQuery query_;
  const RoomStates& states_;
  std::uint32_t map_level_ = 0;
  std::vector<venue::PlaceId> found_;
};

const LevelDrawing& drawing_of(ui::Frame& f, const View& view, const model::Level& level,
                               const model::Room* selected) {
  struct Kept {
    std::map<std::string, LevelDrawing, std::less<>> levels;  // by id
  };
  LevelDrawing& drawing = view.computed.of<Kept>().levels[level.id];
  if (still_holds(view, drawing.asked) && drawing.selected == selected && may_keep_names(view))
    return drawing;
  MapAsked asked = std::move(drawing.asked);
  drawing = {};
  drawing.asked = std::move(asked);
  drawing.selected = selected;
  Draughtsman(f, view, level, selected, drawing).draw();
  return drawing;
}

}  // namespace

void level_plan(ui::Frame& f, const View& view, Actions& actions, const model::Level& level,
                const model::Room* selected) {
  ui::FloorPlan plan = drawing_of(f, view, level, selected).plan;
  // Beside the list, with nothing told below it, it has most of the window.
  if (selected == nullptr && f.breadth() == ui::Breadth::desktop)
    plan.most_height = std::max(240.F, f.setup().window.height * 0.72F);
  const auto marked = ui::floor_plan(f, plan);
  if (!marked) return;
  MapQuery query = map_query(view);
  const auto decimetres = [](float metres) { return std::to_string(std::lround(metres * 10)); };
  const std::string here = level.id + "~" + decimetres(marked->x) + "~" + decimetres(marked->y);
  query.here = here;
  query.marks_here = false;
  actions.ask(Follow{map_link(view, query)});
}

bool plan_of_answer(ui::Frame& f, const View& view, const model::Room& room, float most_height) {
  const model::Level* level = view.edition.level(room.level);
  if (level == nullptr) return false;
  ui::FloorPlan plan = drawing_of(f, view, *level, &room).plan;
  plan.most_height = most_height;
  plan.north = plan.north_name = {};
  plan.scale_text = nullptr;
  plan.zoom_in_name = plan.zoom_out_name = plan.zoom_whole_name = plan.zoom_part_name = {};
  plan.mark_name = {};
  plan.leads = false;
  ui::floor_plan(f, plan);
  return true;
}

void place_picture(ui::Frame& f, const View& view, const model::Room& room) {
  const model::Level* level = view.edition.level(room.level);
  if (level == nullptr) return;
  ui::FloorPlan plan = drawing_of(f, view, *level, &room).plan;
  const std::string name = room_and_level(f, view, room.id, false);
  plan.name = name;
  plan.signs = {};
  plan.ways = plan.other_ways = {};
  plan.marks = {};
  constexpr float most_height_px = 200;
  ui::floor_plan_picture(f, plan, view.link(Page::place, room.id), most_height_px);
}

std::string link_to_room(const View& view, MapQuery query, const model::Room& room) {
  if (view.static_rendering) return view.link(Page::place, room.id);
  if (query.marks_here) {
    query.here = room.id;
    query.marks_here = false;
    return map_link(view, query);
  }
  if (!query.asks_for_place()) return place_link(view, room.id, query);
  (query.from.empty() ? query.from : query.to) = room.id;
  query.level = {};
  return map_link(view, query);
}

char32_t icon_of(const View& view, const model::Room& room) {
  const venue::Venue* venue = view.edition.venue();
  const venue::PlaceId place = venue != nullptr ? venue->place_of_room(room.id) : venue::no_place;
  const model::MapUnit* unit = venue != nullptr ? venue->unit(place) : nullptr;
  if (place != venue::no_place && !venue::holds_sessions(room)) {
    const model::MapAmenity* amenity = venue->amenity(place);
    const char32_t sign = unit != nullptr      ? sign_of(view, *unit, place)
                          : amenity != nullptr ? sign_of(view, *amenity, place)
                                               : 0;
    if (sign != 0) return sign;
  }
  switch (room.kind) {
    case model::RoomKind::hall:
    case model::RoomKind::meeting: return ui::icon::users;
    case model::RoomKind::exhibition: return ui::icon::layers;
    case model::RoomKind::press: return ui::icon::newspaper;
    case model::RoomKind::food: return ui::icon::coffee;
    case model::RoomKind::service: return ui::icon::info;
    case model::RoomKind::stairs: return ui::icon::footprints;
    case model::RoomKind::lift: return ui::icon::arrow_up_down;
    case model::RoomKind::outdoor: return ui::icon::leaf;
    case model::RoomKind::entrance: break;
  }
  return ui::icon::map_pin;
}

std::vector<std::uint32_t> levels_of_way(const View& view) {
  std::vector<std::uint32_t> levels;
  const AskedWay asked = asked_way(view);
  if (asked.way == nullptr || !*asked.way) return levels;
  for (const std::uint32_t node : (*asked.way)->path)
    levels.push_back(view.edition.venue()->nodes()[node].level);
  sorting::sort(levels);
  levels.erase(std::ranges::unique(levels).begin(), levels.end());
  return levels;
}

}  // namespace screens
