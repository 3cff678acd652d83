// A made-up venue of any size for tests and benchmarks: on each level a long corridor, corridors off it, and
// rooms on both sides of those; stairs and lifts at both ends, and an escalator that only goes up.
#pragma once

#include <cstdint>
#include <string>

#include "model/venue.h"

namespace test {

struct GridVenue {
  int levels = 2;
  int corridors = 3;  // off the long one
  int rooms = 10;     // at each corridor
};

inline model::Venue make_venue(const GridVenue& size) {
  using namespace model;
  constexpr int room_cm = 600, corridor_cm = 400;
  Venue venue;
  const auto box = [](int x, int y, int width, int height) {
    return MapArea{.points = {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}},
                   .rings = {0}};
  };
  struct Pending {
    std::uint32_t unit;
    bool from_door, to_door;
    std::uint32_t from, to;
  };
  // Doors and bends are numbered when all units are there.
  std::vector<Pending> pending;
  const auto add_unit = [&](std::uint32_t level, UnitKind kind, const char* category, MapArea area,
                            MapPoint label) {
    venue.units.push_back(
        {.level = level, .kind = kind, .category = category, .area = std::move(area), .label = label});
    return static_cast<std::uint32_t>(venue.units.size() - 1);
  };
  const auto add_door = [&](std::uint32_t level, MapPoint from, MapPoint to) {
    venue.doors.push_back({.level = level, .from = from, .to = to});
    return static_cast<std::uint32_t>(venue.doors.size() - 1);
  };
  const auto add_bend = [&](std::uint32_t level, MapPoint at) {
    venue.bends.push_back({level, at});
    return static_cast<std::uint32_t>(venue.bends.size() - 1);
  };
  struct RoomWay {
    std::uint32_t room, door;
  };
  struct Ride {
    std::uint32_t from, to;
    bool one_way;
  };
  std::vector<RoomWay> room_ways;
  std::vector<Ride> rides;
  std::uint32_t below_stairs = 0, below_lift = 0, below_far_stairs = 0, below_far_lift = 0,
                below_escalator = 0;
  const int per_side = (size.rooms + 1) / 2;
  const int pitch = corridor_cm + 2 * room_cm;  // from corridor to corridor
  for (std::uint32_t level = 0; level < static_cast<std::uint32_t>(size.levels); ++level) {
    const int length = size.corridors * pitch;
    venue.levels.push_back(
        {.ordinal = static_cast<int>(level),
         .area = box(-room_cm, -room_cm, length + 2 * room_cm, 2 * room_cm + per_side * room_cm)});
    const std::uint32_t spine =
        add_unit(level, UnitKind::walkway, "walkway", box(0, 0, length, corridor_cm), {length / 2, 200});
    std::uint32_t last_bend = 0;
    const auto on_spine = [&](int x, std::uint32_t unit_door, bool first) {
      const std::uint32_t bend = add_bend(level, {x, corridor_cm / 2});
      pending.push_back({spine, true, false, unit_door, bend});
      if (!first) pending.push_back({spine, false, false, last_bend, bend});
      last_bend = bend;
    };
    const auto connector = [&](UnitKind kind, const char* category, int x, int y, int door_x, int door_y,
                               bool first) {
      const std::uint32_t unit =
          add_unit(level, kind, category, box(x, y, room_cm, room_cm), {x + room_cm / 2, y + room_cm / 2});
      const std::uint32_t door = add_door(level, {door_x - 60, door_y}, {door_x + 60, door_y});
      room_ways.push_back({unit, door});
      on_spine(door_x, door, first);
      return unit;
    };
    const std::uint32_t stairs = connector(UnitKind::stairs, "stairs", 0, -room_cm, 300, 0, true);
    const std::uint32_t lift =
        connector(UnitKind::lift, "elevator", room_cm, -room_cm, room_cm + 300, 0, false);
    for (int i = 0; i < size.corridors; ++i) {
      const int x = i * pitch + room_cm;
      const std::uint32_t corridor =
          add_unit(level, UnitKind::walkway, "walkway", box(x, corridor_cm, corridor_cm, per_side * room_cm),
                   {x + 200, 1000});
      const std::uint32_t into = add_door(level, {x, corridor_cm}, {x + corridor_cm, corridor_cm});
      on_spine(x + corridor_cm / 2, into, false);
      std::uint32_t before = 0;
      for (int k = 0; k < per_side; ++k) {
        const int y = corridor_cm + k * room_cm, middle = y + room_cm / 2;
        const std::uint32_t bend = add_bend(level, {x + corridor_cm / 2, middle});
        if (k == 0)
          pending.push_back({corridor, true, false, into, bend});
        else
          pending.push_back({corridor, false, false, before, bend});
        before = bend;
        for (const bool east : {false, true}) {
          const int room_x = east ? x + corridor_cm : x - room_cm, wall = east ? x + corridor_cm : x;
          const std::uint32_t room =
              add_unit(level, UnitKind::meeting, "conferenceroom", box(room_x, y, room_cm, room_cm),
                       {room_x + room_cm / 2, middle});
          const std::uint32_t door = add_door(level, {wall, middle - 50}, {wall, middle + 50});
          room_ways.push_back({room, door});
          pending.push_back({corridor, true, false, door, bend});
        }
      }
    }
    const std::uint32_t far_stairs =
        connector(UnitKind::stairs, "stairs", length - room_cm, -room_cm, length - 300, 0, false);
    const std::uint32_t far_lift = connector(UnitKind::lift, "elevator", length - 2 * room_cm, -room_cm,
                                             length - room_cm - 300, 0, false);
    const std::uint32_t escalator = connector(UnitKind::escalator, "escalator", length - 3 * room_cm,
                                              -room_cm, length - 2 * room_cm - 300, 0, false);
    if (level > 0) {
      rides.push_back({below_stairs, stairs, false});
      rides.push_back({below_lift, lift, false});
      rides.push_back({below_far_stairs, far_stairs, false});
      rides.push_back({below_far_lift, far_lift, false});
      rides.push_back({below_escalator, escalator, true});
    }
    below_stairs = stairs;
    below_lift = lift;
    below_far_stairs = far_stairs;
    below_far_lift = far_lift;
    below_escalator = escalator;
  }
  const auto doors = static_cast<std::uint32_t>(venue.units.size());
  const auto bends = static_cast<std::uint32_t>(doors + venue.doors.size());
  for (const RoomWay& way : room_ways)
    venue.ways.push_back({.from = doors + way.door, .to = way.room, .unit = way.room});
  for (const Ride& ride : rides)
    venue.ways.push_back({.from = ride.from, .to = ride.to, .unit = ride.from, .one_way = ride.one_way});
  for (const Pending& way : pending)
    venue.ways.push_back({.from = (way.from_door ? doors : bends) + way.from,
                          .to = (way.to_door ? doors : bends) + way.to,
                          .unit = way.unit});
  return venue;
}

}  // namespace test
