// What the tests of files share.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "files/paths.h"
#include "files/scratch.h"

namespace test {

// A folder of its own that goes away with it.
class Folder {
 public:
  Folder() { REQUIRE_FALSE(scratch_.path().empty()); }

  std::filesystem::path operator/(std::string_view name) const {
    return scratch_.path() / files::path_of(name);
  }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(scratch_.path()))
      all.push_back(files::text_of(entry.path().filename()));
    std::ranges::sort(all);
    return all;
  }

 private:
  files::Scratch scratch_;
};

std::string reason(const auto& result) { return result ? "" : result.error(); }

}  // namespace test
