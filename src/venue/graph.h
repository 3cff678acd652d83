// The ways of a venue, prepared for looking up routes: made once of the plan, then only read.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/venue.h"

namespace venue {

// Something to walk to or from, numbered as the ends of model::MapWay are: first the units, then the
// amenities, then the doors. Higher numbers are bends of ways and no places.
using PlaceId = std::uint32_t;
inline constexpr PlaceId no_place = 0xFFFF'FFFF;

enum class EdgeKind : std::uint8_t { walk, steps, stairs, escalator, lift, ramp };

struct Edge {
  std::uint32_t to = 0;
  std::uint32_t unit = 0;
  std::uint32_t length_cm = 0;  // on the plan: climbs count as what they are long seen from above
  // What decides between ways: centimetres of walking that are as much trouble. At least length_cm.
  std::uint32_t cost_cm = 0;
  EdgeKind kind = EdgeKind::walk;
};

// What lies at one end of ways.
struct Node {
  model::MapPoint at;
  std::uint32_t level = 0;
};

class Venue {
 public:
  // The plan must live as long as this. Ways that name what is not there are left out.
  explicit Venue(const model::Venue& plan);

  const model::Venue& plan() const { return plan_; }
  std::span<const Node> nodes() const { return nodes_; }
  std::span<const Edge> from(std::uint32_t node) const {
    return {edges_.data() + first_[node], edges_.data() + first_[node + 1]};
  }

  PlaceId place_of_unit(std::size_t unit) const { return static_cast<PlaceId>(unit); }
  PlaceId place_of_amenity(std::size_t amenity) const {
    return static_cast<PlaceId>(plan_.units.size() + amenity);
  }
  PlaceId place_of_door(std::size_t door) const {
    return static_cast<PlaceId>(plan_.units.size() + plan_.amenities.size() + door);
  }
  // That room of the event; no_place when the plan does not have it.
  PlaceId place_of_room(std::string_view room) const;

  // Null when it is none.
  const model::MapUnit* unit(PlaceId place) const;
  const model::MapAmenity* amenity(PlaceId place) const;
  const model::MapDoor* door(PlaceId place) const;
  bool is_place(PlaceId place) const;

  // The unit that a place or a bend is, or in which it is; no_place for a door, which is between two.
  std::uint32_t unit_around(PlaceId place) const;

  // When it is open, as far as its venue has published that.
  std::span<const model::MapHours> hours_of(PlaceId place) const;

  // The units through which the same lift goes, one on each of its levels, the given one among them; nothing
  // where that is no lift.
  std::vector<PlaceId> stops_of_lift(PlaceId place) const;

  // The doors of a unit.
  std::span<const PlaceId> doors_of(std::uint32_t unit) const;

  // The innermost unit at a point of a level, without open ground: what somebody stands in.
  std::uint32_t unit_at(std::uint32_t level, model::MapPoint at) const;

  // Where a walk begins for somebody who stands at that point: the nearest place or bend in the unit there,
  // and where there is none the nearest on the level. no_place where the level has none at all.
  std::uint32_t node_at(std::uint32_t level, model::MapPoint at) const;

 private:
  const model::Venue& plan_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<std::uint32_t> first_;  // of each node in edges_, and the end
  std::vector<PlaceId> doors_;        // unit by unit
  std::vector<std::uint32_t> first_door_;
  std::unordered_map<std::string_view, PlaceId> place_of_room_;
};

}  // namespace venue
