// Files that are no JSON at all, or more JSON than anybody needs.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "pack/bundle.h"
#include "pack/read.h"
#include "small_pack.h"

namespace {

// What is said of the small pack when its themes.json holds `bytes`.
std::vector<std::string> problems_with(std::string bytes) {
  pack::PackFiles files = small_pack::written(small_pack::good());
  files.files["themes.json"] = std::move(bytes);
  return small_pack::problems(files);
}

std::string only_problem_with(std::string bytes) {
  const std::vector<std::string> lines = problems_with(std::move(bytes));
  return lines.size() == 1 ? lines.front() : std::to_string(lines.size()) + " problems";
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string whole;
  for (std::size_t i = 0; i < times; ++i) whole += part;
  return whole;
}

}  // namespace

// References to themes are not held against sessions while themes.json cannot be read.
TEST_CASE("a slip in the JSON is told with line and column, and only once") {
  CHECK(only_problem_with("{\n  \"themes\": [\n    {\"id\": water}\n  ]\n}") ==
        "themes.json: line 3, column 12: invalid literal; last read: '\"id\": w'");
  CHECK(only_problem_with("{\n  \"themes\": [],\n}") ==
        "themes.json: line 3, column 1: a comma with nothing after it; unexpected '}'; expected "
        "string literal");
  CHECK(only_problem_with("{\"themes\": []") ==
        "themes.json: line 1, column 13: the file ends too early; unexpected end of input; "
        "expected '}'");
  CHECK(only_problem_with("") == "themes.json: line 1, column 1: the file is empty");
  CHECK(only_problem_with("{\"themes\": []} ]") ==
        "themes.json: line 1, column 16: unexpected ']'; expected end of input");
  CHECK(only_problem_with("{\"қазақ\" \"themes\"}") ==
        "themes.json: line 1, column 17: unexpected string literal; expected ':'");
  CHECK(only_problem_with("// themes\n{}")
            .starts_with("themes.json: line 1, column 1: JSON has no comments; "));
  CHECK(only_problem_with("{\"themes\": [NaN]}")
            .starts_with("themes.json: line 1, column 13: invalid literal"));
}

TEST_CASE("bytes that are no UTF-8") {
  const std::string line = only_problem_with("{\"themes\": [\"\xC3\x28\"]}");
  CHECK(line.starts_with("themes.json: line 1, column 15: invalid string: ill-formed UTF-8 byte"));
  CHECK(only_problem_with("{\"a\": \"\\ud800\"}").starts_with("themes.json: line 1, column "));
  CHECK(only_problem_with(std::string("{\"themes\"\0: []}", 15)).starts_with("themes.json: line 1, column "));
}

TEST_CASE("a key that stands twice") {
  pack::PackFiles files = small_pack::written(small_pack::good());
  std::string& themes = files.files["themes.json"];
  themes.insert(themes.find("\"number\": 2"), "\"id\": \"fire\", \"id\": \"ash\", \"number\": 3, ");
  const std::vector<std::string> lines = small_pack::problems(files);
  CHECK(lines == std::vector<std::string>{"themes.json: /themes/1: has the key \"id\" more than once",
                                          "themes.json: /themes/1: has the key \"number\" more than once"});
}

TEST_CASE("files made to hurt get an answer") {
  CHECK(only_problem_with(repeated("[", 100'000)) == "themes.json: is nested deeper than 32 levels");
  CHECK(only_problem_with(repeated("{\"a\":", 100'000)) == "themes.json: is nested deeper than 32 levels");
  CHECK(only_problem_with("[" + repeated("0,", 4'000'000) + "0]") ==
        "themes.json: holds more than 4000000 values");
  CHECK(only_problem_with(std::string((64u << 20) + 1, ' ')) == "themes.json: is larger than 64 MB");
  CHECK(only_problem_with("{\"themes\": " + std::string(1'000'000, '9') + "}")
            .starts_with("themes.json: line 1, column 1000011: number overflow"));
  CHECK(only_problem_with("{\"themes\": 1e400}")
            .starts_with("themes.json: line 1, column 16: number overflow"));
  const std::string long_text = only_problem_with("{\"themes\": \"" + std::string(10'000'000, 'a') + "\"}");
  CHECK(long_text == "themes.json: /themes: must be a list, is a text");
  const std::string long_key =
      only_problem_with("{\"themes\": [], \"" + std::string(1'000'000, 'a') + "\": 1}");
  CHECK(long_key.size() < 1'000);
}

TEST_CASE("what stands behind the end is not passed over") {
  const std::string whole = "{\"themes\": []}";
  CHECK(only_problem_with(whole + std::string(1, '\0')) ==
        "themes.json: line 1, column 15: has a NUL byte, which no text has");
  CHECK(only_problem_with(whole + "\n" + std::string(1, '\0') + "{\"themes\": 1}") ==
        "themes.json: line 2, column 1: has a NUL byte, which no text has");
  CHECK(only_problem_with(whole + std::string("\0garbage", 8))
            .starts_with("themes.json: line 1, column 15: has a NUL byte"));
  CHECK(only_problem_with(whole + whole).starts_with("themes.json: line 1, column 15: unexpected '{'"));
  CHECK(only_problem_with(whole + "\x1A").starts_with("themes.json: line 1, column 15: "));
}

TEST_CASE("a file that is no text is called what it is") {
  const std::string whole = "{\"themes\": []}";
  std::string wide, wide_from_behind;
  for (const char c : whole) {
    wide += {c, '\0'};
    wide_from_behind += {'\0', c};
  }
  for (const auto& [bytes, what] : std::vector<std::pair<std::string, std::string>>{
           {"\x1F\x8B\x08 and so on", "is compressed with gzip; unpack it first"},
           {"\x28\xB5\x2F\xFD and so on", "is compressed with Zstandard; unpack it first"},
           {"BZh91AY", "is compressed with bzip2; unpack it first"},
           {"PK\x03\x04 and so on", "is a ZIP archive; unpack it first"},
           {"\xFF\xFE" + wide, "is in UTF-16; save it as UTF-8"},
           {"\xFE\xFF" + wide_from_behind, "is in UTF-16; save it as UTF-8"},
           {wide, "is in UTF-16; save it as UTF-8"},
           {wide_from_behind, "is in UTF-16; save it as UTF-8"},
           {std::string("\xFF\xFE\0\0{\0\0\0", 8), "is in UTF-32; save it as UTF-8"}})
    CHECK(only_problem_with(bytes) == "themes.json: " + what);
}

TEST_CASE("messages stay short, whatever is named in them") {
  // Each of the doubled keys is told with the key above it.
  std::string doubled;
  for (int i = 0; i < 30'000; ++i) doubled += (i == 0 ? "\"k" : ",\"k") + std::to_string(i / 2) + "\":1";
  const std::string deep = "{\"themes\": [], \"" + std::string(4'000'000, 'k') + "\": {" + doubled + "}}";
  pack::PackFiles files = small_pack::written(small_pack::good());
  files.files["themes.json"] = deep;
  files.files[std::string(1'000'000, 'f') + ".json"] = "{}";
  const std::vector<std::string> lines = small_pack::problems(files);
  CHECK(lines.size() == 10'001);
  for (const std::string& line : lines) REQUIRE(line.size() < 7'000);

  // In a bundle anything may be a name.
  const pack::ReadResult result = pack::read_bundle(
      "{\"format\":1,\"files\":{\"" + std::string(3'000'000, 'f') + "\":1,\"a/b\":{" + doubled + "}}}");
  CHECK(result.problems.size() > 10'000);
  for (const pack::Problem& problem : result.problems) REQUIRE(to_line(problem).size() < 7'000);
}

TEST_CASE("many mistakes of one kind take no longer than context") {
  std::string unknown_keys, unknown_files;
  for (int i = 0; i < 200'000; ++i) {
    unknown_keys += ",\"titel_of_a_session_that_nobody_knows_" + std::to_string(i) + "\":1";
    unknown_files += ",\"sessions_that_nobody_knows_" + std::to_string(i) + ".json\":1";
  }
  CHECK(problems_with("{\"themes\":[]" + unknown_keys + "}").size() == 10'001);
  CHECK(pack::read_bundle("{\"format\":1,\"files\":{\"a\":1" + unknown_files + "}}").problems.size() ==
        10'001);
}

TEST_CASE("a hopeless pack does not fill the memory with complaints") {
  const std::vector<std::string> lines = problems_with("{\"themes\": [" + repeated("7,", 4'999) + "7]}");
  CHECK(lines.size() > 5'000);
  CHECK(lines.size() <= 10'010);
  const std::vector<std::string> many =
      problems_with("{" + repeated("\"a\": 1,", 20'000) + "\"themes\": []}");
  CHECK(many.size() == 10'001);
  CHECK(many.back() == "pack: has 10007 more problems than can be listed");
}
