#include "authoring/findings.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "pack/time_text.h"

namespace authoring {
namespace {

using Json = nlohmann::ordered_json;

struct Advice {
  std::string_view part;  // of the reason
  Word words;
};
// The first that fits; what fits none is told as it is.
constexpr Advice advices[] = {
    {"lacks the language", "advice.language"},
    {"is in a language that event.json does not list", "advice.unlisted_language"},
    {"is a language that the app does not speak", "advice.app_language"},
    {"lacks \"", "advice.missing_key"},
    {"lacks the official name", "advice.official_name"},
    {"instead of", "advice.official_name"},
    {"is missing", "advice.missing_file"},
    {"is not a key of the format", "advice.unknown_key"},
    {"is not a file of the format", "advice.unknown_file"},
    {"is not one of", "advice.word"},
    {"is already the id of", "advice.id_taken"},
    {"is not an id", "advice.id"},
    {"no such", "advice.unknown_id"},
    {"there is no", "advice.unknown_id"},
    {"ends before it starts", "advice.end"},
    {"ends when it starts", "advice.end"},
    {"lasts longer than", "advice.long"},
    {"is not a day of the event", "advice.day"},
    {"has no entry for", "advice.day_entry"},
    {"is before first_day", "advice.days"},
    {"is not written by the clock of", "advice.offset"},
    {"offset than most times", "advice.offset"},
    {"a time such as", "advice.time"},
    {"a date such as", "advice.date"},
    {"is not a time of day", "advice.time_of_day"},
    {"time zone that nobody knows", "advice.zone"},
    {"is empty", "advice.empty"},
    {"begins or ends with a blank", "advice.blank"},
    {"letters;", "advice.too_long"},
    {"has room for", "advice.too_long"},
    {"has a line break", "advice.line_break"},
    {"control character", "advice.character"},
    {"direction of text", "advice.character"},
    {"U+FFFD", "advice.character"},
    {"no glyph", "advice.character"},
    {"mixes Latin and Cyrillic", "advice.mixed"},
    {"Latin letter that stands for", "advice.mixed"},
    {", a letter of the ", "advice.mixed"},
    {"is a word of", "advice.left_behind"},
    {"is the same text as", "advice.left_behind"},
    {"has no \"", "advice.left_behind"},
    {"quotes", "advice.quotes"},
    {"apostrophe", "advice.quotes"},
    {"must begin with https", "advice.link"},
    {"link", "advice.link"},
    {"too pale", "advice.color"},
    {"is not a colour", "advice.color"},
    {"outline", "advice.outline"},
    {"crosses itself", "advice.outline"},
    {"line 1", "advice.json"},
    {"column", "advice.json"},
};

Word advice_for(const pack::Problem& problem) {
  if (problem.file.find(".geojson") != std::string::npos) return "advice.map";
  for (const Advice& advice : advices)
    if (problem.reason.find(advice.part) != std::string::npos) return advice.words;
  return "advice.other";
}

// The files as far as they can be read: a title is wanted of what has mistakes, too.
class Titles {
 public:
  Titles(const pack::PackFiles& files, std::string_view language, const Origin& origin)
      : files_(files), language_(language), origin_(origin) {}

  Thing at(std::string_view file, std::string_view pointer) {
    Thing thing{
        .title = {}, .language = {}, .file = std::string(file), .pointer = std::string(pointer), .row = {}};
    const auto place = pack::thing_at(pointer);
    if (!place) return thing;
    thing.pointer = "/" + place->list + "/" + std::to_string(place->index);
    const Json& all = parsed(thing.file);
    const auto list = all.find(place->list);
    if (list == all.end() || !list->is_array() || place->index >= list->size()) return thing;
    const Json& item = (*list)[place->index];
    take_title(item, thing);
    if (origin_) thing.row = origin_(place->list, id_of(item));
    return thing;
  }

 private:
  const Json& parsed(const std::string& file) {
    const auto [found, is_new] = parsed_.try_emplace(file);
    if (const auto bytes = files_.files.find(file); is_new && bytes != files_.files.end())
      found->second = Json::parse(bytes->second, nullptr, false);
    if (!found->second.is_object()) found->second = Json::object();
    return found->second;
  }
  // Days are told apart by their dates.
  static std::string id_of(const Json& json) {
    for (const char* key : {"id", "date"})
      if (json.is_object() && json.contains(key) && json[key].is_string())
        return json[key].get<std::string>();
    return {};
  }
  void take_title(const Json& json, Thing& thing) const {
    if (!json.is_object()) return;
    for (const char* key : {"title", "name", "date", "id"}) {
      const auto value = json.find(key);
      if (value == json.end()) continue;
      if (value->is_string()) {
        thing.title = value->get<std::string>();
        return;
      }
      if (!value->is_object() || value->empty()) continue;
      auto said = value->find(std::string(language_));
      if (said == value->end()) said = value->begin();
      if (!said->is_string()) continue;
      thing.title = said->get<std::string>();
      thing.language = said.key();
      return;
    }
  }

  const pack::PackFiles& files_;
  std::string_view language_;
  const Origin& origin_;
  std::map<std::string, Json> parsed_;
};

// Of the sessions in `indices`, all of which want the same, the pairs that overlap.
void add_overlaps(const model::Event& event, std::vector<std::size_t> indices, const std::string& wanted,
                  std::vector<Clash>& clashes) {
  std::ranges::stable_sort(indices, {}, [&](std::size_t i) { return event.sessions[i].starts_at; });
  for (std::size_t i = 0; i < indices.size(); ++i)
    for (std::size_t j = i + 1; j < indices.size(); ++j) {
      const model::Session& one = event.sessions[indices[i]];
      if (event.sessions[indices[j]].starts_at >= one.ends_at) break;
      // An open end makes room for what comes next.
      if (!one.open_end) clashes.push_back({wanted, indices[i], indices[j]});
    }
}

bool says_that_the_map_lacks_a_room(const pack::Problem& problem) {
  return problem.reason.ends_with(": the map does not show it");
}
bool says_that_rooms_clash(const pack::Problem& problem) {
  return problem.reason.find(" is still taken by ") != std::string::npos;
}

// "sessions.json: /sessions/12/title"
Thing thing_of(Titles& titles, std::string_view place) {
  const std::size_t colon = place.find(": /");
  return colon == std::string_view::npos ? Thing{}
                                         : titles.at(place.substr(0, colon), place.substr(colon + 2));
}

}  // namespace

Thing thing_at(const pack::PackFiles& files, std::string_view file, std::string_view list, std::size_t index,
               std::string_view language, const Origin& origin) {
  return Titles(files, language, origin).at(file, pack::step(pack::step("", list), index));
}

std::vector<Clash> room_clashes(const model::Event& event, std::string_view language) {
  std::vector<Clash> clashes;
  std::map<std::string_view, std::vector<std::size_t>> by_room;
  for (std::size_t i = 0; i < event.sessions.size(); ++i)
    if (model::takes_the_room(event.sessions[i])) by_room[event.sessions[i].room].push_back(i);
  for (const model::Room& room : event.rooms)
    if (const auto found = by_room.find(room.id); found != by_room.end())
      add_overlaps(event, found->second, room.name.in(language), clashes);
  return clashes;
}

std::vector<Clash> person_clashes(const model::Event& event, std::string_view language) {
  std::vector<Clash> clashes;
  std::map<std::string_view, std::vector<std::size_t>> by_person;
  for (std::size_t i = 0; i < event.sessions.size(); ++i) {
    const model::Session& session = event.sessions[i];
    if (session.state == model::SessionState::cancelled) continue;
    for (const model::Participation& one : session.people) {
      auto& sessions = by_person[one.person];
      if (sessions.empty() || sessions.back() != i) sessions.push_back(i);
    }
  }
  for (const model::Person& person : event.persons)
    if (const auto found = by_person.find(person.id); found != by_person.end())
      add_overlaps(event, found->second, person.name.in(language), clashes);
  return clashes;
}

std::vector<OpeningHours> opening_hours(const pack::PackFiles& files, const text::TimeZone& zone) {
  std::vector<OpeningHours> hours;
  const auto file = files.files.find("event.json");
  if (file == files.files.end()) return hours;
  const Json event = Json::parse(file->second, nullptr, false);
  if (!event.is_object() || !event.contains("days") || !event["days"].is_array()) return hours;
  for (const Json& day : event["days"]) {
    const auto words = [&](const char* key) {
      return day.is_object() && day.contains(key) && day[key].is_string() ? day[key].get<std::string>()
                                                                          : std::string{};
    };
    const auto date = pack::parse_date(words("date"));
    const std::string opens = words("opens"), closes = words("closes");
    if (!date || opens.size() != 5 || closes.size() != 5) continue;
    const auto moment = [&](const std::string& clock) {
      return zone.instant(*date, std::stoi(clock.substr(0, 2)), std::stoi(clock.substr(3)));
    };
    OpeningHours one{*date, moment(opens), moment(closes)};
    if (one.closes_at <= one.opens_at) {
      const model::Date next{std::chrono::sys_days{*date} + std::chrono::days{1}};
      one.closes_at = zone.instant(next, std::stoi(closes.substr(0, 2)), std::stoi(closes.substr(3)));
    }
    hours.push_back(one);
  }
  return hours;
}

std::vector<std::size_t> outside_hours(const model::Event& event, std::span<const OpeningHours> hours,
                                       const text::TimeZone& zone) {
  std::vector<std::size_t> outside;
  for (std::size_t i = 0; i < event.sessions.size(); ++i) {
    const model::Session& session = event.sessions[i];
    if (session.state == model::SessionState::cancelled) continue;
    // Of an open end only the beginning is known.
    const model::Instant ends_at = session.open_end ? session.starts_at : session.ends_at;
    const model::Date date = zone.at(session.starts_at).date;
    const bool is_said = std::ranges::find(hours, date, &OpeningHours::date) != hours.end();
    const bool fits = std::ranges::any_of(hours, [&](const OpeningHours& one) {
      return session.starts_at >= one.opens_at && ends_at <= one.closes_at;
    });
    if (is_said && !fits) outside.push_back(i);
  }
  return outside;
}

std::vector<std::size_t> not_on_map(const model::Event& event) {
  std::set<std::string_view> shown;
  for (const model::MapUnit& unit : event.venue.units) shown.insert(unit.room);
  for (const model::MapAmenity& amenity : event.venue.amenities) shown.insert(amenity.room);
  if (event.venue.empty())
    for (const model::Room& room : event.rooms)
      if (!room.outline.empty()) shown.insert(room.id);
  std::vector<std::size_t> lacking;
  for (std::size_t i = 0; i < event.rooms.size(); ++i)
    if (!shown.contains(event.rooms[i].id)) lacking.push_back(i);
  return lacking;
}

Findings findings(const pack::PackFiles& files, const model::Event* event, const lint::Texts* texts,
                  const std::vector<pack::Problem>& problems, std::string_view language,
                  const Origin& origin) {
  Findings found;
  Titles titles(files, language, origin);
  for (const pack::Problem& problem : problems)
    if (event == nullptr || (!says_that_rooms_clash(problem) && !says_that_the_map_lacks_a_room(problem)))
      found.mistakes.push_back({problem, titles.at(problem.file, problem.pointer), advice_for(problem)});
  // What stops the pack from being built comes first.
  std::ranges::stable_partition(found.mistakes, [](const Mistake& mistake) {
    return mistake.problem.severity == pack::Problem::Severity::error;
  });
  if (event == nullptr) return found;

  found.room_clashes = room_clashes(*event, language);
  found.person_clashes = person_clashes(*event, language);
  if (const auto zone = text::TimeZone::named(event->time_zone)) {
    const auto hours = opening_hours(files, *zone);
    found.has_opening_hours = !hours.empty();
    found.outside_hours = outside_hours(*event, hours, *zone);
  }
  found.has_map = !event->venue.empty() || std::ranges::any_of(event->rooms, [](const model::Room& room) {
    return !room.outline.empty();
  });
  if (found.has_map) found.not_on_map = not_on_map(*event);
  for (const std::string& one : event->languages) {
    Coverage coverage{.language = one, .there = 0, .all = 0, .lacking = {}};
    if (texts != nullptr)
      for (const lint::Entry& entry : texts->entries) {
        if (entry.is_message()) continue;
        ++coverage.all;
        if (entry.in(one) != nullptr)
          ++coverage.there;
        else
          coverage.lacking.push_back({entry.place, thing_of(titles, entry.place)});
      }
    found.coverage.push_back(std::move(coverage));
  }
  return found;
}

}  // namespace authoring
