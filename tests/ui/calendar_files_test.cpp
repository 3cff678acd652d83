#include "screens/calendar_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "pack/bundle.h"
#include "with_icu.h"

using namespace std::chrono;

namespace {

std::shared_ptr<const content::Edition> edition() {
  test::need_icu();
  static const auto made = [] {
    auto event = pack::read_bundle(test::read_file(test::assets_directory() + "/event.pack")).event;
    if (!event) return std::shared_ptr<const content::Edition>();
    return *content::Edition::of(std::move(*event));
  }();
  REQUIRE(made);
  return made;
}

const screens::CalendarSite site{.origin = "https://summit.example", .made_at = sys_days(2026y / May / 1)};

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at))
    text.erase(at, 3);
  return text;
}

}  // namespace

TEST_CASE("each file is the same whether all are made or that one is asked for") {
  for (const char* language : {"kk", "ru", "en"}) {
    std::vector<std::string> paths;
    CHECK(screens::each_calendar_file(*edition(), language, site, [&](const screens::WrittenFile& file) {
      paths.push_back(file.path);
      CHECK(screens::calendar_file(*edition(), file.path, site) == file.bytes);
      return true;
    }));
    CHECK(paths.size() == 1 + edition()->event().days.size() + edition()->event().sessions.size());
    CHECK(std::ranges::count(paths, std::string("/") + language + "/agenda/all.ics") == 1);
    CHECK(std::ranges::count(paths, std::string("/") + language + "/agenda/official-opening/session.ics") ==
          1);
  }
}

TEST_CASE("there are no other files, and who has enough gets no more") {
  for (const char* path : {"/kk/agenda/none/session.ics", "/xx/agenda/all.ics", "/kk/agenda/2020-01-01.ics",
                           "/kk/", "/kk/my/all.ics", "", "/kk/agenda/official-opening/all.ics"})
    CHECK_FALSE(screens::calendar_file(*edition(), path, site));
  int taken = 0;
  CHECK_FALSE(screens::each_calendar_file(*edition(), "kk", site,
                                          [&](const screens::WrittenFile&) { return ++taken < 2; }));
  CHECK(taken == 2);
}

TEST_CASE("the file of a day has what its page has") {
  const model::Day& day = edition()->event().days.at(1);
  const std::string file = *screens::calendar_file(*edition(), screens::calendar_path("en", day.date), site);
  CHECK(count(file, "BEGIN:VEVENT") == edition()->programme().on_day(day.date).size() +
                                           edition()->programme().continuing_on(day.date).size());
}

TEST_CASE("a visitor's own file has sessions and appointments, with the alarm they want") {
  const std::vector<model::Appointment> own = {
      {"a1", "Түскі ас", sys_days(2026y / April / 22) + 8h, sys_days(2026y / April / 22) + 9h, "Дәмхана", 0}};
  const agenda::Sessions sessions = {edition()->session("official-opening")};
  const auto file = screens::calendar_of(*edition(), "kk", "Менікі", sessions, own, minutes(30), site);
  REQUIRE(file);
  const std::string text = unfolded(*file);
  CHECK(count(text, "BEGIN:VEVENT") == 2);
  CHECK(count(text, "TRIGGER:-PT30M") == 2);
  CHECK(text.contains("SUMMARY:Түскі ас\r\n"));
  CHECK(text.contains("URL:https://summit.example/kk/agenda/official-opening/\r\n"));
  CHECK_FALSE(screens::calendar_of(*edition(), "xx", "", sessions, own, {}, site));
}
