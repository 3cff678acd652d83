#include "pack/folder.h"

#include <system_error>

#include "files/files.h"
#include "files/paths.h"
#include "pack/bundle.h"
#include "pack/words.h"

namespace pack {
namespace {

namespace fs = std::filesystem;

ReadResult only_problem(std::string file, std::string reason) {
  ReadResult result;
  result.problems.push_back({std::move(file), "", std::move(reason), Problem::Severity::error});
  return result;
}

}  // namespace

std::expected<PackFiles, std::string> load_folder(const fs::path& folder) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  PackFiles pack;
  std::size_t room = files::most_bytes;  // for all of them together
  for (; !error && entry != fs::directory_iterator{}; entry.increment(error)) {
    const fs::path& path = entry->path();
    if (path.extension() != ".json" || entry->is_directory(error)) continue;
    auto bytes = files::read_file(path);
    if (!bytes) return std::unexpected(say(files::text_of(path.filename()), " ", bytes.error()));
    if (bytes->size() > room)
      return std::unexpected(say("has more than ", files::most_bytes >> 20, " MB of JSON"));
    room -= bytes->size();
    pack.files.emplace(files::text_of(path.filename()), std::move(*bytes));
  }
  if (error) return std::unexpected(say("cannot be read: ", files::words_of(error)));
  return pack;
}

std::expected<PackFiles, std::string> load_path(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return load_folder(path);
  const auto bytes = files::read_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  auto pack = unpack_bundle(*bytes);
  if (pack) return std::move(*pack);
  Problem& first = pack.error().front();
  // Whoever asked names the file.
  const bool whole = first.file == bundle_name;
  return std::unexpected(say("cannot be read: ", whole && first.pointer.empty() ? first.reason
                                                 : whole ? say(first.pointer, ": ", first.reason)
                                                         : to_line(first)));
}

ReadResult read_path(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    const auto pack = load_folder(path);
    return pack ? read_pack(*pack) : only_problem(files::text_of(path), pack.error());
  }
  const auto bytes = files::read_file(path);
  return bytes ? read_bundle(*bytes, files::text_of(path))
               : only_problem(files::text_of(path), bytes.error());
}

}  // namespace pack
