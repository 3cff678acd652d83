#include <system_error>

#include "files/files.h"
#include "files/paths.h"
#include "imdf/archive.h"
#include "imdf/zip.h"
#include "pack/words.h"
#include "zip/unzip.h"

namespace imdf {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 200;

}  // namespace

std::expected<Files, std::string> load(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    const auto bytes = files::read_file(path);
    if (!bytes) return std::unexpected(bytes.error());
    return unzip(*bytes);
  }
  Files read;
  std::size_t room = files::most_bytes;  // for all of them together
  for (fs::directory_iterator entry(path, error); !error && entry != fs::directory_iterator{};
       entry.increment(error)) {
    const fs::path& file = entry->path();
    const std::string name = files::text_of(file.filename());
    if ((file.extension() != ".geojson" && name != "manifest.json") || entry->is_directory(error)) continue;
    if (read.size() >= most_files) return std::unexpected(pack::say("has more than ", most_files, " files"));
    auto bytes = files::read_file(file, room);
    if (!bytes) return std::unexpected(pack::say(name, " ", bytes.error()));
    room -= bytes->size();
    read.emplace(name, std::move(*bytes));
  }
  if (error) return std::unexpected(pack::say("cannot be read: ", files::words_of(error)));
  return read;
}

fs::path map_beside(const fs::path& folder) {
  std::error_code error;
  for (const char* name : {"venue", "venue.zip"})
    if (const fs::path path = folder / name; fs::exists(path, error)) return path;
  return {};
}

std::expected<Files, std::string> unzip(std::string_view bytes) {
  return zip::unzip(bytes, [](std::string_view path) -> std::optional<std::string> {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    if (path.starts_with("__MACOSX/") || (!name.ends_with(".geojson") && name != "manifest.json")) return {};
    return std::string(name);
  });
}

}  // namespace imdf
