#include "text/hyphenation.h"

#include <doctest/doctest.h>

#include <string>

namespace {

// What stands before the hyphen where there is room for so many bytes.
std::string before(std::string_view word, std::size_t most) {
  return std::string(word.substr(0, text::hyphenated(word, most)));
}

}  // namespace

TEST_CASE("a word is divided before a consonant with a vowel behind it") {
  CHECK(before("бағдарлама", 10) == "бағ");
  CHECK(before("программа", 12) == "прог");
  CHECK(before("programme", 6) == "prog");
  // What belongs to the letter before it stays with it.
  CHECK(before("подъезды", 8) == "подъ");
  // Where no such place is near, as much as there is room for.
  CHECK(before("strengths", 6) == "streng");
  CHECK(before("бағдарламалар", 2) == "б");
}

TEST_CASE("three letters at least go on") { CHECK(before("бағдарлама", 18) == "бағдар"); }

TEST_CASE("only words of letters are hyphenated") {
  CHECK(text::may_be_hyphenated("«бағдарлама»,"));
  CHECK(text::may_be_hyphenated("3-қабат"));
  CHECK(text::may_be_hyphenated("programme."));
  CHECK_FALSE(text::may_be_hyphenated("https://example.org/a"));
  CHECK_FALSE(text::may_be_hyphenated("2026"));
  CHECK_FALSE(text::may_be_hyphenated("气候"));
  CHECK_FALSE(text::may_be_hyphenated(""));
}
