#include "platform/desktop/downloads.h"

#include <string>
#include <system_error>

#include "files/files.h"
#include "files/paths.h"

namespace platform {
namespace {

namespace fs = std::filesystem;

// "my-agenda.summit", "my-agenda-2.summit" …
fs::path numbered(std::string_view name, int number) {
  const fs::path plain = files::path_of(name);
  if (number < 2) return plain;
  fs::path path = plain.stem();
  path += "-" + std::to_string(number);
  path += plain.extension();
  return path;
}

constexpr int most_numbers = 1'000;

}  // namespace

std::optional<fs::path> save_download(std::string_view name, std::string_view bytes) {
  const fs::path folder = downloads_folder();
  for (int number = 1; number < most_numbers; ++number) {
    const fs::path path = folder / numbered(name, number);
    std::error_code error;
    if (fs::exists(path, error)) continue;
    if (!files::write_file(path, bytes)) return std::nullopt;
    return path;
  }
  return std::nullopt;
}

std::optional<fs::path> newest_download(std::string_view name) {
  const fs::path folder = downloads_folder();
  std::optional<fs::path> newest;
  for (int number = 1; number < most_numbers; ++number) {
    const fs::path path = folder / numbered(name, number);
    std::error_code error;
    if (!fs::exists(path, error)) break;
    newest = path;
  }
  return newest;
}

}  // namespace platform
