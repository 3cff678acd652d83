// Files that are no JSON at all, or more JSON than anybody needs.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

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
  CHECK(only_problem_with("") ==
        "themes.json: line 1, column 1: the file is empty");
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
  CHECK(only_problem_with(std::string("{\"themes\"\0: []}", 15))
            .starts_with("themes.json: line 1, column "));
}

TEST_CASE("a key that stands twice") {
  pack::PackFiles files = small_pack::written(small_pack::good());
  std::string& themes = files.files["themes.json"];
  themes.insert(themes.find("\"number\": 2"), "\"id\": \"fire\", \"id\": \"ash\", \"number\": 3, ");
  const std::vector<std::string> lines = small_pack::problems(files);
  CHECK(lines ==
        std::vector<std::string>{"themes.json: /themes/1: has the key \"id\" more than once",
                                 "themes.json: /themes/1: has the key \"number\" more than once"});
}

TEST_CASE("files made to hurt get an answer") {
  CHECK(only_problem_with(repeated("[", 100'000)) ==
        "themes.json: is nested deeper than 32 levels");
  CHECK(only_problem_with(repeated("{\"a\":", 100'000)) ==
        "themes.json: is nested deeper than 32 levels");
  CHECK(only_problem_with("[" + repeated("0,", 4'000'000) + "0]") ==
        "themes.json: holds more than 4000000 values");
  CHECK(only_problem_with(std::string((64u << 20) + 1, ' ')) ==
        "themes.json: is larger than 64 MB");
  CHECK(only_problem_with("{\"themes\": " + std::string(1'000'000, '9') + "}")
            .starts_with("themes.json: line 1, column 1000011: number overflow"));
  CHECK(only_problem_with("{\"themes\": 1e400}")
            .starts_with("themes.json: line 1, column 16: number overflow"));
  const std::string long_text =
      only_problem_with("{\"themes\": \"" + std::string(10'000'000, 'a') + "\"}");
  CHECK(long_text == "themes.json: /themes: must be a list, is a text");
  const std::string long_key =
      only_problem_with("{\"themes\": [], \"" + std::string(1'000'000, 'a') + "\": 1}");
  CHECK(long_key.size() < 2'000'000);
}

TEST_CASE("a hopeless pack does not fill the memory with complaints") {
  const std::vector<std::string> lines =
      problems_with("{\"themes\": [" + repeated("7,", 4'999) + "7]}");
  CHECK(lines.size() > 5'000);
  CHECK(lines.size() <= 10'010);
  const std::vector<std::string> many =
      problems_with("{" + repeated("\"a\": 1,", 20'000) + "\"themes\": []}");
  CHECK(many.size() == 10'001);
  CHECK(many.back() == "pack: has 10007 more problems than can be listed");
}
