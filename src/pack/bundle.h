// The built pack: all files of an event pack in one compact file, which the app
// loads and the web server compresses. Same content, same checks, same messages, and a checksum, so that
// a pack of which a byte was changed on its way is refused. Packs of former builds have none and are read
// too.
#pragma once

#include <expected>
#include <functional>
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

// Answers the alphabets of an event (alphabets.h), or why there are none.
using Sorter = std::function<std::expected<std::vector<model::Alphabet>, std::string>(const model::Event&)>;

// Checks the pack and packs it, with the names in order when there is a sorter; when that fails, the
// bundle is built without and a warning says so. The same files always give the same bytes.
BuildResult build_bundle(const PackFiles& pack, const Sorter& sorter = {});

// Reads what build_bundle wrote. Mistakes name the file and place inside the
// pack that was built; damage to the bundle itself is told of file "bundle".
ReadResult read_bundle(std::string_view bytes);

}  // namespace pack
