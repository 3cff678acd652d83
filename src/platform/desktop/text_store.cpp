#include "platform/desktop/text_store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <system_error>
#include <thread>

#include "files/files.h"
#include "visitor/operations.h"

namespace platform {
namespace {

namespace fs = std::filesystem;

std::unexpected<std::string> failed(const fs::path& path, std::string_view reason) {
  return std::unexpected(path.string() + ": " + std::string(reason));
}

// Held by one process at a time, and let go by the system when that ends, however it ends.
class Lock {
 public:
  explicit Lock(const fs::path& path)
      : path_(path), descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) {
      error_ = errno;
      return;
    }
    // A process that was stopped in the middle must not stop this one for ever.
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      error_ = errno;
      if (error_ != EWOULDBLOCK && error_ != EINTR) {
        // A disk that knows no locks: whole files in place of others have to do.
        error_ = 0;
        return;
      }
      if (std::chrono::steady_clock::now() > end) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    error_ = 0;
  }
  ~Lock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

  std::expected<void, std::string> held() const {
    if (error_ == 0) return {};
    return failed(path_, std::generic_category().message(error_));
  }

 private:
  fs::path path_;
  int descriptor_ = -1;
  int error_ = 0;
};

// A file that was renamed is there after a power cut only when its folder has reached the disk.
void reach_disk(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
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
    return std::unexpected("there is no folder for it: HOME is not set, or nothing can be made in it");
  }
  const Lock lock(folder_ / (std::string(name) + ".lock"));
  const auto kept = read(name);
  const Change wanted = change(kept ? std::string_view(*kept) : std::string_view{});
  if (!wanted.text) return {};
  if (!kept) return std::unexpected(kept.error());
  if (auto held = lock.held(); !held) return held;
  const fs::path path = file(name);
  if (!wanted.aside.empty()) {
    std::error_code error;
    fs::rename(path, file(wanted.aside), error);
    if (error) return failed(path, "cannot be put aside: " + error.message());
  }
  if (const auto written = files::write_file(path, *wanted.text); !written)
    return failed(path, written.error());
  reach_disk(folder_);
  return {};
}

std::string TextStore::edition(std::string_view name) const {
  struct stat status {};
  if (folder_.empty() || ::stat(file(name).c_str(), &status) != 0) return {};
  return std::to_string(status.st_ino) + " " + std::to_string(status.st_size) + " " +
         std::to_string(status.st_mtim.tv_sec) + " " + std::to_string(status.st_mtim.tv_nsec);
}

}  // namespace platform
