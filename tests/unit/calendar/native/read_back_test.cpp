// Every file is read back with libical, which knows nothing of ours, and compared.
#include <doctest/doctest.h>
#include <libical/ical.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "calendar/calendar_file.h"
#include "calendar/entries.h"
#include "with_icu.h"

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

using calendar::CalendarFile;
using calendar::Entry;

// 22 April 2026 by the clock of Astana, which is five hours ahead.
model::Instant at(int hour, int minute = 0) {
  return sys_days(2026y / April / 22) + hours(hour - 5) + minutes(minute);
}

const model::Instant modified = sys_days(2026y / April / 20) + 9h + 8min + 7s;

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

// The calendar that libical reads, in which it finds nothing to object to.
Component parsed(const std::string& file) {
  Component root(icalparser_parse_string(file.c_str()), icalcomponent_free);
  REQUIRE(root);
  CHECK(icalcomponent_count_errors(root.get()) == 0);
  // Says whether what must be there is, and nothing that may not be: RFC 5546's rules for no method.
  CHECK(icalrestriction_check(root.get()) == 1);
  CHECK(icalcomponent_count_errors(root.get()) == 0);
  CHECK(icalcomponent_isa(root.get()) == ICAL_VCALENDAR_COMPONENT);
  return root;
}

std::vector<icalcomponent*> events_of(const Component& root) {
  std::vector<icalcomponent*> events;
  for (icalcomponent* one = icalcomponent_get_first_component(root.get(), ICAL_VEVENT_COMPONENT);
       one != nullptr; one = icalcomponent_get_next_component(root.get(), ICAL_VEVENT_COMPONENT))
    events.push_back(one);
  return events;
}

std::string text(const char* value) { return value == nullptr ? "" : value; }

model::Instant instant(icaltimetype time) {
  CHECK(icaltime_is_utc(time));
  return model::Instant(seconds(icaltime_as_timet(time)));
}

int count(icalcomponent* of, icalproperty_kind kind) { return icalcomponent_count_properties(of, kind); }

// Each line by itself: its end, its length, and that no other control character is in it.
void check_lines(const std::string& file) {
  REQUIRE(file.ends_with("\r\n"));
  std::size_t begin = 0;
  while (begin < file.size()) {
    const std::size_t end = file.find("\r\n", begin);
    REQUIRE(end != std::string::npos);
    CHECK(end - begin <= 75);
    CHECK(end > begin);
    CHECK(file.substr(begin, end - begin).find_first_of("\r\n") == std::string::npos);
    begin = end + 2;
  }
}

void check_same(icalcomponent* read, const Entry& entry) {
  CAPTURE(entry.uid);
  CHECK(text(icalcomponent_get_uid(read)) == entry.uid);
  CHECK(text(icalcomponent_get_summary(read)) == entry.title);
  CHECK(text(icalcomponent_get_location(read)) == entry.place);
  CHECK(text(icalcomponent_get_description(read)) == entry.description);
  CHECK(icalcomponent_get_sequence(read) == entry.sequence);
  CHECK(icalcomponent_get_status(read) == (entry.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  CHECK(instant(icalcomponent_get_dtstart(read)) == entry.starts_at);
  CHECK(instant(icalcomponent_get_dtstamp(read)) == modified);
  CHECK(count(read, ICAL_DTSTAMP_PROPERTY) == 1);
  icalproperty* last = icalcomponent_get_first_property(read, ICAL_LASTMODIFIED_PROPERTY);
  REQUIRE(last);
  CHECK(instant(icalproperty_get_lastmodified(last)) == modified);
  CHECK(count(read, ICAL_DURATION_PROPERTY) == 0);
  if (entry.ends_at)
    CHECK(instant(icalcomponent_get_dtend(read)) == *entry.ends_at);
  else
    CHECK(count(read, ICAL_DTEND_PROPERTY) == 0);
  icalproperty* geo = icalcomponent_get_first_property(read, ICAL_GEO_PROPERTY);
  CHECK((geo != nullptr) == entry.position.has_value());
  if (geo != nullptr && entry.position) {
    const icalgeotype where = icalproperty_get_geo(geo);
    CHECK(where.lat == doctest::Approx(entry.position->latitude));
    CHECK(where.lon == doctest::Approx(entry.position->longitude));
  }
  icalproperty* url = icalcomponent_get_first_property(read, ICAL_URL_PROPERTY);
  CHECK((url == nullptr ? "" : text(icalproperty_get_url(url))) == entry.url);
  std::vector<std::string> categories;
  for (icalproperty* one = icalcomponent_get_first_property(read, ICAL_CATEGORIES_PROPERTY); one != nullptr;
       one = icalcomponent_get_next_property(read, ICAL_CATEGORIES_PROPERTY))
    categories.push_back(text(icalproperty_get_categories(one)));
  CHECK(categories == entry.categories);
  icalcomponent* alarm = icalcomponent_get_first_component(read, ICAL_VALARM_COMPONENT);
  CHECK((alarm != nullptr) == (entry.alarm && !entry.cancelled));
  if (alarm == nullptr) return;
  CHECK(count(alarm, ICAL_ANY_PROPERTY) == 3);
  CHECK(icalproperty_get_action(icalcomponent_get_first_property(alarm, ICAL_ACTION_PROPERTY)) ==
        ICAL_ACTION_DISPLAY);
  CHECK(text(icalcomponent_get_description(alarm)) == entry.title);
  const icaltriggertype trigger =
      icalproperty_get_trigger(icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY));
  CHECK(icaltime_is_null_time(trigger.time));
  CHECK(icaldurationtype_as_int(trigger.duration) == -60 * entry.alarm->count());
}

void check_read_back(const CalendarFile& calendar) {
  const std::string file = calendar::write(calendar);
  check_lines(file);
  const Component root = parsed(file);
  const auto events = events_of(root);
  REQUIRE(events.size() == calendar.entries.size());
  for (std::size_t i = 0; i < events.size(); ++i) check_same(events[i], calendar.entries[i]);
}

Entry full_entry() {
  Entry entry;
  entry.uid = "water@summit";
  entry.sequence = 3;
  entry.title = "Су: ортақ; бөлінбейтін, \"терең\" \\ байлық";
  entry.starts_at = at(10);
  entry.ends_at = at(11, 30);
  entry.place = "1-зал, 2-қабат, Конгресс орталығы";
  entry.position = model::GeoPoint{51.092, -71.409};
  entry.url = "https://summit.example/kk/agenda/water/?a=1,2;3";
  entry.categories = {"Су, мұздықтар", "Ауа"};
  entry.description = "Бірінші жол\nекінші жол;\\n бұл жаңа жол емес";
  entry.alarm = 15min;
  return entry;
}

model::LocalizedText in_kk_and_en(std::string kk, std::string en) {
  model::LocalizedText made;
  made.set("kk", std::move(kk));
  made.set("en", std::move(en));
  return made;
}

model::Event event_with_a_session() {
  model::Event event;
  event.id = "summit";
  event.city = in_kk_and_en("Астана", "Astana");
  event.country = in_kk_and_en("Қазақстан", "Kazakhstan");
  event.sites.emplace_back().id = "center";
  event.sites[0].name = in_kk_and_en("Орталық", "Centre");
  event.sites[0].position = model::GeoPoint{51.092, 71.409};
  event.levels.emplace_back().id = "two";
  event.levels[0].site = "center";
  event.levels[0].name = in_kk_and_en("2-қабат", "Level 2");
  event.rooms.emplace_back().id = "hall";
  event.rooms[0].level = "two";
  event.rooms[0].name = in_kk_and_en("Үлкен зал", "Great Hall");
  event.themes.emplace_back().id = "water";
  event.themes[0].name = in_kk_and_en("Су, мұз", "Water, ice");
  model::Session& session = event.sessions.emplace_back();
  session.id = "glaciers";
  session.title = in_kk_and_en("Мұздықтар", "Glaciers");
  session.summary = in_kk_and_en("Мұздықтар туралы.", "About glaciers.");
  session.description =
      in_kk_and_en("[Мақала](https://example.org/a)", "An [article](https://example.org/a).");
  session.starts_at = at(10);
  session.ends_at = at(11);
  session.room = "hall";
  session.themes = {"water", "gone"};
  session.languages = {"kk", "en"};
  session.interpretation = {{"ru", 2}};
  session.revision = 4;
  session.publication.status = model::PublicationStatus::published;
  return event;
}

}  // namespace

TEST_CASE("a full entry is read back as it was") {
  check_read_back({"Күнтізбе; 1, 2", "kk", modified, {full_entry()}});
}

TEST_CASE("an empty calendar, and entries without this or that, are valid") {
  Entry bare;
  bare.uid = "a@b";
  bare.title = "A";
  bare.starts_at = at(10);
  check_read_back({"", "en", modified, {bare}});
  const std::string nothing = calendar::write({"", "en", modified, {}});
  check_lines(nothing);
  Entry cancelled = full_entry();
  cancelled.cancelled = true;
  check_read_back({"", "en", modified, {full_entry(), bare, cancelled}});
}

TEST_CASE("a session without an end has a start alone") {
  model::Event event = event_with_a_session();
  event.sessions[0].open_end = true;
  const calendar::Entries entries(event, test::words_in("kk"));
  const Entry entry = entries.of(event.sessions[0]);
  CHECK_FALSE(entry.ends_at);
  check_read_back({"", "kk", modified, {entry}});
}

TEST_CASE("three hundred Kazakh letters with all that has a meaning between them") {
  const std::vector<std::string> units = {"ә", "ғ",  "қ",  "ң", "ө", "ұ", "ү", "һ",  "і", "Ә",   "Қ",  ";",
                                          ",", "\\", "\n", " ", "n", "N", ":", "\"", "—", "\\n", "\\,"};
  std::mt19937 chance(20260422);
  for (int round = 0; round < 100; ++round) {
    Entry entry = full_entry();
    std::string* const texts[] = {&entry.title, &entry.place, &entry.description};
    for (std::string* text : texts) {
      text->assign("Қ");
      for (int i = 0; i < 300; ++i)
        *text += units[std::uniform_int_distribution<std::size_t>(0, units.size() - 1)(chance)];
      *text += "қ";
    }
    check_read_back({"", "kk", modified, {entry}});
  }
}

TEST_CASE("what an event says of a session stands in its entry, in the language asked for") {
  const model::Event event = event_with_a_session();
  const calendar::EntryOptions options{
      .page_of =
          [](std::string_view id) { return "https://summit.example/kk/agenda/" + std::string(id) + "/"; },
      .alarm = 10min};
  const Entry entry = calendar::Entries(event, test::words_in("kk"), options).of(event.sessions[0]);
  CHECK(entry.uid == "glaciers@summit");
  CHECK(entry.sequence == 4);
  CHECK(entry.title == "Мұздықтар");
  CHECK(entry.place == "Үлкен зал, 2-қабат, Орталық, Астана, Қазақстан");
  CHECK(entry.position == model::GeoPoint{51.092, 71.409});
  CHECK(entry.url == "https://summit.example/kk/agenda/glaciers/");
  CHECK(entry.categories == std::vector<std::string>{"Су, мұз"});
  CHECK(entry.description ==
        "Мұздықтар туралы.\n\nМақала\nhttps://example.org/a\n\nТілдер: қазақ тілі және ағылшын тілі\n\n"
        "Ілеспе аударма: орыс тілі (2\u2011арна)\n\nДелегаттарға");
  check_read_back({"", "kk", modified, {entry}});
  const Entry english = calendar::Entries(event, test::words_in("en")).of(event.sessions[0]);
  CHECK(english.uid == entry.uid);
  CHECK(english.place == "Great Hall, Level 2, Centre, Astana, Kazakhstan");
  CHECK(english.url.empty());
  CHECK_FALSE(english.alarm);
}

TEST_CASE("what is cancelled or not published yet says so, and rooms that nobody has named are left out") {
  model::Event event = event_with_a_session();
  model::Session& session = event.sessions[0];
  session.state = model::SessionState::cancelled;
  session.publication.status = model::PublicationStatus::provisional;
  session.room.clear();
  const Entry entry = calendar::Entries(event, test::words_in("en"), {.alarm = 10min}).of(session);
  CHECK(entry.cancelled);
  CHECK(entry.place.empty());
  CHECK_FALSE(entry.position);
  CHECK(entry.description.starts_with("Cancelled\n\nProvisional: details not published\n\n"));
  check_read_back({"", "en", modified, {entry}});
}

TEST_CASE("the name of an entry does not depend on anything that can change") {
  const model::Event event = event_with_a_session();
  model::Event later = event;
  later.address = "https://summit.example/";
  later.sessions[0].starts_at += 24h;
  later.sessions[0].title = in_kk_and_en("Басқа", "Other");
  CHECK(calendar::uid_of(event, event.sessions[0]) == calendar::uid_of(later, later.sessions[0]));
}

TEST_CASE("a visitor's own appointment is an entry beside the sessions") {
  const model::Event event = event_with_a_session();
  model::Appointment lunch{"1f", "Түскі ас; Айгүл", at(13), at(14), "Дәмхана, 1", 2};
  const calendar::Entries entries(event, test::words_in("kk"), {.alarm = 5min});
  const Entry entry = entries.of(lunch);
  CHECK(entry.uid != calendar::uid_of(event, event.sessions[0]));
  CHECK(entry.sequence == 2);
  check_read_back({"", "kk", modified, {entries.of(event.sessions[0]), entry}});
}
