// A file that one process at a time may hold. Let go by the system when that process ends, however it ends.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>

namespace files {

class Lock {
 public:
  // Waits for it, but not for ever: a process that was stopped in the middle must not stop this one. On a
  // disk that knows no locks everybody holds it at once.
  explicit Lock(const std::filesystem::path& path);
  ~Lock();
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

  // Or in words why it could not be had.
  std::expected<void, std::string> held() const;

 private:
  std::filesystem::path path_;
  std::intptr_t file_ = -1;  // as the system names what is open
  std::string reason_;
};

}  // namespace files
