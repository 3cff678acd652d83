#include "files/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

#include "files/paths.h"

namespace files {

Lock::Lock(const std::filesystem::path& path)
    : path_(path), file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  const auto fail = [this](int error) { reason_ = std::generic_category().message(error); };
  if (file_ < 0) {
    fail(errno);
    return;
  }
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (::flock(static_cast<int>(file_), LOCK_EX | LOCK_NB) != 0) {
    const int error = errno;
    // A disk that knows no locks: whole files in place of others have to do.
    if (error != EWOULDBLOCK && error != EINTR) return;
    if (std::chrono::steady_clock::now() > end) {
      fail(error);
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

Lock::~Lock() {
  if (file_ >= 0) ::close(static_cast<int>(file_));
}

std::expected<void, std::string> Lock::held() const {
  if (reason_.empty()) return {};
  return std::unexpected(text_of(path_) + ": " + reason_);
}

}  // namespace files
