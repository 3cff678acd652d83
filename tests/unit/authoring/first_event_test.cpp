// The folder with which an event begins.
#include "authoring/first_event.h"

#include <doctest/doctest.h>

#include "pack/bundle.h"
#include "with_icu.h"

namespace {

authoring::FirstEvent river_days() {
  authoring::FirstEvent event;
  event.id = "river-days";
  event.languages = {"en", "uz"};
  event.name.set("en", "River Days");
  event.short_name.set("en", "River Days");
  event.city.set("en", "Exampleville");
  event.country.set("en", "Nowhere");
  event.first_day = model::Date{std::chrono::year{2026} / 10 / 24};
  event.last_day = model::Date{std::chrono::year{2026} / 10 / 26};
  event.time_zone = "Europe/Berlin";
  return event;
}

pack::PackFiles files_of(const authoring::FirstEvent& event) {
  test::need_icu();
  const auto zone = text::TimeZone::named(event.time_zone);
  REQUIRE(zone);
  return authoring::first_files(event, *zone);
}

std::string lines(const std::vector<pack::Problem>& problems) {
  std::string all;
  for (const pack::Problem& problem : problems) all += pack::to_line(problem) + "\n";
  return all;
}

}  // namespace

TEST_CASE("a first event is read and built without a word") {
  const pack::PackFiles files = files_of(river_days());
  const pack::ReadResult read = pack::read_pack(files);
  REQUIRE_MESSAGE(read.event, lines(read.problems));
  CHECK(lines(read.problems) == "");
  CHECK(pack::build_bundle(files).bytes);
  CHECK(read.event->id == "river-days");
  CHECK(read.event->days.size() == 3);
  CHECK(read.event->fallback == std::vector<std::string>{"en", "uz"});
}

TEST_CASE("nothing in it claims that somebody has published it") {
  const auto event = pack::read_pack(files_of(river_days())).event;
  REQUIRE(event);
  using enum model::PublicationStatus;
  CHECK(event->programme.status == provisional);
  for (const model::Session& session : event->sessions) CHECK(session.publication.status == provisional);
  for (const model::Room& room : event->rooms) CHECK(room.publication.status == provisional);
}

TEST_CASE("its first sessions are by the clock of the zone on their days, across the end of summer time") {
  const auto event = pack::read_pack(files_of(river_days())).event;
  REQUIRE(event);
  const auto zone = text::TimeZone::named("Europe/Berlin");
  REQUIRE(zone);
  CHECK(zone->offset_minutes(event->sessions.front().starts_at) == 120);
  CHECK(zone->at(event->sessions.front().starts_at).hour == 9);
  CHECK(zone->offset_minutes(event->sessions.back().starts_at) == 60);
  CHECK(zone->at(event->sessions.back().starts_at).hour == 16);
}

TEST_CASE("its first words are in each language of the event that they are known in") {
  authoring::FirstEvent event = river_days();
  event.languages = {"kk", "ru", "en", "uz"};
  event.name = {};
  event.name.set("kk", "Өзендер күндері");
  const auto read = pack::read_pack(files_of(event)).event;
  REQUIRE(read);
  const model::LocalizedText& hall = read->rooms.back().name;
  CHECK(hall.in("kk") == "Бас зал");
  CHECK(hall.in("ru") == "Главный зал");
  CHECK(hall.in("en") == "Main hall");
  CHECK_FALSE(hall.has("uz"));
  // A name that is there in one language alone stands in for the others.
  CHECK(read->name.in("en") == "Өзендер күндері");
}

TEST_CASE("a short name is the name, or what is left of its words") {
  CHECK(authoring::short_name_of("River Days 2026") == "River Days 2026");
  CHECK(authoring::short_name_of("Regional Ecological Summit 2026") == "RES 2026");
  CHECK(authoring::short_name_of("Conference of the Parties and Friends") == "CPF");
  CHECK(authoring::short_name_of("Өңірлік экологиялық саммит 2026") == "ӨЭС 2026");
  CHECK(authoring::short_name_of("of in at to by of in at to by") == "of in at to by of in at ");
}

TEST_CASE("an id is what a name has of letters that ids may have") {
  CHECK(authoring::id_of("River Days 2026") == "river-days-2026");
  CHECK(authoring::id_of("--a  b--") == "a-b");
  CHECK(authoring::id_of("Өзендер") == "");
}

TEST_CASE("days are read, and what is wrong with them is said") {
  const auto days = authoring::read_dates("2027-05-12/2027-05-14");
  REQUIRE(days);
  CHECK(days->first == model::Date{std::chrono::year{2027} / 5 / 12});
  CHECK(days->second == model::Date{std::chrono::year{2027} / 5 / 14});
  const auto one = authoring::read_dates("2027-05-12");
  REQUIRE(one);
  CHECK(one->first == one->second);
  for (const char* wrong : {"", "soon", "2027-05-14/2027-05-12", "2027-02-30", "2027-05-12/", "12.05.2027"})
    CHECK_FALSE_MESSAGE(authoring::read_dates(wrong), wrong);
}
