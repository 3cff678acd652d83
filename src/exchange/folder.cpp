#include "exchange/folder.h"

#include <algorithm>
#include <optional>
#include <system_error>

#include "files/files.h"
#include "files/paths.h"
#include "pack/folder.h"
#include "pack/json_parse.h"
#include "pack/words.h"

namespace exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_line = 100;

bool is_scalar(const Json& value) { return !value.is_structured(); }

std::string scalar(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

// On one line, where it is short and plain enough for that.
std::optional<std::string> on_one_line(const Json& value, std::size_t room) {
  if (value.empty()) return value.is_array() ? "[]" : "{}";
  constexpr std::size_t most_keys = 3;
  if (value.is_object() && value.size() > most_keys) return std::nullopt;
  std::string line(1, value.is_array() ? '[' : '{');
  for (auto item = value.begin(); item != value.end(); ++item) {
    // Points of outlines are lists in lists.
    const bool pair = value.is_array() && item->is_array() && item->size() == 2 && item->at(0).is_number();
    if (!is_scalar(*item) && !pair) return std::nullopt;
    if (line.size() > 1) line += ", ";
    if (value.is_object()) line += scalar(Json(item.key())) + ": ";
    line += pair ? "[" + scalar(item->at(0)) + ", " + scalar(item->at(1)) + "]" : scalar(*item);
    if (line.size() > room) return std::nullopt;
  }
  return line + (value.is_array() ? "]" : "}");
}

// Texts in several languages stand below each other, whatever their length.
bool is_long_text(const Json& value) {
  if (!value.is_object() || value.size() < 2) return false;
  for (auto item = value.begin(); item != value.end(); ++item)
    if (!item->is_string() || item.key().size() > 3) return false;
  return true;
}

void write(std::string& to, const Json& value, std::size_t depth) {
  if (is_scalar(value)) {
    to += scalar(value);
    return;
  }
  const std::string indent(2 * (depth + 1), ' ');
  if (depth > 0 && !is_long_text(value))
    if (const auto line = on_one_line(value, longest_line - std::min(longest_line, indent.size()))) {
      to += *line;
      return;
    }
  const bool list = value.is_array();
  if (value.empty()) {
    to += list ? "[]" : "{}";
    return;
  }
  to += list ? "[\n" : "{\n";
  for (auto item = value.begin(); item != value.end(); ++item) {
    if (item != value.begin()) to += ",\n";
    to += indent;
    if (!list) to += scalar(Json(item.key())) + ": ";
    write(to, *item, depth + 1);
  }
  to += "\n" + std::string(2 * depth, ' ') + (list ? "]" : "}");
}

}  // namespace

std::string_view file_of(std::string_view list) {
  const auto* found = std::ranges::find(list_places, list, &ListPlace::list);
  return found == std::end(list_places) ? std::string_view{} : found->file;
}

const char* id_key(std::string_view list) { return list == "days" ? "date" : "id"; }

std::string id_of(std::string_view list, const Json& object) { return text_at(object, id_key(list)); }

bool is_text_in_languages(std::string_view key, const Json& value) {
  return value.is_object() && key != "programme" && key != "moved_from" &&
         std::ranges::all_of(value, [](const Json& one) { return one.is_string() || one.is_null(); });
}

std::string text_at(const Json& object, std::string_view key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string written(const Json& value) {
  std::string text;
  write(text, value, 0);
  return text + "\n";
}

pack::Problem why_no_json(const std::string& file, std::string_view bytes) {
  pack::ProblemList problems;
  (void)pack::json::parse(file, bytes, problems);
  for (pack::Problem& problem : problems.take({}))
    if (problem.reason.starts_with("line ") || problem.pointer.empty()) return std::move(problem);
  return {file, "", "is no JSON"};
}

std::expected<Folder, std::vector<pack::Problem>> Folder::load(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) return Folder{};
  const auto files = pack::load_folder(path);
  if (!files) return std::unexpected(std::vector<pack::Problem>{{files::text_of(path), "", files.error()}});
  return of(*files);
}

std::expected<Folder, std::vector<pack::Problem>> Folder::of(const pack::PackFiles& files) {
  Folder folder;
  folder.before_ = files;
  std::vector<pack::Problem> problems;
  for (const auto& [name, bytes] : files.files) {
    Json value = Json::parse(bytes, nullptr, false);
    if (!value.is_object()) {
      problems.push_back(value.is_discarded() ? why_no_json(name, bytes)
                                              : pack::Problem{name, "", "is no JSON object"});
      continue;
    }
    folder.values_.emplace(name, std::move(value));
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  for (const ListPlace& place : list_places) {
    const auto file = folder.values_.find(place.file);
    if (file == folder.values_.end() || !file->second.contains(place.list)) continue;
    const Json& list = file->second.at(std::string(place.list));
    const bool fit =
        list.is_array() && std::ranges::all_of(list, [](const Json& one) { return one.is_object(); });
    if (!fit)
      problems.push_back({std::string(place.file), "/" + std::string(place.list), "is no list of objects"});
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  folder.read_ = folder.values_;
  return folder;
}

const Json& Folder::file(std::string_view name) const {
  static const Json nothing = Json::object();
  const auto found = values_.find(name);
  return found == values_.end() ? nothing : found->second;
}

Json& Folder::file(std::string_view name) {
  const auto found = values_.find(name);
  return found != values_.end() ? found->second : values_.emplace(name, Json::object()).first->second;
}

const Json& Folder::list(std::string_view name) const {
  static const Json nothing = Json::array();
  const Json& whole = file(file_of(name));
  const auto found = whole.find(name);
  return found == whole.end() ? nothing : *found;
}

Json& Folder::list(std::string_view name) {
  Json& whole = file(file_of(name));
  const auto found = whole.find(name);
  if (found != whole.end()) return *found;
  return whole[std::string(name)] = Json::array();
}

pack::PackFiles Folder::files() const {
  pack::PackFiles all;
  for (const auto& [name, value] : values_) {
    const auto before = read_.find(name);
    all.files.emplace(name, before != read_.end() && before->second == value
                                ? before_.files.find(name)->second
                                : written(value));
  }
  return all;
}

std::map<std::string, std::string> Folder::changed(const pack::PackFiles& files) const {
  std::map<std::string, std::string> changed;
  for (const auto& [name, bytes] : files.files) {
    const auto before = before_.files.find(name);
    if (before == before_.files.end() || before->second != bytes) changed.emplace(name, bytes);
  }
  return changed;
}

std::expected<void, std::string> write_files(const fs::path& folder,
                                             const std::map<std::string, std::string>& files) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return std::unexpected(files::text_of(folder) + ": cannot be made: " + files::words_of(error));
  std::map<std::string, std::optional<std::string>> before;
  for (const auto& [name, bytes] : files) {
    const fs::path path = folder / files::path_of(name);
    if (fs::exists(path, error)) {
      auto old = files::read_file(path);
      if (!old) return std::unexpected(files::text_of(path) + ": " + old.error());
      before.emplace(name, std::move(*old));
    } else {
      before.emplace(name, std::nullopt);
    }
  }
  for (auto file = files.begin(); file != files.end(); ++file) {
    const auto done = files::write_file(folder / files::path_of(file->first), file->second);
    if (done) continue;
    for (auto undo = files.begin(); undo != file; ++undo) {
      const auto& old = before.at(undo->first);
      const fs::path path = folder / files::path_of(undo->first);
      if (old)
        (void)files::write_file(path, *old);
      else
        fs::remove(path, error);
    }
    return std::unexpected(files::text_of(folder / files::path_of(file->first)) + ": " + done.error());
  }
  return {};
}

}  // namespace exchange
