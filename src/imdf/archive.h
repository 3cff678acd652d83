// Reads a map of a venue in IMDF 1.0.0 (OGC 20-094): a folder of GeoJSON files, one for each type of feature.
// Every mistake is named by file, feature and reason, all in one go. What archives of others have beside the
// standard is a warning at most. What is made of it is in venue_maker.h. For summit-pack alone.
#pragma once

#include <array>
#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"
#include "model/place.h"
#include "model/venue.h"
#include "pack/problem.h"

namespace imdf {

// In the order in which problems are told.
enum class FeatureType {
  address,
  venue,
  building,
  footprint,
  level,
  unit,
  opening,
  amenity,
  anchor,
  occupant,
  fixture,
  kiosk,
  section,
  detail,
  relationship,
  geofence,
};
inline constexpr std::size_t feature_types = 16;

// "unit": as files and features are called.
std::string_view name_of(FeatureType type);

using Point = model::GeoPoint;

struct Geometry {
  enum class Kind { none, point, line, lines, polygon, polygons };
  Kind kind = Kind::none;
  std::vector<std::vector<Point>>
      lines;                          // a point: one with one; polygons: their rings, the last point left out
  std::vector<std::size_t> polygons;  // where each polygon begins in `lines`: its outer ring
};

struct Reference {
  std::string id;
  std::string type;
};

// One feature with what the app has a use for; a key that its type does not have is empty.
struct Feature {
  FeatureType type = FeatureType::unit;
  std::string id;
  Geometry geometry;
  std::string category;
  model::LocalizedText name;
  std::string restriction;
  std::vector<std::string> accessibility;
  std::vector<std::string> access_control;
  std::string door;  // its type
  std::optional<Point> display_point;
  std::string level_id;
  std::vector<std::string> building_ids;  // of a level or a footprint
  std::vector<std::string> unit_ids;      // of an amenity
  std::string unit_id;                    // of an anchor
  std::string anchor_id;                  // of an occupant or a kiosk
  std::vector<model::MapHours> hours;     // of an amenity or an occupant; no place in them
  int ordinal = 0;                        // of a level
  bool outdoor = false;                   // of a level
  bool directed = false;                  // of a relationship, as the next
  std::optional<Reference> origin, destination;
  std::vector<Reference> intermediary;
};

struct Archive {
  std::array<std::vector<Feature>, feature_types> features;  // by type
  const std::vector<Feature>& of(FeatureType type) const { return features[static_cast<std::size_t>(type)]; }
  std::vector<Feature>& of(FeatureType type) { return features[static_cast<std::size_t>(type)]; }
};

// Name ("unit.geojson") to bytes.
using Files = std::map<std::string, std::string, std::less<>>;

struct ArchiveResult {
  std::optional<Archive> archive;  // there exactly when no problem is an error
  std::vector<pack::Problem> problems;
};

// Of files in memory; `place` goes before their names in problems ("venue/"). Survives any bytes at all.
ArchiveResult read_archive(const Files& files, std::string_view place);

// The files of a folder or, where a zip is named, of that; or in words why they cannot be read.
std::expected<Files, std::string> load(const std::filesystem::path& path);

// Where the map of the event in `folder` is: its folder venue/ or the file venue.zip; empty when it has none.
std::filesystem::path map_beside(const std::filesystem::path& folder);

}  // namespace imdf
