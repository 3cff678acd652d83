#include "screens/ways.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "content/route_words.h"
#include "content/walks.h"
#include "icons.h"
#include "screens/place_state.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/choose.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

using venue::PlaceId;

std::string metres(ui::Frame& f, double distance_m) {
  // Nobody walks to the metre.
  const int rounded = static_cast<int>(std::lround(distance_m / 5)) * 5;
  return f.text("route.distance", {{"metres", std::max(rounded, 5)}});
}

std::string time_and_distance(ui::Frame& f, const View& view, const venue::Route& route) {
  return screens::time_and_distance(f, view, route.path.front(), route.path.back(), route.walking_time,
                                    route.distance_m);
}

void steps(ui::Frame& f, const View& view, const venue::Route& route, const MapQuery& query) {
  const venue::Venue& venue = *view.edition.venue();
  const bool sketch = content::is_sketch_between_sites(view.edition, route.path.front(), route.path.back());
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
    const bool sketched = step.along != venue::no_place && sketch &&
                          venue.plan().levels[venue.plan().units[step.along].level].outdoor;
    if (step.distance_m >= 2.5 && step.kind != venue::Step::Kind::change && !sketched)
      ui::paragraph(f, metres(f, step.distance_m), ui::TextLook::secondary);
    f.gap(12);
  }
}

model::MapAccess access_of(visitor::Badge badge) {
  switch (badge) {
    case visitor::Badge::usual: return model::MapAccess::everyone;
    case visitor::Badge::restricted_areas: return model::MapAccess::restricted;
    case visitor::Badge::staff: return model::MapAccess::staff;
  }
  return model::MapAccess::everyone;
}

// That the way is longer than it could be, and why.
void detours(ui::Frame& f, const View& view, const MapQuery& query, const venue::Route& route) {
  const content::Edition::WayAsked asked = way_asked(view, query);
  const venue::Venue& venue = *view.edition.venue();
  if (!asked.closed.empty()) {
    content::Edition::WayAsked open = asked;
    open.closed = {};
    if (const auto& shorter = view.edition.way(open); shorter && shorter->cost_cm < route.cost_cm) {
      std::vector<std::string> names;
      for (const PlaceId place : asked.closed)
        if (std::ranges::any_of(shorter->edges, [&](const venue::Edge& edge) {
              return edge.unit == place || edge.to == place;
            }))
          names.push_back(content::name_of_place(venue, place, view.edition, f.words()));
      ui::banner(f, ui::BannerLook::notice, {},
                 f.text("route.around_closed", {{"places", f.list_of(names)}}));
      f.gap(10);
    }
  }
  if (asked.badge != model::MapAccess::staff) {
    content::Edition::WayAsked any_badge = asked;
    any_badge.badge = model::MapAccess::staff;
    if (const auto& shorter = view.edition.way(any_badge); shorter && shorter->cost_cm < route.cost_cm) {
      ui::paragraph(f, f.text("route.around_restricted"), ui::TextLook::secondary);
      f.gap(10);
    }
  }
}

void no_way(ui::Frame& f, const View& view, const MapQuery& query, const venue::NoRoute& none) {
  const venue::Venue& venue = *view.edition.venue();
  // Where it is that one must not go on, if that has a name.
  std::string culprit;
  if (const model::Room* room = room_of(view, none.culprit)) culprit = view.in(room->name);
  ui::banner(f, ui::BannerLook::alarm, {},
             culprit.empty()
                 ? content::told(none, f.words())
                 : f.text("route.none_at", {{"reason", content::told(none, f.words())}, {"place", culprit}}));
  f.gap(10);
  if (none.alternative == venue::no_place) return;
  const std::string name = content::name_of_place(venue, none.alternative, view.edition, f.words());
  const std::string there = address_of_place(view, none.alternative);
  const std::string said = f.text("route.alternative", {{"place", name}});
  if (there.empty()) {
    ui::paragraph(f, said);
  } else {
    MapQuery instead = query;
    instead.to = there;
    ui::row(f, ui::icon::map_pin, said, {}, map_link(view, instead));
  }
  f.gap(10);
}

}  // namespace

std::string time_and_distance(ui::Frame& f, const View& view, std::uint32_t from, std::uint32_t to,
                              model::Minutes time, double distance_m) {
  const model::Minutes walk = content::told_time(view.edition, from, to, time);
  const std::string said = f.text("time.duration_minutes", {{"minutes", static_cast<int>(walk.count())}});
  if (content::is_sketch_between_sites(view.edition, from, to)) return said;
  return f.text("route.time_and_distance", {{"time", said}, {"distance", metres(f, distance_m)}});
}

content::Edition::WayAsked way_asked(const View& view, const MapQuery& query) {
  const venue::Venue* venue = view.edition.venue();
  PlaceId to = place_of(view, query.to);
  // Who stands somewhere is found in the room around.
  if (venue != nullptr && to != venue::no_place && !venue->is_place(to)) to = venue->unit_around(to);
  return {.from = place_of(view, query.from),
          .to = to,
          .step_free = query.walking.step_free,
          .avoid_escalators = query.walking.avoid_escalators,
          .badge = access_of(query.walking.badge),
          .closed = closed_places(view)};
}

AskedWay asked_way(const View& view, const MapQuery& query) {
  const venue::Venue* venue = view.edition.venue();
  if (venue == nullptr || !query.asks_for_way()) return {};
  content::Edition::WayAsked asked = way_asked(view, query);
  AskedWay found;
  found.way = &view.edition.way(asked);
  asked.step_free = !asked.step_free;
  found.other = &view.edition.way(asked);
  return found;
}

void way_panel(ui::Frame& f, const View& view, const MapQuery& query, Actions& actions) {
  const std::string from = name_of(f, view, query.from), to = name_of(f, view, query.to);
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
    if (const model::Room* room = room_of(view, query.to))
      ui::chip(f, f.text("route.about_place", {{"place", to}}), place_link(view, room->id, query), false);
  }
  f.gap(12);
  const AskedWay asked = asked_way(view, query);
  {
    // Both ways in short: one press away from each other.
    auto list = f.list(f.text("route.choices"));
    for (const bool step_free : {true, false}) {
      const auto& way = step_free == query.walking.step_free ? *asked.way : *asked.other;
      MapQuery chosen = query;
      chosen.walking.step_free = step_free;
      chosen.step = 0;
      auto item = f.list_item();
      ui::row(f, step_free ? ui::icon::accessibility : ui::icon::route,
              f.text(step_free ? text::Key("route.step_free") : text::Key("route.fastest")),
              way ? time_and_distance(f, view, *way) : content::told(way.error(), f.words()),
              map_link(view, chosen), {}, {}, step_free == query.walking.step_free);
    }
  }
  f.gap(14);
  if (*asked.way) {
    detours(f, view, query, **asked.way);
    steps(f, view, **asked.way, query);
  } else {
    no_way(f, view, query, asked.way->error());
  }
  f.gap(10);
  way_options(f, view, actions);
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
  const bool sketch = content::is_sketch_between_sites(view.edition, route.path.front(), route.path.back());
  const model::Minutes walk =
      content::told_time(view.edition, route.path.front(), route.path.back(), route.walking_time);
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
  const std::string_view place = start ? query.to : query.from;
  ui::section(f, 2,
              f.text(start ? text::Key("route.to_where") : text::Key("route.from_where"),
                     {{"place", name_of(f, view, place)}}));
  f.gap(4);
  ui::paragraph(f, f.text(start ? text::Key("route.choose_start") : text::Key("route.choose_end")),
                ui::TextLook::secondary);
  f.gap(12);
  // Who has said where they stand need not look for it.
  if (query.here.empty() || query.here == place) return;
  MapQuery way = query;
  (start ? way.from : way.to) = query.here;
  way.level = {};
  {
    auto panel = f.panel();
    auto list = f.list();
    auto item = f.list_item();
    ui::row(f, ui::icon::map_pin, f.text("route.here", {{"place", name_of(f, view, query.here)}}), {},
            map_link(view, way));
  }
  f.gap(12);
}

void way_options(ui::Frame& f, const View& view, Actions& actions) {
  const venue::Venue* venue = view.edition.venue();
  if (view.static_rendering || venue == nullptr) return;
  const visitor::Walking& now = view.visitor.walking;
  visitor::Walking chosen = now;
  ui::section(f, 2, f.text("walking.title"));
  f.gap(4);
  ui::paragraph(f, f.text("walking.about"), ui::TextLook::secondary);
  f.gap(8);
  {
    auto line = f.flow(8);
    if (ui::button(f, {.key = "step-free",
                       .label = f.text("walking.step_free"),
                       .icon = ui::icon::accessibility,
                       .look = ui::ButtonLook::secondary,
                       .toggled = now.step_free}))
      chosen.step_free = !now.step_free;
    if (std::ranges::find(venue->plan().units, model::UnitKind::escalator, &model::MapUnit::kind) !=
            venue->plan().units.end() &&
        ui::button(f, {.key = "escalators",
                       .label = f.text("walking.avoid_escalators"),
                       .icon = ui::icon::trending_up,
                       .look = ui::ButtonLook::secondary,
                       .toggled = now.avoid_escalators}))
      chosen.avoid_escalators = !now.avoid_escalators;
  }
  f.gap(14);
  // Only where the badge makes a difference.
  const auto has = [&](model::MapAccess access) {
    return std::ranges::find(venue->plan().units, access, &model::MapUnit::access) !=
               venue->plan().units.end() ||
           std::ranges::find(venue->plan().doors, access, &model::MapDoor::access) !=
               venue->plan().doors.end();
  };
  std::vector<ui::Choice> choices{{.key = "usual", .label = f.text("walking.badge_usual")}};
  std::vector<visitor::Badge> badges{visitor::Badge::usual};
  if (has(model::MapAccess::restricted)) {
    choices.push_back({.key = "restricted", .label = f.text("walking.badge_restricted")});
    badges.push_back(visitor::Badge::restricted_areas);
  }
  if (has(model::MapAccess::staff)) {
    choices.push_back({.key = "staff", .label = f.text("walking.badge_staff")});
    badges.push_back(visitor::Badge::staff);
  }
  if (choices.size() > 1) {
    ui::section(f, 3, f.text("walking.badge"));
    f.gap(8);
    const auto known = std::ranges::find(badges, now.badge);
    const auto before =
        known == badges.end() ? std::size_t{0} : static_cast<std::size_t>(known - badges.begin());
    const std::size_t after = ui::choose(f, f.text("walking.badge"), choices, before);
    if (after != before) chosen.badge = badges[after];
  }
  f.gap(18);
  if (chosen == now) return;
  actions.ask(ChooseWalking{chosen});
  // What the address asks for would go before what was chosen just now.
  if (!view.address.parameter("step-free").empty() && view.address.page == Page::map) {
    MapQuery query = map_query(view);
    query.walking.step_free = now.step_free;
    query.step = 0;
    actions.ask(Follow{map_link(view, query)});
  }
}

void way_buttons(ui::Frame& f, const View& view, const model::Room& room) {
  if (view.static_rendering || place_of(view, room.id) == venue::no_place) return;
  const MapQuery query = map_query(view);
  const bool is_here = query.here == room.id;
  {
    auto line = f.flow(8);
    if (!is_here)
      ui::button(
          f, {.key = "way there",
              .label = f.text("route.there"),
              .icon = ui::icon::route,
              .href = map_link(
                  view,
                  {.from = query.here, .to = room.id, .here = query.here, .walking = view.visitor.walking})});
    ui::button(
        f, {.key = "way from",
            .label = f.text("route.from_there"),
            .icon = ui::icon::footprints,
            .look = ui::ButtonLook::secondary,
            .href = map_link(view, {.from = room.id, .here = query.here, .walking = view.visitor.walking})});
    if (!is_here)
      ui::button(f, {.key = "here",
                     .label = f.text("route.i_am_here"),
                     .icon = ui::icon::map_pin,
                     .look = ui::ButtonLook::secondary,
                     .href = map_link(view, {.here = room.id, .walking = view.visitor.walking})});
  }
  if (is_here) {
    f.gap(8);
    ui::paragraph(f, f.text("route.here", {{"place", view.in(room.name)}}), ui::TextLook::secondary_bold);
  }
  f.gap(16);
}

void ways_from_entrances(ui::Frame& f, const View& view, const model::Room& room) {
  const venue::Venue* venue = view.edition.venue();
  const content::Whereabouts there = view.edition.whereabouts(room.id);
  if (venue == nullptr || there.site == nullptr || venue->place_of_room(room.id) == venue::no_place) return;
  for (const model::Room& start : view.event.rooms) {
    const PlaceId place = venue->place_of_room(start.id);
    if (place == venue::no_place || start.id == room.id ||
        view.edition.whereabouts(start.id).site != there.site ||
        (start.kind != model::RoomKind::entrance &&
         !venue::is_wanted(*venue, place, venue::Wanted::information)))
      continue;
    const auto& way = view.edition.way({.from = place,
                                        .to = venue->place_of_room(room.id),
                                        .step_free = true,
                                        .closed = closed_places(view)});
    if (!way) continue;
    ui::section(f, 2, f.text("route.title", {{"from", view.in(start.name)}, {"to", view.in(room.name)}}));
    f.gap(4);
    ui::paragraph(f, f.text("route.step_free"), ui::TextLook::secondary);
    f.gap(8);
    steps(f, view, *way, {});
    f.gap(8);
  }
}

}  // namespace screens
