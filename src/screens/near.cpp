#include "screens/near.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "content/walks.h"
#include "icons.h"
#include "screens/map_plan.h"
#include "screens/place_state.h"
#include "screens/ways.h"
#include "sorting/sort.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

using venue::PlaceId;
using venue::Wanted;

struct Sought {
  Wanted wanted;
  std::string_view called;  // in addresses
  text::Key name;
  char32_t icon;
};

// In the order in which people ask for them.
constexpr std::array<Sought, 14> all_sought{
    {{Wanted::toilets, "toilets", "near.toilets", ui::icon::toilet},
     {Wanted::accessible_toilets, "accessible-toilets", "near.accessible_toilets", ui::icon::accessibility},
     {Wanted::food, "coffee", "near.food", ui::icon::coffee},
     {Wanted::information, "help", "near.information", ui::icon::info},
     {Wanted::lift, "lift", "near.lift", ui::icon::arrow_up_down},
     {Wanted::exit, "exit", "near.exit", ui::icon::door_open},
     {Wanted::aid, "first-aid", "near.aid", ui::icon::briefcase_medical},
     {Wanted::stairs, "stairs", "near.stairs", ui::icon::footprints},
     {Wanted::cloakroom, "cloakroom", "near.cloakroom", ui::icon::shirt},
     {Wanted::prayer, "prayer", "near.prayer", ui::icon::moon},
     {Wanted::quiet, "quiet", "near.quiet", ui::icon::leaf},
     {Wanted::defibrillator, "defibrillator", "near.defibrillator", ui::icon::heart_pulse},
     {Wanted::charging, "charging", "near.charging", ui::icon::plug},
     {Wanted::meeting_point, "meeting-point", "near.meeting_point", ui::icon::flag}}};

const Sought* sought_called(std::string_view name) {
  const auto found = std::ranges::find(all_sought, name, &Sought::called);
  return found == all_sought.end() ? nullptr : &*found;
}

// What the venue has of each kind: only places that an address can name.
struct OfKind {
  bool made = false;
  std::array<std::vector<PlaceId>, all_sought.size()> places;
};

const OfKind& of_kind(const View& view) {
  OfKind& kinds = view.computed.of<OfKind>();
  const venue::Venue* venue = view.edition.venue();
  if (kinds.made || venue == nullptr) return kinds;
  kinds.made = true;
  for (PlaceId place = 0; venue->is_place(place); ++place)
    for (std::size_t i = 0; i < all_sought.size(); ++i)
      if (venue::is_wanted(*venue, place, all_sought[i].wanted) && !venue->from(place).empty() &&
          !address_of_place(view, place).empty())
        kinds.places[i].push_back(place);
  return kinds;
}

const std::vector<PlaceId>& places_of(const View& view, const Sought& sought) {
  return of_kind(view).places[static_cast<std::size_t>(&sought - all_sought.data())];
}

std::string typed_of(const View& view) {
  const std::string_view typed = view.address.parameter("q");
  return typed.find_first_not_of(" \t") == std::string_view::npos ? std::string() : std::string(typed);
}

// The same page with something else looked for.
std::string link_looking_for(const View& view, std::string_view called) {
  MapQuery query = map_query(view);
  query.near = called;
  return view.address.page == Page::place ? place_link(view, view.address.id, query) : map_link(view, query);
}

// What stands in a list of places, made once.
struct NearRow {
  char32_t icon = 0;
  std::string name, second, href;
};

struct Answers {
  MapAsked asked;
  bool guessed = false;
  std::vector<venue::Walk> walks;
  std::vector<const model::Room*> rooms;  // where there is no map: as search has them
  std::vector<NearRow> rows;              // of the first of both
};

// By what is told of them: whole minutes, as a change of levels costs time and no metres; and what takes as
// long by the trouble that it is.
void shortest_first(const View& view, PlaceId from, std::vector<venue::Walk>& walks) {
  const auto minutes = [&](const venue::Walk& walk) {
    return content::told_time(view.edition, from, walk.place, walk.walking_time);
  };
  sorting::sort(walks, [&](const venue::Walk& a, const venue::Walk& b) {
    if (a.reached != b.reached) return a.reached;
    if (!a.reached) return false;
    const model::Minutes one = minutes(a), other = minutes(b);
    return one != other ? one < other : a.cost_cm < b.cost_cm;
  });
}

void find_answers(const View& view, const MapQuery& query, Answers& answers) {
  const venue::Venue* venue = view.edition.venue();
  std::vector<PlaceId> places;
  if (const std::string typed = typed_of(view); !typed.empty()) {
    const search::Answers& found =
        view.search.answers(typed, view.address.language, view.now, search::Group::place);
    answers.guessed = found.guessed;
    for (const search::Hit& hit : found.hits) {
      const model::Room* room = view.edition.room(hit.id);
      const PlaceId place = venue != nullptr ? venue->place_of_room(hit.id) : venue::no_place;
      if (room == nullptr) continue;
      if (place != venue::no_place)
        places.push_back(place);
      else
        answers.rooms.push_back(room);
    }
  } else if (const Sought* sought = sought_called(query.near); sought != nullptr && venue != nullptr) {
    places = places_of(view, *sought);
  }
  if (venue == nullptr || places.empty()) return;
  const content::Edition::WayAsked asked = way_asked(view, query);
  const PlaceId from = place_of(view, origin_of(view, query));
  answers.walks = venue::walks_from(*venue, from, places, asked.options());
  shortest_first(view, from, answers.walks);
  if (!answers.walks.empty()) return;
  // Nobody knows from where.
  for (const PlaceId place : places) answers.walks.push_back({.place = place});
}

Answers& answers_of(const View& view) {
  Answers& answers = view.computed.of<Answers>();
  if (still_holds(view, answers.asked)) return answers;
  answers = {std::move(answers.asked), false, {}, {}, {}};
  find_answers(view, map_query(view), answers);
  return answers;
}

std::string where(ui::Frame& f, const View& view, PlaceId place) {
  const std::string address = address_of_place(view, place);
  if (const model::Room* room = room_of(view, std::string_view(address)))
    return level_and_site(f, view, room->id);
  const model::Level* level = level_of(view, address);
  return level != nullptr ? view.in(level->name) : std::string();
}

// "3 min · 85 m · one level up": what the walk is made of.
std::string how_far(ui::Frame& f, const View& view, PlaceId from, const venue::Walk& walk) {
  const std::string far = time_and_distance(f, view, from, walk.place, walk.walking_time, walk.distance_m);
  const venue::Venue& venue = *view.edition.venue();
  const auto ordinal = [&](PlaceId place) { return venue.plan().levels[venue.nodes()[place].level].ordinal; };
  const int up = ordinal(walk.place) - ordinal(from);
  if (up == 0) return far;
  const std::string levels =
      f.text(up > 0 ? text::Key("map.levels_up") : text::Key("map.levels_down"), {{"count", std::abs(up)}});
  return f.text("map.far_and_where", {{"far", far}, {"where", levels}});
}

NearRow row_of(ui::Frame& f, const View& view, const MapQuery& query, const venue::Walk& walk,
               char32_t icon) {
  const std::string_view origin = origin_of(view, query);
  const std::string address = address_of_place(view, walk.place);
  const PlaceId from = place_of(view, origin);
  const model::Room* room = room_of(view, walk.place);
  std::string second = where(f, view, walk.place);
  if (walk.reached && walk.distance_m > 0)
    second = f.text("map.far_and_where", {{"far", how_far(f, view, from, walk)}, {"where", second}});
  else if (!walk.reached && from != venue::no_place)
    second = f.text("map.far_and_where", {{"far", f.text("map.no_way")}, {"where", second}});
  if (room != nullptr)
    if (const auto state = state_of(place_states(view).rooms, room->id))
      second = f.text("notice.state", {{"state", state_name(f, *state)}, {"title", second}});
  MapQuery way = query;
  way.near = {};
  way.level = {};
  way.step = 0;
  way.marks_here = false;
  if (way.asks_for_place()) {
    (way.from.empty() ? way.from : way.to) = address;
  } else {
    way.from = origin;
    way.to = address;
  }
  const bool is_origin = walk.place == from;
  return {icon, name_of(f, view, walk.place), std::move(second),
          is_origin && room != nullptr ? place_link(view, room->id, query) : map_link(view, way)};
}

void list_of(ui::Frame& f, const std::vector<NearRow>& rows) {
  auto panel = f.panel();
  auto list = f.list();
  for (const NearRow& row : rows) {
    auto item = f.list_item();
    ui::row(f, row.icon, row.name, row.second, row.href);
  }
}

char32_t icon_of(const View& view, PlaceId place) {
  if (const char32_t icon = sought_icon(view, place); icon != 0) return icon;
  const model::Room* room = room_of(view, place);
  return room != nullptr ? screens::icon_of(view, *room) : ui::icon::map_pin;
}

}  // namespace

char32_t sought_icon(const View& view, PlaceId place) {
  const venue::Venue* venue = view.edition.venue();
  if (venue == nullptr) return 0;
  for (const Sought& sought : all_sought)
    if (venue::is_wanted(*venue, place, sought.wanted)) return sought.icon;
  return 0;
}

std::string_view origin_of(const View& view, const MapQuery& query) {
  for (const std::string_view chosen : {query.here, query.from})
    if (place_of(view, chosen) != venue::no_place) return chosen;
  if (view.address.page == Page::place) {
    if (const model::Room* room = view.edition.room(view.address.id);
        room != nullptr && place_of(view, room->id) != venue::no_place)
      return room->id;
  }
  if (place_of(view, query.to) != venue::no_place) return query.to;
  for (const model::Room& room : view.event.rooms)
    if (room.kind == model::RoomKind::entrance && place_of(view, room.id) != venue::no_place) return room.id;
  return {};
}

void find_places(ui::Frame& f, const View& view, Actions& actions) {
  if (view.static_rendering) return;
  std::string typed(view.address.parameter("q"));
  if (ui::text_field(
          f,
          {.key = "map-find", .label = f.text("map.find"), .hint = f.text("map.find_hint"), .search = true},
          typed))
    actions.ask(ReplaceQuery{typed});
  f.gap(4);
  const MapQuery query = map_query(view);
  const bool writes = !typed_of(view).empty();
  std::vector<std::string> links;
  links.reserve(all_sought.size());  // the chips point into it
  std::vector<ui::Chip> chips;
  for (const Sought& sought : all_sought) {
    if (places_of(view, sought).empty()) continue;
    const bool current = !writes && query.near == sought.called;
    links.push_back(link_looking_for(view, current ? std::string_view{} : sought.called));
    chips.push_back({f.text(sought.name), links.back(), current});
  }
  if (!chips.empty()) ui::chip_line(f, f.text("map.nearest"), chips);
}

bool looks_for_places(const View& view) {
  if (view.static_rendering) return false;
  return !typed_of(view).empty() ||
         (view.edition.venue() != nullptr && sought_called(map_query(view).near) != nullptr);
}

std::vector<PlaceId> found_on_map(const View& view) {
  std::vector<PlaceId> places;
  if (!looks_for_places(view)) return places;
  for (const venue::Walk& walk : answers_of(view).walks) places.push_back(walk.place);
  return places;
}

void found_places(ui::Frame& f, const View& view) {
  constexpr std::size_t most = 40;
  const MapQuery query = map_query(view);
  Answers& answers = answers_of(view);
  const std::size_t count = answers.walks.size() + answers.rooms.size();
  const Sought* sought = typed_of(view).empty() ? sought_called(query.near) : nullptr;
  f.gap(10);
  ui::section(f, 2, sought != nullptr ? f.text(sought->name) : f.text("map.found_title"));
  f.gap(4);
  ui::status(f, answers.guessed && count > 0 ? f.text("search.guesses")
                                             : f.text("map.found", {{"count", static_cast<int>(count)}}));
  if (count == 0) {
    f.gap(10);
    return;
  }
  if (const std::string_view origin = origin_of(view, query); !origin.empty() && !answers.walks.empty()) {
    const std::string name = name_of(f, view, origin);
    ui::paragraph(f,
                  f.text(query.here.empty() ? text::Key("map.from_place") : text::Key("map.from_here"),
                         {{"place", name}}),
                  ui::TextLook::secondary);
  }
  f.gap(8);
  if (!may_keep_names(view)) answers.rows.clear();
  if (answers.rows.empty()) {
    for (std::size_t i = 0; i < std::min(most, answers.walks.size()); ++i) {
      const PlaceId place = answers.walks[i].place;
      answers.rows.push_back(
          row_of(f, view, query, answers.walks[i], sought != nullptr ? sought->icon : icon_of(view, place)));
    }
    for (std::size_t i = 0; i < std::min(most, answers.rooms.size()); ++i) {
      const model::Room& room = *answers.rooms[i];
      answers.rows.push_back({screens::icon_of(view, room), view.in(room.name),
                              level_and_site(f, view, room.id), view.link(Page::place, room.id)});
    }
  }
  list_of(f, answers.rows);
  f.gap(16);
}

void near_here(ui::Frame& f, const View& view, const MapQuery& query) {
  if (query.here.empty()) return;
  ui::section(f, 2, f.text("route.here", {{"place", name_of(f, view, query.here)}}));
  f.gap(4);
  if (const model::Room* room = room_of(view, query.here))
    ui::paragraph(f, level_and_site(f, view, room->id), ui::TextLook::secondary);
  else if (const model::Level* level = level_of(view, query.here))
    ui::paragraph(f, view.in(level->name), ui::TextLook::secondary);
  f.gap(12);
  const venue::Venue* venue = view.edition.venue();
  const PlaceId here = place_of(view, query.here);
  if (venue == nullptr || here == venue::no_place) return;
  struct Near {
    MapAsked asked;
    std::vector<std::pair<venue::Walk, char32_t>> nearest;  // with the icon of what each is
    std::vector<NearRow> rows;                              // of them, as long as names may be kept
  };
  Near& near = view.computed.of<Near>();
  if (!still_holds(view, near.asked)) {
    near.nearest.clear();
    near.rows.clear();
    const content::Edition::WayAsked asked = way_asked(view, query);
    std::vector<PlaceId> all;
    for (const auto& places : of_kind(view).places) all.insert(all.end(), places.begin(), places.end());
    sorting::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    auto walks = venue::walks_from(*venue, here, all, asked.options());
    shortest_first(view, here, walks);
    for (const Sought& sought : all_sought) {
      const auto first = std::ranges::find_if(walks, [&](const venue::Walk& walk) {
        return walk.reached && walk.place != here && walk.distance_m > 0 &&
               venue::is_wanted(*venue, walk.place, sought.wanted);
      });
      if (first != walks.end()) near.nearest.emplace_back(*first, sought.icon);
    }
  }
  if (near.nearest.empty()) return;
  if (!may_keep_names(view)) near.rows.clear();
  if (near.rows.empty())
    for (const auto& [walk, icon] : near.nearest) near.rows.push_back(row_of(f, view, query, walk, icon));
  ui::section(f, 3, f.text("route.near"));
  f.gap(8);
  list_of(f, near.rows);
  f.gap(16);
}

}  // namespace screens
