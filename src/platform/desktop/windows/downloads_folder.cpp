#include <system_error>

#include "files/windows/system.h"
#include "platform/desktop/downloads.h"
// Behind <windows.h>, which they need.
#include <shellapi.h>
#include <shlobj.h>

namespace platform {
namespace {

namespace fs = std::filesystem;

fs::path known_folder(const KNOWNFOLDERID& id) {
  PWSTR path = nullptr;
  fs::path folder;
  if (::SHGetKnownFolderPath(id, KF_FLAG_DEFAULT, nullptr, &path) == S_OK) folder = path;
  ::CoTaskMemFree(path);
  std::error_code error;
  return fs::is_directory(folder, error) ? folder : fs::path();
}

}  // namespace

fs::path downloads_folder() {
  for (const KNOWNFOLDERID& id : {FOLDERID_Downloads, FOLDERID_Documents, FOLDERID_Profile})
    if (fs::path folder = known_folder(id); !folder.empty()) return folder;
  std::error_code error;
  return fs::temp_directory_path(error);
}

bool open_with_system(const fs::path& file) {
  constexpr INT_PTR least_success = 33;  // numbers below are mistakes
  const HINSTANCE opened = ::ShellExecuteW(nullptr, nullptr, file.c_str(), nullptr, nullptr, SW_SHOWNORMAL);
  return reinterpret_cast<INT_PTR>(opened) >= least_success;
}

}  // namespace platform
