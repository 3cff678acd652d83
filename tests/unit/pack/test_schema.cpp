// The JSON Schema and the reader say the same of the format: both are walked and
// compared key by key, and what the schema calls examples is put before the reader.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "pack/format.h"
#include "pack/read.h"
#include "small_pack.h"
#include "test_main.h"

namespace {

using pack::KeyFormat;
using pack::ObjectFormat;
using pack::Shape;
using small_pack::Json;
using Names = std::set<std::string>;

const Json& schema() {
  static const Json parsed =
      Json::parse(test::read_file(test::source_directory() + "/assets/event.schema.json"), nullptr, false);
  return parsed;
}

Json reference_to(std::string_view definition) { return {{"$ref", "#/$defs/" + std::string{definition}}}; }

// What the schema should say of one value (of one item, when the key holds a list).
Json expected_item(const KeyFormat& key) {
  switch (key.rule.shape) {
    case Shape::version: {
      Json versions = Json::array();
      for (int version = pack::oldest_format_version; version <= pack::format_version; ++version)
        versions.push_back(version);
      return {{"enum", versions}};
    }
    case Shape::editor_hint: return {{"type", "string"}};
    case Shape::id:
    case Shape::reference: return reference_to("id");
    case Shape::language: return reference_to("language");
    case Shape::link: return reference_to("link");
    case Shape::site: return reference_to("site-address");
    case Shape::color: return reference_to("color");
    case Shape::time_zone: return reference_to("time-zone");
    case Shape::date: return reference_to("date");
    case Shape::instant: return reference_to("instant");
    case Shape::point: return reference_to("point");
    case Shape::phrase:
      return {{"type", "string"}, {"minLength", 1}, {"maxLength", static_cast<int>(key.rule.most)}};
    case Shape::object: return reference_to(key.object);
    case Shape::whole_number:
      return {{"type", "integer"},
              {"minimum", static_cast<int>(key.rule.least)},
              {"maximum", static_cast<int>(key.rule.most)}};
    case Shape::number:
      return {{"type", "number"},
              {"minimum", static_cast<int>(key.rule.least)},
              {"maximum", static_cast<int>(key.rule.most)}};
    case Shape::choice: {
      Json words = Json::array();
      for (const std::string_view word : key.choices) words.push_back(std::string{word});
      return {{"enum", words}};
    }
    case Shape::text: {
      Json text = reference_to(key.rule.prose ? "prose" : key.rule.multi_line ? "lines" : "text");
      text["additionalProperties"] = {{"maxLength", static_cast<int>(key.rule.most)}};
      return text;
    }
  }
  return {};
}

Json expected_property(const KeyFormat& key) {
  if (!key.rule.list) return expected_item(key);
  Json list = {{"type", "array"},
               {"items", expected_item(key)},
               {"minItems", key.rule.fewest_items},
               {"maxItems", key.rule.most_items}};
  if (key.rule.distinct || key.key == "languages" || key.key == "fallback") list["uniqueItems"] = true;
  return list;
}

// Plain json compares objects without regard to the order of their keys.
nlohmann::json unordered(const Json& json) { return nlohmann::json::parse(json.dump()); }

// Answers of the reader to the small pack with `value` at a place where such a value belongs.
std::vector<std::string> answers(std::string_view definition, const Json& value) {
  struct Place {
    const char* file;
    const char* pointer;
  };
  static const std::map<std::string_view, Place> places = {
      {"id", {"partners.json", "/partners/1/id"}},
      {"language", {"sessions.json", "/sessions/0/languages/1"}},
      {"link", {"partners.json", "/partners/0/link"}},
      {"site-address", {"event.json", "/address"}},
      {"color", {"themes.json", "/themes/0/color"}},
      {"time-zone", {"event.json", "/time_zone"}},
      {"date", {"event.json", "/first_day"}},
      {"instant", {"sessions.json", "/sessions/2/moved_from/starts_at"}},
      {"point", {"places.json", "/rooms/1/outline/3"}},
  };
  small_pack::Files files = small_pack::good();
  if (definition == "language") files["sessions.json"]["sessions"][0]["languages"][0] = "ar";
  const Place& place = places.at(definition);
  files[place.file][Json::json_pointer(place.pointer)] = value;
  return small_pack::problems(files);
}

}  // namespace

TEST_CASE("every object that the reader knows is in the schema, with the same keys, rules and words") {
  CHECK(schema().is_object());
  if (!schema().is_object()) return;
  for (const ObjectFormat& object : pack::describe_objects()) {
    const std::string name{object.name};
    CAPTURE(name);
    CHECK(schema()["$defs"].contains(name));
    if (!schema()["$defs"].contains(name)) continue;
    const Json& definition = schema()["$defs"][name];
    CHECK(definition["type"] == "object");
    CHECK(definition["additionalProperties"] == false);

    Names required, expected_required, keys, expected_keys;
    for (const Json& key : definition["required"]) required.insert(key.get<std::string>());
    for (const auto& [key, rule] : definition["properties"].items()) keys.insert(key);
    for (const KeyFormat& key : object.keys) {
      expected_keys.insert(std::string{key.key});
      if (key.required) expected_required.insert(std::string{key.key});
    }
    for (const std::string& key : expected_keys)
      CHECK_MESSAGE(keys.contains(key), "pack/tables.cpp has ", name, "/", key,
                    ", assets/event.schema.json has not");
    for (const std::string& key : keys)
      CHECK_MESSAGE(expected_keys.contains(key), "assets/event.schema.json has ", name, "/", key,
                    ", pack/tables.cpp has not");
    CHECK(required == expected_required);

    for (const KeyFormat& key : object.keys) {
      Json property = definition["properties"].value(std::string{key.key}, Json::object());
      CAPTURE(std::string{key.key});
      CHECK(property.contains("description"));
      property.erase("description");
      CHECK(unordered(property) == unordered(expected_property(key)));
    }
  }
}

TEST_CASE("every object in the schema is known to the reader") {
  Names known;
  for (const ObjectFormat& object : pack::describe_objects()) known.insert(std::string{object.name});
  for (const auto& [name, definition] : schema()["$defs"].items()) {
    CAPTURE(name);
    CHECK(definition.contains("description"));
    if (definition.contains("properties")) CHECK(known.contains(name));
  }
}

TEST_CASE("the schema tells every file by its lists") {
  Names files;
  for (const auto& [key, definition] : schema()["dependentSchemas"].items())
    files.insert(definition["$ref"].get<std::string>());
  Names expected;
  for (const pack::FileFormat& file : pack::describe_files())
    expected.insert("#/$defs/" + std::string{file.name});
  CHECK(files == expected);
}

TEST_CASE("the reader takes every example of the schema") {
  for (const auto& [name, definition] : schema()["$defs"].items()) {
    CAPTURE(name);
    for (const Json& example : definition.value("examples", Json::array())) {
      CAPTURE(example.dump());
      std::vector<std::string> lines = answers(name, example);
      // In another zone the times of the pack are written by another clock.
      if (name == "time-zone")
        std::erase_if(
            lines, [](const std::string& line) { return line.contains("is not written by the clock of"); });
      CHECK(lines == std::vector<std::string>{});
      if (definition.contains("pattern"))
        CHECK(std::regex_search(example.get<std::string>(),
                                std::regex(definition["pattern"].get<std::string>())));
    }
  }
}

TEST_CASE("what the schema's patterns refuse, the reader refuses") {
  const std::map<std::string, std::vector<std::string>> wrong = {
      {"id", {"", "-a", "a-", "a--b", "A", "a_b", "қ", "a b"}},
      {"language", {"", "k", "KK", "kk-", "kk_KZ", "kazakh"}},
      {"link",
       {"", "ftp://a.example", "https://", "HTTPS://a.example", "//a.example", "mailto:", "mailto:@b",
        "https://a@b.example", "https://a.example/ b", "data:text/html,x", "tel:", "tel:+", "tel:-1",
        "tel:1--1", "tel:1-", "tel:help"}},
      {"site-address",
       {"", "http://a.example/", "https://", "https:///", "https://a.example", "https://a.example/b",
        "https://a.example/?", "https://a.example/#/", "https://a@b.example/", "https://a.example/ /"}},
      {"color", {"", "#FFF", "0A6EBD", "#0A6EBG", "#0A6EBD0", "red"}},
      {"time-zone", {"", "/Almaty", "Asia/", "Asia Almaty", "5"}},
      {"date", {"", "2026-4-22", "22.04.2026", "2026-04-22T00:00Z", "2026-04-2x"}},
      {"instant",
       {"", "2026-04-22", "2026-04-22T10:00", "2026-04-22T25:00Z", "2026-04-22T10:00+5",
        "2026-04-22T10:00+0500", "2026-04-22T10:61+05:00"}},
  };
  for (const auto& [name, examples] : wrong) {
    const Json& definition = schema()["$defs"][name];
    const std::regex pattern(definition["pattern"].get<std::string>());
    for (const std::string& example : examples) {
      CAPTURE(name);
      CAPTURE(example);
      CHECK_FALSE(std::regex_search(example, pattern));
      CHECK_FALSE(answers(name, example).empty());
    }
  }
}

TEST_CASE("lengths and points of the schema are those of the reader") {
  const Json& definitions = schema()["$defs"];
  const auto longest = [&](const char* name) { return definitions[name]["maxLength"].get<std::size_t>(); };
  const auto accepted = [](const char* name, const std::string& value) {
    return answers(name, value).empty();
  };
  CHECK(accepted("id", std::string(longest("id"), 'a')));
  CHECK_FALSE(accepted("id", std::string(longest("id") + 1, 'a')));
  const std::string server = "https://a.example/";
  CHECK(accepted("link", server + std::string(longest("link") - server.size(), 'a')));
  CHECK_FALSE(accepted("link", server + std::string(longest("link") + 1 - server.size(), 'a')));
  // No zone is called so, but the name may be as long.
  const auto has_look_of_zone = [](const std::string& zone) {
    return answers("time-zone", zone).front().contains("that nobody knows");
  };
  CHECK(has_look_of_zone(std::string(longest("time-zone"), 'a')));
  CHECK_FALSE(has_look_of_zone(std::string(longest("time-zone") + 1, 'a')));

  for (const ObjectFormat& object : pack::describe_objects())
    for (const KeyFormat& key : object.keys) {
      if (key.rule.shape != Shape::point) continue;
      const Json& point = definitions["point"];
      CHECK(point["minItems"] == 2);
      CHECK(point["maxItems"] == 2);
      CHECK(point["items"]["minimum"] == static_cast<int>(key.rule.least));
      CHECK(point["items"]["maximum"] == static_cast<int>(key.rule.most));
    }
}

TEST_CASE("the small pack of the tests uses every key there is") {
  // So that a key added to the format cannot be left out of the other tests.
  Names used;
  const auto collect = [&](const auto& self, const Json& json) -> void {
    if (json.is_object())
      for (const auto& [key, value] : json.items()) {
        used.insert(key);
        self(self, value);
      }
    else if (json.is_array())
      for (const Json& item : json) self(self, item);
  };
  for (const auto& [name, content] : small_pack::good()) collect(collect, content);
  for (const ObjectFormat& object : pack::describe_objects())
    for (const KeyFormat& key : object.keys) {
      CAPTURE(std::string{key.key});
      // With a fallback no text of the small pack would be wrong that lacks a language.
      if (key.rule.shape != Shape::editor_hint && key.key != "fallback")
        CHECK(used.contains(std::string{key.key}));
    }
}

TEST_CASE("the guide for organisers names every file, key and word") {
  const std::string guide = test::read_file(test::source_directory() + "/assets/README.md");
  const auto names = [&](std::string_view word) {
    return guide.find("`" + std::string{word} + "`") != std::string::npos;
  };
  for (const pack::FileFormat& file : pack::describe_files()) {
    CAPTURE(std::string{file.name});
    CHECK(names(file.name));
  }
  for (const ObjectFormat& object : pack::describe_objects())
    for (const KeyFormat& key : object.keys) {
      CAPTURE(std::string{key.key});
      CHECK((key.rule.shape == Shape::editor_hint || names(key.key)));
      if (key.key == "status") continue;
      for (const std::string_view word : key.choices) {
        CAPTURE(std::string{word});
        CHECK(names(word));
      }
    }
}
