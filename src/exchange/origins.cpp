#include "exchange/origins.h"

#include <charconv>

#include "pack/import_file.h"

namespace exchange {
namespace {

constexpr const char* origins_key = "places";

Json parse(const pack::PackFiles& files, const std::string& name) {
  const auto file = files.files.find(name);
  Json json = file == files.files.end() ? Json() : Json::parse(file->second, nullptr, false);
  return json.is_object() ? json : Json::object();
}

}  // namespace

void keep_origins(Folder& folder, const std::string& source, const std::string& file,
                  const ReadPlaces& places) {
  Json kept{{"file", file}};
  for (const auto& [list, things] : places) kept[list] = things;
  folder.file(pack::import_file)[origins_key][source] = std::move(kept);
}

std::optional<ThingPlace> thing_at(std::string_view pointer) {
  if (!pointer.starts_with('/')) return std::nullopt;
  pointer.remove_prefix(1);
  ThingPlace place;
  place.list = pointer.substr(0, pointer.find('/'));
  pointer.remove_prefix(std::min(place.list.size() + 1, pointer.size()));
  const char* end = pointer.data() + pointer.size();
  const auto [after, wrong] = std::from_chars(pointer.data(), end, place.index);
  if (wrong != std::errc{} || (after != end && *after != '/')) return std::nullopt;
  if (after != end) place.rest.assign(after + 1, end);
  return place;
}

Origins::Origins(const pack::PackFiles& files) : files_(files), kept_(Json::object()) {
  const Json file = parse(files, std::string(pack::import_file));
  if (const auto kept = file.find(origins_key); kept != file.end() && kept->is_object()) kept_ = *kept;
}

std::string Origins::of(std::string_view list, std::string_view id) const {
  const auto in = [&](const Json& source) -> std::string {
    const auto things = source.is_object() ? source.find(list) : source.end();
    if (!source.is_object() || things == source.end()) return {};
    const std::string place = text_at(*things, id);
    return place.empty() ? place : text_at(source, "file") + ": " + place;
  };
  // What people edit goes before what they only brought in.
  if (const auto workbook = kept_.find(workbook_source); workbook != kept_.end())
    if (std::string place = in(*workbook); !place.empty()) return place;
  for (const Json& source : kept_)
    if (std::string place = in(source); !place.empty()) return place;
  return {};
}

std::string Origins::of(const pack::Problem& problem) {
  const auto place = kept_.empty() ? std::nullopt : thing_at(problem.pointer);
  if (!place || file_of(place->list) != problem.file) return {};
  const Json& file = parsed(problem.file);
  const auto list = file.find(place->list);
  if (list == file.end() || !list->is_array() || place->index >= list->size()) return {};
  return of(place->list, id_of(place->list, (*list)[place->index]));
}

const Json& Origins::parsed(const std::string& file) {
  const auto [found, fresh] = parsed_.try_emplace(file);
  if (fresh) found->second = parse(files_, file);
  return found->second;
}

}  // namespace exchange
