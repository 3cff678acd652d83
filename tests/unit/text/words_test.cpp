#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

#include "icu_data.h"
#include "text/words.h"

using namespace std::chrono;
using test::words;

namespace {

constexpr sys_seconds opening = sys_days(2026y / 4 / 22) + 5h + 30min;  // 10:30 in Astana

}  // namespace

TEST_CASE("the project's languages come first") {
  const auto languages = text::message_languages();
  REQUIRE(languages.size() >= 3);
  CHECK(languages[0] == "kk");
  CHECK(languages[1] == "ru");
  CHECK(languages[2] == "en");
  CHECK(words("ru").language() == "ru");
}

TEST_CASE("times are on the event's clock, of 24 hours, with two digits") {
  for (const auto language : text::message_languages()) {
    CHECK(words(language).time(opening) == "10:30");
    CHECK(words(language).time(sys_days(2026y / 4 / 22) + 4h + 5min) == "09:05");
    CHECK(words(language).time(sys_days(2026y / 4 / 22) + 19h) == "00:00");
    CHECK(words(language).time(sys_days(2026y / 4 / 22) + 18h + 59min) == "23:59");
    CHECK(words(language).time_range(opening, opening + 90min) == "10:30–12:00");
  }
}

TEST_CASE("weekdays and days") {
  const auto wednesday = 2026y / 4 / 22;
  CHECK(words("kk").weekday(wednesday) == "сәрсенбі");
  CHECK(words("ru").weekday(wednesday) == "среда");
  CHECK(words("en").weekday(wednesday) == "Wednesday");
  CHECK(words("kk").short_weekday(wednesday) == "ср");
  CHECK(words("ru").short_weekday(wednesday) == "ср");
  CHECK(words("en").short_weekday(wednesday) == "Wed");

  const std::vector<std::string> kazakh = {"жексенбі", "дүйсенбі", "сейсенбі", "сәрсенбі",
                                           "бейсенбі", "жұма",     "сенбі"};
  for (unsigned day = 0; day < 7; ++day)
    CHECK(words("kk").weekday(2026y / April / std::chrono::day(19 + day)) == kazakh[day]);

  CHECK(words("kk").weekday_day_month(wednesday) == "сәрсенбі, 22 сәуір");
  CHECK(words("ru").weekday_day_month(wednesday) == "среда, 22 апреля");
  CHECK(words("en").weekday_day_month(wednesday) == "Wednesday 22 April");

  CHECK(words("kk").day_and_month(wednesday) == "22 сәуір");
  CHECK(words("ru").day_and_month(wednesday) == "22 апреля");
  CHECK(words("en").day_and_month(2026y / 5 / 2) == "2 May");
  CHECK(words("en").day_of_month(2026y / 5 / 2) == "2");
}

TEST_CASE("months as they stand beside a day") {
  const std::vector<std::string> kazakh = {"қаңтар", "ақпан", "наурыз",   "сәуір", "мамыр",  "маусым",
                                           "шілде",  "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"};
  const std::vector<std::string> russian = {"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                            "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
  for (unsigned month = 1; month <= 12; ++month) {
    CHECK(words("kk").month(2026y / std::chrono::month(month) / 1) == kazakh[month - 1]);
    CHECK(words("ru").month(2026y / std::chrono::month(month) / 1) == russian[month - 1]);
  }
  CHECK(words("en").month(2026y / 4 / 1) == "April");
}

// A number stays in one line with its word.
TEST_CASE("a date in full") {
  CHECK(words("kk").full_date(2026y / 4 / 22) == "2026\u00a0жылғы 22\u00a0сәуір");
  CHECK(words("ru").full_date(2026y / 4 / 22) == "22\u00a0апреля 2026\u00a0года");
  CHECK(words("en").full_date(2026y / 4 / 22) == "22\u00a0April 2026");
  CHECK(words("kk").full_date(2025y / 3 / 13) == "2025\u00a0жылғы 13\u00a0наурыз");
}

TEST_CASE("ranges of dates") {
  SUBCASE("in one month") {
    CHECK(words("kk").date_range(2026y / 4 / 22, 2026y / 4 / 24) == "2026\u00a0жылғы 22–24\u00a0сәуір");
    CHECK(words("ru").date_range(2026y / 4 / 22, 2026y / 4 / 24) == "22–24\u00a0апреля 2026\u00a0года");
    CHECK(words("en").date_range(2026y / 4 / 22, 2026y / 4 / 24) == "22–24\u00a0April 2026");
  }
  SUBCASE("across months") {
    CHECK(words("kk").date_range(2026y / 4 / 30, 2026y / 5 / 2) ==
          "2026\u00a0жылғы 30\u00a0сәуір – 2\u00a0мамыр");
    CHECK(words("ru").date_range(2026y / 4 / 30, 2026y / 5 / 2) ==
          "30\u00a0апреля — 2\u00a0мая 2026\u00a0года");
    CHECK(words("en").date_range(2026y / 4 / 30, 2026y / 5 / 2) == "30\u00a0April – 2\u00a0May 2026");
  }
  SUBCASE("across years") {
    CHECK(words("kk").date_range(2026y / 12 / 30, 2027y / 1 / 2) ==
          "2026\u00a0жылғы 30\u00a0желтоқсан – 2027\u00a0жылғы 2\u00a0қаңтар");
    CHECK(words("ru").date_range(2026y / 12 / 30, 2027y / 1 / 2) ==
          "30\u00a0декабря 2026\u00a0года — 2\u00a0января 2027\u00a0года");
    CHECK(words("en").date_range(2026y / 12 / 30, 2027y / 1 / 2) ==
          "30\u00a0December 2026 – 2\u00a0January 2027");
    CHECK(words("en").date_range(2026y / 4 / 22, 2027y / 4 / 22) ==
          "22\u00a0April 2026 – 22\u00a0April 2027");
  }
  SUBCASE("of one day") {
    CHECK(words("ru").date_range(2026y / 4 / 22, 2026y / 4 / 22) == "22\u00a0апреля 2026\u00a0года");
  }
}

TEST_CASE("durations") {
  CHECK(words("kk").duration(90min) == "1\u00a0сағ 30\u00a0мин");
  CHECK(words("ru").duration(90min) == "1\u00a0ч 30\u00a0мин");
  CHECK(words("en").duration(90min) == "1\u00a0h 30\u00a0min");
  CHECK(words("kk").duration(2h) == "2\u00a0сағ");
  CHECK(words("ru").duration(45min) == "45\u00a0мин");
  CHECK(words("en").duration(0min) == "0\u00a0min");
  CHECK(words("en").duration(-5min) == "0\u00a0min");
  CHECK(words("ru").duration(25h + 1min) == "25\u00a0ч 1\u00a0мин");
}

TEST_CASE("numbers") {
  CHECK(words("kk").number(12'000) == "12\u00a0000");
  CHECK(words("ru").number(12'000) == "12\u00a0000");
  CHECK(words("en").number(12'000) == "12,000");
  CHECK(words("ru").number(1'000) == "1\u00a0000");
  CHECK(words("ru").number(999) == "999");
  CHECK(words("en").number(1'234'567) == "1,234,567");
  CHECK(words("en").number(0) == "0");
  CHECK(words("en").number(-1'234) == "-1,234");
  CHECK(words("en").number(std::numeric_limits<std::int64_t>::min()) == "-9,223,372,036,854,775,808");
}

TEST_CASE("lists") {
  const std::vector<std::string> items = {"а", "б", "в", "г"};
  const std::span<const std::string> all(items);
  CHECK(words("kk").list({}) == "");
  CHECK(words("kk").list(all.first(1)) == "а");
  CHECK(words("kk").list(all.first(2)) == "а және б");
  CHECK(words("kk").list(all.first(3)) == "а, б және в");
  CHECK(words("ru").list(all.first(2)) == "а и б");
  CHECK(words("ru").list(all.first(3)) == "а, б и в");
  CHECK(words("en").list(all.first(2)) == "а and б");
  CHECK(words("en").list(all) == "а, б, в and г");
  // What stands in an item is text, not a pattern.
  const std::vector<std::string> braces = {"{last}", "{earlier}", "'{'"};
  CHECK(words("en").list(braces) == "{last}, {earlier} and '{'");
}

TEST_CASE("names of languages") {
  CHECK(words("kk").language_name("kk") == "қазақ тілі");
  CHECK(words("ru").language_name("kk") == "казахский");
  CHECK(words("en").language_name("ru") == "Russian");
  CHECK(words("en").language_name("tlh") == "tlh");
  CHECK(words("en").language_name("") == "");
}

TEST_CASE("the time elsewhere") {
  CHECK(words("ru").time_elsewhere(opening, test::zone("Asia/Almaty")) == "");
  CHECK(words("ru").time_elsewhere(opening, test::zone("Asia/Tashkent")) == "");
  CHECK(words("ru").time_elsewhere(opening, test::zone("Europe/Berlin")) == "07:30");
  CHECK(words("kk").time_elsewhere(opening, test::zone("Asia/Bishkek")) == "11:30");
  CHECK(words("en").time_elsewhere(opening, test::zone("America/Los_Angeles")) == "22:30, 21 April");
  CHECK(words("ru").time_elsewhere(opening, test::zone("America/Los_Angeles")) == "22:30, 21 апреля");
  CHECK(words("kk").time_elsewhere(opening, test::zone("America/Los_Angeles")) == "21 сәуір, 22:30");
  // The same clock in winter, another one in summer.
  CHECK(words("en").time_elsewhere(sys_days(2026y / 1 / 10), test::zone("Asia/Almaty")) == "");
}

TEST_CASE("messages are the same object each time") {
  const std::string& first = words("ru").message("agenda.title");
  CHECK(first == "Программа");
  for (int i = 0; i < 3; ++i) CHECK(&words("ru").message("agenda.title") == &first);
  CHECK(words("ru").message("time.range", {{"from", "а"}, {"to", 7}}) == "а–7");
}
