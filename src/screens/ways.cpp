#include "screens/ways.h"

#include <charconv>
#include <cmath>

#include "content/route_words.h"
#include "icons.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

using venue::PlaceId;

std::string_view known_room(const View& view, std::string_view id) {
  const model::Room* room = view.edition.room(id);
  return room != nullptr ? std::string_view(room->id) : std::string_view{};
}

// Rooms that a notice says are closed now.
std::vector<PlaceId> closed_places(const View& view) {
  std::vector<PlaceId> closed;
  const venue::Venue* venue = view.edition.venue();
  for (const model::Notice& notice : view.event.notices) {
    if (notice.state != model::NoticeState::closed) continue;
    // What is kept is read at any time.
    if (view.static_rendering ? notice.until.has_value() : !model::is_valid(notice, view.now)) continue;
    for (const std::string& room : notice.applies_to.rooms)
      if (const PlaceId place = venue->place_of_room(room); place != venue::no_place) closed.push_back(place);
  }
  return closed;
}

std::string metres(ui::Frame& f, double distance_m) {
  // Nobody walks to the metre.
  const int rounded = static_cast<int>(std::lround(distance_m / 5)) * 5;
  return f.text("route.distance", {{"metres", std::max(rounded, 5)}});
}

// A sketch knows no distances outdoors: whoever relies on one comes too late.
bool is_sketch_between_sites(const View& view, const venue::Route& route) {
  const venue::Venue& venue = *view.edition.venue();
  const auto level_of = [&](std::uint32_t node) {
    return view.edition.level(venue.plan().levels[venue.nodes()[node].level].level);
  };
  const model::Level *from = level_of(route.path.front()), *to = level_of(route.path.back());
  if (from == nullptr || to == nullptr || from->site == to->site) return false;
  return from->publication.status == model::PublicationStatus::provisional ||
         to->publication.status == model::PublicationStatus::provisional;
}

std::string time_and_distance(ui::Frame& f, const View& view, const venue::Route& route) {
  const bool sketch = is_sketch_between_sites(view, route);
  const model::Minutes walk =
      sketch ? std::max(route.walking_time, agenda::way_between_sites) : route.walking_time;
  std::string time = f.text("time.duration_minutes", {{"minutes", static_cast<int>(walk.count())}});
  if (sketch) return time;
  return f.text("route.time_and_distance", {{"time", time}, {"distance", metres(f, route.distance_m)}});
}

void steps(ui::Frame& f, const View& view, const venue::Route& route, const MapQuery& query) {
  const venue::Venue& venue = *view.edition.venue();
  auto list = f.list(f.text("route.steps"));
  for (std::size_t i = 0; i < route.steps.size(); ++i) {
    const venue::Step& step = route.steps[i];
    auto item = f.step(f.words().number(static_cast<std::int64_t>(i + 1)), i + 1 == route.steps.size());
    const std::string sentence = content::told(step, venue, view.edition, f.words());
    if (view.static_rendering) {
      ui::paragraph(f, sentence);
    } else {
      MapQuery at = query;
      at.step = i + 1;
      at.level = {};
      ui::link(f, sentence, map_link(view, at));
    }
    const bool sketched = step.along != venue::no_place && is_sketch_between_sites(view, route) &&
                          venue.plan().levels[venue.plan().units[step.along].level].outdoor;
    if (step.distance_m >= 2.5 && step.kind != venue::Step::Kind::change && !sketched)
      ui::paragraph(f, metres(f, step.distance_m), ui::TextLook::secondary);
    f.gap(12);
  }
}

}  // namespace

MapQuery map_query(const View& view) {
  MapQuery query;
  if (view.static_rendering) return query;
  query.here = known_room(view, view.address.parameter("here"));
  if (view.edition.venue() == nullptr) {
    if (const model::Level* level = view.edition.level(view.address.parameter("level")))
      query.level = level->id;
    return query;
  }
  query.from = known_room(view, view.address.parameter("from"));
  query.to = known_room(view, view.address.parameter("to"));
  if (const model::Level* level = view.edition.level(view.address.parameter("level")))
    query.level = level->id;
  query.step_free = view.address.parameter("step-free") == "1";
  const std::string_view step = view.address.parameter("step");
  std::from_chars(step.data(), step.data() + step.size(), query.step);
  return query;
}

std::string map_link(const View& view, const MapQuery& query) {
  std::string link = view.link(Page::map);
  char before = '?';
  const auto add = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    link += before;
    link.append(key).append("=").append(query_encoded(value));
    before = '&';
  };
  add("from", query.from);
  add("to", query.to);
  if (query.step_free) add("step-free", "1");
  add("here", query.here);
  add("level", query.level);
  if (query.step > 0) add("step", std::to_string(query.step));
  return link;
}

AskedWay asked_way(const View& view, const MapQuery& query) {
  const venue::Venue* venue = view.edition.venue();
  if (venue == nullptr || !query.asks_for_way()) return {};
  content::Edition::WayAsked asked{.from = venue->place_of_room(query.from),
                                   .to = venue->place_of_room(query.to),
                                   .step_free = query.step_free,
                                   .closed = closed_places(view)};
  AskedWay found;
  found.way = &view.edition.way(asked);
  asked.step_free = !asked.step_free;
  found.other = &view.edition.way(asked);
  return found;
}

void way_panel(ui::Frame& f, const View& view, const MapQuery& query) {
  const AskedWay asked = asked_way(view, query);
  const venue::Venue& venue = *view.edition.venue();
  const std::string& from = view.in(view.edition.room(query.from)->name);
  const std::string& to = view.in(view.edition.room(query.to)->name);
  ui::section(f, 2, f.text("route.title", {{"from", from}, {"to", to}}));
  f.gap(10);
  {
    auto line = f.flow(8);
    MapQuery swapped = query;
    swapped.step = 0;
    swapped.level = {};
    std::swap(swapped.from, swapped.to);
    ui::chip(f, f.text("route.swap"), map_link(view, swapped), false);
    swapped = query;
    swapped.from = {};
    ui::chip(f, f.text("route.other_start"), map_link(view, swapped), false);
  }
  f.gap(12);
  {
    // Both ways in short: one press away from each other.
    auto list = f.list(f.text("route.choices"));
    for (const bool step_free : {true, false}) {
      const auto& way = step_free == query.step_free ? *asked.way : *asked.other;
      MapQuery chosen = query;
      chosen.step_free = step_free;
      chosen.step = 0;
      auto item = f.list_item();
      ui::row(f, step_free ? ui::icon::accessibility : ui::icon::route,
              f.text(step_free ? text::Key("route.step_free") : text::Key("route.fastest")),
              way ? time_and_distance(f, view, *way) : content::told(way.error(), f.words()),
              map_link(view, chosen), {}, {}, step_free == query.step_free);
    }
  }
  f.gap(14);
  if (*asked.way) {
    steps(f, view, **asked.way, query);
    return;
  }
  const venue::NoRoute& none = asked.way->error();
  ui::banner(f, ui::BannerLook::alarm, {}, content::told(none, f.words()));
  if (none.alternative == venue::no_place) return;
  f.gap(10);
  const std::string name = content::name_of_place(venue, none.alternative, view.edition, f.words());
  const model::MapUnit* unit = venue.unit(none.alternative);
  if (unit != nullptr && !unit->room.empty()) {
    MapQuery there = query;
    there.to = unit->room;
    ui::row(f, ui::icon::map_pin, f.text("route.alternative", {{"place", name}}), {}, map_link(view, there));
  } else {
    ui::paragraph(f, f.text("route.alternative", {{"place", name}}));
  }
}

WayTold way_told(ui::Frame& f, const View& view, const MapQuery& query) {
  WayTold told;
  const AskedWay asked = asked_way(view, query);
  if (asked.way == nullptr) return told;
  if (!*asked.way) {
    told.none = content::told(asked.way->error(), f.words());
    return told;
  }
  const venue::Route& route = **asked.way;
  const bool sketch = is_sketch_between_sites(view, route);
  const model::Minutes walk =
      sketch ? std::max(route.walking_time, agenda::way_between_sites) : route.walking_time;
  told.time = f.text("time.duration_minutes", {{"minutes", static_cast<int>(walk.count())}});
  told.step_free = route.step_free;
  for (const venue::Step& step : route.steps)
    told.steps.push_back({content::told(step, *view.edition.venue(), view.edition, f.words()),
                          step.distance_m >= 2.5 && step.kind != venue::Step::Kind::change && !sketch
                              ? metres(f, step.distance_m)
                              : std::string{}});
  return told;
}

void way_question(ui::Frame& f, const View& view, const MapQuery& query) {
  const bool start = query.from.empty();
  const model::Room* room = view.edition.room(start ? query.to : query.from);
  ui::section(f, 2,
              f.text(start ? text::Key("route.to_where") : text::Key("route.from_where"),
                     {{"place", view.in(room->name)}}));
  f.gap(4);
  ui::paragraph(f, f.text(start ? text::Key("route.choose_start") : text::Key("route.choose_end")),
                ui::TextLook::secondary);
  f.gap(12);
}

void near_here(ui::Frame& f, const View& view, const MapQuery& query) {
  const venue::Venue* venue = view.edition.venue();
  const model::Room* room = view.edition.room(query.here);
  if (room == nullptr) return;
  ui::section(f, 2, f.text("route.here", {{"place", view.in(room->name)}}));
  f.gap(4);
  ui::paragraph(f, level_and_site(f, view, room->id), ui::TextLook::secondary);
  f.gap(12);
  if (venue == nullptr || venue->place_of_room(room->id) == venue::no_place) return;
  ui::section(f, 3, f.text("route.near"));
  f.gap(8);
  const PlaceId here = venue->place_of_room(room->id);
  const std::vector<PlaceId> closed = closed_places(view);
  {
    auto panel = f.panel();
    auto list = f.list();
    struct Sought {
      venue::Wanted wanted;
      char32_t icon;
    };
    for (const Sought& one :
         {Sought{venue::Wanted::toilets, ui::icon::toilet}, Sought{venue::Wanted::food, ui::icon::coffee},
          Sought{venue::Wanted::aid, ui::icon::briefcase_medical},
          Sought{venue::Wanted::lift, ui::icon::arrow_up_down}}) {
      const PlaceId nearest =
          venue::nearest(*venue, here, one.wanted, {.step_free = query.step_free, .closed = closed});
      const model::MapUnit* unit = venue->unit(nearest);
      if (unit == nullptr || unit->room.empty()) continue;
      const auto& way =
          view.edition.way({.from = here, .to = nearest, .step_free = query.step_free, .closed = closed});
      if (!way) continue;
      auto item = f.list_item();
      ui::row(f, one.icon, view.in(view.edition.room(unit->room)->name), time_and_distance(f, view, *way),
              map_link(view, {.from = room->id,
                              .to = unit->room,
                              .here = room->id,
                              .level = {},
                              .step_free = query.step_free}));
    }
  }
  f.gap(16);
}

void way_buttons(ui::Frame& f, const View& view, const model::Room& room) {
  const venue::Venue* venue = view.edition.venue();
  if (view.static_rendering || venue == nullptr || venue->place_of_room(room.id) == venue::no_place) return;
  {
    auto line = f.flow(8);
    ui::button(f, {.key = "way there",
                   .label = f.text("route.there"),
                   .icon = ui::icon::route,
                   .href = map_link(view, {.from = {}, .to = room.id, .here = {}, .level = {}})});
    ui::button(f, {.key = "way from",
                   .label = f.text("route.from_there"),
                   .icon = ui::icon::footprints,
                   .look = ui::ButtonLook::secondary,
                   .href = map_link(view, {.from = room.id, .to = {}, .here = {}, .level = {}})});
  }
  f.gap(16);
}

void ways_from_entrances(ui::Frame& f, const View& view, const model::Room& room) {
  const venue::Venue* venue = view.edition.venue();
  const content::Whereabouts there = view.edition.whereabouts(room.id);
  if (venue == nullptr || there.site == nullptr || venue->place_of_room(room.id) == venue::no_place) return;
  for (const model::Room& entrance : view.event.rooms) {
    if (entrance.kind != model::RoomKind::entrance || entrance.id == room.id ||
        view.edition.whereabouts(entrance.id).site != there.site)
      continue;
    const auto& way = view.edition.way({.from = venue->place_of_room(entrance.id),
                                        .to = venue->place_of_room(room.id),
                                        .step_free = true,
                                        .closed = closed_places(view)});
    if (!way) continue;
    ui::section(f, 2, f.text("route.title", {{"from", view.in(entrance.name)}, {"to", view.in(room.name)}}));
    f.gap(4);
    ui::paragraph(f, f.text("route.step_free"), ui::TextLook::secondary);
    f.gap(8);
    steps(f, view, *way, {});
    f.gap(8);
  }
}

}  // namespace screens
