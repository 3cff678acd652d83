// Small indexes, and what they answer.
#include <doctest/doctest.h>

#include <algorithm>

#include "search/index.h"

namespace {

using namespace std::chrono_literals;
using search::Document;
using search::Group;
using search::Part;

// In the order of languages: 0 is Kazakh, 1 Russian, 2 English.
Document document(Group group, std::string id, std::string kk, std::string ru, std::string en, std::string body = {}) {
  Document made{group, std::move(id), {{Part::title, 0, std::move(kk)}, {Part::title, 1, std::move(ru)}, {Part::title, 2, std::move(en)}}, {}, {}};
  if (!body.empty()) made.texts.push_back({Part::body, 2, std::move(body)});
  return made;
}

const model::Instant midnight = std::chrono::sys_days(std::chrono::year(2026) / 4 / 22) - 5h;

Document session(std::string id, std::string en, std::chrono::minutes from, std::chrono::minutes to) {
  Document made = document(Group::session, std::move(id), en, en, en);
  made.starts_at = midnight + from;
  made.ends_at = midnight + to;
  return made;
}

search::Vocabulary vocabulary() {
  search::Vocabulary made;
  made.synonyms = {{"toilet", "wc", "туалет", "дәретхана"}, {"dust storm", "шаңды дауыл"}};
  for (int day = 0; day < 3; ++day) {
    const model::Instant begin = midnight + std::chrono::days(day);
    made.days.emplace_back(std::chrono::floor<std::chrono::days>(begin + 5h));
    made.day_bounds.emplace_back(begin, begin + std::chrono::days(1));
  }
  made.day_names.relative = {{{u"завтра"}, 1}, {{u"ертен"}, 1}};
  made.day_names.weekdays = {{u"четверг", std::chrono::Thursday}, {u"thursday", std::chrono::Thursday}};
  made.day_names.months = {{u"апреля", std::chrono::April}, {u"april", std::chrono::April}};
  made.day_names.now = {u"now"};
  made.day_names.small = {u"в", u"the"};
  return made;
}

std::vector<std::string> found(const search::Index& index, std::string_view typed, search::Context context = {.language = 0, .now = midnight + 10h + 30min, .only = {}}) {
  std::vector<std::string> ids;
  for (const search::Hit& hit : index.find(typed, context).hits) ids.emplace_back(hit.id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("an index of nothing answers nothing") {
  const search::Index index({}, {});
  CHECK(index.find("су", {}).hits.empty());
  CHECK(index.find("", {}).hits.empty());
  CHECK(index.find("завтра 14:00", {}).hits.empty());
  CHECK(index.documents() == 0);
}

TEST_CASE("titles go before texts, whole words before beginnings, exact before endings") {
  const std::vector<Document> documents = {document(Group::session, "body", "x", "x", "Energy", "about water"), document(Group::session, "beginning", "x", "x", "Waterways"),
                                           document(Group::session, "whole", "x", "x", "Water")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "water") == Ids{"whole", "beginning", "body"});
  CHECK(found(index, "waterw") == Ids{"beginning"});
}

TEST_CASE("all words must fit; when none fits all, what comes near is told as a guess") {
  const std::vector<Document> documents = {document(Group::session, "a", "таза ауа", "чистый воздух", "clean air"), document(Group::session, "b", "таза су", "чистая вода", "clean water")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "clean air") == Ids{"a"});
  CHECK(found(index, "air clean") == Ids{"a"});
  const search::Answers guess = index.find("clean xylophone", {});
  CHECK(guess.guessed);
  CHECK(guess.hits.size() == 2);
  CHECK(index.find("xylophone", {}).hits.empty());
}

TEST_CASE("any language and any way of typing") {
  const std::vector<Document> documents = {document(Group::session, "glaciers", "Мұздықтарды сақтау", "Сохранение ледников", "Preserving glaciers"),
                                           document(Group::place, "toilets", "Дәретхана", "Туалет", "Toilets")};
  const search::Index index(documents, vocabulary());
  for (const char* typed : {"мұздықтар", "муздык", "muzdyq", "МҰЗДЫҚТАРДЫ", "ледники", "ледников", "ledniki", "glacier", "glaicers", "vep", "ktlybrb", "пдфсшук", "мұздықтрды"})
    CHECK_MESSAGE(found(index, typed) == Ids{"glaciers"}, typed);
  for (const char* typed : {"wc", "toilet", "туалеты", "дәретхана", "daretkhana"}) CHECK_MESSAGE(found(index, typed).front() == "toilets", typed);
  CHECK(index.find("ktlybrb", {}).read_as == "ледники");
  CHECK(index.find("ледники", {}).read_as.empty());
}

TEST_CASE("a phrase can be a synonym") {
  const std::vector<Document> documents = {document(Group::session, "dust", "Шаңды дауылдар", "Пыльные бури", "Taming dust"), document(Group::session, "wind", "Жел", "Ветер", "Wind storm")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "dust storm").front() == "dust");
}

TEST_CASE("days and times") {
  const std::vector<Document> documents = {session("past", "Opening", 9h, 10h), session("now", "Ministers", 10h, 11h), session("later", "Glaciers", 14h, 15h),
                                           session("tomorrow", "Rivers", 24h + 14h, 24h + 15h), session("tomorrow-2", "Seas", 24h + 16h, 24h + 17h)};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "завтра") == Ids{"tomorrow", "tomorrow-2"});
  CHECK(found(index, "ертең 14:00") == Ids{"tomorrow"});
  CHECK(found(index, "завтра в 16") == Ids{"tomorrow-2"});
  CHECK(found(index, "thursday seas") == Ids{"tomorrow-2"});
  CHECK(found(index, "23 апреля") == Ids{"tomorrow", "tomorrow-2"});
  CHECK(found(index, "23.04.2026") == Ids{"tomorrow", "tomorrow-2"});
  CHECK(found(index, "2026-04-23") == Ids{"tomorrow", "tomorrow-2"});
  CHECK(found(index, "14:30").front() == "later");
  CHECK(found(index, "now") == Ids{"now"});
  CHECK(index.find("завтра", {.language = 0, .now = midnight + 10h, .only = {}}).moment.day == model::Date{std::chrono::year(2026) / 4 / 23});
}

TEST_CASE("what is looked for is marked in a text") {
  const std::vector<Document> documents = {document(Group::session, "glaciers", "Мұздықтарды сақтау", "x", "x")};
  const search::Index index(documents, vocabulary());
  const std::string title = "Мұздықтарды сақтау";
  const auto marked = [&](std::string_view typed) {
    std::vector<std::string> parts;
    for (const search::Range& range : index.find(typed, {}).marks(title)) parts.push_back(title.substr(range.begin, range.end - range.begin));
    return parts;
  };
  CHECK(marked("муздык") == Ids{"Мұздық"});
  CHECK(marked("сақтау мұз") == Ids{"Мұз", "сақтау"});
  CHECK(marked("muzdyqtardy") == Ids{"Мұздықтарды"});
}

TEST_CASE("one kind alone can be asked for") {
  const std::vector<Document> documents = {document(Group::session, "s", "Су", "Вода", "Water"), document(Group::partner, "p", "Су ұйымы", "Водный союз", "Water union")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "water", {.language = 0, .now = midnight, .only = Group::partner}) == Ids{"p"});
}

TEST_CASE("a number is a whole number, and a part of a name") {
  const std::vector<Document> documents = {document(Group::place, "hall-2", "2-зал", "Зал 2", "Hall 2"), document(Group::place, "hall-5", "5-зал", "Зал 5", "Hall 5"),
                                           document(Group::session, "twenty", "x", "x", "Hall of 20 initiatives"), document(Group::session, "body", "x", "x", "Hall of fame", "12 people")};
  search::Vocabulary words = vocabulary();
  words.day_names.ordinals = {{u"пятый", 5}, {u"fifth", 5}};
  const search::Index index(documents, words);
  CHECK(found(index, "hall 2") == Ids{"hall-2"});
  CHECK(found(index, "2-зал") == Ids{"hall-2"});
  CHECK(found(index, "пятый зал") == Ids{"hall-5"});
  CHECK(index.find("hall 12", {}).guessed);
  CHECK(index.find("зал 9", {}).guessed);
}

TEST_CASE("places and texts answer at any time, where no session at that time does") {
  std::vector<Document> documents = {session("coffee", "Coffee", 9h, 10h), session("coffee-tomorrow", "Coffee", 24h + 11h, 24h + 12h),
                                     document(Group::place, "toilets", "Дәретхана", "Туалет", "Toilets"), document(Group::place, "coffee-area", "x", "x", "Coffee area")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "туалет завтра") == Ids{"toilets"});
  CHECK_FALSE(index.find("toilet now", {.language = 0, .now = midnight + 10h, .only = {}}).guessed);
  CHECK(found(index, "coffee завтра") == Ids{"coffee-tomorrow"});
  CHECK(found(index, "coffee now") == Ids{"coffee-area"});
  // A session at another time is no more than a guess.
  CHECK(index.find("coffee now", {.language = 0, .now = midnight + 10h + 30min, .only = Group::session}).guessed);
}

TEST_CASE("what was typed is re-read by other keys only where that makes words") {
  const std::vector<Document> documents = {document(Group::session, "glaciers", "Мұздықтар", "Ледники", "Glaciers"), document(Group::place, "prayer", "Құлшылық бөлмесі", "x", "Prayer room"),
                                           document(Group::session, "eco", "x", "Экология", "x")};
  const search::Index index(documents, vocabulary());
  for (const char* typed : {"\"", "%", "12", "103", "4/24", "' '"}) CHECK_MESSAGE(found(index, typed).empty(), typed);
  CHECK(found(index, "09лшылы0") == Ids{"prayer"});
  CHECK(index.find("09лшылы0", {}).read_as == "құлшылық");
}

TEST_CASE("short words with a typing error are guesses, and begin as they should") {
  const std::vector<Document> documents = {document(Group::session, "women", "x", "x", "Women"), document(Group::session, "paris", "x", "x", "Paris"), document(Group::session, "glaciers", "x", "x", "Glaciers")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "womem") == Ids{"women"});
  CHECK(index.find("womem", {}).guessed);
  CHECK(found(index, "zomen").empty());
  CHECK(found(index, "parking").empty());
  CHECK_FALSE(index.find("glaicers", {}).guessed);
}

TEST_CASE("parts of a hyphened word are no beginnings") {
  const std::vector<Document> documents = {document(Group::session, "wind", "x", "x", "Wind and fire"), document(Group::session, "eco", "x", "x", "Eco-startups")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "wi-fi").empty());
  CHECK(found(index, "eco-startup") == Ids{"eco"});
}

TEST_CASE("small words say nothing where others do, and only begin names where they stand alone") {
  const std::vector<Document> documents = {document(Group::page, "themes", "x", "x", "Themes"), document(Group::session, "the", "x", "x", "The glaciers"), document(Group::place, "desk", "x", "x", "Badge desk"),
                                           document(Group::article, "when", "x", "x", "When is the opening?"), document(Group::session, "opening", "x", "x", "Great opening")};
  search::Vocabulary words = vocabulary();
  words.question_words = {u"can", u"my", u"when", u"is"};
  const search::Index index(documents, words);
  CHECK(index.find("the", {}).guessed);
  CHECK(found(index, "the") == Ids{"themes"});
  CHECK(found(index, "can the badge") == Ids{"desk"});
  CHECK_FALSE(index.find("can my badge", {}).guessed);
  // A small word in a title counts beside others.
  CHECK(found(index, "when is opening").front() == "when");
}

TEST_CASE("a qualifier alone means something else") {
  const std::vector<Document> documents = {document(Group::place, "cloakroom", "x", "Гардероб", "Cloakroom"), document(Group::place, "expo-cloakroom", "x", "Гардероб выставки", "Exhibition cloakroom"),
                                           document(Group::article, "expo", "x", "Выставка RES", "RES exhibition")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "exhibition").front() == "expo");
  CHECK(found(index, "выставки").front() == "expo");
  CHECK(found(index, "exhibition cloakroom").front() == "expo-cloakroom");
}

TEST_CASE("synonyms that no text holds are found by their beginning, their sound and with an error") {
  const std::vector<Document> documents = {document(Group::place, "prayer", "Құлшылық", "Молитва", "Prayer"), document(Group::session, "middle", "Орта", "x", "x"), document(Group::article, "fire", "x", "x", "Emergency")};
  search::Vocabulary words = vocabulary();
  words.synonyms.push_back({"prayer", "намазхана", "тихая молитва"});
  words.synonyms.push_back({"emergency", "өрт"});
  const search::Index index(documents, words);
  for (const char* typed : {"намазхана", "намаз", "namazkhana", "намазхама", "тихая молитва", "тихую молитву"}) CHECK_MESSAGE(found(index, typed) == Ids{"prayer"}, typed);
  // An abbreviation or a short synonym is not the stem of other words.
  CHECK(found(index, "өрт") == Ids{"fire"});
}

TEST_CASE("rubbish does no harm") {
  const std::vector<Document> documents = {document(Group::session, "s", "Су", "Вода", "Water")};
  const search::Index index(documents, vocabulary());
  for (const std::string& typed : {std::string(10000, 'a'), std::string("\xff\xfe\x80"), std::string("🙂🙂🙂🙂🙂"), std::string("99:99 31 april"), std::string(3000, ' '), std::string("24.04. .. - -- 4:")})
    CHECK(index.find(typed, {}).hits.size() <= 1);
}
