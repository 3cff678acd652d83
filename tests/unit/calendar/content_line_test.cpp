#include "calendar/content_line.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace {

std::string line_of(std::string_view name, std::string_view value) {
  std::string file;
  calendar::append_line(file, name, value);
  return file;
}

std::vector<std::string> lines_of(std::string_view file) {
  std::vector<std::string> lines;
  while (!file.empty()) {
    const std::size_t end = file.find("\r\n");
    REQUIRE(end != std::string_view::npos);
    lines.emplace_back(file.substr(0, end));
    file.remove_prefix(end + 2);
  }
  return lines;
}

bool is_whole_utf8(std::string_view text) {
  while (!text.empty())
    if (text::take_code_point(text) == U'\uFFFD') return false;
  return true;
}

}  // namespace

TEST_CASE("what has a meaning in a calendar file is escaped") {
  CHECK(calendar::escaped("a;b,c\\d") == "a\\;b\\,c\\\\d");
  CHECK(calendar::escaped("one\ntwo\r\nthree\rfour\u2028five") == "one\\ntwo\\nthree\\nfour\\nfive");
  CHECK(calendar::escaped("a:b \"c\"\td") == "a:b \"c\"\td");
  CHECK(calendar::escaped(std::string_view("a\0b\x07\x7F\u0085"
                                           "c",
                                           8)) == "abc");
  CHECK(calendar::escaped("a\xFF"
                          "b") ==
        "a\uFFFD"
        "b");
}

TEST_CASE("short lines stay whole, and one of 75 bytes too") {
  CHECK(line_of("SUMMARY", "Water") == "SUMMARY:Water\r\n");
  const std::string exact(75 - 8, 'a');
  CHECK(line_of("SUMMARY", exact) == "SUMMARY:" + exact + "\r\n");
  CHECK(line_of("SUMMARY", exact + "b") == "SUMMARY:" + exact + "\r\n b\r\n");
}

TEST_CASE("long lines are folded between letters and between escapes") {
  std::mt19937 chance(1);
  const std::vector<std::string> units = {"a", "ә", "Қ", "—", "𝄞", "\\n", "\\\\", "\\,", "\\;", " "};
  for (int round = 0; round < 500; ++round) {
    std::string value;
    for (int i = std::uniform_int_distribution<int>(0, 300)(chance); i > 0; --i)
      value += units[std::uniform_int_distribution<std::size_t>(0, units.size() - 1)(chance)];
    const std::vector<std::string> lines = lines_of(line_of("X", value));
    std::string unfolded;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string& line = lines[i];
      CHECK(line.size() <= calendar::longest_line);
      CHECK(is_whole_utf8(line));
      // An odd number of backslashes at the end would be half an escape.
      const std::size_t slashes = line.size() - 1 - line.find_last_not_of('\\');
      CHECK(slashes % 2 == 0);
      if (i > 0) CHECK(line[0] == ' ');
      // Nothing that would have fitted went to the next line but for a unit of at most four bytes.
      if (i + 1 < lines.size()) CHECK(line.size() > calendar::longest_line - 4);
      unfolded += i == 0 ? line : line.substr(1);
    }
    CHECK(unfolded == "X:" + value);
  }
}
