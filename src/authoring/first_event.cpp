#include "authoring/first_event.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "authoring/words.h"
#include "pack/time_text.h"
#include "text/capital.h"
#include "text/utf8.h"

namespace authoring {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_letters_of_short_name = 24;

bool has(std::span<const std::string_view> all, std::string_view one) {
  return std::ranges::find(all, one) != all.end();
}

Json as_json(const model::LocalizedText& text) {
  Json json = Json::object();
  for (const auto& [language, words] : text.all()) json[language] = words;
  return json;
}

// In those of the event's languages that i18n/organisers has; where it has none of them, in English under the
// first, for something must stand there.
Json first_words(const FirstEvent& event, Word word) {
  Json json = Json::object();
  for (const std::string& language : event.languages)
    if (has(languages(), language)) json[language] = say(language, word);
  if (json.empty()) json[event.languages.front()] = say("en", word);
  return json;
}

// Nobody has said so yet: every screen says that it is provisional.
Json provisional(Json thing) {
  thing["status"] = "provisional";
  return thing;
}

class Sessions {
 public:
  Sessions(const FirstEvent& event, const text::TimeZone& zone) : event_(event), zone_(zone) {}

  void add(std::string_view id, Word title, model::Date day, int from, int to, std::string_view room,
           std::string_view kind) {
    list_.push_back(provisional({{"id", id},
                                 {"title", first_words(event_, title)},
                                 {"starts_at", moment(day, from)},
                                 {"ends_at", moment(day, to)},
                                 {"room", room},
                                 {"kind", kind},
                                 {"access", "everyone"}}));
  }
  Json take() { return std::move(list_); }

 private:
  std::string moment(model::Date day, int hour) const {
    const model::Instant instant = zone_.instant(day, hour, 0);
    return pack::format_instant(instant, std::chrono::minutes(zone_.offset_minutes(instant)));
  }

  const FirstEvent& event_;
  const text::TimeZone& zone_;
  Json list_ = Json::array();
};

Json days_of(const FirstEvent& event) {
  Json days = Json::array();
  for (std::chrono::sys_days day{event.first_day}; day <= std::chrono::sys_days{event.last_day};
       day += std::chrono::days{1})
    days.push_back({{"date", pack::format_date(model::Date{day})}});
  return days;
}

Json only(Json thing) {
  Json list = Json::array();
  list.push_back(std::move(thing));
  return list;
}

}  // namespace

pack::PackFiles first_files(const FirstEvent& event, const text::TimeZone& zone) {
  pack::PackFiles files;
  const auto put = [&](const char* name, const Json& json) { files.files[name] = json.dump(2) + "\n"; };

  put("event.json", {{"format", 2},
                     {"id", event.id},
                     {"languages", event.languages},
                     // What is not translated yet is shown in a language that it has.
                     {"fallback", event.languages},
                     {"name", as_json(event.name)},
                     {"short_name", as_json(event.short_name)},
                     {"city", as_json(event.city)},
                     {"country", as_json(event.country)},
                     {"time_zone", event.time_zone},
                     {"time_zone_name", event.time_zone_name.empty() ? first_words(event, "first.time_zone")
                                                                     : as_json(event.time_zone_name)},
                     {"first_day", pack::format_date(event.first_day)},
                     {"last_day", pack::format_date(event.last_day)},
                     {"programme", {{"status", "provisional"}}},
                     {"sources", Json::array()},
                     {"days", days_of(event)}});

  const auto room = [&](std::string_view id, std::string_view kind, Word name) {
    return provisional({{"id", id}, {"level", "ground"}, {"kind", kind}, {"name", first_words(event, name)}});
  };
  put("places.json",
      {{"sites", only(provisional({{"id", "venue"}, {"name", first_words(event, "first.venue")}}))},
       {"levels", only(provisional({{"id", "ground"},
                                    {"site", "venue"},
                                    {"number", 1},
                                    {"name", first_words(event, "first.level")}}))},
       {"rooms", Json::array({room("entrance", "entrance", "first.entrance"),
                              room("main-hall", "hall", "first.hall")})}});

  Sessions sessions(event, zone);
  sessions.add("registration", "first.registration", event.first_day, 9, 10, "entrance", "service");
  sessions.add("opening", "first.opening", event.first_day, 10, 11, "main-hall", "opening");
  sessions.add("closing", "first.closing", event.last_day, 16, 17, "main-hall", "ceremony");
  put("sessions.json", {{"sessions", sessions.take()}});

  for (const auto& [name, list] : {std::pair{"themes.json", "themes"},
                                   {"partners.json", "partners"},
                                   {"persons.json", "persons"},
                                   {"notices.json", "notices"},
                                   {"stories.json", "stories"},
                                   {"articles.json", "articles"},
                                   {"road.json", "milestones"}})
    put(name, {{list, Json::array()}});
  return files;
}

std::string short_name_of(std::string_view name) {
  const std::u32string letters = text::decoded(name);
  if (letters.size() <= most_letters_of_short_name) return std::string(name);
  // Of a word its first letter, unless it is a small one (of, and); of a number all.
  std::string initials, numbers;
  for (std::size_t i = 0; i < letters.size();) {
    const std::size_t end = std::min(letters.find(U' ', i), letters.size());
    const std::u32string word = letters.substr(i, end - i);
    i = end + 1;
    if (!word.empty() && word.front() >= U'0' && word.front() <= U'9')
      numbers += " " + text::encoded(word);
    else if (word.size() > 3)
      initials += text::with_capital(text::encoded(word.substr(0, 1)));
  }
  std::u32string all = text::decoded(initials + numbers);
  if (!all.empty() && all.front() == U' ') all.erase(0, 1);
  if (all.empty()) all = letters;
  return text::encoded(all.substr(0, most_letters_of_short_name));
}

std::string id_of(std::string_view name) {
  std::string id;
  for (const char c : name) {
    const auto letter = static_cast<unsigned char>(c);
    if (letter < 0x80U && std::isalnum(letter) != 0)
      id += static_cast<char>(std::tolower(letter));
    else if (letter < 0x80U && !id.empty() && id.back() != '-')
      id += '-';
  }
  id.resize(std::min<std::size_t>(id.size(), 64));
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

std::expected<std::pair<model::Date, model::Date>, std::string> read_dates(std::string_view written) {
  const std::size_t slash = written.find('/');
  const auto first = pack::parse_date(written.substr(0, slash));
  if (!first) return std::unexpected(first.error());
  const auto last = slash == std::string_view::npos ? first : pack::parse_date(written.substr(slash + 1));
  if (!last) return std::unexpected(last.error());
  if (std::chrono::sys_days{*last} < std::chrono::sys_days{*first})
    return std::unexpected(pack::format_date(*last) + " is before " + pack::format_date(*first));
  return std::pair{*first, *last};
}

}  // namespace authoring
