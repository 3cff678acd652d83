#include "imdf/archive.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "imdf/categories.h"
#include "imdf/hours.h"
#include "imdf/report.h"
#include "pack/json_parse.h"
#include "pack/words.h"

namespace imdf {
namespace {

using pack::say;
using pack::json::find;
using pack::json::kind_of;
using pack::json::List;
using pack::json::Object;
using pack::json::Value;

// Far above any venue; they keep a runaway file from taking hours.
constexpr std::size_t most_features = 60'000;
constexpr std::size_t most_points = 20'000;  // of one feature
constexpr std::size_t longest_text = 200;

constexpr std::string_view names[feature_types] = {
    "address", "venue",    "building", "footprint", "level",   "unit",   "opening",      "amenity",
    "anchor",  "occupant", "fixture",  "kiosk",     "section", "detail", "relationship", "geofence"};

constexpr std::string_view suffix = ".geojson";
constexpr std::string_view manifest_file = "manifest.json";

bool is_uuid(std::string_view id) {
  if (id.size() != 36) return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = id[i];
    const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (dash ? c != '-' : !hex) return false;
  }
  return true;
}

bool is_null(const Value* value) {
  return value == nullptr || std::holds_alternative<std::monostate>(value->content);
}

std::optional<double> number_in(const Value& value) {
  if (const double* fraction = value.fraction()) return *fraction;
  if (const std::int64_t* whole = value.whole_number()) return static_cast<double>(*whole);
  return std::nullopt;
}

// Whether the sides p-q and r-s cross, ends not counted.
bool cross(const Point& p, const Point& q, const Point& r, const Point& s) {
  const auto side = [](const Point& a, const Point& b, const Point& c) {
    return (b.longitude - a.longitude) * (c.latitude - a.latitude) -
           (b.latitude - a.latitude) * (c.longitude - a.longitude);
  };
  const double a = side(p, q, r), b = side(p, q, s), c = side(r, s, p), d = side(r, s, q);
  return ((a > 0 && b < 0) || (a < 0 && b > 0)) && ((c > 0 && d < 0) || (c < 0 && d > 0));
}

// The first two sides that cross; nothing when none do. Sides are sorted from west to east, so that only
// neighbours are compared.
std::optional<std::pair<std::size_t, std::size_t>> crossing_in(const std::vector<Point>& ring) {
  std::vector<std::size_t> order(ring.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto end = [&](std::size_t i) -> const Point& { return ring[(i + 1) % ring.size()]; };
  const auto west = [&](std::size_t i) { return std::min(ring[i].longitude, end(i).longitude); };
  std::ranges::sort(order, {}, west);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const double east = std::max(ring[order[i]].longitude, end(order[i]).longitude);
    for (std::size_t j = i + 1; j < order.size() && west(order[j]) < east; ++j)
      if (cross(ring[order[i]], end(order[i]), ring[order[j]], end(order[j])))
        return std::minmax(order[i], order[j]);
  }
  return std::nullopt;
}

double doubled_area(const std::vector<Point>& ring) {
  double sum = 0;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
    sum += (ring[j].longitude - ring[0].longitude) * (ring[i].latitude - ring[0].latitude) -
           (ring[i].longitude - ring[0].longitude) * (ring[j].latitude - ring[0].latitude);
  return std::abs(sum);
}

// What a feature of a type must and may be.
bool may_be_without_geometry(FeatureType type) {
  switch (type) {
    case FeatureType::address:
    case FeatureType::building:
    case FeatureType::occupant:
    case FeatureType::relationship: return true;
    default: return false;
  }
}

bool fits(FeatureType type, Geometry::Kind kind) {
  using Kind = Geometry::Kind;
  switch (type) {
    case FeatureType::venue:
    case FeatureType::footprint:
    case FeatureType::level:
    case FeatureType::unit:
    case FeatureType::fixture:
    case FeatureType::kiosk:
    case FeatureType::section:
    case FeatureType::geofence: return kind == Kind::polygon || kind == Kind::polygons;
    case FeatureType::opening: return kind == Kind::line;
    case FeatureType::amenity:
    case FeatureType::anchor: return kind == Kind::point;
    case FeatureType::detail: return kind == Kind::line || kind == Kind::lines;
    default: return true;
  }
}

std::string_view wanted_geometry(FeatureType type) {
  switch (type) {
    case FeatureType::opening: return "a LineString";
    case FeatureType::amenity:
    case FeatureType::anchor: return "a Point";
    case FeatureType::detail: return "a LineString or MultiLineString";
    default: return "a Polygon or MultiPolygon";
  }
}

class Reader {
 public:
  Reader(const Files& files, std::string_view place) : files_(files), place_(place), report_(place) {}

  ArchiveResult read() {
    read_manifest();
    for (std::size_t i = 0; i < feature_types; ++i) read_file(static_cast<FeatureType>(i));
    report_foreign_files();
    check_references();
    check_positions();
    ArchiveResult result;
    if (!report_.has_errors()) result.archive = std::move(archive_);
    result.problems = report_.take();
    return result;
  }

 private:
  void error(std::string reason) { report_.error(type_, where_, std::move(reason)); }
  void warning(std::string reason) { report_.warning(type_, where_, std::move(reason)); }

  std::optional<Value> parse(const std::string& name, std::string_view bytes) {
    pack::ProblemList found;
    auto value = pack::json::parse(name, bytes, found);
    for (pack::Problem& problem : found.take({}))
      report_.add(name, problem.pointer, std::move(problem.reason), problem.severity);
    return value;
  }

  void read_manifest() {
    const std::string name(manifest_file);
    const auto warn = [&](std::string reason) {
      report_.add(name, "", std::move(reason), pack::Problem::Severity::warning);
    };
    const auto file = files_.find(manifest_file);
    if (file == files_.end()) return warn("is missing");
    const auto manifest = parse(name, file->second);
    if (!manifest) return;
    const Object* object = manifest->object();
    if (object == nullptr) return warn(say("must be an object, is ", kind_of(*manifest)));
    const Value* version = find(*object, "version");
    const std::string* text = version != nullptr ? version->text() : nullptr;
    if (text == nullptr)
      warn("says no version");
    else if (*text != "1.0.0")
      warn(say("is of version ", pack::quoted(*text), "; this program reads 1.0.0"));
  }

  void read_file(FeatureType type) {
    type_ = type;
    where_.clear();
    const std::string name = say(name_of(type), suffix);
    const auto file = files_.find(name);
    if (file == files_.end()) {
      if (type == FeatureType::level || type == FeatureType::unit)
        error("is missing");
      else if (type == FeatureType::venue || type == FeatureType::address)
        warning("is missing");
      return;
    }
    const auto value = parse(name, file->second);
    if (!value) return;
    const Object* object = value->object();
    if (object == nullptr) return error(say("must be a FeatureCollection, is ", kind_of(*value)));
    const Value* kind = find(*object, "type");
    if (kind == nullptr || kind->text() == nullptr || *kind->text() != "FeatureCollection")
      error("has no \"type\" FeatureCollection");
    const Value* features = find(*object, "features");
    if (features == nullptr) return error("has no \"features\"");
    const List* list = features->list();
    if (list == nullptr) return error(say("\"features\" must be a list, is ", kind_of(*features)));
    if (list->size() > most_features)
      return error(say("has ", list->size(), " features; at most ", most_features, " fit here"));
    if (list->empty() && (type == FeatureType::unit || type == FeatureType::level))
      error(say("has no ", name_of(type), "s"));
    for (std::size_t i = 0; i < list->size(); ++i) {
      where_ = say("/features/", i);
      read_feature((*list)[i]);
    }
    if (type == FeatureType::venue && archive_.of(type).size() != 1) {
      where_.clear();
      warning(say("has ", archive_.of(type).size(), " venues; it should be one"));
    }
  }

  void report_foreign_files() {
    for (const auto& [name, bytes] : files_) {
      if (name == manifest_file) continue;
      const bool known =
          std::ranges::any_of(names, [&](std::string_view one) { return name == say(one, suffix); });
      if (!known)
        report_.add(name, "", "is no file of IMDF 1.0.0; it is not read", pack::Problem::Severity::warning);
    }
  }

  void read_feature(const Value& value) {
    const Object* object = value.object();
    if (object == nullptr) return error(say("must be a feature, is ", kind_of(value)));
    Feature feature;
    feature.type = type_;
    const Value* id = find(*object, "id");
    if (is_null(id)) {
      error("has no id");
    } else if (id->text() == nullptr) {
      error(say("its id must be a text, is ", kind_of(*id)));
    } else {
      feature.id = *id->text();
      where_ = feature.id;
      if (feature.id.empty()) {
        error("has an empty id");
      } else if (!is_uuid(feature.id)) {
        warning("its id is no UUID");
      }
      const auto [earlier, is_new] = ids_.emplace(feature.id, type_);
      if (!is_new) error(say("its id is taken by a feature of ", name_of(earlier->second), suffix));
    }
    const Value* type = find(*object, "type");
    if (type == nullptr || type->text() == nullptr || *type->text() != "Feature")
      error("has no \"type\" Feature");
    const Value* feature_type = find(*object, "feature_type");
    if (is_null(feature_type))
      error(say("has no \"feature_type\"; it should be ", pack::quoted(name_of(type_))));
    else if (feature_type->text() == nullptr || *feature_type->text() != name_of(type_))
      error(say("its \"feature_type\" is ",
                feature_type->text() != nullptr ? pack::quoted(*feature_type->text())
                                                : std::string(kind_of(*feature_type)),
                ", in this file it should be ", pack::quoted(name_of(type_))));
    read_geometry(find(*object, "geometry"), feature);
    const Value* properties = find(*object, "properties");
    const Object* keys = properties != nullptr ? properties->object() : nullptr;
    if (keys == nullptr)
      error("has no properties");
    else
      read_properties(*keys, feature);
    archive_.of(type_).push_back(std::move(feature));
  }

  // --- Geometry ---

  void read_geometry(const Value* value, Feature& feature) {
    if (is_null(value)) {
      if (!may_be_without_geometry(type_))
        error(say("has no geometry; it should be ", wanted_geometry(type_)));
      return;
    }
    const Object* object = value->object();
    const Value* type = object != nullptr ? find(*object, "type") : nullptr;
    const Value* coordinates = object != nullptr ? find(*object, "coordinates") : nullptr;
    if (type == nullptr || type->text() == nullptr || coordinates == nullptr ||
        coordinates->list() == nullptr)
      return error("its geometry is none of GeoJSON: it needs \"type\" and \"coordinates\"");
    using Kind = Geometry::Kind;
    const std::string& name = *type->text();
    const List& list = *coordinates->list();
    Geometry geometry;
    geometry.kind = name == "Point"             ? Kind::point
                    : name == "LineString"      ? Kind::line
                    : name == "MultiLineString" ? Kind::lines
                    : name == "Polygon"         ? Kind::polygon
                    : name == "MultiPolygon"    ? Kind::polygons
                                                : Kind::none;
    if (geometry.kind == Kind::none || !fits(type_, geometry.kind)) {
      // What is not drawn may have any.
      if (geometry.kind == Kind::none && may_be_without_geometry(type_)) return;
      return error(say("its geometry is ", pack::quoted(name), "; it should be ", wanted_geometry(type_)));
    }
    points_ = 0;
    bool good = true;
    switch (geometry.kind) {
      case Kind::point: {
        const auto point = point_in(*coordinates);
        good = point.has_value();
        if (point) geometry.lines.push_back({*point});
        break;
      }
      case Kind::line: good = read_line(*coordinates, geometry); break;
      case Kind::lines:
        for (const Value& line : list) good = read_line(line, geometry) && good;
        break;
      case Kind::polygon: good = read_polygon(*coordinates, geometry); break;
      case Kind::polygons:
        if (list.empty()) {
          error("its geometry is empty");
          good = false;
        }
        for (const Value& polygon : list) good = read_polygon(polygon, geometry) && good;
        break;
      case Kind::none: break;
    }
    if (good) feature.geometry = std::move(geometry);
  }

  std::optional<Point> point_in(const Value& value) {
    const List* list = value.list();
    if (list == nullptr || list->size() < 2) {
      error("its geometry has what is no position: it should be [longitude, latitude]");
      return std::nullopt;
    }
    const auto longitude = number_in((*list)[0]), latitude = number_in((*list)[1]);
    if (!longitude || !latitude) {
      error(say("its geometry has ", kind_of((*list)[longitude ? 1 : 0]), " where a number should be"));
      return std::nullopt;
    }
    if (!(std::abs(*latitude) <= 90) || !(std::abs(*longitude) <= 180)) {
      error(say("its geometry leaves the globe: [", *longitude, ", ", *latitude,
                "] is no [longitude, latitude] in degrees"));
      return std::nullopt;
    }
    if (++points_ > most_points) {
      if (points_ == most_points + 1) error(say("its geometry has more than ", most_points, " points"));
      return std::nullopt;
    }
    return Point{*latitude, *longitude};
  }

  std::optional<std::vector<Point>> points_in(const Value& value) {
    const List* list = value.list();
    if (list == nullptr) {
      error(say("its geometry has ", kind_of(value), " where a list of positions should be"));
      return std::nullopt;
    }
    std::vector<Point> points;
    for (const Value& one : *list) {
      const auto point = point_in(one);
      if (!point) return std::nullopt;  // one mistake of a kind is enough for one line
      points.push_back(*point);
    }
    return points;
  }

  bool read_line(const Value& value, Geometry& geometry) {
    auto points = points_in(value);
    if (!points) return false;
    if (points->size() < 2) {
      error("its line has fewer than 2 positions");
      return false;
    }
    if (std::ranges::all_of(*points, [&](const Point& one) { return one == points->front(); })) {
      error("its line has no length");
      return false;
    }
    geometry.lines.push_back(std::move(*points));
    return true;
  }

  bool read_polygon(const Value& value, Geometry& geometry) {
    const List* rings = value.list();
    if (rings == nullptr || rings->empty()) {
      error("its polygon has no rings");
      return false;
    }
    geometry.polygons.push_back(geometry.lines.size());
    bool good = true;
    for (std::size_t i = 0; i < rings->size(); ++i) {
      auto ring = points_in((*rings)[i]);
      if (!ring) {
        good = false;
        continue;
      }
      const std::string which = i == 0 ? std::string("its outer ring ") : say("its hole ", i, " ");
      if (ring->size() < 4) {
        error(say(which, "has ", ring->size(), " positions; it needs 4, the last like the first"));
        good = false;
        continue;
      }
      if (!(ring->front() == ring->back())) {
        error(which + "is not closed: its last position should be its first");
        good = false;
        continue;
      }
      ring->pop_back();
      const auto [first, last] = std::ranges::unique(*ring);
      if (first != last) {
        ring->erase(first, last);
        warning(which + "has a position twice in a row");
      }
      if (const auto crossed = crossing_in(*ring)) {
        error(say(which, "crosses itself: the side from position ", crossed->first,
                  " meets the side from position ", crossed->second));
        good = false;
        continue;
      }
      if (ring->size() < 3 || doubled_area(*ring) < 1e-13) {
        error(which + "encloses no area");
        good = false;
        continue;
      }
      geometry.lines.push_back(std::move(*ring));
    }
    return good;
  }

  // --- Properties ---

  const std::string* text_in(const Object& keys, std::string_view key, bool required = false) {
    const Value* value = find(keys, key);
    if (is_null(value)) {
      if (required) error(say("has no ", pack::quoted(key)));
      return nullptr;
    }
    if (value->text() == nullptr) {
      error(say(pack::quoted(key), " must be a text, is ", kind_of(*value)));
      return nullptr;
    }
    if (required && value->text()->empty()) error(say(pack::quoted(key), " is empty"));
    return value->text();
  }

  std::vector<std::string> texts_in(const Object& keys, std::string_view key, bool required = false) {
    const Value* value = find(keys, key);
    std::vector<std::string> texts;
    if (is_null(value)) {
      if (required) error(say("has no ", pack::quoted(key)));
      return texts;
    }
    if (value->list() == nullptr) {
      error(say(pack::quoted(key), " must be a list, is ", kind_of(*value)));
      return texts;
    }
    for (const Value& one : *value->list()) {
      if (one.text() == nullptr) {
        error(say(pack::quoted(key), " must be a list of texts, has ", kind_of(one)));
        return texts;
      }
      texts.push_back(*one.text());
    }
    return texts;
  }

  void expect_words(std::string_view key, const std::vector<std::string>& given,
                    std::span<const std::string_view> known) {
    for (const std::string& word : given)
      if (std::ranges::find(known, word) == known.end())
        warning(say(pack::quoted(word), " is no ", key, " of the standard", pack::did_you_mean(word, known)));
  }

  model::LocalizedText labels_in(const Object& keys, std::string_view key) {
    model::LocalizedText labels;
    const Value* value = find(keys, key);
    if (is_null(value)) return labels;
    if (value->object() == nullptr) {
      error(say(pack::quoted(key), " must be an object with a text for each language, is ", kind_of(*value)));
      return labels;
    }
    for (const pack::json::Member& one : *value->object()) {
      const std::string* text = one.value.text();
      if (text == nullptr) {
        error(say(pack::quoted(key), " in ", pack::quoted(one.key), " must be a text, is ",
                  kind_of(one.value)));
        continue;
      }
      if (text->empty()) continue;
      if (pack::length_in_code_points(*text) > longest_text)
        error(say(pack::quoted(key), " in ", pack::quoted(one.key), " is longer than ", longest_text,
                  " letters"));
      else if (std::ranges::any_of(*text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        error(say(pack::quoted(key), " in ", pack::quoted(one.key), " has control characters"));
      else
        labels.set(one.key, *text);
    }
    return labels;
  }

  std::optional<Reference> reference_in(const Value& value, std::string_view key) {
    const Object* object = value.object();
    const Value* id = object != nullptr ? find(*object, "id") : nullptr;
    const Value* type = object != nullptr ? find(*object, "feature_type") : nullptr;
    if (id == nullptr || id->text() == nullptr || type == nullptr || type->text() == nullptr) {
      error(say(pack::quoted(key), " must name a feature by \"id\" and \"feature_type\""));
      return std::nullopt;
    }
    return Reference{*id->text(), *type->text()};
  }

  void read_properties(const Object& keys, Feature& feature) {
    const auto known = categories_of(type_);
    const bool needs_category = !known.empty();
    if (const std::string* category = text_in(keys, "category", needs_category)) {
      feature.category = *category;
      if (needs_category && !category->empty()) expect_words("category", {*category}, known);
    }
    feature.name = labels_in(keys, "name");
    if (const std::string* restriction = text_in(keys, "restriction")) {
      feature.restriction = *restriction;
      constexpr std::string_view words[] = {"employeesonly", "restricted"};
      if (!restriction->empty()) expect_words("restriction", {*restriction}, words);
    }
    feature.accessibility = texts_in(keys, "accessibility");
    expect_words("accessibility", feature.accessibility, accessibility_words());
    if (const Value* point = find(keys, "display_point"); !is_null(point)) {
      const Object* object = point->object();
      const Value* coordinates = object != nullptr ? find(*object, "coordinates") : nullptr;
      points_ = 0;
      if (coordinates == nullptr)
        error("\"display_point\" must be a Point");
      else
        feature.display_point = point_in(*coordinates);
    }
    switch (type_) {
      case FeatureType::level: read_level(keys, feature); break;
      case FeatureType::footprint: feature.building_ids = texts_in(keys, "building_ids"); break;
      case FeatureType::unit:
      case FeatureType::fixture: read_level_id(keys, feature, true); break;
      case FeatureType::kiosk:
        read_level_id(keys, feature, true);
        if (const std::string* id = text_in(keys, "anchor_id")) feature.anchor_id = *id;
        break;
      case FeatureType::opening: read_opening(keys, feature); break;
      case FeatureType::detail: read_level_id(keys, feature, false); break;
      case FeatureType::amenity:
        feature.unit_ids = texts_in(keys, "unit_ids", true);
        take_hours(keys, feature);
        break;
      case FeatureType::anchor:
        if (const std::string* id = text_in(keys, "unit_id", true)) feature.unit_id = *id;
        break;
      case FeatureType::occupant:
        if (const std::string* id = text_in(keys, "anchor_id", true)) feature.anchor_id = *id;
        take_hours(keys, feature);
        break;
      case FeatureType::relationship: read_relationship(keys, feature); break;
      default: break;
    }
  }

  // What is not understood is not shown; the rest of the map is good without it.
  void take_hours(const Object& keys, Feature& feature) {
    const Value* value = find(keys, "hours");
    if (is_null(value)) return;
    if (value->text() == nullptr)
      return warning(say("\"hours\" must be a text, is ", kind_of(*value), "; they are not shown"));
    auto hours = read_hours(*value->text());
    if (!hours) return warning(say("\"hours\": ", hours.error(), "; they are not shown"));
    feature.hours = std::move(*hours);
  }

  void read_level_id(const Object& keys, Feature& feature, bool required) {
    if (const std::string* id = text_in(keys, "level_id", required)) feature.level_id = *id;
  }

  void read_level(const Object& keys, Feature& feature) {
    feature.building_ids = texts_in(keys, "building_ids");
    const Value* ordinal = find(keys, "ordinal");
    const std::int64_t* number = ordinal != nullptr ? ordinal->whole_number() : nullptr;
    if (number == nullptr)
      error(is_null(ordinal) ? std::string("has no \"ordinal\"")
                             : say("\"ordinal\" must be a whole number, is ", kind_of(*ordinal)));
    else if (*number < -100 || *number > 300)
      error(say("\"ordinal\" must be between -100 and 300, is ", *number));
    else
      feature.ordinal = static_cast<int>(*number);
    const Value* outdoor = find(keys, "outdoor");
    if (!is_null(outdoor)) {
      const bool* yes = std::get_if<bool>(&outdoor->content);
      if (yes == nullptr)
        error(say("\"outdoor\" must be true or false, is ", kind_of(*outdoor)));
      else
        feature.outdoor = *yes;
    }
  }

  void read_opening(const Object& keys, Feature& feature) {
    read_level_id(keys, feature, true);
    feature.access_control = texts_in(keys, "access_control");
    expect_words("access_control", feature.access_control, access_control_words());
    const Value* door = find(keys, "door");
    if (is_null(door)) return;
    if (door->object() == nullptr) return error(say("\"door\" must be an object, is ", kind_of(*door)));
    if (const std::string* type = text_in(*door->object(), "type")) {
      feature.door = *type;
      if (!type->empty()) expect_words("door", {*type}, door_words());
    }
  }

  void read_relationship(const Object& keys, Feature& feature) {
    if (const std::string* direction = text_in(keys, "direction", true)) {
      if (*direction != "directed" && *direction != "undirected")
        error(say("\"direction\" is ", pack::quoted(*direction),
                  "; it should be \"directed\" or \"undirected\""));
      feature.directed = *direction == "directed";
    }
    if (const Value* origin = find(keys, "origin"); !is_null(origin))
      feature.origin = reference_in(*origin, "origin");
    if (const Value* destination = find(keys, "destination"); !is_null(destination))
      feature.destination = reference_in(*destination, "destination");
    const Value* between = find(keys, "intermediary");
    if (is_null(between)) return;
    if (between->list() == nullptr)
      return error(say("\"intermediary\" must be a list, is ", kind_of(*between)));
    for (const Value& one : *between->list())
      if (auto reference = reference_in(one, "intermediary"))
        feature.intermediary.push_back(std::move(*reference));
  }

  // --- Between features ---

  void expect(FeatureType wanted, const std::string& id, std::string_view key) {
    if (id.empty()) return;
    const auto found = ids_.find(id);
    if (found == ids_.end()) {
      // A file that could not be read is not held against those who name what is in it.
      if (files_.contains(say(name_of(wanted), suffix)) && archive_.of(wanted).empty()) return;
      error(say(pack::quoted(key), ": there is no ", name_of(wanted), " ", pack::quoted(id)));
    } else if (found->second != wanted) {
      error(say(pack::quoted(key), ": ", pack::quoted(id), " is of ", name_of(found->second), suffix,
                ", not ", name_of(wanted), suffix));
    }
  }

  void check_references() {
    for (std::size_t i = 0; i < feature_types; ++i) {
      type_ = static_cast<FeatureType>(i);
      for (const Feature& feature : archive_.features[i]) {
        where_ = feature.id;
        expect(FeatureType::level, feature.level_id, "level_id");
        for (const std::string& id : feature.building_ids) expect(FeatureType::building, id, "building_ids");
        for (const std::string& id : feature.unit_ids) expect(FeatureType::unit, id, "unit_ids");
        expect(FeatureType::unit, feature.unit_id, "unit_id");
        expect(FeatureType::anchor, feature.anchor_id, "anchor_id");
        const auto named = [&](const Reference& reference, std::string_view key) {
          if (!ids_.contains(reference.id))
            error(say(pack::quoted(key), ": there is no feature ", pack::quoted(reference.id)));
          else if (name_of(ids_.find(reference.id)->second) != reference.type)
            error(say(pack::quoted(key), ": ", pack::quoted(reference.id), " is of ",
                      name_of(ids_.find(reference.id)->second), suffix, ", not ", reference.type));
        };
        if (feature.origin) named(*feature.origin, "origin");
        if (feature.destination) named(*feature.destination, "destination");
        for (const Reference& one : feature.intermediary) named(one, "intermediary");
      }
    }
  }

  // Longitude and latitude are easily swapped: what lies far from the rest is none of it.
  void check_positions() {
    constexpr double farthest_degrees = 0.2;
    std::vector<double> latitudes, longitudes;
    for (const Feature& unit : archive_.of(FeatureType::unit))
      if (!unit.geometry.lines.empty()) {
        latitudes.push_back(unit.geometry.lines[0][0].latitude);
        longitudes.push_back(unit.geometry.lines[0][0].longitude);
      }
    if (latitudes.empty()) return;
    std::ranges::nth_element(latitudes,
                             latitudes.begin() + static_cast<std::ptrdiff_t>(latitudes.size() / 2));
    std::ranges::nth_element(longitudes,
                             longitudes.begin() + static_cast<std::ptrdiff_t>(longitudes.size() / 2));
    const Point middle{latitudes[latitudes.size() / 2], longitudes[longitudes.size() / 2]};
    for (std::size_t i = 0; i < feature_types; ++i) {
      type_ = static_cast<FeatureType>(i);
      for (const Feature& feature : archive_.features[i]) {
        where_ = feature.id;
        for (const auto& line : feature.geometry.lines)
          if (const auto far = std::ranges::find_if(
                  line,
                  [&](const Point& one) {
                    return std::abs(one.latitude - middle.latitude) > farthest_degrees ||
                           std::abs(one.longitude - middle.longitude) > 2 * farthest_degrees;
                  });
              far != line.end()) {
            error(say("lies far from the other units, at [", far->longitude, ", ", far->latitude,
                      "]: are longitude and latitude swapped?"));
            break;
          }
      }
    }
  }

  const Files& files_;
  std::string_view place_;
  Report report_;
  Archive archive_;
  FeatureType type_ = FeatureType::address;
  std::string where_;       // the feature that is read
  std::size_t points_ = 0;  // of its geometry so far
  std::unordered_map<std::string, FeatureType> ids_;
};

}  // namespace

std::string_view name_of(FeatureType type) { return names[static_cast<std::size_t>(type)]; }

ArchiveResult read_archive(const Files& files, std::string_view place) { return Reader(files, place).read(); }

}  // namespace imdf
