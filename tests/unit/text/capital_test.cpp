#include "text/capital.h"

#include <doctest/doctest.h>

// Letters' cases are compiled into ICU: no data needed.
TEST_CASE("a large first letter") {
  CHECK(text::with_capital("сәрсенбі, 22 сәуір") == "Сәрсенбі, 22 сәуір");
  CHECK(text::with_capital("әлем") == "Әлем");
  CHECK(text::with_capital("іздеу") == "Іздеу");
  CHECK(text::with_capital("ұйым үні") == "Ұйым үні");
  CHECK(text::with_capital("қазақ тілі") == "Қазақ тілі");
  CHECK(text::with_capital("english") == "English");
  CHECK(text::with_capital("22 сәуір") == "22 сәуір");
  CHECK(text::with_capital("Сәуір") == "Сәуір");
  CHECK(text::with_capital("") == "");
}

TEST_CASE("the initials of a name are those of its first and its last word") {
  CHECK(text::initials("Қасым-Жомарт Тоқаев") == "ҚТ");
  CHECK(text::initials("Tedros Adhanom Ghebreyesus") == "TG");
  CHECK(text::initials("Тедрос Адханом Гебрейесус") == "ТГ");
  CHECK(text::initials("  anna  ") == "A");
  CHECK(text::initials("Dr. O’Neill (jr.)") == "DJ");
  CHECK(text::initials("Feridun H. Sinirlioğlu") == "FS");
  CHECK(text::initials("") == "");
  CHECK(text::initials("–") == "");
}
