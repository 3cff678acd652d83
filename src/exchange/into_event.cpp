#include "exchange/into_event.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "exchange/clock.h"
#include "exchange/colors.h"
#include "exchange/guesses.h"
#include "exchange/places.h"
#include "exchange/plain_text.h"
#include "pack/words.h"
#include "text/fold.h"

namespace exchange {
namespace {

// What packs take, see assets/README.md.
constexpr std::size_t name_length = 160, title_length = 200, summary_length = 1200,
                      description_length = 10'000;
constexpr std::size_t most_themes = 99, most_people = 200;

bool is_language(std::string_view tag) {
  constexpr std::size_t shortest = 2, longest = 3;
  return tag.size() >= shortest && tag.size() <= longest &&
         std::ranges::all_of(tag, [](char c) { return c >= 'a' && c <= 'z'; });
}

// "de-DE" and "DE" are "de"; anything else nothing.
std::string language_of(std::string_view written) {
  std::string tag = text::fold(written.substr(0, written.find_first_of("-_")));
  return is_language(tag) ? tag : std::string();
}

std::string sessions_in_words(std::size_t number) { return pack::count(number, "session", "sessions"); }

class EventMaker {
 public:
  EventMaker(Programme programme, const Folder& folder, KnownIds& known, const EventOptions& options)
      : programme_(std::move(programme)), folder_(folder), known_(known), options_(options) {}

  EventOf run() {
    choose_languages();
    if (!choose_zone() || !choose_days()) return std::move(made_);
    places_.emplace(folder_, languages_, made_.contents);
    add_rooms();
    add_themes();
    add_people();
    add_sessions();
    add_event();
    for (const char* list : {"partners", "themes", "rooms", "levels", "sites"}) made_.contents.lists[list];
    return std::move(made_);
  }

 private:
  void warn(const std::string& place, std::string reason) {
    made_.problems.push_back({options_.file, place, std::move(reason), pack::Problem::Severity::warning});
  }

  void choose_languages() {
    main_ = options_.language;
    if (main_.empty()) main_ = language_of(programme_.language);
    languages_ = languages_of(folder_.file("event.json"));
    if (main_.empty()) {
      // That of most sessions.
      std::map<std::string, std::size_t> count;
      for (const ForeignSession& session : programme_.sessions)
        if (const std::string tag = language_of(session.language); !tag.empty()) ++count[tag];
      const auto most = std::ranges::max_element(count, {}, [](const auto& one) { return one.second; });
      main_ = most != count.end() ? most->first : languages_.empty() ? "en" : languages_.front();
      if (most == count.end())
        made_.guessed.push_back("the language of the texts: " + main_ + ", as nobody says one; --lang does");
    }
    if (languages_.empty()) {
      const auto& app = options_.app_languages;
      if (std::ranges::find(app, main_) != app.end()) languages_.push_back(main_);
      for (const std::string& language : app)
        if (language != main_) languages_.push_back(language);
    }
    add_language(main_);
  }

  void add_language(const std::string& tag) {
    if (std::ranges::find(languages_, tag) == languages_.end()) languages_.push_back(tag);
    if (std::ranges::find(used_, tag) == used_.end()) used_.push_back(tag);
  }

  // In which language the texts of a session are.
  std::string language_for(const ForeignSession& session) {
    if (!options_.language.empty()) return options_.language;
    const std::string tag = language_of(session.language);
    if (tag.empty()) return main_;
    add_language(tag);
    return tag;
  }

  bool choose_zone() {
    zone_ = text_at(folder_.file("event.json"), "time_zone");
    if (zone_.empty()) zone_ = options_.zone;
    if (zone_.empty()) zone_ = programme_.time_zone;
    if (zone_.empty()) {
      zone_ = "Etc/UTC";
      made_.guessed.push_back("the time zone: UTC, as nobody says one; --zone Europe/Berlin does");
    }
    auto zone = text::TimeZone::named(zone_);
    if (!zone) {
      made_.problems.push_back({options_.file, "", zone.error()});
      return false;
    }
    clock_.emplace(std::move(*zone));
    return true;
  }

  // Leaves out what is not of the days that were asked for, and whoever had a part only in that.
  bool choose_days() {
    if (!options_.dates) return true;
    const std::chrono::sys_days first(options_.dates->first), last(options_.dates->second);
    const auto outside = [&](std::chrono::sys_days day) { return day < first || day > last; };
    std::erase_if(programme_.days, [&](const ForeignDay& day) { return outside(day.date); });
    const std::size_t others = std::erase_if(programme_.sessions, [&](const ForeignSession& session) {
      return outside(clock_->at(session.starts_at).date);
    });
    if (others == 0) return true;
    const std::string from = pack::format_date(options_.dates->first),
                      to = pack::format_date(options_.dates->second);
    if (programme_.sessions.empty()) {
      made_.problems.push_back(
          {options_.file, "", "holds no session that begins between " + from + " and " + to});
      return false;
    }
    warn("", "left out: " + pack::count(others, "session that begins", "sessions that begin") + " before " +
                 from + " or after " + to);
    std::set<std::string> named;
    for (const ForeignSession& session : programme_.sessions)
      for (const ForeignPart& part : session.people) named.insert(part.person);
    std::erase_if(programme_.people, [&](const ForeignPerson& person) {
      return !named.contains(person.key.empty() ? person.name : person.key);
    });
    return true;
  }

  // By all the names they have in the folder.
  std::unordered_map<std::string, std::string> names_in(const char* list) const {
    std::unordered_map<std::string, std::string> names;
    for (const Json& one : folder_.list(list))
      if (one.contains("name") && one["name"].is_object())
        for (const Json& name : one["name"])
          if (name.is_string()) names.emplace(text::fold(name.get<std::string>()), id_of(list, one));
    return names;
  }

  // Keys and names for ids_for of things that have only names.
  template <class Things>
  static std::pair<std::vector<ForeignKey>, std::vector<std::string>> known_by_name(const Things& things) {
    std::vector<ForeignKey> keys;
    std::vector<std::string> names;
    for (const auto& thing : things) {
      keys.push_back({text::fold(thing.name), {}});
      names.push_back(thing.name);
    }
    return {std::move(keys), std::move(names)};
  }

  // Whether the event has none of that id yet.
  bool is_fresh(const char* list, const std::string& id) const {
    return std::ranges::none_of(folder_.list(list), [&](const Json& one) { return id_of(list, one) == id; });
  }

  // Ids for things that are known by their keys, else by their names, else new.
  std::vector<std::string> ids_for(const char* list, const std::vector<ForeignKey>& keys,
                                   const std::vector<std::string>& names, const char* otherwise) {
    std::vector<std::string> ids = known_.find(list, keys);
    TakenIds taken;
    std::set<std::string> there;
    for (const char* shared : {"sites", "levels", "rooms"})
      if (std::string_view(list) == "rooms" || std::string_view(shared) == list)
        for (const Json& one : folder_.list(shared)) taken.add(id_of(shared, one));
    for (const Json& one : folder_.list(list)) {
      taken.add(id_of(list, one));
      there.insert(id_of(list, one));
    }
    if (std::string_view(list) == "rooms")
      for (const char* made : {"venue", "level-1"}) taken.add(made);
    for (const std::string& id : ids)
      if (!id.empty()) taken.add(id);
    const auto by_name = names_in(list);
    std::set<std::string> used(ids.begin(), ids.end());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (!ids[i].empty()) continue;
      const auto named = by_name.find(text::fold(names[i]));
      if (named != by_name.end() && used.insert(named->second).second)
        ids[i] = named->second;
      else
        ids[i] = taken.make(slug(names[i]), otherwise);
    }
    return ids;
  }

  Json in_main(std::string text) const { return Json{{main_, std::move(text)}}; }

  void add_rooms() {
    std::vector<ForeignRoom> rooms;
    std::set<std::string> seen;
    const auto add = [&](ForeignRoom room) {
      room.name = line_of(room.name, name_length, markup_);
      if (!room.name.empty() && seen.insert(text::fold(room.name)).second) rooms.push_back(std::move(room));
    };
    for (const ForeignRoom& room : programme_.rooms) add(room);
    for (const ForeignSession& session : programme_.sessions) add({session.room, {}, {}});
    const auto [keys, names] = known_by_name(rooms);
    const auto ids = ids_for("rooms", keys, names, "room");
    for (std::size_t i = 0; i < rooms.size(); ++i) {
      rooms_.emplace(text::fold(rooms[i].name), ids[i]);
      Item item{.id = ids[i], .file = options_.file, .place = "room " + rooms[i].name};
      // The level only where the room is new, so that none is made for nothing.
      if (is_fresh("rooms", ids[i])) {
        item.guessed = {
            {"level", places_->level(1)}, {"kind", room_kind(rooms[i].name)}, {"status", options_.status}};
        ++fresh_rooms_;
      }
      item.said["name"] = in_main(rooms[i].name);
      if (rooms[i].seats) item.said["seats"] = *rooms[i].seats;
      if (const std::string text = lines_of(rooms[i].description, summary_length, markup_); !text.empty())
        item.said["description"] = in_main(text);
      made_.contents.lists["rooms"].push_back(std::move(item));
    }
    (void)known_.keep("rooms", keys, ids);
    if (places_->make_some_room())
      made_.guessed.push_back("one room, as the file names none and an event needs one");
    if (fresh_rooms_ > 0)
      made_.guessed.push_back("kinds and levels of " + pack::count(fresh_rooms_, "room", "rooms") +
                              ", by their names");
  }

  void add_themes() {
    std::vector<ForeignTrack> tracks;
    std::set<std::string> seen;
    const auto add = [&](ForeignTrack track) {
      track.name = line_of(track.name, name_length, markup_);
      if (!track.name.empty() && seen.insert(text::fold(track.name)).second)
        tracks.push_back(std::move(track));
    };
    for (const ForeignTrack& track : programme_.tracks) add(track);
    for (const ForeignSession& session : programme_.sessions) add({session.track, {}});
    int highest = 0;
    for (const Json& one : folder_.list("themes"))
      if (one.contains("number") && one["number"].is_number_integer())
        highest = std::max(highest, one["number"].get<int>());
    if (tracks.size() + folder_.list("themes").size() > most_themes) {
      if (tracks.size() > most_themes) tracks.resize(most_themes);
      warn("",
           "has more than " + std::to_string(most_themes) + " tracks; those that do not fit are left out");
    }
    const auto [keys, names] = known_by_name(tracks);
    const auto ids = ids_for("themes", keys, names, "theme");
    for (std::size_t i = 0; i < tracks.size(); ++i) {
      themes_.emplace(text::fold(tracks[i].name), ids[i]);
      Item item{.id = ids[i], .file = options_.file, .place = "track " + tracks[i].name};
      item.said["name"] = in_main(tracks[i].name);
      if (is_fresh("themes", ids[i])) item.guessed["number"] = ++highest;
      const std::string color = visible_color(tracks[i].color);
      item.guessed["color"] = color.empty() ? theme_color(static_cast<std::size_t>(highest - 1)) : color;
      item.guessed["short_name"] = in_main(short_name(tracks[i].name));
      item.guessed["status"] = options_.status;
      made_.contents.lists["themes"].push_back(std::move(item));
    }
    (void)known_.keep("themes", keys, ids);
  }

  void add_people() {
    std::vector<ForeignKey> keys;
    std::vector<std::string> names;
    std::vector<const ForeignPerson*> people;
    for (const ForeignPerson& person : programme_.people) {
      const std::string name = line_of(person.name, name_length, markup_);
      if (name.empty()) continue;
      keys.push_back({person.key.empty() ? person.name : person.key, {}});
      names.push_back(name);
      people.push_back(&person);
    }
    const auto ids = ids_for("persons", keys, names, "person");
    for (std::size_t i = 0; i < people.size(); ++i) {
      people_.emplace(keys[i].key, ids[i]);
      Item item{.id = ids[i], .file = options_.file, .place = "person " + names[i]};
      item.said["name"] = in_main(names[i]);
      if (const std::string position = line_of(people[i]->position, title_length, markup_); !position.empty())
        item.said["position"] = in_main(position);
      item.guessed["status"] = options_.status;
      made_.contents.lists["persons"].push_back(std::move(item));
    }
    made_.contents.gone["persons"] = known_.keep("persons", keys, ids);
  }

  void add_sessions() {
    std::vector<ForeignKey> keys;
    for (const ForeignSession& session : programme_.sessions)
      keys.push_back({session.key.empty() ? "title " + text::fold(session.title) : session.key,
                      clock_->written(session.starts_at) + " " + text::fold(session.room)});
    std::vector<std::string> ids = known_.find("sessions", keys);
    TakenIds taken;
    for (const Json& one : folder_.list("sessions")) taken.add(id_of("sessions", one));
    for (const std::string& id : ids)
      if (!id.empty()) taken.add(id);
    std::unordered_map<std::string, const Json*> before;
    for (const Json& one : folder_.list("sessions")) before.emplace(id_of("sessions", one), &one);
    std::set<std::string> used(ids.begin(), ids.end());
    std::size_t guessed_kinds = 0, all_day = 0;
    auto& items = made_.contents.lists["sessions"];
    items.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const ForeignSession& session = programme_.sessions[i];
      const std::string title = line_of(session.title, title_length, markup_);
      if (ids[i].empty()) {
        // An id of ours that comes back.
        if (is_id(session.id) && !pack::parse_date(session.id) && used.insert(session.id).second) {
          ids[i] = session.id;
          taken.add(session.id);
        } else {
          ids[i] = taken.make(slug(title), "session");
        }
      }
      const auto old = before.find(ids[i]);
      Item item{.id = ids[i], .file = options_.file, .place = session.place};
      const std::string language = language_for(session);
      const auto text = [&](std::string words) { return Json{{language, std::move(words)}}; };
      item.said["title"] = text(title);
      tell_cut(session, "title", session.title, title, title_length);
      add_texts(item, session, language, old == before.end() ? nullptr : old->second);
      item.said["starts_at"] = clock_->written(session.starts_at);
      item.said["ends_at"] = session.ends_at ? Json(clock_->written(*session.ends_at)) : Json(nullptr);
      const Json* was = old == before.end() ? nullptr : old->second;
      const std::string room_name = line_of(session.room, name_length, markup_);
      const auto room = rooms_.find(text::fold(room_name));
      // Of two rooms of one name it stays in the one where it was.
      if (was == nullptr || room_name.empty() || !is_called(text_at(*was, "room"), room_name))
        item.said["room"] = room == rooms_.end() ? Json(nullptr) : Json(room->second);
      // These formats have one theme and one language; others that somebody added stay behind them.
      if (const auto theme = themes_.find(text::fold(line_of(session.track, name_length, markup_)));
          theme != themes_.end() && !begins_with(was, "themes", theme->second))
        item.said["themes"] = Json::array({theme->second});
      add_parts(item, session, language, was);
      if (const std::string tag = language_of(session.language);
          !tag.empty() && !begins_with(was, "languages", tag))
        item.said["languages"] = Json::array({tag});
      if (session.cancelled)
        item.said["state"] = "cancelled";
      else if (programme_.says_state && was != nullptr && text_at(*was, "state") == "cancelled")
        item.said["state"] = nullptr;
      if (old == before.end()) {
        item.guessed["kind"] = session_kind(session.type, title);
        item.guessed["access"] = session_access(session.type, title);
        ++guessed_kinds;
      }
      item.guessed["status"] = options_.status;
      all_day += session.all_day;
      items.push_back(std::move(item));
    }
    made_.contents.gone["sessions"] = known_.keep("sessions", keys, ids);
    if (guessed_kinds > 0)
      made_.guessed.push_back("kinds of " + sessions_in_words(guessed_kinds) +
                              " and who may come to them, by their types and titles");
    if (all_day > 0)
      made_.guessed.push_back("hours of " + sessions_in_words(all_day) +
                              " that last all day: from midnight to midnight");
  }

  // Whether the list of what was there begins so.
  static bool begins_with(const Json* was, const char* key, const std::string& first) {
    if (was == nullptr) return false;
    const auto list = was->find(key);
    return list != was->end() && list->is_array() && !list->empty() && list->front() == first;
  }

  // Whether that room of the folder has the name in any language.
  bool is_called(const std::string& id, const std::string& name) {
    if (room_names_.empty())
      for (const Json& room : folder_.list("rooms"))
        if (room.contains("name") && room["name"].is_object())
          for (const Json& one : room["name"])
            if (one.is_string())
              room_names_.insert(id_of("rooms", room) + " " + text::fold(one.get<std::string>()));
    return room_names_.contains(id + " " + text::fold(name));
  }

  void tell_cut(const ForeignSession& session, const std::string& what, const std::string& whole,
                const std::string& kept, std::size_t most) {
    if (kept.ends_with("…") && !whole.ends_with("…"))
      warn(session.place,
           "its " + what + " is longer than " + std::to_string(most) + " letters and is cut off");
  }

  void add_texts(Item& item, const ForeignSession& session, const std::string& language, const Json* old) {
    std::string summary = session.summary, description = session.description;
    if (!session.subtitle.empty()) summary = session.subtitle + (summary.empty() ? "" : "\n" + summary);
    // What does not fit into a summary stands in full in the description.
    std::string short_text = lines_of(summary, 1'000'000, markup_);
    if (text_length(short_text) > summary_length) {
      if (description.empty()) {
        description = summary;
        short_text.clear();
      } else {
        description = summary + "\n\n" + description;
        short_text.clear();
      }
    }
    const std::string long_text = prose_of(description, description_length, markup_);
    tell_cut(session, "description", description, long_text, description_length);
    const auto was = [&](const char* key) {
      return old != nullptr && old->contains(key) ? text_at((*old)[key], language) : std::string();
    };
    if (!short_text.empty()) item.said["summary"] = Json{{language, short_text}};
    // A calendar holds both in one.
    const bool both =
        !was("summary").empty() && short_text.empty() &&
        (long_text == was("summary") + "\n\n" + was("description") || long_text == was("summary"));
    if (!long_text.empty() && !both && long_text != short_text)
      item.said["description"] = Json{{language, long_text}};
  }

  static std::size_t text_length(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  }

  void add_parts(Item& item, const ForeignSession& session, const std::string& language, const Json* was) {
    if (session.people.empty()) return;
    Json list = Json::array();
    std::set<std::string> seen;
    for (const ForeignPart& part : session.people) {
      const auto id = people_.find(part.person);
      if (id == people_.end() || list.size() >= most_people || !seen.insert(id->second).second) continue;
      Json one{{"person", id->second}};
      if (const std::string role = line_of(part.role, name_length, markup_); !role.empty())
        one["role"] = Json{{language, role}};
      list.push_back(std::move(one));
    }
    // Roles that somebody wrote stay while the people are the same.
    if (was != nullptr && was->contains("people"))
      for (Json& one : list)
        for (const Json& old : (*was)["people"])
          if (text_at(old, "person") == text_at(one, "person") && old.contains("role")) {
            Json role = old["role"];
            if (one.contains("role")) role.update(one["role"]);
            one["role"] = std::move(role);
          }
    if (!list.empty()) item.said["people"] = std::move(list);
  }

  // Calendars of somebody's whole life are no event.
  void tell_too_far_apart(const std::string& first, const std::string& last) {
    const auto begins = pack::parse_date(first), ends = pack::parse_date(last);
    if (!begins || !ends) return;
    constexpr std::chrono::days most{60};
    if (std::chrono::sys_days(*ends) - std::chrono::sys_days(*begins) > most)
      made_.problems.push_back({options_.file, "",
                                "its sessions and the event lie between " + first + " and " + last +
                                    "; an event has at most " + std::to_string(most.count()) +
                                    " days. Of a longer calendar --dates takes some: --dates " + first + "/" +
                                    first});
  }

  void add_event() {
    const Json& there = folder_.file("event.json");
    Json& guessed = made_.contents.event_guessed;
    Json& said = made_.contents.event;
    // Days of the programme and of its sessions; an event that begins after midnight needs that day too.
    std::map<std::string, std::string> days;
    for (const ForeignDay& day : programme_.days) days.emplace(pack::format_date(day.date), day.title);
    const bool had_days = !days.empty();
    std::set<std::string> more;
    for (const ForeignSession& session : programme_.sessions) {
      const std::string day = pack::format_date(clock_->at(session.starts_at).date);
      if (days.emplace(day, "").second && had_days) more.insert(day);
    }
    std::string first = text_at(there, "first_day"), last = text_at(there, "last_day");
    const std::string old_first = first, old_last = last;
    for (const auto& [day, title] : days) {
      if (first.empty() || day < first) first = day;
      if (last.empty() || day > last) last = day;
      Item item{.id = day, .file = options_.file, .place = "day " + day};
      if (!title.empty()) item.said["title"] = in_main(title);
      made_.contents.lists["days"].push_back(std::move(item));
    }
    if (!more.empty())
      warn(
          "",
          "sessions begin on days that are not among its own, such as after midnight; these are days of the "
          "event now: " +
              [&] {
                std::string list;
                for (const std::string& day : more) list += (list.empty() ? "" : ", ") + day;
                return list;
              }());
    tell_too_far_apart(first, last);
    if (first != old_first && !first.empty()) said["first_day"] = first;
    if (last != old_last && !last.empty()) said["last_day"] = last;
    if (languages_ != languages_of(there)) said["languages"] = languages_;
    // Texts lack languages now.
    Json fallback =
        there.contains("fallback") && there["fallback"].is_array() ? there["fallback"] : Json::array();
    std::vector<std::string> wanted = used_;
    if (languages_.size() > 1)
      for (const std::string& tag : wanted)
        if (std::ranges::find(fallback, Json(tag)) == fallback.end()) fallback.push_back(tag);
    if (!fallback.empty() && (!there.contains("fallback") || there["fallback"] != fallback))
      said["fallback"] = fallback;
    guessed["format"] = pack::format_version;
    const std::string acronym = slug(programme_.acronym.empty() ? programme_.title : programme_.acronym);
    guessed["id"] = is_id(acronym) ? acronym : "event";
    std::string title = line_of(programme_.title, name_length, markup_);
    if (title.empty()) title = programme_.acronym;
    if (title.empty()) {
      title = options_.file.substr(0, options_.file.rfind('.'));
      if (there.empty())
        made_.guessed.push_back(
            "what the event is called, by the name of the file: put it right in event.json (name)");
    }
    guessed["name"] = in_main(title);
    guessed["short_name"] = in_main(
        short_name(programme_.acronym.empty() ? title : line_of(programme_.acronym, name_length, markup_)));
    guessed["time_zone"] = zone_;
    const std::string city = zone_.starts_with("Etc/") || zone_.find('/') == std::string::npos ? "—" : [&] {
      std::string name = zone_.substr(zone_.rfind('/') + 1);
      std::ranges::replace(name, '_', ' ');
      return name;
    }();
    guessed["city"] = in_main(options_.city.empty() ? city : options_.city);
    guessed["country"] = in_main(options_.country.empty() ? "—" : options_.country);
    const auto noon = programme_.sessions.empty() ? model::Instant{} : programme_.sessions.front().starts_at;
    guessed["time_zone_name"] = in_main(text::utc_offset_name(clock_->zone().offset_minutes(noon)));
    guessed["programme"] = {{"status", options_.status}};
    if (there.empty() && (options_.city.empty() || options_.country.empty()))
      made_.guessed.push_back(std::string("the ") + (options_.city.empty() ? "city" : "") +
                              (options_.city.empty() && options_.country.empty() ? " and the " : "") +
                              (options_.country.empty() ? "country" : "") +
                              ": put them right in event.json, or say --city and --country");
    if (there.empty())
      made_.guessed.push_back("what the time zone is called: put it right in event.json (time_zone_name)");
  }

  Programme programme_;
  const Folder& folder_;
  KnownIds& known_;
  const EventOptions& options_;
  EventOf made_;
  const Markup markup_ = programme_.plain ? Markup::none : Markup::html;
  std::string main_, zone_;
  std::vector<std::string> languages_;  // of the event
  std::vector<std::string> used_;       // by texts of this programme
  std::optional<Clock> clock_;
  std::optional<Places> places_;
  std::unordered_map<std::string, std::string> rooms_, themes_, people_;  // to ids
  std::set<std::string> room_names_;                                      // of the folder: id and folded name
  std::size_t fresh_rooms_ = 0;
};

}  // namespace

EventOf into_event(Programme programme, const Folder& folder, KnownIds& known, const EventOptions& options) {
  return EventMaker(std::move(programme), folder, known, options).run();
}

}  // namespace exchange
