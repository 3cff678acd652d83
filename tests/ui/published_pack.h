// Packs as organisers publish them, and the keys that they are signed with.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "keys.h"
#include "pack/bundle.h"
#include "running_app.h"

namespace test {

inline const trust::SecretKey organisers = key_of(1), somebody = key_of(2);

struct Publication {
  std::string_view issued = "2026-04-22T09:00+05:00";
  const std::string* since = nullptr;  // the pack before it, of which it tells the changes
};

// A published pack of that event.
inline std::string published(const std::string& bytes, std::uint64_t revision, const Publication& as = {}) {
  const auto files = pack::unpack_bundle(bytes);
  REQUIRE(files);
  pack::BuildOptions options{.revision = revision, .issued = moment(as.issued)};
  std::optional<pack::PackFiles> before;
  if (as.since != nullptr) {
    auto unpacked = pack::unpack_bundle(*as.since);
    REQUIRE(unpacked);
    before = std::move(*unpacked);
    options.since = &*before;
  }
  const pack::BuildResult built = pack::build_bundle(*files, options);
  REQUIRE(built.bytes);
  return *built.bytes;
}

}  // namespace test
