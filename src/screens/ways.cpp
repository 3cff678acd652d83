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
#include "ui/widgets/steps.h"
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

// A stretch along open ground of a sketch, which knows no distances there, has none.
std::vector<WayTold::Step> steps_told(ui::Frame& f, const View& view, const venue::Route& route) {
  const venue::Venue& venue = *view.edition.venue();
  const bool sketch = content::is_sketch_between_sites(view.edition, route.path.front(), route.path.back());
  std::vector<WayTold::Step> told;
  for (const venue::Step& step : route.steps) {
    const bool sketched = step.along != venue::no_place && sketch &&
                          venue.plan().levels[venue.plan().units[step.along].level].outdoor;
    const bool has_distance = step.distance_m >= 2.5 && step.kind != venue::Step::Kind::change && !sketched;
    told.push_back({f.words().number(static_cast<std::int64_t>(told.size() + 1)),
                    content::told(step, venue, view.edition, f.words()),
                    has_distance ? metres(f, step.distance_m) : std::string{}});
  }
  return told;
}

const char* name_of_means(venue::EdgeKind kind) {
  switch (kind) {
    case venue::EdgeKind::lift: return "lift";
    case venue::EdgeKind::ramp: return "ramp";
    case venue::EdgeKind::escalator: return "escalator";
    case venue::EdgeKind::walk:
    case venue::EdgeKind::steps:
    case venue::EdgeKind::stairs: break;
  }
  return "stairs";
}

// "by lift": by what it leads beside walking, each once; empty where there is nothing else.
std::string means_told(ui::Frame& f, const venue::Venue& venue, const venue::Route& route) {
  std::vector<std::string> told;
  for (const venue::Edge& edge : route.edges) {
    const model::MapDoor* door = venue.door(edge.to);
    const bool turnstile = door != nullptr && !door->step_free;
    if (edge.kind == venue::EdgeKind::walk && !turnstile) continue;
    std::string means = f.text("route.means", {{"kind", turnstile ? "turnstile" : name_of_means(edge.kind)}});
    if (std::ranges::find(told, means) == told.end()) told.push_back(std::move(means));
  }
  return f.list_of(told);
}

std::string link_to_step(const View& view, const MapQuery& query, std::size_t step) {
  MapQuery at = query;
  at.step = step;
  at.level = {};
  return map_link(view, at);
}

// `with_links`: each is tied to its place on the plan.
void steps(ui::Frame& f, const View& view, const std::vector<WayTold::Step>& told, const MapQuery& query,
           bool with_links) {
  // Where the plan is above the list, the step that it shows stands there.
  const bool shows_current = with_links && f.breadth() == ui::Breadth::desktop;
  auto list = f.list(f.text("route.steps"));
  for (std::size_t i = 0; i < told.size(); ++i) {
    const std::string link = with_links ? link_to_step(view, query, i + 1) : std::string{};
    ui::told_step(f, {.mark = told[i].mark,
                      .sentence = told[i].sentence,
                      .distance = told[i].distance,
                      .href = link,
                      .current = shows_current && query.step == i + 1,
                      .last = i + 1 == told.size()});
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
      for (const PlaceId place : asked.closed) {
        if (std::ranges::none_of(shorter->edges, [&](const venue::Edge& edge) {
              return edge.unit == place || edge.to == place;
            }))
          continue;
        // A lift has the same name on each of its levels.
        const std::string name = content::name_of_place(venue, place, view.edition, f.words());
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
      }
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
          .closed = place_states(view).closed};
}

namespace {

// What of this venue it depends on how one goes; looked for once.
struct Obstacles {
  bool known = false;
  bool steps = false, escalators = false, restricted = false, staff = false;
  std::vector<std::uint32_t> apart;  // levels from which no way leads to others
};

// The stairs of a map that does not say where they lead are the end of a way, and nobody needs to avoid them.
void note_ways(Obstacles& obstacles, const venue::Venue& venue) {
  enum : std::uint8_t { has_places = 1, is_linked = 2 };
  std::vector<std::uint8_t> levels(venue.plan().levels.size());
  const auto nodes = venue.nodes();
  for (std::uint32_t node = 0; node < nodes.size(); ++node)
    for (const venue::Edge& edge : venue.from(node)) {
      const model::MapDoor* door = venue.door(edge.to);
      obstacles.escalators |= edge.kind == venue::EdgeKind::escalator;
      obstacles.steps |= edge.kind == venue::EdgeKind::stairs || (door != nullptr && !door->step_free) ||
                         (edge.kind == venue::EdgeKind::steps && node != edge.unit && edge.to != edge.unit);
      const std::uint8_t found =
          nodes[node].level != nodes[edge.to].level ? has_places | is_linked : has_places;
      levels[nodes[node].level] |= found;
      levels[nodes[edge.to].level] |= found;
    }
  obstacles.steps |= obstacles.escalators;
  for (std::uint32_t i = 0; levels.size() > 1 && i < levels.size(); ++i)
    if (levels[i] == has_places) obstacles.apart.push_back(i);
}

const Obstacles& obstacles_of(const View& view, const venue::Venue& venue) {
  Obstacles& obstacles = view.computed.of<Obstacles>();
  if (obstacles.known) return obstacles;
  obstacles.known = true;
  const auto note = [&](model::MapAccess access) {
    obstacles.restricted |= access == model::MapAccess::restricted;
    obstacles.staff |= access == model::MapAccess::staff;
  };
  note_ways(obstacles, venue);
  for (const model::MapUnit& unit : venue.plan().units) note(unit.access);
  for (const model::MapDoor& door : venue.plan().doors) note(door.access);
  return obstacles;
}

using Way = std::expected<venue::Route, venue::NoRoute>;

// What the address asks for, and how it is told.
struct FoundWay {
  MapAsked asked;
  std::optional<Way> way, other;
  std::optional<WayTold> told;
};

FoundWay& found_way(const View& view) {
  FoundWay& found = view.computed.of<FoundWay>();
  if (still_holds(view, found.asked)) return found;
  found.way.reset();
  found.other.reset();
  found.told.reset();
  const MapQuery query = map_query(view);
  if (view.edition.venue() == nullptr || !query.asks_for_way()) return found;
  content::Edition::WayAsked asked = way_asked(view, query);
  found.way = view.edition.way(asked);
  asked.step_free = !asked.step_free;
  const Way& other = view.edition.way(asked);
  const Way& fastest = query.walking.step_free ? other : *found.way;
  const bool is_one = fastest ? fastest->step_free : !other && !*found.way;
  if (!is_one) found.other = other;
  return found;
}

}  // namespace

AskedWay asked_way(const View& view) {
  const FoundWay& found = found_way(view);
  return {.way = found.way ? &*found.way : nullptr, .other = found.other ? &*found.other : nullptr};
}

void way_panel(ui::Frame& f, const View& view, const MapQuery& query, Actions& actions) {
  const std::string from = name_of(f, view, query.from), to = name_of(f, view, query.to);
  ui::section(f, 2, f.text("route.title", {{"from", from}, {"to", to}}));
  f.gap(10);
  {
    auto line = f.flow(8, 0);
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
  const AskedWay asked = asked_way(view);
  const auto in_short = [&](const Way& way) {
    return way ? time_and_distance(f, view, *way) : content::told(way.error(), f.words());
  };
  // Of two that are as long what tells them apart.
  const bool as_long = asked.other != nullptr && in_short(*asked.way) == in_short(*asked.other);
  const auto with_means = [&](const Way& way) {
    const std::string means = as_long && way ? means_told(f, *view.edition.venue(), *way) : std::string{};
    return means.empty() ? in_short(way)
                         : f.text("map.far_and_where", {{"far", in_short(way)}, {"where", means}});
  };
  if (asked.other != nullptr) {
    // Both ways in short: one press away from each other.
    auto list = f.list(f.text("route.choices"));
    for (const bool step_free : {true, false}) {
      MapQuery chosen = query;
      chosen.walking.step_free = step_free;
      chosen.step = 0;
      auto item = f.list_item();
      ui::row(f, step_free ? ui::icon::accessibility : ui::icon::route,
              f.text(step_free ? text::Key("route.step_free") : text::Key("route.fastest")),
              with_means(step_free == query.walking.step_free ? *asked.way : *asked.other),
              map_link(view, chosen), {}, {}, step_free == query.walking.step_free);
    }
  } else if (*asked.way) {
    // Where levels are not connected the map lacks stairs and lifts: it does not vouch for what is step-free.
    const bool vouched = obstacles_of(view, *view.edition.venue()).apart.empty();
    ui::fact(f, vouched ? ui::icon::accessibility : ui::icon::route,
             f.text(vouched ? text::Key("route.fastest_step_free") : text::Key("route.fastest")),
             in_short(*asked.way));
  }
  f.gap(14);
  if (*asked.way) {
    detours(f, view, query, **asked.way);
    steps(f, view, way_told(f, view).steps, query, !view.static_rendering);
  } else {
    no_way(f, view, query, asked.way->error());
  }
  f.gap(18);
  way_options(f, view, actions);
}

void shown_step(ui::Frame& f, const View& view, const MapQuery& query) {
  struct Shown {
    std::string from, to;
    std::size_t step = 0;
  };
  Shown& shown = view.drafts.of<Shown>();
  const AskedWay asked = asked_way(view);
  const bool has_steps = asked.way != nullptr && *asked.way;
  const std::vector<WayTold::Step>& told = way_told(f, view).steps;
  const std::size_t step = has_steps && query.step <= told.size() ? query.step : 0;
  const bool is_other = shown.step != step || shown.from != query.from || shown.to != query.to;
  if (is_other) shown = {std::string(query.from), std::string(query.to), step};
  if (step == 0) return;
  constexpr std::string_view anchor = "step";
  if (is_other) f.show(anchor);
  std::vector<std::string> links;
  links.reserve(told.size());  // the chips point into it
  std::vector<ui::Chip> chips;
  for (std::size_t i = 0; i < told.size(); ++i) {
    // The one that is shown leads back to the whole way.
    links.push_back(link_to_step(view, query, i + 1 == step ? 0 : i + 1));
    chips.push_back({told[i].mark, links.back(), i + 1 == step});
  }
  f.anchor(anchor);
  ui::chip_line(f, f.text("route.steps"), chips);
  {
    auto list = f.list();
    const WayTold::Step& one = told[step - 1];
    ui::told_step(f, {.mark = one.mark, .sentence = one.sentence, .distance = one.distance, .last = true});
  }
  f.gap(6);
}

const WayTold& way_told(ui::Frame& f, const View& view) {
  FoundWay& found = found_way(view);
  if (found.told) return *found.told;
  WayTold& told = found.told.emplace();
  if (!found.way) return told;
  if (!*found.way) {
    told.none = content::told(found.way->error(), f.words());
    return told;
  }
  const venue::Route& route = **found.way;
  const model::Minutes walk =
      content::told_time(view.edition, route.path.front(), route.path.back(), route.walking_time);
  told.time = f.text("time.duration_minutes", {{"minutes", static_cast<int>(walk.count())}});
  told.step_free = route.step_free;
  told.steps = steps_told(f, view, route);
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
  const Obstacles& obstacles = obstacles_of(view, *venue);
  const bool on_map = view.address.page == Page::map;
  // What the address asks for is what is shown.
  const bool step_free = on_map ? map_query(view).walking.step_free : view.visitor.walking.step_free;
  const visitor::Walking& now = view.visitor.walking;
  visitor::Walking chosen = now;
  bool has_chosen = false;
  std::vector<std::string> apart;
  if (on_map)
    for (const std::uint32_t level : obstacles.apart)
      if (const model::Level* one = view.edition.level(venue->plan().levels[level].level))
        apart.push_back(view.in(one->name));
  const bool asks = obstacles.steps || obstacles.restricted || obstacles.staff;
  if (!asks && apart.empty()) return;
  ui::section(f, 2, f.text("walking.title"));
  f.gap(4);
  if (!apart.empty()) {
    ui::paragraph(f, f.text("walking.apart", {{"levels", f.list_of(apart)}}), ui::TextLook::secondary);
    f.gap(8);
  }
  if (asks) {
    ui::paragraph(f, f.text("walking.about"), ui::TextLook::secondary);
    f.gap(8);
  }
  // Only what makes a difference in this venue.
  if (obstacles.steps) {
    auto panel = f.panel();
    if (ui::switch_row(f, {.key = "step-free",
                           .label = f.text("walking.step_free"),
                           .icon = ui::icon::accessibility,
                           .on = step_free})) {
      chosen.step_free = !step_free;
      has_chosen = true;
    }
    if (obstacles.escalators && ui::switch_row(f, {.key = "escalators",
                                                   .label = f.text("walking.avoid_escalators"),
                                                   .icon = ui::icon::trending_up,
                                                   .on = now.avoid_escalators})) {
      chosen.avoid_escalators = !now.avoid_escalators;
      has_chosen = true;
    }
  }
  f.gap(14);
  // Only where the badge makes a difference.
  std::vector<ui::Choice> choices{{.key = "usual", .label = f.text("walking.badge_usual")}};
  std::vector<visitor::Badge> badges{visitor::Badge::usual};
  if (obstacles.restricted) {
    choices.push_back({.key = "restricted", .label = f.text("walking.badge_restricted")});
    badges.push_back(visitor::Badge::restricted_areas);
  }
  if (obstacles.staff) {
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
    has_chosen |= after != before;
    chosen.badge = after != before ? badges[after] : now.badge;
  }
  f.gap(18);
  if (!has_chosen) return;
  if (chosen != now) actions.ask(ChooseWalking{chosen});
  // What the address asks for would go before what was chosen just now.
  if (on_map && !view.address.parameter("step-free").empty()) {
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
                                        .closed = place_states(view).closed});
    if (!way) continue;
    ui::section(f, 2, f.text("route.title", {{"from", view.in(start.name)}, {"to", view.in(room.name)}}));
    f.gap(4);
    ui::paragraph(f, f.text("route.step_free"), ui::TextLook::secondary);
    f.gap(8);
    steps(f, view, steps_told(f, view, *way), {}, false);
    f.gap(8);
  }
}

}  // namespace screens
