#include <algorithm>
#include <optional>

#include "icons.h"
#include "screens/screen.h"
#include "ui/widgets/floor_plan.h"
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
        f.chip(view.in(site.name), link(site.id == chosen.site ? chosen : *first), site.id == chosen.site);
  }
  std::vector<const model::Level*> levels;
  for (const model::Level& level : view.event.levels)
    if (level.site == chosen.site) levels.push_back(&level);
  if (levels.size() < 2) return;
  auto group = f.node(ui::Role::navigation, f.text("map.levels"));
  auto line = f.flow(8);
  for (const model::Level* level : levels) f.chip(view.in(level->name), link(*level), level == &chosen);
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

void place(ui::Frame& f, const View& view, const model::Room& room, Actions& actions) {
  f.heading(1, view.in(room.name));
  f.gap(4);
  f.paragraph(level_and_site(f, view, room.id), ui::TextLook::secondary);
  if (!room.description.empty()) {
    f.gap(8);
    f.paragraph(view.in(room.description));
  }
  if (room.seats) {
    f.gap(10);
    f.fact(ui::icon::users, f.text("place.seats", {{"count", *room.seats}}));
  }
  f.gap(16);
  notices_of_room(f, view, room.id, actions);
  const agenda::SessionSpan sessions = view.edition.programme().in_room(room.id);
  if (sessions.empty()) {
    if (venue::holds_sessions(room)) f.paragraph(f.text("place.none"), ui::TextLook::secondary);
    return;
  }
  f.section(2, f.text("place.sessions"));
  f.gap(8);
  session_cards(f, view, sessions, actions, {.with_day = true});
  f.gap(16);
}

}  // namespace

namespace {

void rooms_of(ui::Frame& f, const View& view, std::span<const model::Room* const> rooms) {
  auto panel = f.panel();
  const auto find = [&](std::string_view link) -> std::optional<std::size_t> {
    const auto one = std::ranges::find_if(
        rooms, [&](const model::Room* room) { return view.link(Page::place, room->id) == link; });
    if (one == rooms.end()) return std::nullopt;
    return static_cast<std::size_t>(one - rooms.begin());
  };
  f.rows(
      {.count = rooms.size(), .find = find}, [&](std::size_t) { return f.expected_row_height(); },
      [&](std::size_t row) {
        const model::Room* room = rooms[row];
        f.row(icon_of(room->kind), view.in(room->name), {}, view.link(Page::place, room->id));
      });
}

// All levels one after the other, for where there is nobody to choose one.
void whole_map(ui::Frame& f, const View& view) {
  {
    auto group = f.node(ui::Role::navigation, f.text("map.levels"));
    auto line = f.flow(8);
    for (const model::Level& level : view.event.levels)
      if (const model::Site* site = view.edition.site(level.site))
        f.chip(f.text("map.plan", {{"site", view.in(site->name)}, {"level", view.in(level.name)}}),
               "#" + level.id, false);
  }
  f.gap(10);
  f.banner(ui::Frame::BannerLook::notice, {}, f.text("provisional.plan"));
  f.gap(16);
  for (const model::Level& level : view.event.levels) {
    const model::Site* site = view.edition.site(level.site);
    if (site == nullptr) continue;
    f.anchor(level.id);
    f.section(2, f.text("map.plan", {{"site", view.in(site->name)}, {"level", view.in(level.name)}}));
    f.gap(8);
    const auto rooms = view.edition.rooms_on(level.id, view.address.language);
    plan(f, view, level, rooms, nullptr);
    f.gap(10);
    rooms_of(f, view, rooms);
    f.gap(20);
  }
}

// The level, with the room that was chosen on it if there is one.
void level_or_room(ui::Frame& f, const View& view, Actions& actions, const model::Room* selected) {
  if (selected != nullptr)
    f.description(f.text("describe.place", {{"room", room_and_level(f, view, selected->id, true)}}));
  else
    f.description(f.text("describe.map", {{"event", view.in(view.event.name)}}));
  if (view.static_rendering && selected == nullptr && !view.event.levels.empty()) return whole_map(f, view);
  const model::Level* level = chosen_level(view, selected);
  if (level == nullptr) {
    f.empty(ui::icon::map_pin, f.text("map.title"), f.text("provisional.plan"));
    return;
  }
  if (selected != nullptr) f.title(view.in(selected->name));
  level_links(f, view, *level);
  f.gap(10);
  const auto rooms = view.edition.rooms_on(level->id, view.address.language);
  plan(f, view, *level, rooms, selected);
  f.gap(10);
  if (level->publication.status == model::PublicationStatus::provisional) {
    f.banner(ui::Frame::BannerLook::notice, {}, f.text("provisional.plan"));
    f.gap(16);
  }
  if (selected != nullptr) place(f, view, *selected, actions);
  f.section(2, f.text("map.places"));
  f.gap(8);
  rooms_of(f, view, rooms);
}

}  // namespace

void map_screen(ui::Frame& f, const View& view, Actions& actions) {
  level_or_room(f, view, actions, nullptr);
}

void place_screen(ui::Frame& f, const View& view, Actions& actions) {
  level_or_room(f, view, actions, view.edition.room(view.address.id));
}

}  // namespace screens
