#include "visitor/visitor.h"

#include <doctest/doctest.h>

using visitor::Appearance;
using visitor::Visitor;

namespace {

Visitor somebody() {
  return {.language = "kk",
          .appearance = Appearance::high_contrast,
          .starred = {"glaciers", "youth-dialogue", "2"}};
}

}  // namespace

TEST_CASE("what is written is read back") {
  CHECK(visitor::from_text(visitor::to_text(somebody())) == somebody());
  CHECK(visitor::from_text(visitor::to_text({})) == Visitor{});
  for (const Appearance one :
       {Appearance::as_device, Appearance::light, Appearance::dark, Appearance::high_contrast})
    CHECK(visitor::from_text(visitor::to_text({.language = {}, .appearance = one, .starred = {}}))
              .appearance == one);
}

TEST_CASE("a star is turned on and off, and the order is kept") {
  Visitor one = somebody();
  one.turn_star("glaciers");
  CHECK_FALSE(one.has_starred("glaciers"));
  one.turn_star("glaciers");
  CHECK(one.starred == std::vector<std::string>{"youth-dialogue", "2", "glaciers"});
  CHECK_FALSE(one.has_starred("glacier"));
}

TEST_CASE("a text that was cut anywhere loses no more than its last line") {
  const std::string whole = visitor::to_text(somebody());
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    const Visitor read = visitor::from_text(std::string_view(whole).substr(0, length));
    CHECK((read.language.empty() || std::string_view("kk").starts_with(read.language)));
    CHECK(read.starred.size() <= 3);
    if (length > whole.find("star youth")) CHECK(read.has_starred("glaciers"));
  }
}

TEST_CASE("lines that are not understood are passed over") {
  const Visitor read = visitor::from_text(
      "summit-visitor 9\nfuture thing\n\n   \nlanguage ru\nappearance purple\nstar one\nstar "
      "one\nstar  two\nstarthree\r\n\xFF\xFE zz\nstar four");
  CHECK(read.language == "ru");
  CHECK(read.appearance == Appearance::as_device);
  CHECK(read.starred == std::vector<std::string>{"one", "four"});
}

TEST_CASE("an id that is no id is not believed") {
  const std::string long_id(101, 'a');
  const Visitor read = visitor::from_text(
      "star ../../etc/passwd\nstar <script>\nstar a b\nstar A\nstar a.b\nstar a/b\nstar a_b\nstar "
      "\xD2\x9B\nstar " +
      long_id + "\nlanguage ../ru\nlanguage \nstar good-1\n");
  CHECK(read.language.empty());
  CHECK(read.starred == std::vector<std::string>{"good-1"});
}

TEST_CASE("a language with a script or a region is kept") {
  for (const std::string tag : {"uz-Latn", "pt-BR", "zh-Hant-TW"}) {
    Visitor visitor;
    visitor.language = tag;
    CHECK(visitor::from_text(visitor::to_text(visitor)).language == tag);
  }
}

TEST_CASE("zeros and large texts are read to their end") {
  CHECK(visitor::from_text(std::string(1000, '\0')) == Visitor{});
  CHECK(visitor::from_text(std::string(100000, '\n')) == Visitor{});
}
