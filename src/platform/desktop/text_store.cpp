#include "platform/desktop/text_store.h"

#include <system_error>

#include "files/files.h"
#include "files/lock.h"
#include "files/paths.h"
#include "platform/desktop/system.h"
#include "visitor/operations.h"

namespace platform {
namespace {

namespace fs = std::filesystem;

std::unexpected<std::string> failed(const fs::path& path, std::string_view reason) {
  return std::unexpected(files::text_of(path) + ": " + std::string(reason));
}

}  // namespace

std::expected<std::string, std::string> TextStore::read(std::string_view name) const {
  if (folder_.empty()) return std::string();
  const fs::path path = file(name);
  std::error_code error;
  if (!fs::exists(path, error)) return std::string();
  if (fs::is_regular_file(path, error) && fs::file_size(path, error) > visitor::OperationLog::longest_text &&
      !error)
    return std::string(1, '\0');
  auto text = files::read_file(path, visitor::OperationLog::longest_text);
  if (!text) return failed(path, text.error());
  return text;
}

std::expected<void, std::string> TextStore::update(
    std::string_view name, const std::function<Change(std::string_view)>& change) const {
  if (folder_.empty()) {
    if (!change({}).text) return {};
    return std::unexpected("there is no folder for it: " + why_none_is_kept());
  }
  const files::Lock lock(folder_ / files::path_of(std::string(name) + ".lock"));
  const auto kept = read(name);
  const Change wanted = change(kept ? std::string_view(*kept) : std::string_view{});
  if (!wanted.text) return {};
  if (!kept) return std::unexpected(kept.error());
  if (auto held = lock.held(); !held) return held;
  const fs::path path = file(name);
  if (!wanted.aside.empty()) {
    std::error_code error;
    fs::rename(path, file(wanted.aside), error);
    if (error) return failed(path, "cannot be put aside: " + files::words_of(error));
  }
  if (const auto written = files::write_file(path, *wanted.text); !written)
    return failed(path, written.error());
  files::reach_disk(folder_);
  return {};
}

std::string TextStore::edition(std::string_view name) const {
  return folder_.empty() ? std::string() : files::edition_of(file(name));
}

}  // namespace platform
