// frab and Pentabarf's XML, and the same as JSON, which pretalx writes too.

#include <algorithm>
#include <array>
#include <map>
#include <pugixml.hpp>
#include <set>

#include "exchange/cell_values.h"
#include "exchange/clock.h"
#include "exchange/folder.h"
#include "exchange/programme.h"
#include "pack/words.h"

namespace exchange {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view our_name = "summit-pack";

// One event of the schedule, whichever way it was written.
struct Raw {
  std::string place;
  std::string id, guid, code, date, start, duration, room, slug, title, subtitle, abstract, description, type,
      track, language, url, state;
  std::vector<std::pair<std::string, std::string>> people;  // key and name
};

// What names it, attributes in XML.
constexpr std::array<std::string_view, 3> named_by = {"id", "guid", "code"};

// `said`: what it says under a name.
template <class Said>
Raw raw_of(std::string place, const Said& said) {
  return {.place = std::move(place),
          .id = said("id"),
          .guid = said("guid"),
          .code = said("code"),
          .date = said("date"),
          .start = said("start"),
          .duration = said("duration"),
          .room = said("room"),
          .slug = said("slug"),
          .title = said("title"),
          .subtitle = said("subtitle"),
          .abstract = said("abstract"),
          .description = said("description"),
          .type = said("type"),
          .track = said("track"),
          .language = said("language"),
          .url = said("url"),
          .state = said("state"),
          .people = {}};
}

// The day around it.
struct RawDay {
  std::string date, start, end, room;
};

class ProgrammeMaker {
 public:
  explicit ProgrammeMaker(const ReadOptions& options) : options_(options) {}

  Programme programme;
  bool ours = false;  // written by this program, whose slugs hold our ids

  void error(std::string place, std::string reason) {
    programme.problems.push_back({options_.file, std::move(place), std::move(reason)});
  }
  void warn(std::string place, std::string reason) {
    programme.problems.push_back(
        {options_.file, std::move(place), std::move(reason), pack::Problem::Severity::warning});
  }

  // The zone by which times are read that say none.
  void use_zone() {
    for (const std::string& name : {programme.time_zone, options_.zone}) {
      if (name.empty()) continue;
      if (auto zone = text::TimeZone::named(name)) {
        clock_.emplace(std::move(*zone));
        break;
      }
      warn("time_zone_name", pack::quoted(name) + " is no time zone; left out");
      if (name == programme.time_zone) programme.time_zone.clear();
    }
  }

  void add_day(const std::string& date, const std::string& title, const std::string& place) {
    const auto day = pack::parse_date(date);
    if (!day) {
      if (!date.empty()) warn(place, "the date of the day " + day.error());
      return;
    }
    if (std::ranges::find(programme.days, *day, &ForeignDay::date) == programme.days.end())
      programme.days.push_back({*day, title});
  }

  void add(const Raw& raw, const RawDay& day) {
    if (programme.sessions.size() >= most_sessions) {
      if (programme.left_out++ == 0)
        warn(raw.place, "more than " + std::to_string(most_sessions) +
                            " sessions; this one and those behind it are left out");
      return;
    }
    const auto leave_out = [&](const std::string& why) {
      ++programme.left_out;
      warn(raw.place, "left out: " + why);
    };
    ForeignSession session;
    session.place = raw.place;
    session.title = raw.title;
    if (raw.title.find_first_not_of(" \t\r\n") == std::string::npos) return leave_out("has no title");
    std::string why;
    const auto starts = start_of(raw, day, why);
    if (!starts) return leave_out(why);
    session.starts_at = *starts;
    if (!raw.duration.empty()) {
      const auto duration = duration_of_text(raw.duration);
      if (!duration)
        warn(raw.place,
             "its duration " + pack::quoted(raw.duration) + " is not understood; it has no end now");
      else if (duration->count() > 0)
        session.ends_at = *starts + *duration;
    }
    session.key = !raw.guid.empty() ? raw.guid : !raw.id.empty() ? "id " + raw.id : raw.code;
    tell_doubles(raw);
    // The room that holds it in the file is the one that people look at; the other is told.
    session.room = !day.room.empty() ? day.room : raw.room;
    if (!day.room.empty() && !raw.room.empty() && day.room != raw.room)
      warn(raw.place, "stands in the room " + pack::quoted(day.room) + " and says " + pack::quoted(raw.room) +
                          "; the first is taken");
    session.subtitle = raw.subtitle;
    session.summary = raw.abstract;
    session.description = raw.description;
    session.type = raw.type;
    session.track = raw.track;
    session.language = raw.language;
    session.url = raw.url;
    session.cancelled = raw.state == "canceled" || raw.state == "cancelled";
    if (ours) {
      const std::size_t dash = raw.slug.find('-');
      if (dash != std::string::npos) session.id = raw.slug.substr(dash + 1);
      while (session.id.ends_with('_')) session.id.pop_back();
    }
    for (const auto& [key, name] : raw.people) {
      if (name.empty()) continue;
      const std::string person = key.empty() ? name : key;
      if (people_.insert(person).second) programme.people.push_back({key, name, {}});
      session.people.push_back({person, {}});
    }
    programme.sessions.push_back(std::move(session));
  }

  void tell_doubles(const Raw& raw) {
    for (const auto& [what, value] : {std::pair{"guid", raw.guid}, {"id", raw.id}})
      if (!value.empty())
        if (const auto [first, fresh] = seen_.emplace(std::string(what) + " " + value, raw.place); !fresh)
          warn(raw.place, "has the " + std::string(what) + " " + pack::quoted(value) + " of " +
                              first->second + "; both are kept");
  }

  // "00:30", "25:00", "1:00:00:00" (days first)
  static std::optional<minutes> duration_of_text(const std::string& text) {
    const auto parts = list_of(text, ":");
    if (parts.size() == 4) {
      const auto days = whole_number_of({.kind = Cell::Kind::text, .text = parts[0]});
      const auto rest = duration_of_text(parts[1] + ":" + parts[2] + ":" + parts[3]);
      constexpr long most_days = 60;
      if (!days || !rest || *days < 0 || *days > most_days) return std::nullopt;
      return minutes(*days * 24 * 60) + *rest;
    }
    if (std::ranges::all_of(text, [](char c) { return c == '0' || c == ':'; })) return minutes(0);
    const auto duration = duration_of({.kind = Cell::Kind::text, .text = text});
    return duration ? std::optional(*duration) : std::nullopt;
  }

  std::optional<model::Instant> start_of(const Raw& raw, const RawDay& day, std::string& why) {
    if (!raw.date.empty()) {
      const auto moment = moment_of({.kind = Cell::Kind::text, .text = raw.date});
      if (!moment) {
        why = moment.error();
        return std::nullopt;
      }
      if (moment->date && moment->time) return instant(*moment->date, *moment->time, moment->utc_offset);
    }
    // Older files say the day and the time apart. What begins before the day does belongs to its night.
    const auto date = pack::parse_date(raw.date.empty() ? day.date : raw.date);
    const auto start = moment_of({.kind = Cell::Kind::text, .text = raw.start});
    if (!date || !start || !start->time) {
      why = raw.start.empty() ? "says no time"
                              : "its day or its start " + pack::quoted(raw.start) + " is not understood";
      return std::nullopt;
    }
    model::Date on = *date;
    const auto bound = moment_of({.kind = Cell::Kind::text, .text = day.start});
    const seconds change = bound && bound->time ? *bound->time : std::chrono::hours(4);
    if (raw.date.empty() && *start->time < change)
      on = model::Date(std::chrono::sys_days(on) + std::chrono::days(1));
    return instant(on, *start->time, bound ? bound->utc_offset : std::nullopt);
  }

 private:
  model::Instant instant(model::Date date, seconds time, std::optional<minutes> offset) const {
    if (offset) return std::chrono::sys_days(date) + time - *offset;
    if (clock_) return clock_->instant(date, time);
    return std::chrono::sys_days(date) + time;
  }

  const ReadOptions& options_;
  std::optional<Clock> clock_;
  std::map<std::string, std::string> seen_;
  std::set<std::string> people_;
};

std::string words(const pugi::xml_node& node, const char* name) { return node.child(name).text().get(); }

// Where lines end, to say on which one something stands.
class Lines {
 public:
  explicit Lines(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == '\n') ends_.push_back(i);
  }
  std::string at(std::ptrdiff_t offset) const {
    const auto end =
        std::ranges::lower_bound(ends_, static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)));
    return "line " + std::to_string(end - ends_.begin() + 1);
  }

 private:
  std::vector<std::size_t> ends_;
};

// A JSON value as words; empty for null.
std::string words_of_json(const Json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  if (found == object.end() || found->is_null() || found->is_structured()) return {};
  if (found->is_string()) return found->get<std::string>();
  return found->dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Programme read_frab_xml(std::string_view bytes, const ReadOptions& options) {
  ProgrammeMaker maker(options);
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size());
  const Lines lines(bytes);
  if (!parsed) {
    maker.error(lines.at(parsed.offset), std::string("is no XML: ") + parsed.description());
    return std::move(maker.programme);
  }
  const pugi::xml_node schedule = document.child("schedule");
  if (!schedule) {
    maker.error("", "is no programme of frab: its root is not <schedule>");
    return std::move(maker.programme);
  }
  const pugi::xml_node conference = schedule.child("conference");
  Programme& programme = maker.programme;
  maker.ours = schedule.child("generator").attribute("name").value() == our_name;
  programme.plain = maker.ours;
  programme.acronym = words(conference, "acronym");
  programme.title = words(conference, "title");
  programme.time_zone = words(conference, "time_zone_name");
  programme.url = words(conference, "url");
  maker.use_zone();
  for (const pugi::xml_node& track : conference.children("track"))
    programme.tracks.push_back({track.attribute("name").value(), track.attribute("color").value()});
  for (const pugi::xml_node& day : schedule.children("day")) {
    const std::string place = lines.at(day.offset_debug());
    RawDay around{.date = day.attribute("date").value(),
                  .start = day.attribute("start").value(),
                  .end = day.attribute("end").value(),
                  .room = {}};
    if (around.date.empty() && around.start.size() > 10) around.date = around.start.substr(0, 10);
    maker.add_day(around.date, {}, place);
    for (const pugi::xml_node& room : day.children("room")) {
      around.room = room.attribute("name").value();
      if (!around.room.empty() &&
          std::ranges::find(programme.rooms, around.room, &ForeignRoom::name) == programme.rooms.end())
        programme.rooms.push_back({around.room, {}, {}});
      for (const pugi::xml_node& event : room.children("event")) {
        Raw raw = raw_of(lines.at(event.offset_debug()), [&](const char* name) {
          const bool is_attribute = std::ranges::find(named_by, std::string_view(name)) != named_by.end();
          return is_attribute ? std::string(event.attribute(name).value()) : words(event, name);
        });
        for (const pugi::xml_node& person : event.child("persons").children("person")) {
          const std::string_view id =
              person.attribute("guid") ? person.attribute("guid").value() : person.attribute("id").value();
          raw.people.emplace_back(id, person.text().get());
        }
        maker.add(raw, around);
      }
    }
  }
  return std::move(maker.programme);
}

Programme read_frab_json(std::string_view bytes, const ReadOptions& options) {
  ProgrammeMaker maker(options);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  // Deep nesting would cost the parser's stack nothing, and its destructor's everything.
  int depth = 0, deepest = 0;
  for (const char c : bytes) {
    if (c == '[' || c == '{') deepest = std::max(deepest, ++depth);
    if (c == ']' || c == '}') --depth;
  }
  constexpr int most_depth = 500;
  const Json whole =
      deepest > most_depth ? Json(Json::value_t::discarded) : Json::parse(bytes, nullptr, false);
  Programme& programme = maker.programme;
  if (whole.is_discarded()) {
    programme.problems.push_back(why_no_json(options.file, bytes));
    return std::move(programme);
  }
  const auto object_at = [](const Json& in, const char* key) -> const Json& {
    static const Json nothing = Json::object();
    const auto found = in.is_object() ? in.find(key) : in.end();
    return in.is_object() && found != in.end() ? *found : nothing;
  };
  const Json& schedule = object_at(whole, "schedule");
  const Json& conference = object_at(schedule, "conference");
  const Json& days = object_at(conference, "days");
  if (!days.is_array()) {
    maker.error("/schedule/conference/days", "is no programme of frab: there is no list of days");
    return std::move(programme);
  }
  maker.ours = words_of_json(object_at(schedule, "generator"), "name") == our_name;
  programme.plain = maker.ours;
  programme.acronym = words_of_json(conference, "acronym");
  programme.title = words_of_json(conference, "title");
  programme.time_zone = words_of_json(conference, "time_zone_name");
  programme.url = words_of_json(conference, "url");
  maker.use_zone();
  if (const Json& rooms = object_at(conference, "rooms"); rooms.is_array())
    for (const Json& room : rooms) {
      ForeignRoom one{words_of_json(room, "name"), words_of_json(room, "description"), {}};
      constexpr long most_seats = 100'000;
      if (const auto seats =
              whole_number_of({.kind = Cell::Kind::text, .text = words_of_json(room, "capacity")});
          seats && *seats > 0 && *seats <= most_seats)
        one.seats = static_cast<int>(*seats);
      if (!one.name.empty()) programme.rooms.push_back(std::move(one));
    }
  if (const Json& tracks = object_at(conference, "tracks"); tracks.is_array())
    for (const Json& track : tracks)
      if (const std::string name = words_of_json(track, "name"); !name.empty())
        programme.tracks.push_back({name, words_of_json(track, "color")});
  for (std::size_t d = 0; d < days.size(); ++d) {
    const Json& day = days[d];
    const std::string place = "/schedule/conference/days/" + std::to_string(d);
    RawDay around{.date = words_of_json(day, "date"),
                  .start = words_of_json(day, "day_start"),
                  .end = words_of_json(day, "day_end"),
                  .room = {}};
    if (around.date.empty() && around.start.size() > 10) around.date = around.start.substr(0, 10);
    maker.add_day(around.date, {}, place);
    const Json& rooms = object_at(day, "rooms");
    if (!rooms.is_object()) continue;
    for (auto room = rooms.begin(); room != rooms.end(); ++room) {
      around.room = room.key();
      if (!room->is_array()) continue;
      for (std::size_t e = 0; e < room->size(); ++e) {
        const Json& event = (*room)[e];
        Raw raw = raw_of(pack::step(pack::step(place + "/rooms", room.key()), e),
                         [&](const char* name) { return words_of_json(event, name); });
        if (const Json& people = object_at(event, "persons"); people.is_array())
          for (const Json& person : people) {
            std::string key;
            for (const char* name : {"code", "guid", "id"})
              if (key.empty()) key = words_of_json(person, name);
            std::string name = words_of_json(person, "public_name");
            if (name.empty()) name = words_of_json(person, "name");
            raw.people.emplace_back(std::move(key), std::move(name));
          }
        maker.add(raw, around);
      }
    }
  }
  return std::move(programme);
}

}  // namespace exchange
