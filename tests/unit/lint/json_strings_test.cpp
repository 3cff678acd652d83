#include "lint/json_strings.h"

#include <doctest/doctest.h>

TEST_CASE("texts of a JSON file are told with their places and bytes") {
  const std::string json =
      R"({ "a" : "x", "l": [1, {"b/c": "\u0436 \"q\""}, "y"], "n": null, "e": ["", "z"] })";
  const auto strings = lint::strings_of(json);
  REQUIRE(strings);
  std::string all;
  for (const lint::JsonString& string : *strings)
    all += string.pointer + "=" + string.text + "=" + json.substr(string.begin, string.end - string.begin) +
           "\n";
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

TEST_CASE("what a file may cost is bounded, and what it is told") {
  const auto mistake = [](const std::string& json) {
    const auto strings = lint::strings_of(json);
    return strings ? std::string("none") : strings.error();
  };
  const auto repeated = [](const std::string& part, std::size_t times) {
    std::string whole;
    for (std::size_t i = 0; i < times; ++i) whole += part;
    return whole;
  };
  CHECK(mistake("{\"a\": \"b\"}" + std::string("\0x", 2)) ==
        "line 1, column 11: has a NUL byte, which no text has");
  CHECK(mistake("\x1F\x8B\x08") == "is compressed with gzip; unpack it first");
  CHECK(mistake(repeated("[", 1'000'000)) == "is nested deeper than 32 levels");
  CHECK(mistake(repeated("{\"a\":", 1'000'000)) == "is nested deeper than 32 levels");
  CHECK(mistake("{\"" + std::string(5'000'000, 'k') + "\":[" + repeated("\"\",", 100'000) + "\"\"]}").size() <
        200);
  CHECK(mistake("[" + repeated("\"\",", 1'000'000) + "\"\"]") == "holds more than 1000000 texts");
  CHECK(mistake("{" + std::string(1'000'000, 'x')).size() < 400);
  CHECK(mistake("{\"a\": 1, \"" + std::string(290, 'k') + "\": {\"a\": \"\"}, \"" + std::string(290, 'l') +
                "\": \"\"}") == "none");
}

TEST_CASE("a text is written as the files write theirs") {
  CHECK(lint::written("a \"b\"\\\n\x01 ж\u00a0–\u2011", true) == R"("a \"b\"\\\n\u0001 ж\u00a0–\u2011")");
  CHECK(lint::written("5\u00a0м", false) == "\"5\u00a0м\"");
}
