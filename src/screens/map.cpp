#include <algorithm>
#include <optional>

#include "icons.h"
#include "screens/asides.h"
#include "screens/map_plan.h"
#include "screens/near.h"
#include "screens/place_state.h"
#include "screens/rows_by_link.h"
#include "screens/screen.h"
#include "screens/ways.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"
#include "venue/venue.h"

namespace screens {
namespace {

// The level of the step that is shown, else of where the way begins.
const model::Level* level_of_way(const View& view, const MapQuery& query) {
  const AskedWay asked = asked_way(view);
  if (asked.way == nullptr) return level_of(view, query.from.empty() ? query.to : query.from);
  if (!*asked.way || query.step == 0 || query.step > (*asked.way)->steps.size())
    return level_of(view, query.from);
  const std::uint32_t shown = (*asked.way)->steps[query.step - 1].level;
  const model::Level* level = view.edition.level(view.event.venue.levels[shown].level);
  return level != nullptr ? level : level_of(view, query.from);
}

const model::Level* chosen_level(const View& view, const model::Room* selected) {
  if (selected != nullptr) return view.edition.level(selected->level);
  // As the links of the kept pages say it.
  if (const model::Level* level = view.edition.level(view.address.anchor)) return level;
  const MapQuery query = map_query(view);
  if (const model::Level* level = view.edition.level(query.level)) return level;
  if (!query.from.empty() || !query.to.empty())
    if (const model::Level* level = level_of_way(view, query)) return level;
  if (const model::Level* level = level_of(view, query.here)) return level;
  return venue::opening_level(view.event);
}

const model::Level* first_level_of(const View& view, std::string_view site) {
  for (const model::Level& level : view.event.levels)
    if (level.site == site) return &level;
  return nullptr;
}

// What of the chosen place or the way is on that level; empty where nothing is.
std::string said_of_level(ui::Frame& f, const View& view, const MapQuery& query, const model::Level& level,
                          std::span<const std::uint32_t> way) {
  const std::string& name = view.in(level.name);
  for (const std::uint32_t map_level : way)
    if (view.event.venue.levels[map_level].level == level.id)
      return f.text("map.level_with_way", {{"level", name}});
  const model::Room* room =
      view.address.page == Page::place ? view.edition.room(view.address.id) : room_of(view, query.to);
  if (room != nullptr && room->level == level.id)
    return f.text("map.level_with_place", {{"level", name}, {"place", view.in(room->name)}});
  return {};
}

// Chips in lines. What is touched of one is higher than what is seen, so that lines which follow each other
// without a gap are as far apart as the chips in them.
ui::Frame::Scope chip_lines(ui::Frame& f) { return f.flow(8, 0); }

// The sites, and below them the levels of the one that is shown.
void level_links(ui::Frame& f, const View& view, const model::Level& chosen) {
  const MapQuery now = map_query(view);
  const auto link = [&](const model::Level& level) {
    if (view.static_rendering) return view.link(Page::map) + "#" + level.id;
    MapQuery query = now;
    query.level = level.id;
    query.step = 0;
    return map_link(view, query);
  };
  if (view.event.sites.size() > 1) {
    auto group = f.node(ui::Role::navigation, f.text("map.sites"));
    auto line = chip_lines(f);
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
  auto line = chip_lines(f);
  const std::vector<std::uint32_t> way = levels_of_way(view);
  for (const model::Level* level : levels) {
    const std::string href = link(*level), spoken = said_of_level(f, view, now, *level, way);
    // Which levels the chosen place and the way are on is seen before one goes there.
    ui::filter_chip(f, {.key = level->id,
                        .label = view.in(level->name),
                        .spoken = spoken,
                        .href = href,
                        .sign = spoken.empty() ? ui::FilterChip::Sign::none : ui::FilterChip::Sign::dot,
                        .current = level == &chosen});
  }
}

// What is there, or that nothing is.
bool tells_sessions(const View& view, const model::Room& room) {
  return venue::holds_sessions(room) || !view.edition.programme().in_room(room.id).empty();
}

// "Monday–Friday, Sunday" for the bits of model::MapHours.
std::string days_told(ui::Frame& f, unsigned days) {
  constexpr unsigned every_weekday = 0x7F, holidays = 0x80;
  std::vector<std::string> told;
  if ((days & every_weekday) == every_weekday) {
    told.push_back(f.text("place.hours_daily"));
  } else {
    constexpr std::chrono::sys_days some_monday = std::chrono::sys_days(std::chrono::year{2024} / 1 / 1);
    const auto name = [&](int day) { return f.words().weekday(some_monday + std::chrono::days(day)); };
    const auto is_open = [&](int day) { return day < 7 && (days >> day & 1U) != 0; };
    for (int day = 0; day < 7; ++day) {
      if (!is_open(day)) continue;
      const int first = day;
      while (is_open(day + 1)) ++day;
      // Two days are named, more are told by their ends.
      if (day - first >= 2) {
        told.push_back(f.text("time.range", {{"from", name(first)}, {"to", name(day)}}));
        continue;
      }
      for (int one = first; one <= day; ++one) told.push_back(name(one));
    }
  }
  if ((days & holidays) != 0) told.push_back(f.text("place.hours_holidays"));
  return f.with_capital(f.list_of(told));
}

// When it is open, as its venue says; nothing where it does not.
void hours(ui::Frame& f, const View& view, const model::Room& room) {
  const venue::Venue* venue = view.edition.venue();
  if (venue == nullptr) return;
  const auto all = venue->hours_of(venue->place_of_room(room.id));
  if (all.empty()) return;
  constexpr unsigned every_weekday = 0x7F;
  constexpr int day = 24 * 60;
  std::vector<std::string> lines;
  if (all.size() == 1 && (all[0].days & every_weekday) == every_weekday && all[0].from == 0 &&
      all[0].until == day) {
    lines.push_back(f.text("place.hours_always"));
  } else {
    const model::Date some_day = view.event.first_day;
    const auto time = [&](int minutes) {
      return f.words().time(view.zone.instant(some_day, minutes % day / 60, minutes % 60));
    };
    for (std::size_t i = 0; i < all.size();) {
      const unsigned days = all[i].days;
      std::vector<std::string> times;
      for (; i < all.size() && all[i].days == days; ++i)
        times.push_back(all[i].until <= all[i].from ? f.text("place.hours_closed")
                                                    : f.text("time.range", {{"from", time(all[i].from)},
                                                                            {"to", time(all[i].until)}}));
      lines.push_back(
          f.text("place.hours_line", {{"days", days_told(f, days)}, {"hours", f.words().list(times)}}));
    }
  }
  f.gap(10);
  const bool one = lines.size() == 1;
  ui::fact(f, ui::icon::clock, f.text("place.hours"), one ? std::string_view(lines[0]) : std::string_view{});
  if (one) return;
  f.gap(6);
  const std::vector<std::string_view> points(lines.begin(), lines.end());
  ui::points(f, points);
}

void place(ui::Frame& f, const View& view, const model::Room& room, Actions& actions) {
  ui::heading(f, 1, view.in(room.name));
  f.gap(4);
  ui::paragraph(f, level_and_site(f, view, room.id), ui::TextLook::secondary);
  if (const auto state = state_of(place_states(view).rooms, room.id)) {
    const ui::Tag tag{state_name(f, *state), ui::TagLook::notice};
    f.gap(8);
    ui::tags(f, {&tag, 1});
  }
  if (!room.description.empty()) {
    f.gap(8);
    ui::paragraph(f, view.in(room.description));
  }
  if (room.seats) {
    f.gap(10);
    ui::fact(f, ui::icon::users, f.text("place.seats", {{"count", *room.seats}}));
  }
  hours(f, view, room);
  f.gap(16);
  way_buttons(f, view, room);
  notices_of_room(f, view, room.id, actions);
  if (!view.edition.programme().in_room(room.id).empty()) {
    const std::string sign = view.link(Page::door, room.id);
    {
      auto line = f.flow(8);
      ui::button(f, {.key = "door",
                     .label = f.text("door.open"),
                     .icon = ui::icon::monitor,
                     .look = ui::ButtonLook::secondary,
                     .href = sign});
    }
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
  if (!has_place_beside(f, view) && tells_sessions(view, room)) {
    ui::section(f, 2, f.text("place.sessions"));
    f.gap(8);
    sessions_of_place(f, view, actions);
  }
  hand_on(f, view, view.in(room.name), view.link(Page::place, room.id), actions);
  f.gap(20);
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
  const RoomStates& states = place_states(view).rooms;
  const MapQuery query = map_query(view);
  auto panel = f.panel();
  const auto find = [&](std::string_view link) {
    return row_where(rooms,
                     [&](const model::Room* room) { return link_to_room(view, query, *room) == link; });
  };
  f.rows(
      {.count = rooms.size(), .find = find}, [&](std::size_t) { return ui::expected_row_height(f); },
      [&](std::size_t row) {
        const model::Room* room = rooms[row];
        const auto state = state_of(states, room->id);
        ui::row(f, icon_of(view, *room), view.in(room->name),
                state ? std::string_view(state_name(f, *state)) : std::string_view{},
                link_to_room(view, query, *room), {}, {},
                has_list_beside(f, view) && chosen_room(view) == room);
      });
}

// Of a level that nobody has drawn there is only the list of its rooms.
bool has_plan(const model::Level& level) { return !level.outline.empty() || !level.map_level.empty(); }

// All levels one after the other, for where there is nobody to choose one.
void whole_map(ui::Frame& f, const View& view, Actions& actions) {
  {
    auto group = f.node(ui::Role::navigation, f.text("map.levels"));
    auto line = chip_lines(f);
    for (const model::Level& level : view.event.levels)
      if (const model::Site* site = view.edition.site(level.site))
        ui::chip(f, f.text("map.plan", {{"site", view.in(site->name)}, {"level", view.in(level.name)}}),
                 "#" + level.id, false);
  }
  f.gap(10);
  if (std::ranges::any_of(view.event.levels, has_plan)) {
    ui::banner(f, ui::BannerLook::notice, {}, f.text("provisional.plan"));
    f.gap(16);
  }
  for (const model::Level& level : view.event.levels) {
    const model::Site* site = view.edition.site(level.site);
    if (site == nullptr) continue;
    f.anchor(level.id);
    ui::section(f, 2, f.text("map.plan", {{"site", view.in(site->name)}, {"level", view.in(level.name)}}));
    f.gap(8);
    const auto rooms = view.edition.rooms_on(level.id, view.address.language);
    level_plan(f, view, actions, level, nullptr);
    f.gap(10);
    rooms_of(f, view, rooms);
    f.gap(20);
  }
}

void plan_notice(ui::Frame& f, const model::Level& level) {
  if (level.publication.status != model::PublicationStatus::provisional || !has_plan(level)) return;
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

// Where the visitor stands, and how they say it.
void here_line(ui::Frame& f, const View& view, const MapQuery& query) {
  if (view.edition.venue() == nullptr) return;
  if (!query.here.empty() && !query.marks_here) {
    f.gap(6);
    ui::paragraph(f, f.text("route.here", {{"place", name_of(f, view, query.here)}}),
                  ui::TextLook::secondary);
    f.gap(6);
  }
  auto line = chip_lines(f);
  MapQuery other = query;
  other.step = 0;
  if (query.marks_here) {
    other.marks_here = false;
    ui::chip(f, f.text("map.mark_not"), map_link(view, other), false);
    return;
  }
  other.marks_here = true;
  ui::chip(f, query.here.empty() ? f.text("map.say_here") : f.text("map.say_other_here"),
           map_link(view, other), false);
  if (query.here.empty()) return;
  other = query;
  other.here = {};
  ui::chip(f, f.text("map.forget_here"), map_link(view, other), false);
}

// The places of a level, below its plan where that does not stand beside them.
void map_screen(ui::Frame& f, const View& view, Actions& actions) {
  const model::Room* selected = chosen_room(view);
  describe(f, view, selected);
  wake_for_notices(view, actions);
  if (view.static_rendering && !view.event.levels.empty()) return whole_map(f, view, actions);
  const model::Level* level = chosen_level(view, selected);
  if (level == nullptr) return no_map(f);
  const MapQuery query = map_query(view);
  find_places(f, view, actions);
  const bool looks = looks_for_places(view);
  // What was found stands where one looks for it.
  if (looks) found_places(f, view);
  if (query.marks_here) {
    ui::banner(f, ui::BannerLook::quiet, f.text("map.mark_title"), f.text("map.mark_about"));
    f.gap(10);
  }
  // The question stands where it is seen first.
  if (query.asks_for_place()) {
    way_question(f, view, query);
    f.gap(10);
  }
  level_links(f, view, *level);
  here_line(f, view, query);
  const bool beside = has_list_beside(f, view);
  // Else it stands out in the list of all.
  if (!beside) shown_step(f, view, query);
  f.gap(beside ? 10 : 4);
  const auto rooms = view.edition.rooms_on(level->id, view.address.language);
  if (!beside) {
    level_plan(f, view, actions, *level, nullptr);
    f.gap(10);
    plan_notice(f, *level);
  }
  if (query.asks_for_way()) return way_panel(f, view, query, actions);
  if (!query.asks_for_place() && !looks && !query.marks_here) near_here(f, view, query);
  ui::section(f, 2, f.text("map.places"));
  f.gap(8);
  rooms_of(f, view, rooms);
  if (query.asks_for_place() || query.marks_here || selected != nullptr) return;
  f.gap(18);
  way_options(f, view, actions);
  if (has_content(view.event, Page::codes)) {
    auto panel = f.panel();
    auto list = f.list();
    page_row(f, view, Page::codes);
  }
}

void map_overview(ui::Frame& f, const View& view, Actions& actions) {
  const model::Level* level = chosen_level(view, nullptr);
  if (level == nullptr) return no_map(f);
  // Where there is no plan the sessions say what the rooms are for.
  if (!has_plan(*level)) return agenda_overview(f, view, actions);
  level_plan(f, view, actions, *level, nullptr);
  f.gap(10);
  plan_notice(f, *level);
}

void place_screen(ui::Frame& f, const View& view, Actions& actions) {
  const model::Room& room = *view.edition.room(view.address.id);
  describe(f, view, &room);
  wake_for_notices(view, actions);
  const model::Level* level = chosen_level(view, &room);
  if (level == nullptr) return no_map(f);
  f.title(view.in(room.name));
  const bool beside = has_list_beside(f, view);
  if (!beside) {
    level_links(f, view, *level);
    f.gap(4);
  }
  const auto rooms = view.edition.rooms_on(level->id, view.address.language);
  level_plan(f, view, actions, *level, &room);
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
