#include "files/files.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "files/paths.h"
#include "files/read_to_end.h"
#include "files/windows/system.h"

namespace files {
namespace {

namespace fs = std::filesystem;

constexpr DWORD shared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

std::unexpected<std::string> failed(std::string_view what, DWORD error) {
  return std::unexpected(failure(what, error));
}

// What is open when it is no file, in words; empty for a file.
std::string_view not_a_file(const Handle& open) {
  switch (::GetFileType(open.get())) {
    case FILE_TYPE_DISK: return {};
    case FILE_TYPE_PIPE: return "is a pipe, not a file";
    default: return "is a device, not a file";
  }
}

constexpr std::string_view folder_words = "is a folder, not a file";

bool is_folder(DWORD attributes) {
  return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

// Another program looks at the file at this moment, as those do that look for viruses or make copies: it is
// tried again for a while. `act` says whether it went well.
template <typename Act>
bool in_spite_of_others(Act act) {
  constexpr std::chrono::milliseconds pause(10);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(2);
  for (;;) {
    if (act()) return true;
    const DWORD error = ::GetLastError();
    const bool passes =
        error == ERROR_SHARING_VIOLATION || error == ERROR_LOCK_VIOLATION || error == ERROR_ACCESS_DENIED;
    if (!passes || std::chrono::steady_clock::now() > end) {
      ::SetLastError(error);
      return false;
    }
    std::this_thread::sleep_for(pause);
  }
}

HANDLE open_to_read(const std::wstring& path) {
  HANDLE file = INVALID_HANDLE_VALUE;
  const auto open = [&] {
    file = ::CreateFileW(path.c_str(), GENERIC_READ, shared, nullptr, OPEN_EXISTING,
                         FILE_FLAG_SEQUENTIAL_SCAN, nullptr);
    return file != INVALID_HANDLE_VALUE || ::GetLastError() != ERROR_SHARING_VIOLATION;
  };
  in_spite_of_others(open);
  return file;
}

bool write_all(const Handle& file, std::string_view bytes) {
  constexpr std::size_t most_at_once = std::size_t{1} << 20;
  while (!bytes.empty()) {
    DWORD written = 0;
    const auto wanted = static_cast<DWORD>(std::min(bytes.size(), most_at_once));
    if (::WriteFile(file.get(), bytes.data(), wanted, &written, nullptr) == 0) return false;
    if (written == 0) {
      ::SetLastError(ERROR_WRITE_FAULT);
      return false;
    }
    bytes.remove_prefix(written);
  }
  return true;
}

// The path behind all links; what is not there yet, or cannot be opened, stays as it is.
std::wstring behind_links(const std::wstring& path) {
  const DWORD attributes = ::GetFileAttributesW(path.c_str());
  if (attributes == INVALID_FILE_ATTRIBUTES || (attributes & FILE_ATTRIBUTE_REPARSE_POINT) == 0) return path;
  const Handle file(
      ::CreateFileW(path.c_str(), 0, shared, nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr));
  const DWORD size = file.is_open() ? ::GetFinalPathNameByHandleW(file.get(), nullptr, 0, 0) : 0;
  if (size == 0) return path;
  std::wstring target(size, L'\0');
  target.resize(::GetFinalPathNameByHandleW(file.get(), target.data(), size, 0));
  return target.empty() ? path : target;
}

// Who may do what with the file: goes over from the old one to the new one, where that can be done.
void keep_permissions(const std::wstring& from, const std::wstring& to) {
  DWORD size = 0;
  ::GetFileSecurityW(from.c_str(), DACL_SECURITY_INFORMATION, nullptr, 0, &size);
  std::vector<std::byte> permissions(size);
  if (size != 0 &&
      ::GetFileSecurityW(from.c_str(), DACL_SECURITY_INFORMATION, permissions.data(), size, &size) != 0)
    ::SetFileSecurityW(to.c_str(), DACL_SECURITY_INFORMATION, permissions.data());
}

std::expected<void, std::string> replace_file(const std::wstring& path, DWORD old, std::string_view bytes) {
  const bool is_there = old != INVALID_FILE_ATTRIBUTES;
  // Moving over it would not ask.
  if (is_there && (old & FILE_ATTRIBUTE_READONLY) != 0)
    return failed("cannot be written", ERROR_ACCESS_DENIED);

  static std::atomic<unsigned> count = 0;
  const std::wstring folder = path.substr(0, path.find_last_of(L'\\') + 1);
  std::wstring unfinished;
  HANDLE made = INVALID_HANDLE_VALUE;
  constexpr int most_tries = 1000;
  for (int i = 0; i < most_tries && made == INVALID_HANDLE_VALUE; ++i) {
    unfinished = folder + L".unfinished-" + std::to_wstring(::GetCurrentProcessId()) + L"-" +
                 std::to_wstring(count++) + L".part";
    made = ::CreateFileW(unfinished.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr,
                         CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (made == INVALID_HANDLE_VALUE && ::GetLastError() != ERROR_FILE_EXISTS) break;
  }
  Handle file(made);
  if (!file.is_open()) return failed("cannot be written", ::GetLastError());
  const auto keep_old = [&](std::string_view what, DWORD error) {
    file.close();
    ::DeleteFileW(unfinished.c_str());
    return failed(what, error);
  };
  if (!write_all(file, bytes) || ::FlushFileBuffers(file.get()) == 0)
    return keep_old("cannot be written", ::GetLastError());
  LARGE_INTEGER size{};
  if (::GetFileSizeEx(file.get(), &size) == 0) return keep_old("cannot be written", ::GetLastError());
  if (static_cast<std::uintmax_t>(size.QuadPart) != bytes.size())
    return keep_old("cannot be written", ERROR_WRITE_FAULT);
  if (!file.close()) return keep_old("cannot be written", ::GetLastError());
  if (is_there) {
    constexpr DWORD kept = FILE_ATTRIBUTE_ARCHIVE | FILE_ATTRIBUTE_HIDDEN | FILE_ATTRIBUTE_SYSTEM |
                           FILE_ATTRIBUTE_NOT_CONTENT_INDEXED;
    if ((old & kept) != 0) ::SetFileAttributesW(unfinished.c_str(), old & kept);
    keep_permissions(path, unfinished);
  }
  // Not ReplaceFileW, which may leave neither when the power fails.
  const auto move = [&] {
    return ::MoveFileExW(unfinished.c_str(), path.c_str(),
                         MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) != 0;
  };
  if (!in_spite_of_others(move)) return keep_old("cannot be replaced", ::GetLastError());
  return {};
}

// A name such as NUL or CON, which is one in any folder.
bool is_device(const std::wstring& path) { return path.starts_with(L"\\\\.\\"); }

}  // namespace

std::expected<std::string, std::string> read_file(const fs::path& path, std::size_t limit) {
  const std::wstring whole = whole_path(path);
  if (is_folder(::GetFileAttributesW(whole.c_str()))) return std::unexpected(std::string(folder_words));
  const Handle file(open_to_read(whole));
  if (!file.is_open()) return failed("cannot be opened", ::GetLastError());
  if (const auto what = not_a_file(file); !what.empty()) return std::unexpected(std::string(what));
  LARGE_INTEGER told{};
  if (::GetFileSizeEx(file.get(), &told) == 0) return failed("cannot be read", ::GetLastError());
  return read_to_end(static_cast<std::uintmax_t>(told.QuadPart), limit,
                     [&](char* data, std::size_t room) -> std::expected<std::size_t, std::string> {
                       constexpr std::size_t most_at_once = std::size_t{1} << 20;
                       DWORD got = 0;
                       if (::ReadFile(file.get(), data, static_cast<DWORD>(std::min(room, most_at_once)),
                                      &got, nullptr) == 0)
                         return failed("cannot be read", ::GetLastError());
                       return got;
                     });
}

std::expected<void, std::string> write_file(const fs::path& path, std::string_view bytes) {
  const std::wstring target = behind_links(whole_path(path));
  if (is_device(target)) {
    Handle device(::CreateFileW(target.c_str(), GENERIC_WRITE, shared, nullptr, OPEN_EXISTING, 0, nullptr));
    if (!device.is_open()) return failed("cannot be opened", ::GetLastError());
    if (!write_all(device, bytes) || !device.close()) return failed("cannot be written", ::GetLastError());
    return {};
  }
  const DWORD old = ::GetFileAttributesW(target.c_str());
  if (is_folder(old)) return std::unexpected(std::string(folder_words));
  if (old == INVALID_FILE_ATTRIBUTES && ::GetLastError() != ERROR_FILE_NOT_FOUND)
    return failed("cannot be written", ::GetLastError());
  return replace_file(target, old, bytes);
}

// Files are moved through to the disk here, names and all.
void reach_disk(const fs::path&) {}

std::string edition_of(const fs::path& path) {
  const Handle file(::CreateFileW(whole_path(path).c_str(), FILE_READ_ATTRIBUTES, shared, nullptr,
                                  OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr));
  BY_HANDLE_FILE_INFORMATION about{};
  if (!file.is_open() || ::GetFileInformationByHandle(file.get(), &about) == 0) return {};
  const auto whole = [](DWORD high, DWORD low) {
    return std::to_string((static_cast<std::uint64_t>(high) << 32) | low);
  };
  return whole(about.nFileIndexHigh, about.nFileIndexLow) + " " +
         whole(about.nFileSizeHigh, about.nFileSizeLow) + " " +
         whole(about.ftLastWriteTime.dwHighDateTime, about.ftLastWriteTime.dwLowDateTime);
}

}  // namespace files
