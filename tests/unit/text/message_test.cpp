#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "icu_data.h"
#include "text/message.h"
#include "text/message_check.h"
#include "text/message_table.h"
#include "text/words.h"

namespace {

// All messages of i18n/: language -> texts in the order of message_key_names.
std::map<std::string_view, std::vector<std::string_view>> all_messages() {
  std::map<std::string_view, std::vector<std::string_view>> messages;
  const auto languages = text::message_table_languages();
  for (std::size_t language = 0; language < languages.size(); ++language) {
    const char* at = text::message_table_texts(language);
    for (std::uint16_t key = 0; key < text::message_key_count; ++key) {
      messages[languages[language]].emplace_back(at);
      at += messages[languages[language]].back().size() + 1;
    }
  }
  return messages;
}

std::string print(std::string_view pattern, std::vector<text::Argument> arguments,
                  std::string_view language = "ru") {
  const text::Cldr& cldr = test::cldr(language);
  const auto message = text::Message::parse(pattern);
  REQUIRE_MESSAGE(message, (message ? std::string() : message.error()));
  std::string out;
  message->append_to(out, arguments, cldr);
  return out;
}

}  // namespace

TEST_CASE("every message of every language can be read and has the plural forms of its language") {
  test::need_icu();
  for (const auto& [language, texts] : all_messages()) {
    for (std::uint16_t key = 0; key < texts.size(); ++key) {
      CAPTURE(language);
      CAPTURE(text::message_key_names[key]);
      CAPTURE(texts[key]);
      for (const std::string& mistake : text::message_mistakes(texts[key], test::cldr(language)))
        FAIL_CHECK(mistake);
    }
  }
}

TEST_CASE("every message has the same placeholders in every language") {
  test::need_icu();
  const auto messages = all_messages();
  const auto names = [](std::string_view pattern) {
    std::set<std::string> found;
    const auto uses = text::placeholders(pattern);
    if (uses)
      for (const auto& [name, use] : *uses) found.insert(name);
    return found;
  };
  for (std::uint16_t key = 0; key < text::message_key_count; ++key)
    for (const auto& [language, texts] : messages) {
      CAPTURE(language);
      CAPTURE(text::message_key_names[key]);
      CHECK(names(texts[key]) == names(messages.at("en")[key]));
    }
}

TEST_CASE("no message prints a brace or a number sign, whatever it is given") {
  for (const auto& [language, texts] : all_messages()) {
    const text::Cldr& cldr = test::cldr(language);
    for (std::uint16_t key = 0; key < texts.size(); ++key) {
      CAPTURE(language);
      CAPTURE(text::message_key_names[key]);
      const auto uses = text::placeholders(texts[key]);
      REQUIRE(uses);
      const auto message = text::Message::parse(texts[key]);
      REQUIRE(message);
      CHECK(message->has_placeholders() == !uses->empty());

      // Numbers of every category; for a select each of its branches in turn.
      std::size_t rounds = 24;
      for (const auto& [name, use] : *uses) rounds = std::max(rounds, use.selectors.size());
      for (std::size_t round = 0; round < rounds; ++round) {
        std::vector<text::Argument> arguments;
        for (const auto& [name, use] : *uses) {
          if (use.counts)
            arguments.emplace_back(name, static_cast<std::int64_t>(round));
          else if (use.selectors.empty())
            arguments.emplace_back(name, "сөз");
          else
            arguments.emplace_back(
                name,
                *std::next(use.selectors.begin(), static_cast<std::ptrdiff_t>(round % use.selectors.size())));
        }
        std::string out;
        message->append_to(out, arguments, cldr);
        CAPTURE(out);
        CHECK_FALSE(out.empty());
        CHECK(out.find_first_of("{}#") == std::string::npos);
      }
    }
  }
}

TEST_CASE("what is read of a message, without what steers it") {
  using Pieces = std::vector<std::string>;
  CHECK(*text::literal_pieces("Қазір {time}!") == Pieces{"Қазір ", "!"});
  CHECK(*text::literal_pieces("{n, plural, one {# зал} other {# зала: {room}}}") ==
        Pieces{" зал", " зала: "});
  CHECK(*text::literal_pieces("{a}–{b}") == Pieces{"–"});
  CHECK(*text::literal_pieces("it''s") == Pieces{"it's"});
  CHECK(text::literal_pieces("{a}")->empty());
  CHECK_FALSE(text::literal_pieces("{a"));
}

TEST_CASE("plural forms are those of the language") {
  const auto sessions = [](std::int64_t count) {
    return print("{n, plural, one {# сессия} few {# сессии} many {# сессий} other {# сессии}}",
                 {{"n", count}});
  };
  CHECK(sessions(0) == "0 сессий");
  CHECK(sessions(1) == "1 сессия");
  CHECK(sessions(2) == "2 сессии");
  CHECK(sessions(5) == "5 сессий");
  CHECK(sessions(11) == "11 сессий");
  CHECK(sessions(21) == "21 сессия");
  CHECK(sessions(112) == "112 сессий");
  CHECK(sessions(1'234) == "1\u00a0234 сессии");
  CHECK(print("{n, plural, one {# session} other {# sessions}}", {{"n", 1}}, "en") == "1 session");
  CHECK(print("{n, plural, one {# session} other {# sessions}}", {{"n", 0}}, "en") == "0 sessions");
  CHECK(print("{n, plural, one {бір} other {көп}}", {{"n", 1}}, "kk") == "бір");
}

TEST_CASE("exact numbers and offsets in a plural") {
  const char* pattern =
      "{n, plural, offset:1 =0 {никто} =1 {вы} one {вы и ещё # человек} few {вы и ещё # человека} "
      "many {вы и ещё # человек} other {вы и ещё # человека}}";
  CHECK(print(pattern, {{"n", 0}}) == "никто");
  CHECK(print(pattern, {{"n", 1}}) == "вы");
  CHECK(print(pattern, {{"n", 2}}) == "вы и ещё 1 человек");
  CHECK(print(pattern, {{"n", 4}}) == "вы и ещё 3 человека");
}

TEST_CASE("ordinals, selects, and one inside the other") {
  const char* ordinal = "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}";
  CHECK(print(ordinal, {{"n", 1}}, "en") == "1st");
  CHECK(print(ordinal, {{"n", 22}}, "en") == "22nd");
  CHECK(print(ordinal, {{"n", 13}}, "en") == "13th");

  const char* nested =
      "{kind, select, hall {{n, plural, one {# hall} other {# halls}} in {place}} other {{n} "
      "rooms}}!";
  CHECK(print(nested, {{"kind", "hall"}, {"n", 1}, {"place", "Astana"}}, "en") == "1 hall in Astana!");
  CHECK(print(nested, {{"kind", "hall"}, {"n", 3}, {"place", "Astana"}}, "en") == "3 halls in Astana!");
  CHECK(print(nested, {{"kind", "lift"}, {"n", 3}}, "en") == "3 rooms!");
  CHECK(print("{a, plural, one {{b, plural, one {#} other {#s}} of #} other {# x}}", {{"a", 1}, {"b", 2}},
              "en") == "2s of 1");
}

TEST_CASE("apostrophes") {
  CHECK(print("don't", {}, "en") == "don't");
  CHECK(print("don''t {x}", {{"x", "'{y}'"}}, "en") == "don't '{y}'");
  CHECK(print("'{'{x}'}'", {{"x", 1}}, "en") == "{1}");
}

TEST_CASE("a message that cannot be read says why") {
  test::need_icu();
  for (const char* pattern :
       {"{", "}{", "{a", "{a, plural}", "{a, plural, one {x}}", "{a b}", "{n, plural, other {x}"})
    CHECK_FALSE(text::Message::parse(pattern));
}

TEST_CASE("the check of messages finds what ICU lets pass") {
  test::need_icu();
  using text::message_mistakes;
  using Mistakes = std::vector<std::string>;
  CHECK(message_mistakes("{n, plural, one {a} other {b}}", test::cldr("kk")) == Mistakes{});
  CHECK(message_mistakes("{n, plural, one {a} many {b} other {c}}", test::cldr("ru")) ==
        Mistakes{"{n} lacks the branch few"});
  CHECK(message_mistakes("{n, plural, one {a} few {b} other {c}}", test::cldr("en")) ==
        Mistakes{"{n}: the language has no category few"});
  CHECK(message_mistakes("{x, select, a {{n, plural, other {b}}} other {}}", test::cldr("en")) ==
        Mistakes{"{n} lacks the branch one"});
  CHECK(message_mistakes("{n, plural, one {a} other {{m, plural, =1 {a} other {b}}}}", test::cldr("kk")) ==
        Mistakes{"{m} lacks the branch one"});
  CHECK(message_mistakes("{n, number}", test::cldr("en")) ==
        Mistakes{"{n}: only plural, selectordinal and select are known"});
  CHECK(message_mistakes("{n", test::cldr("en")).size() == 1);
}
