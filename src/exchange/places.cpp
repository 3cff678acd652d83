#include "exchange/places.h"

#include <algorithm>

#include "exchange/ids.h"

namespace exchange {
namespace {

// In the languages of the event, the English one where there is no better.
Json in_languages(const std::vector<std::string>& languages, const std::string& kk, const std::string& ru,
                  const std::string& en) {
  Json text = Json::object();
  for (const std::string& language : languages) {
    if (language == "kk" || language == "ru") text[language] = language == "kk" ? kk : ru;
    if (language == "en") text[language] = en;
  }
  if (text.empty() && !languages.empty()) text[languages.front()] = en;
  for (const std::string& language : languages)
    if (!text.contains(language)) text[language] = en;
  return text;
}

}  // namespace

std::vector<std::string> languages_of(const Json& event) {
  std::vector<std::string> languages;
  const auto found = event.find("languages");
  if (found != event.end() && found->is_array())
    for (const Json& one : *found)
      if (one.is_string()) languages.push_back(one.get<std::string>());
  return languages;
}

Places::Places(const Folder& folder, std::vector<std::string> languages, Contents& contents)
    : folder_(folder), languages_(std::move(languages)), contents_(contents) {}

void Places::add(const char* list, std::string id, Json guessed) {
  guessed["status"] = "provisional";
  contents_.lists[list].push_back(
      {.id = std::move(id), .said = Json::object(), .guessed = std::move(guessed), .file = {}, .place = {}});
}

std::string Places::site() {
  const Json& sites = folder_.list("sites");
  if (!sites.empty()) return id_of("sites", sites[0]);
  auto& made = contents_.lists["sites"];
  if (made.empty())
    add("sites", "venue", {{"name", in_languages(languages_, "Өтетін орны", "Место проведения", "Venue")}});
  return made.front().id;
}

bool Places::make_some_room() {
  if (!folder_.list("rooms").empty() || !contents_.lists["rooms"].empty()) return false;
  add("rooms", "main-room",
      {{"level", level(1)},
       {"kind", "hall"},
       {"name", in_languages(languages_, "Өтетін орны", "Место проведения", "Venue")}});
  return true;
}

bool Places::has_level(const std::string& id) const {
  const auto is_it = [&](const Json& one) { return id_of("", one) == id; };
  const auto made = contents_.lists.find("levels");
  return std::ranges::any_of(folder_.list("levels"), is_it) ||
         (made != contents_.lists.end() &&
          std::ranges::find(made->second, id, &Item::id) != made->second.end());
}

std::string Places::level(long number) {
  const Json& levels = folder_.list("levels");
  for (const Json& one : levels)
    if (one.contains("number") && one["number"].is_number_integer() && one["number"].get<long>() == number)
      return id_of("", one);
  if (number == 1 && !levels.empty()) return id_of("levels", levels[0]);
  const std::string text = std::to_string(number);
  const std::string id = number < 0 ? "level-minus-" + std::to_string(-number) : "level-" + text;
  if (!has_level(id)) add_level(id, number);
  return id;
}

bool Places::make_level(const std::string& id) {
  if (!folder_.list("levels").empty() || !is_id(id)) return false;
  // "expo-2"
  const std::size_t digits = id.find_last_not_of("0123456789") + 1;
  constexpr std::size_t most_digits = 2;
  const bool numbered = digits < id.size() && id.size() - digits <= most_digits;
  add_level(id, numbered ? std::stol(id.substr(digits)) : 1);
  return true;
}

void Places::add_level(const std::string& id, long number) {
  const std::string text = std::to_string(number);
  add("levels", id,
      {{"site", site()},
       {"number", number},
       {"name", in_languages(languages_, text + "-қабат", text + "-й этаж", "Level " + text)}});
}

}  // namespace exchange
