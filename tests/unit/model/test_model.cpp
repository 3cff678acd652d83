#include <doctest/doctest.h>

#include "model/event.h"

TEST_CASE("a text answers in the language asked for, else in its first") {
  model::LocalizedText text;
  CHECK(text.empty());
  CHECK(text.in("kk").empty());
  text.set("kk", "Астана");
  text.set("en", "Astana");
  CHECK(text.in("en") == "Astana");
  CHECK(text.in("ru") == "Астана");
  CHECK(text.has("kk"));
  CHECK_FALSE(text.has("ru"));
  CHECK_FALSE(text.empty());
}

TEST_CASE("setting a language again replaces its text and keeps its place") {
  model::LocalizedText text;
  text.set("kk", "а");
  text.set("ru", "б");
  text.set("kk", "в");
  CHECK(text.all().size() == 2);
  CHECK(text.all().front().first == "kk");
  CHECK(text.in("kk") == "в");
}

TEST_CASE("texts are equal when they say the same in the same order") {
  model::LocalizedText one, same, other;
  one.set("kk", "а");
  same.set("kk", "а");
  other.set("ru", "а");
  CHECK(one == same);
  CHECK(one != other);
}

TEST_CASE("the language of what stands in for a text that is missing") {
  model::LocalizedText text;
  CHECK(text.language_in("kk") == "");
  text.set("en", "Opening");
  text.set("ru", "Открытие");
  CHECK(text.language_in("ru") == "ru");
  CHECK(text.language_in("kk") == "en");
  CHECK(text.in("kk") == "Opening");
}

TEST_CASE("a notice holds until its end, and without one for ever") {
  model::Notice notice;
  const model::Instant ten{std::chrono::hours(10)};
  CHECK(model::is_valid(notice, ten));
  notice.until = ten;
  CHECK(model::is_valid(notice, ten - std::chrono::seconds(1)));
  CHECK_FALSE(model::is_valid(notice, ten));
}

TEST_CASE("events are equal when all of them is") {
  model::Event one, other;
  CHECK(one == other);
  other.sessions.resize(1);
  CHECK(one != other);
  one.sessions.resize(1);
  CHECK(one == other);
  other.sessions[0].interpretation.push_back({"ru", 1});
  CHECK(one != other);
}

TEST_CASE("the revision of a notice is another one exactly when the notice says something else") {
  model::Notice notice;
  notice.title.set("en", "Smoke");
  notice.text.set("en", "Leave the hall.");
  const std::string first = model::revision_of(notice);
  CHECK(first.size() == 16);
  CHECK(model::revision_of(notice) == first);
  model::Notice other = notice;
  other.until = model::Instant{std::chrono::hours(10)};
  other.publication.source = "note";
  CHECK(model::revision_of(other) == first);
  other = notice;
  other.text.set("en", "Come back.");
  CHECK(model::revision_of(other) != first);
  other = notice;
  other.urgency = model::NoticeUrgency::alarm;
  CHECK(model::revision_of(other) != first);
  other = notice;
  other.applies_to.rooms = {"hall"};
  CHECK(model::revision_of(other) != first);
  // What moves from one text to the next is not the same.
  other = notice;
  other.title.set("en", "SmokeLeave");
  other.text.set("en", " the hall.");
  CHECK(model::revision_of(other) != first);
}
