// Where things happen: sites, their levels, and the rooms on them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/language.h"
#include "model/publication.h"

namespace model {

// A point on the plan of a site, in metres: x to the east side of the drawing,
// y downwards, from the upper left corner of the level.
struct PlanPoint {
  double x_m = 0;
  double y_m = 0;
  bool operator==(const PlanPoint&) const = default;
};

// A position on the globe, in degrees, WGS 84.
struct GeoPoint {
  double latitude = 0;
  double longitude = 0;
  bool operator==(const GeoPoint&) const = default;
};

// A building or ground where a part of the event takes place.
struct Site {
  std::string id;
  LocalizedText name;
  LocalizedText description;         // may be empty
  std::optional<GeoPoint> position;  // absent when nobody has published it
  Publication publication;
  bool operator==(const Site&) const = default;
};

// One floor of a site.
struct Level {
  std::string id;
  std::string site;                // id of a Site
  int number = 1;                  // as printed on the building's signs; 1 is the ground floor
  LocalizedText name;              // "Level 2", "2 этаж", "2-қабат"
  std::vector<PlanPoint> outline;  // closed polygon; empty when no plan is known
  std::string map_level;           // the level of the event's map (IMDF); empty when it has none for it
  Publication publication;
  bool operator==(const Level&) const = default;
};

enum class RoomKind { hall, meeting, exhibition, press, service, food, stairs, lift, entrance, outdoor };

// Anything on a level that a session can be in or that a visitor may look for.
struct Room {
  std::string id;
  std::string level;  // id of a Level
  RoomKind kind = RoomKind::hall;
  LocalizedText name;
  LocalizedText description;       // may be empty
  std::optional<int> seats;        // absent when not published
  std::vector<PlanPoint> outline;  // closed polygon; empty when it cannot be drawn
  std::string unit;  // the unit, kiosk or amenity of the event's map; empty when it has none for it
  Publication publication;
  bool operator==(const Room&) const = default;
};

}  // namespace model
