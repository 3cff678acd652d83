// The built pack: all files of an event pack in one compact file, which the app
// loads and the web server compresses. Same content, same checks, same messages, and a checksum, so that
// a pack of which a byte was changed on its way is refused. Packs of former builds have none and are read
// too. Its head says with `format` which version of the format wrote it, and with `min_reader` the oldest
// version whose readers understand it: what is merely added later needs no new reader. `revision` and
// `issued` tell the packs of one event from each other; whoever has one takes no older one in its place.
// Large ones are the same values in CBOR.
#pragma once

#include <cstddef>
#include <cstdint>
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

  // With BuildOptions::since: how many sessions are other, new, or gone.
  struct Counts {
    std::size_t changed = 0;
    std::size_t added = 0;
    std::size_t removed = 0;
  };
  std::optional<Counts> since = {};
};

// Answers the alphabets of an event (alphabets.h), or why there are none.
using Sorter = std::function<std::expected<std::vector<model::Alphabet>, std::string>(const model::Event&)>;

struct BuildOptions {
  Sorter sorter =
      {};  // puts the names in order; when that fails, the bundle is built without and a warning says so

  // The files of the same event as it was published before; null: it is not compared with anything. What
  // changed in the programme is written into the bundle, with what was (ReadResult::changes), and each
  // session that changed gets a revision that is higher than before. Problems of these files are told of file
  // "since".
  const PackFiles* since = nullptr;

  // From so many bytes on the bundle is written in CBOR instead of JSON: it is read three times as fast.
  // Small ones stay JSON, which anybody can look into and which compresses a little better.
  std::size_t cbor_from = 1 << 20;

  // The map of the event, made by imdf/; null: it has none.
  const model::Venue* venue = nullptr;

  std::uint64_t revision = 0;                 // of the whole pack: higher with each that is published
  std::optional<model::Instant> issued = {};  // when it is published; stands in the head where it is given
};

// Checks the pack and packs it. The same files always give the same bytes.
BuildResult build_bundle(const PackFiles& pack, const BuildOptions& options = {});

// What a bundle is called where nobody says how its file is named.
inline constexpr std::string_view bundle_name = "bundle";

// The files that a bundle was built from, though written without blanks; or what is wrong with it.
std::expected<PackFiles, std::vector<Problem>> unpack_bundle(std::string_view bytes);

// Reads what build_bundle wrote. Mistakes name the file and place inside the
// pack that was built; damage to the bundle itself is told of the file `name`.
ReadResult read_bundle(std::string_view bytes, std::string_view name = bundle_name);

}  // namespace pack
