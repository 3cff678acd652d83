#include "exchange/ids.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "pack/time_text.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace exchange {
namespace {

constexpr std::size_t longest_id = 64;

struct Spelling {
  char32_t letter;
  std::string_view latin;
};
// What text/fold.h leaves of Cyrillic, and Latin letters that are no letter with an accent.
constexpr Spelling spellings[] = {
    {U'а', "a"},  {U'б', "b"},  {U'в', "v"},  {U'г', "g"},  {U'д', "d"},    {U'е', "e"}, {U'ж', "zh"},
    {U'з', "z"},  {U'и', "i"},  {U'й', "y"},  {U'к', "k"},  {U'л', "l"},    {U'м', "m"}, {U'н', "n"},
    {U'о', "o"},  {U'п', "p"},  {U'р', "r"},  {U'с', "s"},  {U'т', "t"},    {U'у', "u"}, {U'ф', "f"},
    {U'х', "kh"}, {U'ц', "ts"}, {U'ч', "ch"}, {U'ш', "sh"}, {U'щ', "shch"}, {U'ъ', ""},  {U'ы', "y"},
    {U'ь', ""},   {U'э', "e"},  {U'ю', "yu"}, {U'я', "ya"}, {U'ß', "ss"},   {U'ø', "o"}, {U'æ', "ae"},
    {U'œ', "oe"}, {U'ł', "l"},  {U'đ', "d"},  {U'ð', "d"},  {U'þ', "th"},   {U'ı', "i"}};

}  // namespace

std::string slug(std::string_view text, std::size_t most) {
  std::string made;
  bool gap = false;
  for (const char32_t letter : text::decoded(text::fold(text))) {
    std::string latin;
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
      latin = static_cast<char>(letter);
    } else if (letter == '\'' || letter == 0x2019 || letter == U'ъ' || letter == U'ь') {
      continue;  // stands within words
    } else {
      const auto* found = std::ranges::find(spellings, letter, &Spelling::letter);
      if (found != std::end(spellings)) latin = found->latin;
    }
    if (latin.empty()) {
      gap = true;
      continue;
    }
    // A word that does not fit any more is left out whole, unless it is the only one.
    if (gap && !made.empty()) {
      if (made.size() >= most) break;
      made += '-';
    }
    gap = false;
    made += latin;
  }
  if (made.size() > most) {
    const std::size_t cut = made.rfind('-', most);
    made.resize(cut != std::string::npos && cut >= most / 2 ? cut : most);
  }
  while (made.ends_with('-')) made.pop_back();
  return made;
}

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > longest_id || text.front() == '-' || text.back() == '-') return false;
  return std::ranges::all_of(
             text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }) &&
         text.find("--") == std::string_view::npos;
}

std::expected<KnownIds, std::vector<pack::Problem>> KnownIds::of(const Folder& folder,
                                                                 const std::string& source) {
  KnownIds known;
  std::vector<pack::Problem> problems;
  const Json& file = folder.file(pack::import_file);
  const auto wrong = [&](std::string pointer, std::string_view reason) {
    problems.push_back({std::string(pack::import_file), std::move(pointer), std::string(reason)});
  };
  const auto sources = file.find("sources");
  if (sources == file.end()) return known;
  if (!sources->is_object()) {
    wrong("/sources", "is no object");
    return std::unexpected(std::move(problems));
  }
  const auto found = sources->find(source);
  if (found == sources->end()) return known;
  const std::string place = pack::step("/sources", source);
  if (!found->is_object()) wrong(place, "is no object");
  for (auto list = found->begin(); found->is_object() && list != found->end(); ++list)
    for (const Json& one : *list) {
      const auto text = [&](std::size_t i) {
        return one.is_array() && i < one.size() && one[i].is_string() ? one[i].get<std::string>()
                                                                      : std::string();
      };
      if (text(1).empty())
        wrong(pack::step(place, list.key()), "has something else than [key, id, at]");
      else
        known.lists_[list.key()].push_back({{text(0), text(2)}, text(1)});
    }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return known;
}

std::vector<std::string> KnownIds::find(std::string_view list, const std::vector<ForeignKey>& keys,
                                        Renamed renamed) const {
  std::vector<std::string> ids(keys.size());
  const auto found = lists_.find(list);
  if (found == lists_.end()) return ids;
  const std::vector<Known>& known = found->second;
  // What is called alike, in the order in which it was kept; those at one place besides.
  std::unordered_map<std::string, std::vector<std::size_t>> by_name, by_place, by_place_alone;
  const auto place = [](const ForeignKey& key) { return key.key + '\n' + key.at; };
  for (std::size_t i = known.size(); i-- > 0;) {
    by_name[known[i].key.key].push_back(i);
    by_place[place(known[i].key)].push_back(i);
    if (!known[i].key.at.empty()) by_place_alone[known[i].key.at].push_back(i);
  }
  std::vector<bool> given(known.size());
  const auto take = [&](std::unordered_map<std::string, std::vector<std::size_t>>& from,
                        const std::string& name, std::string& id) {
    const auto named = from.find(name);
    if (named == from.end()) return;
    std::vector<std::size_t>& left = named->second;
    while (!left.empty() && given[left.back()]) left.pop_back();
    if (left.empty()) return;
    id = known[left.back()].id;
    given[left.back()] = true;
  };
  // Those that are where they were go first; then each takes the first of its name that is left.
  for (std::size_t i = 0; i < keys.size(); ++i) take(by_place, place(keys[i]), ids[i]);
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (ids[i].empty()) take(by_name, keys[i].key, ids[i]);
  if (renamed == Renamed::is_the_same)
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (ids[i].empty()) take(by_place_alone, keys[i].at, ids[i]);
  return ids;
}

std::vector<std::string> KnownIds::keep(std::string_view list, const std::vector<ForeignKey>& keys,
                                        const std::vector<std::string>& ids) {
  std::vector<Known>& known = lists_[std::string(list)];
  std::vector<std::string> gone;
  const std::set<std::string_view> now(ids.begin(), ids.end());
  for (const Known& one : known)
    if (!now.contains(one.id)) gone.push_back(one.id);
  known.clear();
  for (std::size_t i = 0; i < keys.size(); ++i) known.push_back({keys[i], ids[i]});
  return gone;
}

void KnownIds::write(Folder& folder, const std::string& source) const {
  Json all = Json::object();
  for (const auto& [list, known] : lists_) {
    Json rows = Json::array();
    for (const Known& one : known) {
      Json row = Json::array({one.key.key, one.id});
      if (!one.key.at.empty()) row.push_back(one.key.at);
      rows.push_back(std::move(row));
    }
    if (!rows.empty()) all[list] = std::move(rows);
  }
  Json& file = folder.file(pack::import_file);
  file["sources"][source] = std::move(all);
}

std::string TakenIds::make(const std::string& wanted, std::string_view otherwise) {
  std::string base = wanted.empty() ? std::string(otherwise) : wanted;
  // A date would be the address of that day.
  if (pack::parse_date(base)) base = std::string(otherwise) + "-" + base;
  if (base.size() > longest_id) base.resize(longest_id);
  std::string id = base;
  for (std::size_t& number = next_[base]; taken_.contains(id);) {
    number = number == 0 ? 2 : number + 1;
    const std::string ending = "-" + std::to_string(number);
    id = base.substr(0, longest_id - ending.size()) + ending;
  }
  taken_.insert(id);
  return id;
}

}  // namespace exchange
