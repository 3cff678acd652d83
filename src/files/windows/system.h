// What the files of this system's folders share: its letters, its handles, its mistakes.
#pragma once

// This one first, for the others need it.
#include <windows.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace files {

std::wstring to_wide(std::string_view text);
std::string to_utf8(std::wstring_view wide);

// For the system's own functions: whole and marked as such, so that it may be longer than 260 letters.
std::wstring whole_path(const std::filesystem::path& path);

// "cannot be opened: No such file or directory"
std::string failure(std::string_view what, DWORD error);

class Handle {
 public:
  explicit Handle(HANDLE handle) : handle_(handle) {}
  ~Handle() { close(); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  bool is_open() const { return handle_ != INVALID_HANDLE_VALUE && handle_ != nullptr; }
  HANDLE get() const { return handle_; }
  bool close() { return !is_open() || ::CloseHandle(std::exchange(handle_, nullptr)) != 0; }

 private:
  HANDLE handle_;
};

}  // namespace files
