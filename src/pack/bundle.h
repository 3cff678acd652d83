// The built pack: all files of an event pack in one compact file, which the app
// loads and the web server compresses. Same content, same checks, same messages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pack/problem.h"
#include "pack/read.h"

namespace pack {

struct BuildResult {
  std::optional<std::string> bytes;  // the bundle; there exactly when no problem is an error
  std::vector<Problem> problems;
};

// Checks the pack and packs it. The same files always give the same bytes.
BuildResult build_bundle(const PackFiles& pack);

// Reads what build_bundle wrote. Mistakes name the file and place inside the
// pack that was built; damage to the bundle itself is told of file "bundle".
ReadResult read_bundle(std::string_view bytes);

}  // namespace pack
