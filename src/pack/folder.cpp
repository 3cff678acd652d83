#include "pack/folder.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <system_error>
#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

#include "pack/bundle.h"
#include "pack/words.h"

namespace pack {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

std::unexpected<std::string> failed(std::string_view what, int error) {
  return std::unexpected(say(what, ": ", std::strerror(error)));
}

// Waits until the bytes are on the disk and not only on their way.
bool reach_disk(std::FILE* file) {
  if (std::fflush(file) != 0) return false;
#ifdef _WIN32
  return _commit(_fileno(file)) == 0;
#else
  return ::fsync(::fileno(file)) == 0;
#endif
}

ReadResult only_problem(std::string file, std::string reason) {
  ReadResult result;
  result.problems.push_back({std::move(file), "", std::move(reason), Problem::Severity::error});
  return result;
}

}  // namespace

std::expected<std::string, std::string> read_file(const fs::path& path) {
  errno = 0;
  const File file{std::fopen(path.string().c_str(), "rb")};
  if (!file) return failed("cannot be opened", errno);
  std::string bytes, piece(1 << 16, '\0');
  while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), file.get()))
    bytes.append(piece, 0, got);
  if (std::ferror(file.get())) return failed("cannot be read", errno);
  return bytes;
}

void AlignedFile::Free::operator()(std::byte* bytes) const { std::free(bytes); }

std::expected<AlignedFile, std::string> AlignedFile::read(const fs::path& path) {
  const auto content = read_file(path);
  if (!content) return std::unexpected(content.error());
  constexpr std::size_t alignment = 16;
  AlignedFile file;
  file.bytes_.reset(static_cast<std::byte*>(std::aligned_alloc(alignment, (content->size() + alignment) / alignment * alignment)));
  file.size_ = content->size();
  std::memcpy(file.bytes_.get(), content->data(), content->size());
  return file;
}

std::expected<void, std::string> write_file(const fs::path& path, std::string_view bytes) {
  fs::path unfinished = path;
  unfinished += ".part";
  errno = 0;
  File file{std::fopen(unfinished.string().c_str(), "wb")};
  if (!file) return failed("cannot be written", errno);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
                       reach_disk(file.get());
  const int write_error = errno;
  const bool closed = std::fclose(file.release()) == 0;
  std::error_code error;
  if (!written || !closed) {
    fs::remove(unfinished, error);
    return failed("cannot be written", written ? errno : write_error);
  }
  fs::rename(unfinished, path, error);
  if (!error) return {};
  std::error_code ignored;
  fs::remove(unfinished, ignored);
  return std::unexpected(say("cannot be replaced: ", error.message()));
}

std::expected<PackFiles, std::string> load_folder(const fs::path& folder) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  PackFiles pack;
  for (; !error && entry != fs::directory_iterator{}; entry.increment(error)) {
    const fs::path& path = entry->path();
    if (path.extension() != ".json" || entry->is_directory(error)) continue;
    auto bytes = read_file(path);
    if (!bytes) return std::unexpected(say(path.filename().string(), " ", bytes.error()));
    pack.files.emplace(path.filename().string(), std::move(*bytes));
  }
  if (error) return std::unexpected(say("cannot be read: ", error.message()));
  return pack;
}

ReadResult read_path(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    const auto pack = load_folder(path);
    return pack ? read_pack(*pack) : only_problem(path.string(), pack.error());
  }
  const auto bytes = read_file(path);
  return bytes ? read_bundle(*bytes) : only_problem(path.string(), bytes.error());
}

}  // namespace pack
