// The venue as it is drawn and walked: floors with their areas, doors and amenities, and the ways between
// them, all in one plane. summit-pack makes it of the event's map (imdf/); of what happens where, the
// programme knows more (place.h).
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "model/language.h"

namespace model {

// A place in the plane of the whole venue, in centimetres: x to the east, y to the south.
struct MapPoint {
  std::int32_t x_cm = 0;
  std::int32_t y_cm = 0;
  auto operator<=>(const MapPoint&) const = default;
};

// One or more polygons with holes. A place is inside when a line from it leaves over an odd number of sides.
struct MapArea {
  std::vector<MapPoint> points = {};      // ring by ring, each closing by itself
  std::vector<std::uint32_t> rings = {};  // where each ring begins in `points`; the first is an outer one
  std::vector<std::uint32_t> triangles =
      {};  // three places in `points` for each; empty: the only ring is convex
  bool operator==(const MapArea&) const = default;
};

enum class UnitKind {
  walkway,  // corridors and foyers: where one walks
  hall,
  meeting,
  exhibition,
  press,
  service,  // desks, cloakrooms, quiet rooms
  food,
  toilets,
  aid,
  outdoor,
  staff,  // closed to visitors
  stairs,
  escalator,
  lift,
  ramp,
  moving_walkway,
  open_to_below,  // no floor
  solid,          // columns and walls
  room,           // anything else with walls
};

// Who may walk there.
enum class MapAccess { everyone, restricted, staff };

struct MapLevel {
  std::string level = {};   // id of the event's Level; empty when the event has none for it
  int ordinal = 0;          // 0 at the street, higher above; the same for all buildings
  bool outdoor = false;     // the ground between the buildings
  LocalizedText name = {};  // as the map has it; screens prefer the name of the event's level
  MapArea area = {};        // may be empty
  bool operator==(const MapLevel&) const = default;
};

struct MapUnit {
  std::string room = {};    // id of the event's Room; empty when the event has none for it
  std::uint32_t level = 0;  // place in Venue::levels
  UnitKind kind = UnitKind::room;
  std::string category = {};  // as IMDF calls it: "restroom.female.wheelchair"
  MapAccess access = MapAccess::everyone;
  bool wheelchair = false;  // said to be made for wheelchairs
  bool open = false;        // has no walls of its own: a desk, a coffee area in a foyer
  LocalizedText name = {};  // empty when it has none, or a room of the event names it
  MapArea area = {};
  MapPoint label = {};  // where its name has most room, and where ways to it end
  bool operator==(const MapUnit&) const = default;
};

struct MapAmenity {
  std::string room = {};      // as in MapUnit
  std::string category = {};  // "defibrillator"
  std::uint32_t level = 0;
  std::uint32_t unit = 0;   // in which it is: a place in Venue::units
  LocalizedText name = {};  // may be empty
  MapPoint at = {};
  bool operator==(const MapAmenity&) const = default;
};

struct MapDoor {
  std::uint32_t level = 0;
  MapPoint from = {};
  MapPoint to = {};  // the gap in the wall
  MapAccess access = MapAccess::everyone;
  bool step_free = true;   // a wheelchair gets through
  bool entrance = false;   // leads out of a building
  bool emergency = false;  // for emergencies alone: no way leads through it
  bool closed = false;     // out of service
  bool operator==(const MapDoor&) const = default;
};

// Where ways bend.
struct MapBend {
  std::uint32_t level = 0;
  MapPoint at = {};
  bool operator==(const MapBend&) const = default;
};

// A straight piece of way inside a unit, or a ride or climb from a unit to the one above it. Ends are
// numbered through units (their label), amenities, doors (their middle) and bends.
struct MapWay {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::uint32_t unit = 0;  // inside which it is
  bool one_way = false;    // only from `from` to `to`
  bool operator==(const MapWay&) const = default;
};

// When a place is open, as its venue has published it.
struct MapHours {
  // Numbered as the ends of ways: a unit or an amenity. A place has one for each stretch of its days; those
  // that share their days stand together.
  std::uint32_t place = 0;
  std::uint8_t days = 0;    // bit 0 is Monday, bit 6 Sunday, bit 7 public holidays
  std::uint16_t from = 0;   // minutes since midnight,
  std::uint16_t until = 0;  // above 1440 past midnight; no later than `from`: closed on those days
  bool operator==(const MapHours&) const = default;
};

struct Venue {
  LocalizedText name = {};  // may be empty
  std::vector<MapLevel> levels = {};
  std::vector<MapUnit> units = {};
  std::vector<MapAmenity> amenities = {};
  std::vector<MapDoor> doors = {};
  std::vector<MapBend> bends = {};
  std::vector<MapWay> ways = {};
  std::vector<MapHours> hours = {};  // in the order of places

  bool empty() const { return levels.empty(); }
  bool operator==(const Venue&) const = default;
};

}  // namespace model
