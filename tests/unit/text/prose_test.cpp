#include "text/prose.h"

#include <doctest/doctest.h>

TEST_CASE("prose: blank lines part paragraphs, single line breaks stay") {
  const auto paragraphs = text::paragraphs_of("One.\nStill one.\n\n \nTwo.\n");
  REQUIRE(paragraphs.size() == 2);
  CHECK(paragraphs[0].text == "One.\nStill one.");
  CHECK(paragraphs[1].text == "Two.");
  CHECK(text::paragraphs_of("").empty());
  CHECK(text::paragraphs_of("\n\n").empty());
}

TEST_CASE("prose: a link is its words, and its address leads there") {
  const auto paragraphs =
      text::paragraphs_of("See [the «plan»](https://example.org/a?b=c) and [x](tel:112).");
  REQUIRE(paragraphs.size() == 1);
  CHECK(paragraphs[0].text == "See the «plan» and x.");
  REQUIRE(paragraphs[0].links.size() == 2);
  const text::ProseLink& link = paragraphs[0].links[0];
  CHECK(paragraphs[0].text.substr(link.begin, link.end - link.begin) == "the «plan»");
  CHECK(link.href == "https://example.org/a?b=c");
  CHECK(paragraphs[0].links[1].href == "tel:112");
}

TEST_CASE("prose: what is no link stays as it was written") {
  for (const char* text :
       {"[1] and (2)", "[a](javascript:alert(1))", "[a](https://example.org", "[](https://a.b/)",
        "[a] (https://a.b/)", "a [b\nc](https://a.b/)", "[", "[a](", "](x)"}) {
    CAPTURE(text);
    const auto paragraphs = text::paragraphs_of(text);
    REQUIRE(paragraphs.size() == 1);
    CHECK(paragraphs[0].text == text);
    CHECK(paragraphs[0].links.empty());
  }
}

TEST_CASE("prose: what a search reads has no addresses") {
  CHECK(text::plain_prose("One [two](https://example.org/).\n\nThree.") == "One two.\nThree.");
}

TEST_CASE("prose: a link inside brackets is found") {
  const auto paragraphs = text::paragraphs_of("[see [here](https://a.b/)]");
  REQUIRE(paragraphs.size() == 1);
  CHECK(paragraphs[0].text == "[see here]");
}
