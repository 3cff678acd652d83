// A folder for what is unfinished, of this program alone; gone with this, and all that lies in it. For native
// programs only.
#pragma once

#include <filesystem>

namespace files {

class Scratch {
 public:
  Scratch();
  ~Scratch() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  // Empty when none could be made.
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace files
