#include "text/pseudo.h"

#include <doctest/doctest.h>

TEST_CASE("every word grows by two fifths") {
  CHECK(text::lengthened("Settings") == "SettingsSett");
  CHECK(text::lengthened("Бағдарлама, Іздеу!") == "БағдарламаБағд, ІздеуІз!");
  CHECK(text::lengthened("") == "");
}

TEST_CASE("placeholders and the syntax of plurals stay, the words in them grow") {
  CHECK(text::lengthened("{time}, {place}") == "{time}, {place}");
  CHECK(text::lengthened("{count, plural, one {# hour} other {# hours}}") ==
        "{count, plural, one {# hourho} other {# hoursho}}");
}
