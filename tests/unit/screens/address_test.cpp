#include "screens/address.h"

#include <doctest/doctest.h>

#include <array>

using screens::Address;
using screens::Page;

namespace {

const std::array<std::string, 3> languages{"kk", "ru", "en"};

Address address(std::string_view path) { return screens::address_of(path, languages); }

struct Known {
  std::string_view path;  // without the language
  Page page;
  std::string_view id;
};

constexpr std::array<Known, 17> contract{{
    {"", Page::home, ""},
    {"agenda/", Page::agenda, ""},
    {"agenda/glaciers/", Page::session, "glaciers"},
    {"my/", Page::my, ""},
    {"map/", Page::map, ""},
    {"map/hall-1/", Page::place, "hall-1"},
    {"partners/", Page::partners, ""},
    {"partners/undp/", Page::partner, "undp"},
    {"themes/", Page::themes, ""},
    {"themes/water/", Page::theme, "water"},
    {"about/", Page::about, ""},
    {"road/", Page::road, ""},
    {"news/", Page::news, ""},
    {"news/first/", Page::story, "first"},
    {"info/", Page::info, ""},
    {"search/", Page::search, ""},
    {"settings/", Page::settings, ""},
}};

}  // namespace

TEST_CASE("each page of the contract has its path, in each language, there and back") {
  for (const std::string& language : languages)
    for (const Known& known : contract) {
      const std::string path = "/" + language + "/" + std::string(known.path);
      CAPTURE(path);
      const Address found = address(path);
      CHECK(found.language == language);
      CHECK(found.page == known.page);
      CHECK(found.id == known.id);
      CHECK(screens::path_of(found) == path);
      CHECK(screens::path_of(language, known.page, known.id) == path);
    }
}

TEST_CASE("the page of a day is the agenda opened at it") {
  const Address day = address("/kk/agenda/2026-04-23/");
  CHECK(day.page == Page::agenda);
  CHECK(day.id.empty());
  CHECK(day.parameter("day") == "2026-04-23");
  CHECK(address("/kk/agenda/2026-04-23/?day=2026-04-24").parameter("day") == "2026-04-24");
  CHECK(screens::path_of("ru", Page::agenda, "2026-04-23") == "/ru/agenda/2026-04-23/");
  for (const char* session :
       {"/kk/agenda/2026-04/", "/kk/agenda/2026-04-2/", "/kk/agenda/2026-04-23-a/", "/kk/agenda/2026-a4-23/"})
    CHECK(address(session).page == Page::session);
}

TEST_CASE("a slash more or less leads to the same page") {
  CHECK(address("/ru/agenda") == address("/ru/agenda/"));
  CHECK(address("//ru//agenda//glaciers") == address("/ru/agenda/glaciers/"));
  CHECK(address("/ru") == address("/ru/"));
  CHECK(address("/ru/agenda/#now").page == Page::agenda);
}

TEST_CASE("the root names no language") {
  for (const std::string_view path : {"", "/", "///", "?", "/?x=1", "#"}) {
    CAPTURE(path);
    CHECK(address(path).page == Page::home);
    CHECK(address(path).language.empty());
  }
}

TEST_CASE("what is no page is not found, in its language when it has one") {
  for (const std::string_view path : {"/de/", "/RU/", "/agenda/", "/robots.txt", "/../etc/passwd"}) {
    CAPTURE(path);
    CHECK(address(path).page == Page::not_found);
    CHECK(address(path).language.empty());
  }
  for (const std::string_view path :
       {"/ru/nothing/", "/ru/my/one/", "/ru/agenda/one/two/", "/ru/agenda/ONE/", "/ru/agenda/..%2f/",
        "/ru/agenda/\xD2\x9B/", "/ru/about/x/", "/ru/settings/x/"}) {
    CAPTURE(path);
    CHECK(address(path).page == Page::not_found);
    CHECK(address(path).language == "ru");
  }
  CHECK(address("/ru/agenda/" + std::string(101, 'a') + "/").page == Page::not_found);
  CHECK(address("/ru/agenda/" + std::string(100000, 'a')).page == Page::not_found);
}

TEST_CASE("queries are decoded") {
  CHECK(address("/kk/search/?q=%D2%9B%D0%B0%D1%80").parameter("q") == "қар");
  CHECK(address("/kk/search/?q=two+words").parameter("q") == "two words");
  CHECK(address("/kk/search/?q=a%26b%3Dc").parameter("q") == "a&b=c");
  CHECK(address("/kk/search/?q=%2").parameter("q") == "%2");
  CHECK(address("/kk/search/?q=%zz%").parameter("q") == "%zz%");
  CHECK(address("/kk/search/?q=a=b&&=x&empty").parameter("q") == "a=b");
  CHECK(address("/kk/search/?q=1&q=2").parameter("q") == "1");
  CHECK(address("/kk/search/").parameter("q").empty());
}

TEST_CASE("a plus in a time is a plus, encoded or not") {
  for (const std::string_view path :
       {"/ru/?at=2026-04-22T10:30+05:00", "/ru/?at=2026-04-22T10:30%2B05:00",
        "/ru/?at=2026-04-22T10%3A30%2b05%3A00", "/ru/?at=2026-04-22T10:30%2005:00"}) {
    CAPTURE(path);
    CHECK(address(path).parameter("at") == "2026-04-22T10:30+05:00");
  }
}

TEST_CASE("what was decoded is encoded the same way back") {
  for (const std::string_view value :
       {"қар мұз", "a&b=c?d#e", "100 %", "+", "2026-04-22T10:30+05:00", "\x01\xFF", "a/b"}) {
    CAPTURE(value);
    Address one{.language = "kk",
                .page = Page::search,
                .id = {},
                .query = {{"q", std::string(value)}, {"x", "1"}},
                .anchor = "weather"};
    CHECK(address(screens::path_of(one)) == one);
  }
  const Address clock{.language = "ru",
                      .page = Page::home,
                      .id = {},
                      .query = {{"at", "2026-04-22T10:30+05:00"}},
                      .anchor = {}};
  CHECK(screens::path_of(clock) == "/ru/?at=2026-04-22T10:30%2B05:00");
  CHECK(address(screens::path_of(clock)) == clock);
}

TEST_CASE("an address may name a part of its page") {
  CHECK(address("/kk/info/#weather").anchor == "weather");
  CHECK(address("/kk/agenda/?day=2026-04-23#2026-04-24").anchor == "2026-04-24");
  CHECK(address("/kk/info/").anchor.empty());
  for (const char* none : {"/kk/info/#", "/kk/info/#a b", "/kk/info/#<script>", "/kk/info/#%D1%81"}) {
    CHECK(address(none).page == Page::info);
    CHECK(address(none).anchor.empty());
  }
  CHECK(screens::path_of(address("/ru/road/?at=2026-04-22#belem")) == "/ru/road/?at=2026-04-22#belem");
}

TEST_CASE("choices that come along are letters and digits, and stay in the path until they are taken") {
  const screens::Address carried = address("/kk/my/?at=2026-04-22T10:30Z#carry=AHPR5RAI2");
  CHECK(carried.page == Page::my);
  CHECK(carried.carry == "AHPR5RAI2");
  CHECK(carried.anchor.empty());
  CHECK(address(screens::path_of(carried)) == carried);
  for (const std::string& path :
       {std::string("/kk/my/#carry="), std::string("/kk/my/#carry=<b>"), std::string("/kk/my/#carry=%41"),
        "/kk/my/#carry=" + std::string(100'000, 'A')}) {
    const screens::Address wrong = address(path);
    CHECK(wrong.carry == "-");
    CHECK(address(screens::path_of(wrong)) == wrong);
  }
  CHECK(address("/kk/my/#carried").carry.empty());
}
