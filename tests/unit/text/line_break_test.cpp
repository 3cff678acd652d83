#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "icu_data.h"
#include "text/line_break.h"

namespace {

// The text with | where it may be broken and ¶ where it must, the end left out.
std::string broken(std::string_view text) {
  test::need_icu();
  std::string result;
  std::uint32_t start = 0;
  for (const text::LineBreak& place : text::line_breaks(text, "kk")) {
    result += text.substr(start, place.offset - start);
    start = place.offset;
    if (start < text.size()) result += place.mandatory ? "¶" : "|";
  }
  return result;
}

}  // namespace

TEST_CASE("words of three languages") {
  CHECK(broken("Өңірлік экологиялық саммит") == "Өңірлік |экологиялық |саммит");
  CHECK(broken("Региональный саммит, Астана.") == "Региональный |саммит, |Астана.");
  CHECK(broken("Don’t stop (now) please") == "Don’t |stop |(now) |please");
  CHECK(broken("one") == "one");
}

TEST_CASE("ranges stay together") {
  CHECK(broken("2026 жылғы 22–24 сәуір") == "2026 |жылғы |22–24 |сәуір");
  CHECK(broken("10:00–11:30") == "10:00–11:30");
  CHECK(broken("10:00-11:30") == "10:00-11:30");
  CHECK(broken("−15–22 °C") == "−15–22 °C");
  CHECK(broken("2025–2026 гг.") == "2025–2026 |гг.");
}

TEST_CASE("numbered names stay together, other hyphens may end a line") {
  CHECK(broken("3-қабат, 2-зал") == "3-қабат, |2-зал");
  CHECK(broken("62-я сессия") == "62-я |сессия");
  CHECK(broken("ЮНЕА-7 COP-30 SB62") == "ЮНЕА-7 |COP-30 |SB62");
  CHECK(broken("азық-түлік") == "азық-|түлік");
  CHECK(broken("Центрально-Азиатская") == "Центрально-|Азиатская");
  CHECK(broken("SWITCH-Asia") == "SWITCH-|Asia");
}

TEST_CASE("a number stays with its sign") {
  CHECK(broken("25 % и 30%") == "25 % |и |30%");
  CHECK(broken("500 ₸ ақы") == "500 ₸ |ақы");
  CHECK(broken("зал № 3") == "зал |№ 3");
  CHECK(broken("12\u00a0000 м²") == "12\u00a0000 |м²");
}

TEST_CASE("a dash between words ends a line, it never begins one") {
  CHECK(broken("Астана — столица") == "Астана — |столица");
  CHECK(broken("30 апреля – 2 мая") == "30 |апреля – |2 |мая");
}

TEST_CASE("joining characters join") {
  CHECK(broken("3\u2011қабат") == "3\u2011қабат");
  CHECK(broken("1\u00a0ч 30\u00a0мин") == "1\u00a0ч |30\u00a0мин");
  CHECK(broken("а\u2060б в\u202Fг") == "а\u2060б |в\u202Fг");
  CHECK(broken("азық-\u2060түлік") == "азық-\u2060түлік");
  CHECK(broken("эко\u00ADлогия") == "эко\u00AD|логия");
}

TEST_CASE("a newline must break, but not at the end of the text") {
  CHECK(broken("бір\nекі") == "бір\n¶екі");
  CHECK(broken("a\r\nb") == "a\r\n¶b");
  CHECK(broken("a\n\nb") == "a\n¶\n¶b");
  const auto breaks = text::line_breaks("a\n", "en");
  REQUIRE(breaks.size() == 1);
  CHECK(breaks[0].offset == 2);
  CHECK_FALSE(breaks[0].mandatory);
}

TEST_CASE("nothing, and what is not UTF-8") {
  test::need_icu();
  CHECK(text::line_breaks("", "kk").empty());
  for (const std::string_view text :
       {"\xFF", "a \xD2", "\xE2\x80 b", "\x80\x80-\x80", "3-\xD2", "\xED\xA0\x80 x", "22\xE2\x80\x93"}) {
    const auto breaks = text::line_breaks(text, "ru");
    REQUIRE_FALSE(breaks.empty());
    CHECK(breaks.back().offset == text.size());
    std::uint32_t last = 0;
    for (const auto& place : breaks) {
      CHECK(place.offset > last);
      last = place.offset;
    }
  }
  CHECK(broken("a \xFF b") == "a |\xFF |b");
}

TEST_CASE("scripts that are broken by dictionaries do no harm without them") {
  CHECK(broken("a สวัสดีชาวโลก b") == "a |สวัสดีชาวโลก |b");
  CHECK(broken("東京") == "東|京");
  CHECK(broken("한국 서울") == "한|국 |서|울");
}

TEST_CASE("the same text gives the same breaks whatever was asked before") {
  const std::string long_text(20'000, 'x');
  CHECK(text::line_breaks(long_text, "en").size() == 1);
  CHECK(broken("а б") == "а |б");
  { CHECK(text::line_breaks(std::string("temporary text"), "en").size() == 2); }
  CHECK(broken("а б") == "а |б");
}
