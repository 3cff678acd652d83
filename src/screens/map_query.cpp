#include "screens/map_query.h"

#include <charconv>
#include <cmath>

#include "content/route_words.h"
#include "screens/place_state.h"

namespace screens {
namespace {

constexpr char between = '~';
constexpr std::int32_t cm_in_a_step = 10;

struct LevelPoint {
  std::uint32_t map_level = 0;
  model::MapPoint at;
};

std::optional<std::int32_t> number_in(std::string_view text) {
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  // Far outside of any venue, and so that centimetres still fit.
  constexpr std::int32_t most = 100'000'000;
  if (error != std::errc() || end != text.data() + text.size() || number > most || number < -most)
    return std::nullopt;
  return number;
}

std::optional<LevelPoint> point_in(const View& view, std::string_view place) {
  const std::size_t last = place.rfind(between);
  if (last == std::string_view::npos || last == 0) return std::nullopt;
  const std::size_t first = place.rfind(between, last - 1);
  if (first == std::string_view::npos) return std::nullopt;
  const auto x = number_in(place.substr(first + 1, last - first - 1)), y = number_in(place.substr(last + 1));
  const auto& levels = view.event.venue.levels;
  const std::string_view id = place.substr(0, first);
  if (!x || !y || id.empty()) return std::nullopt;
  for (std::uint32_t i = 0; i < levels.size(); ++i)
    if (levels[i].level == id) return LevelPoint{i, {*x * cm_in_a_step, *y * cm_in_a_step}};
  return std::nullopt;
}

// What names a place, else nothing.
std::string_view known_place(const View& view, std::string_view place) {
  if (const model::Room* room = view.edition.room(place)) return room->id;
  if (view.edition.venue() != nullptr && point_in(view, place)) return place;
  return {};
}

}  // namespace

MapQuery map_query(const View& view) {
  MapQuery query;
  query.walking = view.visitor.walking;
  if (view.static_rendering) return query;
  query.here = known_place(view, view.address.parameter("here"));
  if (const model::Level* level = view.edition.level(view.address.parameter("level")))
    query.level = level->id;
  query.near = view.address.parameter("near");
  if (view.edition.venue() == nullptr) return query;
  query.from = known_place(view, view.address.parameter("from"));
  query.to = known_place(view, view.address.parameter("to"));
  const std::string_view step_free = view.address.parameter("step-free");
  if (step_free == "1" || step_free == "0") query.walking.step_free = step_free == "1";
  query.marks_here = view.address.parameter("mark") == "here";
  const std::string_view step = view.address.parameter("step");
  std::from_chars(step.data(), step.data() + step.size(), query.step);
  return query;
}

bool still_holds(const View& view, MapAsked& last) {
  const unsigned states = place_states(view).revision;
  const bool same =
      last.states == states && last.walking == view.visitor.walking && last.address == view.address;
  if (!same) last = {view.address, view.visitor.walking, states};
  return same;
}

bool may_keep_names(const View& view) {
  return view.event.fallback.empty() && (view.borrowed == nullptr || view.borrowed->empty());
}

std::string map_link(const View& view, const MapQuery& query) {
  std::string link = view.link(Page::map);
  add_parameter(link, "from", query.from);
  add_parameter(link, "to", query.to);
  if (query.walking.step_free != view.visitor.walking.step_free)
    add_parameter(link, "step-free", query.walking.step_free ? "1" : "0");
  add_parameter(link, "here", query.here);
  add_parameter(link, "level", query.level);
  add_parameter(link, "near", query.near);
  if (query.marks_here) add_parameter(link, "mark", "here");
  if (query.step > 0) add_parameter(link, "step", std::to_string(query.step));
  return link;
}

std::string place_link(const View& view, std::string_view room, const MapQuery& query) {
  std::string link = view.link(Page::place, room);
  add_parameter(link, "here", query.here);
  add_parameter(link, "near", query.near);
  return link;
}

venue::PlaceId place_of(const View& view, std::string_view place) {
  const venue::Venue* venue = view.edition.venue();
  if (venue == nullptr || place.empty()) return venue::no_place;
  if (const venue::PlaceId room = venue->place_of_room(place); room != venue::no_place) return room;
  const auto point = point_in(view, place);
  return point ? venue->node_at(point->map_level, point->at) : venue::no_place;
}

const model::Room* room_of(const View& view, venue::PlaceId place) {
  const venue::Venue* venue = view.edition.venue();
  if (venue == nullptr) return nullptr;
  if (const model::MapAmenity* amenity = venue->amenity(place); amenity != nullptr && !amenity->room.empty())
    return view.edition.room(amenity->room);
  const model::MapUnit* unit = venue->unit(venue->unit_around(place));
  return unit != nullptr ? view.edition.room(unit->room) : nullptr;
}

const model::Room* room_of(const View& view, std::string_view place) {
  if (const model::Room* room = view.edition.room(place)) return room;
  return room_of(view, place_of(view, place));
}

std::string address_of_place(const View& view, venue::PlaceId place) {
  const venue::Venue* venue = view.edition.venue();
  if (venue == nullptr || place >= venue->nodes().size()) return {};
  if (venue->is_place(place) && venue->door(place) == nullptr)
    if (const model::Room* room = room_of(view, place)) return room->id;
  const venue::Node& node = venue->nodes()[place];
  const std::string& level = venue->plan().levels[node.level].level;
  if (level.empty()) return {};
  const auto step = [](std::int32_t cm) {
    return std::to_string(std::lround(static_cast<double>(cm) / cm_in_a_step));
  };
  return level + between + step(node.at.x_cm) + between + step(node.at.y_cm);
}

const model::Level* level_of(const View& view, std::string_view place) {
  if (const model::Room* room = view.edition.room(place)) return view.edition.level(room->level);
  const auto point = point_in(view, place);
  return point ? view.edition.level(view.event.venue.levels[point->map_level].level) : nullptr;
}

std::string name_of(ui::Frame& f, const View& view, venue::PlaceId place) {
  const venue::Venue& venue = *view.edition.venue();
  if (venue.is_place(place) && venue.door(place) == nullptr)
    if (const model::Room* room = room_of(view, place)) return view.in(room->name);
  if (venue.is_place(place)) return content::name_of_place(venue, place, view.edition, f.words());
  // Somewhere on the way: in what.
  const model::Room* room = room_of(view, place);
  return room != nullptr ? view.in(room->name) : f.text("map.marked");
}

std::string name_of(ui::Frame& f, const View& view, std::string_view place) {
  if (const model::Room* room = view.edition.room(place)) return view.in(room->name);
  const venue::PlaceId there = place_of(view, place);
  return there == venue::no_place ? f.text("map.marked") : name_of(f, view, there);
}

}  // namespace screens
