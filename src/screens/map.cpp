#include <algorithm>
#include <optional>

#include "icons.h"
#include "screens/asides.h"
#include "screens/rows_by_link.h"
#include "screens/screen.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/floor_plan.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"
#include "venue/venue.h"

namespace screens {
namespace {

const model::Level* chosen_level(const View& view, const model::Room* selected) {
  if (selected != nullptr) return view.edition.level(selected->level);
  // As the links of the kept pages say it.
  if (const model::Level* level = view.edition.level(view.address.anchor)) return level;
  const model::Level* wanted = view.edition.level(view.address.parameter("level"));
  return wanted != nullptr ? wanted : venue::opening_level(view.event);
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
    return view.link(Page::map) + (view.static_rendering ? "#" : "?level=") + level.id;
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

void plan(ui::Frame& f, const View& view, const model::Level& level,
          std::span<const model::Room* const> rooms, const model::Room* selected) {
  const model::Site* site = view.edition.site(level.site);
  std::vector<std::vector<ui::Point>> outlines;
  std::vector<std::string> links;
  outlines.reserve(rooms.size());
  links.reserve(rooms.size());
  std::vector<ui::FloorPlanShape> shapes;
  const auto points = [](const std::vector<model::PlanPoint>& outline) {
    std::vector<ui::Point> result;
    for (const model::PlanPoint& point : outline)
      result.push_back({static_cast<float>(point.x_m), static_cast<float>(point.y_m)});
    return result;
  };
  for (const model::Room* room : rooms) {
    outlines.push_back(points(room->outline));
    links.push_back(view.link(Page::place, room->id));
    shapes.push_back({.label = view.in(room->name),
                      .href = links.back(),
                      .corners = outlines.back(),
                      .service = !venue::holds_sessions(*room),
                      .selected = room == selected});
  }
  const std::vector<ui::Point> outline = points(level.outline);
  const std::string name = f.text(
      "map.plan",
      {{"site", site != nullptr ? view.in(site->name) : std::string{}}, {"level", view.in(level.name)}});
  ui::FloorPlan plan{.name = name, .outline = outline, .shapes = shapes};
  if (!view.static_rendering) {
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

void rooms_of(ui::Frame& f, const View& view, std::span<const model::Room* const> rooms) {
  auto panel = f.panel();
  const auto find = rows_by_link(view, Page::place, rooms);
  f.rows(
      {.count = rooms.size(), .find = find}, [&](std::size_t) { return ui::expected_row_height(f); },
      [&](std::size_t row) {
        const model::Room* room = rooms[row];
        ui::row(f, icon_of(room->kind), view.in(room->name), {}, view.link(Page::place, room->id), {}, {},
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

// The places of a level, below its plan where that does not stand beside them.
void map_screen(ui::Frame& f, const View& view, Actions&) {
  const model::Room* selected = chosen_room(view);
  describe(f, view, selected);
  if (view.static_rendering && !view.event.levels.empty()) return whole_map(f, view);
  const model::Level* level = chosen_level(view, selected);
  if (level == nullptr) return no_map(f);
  level_links(f, view, *level);
  f.gap(10);
  const auto rooms = view.edition.rooms_on(level->id, view.address.language);
  if (!has_list_beside(f, view)) {
    plan(f, view, *level, rooms, nullptr);
    f.gap(10);
    plan_notice(f, *level);
  }
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
