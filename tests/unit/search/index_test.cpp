// Small indexes, and what they answer.
#include <doctest/doctest.h>

#include <algorithm>

#include "search/event_documents.h"
#include "search/index.h"

namespace {

using namespace std::chrono_literals;
using search::Document;
using search::Group;
using search::Part;

// In the order of languages: 0 is Kazakh, 1 Russian, 2 English.
Document document(Group group, std::string id, std::string kk, std::string ru, std::string en,
                  std::string body = {}) {
  Document made{
      group,
      std::move(id),
      {{Part::title, 0, std::move(kk)}, {Part::title, 1, std::move(ru)}, {Part::title, 2, std::move(en)}},
      {},
      {}};
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
  search::TimeWords& words = made.time_words;
  for (const char* tomorrow : {"завтра", "завтрашний", "ертең", "tomorrow"})
    words.say(tomorrow).days_from_today = 1;
  words.say("next day").days_from_today = 1;
  words.say("tonight").days_from_today = 0;
  for (const char* evening : {"tonight", "evening", "вечер", "вечерний"})
    words.say(evening).part = {17 * 60, 24 * 60};
  words.say("now").now = true;
  for (const char* next : {"next session", "next", "следующий"}) words.say(next).next = true;
  for (const char* hour : {"hour", "час", "часа", "часов", "сағат", "сағаттан"}) words.say(hour).minutes = 60;
  words.say("half an hour").minutes = 30;
  words.say("minutes").minutes = 1;
  words.weekdays = {{u"четверг", std::chrono::Thursday},
                    {u"среда", std::chrono::Wednesday},
                    {u"thursday", std::chrono::Thursday}};
  words.short_weekdays = {{u"чт", std::chrono::Thursday}};
  words.months = {{u"апреля", std::chrono::April}, {u"april", std::chrono::April}};
  words.numbers = {{u"first", 1}, {u"one", 1}, {u"бир", 1}, {u"two", 2}};
  words.day = {u"day", u"кун", u"день"};
  words.last = {u"last"};
  words.in = {u"in", u"через", u"кейин"};
  words.after = {u"after", u"from", u"between", u"с", u"после", u"кейин"};
  words.before = {u"before", u"до", u"дейин"};
  words.sessions = {u"session", u"программа"};
  words.small = {u"в", u"the", u"an", u"of", u"to", u"and", u"утра", u"на"};
  return made;
}

std::vector<std::string> found(const search::Index& index, std::string_view typed,
                               search::Context context = {
                                   .language = 0, .now = midnight + 10h + 30min, .only = {}}) {
  std::vector<std::string> ids;
  for (const search::Hit& hit : index.find(typed, context).hits) ids.emplace_back(hit.id);
  return ids;
}

search::Context at(model::Instant now) { return {.language = 0, .now = now, .only = {}}; }

search::Moment moment(const search::Index& index, std::string_view typed, model::Instant now) {
  return index.find(typed, at(now)).moment;
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
  const std::vector<Document> documents = {
      document(Group::session, "body", "x", "x", "Energy", "about water"),
      document(Group::session, "beginning", "x", "x", "Waterways"),
      document(Group::session, "whole", "x", "x", "Water")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "water") == Ids{"whole", "beginning", "body"});
  CHECK(found(index, "waterw") == Ids{"beginning"});
}

TEST_CASE("all words must fit; when none fits all, what comes near is told as a guess") {
  const std::vector<Document> documents = {
      document(Group::session, "a", "таза ауа", "чистый воздух", "clean air"),
      document(Group::session, "b", "таза су", "чистая вода", "clean water")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "clean air") == Ids{"a"});
  CHECK(found(index, "air clean") == Ids{"a"});
  const search::Answers guess = index.find("clean xylophone", {});
  CHECK(guess.guessed);
  CHECK(guess.hits.size() == 2);
  CHECK(index.find("xylophone", {}).hits.empty());
}

TEST_CASE("any language and any way of typing") {
  const std::vector<Document> documents = {
      document(Group::session, "glaciers", "Мұздықтарды сақтау", "Сохранение ледников",
               "Preserving glaciers"),
      document(Group::place, "toilets", "Дәретхана", "Туалет", "Toilets")};
  const search::Index index(documents, vocabulary());
  for (const char* typed : {"мұздықтар", "муздык", "muzdyq", "МҰЗДЫҚТАРДЫ", "ледники", "ледников", "ledniki",
                            "glacier", "glaicers", "vep", "ktlybrb", "пдфсшук", "мұздықтрды"})
    CHECK_MESSAGE(found(index, typed) == Ids{"glaciers"}, typed);
  for (const char* typed : {"wc", "toilet", "туалеты", "дәретхана", "daretkhana"})
    CHECK_MESSAGE(found(index, typed).front() == "toilets", typed);
  CHECK(index.find("ktlybrb", {}).read_as == "ледники");
  CHECK(index.find("ледники", {}).read_as.empty());
}

TEST_CASE("a phrase can be a synonym") {
  const std::vector<Document> documents = {
      document(Group::session, "dust", "Шаңды дауылдар", "Пыльные бури", "Taming dust"),
      document(Group::session, "wind", "Жел", "Ветер", "Wind storm")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "dust storm").front() == "dust");
}

TEST_CASE("days and times") {
  const std::vector<Document> documents = {
      session("past", "Opening", 9h, 10h), session("now", "Ministers", 10h, 11h),
      session("later", "Glaciers", 14h, 15h), session("tomorrow", "Rivers", 24h + 14h, 24h + 15h),
      session("tomorrow-2", "Seas", 24h + 16h, 24h + 17h)};
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
  CHECK(index.find("завтра", {.language = 0, .now = midnight + 10h, .only = {}}).moment.day ==
        model::Date{std::chrono::year(2026) / 4 / 23});
}

TEST_CASE("words of times are understood in their forms, and numbers with endings") {
  const std::vector<Document> documents = {
      session("now", "Ministers", 10h, 11h), session("afternoon", "Glaciers", 14h, 15h),
      session("film", "Seas", 18h, 20h), session("tomorrow", "Rivers", 24h + 14h, 24h + 15h),
      session("last", "Air", 48h + 9h, 48h + 10h)};
  const search::Index index(documents, vocabulary());
  for (const std::string typed : {"завтрашние", "завтрашнего", "tomorrow's", "ертеңнен", "next day", "чт",
                                  "tomorrow's sessions", "программа на завтра", "day two", "2nd day",
                                  "2-й день", "2-күн", "23-го апреля", "23rd of april", "23/04", "23/4/2026"})
    CHECK_MESSAGE(found(index, typed) == Ids{"tomorrow"}, typed);
  for (const std::string typed : {"вечерние", "вечером", "evenings", "tonight"})
    CHECK_MESSAGE(found(index, typed) == Ids{"film"}, typed);
  for (const std::string typed : {"last day", "last day 9:00"})
    CHECK_MESSAGE(found(index, typed) == Ids{"last"}, typed);
}

TEST_CASE("times from now, and before and after a time") {
  const std::vector<Document> documents = {
      session("past", "Opening", 8h, 9h), session("now", "Ministers", 10h, 11h),
      session("noon", "Lunch", 12h, 13h + 30min), session("three", "Glaciers", 15h, 16h),
      session("five", "Seas", 17h, 18h)};
  const search::Index index(documents, vocabulary());
  // It is 10:30.
  CHECK(found(index, "next") == Ids{"noon", "three", "five"});
  CHECK(found(index, "next session") == Ids{"noon", "three", "five"});
  CHECK(found(index, "next seas") == Ids{"five"});
  for (const std::string typed :
       {"in 2 hours", "in two hours", "через 2 часа", "2 сағаттан кейін", "in 90 minutes"})
    CHECK_MESSAGE(found(index, typed) == Ids{"noon"}, typed);
  for (const std::string typed :
       {"in an hour", "через час", "бір сағаттан кейін", "сағаттан кейін", "in one hour"})
    CHECK_MESSAGE(moment(index, typed, midnight + 10h + 30min).time == 11 * 60 + 30, typed);
  CHECK(moment(index, "in half an hour", midnight + 23h + 45min).time == 15);
  CHECK(moment(index, "in half an hour", midnight + 23h + 45min).day ==
        model::Date{std::chrono::year(2026) / 4 / 23});
  for (const std::string typed : {"after 15:00", "15:00-ден кейін", "после 15", "после 15 часов",
                                  "15-тен кейін", "after 3pm", "с 15:00", "after 3"})
    CHECK_MESSAGE((found(index, typed) == Ids{"three", "five"}), typed);
  for (const std::string typed : {"с 12:00 до 16:00", "12:00–16:00", "after 12 before 16",
                                  "from 12:00 to 16:00", "from 12 to 4 pm", "between 12 and 16"})
    CHECK_MESSAGE((found(index, typed) == Ids{"noon", "three"}), typed);
  for (const std::string typed : {"before 9", "9:00-ге дейін", "9-ға дейін", "до 9 утра"})
    CHECK_MESSAGE(found(index, typed) == Ids{"past"}, typed);
  for (const std::string typed : {"сағат 15-те", "15 часов", "в 15 часов", "сағат 3-те", "в 3 часа"})
    CHECK_MESSAGE(found(index, typed).front() == "three", typed);
}

TEST_CASE("what things are called by goes before what it would say of the time") {
  std::vector<Document> documents = {session("voice", "Голос завтрашнего дня", 14h, 15h),
                                     session("film", "Film: evening screening", 34h, 35h),
                                     session("late", "Late", 42h, 43h),
                                     document(Group::article, "access", "x", "Доступная среда", "x"),
                                     document(Group::place, "hall", "2-зал", "Зал 2", "Hall 2"),
                                     document(Group::place, "toilet", "Дәретхана", "Туалет", "Toilet")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "голос завтрашнего дня") == Ids{"voice"});
  CHECK(found(index, "завтрашнего") == Ids{"voice"});
  CHECK(found(index, "завтрашний") == Ids{"film", "late"});
  CHECK(found(index, "evening") == Ids{"film"});
  CHECK(found(index, "evening screening") == Ids{"film"});
  CHECK(found(index, "вечером") == Ids{"late"});
  CHECK(found(index, "доступная среда") == Ids{"access"});
  CHECK(index.find("доступная среда туалет", at(midnight)).moment.empty());
  CHECK(found(index, "среда") == Ids{"voice"});
  CHECK(found(index, "зал 2") == Ids{"hall"});
  CHECK(found(index, "после зала 2").front() == "hall");
  CHECK(moment(index, "завтра в 2-м зале", midnight).time == std::nullopt);
  CHECK(moment(index, "завтра 2-зал", midnight).time == std::nullopt);
  // What has no time is there at any.
  CHECK(found(index, "туалет завтра") == Ids{"toilet"});
}

TEST_CASE("at a time of any day, what is over comes last") {
  const std::vector<Document> documents = {session("first", "Rivers", 14h, 15h),
                                           session("second", "Rivers", 24h + 14h, 24h + 15h)};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "14:00") == Ids{"first", "second"});
  CHECK(found(index, "14:00", at(midnight + 34h)) == Ids{"second", "first"});
}

TEST_CASE("what is looked for is marked in a text") {
  const std::vector<Document> documents = {
      document(Group::session, "glaciers", "Мұздықтарды сақтау", "x", "x")};
  const search::Index index(documents, vocabulary());
  const std::string title = "Мұздықтарды сақтау";
  const auto marked = [&](std::string_view typed) {
    std::vector<std::string> parts;
    for (const search::Range& range : index.find(typed, {}).marks(title))
      parts.push_back(title.substr(range.begin, range.end - range.begin));
    return parts;
  };
  CHECK(marked("муздык") == Ids{"Мұздық"});
  CHECK(marked("сақтау мұз") == Ids{"Мұз", "сақтау"});
  CHECK(marked("muzdyqtardy") == Ids{"Мұздықтарды"});
}

TEST_CASE("what fits equally well follows the alphabet of the language that is shown") {
  std::vector<Document> documents = {document(Group::partner, "added-first", "Су", "Су", "Су"),
                                     document(Group::partner, "added-second", "Су", "Су", "Су"),
                                     document(Group::partner, "added-third", "Су", "Су", "Су")};
  const auto in_language = [](const search::Index& index, std::uint8_t language) {
    return found(index, "су", {.language = language, .now = midnight, .only = {}});
  };
  CHECK(in_language(search::Index(documents, vocabulary()), 0) ==
        Ids{"added-first", "added-second", "added-third"});
  documents[0].places = {2, 0};
  documents[1].places = {0, 1};
  documents[2].places = {1, 2};
  const search::Index index(documents, vocabulary());
  CHECK(in_language(index, 0) == Ids{"added-second", "added-third", "added-first"});
  CHECK(in_language(index, 1) == Ids{"added-first", "added-second", "added-third"});
  // A language without an order.
  CHECK(in_language(index, 2) == Ids{"added-first", "added-second", "added-third"});
}

TEST_CASE("sessions follow the clock before the alphabet") {
  std::vector<Document> documents = {session("late", "Rivers", 14h, 15h),
                                     session("early", "Rivers", 12h, 13h),
                                     session("early-too", "Rivers", 12h, 13h)};
  documents[0].places = {0};
  documents[1].places = {2};
  documents[2].places = {1};
  CHECK(found(search::Index(documents, vocabulary()), "rivers") == Ids{"early-too", "early", "late"});
}

TEST_CASE("an index that is made piece by piece is the one that is made at once") {
  std::vector<Document> documents;
  for (int i = 0; i < 300; ++i) {
    const std::string number = std::to_string(i);
    documents.push_back(document(Group::place, "id-" + number, "Зал " + number, "Зал номер " + number,
                                 "Room number " + number));
  }
  const search::Index whole(documents, vocabulary());
  search::IndexMaker maker(documents, vocabulary());
  int pieces = 1;
  while (!maker.advance(1000)) ++pieces;
  CHECK(pieces > 10);
  const search::Index pieced(maker);
  CHECK(pieced.documents() == whole.documents());
  CHECK(pieced.terms() == whole.terms());
  for (const char* typed : {"зал 7", "room", "номер 299", "numbre 12", "залы"})
    CHECK(found(pieced, typed) == found(whole, typed));
  // Broken off in the middle, for somebody asks.
  search::IndexMaker broken_off(documents, vocabulary());
  CHECK_FALSE(broken_off.advance(2000));
  CHECK(found(search::Index(broken_off), "room 12") == found(whole, "room 12"));
}

TEST_CASE("one kind alone can be asked for") {
  const std::vector<Document> documents = {
      document(Group::session, "s", "Су", "Вода", "Water"),
      document(Group::partner, "p", "Су ұйымы", "Водный союз", "Water union")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "water", {.language = 0, .now = midnight, .only = Group::partner}) == Ids{"p"});
}

TEST_CASE("a number is a whole number, and a part of a name") {
  const std::vector<Document> documents = {
      document(Group::place, "hall-2", "2-зал", "Зал 2", "Hall 2"),
      document(Group::place, "hall-5", "5-зал", "Зал 5", "Hall 5"),
      document(Group::session, "twenty", "x", "x", "Hall of 20 initiatives"),
      document(Group::session, "body", "x", "x", "Hall of fame", "12 people")};
  search::Vocabulary words = vocabulary();
  words.time_words.numbers = {{u"пятый", 5}, {u"fifth", 5}};
  const search::Index index(documents, words);
  CHECK(found(index, "hall 2") == Ids{"hall-2"});
  CHECK(found(index, "2-зал") == Ids{"hall-2"});
  CHECK(found(index, "пятый зал") == Ids{"hall-5"});
  CHECK(index.find("hall 12", {}).guessed);
  CHECK(index.find("зал 9", {}).guessed);
}

TEST_CASE("places and texts answer at any time, where no session at that time does") {
  std::vector<Document> documents = {session("coffee", "Coffee", 9h, 10h),
                                     session("coffee-tomorrow", "Coffee", 24h + 11h, 24h + 12h),
                                     document(Group::place, "toilets", "Дәретхана", "Туалет", "Toilets"),
                                     document(Group::place, "coffee-area", "x", "x", "Coffee area")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "туалет завтра") == Ids{"toilets"});
  CHECK_FALSE(index.find("toilet now", {.language = 0, .now = midnight + 10h, .only = {}}).guessed);
  CHECK(found(index, "coffee завтра") == Ids{"coffee-tomorrow"});
  CHECK(found(index, "coffee now") == Ids{"coffee-area"});
  // What is then comes near where nothing fits the other words.
  CHECK(found(index, "завтра xylophone tea") == Ids{"coffee-tomorrow"});
  CHECK(found(index, "завтра xylophone") == Ids{"coffee-tomorrow"});
  CHECK(index.find("завтра xylophone tea", {.language = 0, .now = midnight + 10h, .only = {}}).guessed);
  // A session at another time is no more than a guess.
  CHECK(index.find("coffee now", {.language = 0, .now = midnight + 10h + 30min, .only = Group::session})
            .guessed);
}

TEST_CASE("what was typed is re-read by other keys only where that makes words") {
  const std::vector<Document> documents = {
      document(Group::session, "glaciers", "Мұздықтар", "Ледники", "Glaciers"),
      document(Group::place, "prayer", "Құлшылық бөлмесі", "x", "Prayer room"),
      document(Group::session, "eco", "x", "Экология", "x")};
  const search::Index index(documents, vocabulary());
  for (const char* typed : {"\"", "%", "12", "103", "4/24", "' '"})
    CHECK_MESSAGE(found(index, typed).empty(), typed);
  CHECK(found(index, "09лшылы0") == Ids{"prayer"});
  CHECK(index.find("09лшылы0", {}).read_as == "құлшылық");
}

TEST_CASE("short words with a typing error are guesses, and begin as they should") {
  const std::vector<Document> documents = {document(Group::session, "women", "x", "x", "Women"),
                                           document(Group::session, "paris", "x", "x", "Paris"),
                                           document(Group::session, "glaciers", "x", "x", "Glaciers")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "womem") == Ids{"women"});
  CHECK(index.find("womem", {}).guessed);
  CHECK(found(index, "zomen").empty());
  CHECK(found(index, "parking").empty());
  CHECK_FALSE(index.find("glaicers", {}).guessed);
}

TEST_CASE("parts of a hyphened word are no beginnings") {
  const std::vector<Document> documents = {document(Group::session, "wind", "x", "x", "Wind and fire"),
                                           document(Group::session, "eco", "x", "x", "Eco-startups")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "wi-fi").empty());
  CHECK(found(index, "eco-startup") == Ids{"eco"});
}

TEST_CASE("a small word is a part of a hyphened one") {
  const std::vector<Document> documents = {document(Group::session, "pitches", "x", "x", "Startup pitches"),
                                           document(Group::session, "up", "x", "x", "Upwards")};
  search::Vocabulary words = vocabulary();
  words.question_words = {u"start"};
  const search::Index index(documents, words);
  CHECK(found(index, "start-up") == Ids{"pitches"});
}

TEST_CASE("small words say nothing where others do, and only begin names where they stand alone") {
  const std::vector<Document> documents = {document(Group::page, "themes", "x", "x", "Themes"),
                                           document(Group::session, "the", "x", "x", "The glaciers"),
                                           document(Group::place, "desk", "x", "x", "Badge desk"),
                                           document(Group::article, "when", "x", "x", "When is the opening?"),
                                           document(Group::session, "opening", "x", "x", "Great opening")};
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
  const std::vector<Document> documents = {
      document(Group::place, "cloakroom", "x", "Гардероб", "Cloakroom"),
      document(Group::place, "expo-cloakroom", "x", "Гардероб выставки", "Exhibition cloakroom"),
      document(Group::article, "expo", "x", "Выставка RES", "RES exhibition")};
  const search::Index index(documents, vocabulary());
  CHECK(found(index, "exhibition").front() == "expo");
  CHECK(found(index, "выставки").front() == "expo");
  CHECK(found(index, "exhibition cloakroom").front() == "expo-cloakroom");
}

TEST_CASE("synonyms that no text holds are found by their beginning, their sound and with an error") {
  const std::vector<Document> documents = {document(Group::place, "prayer", "Құлшылық", "Молитва", "Prayer"),
                                           document(Group::session, "middle", "Орта", "x", "x"),
                                           document(Group::article, "fire", "x", "x", "Emergency")};
  search::Vocabulary words = vocabulary();
  words.synonyms.push_back({"prayer", "намазхана", "тихая молитва"});
  words.synonyms.push_back({"emergency", "өрт"});
  const search::Index index(documents, words);
  for (const char* typed :
       {"намазхана", "намаз", "namazkhana", "намазхама", "тихая молитва", "тихую молитву"})
    CHECK_MESSAGE(found(index, typed) == Ids{"prayer"}, typed);
  // An abbreviation or a short synonym is not the stem of other words.
  CHECK(found(index, "өрт") == Ids{"fire"});
}

TEST_CASE("what an event says in a language that the app does not speak is found too") {
  model::Event event;
  model::Session session;
  session.id = "welcome";
  session.title.set("de", "Begrüßung durch das Team");
  session.summary.set("uz", "Suv haqida");
  event.sessions.push_back(std::move(session));
  const std::vector<std::string> spoken = {"kk", "ru", "en"};
  const search::Index index(search::documents_of(event, spoken), vocabulary());
  CHECK(found(index, "begrußung") == Ids{"welcome"});
  CHECK(found(index, "haqida") == Ids{"welcome"});
}

TEST_CASE("rubbish does no harm") {
  const std::vector<Document> documents = {document(Group::session, "s", "Су", "Вода", "Water")};
  const search::Index index(documents, vocabulary());
  for (const std::string& typed :
       {std::string(10000, 'a'), std::string("\xff\xfe\x80"), std::string("🙂🙂🙂🙂🙂"),
        std::string("99:99 31 april"), std::string(3000, ' '), std::string("24.04. .. - -- 4:")})
    CHECK(index.find(typed, {}).hits.size() <= 1);
}

TEST_CASE("words of times in any order do no harm") {
  const std::vector<Document> documents = {session("s", "Water", 10h, 11h),
                                           document(Group::place, "p", "2-зал", "Зал 2", "Hall 2")};
  const search::Index index(documents, vocabulary());
  const std::vector<std::string> words = {"after",     "before", "in",      "15",      "2-й",      "14:00",
                                          "15:00-ден", "кейін",  "hour",    "an",      "day",      "last",
                                          "next",      "завтра", "evening", "24/4",    "23 april", "99:99",
                                          "pm",        "зал",    "-",       "2026-04-"};
  for (const std::string& first : words)
    for (const std::string& second : words)
      for (const std::string& third : words)
        CHECK(index.find(first + " " + second + "-" + third, at(midnight + 10h)).hits.size() <=
              documents.size());
}
