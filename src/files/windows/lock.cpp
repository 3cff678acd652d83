#include "files/lock.h"

#include <chrono>
#include <thread>

#include "files/paths.h"
#include "files/windows/system.h"

namespace files {

Lock::Lock(const std::filesystem::path& path) : path_(path) {
  constexpr DWORD shared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  const auto wait = [&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return std::chrono::steady_clock::now() <= end;
  };
  HANDLE file = INVALID_HANDLE_VALUE;
  do {
    file = ::CreateFileW(whole_path(path).c_str(), GENERIC_READ | GENERIC_WRITE, shared, nullptr, OPEN_ALWAYS,
                         FILE_ATTRIBUTE_NORMAL, nullptr);
  } while (file == INVALID_HANDLE_VALUE && ::GetLastError() == ERROR_SHARING_VIOLATION && wait());
  if (file == INVALID_HANDLE_VALUE) {
    reason_ = words_of({static_cast<int>(::GetLastError()), std::system_category()});
    return;
  }
  file_ = reinterpret_cast<std::intptr_t>(file);
  OVERLAPPED first_byte{};
  while (!::LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &first_byte)) {
    const DWORD error = ::GetLastError();
    // A disk that knows no locks: whole files in place of others have to do.
    if (error != ERROR_LOCK_VIOLATION && error != ERROR_IO_PENDING) return;
    if (!wait()) {
      reason_ = words_of({static_cast<int>(error), std::system_category()});
      return;
    }
  }
}

Lock::~Lock() {
  if (file_ != -1) ::CloseHandle(reinterpret_cast<HANDLE>(file_));
}

std::expected<void, std::string> Lock::held() const {
  if (reason_.empty()) return {};
  return std::unexpected(text_of(path_) + ": " + reason_);
}

}  // namespace files
