// The folder of an event as JSON that can be changed: what nobody changes keeps every byte. Reading events is
// pack/; this is for what writes into their files.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "pack/problem.h"
#include "pack/read.h"

namespace exchange {

// Keys stay in the order in which somebody wrote them.
using Json = nlohmann::ordered_json;

// The lists that are written here, and the files in which they are.
struct ListPlace {
  std::string_view list;  // "sessions"
  std::string_view file;  // "sessions.json"
};
inline constexpr ListPlace list_places[] = {
    {"sites", "places.json"},      {"levels", "places.json"},     {"rooms", "places.json"},
    {"themes", "themes.json"},     {"partners", "partners.json"}, {"persons", "persons.json"},
    {"sessions", "sessions.json"}, {"notices", "notices.json"},   {"sources", "event.json"},
    {"days", "event.json"},
};
// Empty for a list that is none of these.
std::string_view file_of(std::string_view list);
// By which key its things are told apart: "id", or "date" of days.
const char* id_key(std::string_view list);
// The id of a thing of that list; empty when it has none.
std::string id_of(std::string_view list, const Json& object);

// Where and why bytes that the library refused are no JSON.
pack::Problem why_no_json(const std::string& file, std::string_view bytes);

class Folder {
 public:
  // Of a folder that is not there, and of an empty one, nothing. On failure every file that is no JSON.
  static std::expected<Folder, std::vector<pack::Problem>> load(const std::filesystem::path& path);
  static std::expected<Folder, std::vector<pack::Problem>> of(const pack::PackFiles& files);

  bool empty() const { return values_.empty(); }  // holds no event
  bool has(std::string_view file) const { return values_.contains(file); }
  // The object that a file is; an empty one, when it is read only, of a file that is not there.
  const Json& file(std::string_view name) const;
  Json& file(std::string_view name);  // makes it
  // A list of list_places; empty where there is none.
  const Json& list(std::string_view name) const;
  Json& list(std::string_view name);  // makes it

  // All files as they are to be: bytes that were there where the value is the same.
  pack::PackFiles files() const;
  // Those of files() that are other than before.
  std::map<std::string, std::string> changed(const pack::PackFiles& files) const;
  std::map<std::string, std::string> changed() const { return changed(files()); }

 private:
  std::map<std::string, Json, std::less<>> values_;
  pack::PackFiles before_;
  std::map<std::string, Json, std::less<>> read_;  // the values of before_
};

// What stands under that key, when it is a text; else an empty one.
std::string text_at(const Json& object, std::string_view key);

// Whether it is a text in several languages, whatever it is called: strings by language, or null for those
// that are to go.
bool is_text_in_languages(std::string_view key, const Json& value);

// As the files of events are written: two blanks for each level, short objects and lists on one line.
std::string written(const Json& value);

// Writes these files into the folder, which is made when it is missing; when one of them cannot be written
// those before it are put back. Says in words why.
std::expected<void, std::string> write_files(const std::filesystem::path& folder,
                                             const std::map<std::string, std::string>& files);

}  // namespace exchange
