#include "platform/desktop/downloads.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <system_error>

#include "files/files.h"

namespace platform {
namespace {

namespace fs = std::filesystem;

fs::path home() {
  const char* folder = std::getenv("HOME");
  return folder != nullptr && *folder != '\0' ? fs::path(folder) : fs::temp_directory_path();
}

// XDG_DOWNLOAD_DIR="$HOME/Downloads" of user-dirs.dirs; empty when it is not said there.
fs::path told_by_settings() {
  const char* settings = std::getenv("XDG_CONFIG_HOME");
  const fs::path folder = settings != nullptr && *settings != '\0' ? fs::path(settings) : home() / ".config";
  constexpr std::size_t longest = 64 << 10;
  const auto text = files::read_file(folder / "user-dirs.dirs", longest);
  if (!text) return {};
  constexpr std::string_view begin = "\nXDG_DOWNLOAD_DIR=\"";
  const std::string lines = "\n" + *text;
  const std::size_t at = lines.find(begin);
  if (at == std::string::npos) return {};
  std::string value = lines.substr(at + begin.size());
  value.resize(std::min(value.find('"'), value.size()));
  constexpr std::string_view in_home = "$HOME/";
  if (value.starts_with(in_home)) return home() / value.substr(in_home.size());
  return value.starts_with('/') ? fs::path(value) : fs::path();
}

bool is_folder(const fs::path& path) {
  std::error_code error;
  return !path.empty() && fs::is_directory(path, error);
}

// "my-agenda.summit", "my-agenda-2.summit" …
fs::path numbered(std::string_view name, int number) {
  const fs::path plain(name);
  if (number < 2) return plain;
  return plain.stem().string() + "-" + std::to_string(number) + plain.extension().string();
}

constexpr int most_numbers = 1'000;

}  // namespace

fs::path downloads_folder() {
  for (const fs::path& folder : {told_by_settings(), home() / "Downloads"})
    if (is_folder(folder)) return folder;
  return home();
}

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
