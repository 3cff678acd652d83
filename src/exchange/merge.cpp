#include "exchange/merge.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "pack/time_text.h"

namespace exchange {
namespace {

// In which order the keys of something new stand.
constexpr std::string_view key_order[] = {
    "id",       "number",  "color",        "site",         "level",   "kind",        "date",
    "title",    "name",    "short_name",   "abbreviation", "summary", "description", "text",
    "position", "role",    "link",         "starts_at",    "ends_at", "room",        "overflow_room",
    "rooms",    "seats",   "themes",       "partners",     "people",  "languages",   "interpretation",
    "access",   "urgency", "published_at", "until",        "state",   "moved_from",  "applies_to",
    "status",   "source"};

// In which order those of event.json do.
constexpr std::string_view event_order[] = {
    "$schema",    "format",   "id",        "languages",  "fallback", "address",   "name",
    "short_name", "motto",    "city",      "country",    "summary",  "time_zone", "time_zone_name",
    "first_day",  "last_day", "programme", "updated_at", "sources",  "days"};

void sort_keys(Json& object, std::span<const std::string_view> order) {
  auto& items = object.get_ref<Json::object_t&>();
  std::vector<std::pair<std::string, Json>> pairs;
  for (auto& [key, value] : items) pairs.emplace_back(key, std::move(value));
  std::ranges::stable_sort(pairs, {}, [&](const auto& pair) {
    return std::ranges::find(order, std::string_view(pair.first)) - order.begin();
  });
  Json sorted = Json::object();
  for (auto& [key, value] : pairs) sorted[key] = std::move(value);
  object = std::move(sorted);
}

// The same moment may be written with several offsets.
bool is_same_moment(const Json& one, const Json& other) {
  if (!one.is_string() || !other.is_string()) return false;
  const auto first = pack::parse_instant(one.get_ref<const std::string&>());
  const auto second = pack::parse_instant(other.get_ref<const std::string&>());
  return first && second && first->instant == second->instant;
}

std::string name_of(const Json& object) {
  for (const char* key : {"title", "name"}) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_object()) continue;
    for (const Json& text : *found)
      if (text.is_string()) return text.get<std::string>();
  }
  return {};
}

class Merge {
 public:
  Merge(Folder& folder, const Contents& contents) : folder_(folder), contents_(contents) {}

  MergeReport run() {
    Json& event = folder_.file("event.json");
    const bool made = event.empty();
    report_.event_keys = apply(event, contents_.event, contents_.event_guessed, "event.json");
    if (made) sort_keys(event, event_order);
    for (const auto& [list, items] : contents_.lists) merge_list(list, items);
    // What names others goes before them.
    for (const char* list : {"notices", "sessions", "persons", "partners", "themes", "rooms"})
      if (const auto gone = contents_.gone.find(list); gone != contents_.gone.end())
        remove(list, gone->second);
    return std::move(report_);
  }

 private:
  // Which keys are other than before.
  std::vector<std::string> apply(Json& object, const Json& said, const Json& guessed,
                                 const std::string& what) {
    std::vector<std::string> changed;
    for (auto item = said.begin(); item != said.end(); ++item)
      if (set(object, item.key(), *item, what)) changed.push_back(item.key());
    for (auto item = guessed.begin(); item != guessed.end(); ++item)
      if (!object.contains(item.key())) {
        object[item.key()] = *item;
        changed.push_back(item.key());
      }
    return changed;
  }

  bool set(Json& object, const std::string& key, const Json& value, const std::string& what) {
    const auto found = object.find(key);
    if (value.is_null()) {
      if (found == object.end()) return false;
      object.erase(key);
      return true;
    }
    if (is_text_in_languages(key, value)) return set_text(object, key, value, what);
    if (found != object.end() && (*found == value || is_same_moment(*found, value))) return false;
    object[key] = value;
    return true;
  }

  bool set_text(Json& object, const std::string& key, const Json& languages, const std::string& what) {
    Json text = object.contains(key) && object[key].is_object() ? object[key] : Json::object();
    const Json before = text;
    bool reworded = false;
    for (auto item = languages.begin(); item != languages.end(); ++item) {
      if (item->is_null()) {
        text.erase(item.key());
        continue;
      }
      reworded = reworded || (text.contains(item.key()) && text[item.key()] != *item);
      text[item.key()] = *item;
    }
    if (text == before) return false;
    if (reworded)
      for (auto item = text.begin(); item != text.end(); ++item)
        if (before.contains(item.key()) && before[item.key()] == *item) {
          report_.stale_translations.push_back(what + ": " + key);
          break;
        }
    if (text.empty())
      object.erase(key);
    else
      object[key] = std::move(text);
    return true;
  }

  void merge_list(const std::string& name, const std::vector<Item>& items) {
    if (items.empty() && !folder_.has(file_of(name))) {
      (void)folder_.list(name);  // a file that must be there
      return;
    }
    Json& list = folder_.list(name);
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < list.size(); ++i)
      if (const std::string id = id_of(name, list[i]); !id.empty()) places.emplace(id, i);
    for (const Item& item : items) {
      const auto found = places.find(item.id);
      if (found == places.end()) {
        Json object{{id_key(name), item.id}};
        (void)apply(object, item.said, item.guessed, name + ": " + item.id);
        sort_keys(object, key_order);
        report_.merged.push_back({Merged::What::added, name, item.id, name_of(object), {}, {}});
        places.emplace(item.id, list.size());
        list.push_back(std::move(object));
        continue;
      }
      Json& object = list[found->second];
      const auto value = [&](const char* key) {
        return object.contains(key) && object[key].is_string() ? object[key].get<std::string>()
                                                               : std::string();
      };
      const std::string room = value("room"), time = value("starts_at");
      auto keys = apply(object, item.said, item.guessed, name + ": " + item.id);
      if (keys.empty()) continue;
      std::string note;
      if (std::ranges::find(keys, "starts_at") != keys.end()) note = time + " -> " + value("starts_at");
      if (std::ranges::find(keys, "room") != keys.end())
        note += (note.empty() ? "" : ", ") + (room.empty() ? "no room" : room) + " -> " +
                (value("room").empty() ? "no room" : value("room"));
      report_.merged.push_back(
          {Merged::What::changed, name, item.id, name_of(object), std::move(keys), std::move(note)});
    }
    if (contents_.ordered) put_in_order(name, list, items);
    if (name == "days") put_in_order_of_dates(list);
  }

  static void put_in_order_of_dates(Json& list) {
    const auto date = [](const Json& one) { return id_of("days", one); };
    std::ranges::stable_sort(list.get_ref<Json::array_t&>(), {}, date);
  }

  static void put_in_order(const std::string& name, Json& list, const std::vector<Item>& items) {
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < items.size(); ++i) places.emplace(items[i].id, i);
    const auto place = [&](const Json& one) {
      const auto found = places.find(id_of(name, one));
      return found == places.end() ? items.size() : found->second;
    };
    if (!std::ranges::is_sorted(list, {}, place))
      std::ranges::stable_sort(list.get_ref<Json::array_t&>(), {}, place);
  }

  // By id what names it, in words.
  std::unordered_map<std::string, std::string> named() const {
    std::unordered_map<std::string, std::string> by;
    const auto add = [&](const Json& ids, const std::string& who) {
      if (ids.is_string()) by.emplace(ids.get<std::string>(), who);
      if (ids.is_array())
        for (const Json& id : ids) {
          if (id.is_string()) by.emplace(id.get<std::string>(), who);
          if (id.is_object() && id.contains("person") && id["person"].is_string())
            by.emplace(id["person"].get<std::string>(), who);
        }
    };
    for (const auto& [list, what] : {std::pair{"sessions", "the session "},
                                     {"partners", "the partner "},
                                     {"persons", "the person "},
                                     {"notices", "the notice "}})
      for (const Json& one : folder_.list(list))
        for (auto item = one.begin(); item != one.end(); ++item) {
          const std::string who = what + id_of("", one);
          const std::string& key = item.key();
          if (key == "room" || key == "overflow_room" || key == "rooms" || key == "themes" ||
              key == "partners" || key == "people")
            add(*item, who);
          if ((key == "moved_from" || key == "applies_to") && item->is_object())
            for (const Json& ids : *item) add(ids, who);
        }
    return by;
  }

  void remove(const std::string& name, const std::vector<std::string>& ids) {
    if (ids.empty() || !folder_.has(file_of(name))) return;
    const std::unordered_set<std::string> to_go(ids.begin(), ids.end());
    const auto by = std::as_const(*this).named();
    Json left = Json::array();
    Json& list = folder_.list(name);
    for (Json& one : list) {
      const std::string id = id_of(name, one);
      if (!to_go.contains(id)) {
        left.push_back(std::move(one));
        continue;
      }
      if (const auto who = by.find(id); who != by.end()) {
        report_.merged.push_back(
            {Merged::What::kept, name, id, name_of(one), {}, "is still named by " + who->second});
        left.push_back(std::move(one));
        continue;
      }
      report_.merged.push_back({Merged::What::removed, name, id, name_of(one), {}, {}});
    }
    list = std::move(left);
  }

  Folder& folder_;
  const Contents& contents_;
  MergeReport report_;
};

}  // namespace

MergeReport merge(Folder& folder, const Contents& contents) { return Merge(folder, contents).run(); }

}  // namespace exchange
