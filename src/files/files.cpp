#include "files/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <new>
#include <system_error>

namespace files {
namespace {

namespace fs = std::filesystem;

constexpr std::align_val_t alignment{16};

}  // namespace

void AlignedFile::Free::operator()(std::byte* bytes) const { ::operator delete(bytes, alignment); }

std::expected<AlignedFile, std::string> AlignedFile::read(const fs::path& path) {
  const auto content = read_file(path);
  if (!content) return std::unexpected(content.error());
  AlignedFile file;
  file.bytes_.reset(static_cast<std::byte*>(::operator new(content->size() + 1, alignment)));
  file.size_ = content->size();
  std::memcpy(file.bytes_.get(), content->data(), content->size());
  return file;
}

bool is_same_file(const fs::path& one, const fs::path& other) {
  std::error_code error;
  return fs::equivalent(one, other, error) && !error;
}

std::expected<void, std::string> close_output() {
  const auto failed = [](int error) {
    return std::unexpected("cannot be written: " + std::generic_category().message(error));
  };
  const bool was_wrong = std::ferror(stdout) != 0;
  errno = 0;
  if (std::fflush(stdout) != 0) return failed(errno);
  if (was_wrong) return std::unexpected("cannot be written");
  // A program that was started without an output, and printed nothing, has lost nothing.
  if (std::fclose(stdout) != 0 && errno != EBADF) return failed(errno);
  return {};
}

}  // namespace files
