#include <doctest/doctest.h>

#include <string>

#include "icu_data.h"
#include "text/fold.h"

using text::fold;

TEST_CASE("Kazakh letters fold to their nearest Russian neighbours") {
  test::need_icu();
  CHECK(fold("қазақ") == fold("казак"));
  CHECK(fold("ҚАЗАҚ") == "казак");
  CHECK(fold("өзен") == fold("озен"));
  CHECK(fold("Өңірлік") == "онирлик");
  CHECK(fold("ӘҒҚҢӨҰҮҺІ") == "агкноуухи");
  CHECK(fold("әғқңөұүһі") == "агкноуухи");
}

TEST_CASE("the Latin schwa counts as the Kazakh one") {
  CHECK(fold("c\u0259уір") == fold("cәуір"));
  CHECK(fold("\u018Fлем") == fold("Әлем"));
}

TEST_CASE("ё is е, й stays й") {
  CHECK(fold("Ёлка") == "елка");
  CHECK(fold("Е\u0308лка") == "елка");
  CHECK(fold("Йод") == "йод");
  CHECK(fold("И\u0306од") == "йод");
  CHECK(fold("край") != fold("краи"));
}

TEST_CASE("accents go, composed or not") {
  CHECK(fold("É") == "e");
  CHECK(fold("e\u0301") == "e");
  CHECK(fold("António") == "antonio");
  CHECK(fold("Belém") == "belem");
  CHECK(fold("İstanbul ışık") == "istanbul isik");
  CHECK(fold("Łódź") == "lodz");
  CHECK(fold("O\u02BBzbekiston") == "o'zbekiston");
  CHECK(fold("ўзбек тоҷик") == "узбек точик");
}

TEST_CASE("dashes, quotes and spaces of every kind are plain ones") {
  CHECK(fold("22–24") == "22-24");
  CHECK(fold("3\u2011қабат") == "3-кабат");
  CHECK(fold("а — б − в") == "а - б - в");
  CHECK(fold("«Саммит» “summit” „саммит“") == "\"саммит\" \"summit\" \"саммит\"");
  CHECK(fold("it’s") == "it's");
  CHECK(fold("12\u00a0000\u202Fм\u00B2") == "12 000 м2");
  CHECK(fold("a \t\n \u00a0\u2009 b") == "a b");
  CHECK(fold("CO\u2082") == "co2");
  CHECK(fold("эко\u00ADлогия\u200B") == "экология");
}

TEST_CASE("other scripts are left whole") {
  CHECK(fold("한국") == "한국");
  CHECK(fold("東京") == "東京");
  CHECK(fold("हिन्दी") == "हिन्दी");
}

TEST_CASE("nothing, and what is not UTF-8") {
  CHECK(fold("") == "");
  CHECK(fold("a\xFFz") == "a\uFFFDz");
  CHECK(fold("\xD2") == "\uFFFD");
  CHECK(fold("қ\xE2\x82") == "к\uFFFD");
  CHECK(fold(std::string_view("a\0b", 3)) == std::string("a\0b", 3));
}

TEST_CASE("folding twice changes nothing more") {
  for (const char* text :
       {"Өңірлік экологиялық саммит", "«Ёлка» – É", "İ ı ß Ǆ ﬁ", "й\u0306", "и\u0306\u0306"})
    CHECK(fold(fold(text)) == fold(text));
}
