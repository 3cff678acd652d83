#include <algorithm>
#include <deque>
#include <optional>

#include "icons.h"
#include "screens/asides.h"
#include "screens/rows_by_link.h"
#include "screens/screen.h"
#include "screens/ways.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/floor_plan.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"
#include "venue/venue.h"

namespace screens {
namespace {

const model::Level* level_of_room(const View& view, std::string_view id) {
  const model::Room* room = view.edition.room(id);
  return room != nullptr ? view.edition.level(room->level) : nullptr;
}

// The level of the step that is shown, else of where the way begins.
const model::Level* level_of_way(const View& view, const MapQuery& query) {
  const AskedWay asked = asked_way(view, query);
  if (asked.way == nullptr) return level_of_room(view, query.from.empty() ? query.to : query.from);
  if (!*asked.way || query.step == 0 || query.step > (*asked.way)->steps.size())
    return level_of_room(view, query.from);
  const std::uint32_t shown = (*asked.way)->steps[query.step - 1].level;
  const model::Level* level = view.edition.level(view.event.venue.levels[shown].level);
  return level != nullptr ? level : level_of_room(view, query.from);
}

const model::Level* chosen_level(const View& view, const model::Room* selected) {
  if (selected != nullptr) return view.edition.level(selected->level);
  // As the links of the kept pages say it.
  if (const model::Level* level = view.edition.level(view.address.anchor)) return level;
  const MapQuery query = map_query(view);
  if (const model::Level* level = view.edition.level(query.level)) return level;
  if (!query.from.empty() || !query.to.empty())
    if (const model::Level* level = level_of_way(view, query)) return level;
  if (const model::Level* level = level_of_room(view, query.here)) return level;
  return venue::opening_level(view.event);
}

char32_t icon_of(model::RoomKind kind) {
  switch (kind) {
    case model::RoomKind::hall:
    case model::RoomKind::meeting: return ui::icon::users;
    case model::RoomKind::exhibition: return ui::icon::layers;
    case model::RoomKind::press: return ui::icon::newspaper;
    case model::RoomKind::outdoor: return ui::icon::leaf;
    default: return ui::icon::map_pin;
  }
}

const model::Level* first_level_of(const View& view, std::string_view site) {
  for (const model::Level& level : view.event.levels)
    if (level.site == site) return &level;
  return nullptr;
}

// The sites, and below them the levels of the one that is shown.
void level_links(ui::Frame& f, const View& view, const model::Level& chosen) {
  const auto link = [&](const model::Level& level) {
    if (view.static_rendering) return view.link(Page::map) + "#" + level.id;
    MapQuery query = map_query(view);
    query.level = level.id;
    query.step = 0;
    return map_link(view, query);
  };
  if (view.event.sites.size() > 1) {
    auto group = f.node(ui::Role::navigation, f.text("map.sites"));
    auto line = f.flow(8);
    for (const model::Site& site : view.event.sites)
      if (const model::Level* first = first_level_of(view, site.id))
        ui::chip(f, view.in(site.name), link(site.id == chosen.site ? chosen : *first),
                 site.id == chosen.site);
  }
  std::vector<const model::Level*> levels;
  for (const model::Level& level : view.event.levels)
    if (level.site == chosen.site) levels.push_back(&level);
  if (levels.size() < 2) return;
  auto group = f.node(ui::Role::navigation, f.text("map.levels"));
  auto line = f.flow(8);
  for (const model::Level* level : levels) ui::chip(f, view.in(level->name), link(*level), level == &chosen);
}

// What the press of a room on the plan leads to: the room, or the way to or from it where that is asked for.
std::string link_to_room(const View& view, const model::Room& room) {
  MapQuery query = map_query(view);
  if (!query.asks_for_place()) return view.link(Page::place, room.id);
  (query.from.empty() ? query.from : query.to) = room.id;
  query.level = {};
  return map_link(view, query);
}

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

char32_t sign_of(std::string_view category) {
  if (category.starts_with("restroom")) return ui::icon::toilet;
  if (category == "firstaid" || category == "defibrillator") return ui::icon::briefcase_medical;
  if (category == "eatingdrinking" || category == "drinkingfountain") return ui::icon::coffee;
  if (category.starts_with("information")) return ui::icon::info;
  return 0;
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

// What the widget is shown of a level; it points into this.
struct LevelDrawing {
  std::vector<ui::Point> outline;
  std::vector<std::vector<ui::Point>> corners;
  std::deque<std::string> texts;  // which stay where they are while more come
  std::vector<ui::FloorPlanShape> shapes;
  std::vector<ui::FloorPlanDoor> doors;
  std::vector<ui::FloorPlanSign> signs;
  std::vector<std::vector<ui::Point>> lines;
  std::vector<std::span<const ui::Point>> ways, other_ways;
  std::vector<ui::FloorPlanMark> marks;
};

void add_outlines(const View& view, std::span<const model::Room* const> rooms, const model::Level& level,
                  const model::Room* selected, LevelDrawing& drawing) {
  drawing.outline = in_metres(level.outline);
  drawing.corners.reserve(rooms.size());
  for (const model::Room* room : rooms) {
    drawing.corners.push_back(in_metres(room->outline));
    drawing.texts.push_back(link_to_room(view, *room));
    drawing.shapes.push_back({.label = view.in(room->name),
                              .href = drawing.texts.back(),
                              .corners = drawing.corners.back(),
                              .kind = kind_of(*room),
                              .selected = room == selected});
  }
}

void add_units(const View& view, std::uint32_t map_level, const model::Room* selected,
               LevelDrawing& drawing) {
  const model::Venue& venue = view.event.venue;
  drawing.outline = in_metres(venue.levels[map_level].area.points);
  const auto on_level = [&](const auto& one) { return one.level == map_level; };
  const auto count = static_cast<std::size_t>(std::ranges::count_if(venue.units, on_level));
  drawing.corners.reserve(count);
  // What lies in others is drawn after them: desks and open areas in a foyer.
  for (const bool open : {false, true})
    for (const model::MapUnit& unit : venue.units) {
      if (!on_level(unit) || unit.open != open) continue;
      const model::Room* room = view.edition.room(unit.room);
      drawing.corners.push_back(in_metres(unit.area.points));
      drawing.texts.push_back(room != nullptr ? link_to_room(view, *room) : std::string{});
      ui::FloorPlanShape shape{.href = drawing.texts.back(),
                               .corners = drawing.corners.back(),
                               .rings = unit.area.rings,
                               .triangles = unit.area.triangles,
                               .middle = in_metres(unit.label),
                               .kind = kind_of(unit),
                               .sign = sign_of(unit)};
      if (room != nullptr)
        shape.label = view.in(room->name);
      else if (!unit.name.empty())
        shape.label = view.in(unit.name);
      shape.walls = !unit.open || unit.category == "kiosk";
      shape.selected = room != nullptr && room == selected;
      drawing.shapes.push_back(shape);
    }
  for (const model::MapDoor& door : venue.doors)
    if (on_level(door) && !door.emergency)
      drawing.doors.push_back({in_metres(door.from), in_metres(door.to)});
  for (const model::MapAmenity& amenity : venue.amenities) {
    const char32_t sign = sign_of(amenity.category);
    const model::Room* room = view.edition.room(amenity.room);
    if (!on_level(amenity) || sign == 0 || (room == nullptr && amenity.name.empty())) continue;
    drawing.signs.push_back({.name = room != nullptr ? view.in(room->name) : view.in(amenity.name),
                             .icon = sign,
                             .kind = amenity.category == "firstaid" || amenity.category == "defibrillator"
                                         ? ui::PlanKind::aid
                                         : ui::PlanKind::service,
                             .at = in_metres(amenity.at)});
  }
}

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
void add_pieces(const View& view, const venue::Route& route, std::uint32_t map_level, LevelDrawing& drawing,
                std::vector<std::pair<std::size_t, bool>>& kept, bool other) {
  const venue::Venue& venue = *view.edition.venue();
  const auto shown = [&](std::uint32_t node) {
    const std::uint32_t level = venue.nodes()[node].level;
    const model::MapLevel& there = venue.plan().levels[level];
    return level == map_level || (there.outdoor && there.ordinal == venue.plan().levels[map_level].ordinal);
  };
  std::vector<ui::Point> piece;
  const auto end = [&] {
    if (piece.size() > 1) {
      drawing.lines.push_back(std::move(piece));
      kept.emplace_back(drawing.lines.size() - 1, other);
    }
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

void add_way(ui::Frame& f, const View& view, std::uint32_t map_level, LevelDrawing& drawing) {
  const MapQuery query = map_query(view);
  const AskedWay asked = asked_way(view, query);
  std::vector<std::pair<std::size_t, bool>> kept;
  if (asked.other != nullptr && *asked.other) add_pieces(view, **asked.other, map_level, drawing, kept, true);
  if (asked.way != nullptr && *asked.way) {
    add_pieces(view, **asked.way, map_level, drawing, kept, false);
    const auto& steps = (*asked.way)->steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (steps[i].level != map_level) continue;
      const bool goal = steps[i].kind == venue::Step::Kind::arrive;
      if (query.step > 0 && query.step != i + 1 && !goal) continue;
      drawing.texts.push_back(f.words().number(static_cast<std::int64_t>(i + 1)));
      drawing.marks.push_back({.kind = goal ? ui::FloorPlanMark::Kind::goal : ui::FloorPlanMark::Kind::step,
                               .at = point_of(*view.edition.venue(), **asked.way,
                                              goal ? (*asked.way)->path.size() - 1 : steps[i].first),
                               .label = drawing.texts.back()});
    }
  }
  for (const auto& [line, other] : kept)
    (other ? drawing.other_ways : drawing.ways).push_back(drawing.lines[line]);
}

std::string scale_text(const ui::Frame& f, int metres) {
  return f.text("route.distance", {{"metres", metres}});
}

void plan(ui::Frame& f, const View& view, const model::Level& level,
          std::span<const model::Room* const> rooms, const model::Room* selected, float most_height = 0) {
  const model::Site* site = view.edition.site(level.site);
  const std::string name = f.text(
      "map.plan",
      {{"site", site != nullptr ? view.in(site->name) : std::string{}}, {"level", view.in(level.name)}});
  LevelDrawing drawing;
  ui::FloorPlan plan{.name = name};
  std::string way_name, here_name;
  const auto& map_levels = view.event.venue.levels;
  const auto on_map = std::ranges::find(map_levels, level.id, &model::MapLevel::level);
  if (on_map == map_levels.end()) {
    add_outlines(view, rooms, level, selected, drawing);
  } else {
    const auto map_level = static_cast<std::uint32_t>(on_map - map_levels.begin());
    const MapQuery query = map_query(view);
    add_units(view, map_level, query.to.empty() ? selected : view.edition.room(query.to), drawing);
    add_way(f, view, map_level, drawing);
    const venue::Venue& venue = *view.edition.venue();
    const venue::PlaceId here = venue.place_of_room(query.here);
    if (here != venue::no_place && venue.nodes()[here].level == map_level) {
      here_name = f.text("route.here", {{"place", view.in(view.edition.room(query.here)->name)}});
      drawing.marks.push_back({.kind = ui::FloorPlanMark::Kind::here,
                               .at = in_metres(venue.nodes()[here].at),
                               .name = here_name});
    }
    if (query.asks_for_way() && !drawing.ways.empty())
      way_name = f.text("route.title", {{"from", view.in(view.edition.room(query.from)->name)},
                                        {"to", view.in(view.edition.room(query.to)->name)}});
    if (!view.static_rendering && most_height == 0) {
      plan.north = f.text("map.north");
      plan.north_name = f.text("map.north_name");
      plan.scale_text = scale_text;
    }
  }
  // On an answer nothing leads away from it.
  if (most_height > 0)
    for (ui::FloorPlanShape& shape : drawing.shapes) shape.href = {};
  plan.outline = drawing.outline;
  plan.shapes = drawing.shapes;
  plan.doors = drawing.doors;
  plan.signs = drawing.signs;
  plan.ways = drawing.ways;
  plan.other_ways = drawing.other_ways;
  plan.way_name = way_name;
  plan.marks = drawing.marks;
  plan.most_height = most_height;
  if (!view.static_rendering && most_height == 0) {
    plan.zoom_in_name = f.text("map.zoom_in");
    plan.zoom_out_name = f.text("map.zoom_out");
    plan.zoom_whole_name = f.text("map.zoom_whole");
  }
  ui::floor_plan(f, plan);
}

// What is there, or that nothing is.
bool tells_sessions(const View& view, const model::Room& room) {
  return venue::holds_sessions(room) || !view.edition.programme().in_room(room.id).empty();
}

void place(ui::Frame& f, const View& view, const model::Room& room, Actions& actions) {
  ui::heading(f, 1, view.in(room.name));
  f.gap(4);
  ui::paragraph(f, level_and_site(f, view, room.id), ui::TextLook::secondary);
  if (!room.description.empty()) {
    f.gap(8);
    ui::paragraph(f, view.in(room.description));
  }
  if (room.seats) {
    f.gap(10);
    ui::fact(f, ui::icon::users, f.text("place.seats", {{"count", *room.seats}}));
  }
  f.gap(16);
  way_buttons(f, view, room);
  notices_of_room(f, view, room.id, actions);
  if (!view.edition.programme().in_room(room.id).empty()) {
    const std::string sign = view.link(Page::door, room.id);
    ui::button(f, {.key = "door",
                   .label = f.text("door.open"),
                   .icon = ui::icon::monitor,
                   .look = ui::ButtonLook::secondary,
                   .href = sign});
    f.gap(16);
  }
  if (const auto partners = view.edition.partners_at(room.id); !partners.empty()) {
    ui::section(f, 2, f.text("place.partners"));
    f.gap(8);
    {
      auto panel = f.panel();
      auto list = f.list();
      for (const model::Partner* partner : partners) {
        auto item = f.list_item();
        ui::row(f, ui::icon::users, view.known_as(*partner), view.in(partner->name),
                view.link(Page::partner, partner->id));
      }
    }
    f.gap(18);
  }
  if (has_place_beside(f, view)) return;
  if (tells_sessions(view, room)) {
    ui::section(f, 2, f.text("place.sessions"));
    f.gap(8);
    sessions_of_place(f, view, actions);
  }
}

}  // namespace

namespace {

const model::Room* chosen_room(const View& view) {
  return view.address.page == Page::place ? view.edition.room(view.address.id) : nullptr;
}

// On a desktop the plan stands beside the list of places.
bool has_list_beside(const ui::Frame& f, const View& view) {
  return !view.static_rendering && f.breadth() == ui::Breadth::desktop;
}

// What a room is drawn with on the plan says more than its kind: toilets are a service like others.
char32_t icon_of(const View& view, const model::Room& room) {
  for (const model::MapUnit& unit : view.event.venue.units)
    if (unit.room == room.id)
      if (const char32_t sign = sign_of(unit); sign != 0 && !venue::holds_sessions(room)) return sign;
  return icon_of(room.kind);
}

void rooms_of(ui::Frame& f, const View& view, std::span<const model::Room* const> rooms) {
  auto panel = f.panel();
  const auto find = [&](std::string_view link) {
    return row_where(rooms, [&](const model::Room* room) { return link_to_room(view, *room) == link; });
  };
  f.rows(
      {.count = rooms.size(), .find = find}, [&](std::size_t) { return ui::expected_row_height(f); },
      [&](std::size_t row) {
        const model::Room* room = rooms[row];
        ui::row(f, icon_of(view, *room), view.in(room->name), {}, link_to_room(view, *room), {}, {},
                has_list_beside(f, view) && chosen_room(view) == room);
      });
}

// All levels one after the other, for where there is nobody to choose one.
void whole_map(ui::Frame& f, const View& view) {
  {
    auto group = f.node(ui::Role::navigation, f.text("map.levels"));
    auto line = f.flow(8);
    for (const model::Level& level : view.event.levels)
      if (const model::Site* site = view.edition.site(level.site))
        ui::chip(f, f.text("map.plan", {{"site", view.in(site->name)}, {"level", view.in(level.name)}}),
                 "#" + level.id, false);
  }
  f.gap(10);
  ui::banner(f, ui::BannerLook::notice, {}, f.text("provisional.plan"));
  f.gap(16);
  for (const model::Level& level : view.event.levels) {
    const model::Site* site = view.edition.site(level.site);
    if (site == nullptr) continue;
    f.anchor(level.id);
    ui::section(f, 2, f.text("map.plan", {{"site", view.in(site->name)}, {"level", view.in(level.name)}}));
    f.gap(8);
    const auto rooms = view.edition.rooms_on(level.id, view.address.language);
    plan(f, view, level, rooms, nullptr);
    f.gap(10);
    rooms_of(f, view, rooms);
    f.gap(20);
  }
}

void plan_notice(ui::Frame& f, const model::Level& level) {
  if (level.publication.status != model::PublicationStatus::provisional) return;
  ui::banner(f, ui::BannerLook::notice, {}, f.text("provisional.plan"));
  f.gap(16);
}

void describe(ui::Frame& f, const View& view, const model::Room* selected) {
  if (selected != nullptr)
    f.description(f.text("describe.place", {{"room", room_and_level(f, view, selected->id, true)}}));
  else
    f.description(f.text("describe.map", {{"event", view.in(view.event.name)}}));
}

void no_map(ui::Frame& f) {
  ui::empty(f, ui::icon::map_pin, f.text("map.title"), f.text("provisional.plan"));
}

}  // namespace

bool plan_of_answer(ui::Frame& f, const View& view, const model::Room& room, float most_height) {
  const model::Level* level = view.edition.level(room.level);
  if (level == nullptr) return false;
  plan(f, view, *level, view.edition.rooms_on(level->id, view.address.language), &room, most_height);
  return true;
}

// The places of a level, below its plan where that does not stand beside them.
void map_screen(ui::Frame& f, const View& view, Actions&) {
  const model::Room* selected = chosen_room(view);
  describe(f, view, selected);
  if (view.static_rendering && !view.event.levels.empty()) return whole_map(f, view);
  const model::Level* level = chosen_level(view, selected);
  if (level == nullptr) return no_map(f);
  const MapQuery query = map_query(view);
  level_links(f, view, *level);
  f.gap(10);
  const auto rooms = view.edition.rooms_on(level->id, view.address.language);
  if (!has_list_beside(f, view)) {
    plan(f, view, *level, rooms, nullptr);
    f.gap(10);
    plan_notice(f, *level);
  }
  if (query.asks_for_way()) return way_panel(f, view, query);
  if (query.asks_for_place())
    way_question(f, view, query);
  else
    near_here(f, view, query);
  ui::section(f, 2, f.text("map.places"));
  f.gap(8);
  rooms_of(f, view, rooms);
}

void map_overview(ui::Frame& f, const View& view, Actions&) {
  const model::Level* level = chosen_level(view, nullptr);
  if (level == nullptr) return no_map(f);
  plan(f, view, *level, view.edition.rooms_on(level->id, view.address.language), nullptr);
  f.gap(10);
  plan_notice(f, *level);
}

void place_screen(ui::Frame& f, const View& view, Actions& actions) {
  const model::Room& room = *view.edition.room(view.address.id);
  describe(f, view, &room);
  const model::Level* level = chosen_level(view, &room);
  if (level == nullptr) return no_map(f);
  f.title(view.in(room.name));
  const bool beside = has_list_beside(f, view);
  if (!beside) {
    level_links(f, view, *level);
    f.gap(10);
  }
  const auto rooms = view.edition.rooms_on(level->id, view.address.language);
  plan(f, view, *level, rooms, &room);
  f.gap(10);
  plan_notice(f, *level);
  place(f, view, room, actions);
  if (view.static_rendering) ways_from_entrances(f, view, room);
  if (beside) return;
  ui::section(f, 2, f.text("map.places"));
  f.gap(8);
  rooms_of(f, view, rooms);
}

// What is kept says it in the page.
bool has_sessions_of_place(const View& view) {
  return !view.static_rendering && tells_sessions(view, *view.edition.room(view.address.id));
}

void sessions_of_place(ui::Frame& f, const View& view, Actions& actions) {
  const agenda::SessionSpan sessions = view.edition.programme().in_room(view.address.id);
  if (sessions.empty()) {
    ui::paragraph(f, f.text("place.none"), ui::TextLook::secondary);
    return;
  }
  session_rows_by_day(f, view, sessions, actions, 3);
}

}  // namespace screens
