#include "lint/json_strings.h"

#include <doctest/doctest.h>

TEST_CASE("texts of a JSON file are told with their places and bytes") {
  const std::string json =
      R"({ "a" : "x", "l": [1, {"b/c": "\u0436 \"q\""}, "y"], "n": null, "e": ["", "z"] })";
  const auto strings = lint::strings_of(json);
  REQUIRE(strings);
  std::string all;
  for (const lint::JsonString& string : *strings)
    all += string.pointer + "=" + string.text + "=" +
           json.substr(string.begin, string.end - string.begin) + "\n";
  CHECK(all ==
        "/a=x=\"x\"\n"
        "/l/1/b~1c=ж \"q\"=\"\\u0436 \\\"q\\\"\"\n"
        "/l/2=y=\"y\"\n"
        "/e/0==\"\"\n"
        "/e/1=z=\"z\"\n");
  CHECK(json.substr((*strings)[0].key_begin, 3) == "\"a\"");
  CHECK((*strings)[2].key_begin == (*strings)[2].begin);
  CHECK(lint::steps_of("/l/1/b~1c") == std::vector<std::string>{"l", "1", "b/c"});
}

TEST_CASE("what is no JSON is said to be none") {
  CHECK_FALSE(lint::strings_of("{\"a\": \"b}"));
  CHECK_FALSE(lint::strings_of(""));
  CHECK_FALSE(lint::strings_of("{\"a\": \"\xFF\"}"));
}

TEST_CASE("a text is written as the files write theirs") {
  CHECK(lint::written("a \"b\"\\\n\x01 ж\u00a0–\u2011", true) ==
        R"("a \"b\"\\\n\u0001 ж\u00a0–\u2011")");
  CHECK(lint::written("5\u00a0м", false) == "\"5\u00a0м\"");
}
