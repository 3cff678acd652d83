// A whole small map in IMDF to break in tests: one building with a corridor, a hall, a café and toilets on
// one level, and stairs and a lift to the next.
#pragma once

#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "imdf/archive.h"

namespace small_archive {

using Json = nlohmann::ordered_json;
using Collections = std::map<std::string, Json>;  // "unit" to its features

inline std::string id(int number) {
  std::string digits = std::to_string(number);
  return "00000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

// Metres to the east and to the south of a place in the steppe.
inline Json at(double x, double y) {
  constexpr double latitude = 48, longitude = 68, metres = 6371008.8 * 3.14159265358979323846 / 180;
  return Json::array(
      {longitude + x / metres / std::cos(latitude * 3.14159265358979323846 / 180), latitude - y / metres});
}

inline Json box(double x, double y, double width, double height) {
  Json ring =
      Json::array({at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height), at(x, y)});
  return {{"type", "Polygon"}, {"coordinates", Json::array({ring})}};
}
inline Json line(double x, double y, double to_x, double to_y) {
  return {{"type", "LineString"}, {"coordinates", Json::array({at(x, y), at(to_x, to_y)})}};
}
inline Json point(double x, double y) { return {{"type", "Point"}, {"coordinates", at(x, y)}}; }

inline Json feature(const char* type, int number, Json geometry, Json properties) {
  return {{"id", id(number)},
          {"type", "Feature"},
          {"feature_type", type},
          {"geometry", std::move(geometry)},
          {"properties", std::move(properties)}};
}

inline Json unit(int number, const char* category, int level, Json geometry, Json name = nullptr) {
  return feature("unit", number, std::move(geometry),
                 {{"category", category},
                  {"restriction", nullptr},
                  {"accessibility", nullptr},
                  {"name", std::move(name)},
                  {"alt_name", nullptr},
                  {"level_id", id(level)},
                  {"display_point", nullptr}});
}
inline Json door(int number, int level, Json geometry) {
  return feature("opening", number, std::move(geometry),
                 {{"category", "pedestrian"},
                  {"accessibility", nullptr},
                  {"access_control", nullptr},
                  {"door", {{"type", "swinging"}, {"automatic", false}, {"material", nullptr}}},
                  {"name", nullptr},
                  {"alt_name", nullptr},
                  {"display_point", nullptr},
                  {"level_id", id(level)}});
}
inline Json relationship(int number, const char* category, int from, int to) {
  return feature("relationship", number, nullptr,
                 {{"category", category},
                  {"direction", "undirected"},
                  {"origin", {{"id", id(from)}, {"feature_type", "unit"}}},
                  {"intermediary", nullptr},
                  {"destination", {{"id", id(to)}, {"feature_type", "unit"}}},
                  {"hours", nullptr}});
}

// Levels 10 and 11; units from 20 on the lower and from 30 on the upper one: corridor, hall, café, toilets,
// stairs, lift.
inline Collections whole() {
  Collections all;
  all["address"].push_back(
      feature("address", 1, nullptr, {{"address", "Steppe"}, {"locality", "Nowhere"}, {"country", "KZ"}}));
  all["venue"].push_back(
      feature("venue", 2, box(-10, -10, 60, 60),
              {{"category", "conventioncenter"}, {"name", {{"en", "Small"}}}, {"address_id", id(1)}}));
  all["building"].push_back(
      feature("building", 3, nullptr, {{"category", "unspecified"}, {"name", nullptr}}));
  all["footprint"].push_back(feature("footprint", 4, box(0, 0, 40, 24),
                                     {{"category", "ground"}, {"building_ids", Json::array({id(3)})}}));
  int number = 40;
  for (int level : {10, 11}) {
    all["level"].push_back(feature("level", level, box(0, 0, 40, 24),
                                   {{"category", "unspecified"},
                                    {"restriction", nullptr},
                                    {"ordinal", level - 10},
                                    {"outdoor", false},
                                    {"name", {{"kk", std::to_string(level - 9) + "-қабат"}}},
                                    {"building_ids", Json::array({id(3)})}}));
    const int first = level == 10 ? 20 : 30;
    Json& units = all["unit"];
    units.push_back(unit(first, "walkway", level, box(0, 10, 40, 4)));
    units.push_back(unit(first + 1, "auditorium", level, box(0, 0, 20, 10), {{"en", "Hall"}}));
    units.push_back(unit(first + 2, "foodservice", level, box(20, 0, 20, 10), {{"en", "Café"}}));
    units.push_back(unit(first + 3, "restroom", level, box(0, 14, 10, 10)));
    units.push_back(unit(first + 4, "stairs", level, box(10, 14, 10, 10)));
    units.push_back(unit(first + 5, "elevator", level, box(20, 14, 20, 10)));
    Json& doors = all["opening"];
    doors.push_back(door(number++, level, line(9, 10, 11, 10)));
    doors.push_back(door(number++, level, line(29, 10, 31, 10)));
    doors.push_back(door(number++, level, line(4, 14, 6, 14)));
    doors.push_back(door(number++, level, line(14, 14, 16, 14)));
    doors.push_back(door(number++, level, line(29, 14, 31, 14)));
  }
  all["opening"].push_back(door(number++, 10, line(0, 11, 0, 13)));
  all["amenity"].push_back(
      feature("amenity", 60, point(25, 5),
              {{"category", "drinkingfountain"}, {"name", nullptr}, {"unit_ids", Json::array({id(22)})}}));
  all["relationship"].push_back(relationship(70, "stairs", 24, 34));
  all["relationship"].push_back(relationship(71, "elevator", 25, 35));
  all["anchor"].push_back(feature("anchor", 80, point(5, 5), {{"unit_id", id(21)}, {"address_id", nullptr}}));
  all["occupant"].push_back(
      feature("occupant", 81, nullptr,
              {{"category", "theater"}, {"name", {{"en", "Stage"}}}, {"anchor_id", id(80)}}));
  return all;
}

inline Json collection(const Json& features) {
  return {{"type", "FeatureCollection"}, {"features", features}};
}

inline imdf::Files files_of(const Collections& all) {
  imdf::Files files;
  files["manifest.json"] = R"({"version": "1.0.0", "created": "2026-01-01T00:00:00Z", "language": "kk"})";
  for (const auto& [type, features] : all) files[type + ".geojson"] = collection(features).dump();
  return files;
}

}  // namespace small_archive
