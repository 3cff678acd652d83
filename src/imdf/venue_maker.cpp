#include "imdf/venue_maker.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "files/paths.h"
#include "imdf/categories.h"
#include "imdf/plan_checks.h"
#include "imdf/report.h"
#include "imdf/shapes.h"
#include "imdf/ways.h"
#include "pack/words.h"
#include "venue/geometry.h"

namespace imdf {
namespace {

using model::UnitKind;
using pack::say;

constexpr double near_cm = 50;  // a point on a wall belongs to both sides
constexpr std::string_view kiosk_category = "kiosk";

UnitKind kind_of_room(model::RoomKind room, UnitKind drawn) {
  switch (room) {
    case model::RoomKind::hall: return UnitKind::hall;
    case model::RoomKind::meeting: return UnitKind::meeting;
    case model::RoomKind::exhibition: return UnitKind::exhibition;
    case model::RoomKind::press: return UnitKind::press;
    case model::RoomKind::food: return UnitKind::food;
    case model::RoomKind::outdoor: return UnitKind::outdoor;
    // The map knows better what kind of service it is.
    case model::RoomKind::service:
      return drawn == UnitKind::toilets || drawn == UnitKind::aid ? drawn : UnitKind::service;
    default: return drawn;
  }
}

class Maker {
 public:
  Maker(const Archive& archive, const model::Event* event, std::string_view place)
      : archive_(archive), event_(event), report_(place), projection_(archive) {}

  VenueResult make() {
    if (!archive_.of(FeatureType::venue).empty()) venue_.name = archive_.of(FeatureType::venue).front().name;
    add_levels();
    add_units();
    know_rooms();
    shape();
    add_hours_of_occupants();
    add_amenities();
    add_doors();
    DoorUnits doors = join_doors(venue_);
    for (std::size_t i = 0; i < doors.size(); ++i)
      if (doors[i].empty())
        report_.warning(FeatureType::opening, door_ids_[i], "leads nowhere: no unit has a wall there");
    join_open_units(venue_, doors);
    mark_entrances(doors);
    mark_open_rooms(doors);
    add_ways(venue_, doors);
    join_levels();
    add_hours();
    check_plan(venue_, unit_ids_, doors, report_);
    VenueResult result;
    if (!report_.has_errors()) result.venue = std::move(venue_);
    result.problems = report_.take();
    result.problems.insert(result.problems.begin(), of_event_.begin(), of_event_.end());
    if (pack::has_errors(of_event_)) result.venue = {};
    return result;
  }

 private:
  void add_levels() {
    std::vector<const Feature*> levels;
    for (const Feature& level : archive_.of(FeatureType::level)) levels.push_back(&level);
    std::ranges::stable_sort(levels, {}, &Feature::ordinal);
    std::map<std::pair<std::string, int>, const Feature*> of_building;
    for (const Feature* level : levels) {
      levels_.emplace(level->id, static_cast<std::uint32_t>(venue_.levels.size()));
      venue_.levels.push_back({.ordinal = level->ordinal, .outdoor = level->outdoor, .name = level->name});
      venue_.levels.back().area = projection_.area(level->geometry);
      level_features_.push_back(level);
      for (const std::string& building : level->building_ids)
        if (const auto [known, is_new] = of_building.emplace(std::pair(building, level->ordinal), level);
            !is_new)
          report_.warning(FeatureType::level, level->id,
                          say("has the ordinal ", level->ordinal, " of another level of its building, ",
                              pack::quoted(known->second->id)));
    }
  }

  void add_unit(const Feature& feature, UnitKind kind, std::string category) {
    const auto level = levels_.find(feature.level_id);
    if (level == levels_.end() || feature.geometry.lines.empty()) return;
    model::MapUnit unit;
    unit.level = level->second;
    unit.kind = kind;
    unit.category = std::move(category);
    unit.access = access_of(feature.restriction);
    // A kitchen is no place for visitors, whether the map says so or not.
    if (kind == UnitKind::staff) unit.access = model::MapAccess::staff;
    unit.wheelchair = std::ranges::find(feature.accessibility, "wheelchair") != feature.accessibility.end();
    unit.name = feature.name;
    unit.area = projection_.area(feature.geometry);
    if (unit.area.rings.empty()) {
      report_.warning(feature.type, feature.id, "is too small to be drawn");
      return;
    }
    units_.emplace(feature.id, static_cast<std::uint32_t>(venue_.units.size()));
    unit_ids_.push_back({feature.type, feature.id});
    unit_features_.push_back(&feature);
    venue_.units.push_back(std::move(unit));
  }

  void add_units() {
    for (const Feature& unit : archive_.of(FeatureType::unit))
      add_unit(unit, kind_of_unit(unit.category), unit.category);
    for (const Feature& kiosk : archive_.of(FeatureType::kiosk)) {
      add_unit(kiosk, UnitKind::service, std::string(kiosk_category));
      if (const auto unit = units_.find(kiosk.id); unit != units_.end())
        venue_.units[unit->second].open = true;
    }
  }

  void of_places(std::string pointer, std::string reason, pack::Problem::Severity severity) {
    of_event_.push_back({"places.json", std::move(pointer), std::move(reason), severity});
  }

  // The event says which of its levels and rooms are which on the map.
  void know_rooms() {
    if (event_ == nullptr) return;
    using Severity = pack::Problem::Severity;
    std::unordered_map<std::string, std::string>
        anchored;  // occupants and amenities name units in other ways
    for (const Feature& occupant : archive_.of(FeatureType::occupant))
      for (const Feature& anchor : archive_.of(FeatureType::anchor))
        if (anchor.id == occupant.anchor_id) anchored.emplace(occupant.id, anchor.unit_id);
    std::unordered_map<std::string, std::string> taken;
    for (std::size_t i = 0; i < event_->levels.size(); ++i) {
      const model::Level& level = event_->levels[i];
      const std::string pointer = say("/levels/", i, "/map_level");
      if (level.map_level.empty()) {
        of_places(say("/levels/", i),
                  say(pack::quoted(level.id), " has no \"map_level\": the map does not show it"),
                  Severity::warning);
        continue;
      }
      const auto found = levels_.find(level.map_level);
      if (found == levels_.end())
        of_places(pointer, say("the map has no level ", pack::quoted(level.map_level)), Severity::error);
      else if (!taken.emplace(level.map_level, level.id).second)
        of_places(pointer,
                  say(pack::quoted(level.map_level), " is already the level ",
                      pack::quoted(taken[level.map_level])),
                  Severity::error);
      else
        venue_.levels[found->second].level = level.id;
    }
    for (std::size_t i = 0; i < event_->rooms.size(); ++i) {
      const model::Room& room = event_->rooms[i];
      const std::string pointer = say("/rooms/", i, "/unit");
      if (room.unit.empty()) {
        of_places(say("/rooms/", i), say(pack::quoted(room.id), " has no \"unit\": the map does not show it"),
                  Severity::warning);
        continue;
      }
      if (!taken.emplace(room.unit, room.id).second) {
        of_places(pointer,
                  say(pack::quoted(room.unit), " is already the room ", pack::quoted(taken[room.unit])),
                  Severity::error);
        continue;
      }
      const auto through = anchored.find(room.unit);
      const auto unit = units_.find(through != anchored.end() ? through->second : room.unit);
      if (unit == units_.end()) {
        const bool is_amenity = std::ranges::find(archive_.of(FeatureType::amenity), room.unit,
                                                  &Feature::id) != archive_.of(FeatureType::amenity).end();
        if (is_amenity)
          room_of_amenity_.emplace(room.unit, room.id);
        else
          of_places(pointer, say("the map has no unit, kiosk, occupant or amenity ", pack::quoted(room.unit)),
                    Severity::error);
        continue;
      }
      model::MapUnit& there = venue_.units[unit->second];
      there.room = room.id;
      there.name = {};
      there.kind = kind_of_room(room.kind, there.kind);
      const std::string& shown = venue_.levels[there.level].level;
      if (shown != room.level)
        of_places(pointer,
                  say("the map has it on ",
                      shown.empty() ? std::string("another level") : "level " + pack::quoted(shown),
                      ", not on ", pack::quoted(room.level)),
                  Severity::error);
    }
  }

  // Walls without needless corners, triangles, places for names.
  void shape() {
    for (std::uint32_t level = 0; level < venue_.levels.size(); ++level) {
      std::vector<model::MapArea*> areas{&venue_.levels[level].area};
      for (model::MapUnit& unit : venue_.units)
        if (unit.level == level) areas.push_back(&unit.area);
      simplify(areas);
      for (model::MapArea* area : areas) cut(*area);
    }
    for (std::size_t i = 0; i < venue_.units.size(); ++i) {
      model::MapUnit& unit = venue_.units[i];
      const Feature& feature = *unit_features_[i];
      bool has_place = false;
      if (feature.display_point) {
        unit.label = projection_.on_plan(*feature.display_point);
        has_place = venue::is_inside(unit.area, unit.label);
        if (!has_place) report_.warning(feature.type, feature.id, "its display_point lies outside of it");
      }
      if (!has_place) unit.label = label_place(unit.area);
    }
  }

  void note_hours(std::uint32_t place, bool is_amenity, const Feature& feature) {
    if (!feature.hours.empty()) hours_.push_back({place, is_amenity, &feature.hours});
  }

  void add_hours_of_occupants() {
    std::unordered_map<std::string_view, std::string_view> unit_of_anchor;
    for (const Feature& anchor : archive_.of(FeatureType::anchor))
      unit_of_anchor.emplace(anchor.id, anchor.unit_id);
    for (const Feature& occupant : archive_.of(FeatureType::occupant))
      if (const auto anchor = unit_of_anchor.find(occupant.anchor_id); anchor != unit_of_anchor.end())
        if (const auto unit = units_.find(std::string(anchor->second)); unit != units_.end())
          note_hours(unit->second, false, occupant);
  }

  // Once all places are counted. Of several who say something of one place the first is right: occupants
  // before amenities.
  void add_hours() {
    const auto units = static_cast<std::uint32_t>(venue_.units.size());
    const auto number = [&](const OfPlace& one) { return one.place + (one.is_amenity ? units : 0); };
    std::ranges::stable_sort(hours_, {}, number);
    const auto [end, last] = std::ranges::unique(hours_, {}, number);
    hours_.erase(end, last);
    for (const OfPlace& one : hours_)
      for (model::MapHours hours : *one.hours) {
        hours.place = number(one);
        venue_.hours.push_back(hours);
      }
  }

  void add_amenities() {
    for (const Feature& feature : archive_.of(FeatureType::amenity)) {
      if (feature.geometry.lines.empty()) continue;
      const model::MapPoint at = projection_.on_plan(feature.geometry.lines[0][0]);
      std::vector<std::uint32_t> listed;
      for (const std::string& id : feature.unit_ids)
        if (const auto unit = units_.find(id); unit != units_.end()) listed.push_back(unit->second);
      if (listed.empty()) {
        report_.warning(FeatureType::amenity, feature.id, "is in no unit; it is not shown");
        continue;
      }
      joined_by_amenity_.push_back({feature.category, listed});
      for (const std::uint32_t unit : listed) {
        const model::MapUnit& there = venue_.units[unit];
        if (!venue::is_inside(there.area, at) && venue::distance_to_edge_cm(there.area, at) > near_cm) {
          report_.warning(FeatureType::amenity, feature.id,
                          say("lies outside of the unit that it lists, ", pack::quoted(unit_ids_[unit].id)));
          continue;
        }
        const auto room = room_of_amenity_.find(feature.id);
        // The unit says it already.
        if (room == room_of_amenity_.end() && feature.category == there.category) {
          note_hours(unit, false, feature);
          continue;
        }
        note_hours(static_cast<std::uint32_t>(venue_.amenities.size()), true, feature);
        venue_.amenities.push_back(
            {.room = room != room_of_amenity_.end() ? room->second : std::string{},
             .category = feature.category,
             .level = there.level,
             .unit = unit,
             .name = room != room_of_amenity_.end() ? model::LocalizedText{} : feature.name,
             .at = at});
      }
    }
  }

  void add_doors() {
    for (const Feature& feature : archive_.of(FeatureType::opening)) {
      const auto level = levels_.find(feature.level_id);
      if (feature.geometry.lines.empty() || level == levels_.end()) continue;
      model::MapDoor door;
      door.level = level->second;
      door.from = projection_.on_plan(feature.geometry.lines[0].front());
      door.to = projection_.on_plan(feature.geometry.lines[0].back());
      if (door.from == door.to) continue;
      const auto has = [&](std::string_view word) {
        return std::ranges::find(feature.access_control, word) != feature.access_control.end();
      };
      door.emergency = feature.category == "emergencyexit";
      door.closed = has("outofservice");
      if (feature.category == "service")
        door.access = model::MapAccess::staff;
      else if (!feature.access_control.empty() && !door.closed)
        door.access = model::MapAccess::restricted;
      const bool wheelchair =
          std::ranges::find(feature.accessibility, "wheelchair") != feature.accessibility.end();
      door.step_free = wheelchair || !(feature.door == "revolving" || feature.door.starts_with("turnstile"));
      venue_.doors.push_back(door);
      door_ids_.push_back(feature.id);
      open_doors_.push_back(feature.door == "open");
    }
  }

  void mark_entrances(const DoorUnits& doors) {
    for (std::size_t i = 0; i < doors.size(); ++i) {
      const auto outdoor = [&](std::uint32_t unit) {
        return venue_.levels[venue_.units[unit].level].outdoor ||
               venue_.units[unit].kind == UnitKind::outdoor;
      };
      model::MapDoor& door = venue_.doors[i];
      if (doors[i].size() == 2)
        door.entrance = outdoor(doors[i][0]) != outdoor(doors[i][1]);
      else if (doors[i].size() == 1 && !outdoor(doors[i][0]))
        // On the outer wall, where the map knows nothing of what is outside.
        door.entrance = !venue_.levels[door.level].area.rings.empty() &&
                        venue::distance_to_edge_cm(venue_.levels[door.level].area, door.from) < near_cm &&
                        venue::distance_to_edge_cm(venue_.levels[door.level].area, door.to) < near_cm;
    }
  }

  // A room that is open along half of its sides has no walls to speak of.
  void mark_open_rooms(const DoorUnits& doors) {
    std::vector<double> open(venue_.units.size());
    for (std::size_t i = 0; i < open_doors_.size(); ++i)
      if (open_doors_[i])
        for (const std::uint32_t unit : doors[i])
          open[unit] += venue::distance_cm(venue_.doors[i].from, venue_.doors[i].to);
    for (std::size_t i = 0; i < venue_.units.size(); ++i) {
      double around = 0;
      const auto ring = venue::ring_of(venue_.units[i].area, 0);
      for (std::size_t k = 0, j = ring.size() - 1; k < ring.size(); j = k++)
        around += venue::distance_cm(ring[j], ring[k]);
      switch (venue_.units[i].kind) {
        case UnitKind::stairs:
        case UnitKind::escalator:
        case UnitKind::lift: break;
        default:
          if (open[i] * 2 >= around) venue_.units[i].open = true;
      }
    }
  }

  void join(std::uint32_t a, std::uint32_t b, bool directed) {
    if (a == b || venue_.units[a].level == venue_.units[b].level) return;
    if (venue_.levels[venue_.units[a].level].ordinal == venue_.levels[venue_.units[b].level].ordinal) return;
    const auto known = std::minmax(a, b);
    if (!joined_.insert({known.first, known.second}).second) return;
    venue_.ways.push_back({.from = a, .to = b, .unit = a, .one_way = directed});
  }

  // Stairs and escalators from each level to the next, lifts from each to each.
  void join_all(std::vector<std::uint32_t> units, bool directed) {
    const auto ordinal = [&](std::uint32_t unit) { return venue_.levels[venue_.units[unit].level].ordinal; };
    if (!directed) std::ranges::stable_sort(units, {}, ordinal);
    const bool is_lift = std::ranges::all_of(
        units, [&](std::uint32_t unit) { return venue_.units[unit].kind == UnitKind::lift; });
    for (std::size_t i = 0; i < units.size(); ++i)
      for (std::size_t k = i + 1; k < units.size() && (is_lift || k == i + 1); ++k)
        join(units[i], units[k], directed);
  }

  void join_levels() {
    for (const Feature& relationship : archive_.of(FeatureType::relationship)) {
      std::vector<std::uint32_t> units;
      const auto take = [&](const std::optional<Reference>& reference) {
        if (!reference) return;
        if (const auto unit = units_.find(reference->id); unit != units_.end()) units.push_back(unit->second);
      };
      take(relationship.origin);
      for (const Reference& one : relationship.intermediary) take(one);
      take(relationship.destination);
      join_all(units, relationship.directed);
    }
    for (const auto& [category, units] : joined_by_amenity_)
      if (category == "stairs" || category == "elevator" || category == "escalator" || category == "ramp")
        join_all(units, false);
    // What lies above each other and is of one kind is one, where the map says nothing of it.
    std::vector<bool> told(venue_.units.size());
    for (const auto& [a, b] : joined_) told[a] = told[b] = true;
    std::vector<std::uint32_t> untold;
    for (std::uint32_t unit = 0; unit < venue_.units.size(); ++unit) switch (venue_.units[unit].kind) {
        case UnitKind::stairs:
        case UnitKind::escalator:
        case UnitKind::lift:
          if (!told[unit] && venue_.units[unit].category != "steps") untold.push_back(unit);
          break;
        default: break;
      }
    const auto ordinal = [&](std::uint32_t unit) { return venue_.levels[venue_.units[unit].level].ordinal; };
    std::ranges::stable_sort(untold, {}, ordinal);
    for (std::size_t i = 0; i < untold.size(); ++i) {
      std::optional<int>
          reached;  // stairs end on the next level that has them, whichever are left out between
      for (std::size_t k = i + 1; k < untold.size(); ++k) {
        const model::MapUnit &one = venue_.units[untold[i]], &other = venue_.units[untold[k]];
        if (one.kind != other.kind || ordinal(untold[i]) == ordinal(untold[k])) continue;
        if (one.kind != UnitKind::lift && reached && *reached != ordinal(untold[k])) break;
        if (!venue::is_inside(one.area, other.label) || !venue::is_inside(other.area, one.label)) continue;
        reached = ordinal(untold[k]);
        join(untold[i], untold[k], false);
      }
    }
  }

  const Archive& archive_;
  const model::Event* event_;
  Report report_;
  Projection projection_;
  model::Venue venue_;
  std::vector<pack::Problem> of_event_;
  std::unordered_map<std::string, std::uint32_t> levels_, units_;
  std::vector<const Feature*> level_features_, unit_features_;
  std::vector<UnitName> unit_ids_;
  std::vector<std::string> door_ids_;
  std::vector<bool> open_doors_;
  std::unordered_map<std::string, std::string> room_of_amenity_;
  std::vector<std::pair<std::string, std::vector<std::uint32_t>>> joined_by_amenity_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> joined_;
  struct OfPlace {
    std::uint32_t place;  // among units, or among amenities
    bool is_amenity;
    const std::vector<model::MapHours>* hours;
  };
  std::vector<OfPlace> hours_;
};

}  // namespace

VenueResult make_venue(const Archive& archive, const model::Event* event, std::string_view place) {
  return Maker(archive, event, place).make();
}

VenueResult venue_beside(const std::filesystem::path& folder, const model::Event& event) {
  const std::filesystem::path path = map_beside(folder);
  if (path.empty()) return {};
  const std::string place = files::text_of(path.filename()) + "/";
  const auto files = load(path);
  VenueResult result;
  if (!files) {
    result.problems.push_back(
        {files::text_of(path.filename()), "", files.error(), pack::Problem::Severity::error});
    return result;
  }
  ArchiveResult read = read_archive(*files, place);
  if (read.archive) result = make_venue(*read.archive, &event, place);
  result.problems.insert(result.problems.begin(), read.problems.begin(), read.problems.end());
  return result;
}

}  // namespace imdf
