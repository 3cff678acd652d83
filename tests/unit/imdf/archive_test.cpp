#include "imdf/archive.h"

#include <doctest/doctest.h>

#include "imdf/venue_maker.h"
#include "small_archive.h"

using small_archive::Collections;
using small_archive::Json;

namespace {

std::vector<std::string> lines_of(const std::vector<pack::Problem>& problems) {
  std::vector<std::string> lines;
  for (const pack::Problem& problem : problems) lines.push_back(pack::to_line(problem));
  return lines;
}

// All that is said of a map, of its features and of how they fit together.
std::vector<std::string> said_of(const imdf::Files& files) {
  imdf::ArchiveResult read = imdf::read_archive(files, "");
  std::vector<std::string> lines = lines_of(read.problems);
  if (read.archive)
    for (std::string& line : lines_of(imdf::make_venue(*read.archive, nullptr, "").problems))
      lines.push_back(std::move(line));
  return lines;
}

struct Broken {
  const char* how;
  std::function<void(Collections&)> change;
  std::vector<std::string> said;  // {N}: the id with that number
};

std::string with_ids(std::string line) {
  for (std::size_t at = line.find('{'); at != std::string::npos; at = line.find('{', at)) {
    const std::size_t end = line.find('}', at);
    line.replace(at, end - at + 1, small_archive::id(std::stoi(line.substr(at + 1, end - at - 1))));
  }
  return line;
}

Json& geometry(Json& feature) { return feature["geometry"]; }
Json& ring(Json& feature) { return feature["geometry"]["coordinates"][0]; }
Json& keys(Json& feature) { return feature["properties"]; }

const std::vector<Broken>& broken() {
  static const std::vector<Broken> all{
      {"an id that is missing",
       [](Collections& c) { c["unit"][1].erase("id"); },
       {"unit.geojson: /features/1: has no id",
        "anchor.geojson: {80}: \"unit_id\": there is no unit \"{21}\""}},
      {"an id that is no text",
       [](Collections& c) { c["footprint"][0]["id"] = 7; },
       {"footprint.geojson: /features/0: its id must be a text, is a number"}},
      {"opening hours that are none",
       [](Collections& c) { keys(c["occupant"][0])["hours"] = "by appointment"; },
       {"warning: occupant.geojson: {81}: \"hours\": \"by appointment\" is no day, like Mo, Mo-Fr or PH; "
        "they "
        "are not shown"}},
      {"opening hours that are no text",
       [](Collections& c) { keys(c["amenity"][0])["hours"] = 24; },
       {"warning: amenity.geojson: {60}: \"hours\" must be a text, is a number; they are not shown"}},
      {"an id that is no UUID",
       [](Collections& c) { c["footprint"][0]["id"] = "outline"; },
       {"warning: footprint.geojson: outline: its id is no UUID"}},
      {"an id twice",
       [](Collections& c) { c["unit"][3]["id"] = small_archive::id(22); },
       {"unit.geojson: {22}: its id is taken by a feature of unit.geojson"}},
      {"an id twice in different files",
       [](Collections& c) { c["footprint"][0]["id"] = small_archive::id(3); },
       {"footprint.geojson: {3}: its id is taken by a feature of building.geojson"}},
      {"a feature that is none",
       [](Collections& c) { c["unit"].push_back("a hall"); },
       {"unit.geojson: /features/12: must be a feature, is a text"}},
      {"a feature in the wrong file",
       [](Collections& c) { c["footprint"][0]["feature_type"] = "unit"; },
       {"footprint.geojson: {4}: its \"feature_type\" is \"unit\", in this file it should be \"footprint\""}},
      {"a feature without a type",
       [](Collections& c) { c["footprint"][0].erase("feature_type"); },
       {"footprint.geojson: {4}: has no \"feature_type\"; it should be \"footprint\""}},
      {"a unit without geometry",
       [](Collections& c) { geometry(c["unit"][3]) = nullptr; },
       {"unit.geojson: {23}: has no geometry; it should be a Polygon or MultiPolygon"}},
      {"geometry of another kind",
       [](Collections& c) { geometry(c["unit"][3]) = small_archive::point(1, 1); },
       {"unit.geojson: {23}: its geometry is \"Point\"; it should be a Polygon or MultiPolygon"}},
      {"geometry that nobody knows",
       [](Collections& c) { geometry(c["amenity"][0])["type"] = "Circle"; },
       {"amenity.geojson: {60}: its geometry is \"Circle\"; it should be a Point"}},
      {"geometry without coordinates",
       [](Collections& c) { geometry(c["unit"][3]).erase("coordinates"); },
       {"unit.geojson: {23}: its geometry is none of GeoJSON: it needs \"type\" and \"coordinates\""}},
      {"a position that is no number",
       [](Collections& c) { ring(c["unit"][3])[1][0] = "68"; },
       {"unit.geojson: {23}: its geometry has a text where a number should be"}},
      {"a position off the globe",
       [](Collections& c) { ring(c["unit"][3])[1][1] = 91; },
       {"unit.geojson: {23}: its geometry leaves the globe: ["}},
      {"longitude and latitude swapped",
       [](Collections& c) {
         geometry(c["amenity"][0])["coordinates"] = {48, 68};
       },
       {"amenity.geojson: {60}: lies far from the other units, at [48, 68]: are longitude and latitude "
        "swapped?"}},
      {"a ring that is not closed",
       [](Collections& c) { ring(c["unit"][3])[4] = small_archive::at(1, 20); },
       {"unit.geojson: {23}: its outer ring is not closed: its last position should be its first"}},
      {"a ring with too few positions",
       [](Collections& c) {
         ring(c["unit"][3]).erase(1);
         ring(c["unit"][3]).erase(1);
       },
       {"unit.geojson: {23}: its outer ring has 3 positions; it needs 4, the last like the first"}},
      {"a ring that crosses itself",
       [](Collections& c) { std::swap(ring(c["unit"][3])[1], ring(c["unit"][3])[2]); },
       {"unit.geojson: {23}: its outer ring crosses itself: the side from position 0 meets the side from "
        "position 2"}},
      {"a ring without area",
       [](Collections& c) {
         ring(c["unit"][3])[2] = ring(c["unit"][3])[1];
         ring(c["unit"][3])[3] = ring(c["unit"][3])[0];
       },
       {"warning: unit.geojson: {23}: its outer ring has a position twice in a row",
        "unit.geojson: {23}: its outer ring encloses no area"}},
      {"a polygon without rings",
       [](Collections& c) { geometry(c["unit"][3])["coordinates"] = Json::array(); },
       {"unit.geojson: {23}: its polygon has no rings"}},
      {"a door of no length",
       [](Collections& c) {
         geometry(c["opening"][0])["coordinates"][1] = geometry(c["opening"][0])["coordinates"][0];
       },
       {"opening.geojson: {40}: its line has no length"}},
      {"no properties",
       [](Collections& c) { c["footprint"][0].erase("properties"); },
       {"footprint.geojson: {4}: has no properties"}},
      {"no category",
       [](Collections& c) { keys(c["unit"][3])["category"] = nullptr; },
       {"unit.geojson: {23}: has no \"category\""}},
      {"a category of one's own",
       [](Collections& c) { keys(c["unit"][3])["category"] = "restrom"; },
       {"warning: unit.geojson: {23}: \"restrom\" is no category of the standard; did you mean "
        "\"restroom\"?"}},
      {"a name that is a text",
       [](Collections& c) { keys(c["unit"][1])["name"] = "Hall"; },
       {"unit.geojson: {21}: \"name\" must be an object with a text for each language, is a text"}},
      {"a name that is no text in a language",
       [](Collections& c) { keys(c["unit"][1])["name"]["ru"] = 5; },
       {"unit.geojson: {21}: \"name\" in \"ru\" must be a text, is a number"}},
      {"no level",
       [](Collections& c) { keys(c["unit"][1]).erase("level_id"); },
       {"unit.geojson: {21}: has no \"level_id\""}},
      {"a level that is not there",
       [](Collections& c) { keys(c["unit"][1])["level_id"] = small_archive::id(99); },
       {"unit.geojson: {21}: \"level_id\": there is no level \"{99}\""}},
      {"a level that is a unit",
       [](Collections& c) { keys(c["unit"][1])["level_id"] = small_archive::id(20); },
       {"unit.geojson: {21}: \"level_id\": \"{20}\" is of unit.geojson, not level.geojson"}},
      {"no ordinal",
       [](Collections& c) { keys(c["level"][0]).erase("ordinal"); },
       {"level.geojson: {10}: has no \"ordinal\""}},
      {"an ordinal that is no whole number",
       [](Collections& c) { keys(c["level"][0])["ordinal"] = 0.5; },
       {"level.geojson: {10}: \"ordinal\" must be a whole number, is a number"}},
      {"two levels of one building at one height",
       [](Collections& c) { keys(c["level"][1])["ordinal"] = 0; },
       {"warning: level.geojson: {11}: has the ordinal 0 of another level of its building, \"{10}\""}},
      {"a building that is not there",
       [](Collections& c) { keys(c["level"][0])["building_ids"] = {small_archive::id(98)}; },
       {"level.geojson: {10}: \"building_ids\": there is no building \"{98}\""}},
      {"an amenity that lists no units",
       [](Collections& c) { keys(c["amenity"][0]).erase("unit_ids"); },
       {"amenity.geojson: {60}: has no \"unit_ids\""}},
      {"an amenity in another unit than it lists",
       [](Collections& c) { keys(c["amenity"][0])["unit_ids"] = {small_archive::id(21)}; },
       {"warning: amenity.geojson: {60}: lies outside of the unit that it lists, \"{21}\""}},
      {"a relationship without direction",
       [](Collections& c) { keys(c["relationship"][0])["direction"] = "up"; },
       {"relationship.geojson: {70}: \"direction\" is \"up\"; it should be \"directed\" or \"undirected\""}},
      {"a relationship to what is not there",
       [](Collections& c) { keys(c["relationship"][0])["destination"]["id"] = small_archive::id(97); },
       {"relationship.geojson: {70}: \"destination\": there is no feature \"{97}\""}},
      {"a relationship to nothing",
       [](Collections& c) { keys(c["relationship"][0])["origin"] = "stairs"; },
       {"relationship.geojson: {70}: \"origin\" must name a feature by \"id\" and \"feature_type\""}},
      {"a door that leads nowhere",
       [](Collections& c) { geometry(c["opening"][0]) = small_archive::line(9, 5, 11, 5); },
       {"warning: opening.geojson: {40}: leads nowhere: no unit has a wall there",
        "warning: unit.geojson: {21}: has no door"}},
      {"units that overlap",
       [](Collections& c) { geometry(c["unit"][2]) = small_archive::box(19, 0, 21, 10); },
       {"warning: unit.geojson: {22}: overlaps the unit \"{21}\""}},
      {"a place without a way",
       [](Collections& c) {
         c["relationship"] = Json::array();
         c["unit"][10] = small_archive::unit(34, "storage", 11, small_archive::box(10, 14, 10, 10));
         c["unit"][11] = small_archive::unit(35, "storage", 11, small_archive::box(20, 14, 20, 10));
       },
       {"warning: unit.geojson: {31}: cannot be reached from",
        "warning: unit.geojson: {32}: cannot be reached from"}},
      {"a place that only stairs lead to",
       [](Collections& c) {
         c["relationship"].erase(1);
         c["unit"][11] = small_archive::unit(35, "storage", 11, small_archive::box(20, 14, 20, 10));
       },
       {"warning: unit.geojson: {31}: cannot be reached without stairs or escalators from"}},
      {"a point for the name outside",
       [](Collections& c) { keys(c["unit"][1])["display_point"] = small_archive::point(30, 5); },
       {"warning: unit.geojson: {21}: its display_point lies outside of it"}},
  };
  return all;
}

}  // namespace

TEST_CASE("a whole map is read without a word") {
  const imdf::Files files = small_archive::files_of(small_archive::whole());
  CHECK(said_of(files) == std::vector<std::string>{});
  const auto read = imdf::read_archive(files, "");
  REQUIRE(read.archive);
  CHECK(read.archive->of(imdf::FeatureType::unit).size() == 12);
  CHECK(read.archive->of(imdf::FeatureType::level)[0].name.in("kk") == "1-қабат");
}

TEST_CASE("every mistake in a map is named by file, feature and reason") {
  for (const Broken& one : broken()) {
    CAPTURE(one.how);
    Collections all = small_archive::whole();
    one.change(all);
    const auto said = said_of(small_archive::files_of(all));
    for (const std::string& line : one.said) {
      const std::string wanted = with_ids(line);
      CAPTURE(wanted);
      CAPTURE(said);
      CHECK(std::ranges::any_of(said, [&](const std::string& is) { return is.starts_with(wanted); }));
    }
    // A mistake keeps the map from being made; a warning does not.
    const bool is_mistake =
        std::ranges::any_of(one.said, [](const std::string& line) { return !line.starts_with("warning"); });
    CHECK(imdf::read_archive(small_archive::files_of(all), "").archive.has_value() == !is_mistake);
  }
}

TEST_CASE("all mistakes are named in one go, in the order of the standard's files") {
  Collections all = small_archive::whole();
  keys(all["unit"][3])["category"] = nullptr;
  geometry(all["unit"][1]) = nullptr;
  keys(all["level"][0]).erase("ordinal");
  const auto said = lines_of(imdf::read_archive(small_archive::files_of(all), "venue/").problems);
  REQUIRE(said.size() == 3);
  CHECK(said[0].starts_with("venue/level.geojson: "));
  CHECK(said[1].starts_with(with_ids("venue/unit.geojson: {21}: ")));
  CHECK(said[2].starts_with(with_ids("venue/unit.geojson: {23}: ")));
}

TEST_CASE("files that are damaged are named") {
  imdf::Files files = small_archive::files_of(small_archive::whole());
  const auto first = [&](const char* name, std::string bytes) {
    imdf::Files changed = files;
    changed[name] = std::move(bytes);
    const auto read = imdf::read_archive(changed, "");
    CHECK_FALSE(read.archive);
    return pack::to_line(read.problems.at(0));
  };
  CHECK(first("unit.geojson", "").starts_with("unit.geojson: "));
  CHECK(first("unit.geojson", "{\"type\": ").starts_with("unit.geojson: "));
  CHECK(first("unit.geojson", "[]") == "unit.geojson: must be a FeatureCollection, is a list");
  CHECK(first("unit.geojson", R"({"type": "FeatureCollection"})") == "unit.geojson: has no \"features\"");
  CHECK(first("unit.geojson", R"({"type": "FeatureCollection", "features": {}})") ==
        "unit.geojson: \"features\" must be a list, is an object");
  CHECK(first("unit.geojson", R"({"type": "FeatureCollection", "features": []})") ==
        "unit.geojson: has no units");
  files.erase("level.geojson");
  CHECK(pack::to_line(imdf::read_archive(files, "").problems.at(0)) == "level.geojson: is missing");
}

TEST_CASE("what others add to a map or leave out is a warning at most") {
  imdf::Files files = small_archive::files_of(small_archive::whole());
  files.erase("manifest.json");
  files.erase("address.geojson");
  files["attraction.geojson"] = "no GeoJSON at all";
  const auto read = imdf::read_archive(files, "");
  CHECK(read.archive);
  CHECK(lines_of(read.problems) ==
        std::vector<std::string>{
            "warning: manifest.json: is missing",
            "warning: attraction.geojson: is no file of IMDF 1.0.0; it is not read",
            "warning: address.geojson: is missing",
        });
}
