#include "files/scratch.h"

#include <atomic>
#include <string>

#include "files/windows/system.h"

namespace files {

// The system's folder for this is each user's own.
Scratch::Scratch() {
  static std::atomic<unsigned> count = 0;
  std::error_code error;
  const std::filesystem::path temporary = std::filesystem::temp_directory_path(error);
  constexpr int most_tries = 1000;
  for (int i = 0; i < most_tries && !error; ++i) {
    std::filesystem::path path =
        temporary / (L"summit-" + std::to_wstring(::GetCurrentProcessId()) + L"-" + std::to_wstring(count++));
    if (!std::filesystem::create_directory(path, error)) continue;  // somebody left one of that name
    path_ = std::move(path);
    return;
  }
}

}  // namespace files
