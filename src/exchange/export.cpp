#include "exchange/export.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <sstream>

#include <pugixml.hpp>

#include "calendar/calendar_file.h"
#include "calendar/entries.h"
#include "exchange/clock.h"
#include "exchange/folder.h"
#include "model/id_table.h"

namespace exchange {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr hours night{4};  // until when a session belongs to the day before
constexpr const char* generator = "summit-pack";

// FNV-1a: the same number for the same id for ever.
std::uint64_t number_of(std::string_view text, std::uint64_t start) {
  std::uint64_t number = start;
  for (const char c : text) number = (number ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return number;
}

// A UUID (version 8: made by a rule of one's own) out of ids.
std::string uuid_of(const std::string& text) {
  const std::uint64_t high = number_of(text, 0xcbf29ce484222325ULL),
                      low = number_of(text, 0x84222325cbf29ce4ULL);
  constexpr const char* digits = "0123456789abcdef";
  std::string made;
  for (int i = 0; i < 32; ++i) {
    const std::uint64_t half = i < 16 ? high : low;
    char digit = digits[half >> (60 - 4 * (i % 16)) & 15];
    if (i == 12) digit = '8';
    if (i == 16) digit = digits[8 | (half >> 60 & 3)];
    if (i == 8 || i == 12 || i == 16 || i == 20) made += '-';
    made += digit;
  }
  return made;
}

// "a-z0-9_-", four letters at least, as the schema wants acronyms.
std::string acronym_of(const model::Event& event) {
  std::string made = event.id;
  while (made.size() < 4) made += '_';
  return made;
}

// "01:30"; the schema has two digits for hours.
std::string duration_text(minutes length) {
  constexpr minutes longest{99 * 60 + 59};
  length = std::clamp(length, minutes(0), longest);
  const auto two = [](long long number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(length.count() / 60) + ":" + two(length.count() % 60);
}

struct Talk {
  const model::Session* session = nullptr;
  std::size_t number = 0;  // from 1
};

class Schedule {
 public:
  Schedule(const model::Event& of, const text::TimeZone& zone, const ExportOptions& options)
      : event(of),
        clock(zone),
        language(options.language),
        rooms_(of.rooms),
        themes_(of.themes),
        persons_(of.persons) {
    // Days that have no session are days too.
    for (const model::Day& day : event.days) by_day[day.date];
    std::map<model::Date, bool> known;
    for (const model::Day& day : event.days) known[day.date] = true;
    std::size_t number = 0;
    for (const model::Session& session : event.sessions) {
      const Clock::Reading start = clock.at(session.starts_at);
      model::Date date = start.date;
      const model::Date before{std::chrono::sys_days(date) - days(1)};
      if (start.time < night && known.contains(before)) date = before;
      by_day[date][room_name(session)].push_back({&session, ++number});
    }
  }

  std::string in(const model::LocalizedText& text) const { return text.in(language); }
  std::string room_name(const model::Session& session) const {
    const model::Room* room = rooms_.find(event.rooms, session.room);
    return room == nullptr ? std::string() : in(room->name);
  }
  std::string track(const model::Session& session) const {
    const model::Theme* theme =
        session.themes.empty() ? nullptr : themes_.find(event.themes, session.themes.front());
    return theme == nullptr ? std::string() : in(theme->name);
  }
  const model::Person* person(const std::string& id) const { return persons_.find(event.persons, id); }
  std::string guid(const std::string& what, const std::string& id) const {
    return uuid_of(event.id + " " + what + " " + id);
  }
  std::string slug(const model::Session& session) const {
    std::string first = acronym_of(event);
    std::ranges::replace(first, '-', '_');
    // Four letters at least, as the schema wants; no id ends like that.
    return first + "-" + session.id + std::string(session.id.size() < 4 ? 4 - session.id.size() : 0, '_');
  }
  std::string day_start(model::Date date) const { return clock.written(clock.instant(date, night)); }
  std::string day_end(model::Date date) const {
    return clock.written(clock.instant(model::Date(std::chrono::sys_days(date) + days(1)), night) -
                         std::chrono::minutes(1));
  }
  // With seconds, as the schema wants moments.
  static std::string full(std::string moment) {
    constexpr std::size_t without_seconds = 16;
    return moment.size() > without_seconds && moment[without_seconds] != ':'
               ? moment.insert(without_seconds, ":00")
               : moment;
  }
  std::string start_clock(const model::Session& session) const {
    return pack::format_clock(session.starts_at, minutes(clock.zone().offset_minutes(session.starts_at)));
  }
  std::string duration(const model::Session& session) const {
    return session.open_end
               ? "00:00"
               : duration_text(std::chrono::duration_cast<minutes>(session.ends_at - session.starts_at));
  }
  static std::string kind(const model::Session& session) {
    constexpr const char* words[] = {"opening",    "high-level", "thematic", "country",  "partner",
                                     "exhibition", "side-event", "culture",  "ceremony", "service"};
    return words[static_cast<std::size_t>(session.kind)];
  }

  const model::Event& event;
  Clock clock;
  std::string language;
  std::map<model::Date, std::map<std::string, std::vector<Talk>>> by_day;  // then by room

 private:
  model::IdTable rooms_, themes_, persons_;
};

void add(pugi::xml_node& to, const char* name, const std::string& text) {
  to.append_child(name).append_child(pugi::node_pcdata).set_value(text.c_str());
}

}  // namespace

std::string write_frab_xml(const model::Event& event, const text::TimeZone& zone,
                           const ExportOptions& options) {
  const Schedule schedule(event, zone, options);
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  pugi::xml_node root = document.append_child("schedule");
  root.append_child("generator").append_attribute("name") = generator;
  add(root, "version", event.updated_at ? schedule.clock.written(*event.updated_at) : "1");
  pugi::xml_node conference = root.append_child("conference");
  add(conference, "acronym", acronym_of(event));
  add(conference, "title", schedule.in(event.name));
  add(conference, "start", pack::format_date(event.first_day));
  add(conference, "end", pack::format_date(event.last_day));
  add(conference, "days", std::to_string(schedule.by_day.size()));
  add(conference, "timeslot_duration", "00:05");
  if (!event.address.empty()) add(conference, "url", event.address);
  add(conference, "time_zone_name", event.time_zone);
  for (const model::Theme& theme : event.themes) {
    pugi::xml_node track = conference.append_child("track");
    track.append_attribute("name") = schedule.in(theme.name).c_str();
    track.append_attribute("color") = theme.color.c_str();
    if (theme.id.size() > 1 && theme.id[0] >= 'a') track.append_attribute("slug") = theme.id.c_str();
  }
  std::size_t index = 0;
  for (const auto& [date, rooms] : schedule.by_day) {
    pugi::xml_node day = root.append_child("day");
    day.append_attribute("index") = static_cast<unsigned>(++index);
    day.append_attribute("date") = pack::format_date(date).c_str();
    day.append_attribute("start") = Schedule::full(schedule.day_start(date)).c_str();
    day.append_attribute("end") = Schedule::full(schedule.day_end(date)).c_str();
    for (const auto& [name, talks] : rooms) {
      pugi::xml_node room = day.append_child("room");
      room.append_attribute("name") = name.c_str();
      for (const auto& [session, number] : talks) {
        pugi::xml_node one = room.append_child("event");
        one.append_attribute("id") = static_cast<unsigned>(number);
        one.append_attribute("guid") = schedule.guid("session", session->id).c_str();
        add(one, "date", Schedule::full(schedule.clock.written(session->starts_at)));
        add(one, "start", schedule.start_clock(*session));
        add(one, "duration", schedule.duration(*session));
        add(one, "room", name);
        add(one, "slug", schedule.slug(*session));
        add(one, "title", schedule.in(session->title));
        add(one, "subtitle", "");
        add(one, "track", schedule.track(*session));
        add(one, "type", Schedule::kind(*session));
        add(one, "language", session->languages.empty() ? "" : session->languages.front());
        add(one, "abstract", schedule.in(session->summary));
        add(one, "description", schedule.in(session->description));
        pugi::xml_node persons = one.append_child("persons");
        for (const model::Participation& part : session->people)
          if (const model::Person* person = schedule.person(part.person)) {
            add(persons, "person", schedule.in(person->name));
            persons.last_child().append_attribute("guid") = schedule.guid("person", person->id).c_str();
          }
      }
    }
  }
  std::ostringstream text;
  document.save(text, "  ", pugi::format_indent, pugi::encoding_utf8);
  return std::move(text).str();
}

std::string write_frab_json(const model::Event& event, const text::TimeZone& zone,
                            const ExportOptions& options) {
  const Schedule schedule(event, zone, options);
  Json days = Json::array(), all_rooms = Json::array(), tracks = Json::array();
  for (const model::Room& room : event.rooms)
    all_rooms.push_back(
        {{"name", schedule.in(room.name)},
         {"guid", schedule.guid("room", room.id)},
         {"description", room.description.empty() ? Json(nullptr) : Json(schedule.in(room.description))},
         {"capacity", room.seats ? Json(*room.seats) : Json(nullptr)}});
  for (const model::Theme& theme : event.themes)
    tracks.push_back({{"name", schedule.in(theme.name)}, {"color", theme.color}});
  std::size_t index = 0;
  for (const auto& [date, by_room] : schedule.by_day) {
    Json rooms = Json::object();
    for (const auto& [name, talks] : by_room) {
      Json list = Json::array();
      for (const auto& [session, number] : talks) {
        Json people = Json::array();
        for (const model::Participation& part : session->people)
          if (const model::Person* person = schedule.person(part.person))
            people.push_back(
                {{"guid", schedule.guid("person", person->id)}, {"public_name", schedule.in(person->name)}});
        Json one{{"id", number},
                 {"guid", schedule.guid("session", session->id)},
                 {"date", Schedule::full(schedule.clock.written(session->starts_at))},
                 {"start", schedule.start_clock(*session)},
                 {"duration", schedule.duration(*session)},
                 {"room", name},
                 {"slug", schedule.slug(*session)},
                 {"title", schedule.in(session->title)},
                 {"subtitle", ""},
                 {"track", schedule.track(*session)},
                 {"type", Schedule::kind(*session)},
                 {"language", session->languages.empty() ? "" : session->languages.front()},
                 {"abstract", schedule.in(session->summary)},
                 {"description", schedule.in(session->description)},
                 {"persons", std::move(people)},
                 {"links", Json::array()}};
        if (session->state == model::SessionState::cancelled) one["state"] = "canceled";
        list.push_back(std::move(one));
      }
      rooms[name] = std::move(list);
    }
    days.push_back({{"index", ++index},
                    {"date", pack::format_date(date)},
                    {"day_start", Schedule::full(schedule.day_start(date))},
                    {"day_end", Schedule::full(schedule.day_end(date))},
                    {"rooms", std::move(rooms)}});
  }
  const Json whole{{"schedule",
                    {{"generator", {{"name", generator}}},
                     {"version", event.updated_at ? schedule.clock.written(*event.updated_at) : "1"},
                     {"conference",
                      {{"acronym", acronym_of(event)},
                       {"title", schedule.in(event.name)},
                       {"start", pack::format_date(event.first_day)},
                       {"end", pack::format_date(event.last_day)},
                       {"daysCount", schedule.by_day.size()},
                       {"timeslot_duration", "00:05"},
                       {"time_zone_name", event.time_zone},
                       {"rooms", std::move(all_rooms)},
                       {"tracks", std::move(tracks)},
                       {"days", std::move(days)}}}}}};
  return whole.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string write_ics(const model::Event& event, const ExportOptions& options) {
  const model::IdTable rooms(event.rooms), themes(event.themes);
  calendar::CalendarFile file{
      .name = event.name.in(options.language),
      .language = options.language,
      .last_modified = model::last_modified(event).value_or(std::chrono::sys_days(event.first_day)),
      .entries = {}};
  for (const model::Session& session : event.sessions) {
    calendar::Entry entry;
    entry.uid = calendar::uid_of(event, session);
    entry.sequence = session.revision;
    entry.title = session.title.in(options.language);
    entry.starts_at = session.starts_at;
    if (!session.open_end) entry.ends_at = session.ends_at;
    entry.cancelled = session.state == model::SessionState::cancelled;
    if (const model::Room* room = rooms.find(event.rooms, session.room))
      entry.place = room->name.in(options.language);
    for (const std::string& id : session.themes)
      if (const model::Theme* theme = themes.find(event.themes, id))
        entry.categories.push_back(theme->name.in(options.language));
    entry.description = session.summary.in(options.language);
    if (const std::string& more = session.description.in(options.language); !more.empty())
      entry.description += (entry.description.empty() ? "" : "\n\n") + more;
    entry.busy = model::takes_time(session);
    file.entries.push_back(std::move(entry));
  }
  return calendar::write(file);
}

std::string write_csv(const model::Event& event, const text::TimeZone& zone, const ExportOptions& options) {
  const Schedule schedule(event, zone, options);
  std::string text = "\xEF\xBB\xBF";
  const auto row = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text += ',';
      if (cells[i].find_first_of(",;\t\"\r\n") == std::string::npos && !cells[i].starts_with(' ') &&
          !cells[i].ends_with(' ')) {
        text += cells[i];
        continue;
      }
      text += '"';
      for (const char c : cells[i]) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    }
    text += "\r\n";
  };
  row({"id", "date", "start", "end", "room", "title", "kind", "theme", "language", "people", "summary",
       "description"});
  for (const model::Session& session : event.sessions) {
    const Clock::Reading start = schedule.clock.at(session.starts_at),
                         end = schedule.clock.at(session.ends_at);
    std::string ends;
    if (!session.open_end) {
      ends = pack::format_clock(session.ends_at, minutes(zone.offset_minutes(session.ends_at)));
      if (Clock::day_of_end(start, end.time) != end.date) ends = pack::format_date(end.date) + " " + ends;
    }
    std::string people;
    for (const model::Participation& part : session.people)
      if (const model::Person* person = schedule.person(part.person)) {
        const std::string position = schedule.in(person->position);
        people += (people.empty() ? "" : "; ") + (part.role.empty() ? "" : schedule.in(part.role) + ": ") +
                  schedule.in(person->name) + (position.empty() ? "" : ", " + position);
      }
    row({session.id, pack::format_date(start.date), schedule.start_clock(session), ends,
         schedule.room_name(session), schedule.in(session.title), Schedule::kind(session),
         schedule.track(session), session.languages.empty() ? "" : session.languages.front(), people,
         schedule.in(session.summary), schedule.in(session.description)});
  }
  return text;
}

}  // namespace exchange
