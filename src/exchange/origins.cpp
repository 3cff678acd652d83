#include "exchange/origins.h"

#include "exchange/rows_by_id.h"
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
  for (const auto& [list, things] : places) kept[list] = rows_by_id(things);
  folder.file(pack::import_file)[origins_key][source] = std::move(kept);
}

Origins::Origins(const pack::PackFiles& files) : files_(files) {
  const Json kept = parse(files, std::string(pack::import_file));
  const auto sources = kept.find(origins_key);
  if (sources == kept.end() || !sources->is_object()) return;
  const auto take = [&](const Json& source) {
    const std::string file = text_at(source, "file");
    if (!source.is_object()) return;
    for (auto list = source.begin(); list != source.end(); ++list)
      for_each_by_id(*list, [&](const std::string& id, const Json& place) {
        if (place.is_string())
          places_[list.key()].insert_or_assign(id, file + ": " + place.get<std::string>());
      });
  };
  for (const Json& source : *sources) take(source);
  // What people edit goes before what they only brought in.
  if (const auto workbook = sources->find(workbook_source); workbook != sources->end()) take(*workbook);
}

std::string Origins::of(std::string_view list, std::string_view id) const {
  const auto things = places_.find(list);
  if (things == places_.end()) return {};
  const auto place = things->second.find(id);
  return place == things->second.end() ? std::string() : place->second;
}

std::string Origins::of(const pack::Problem& problem) {
  const auto place = places_.empty() ? std::nullopt : pack::thing_at(problem.pointer);
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
