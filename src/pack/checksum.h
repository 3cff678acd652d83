// The checksum of built packs, which tells a file that was damaged on its way, and one pack from another. It
// keeps nobody from making another pack; a signature would.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pack {

// CRC-64/XZ: finds every damage of up to 64 neighbouring bits, and any other but one in 2^64.
std::uint64_t crc64(std::string_view bytes);

// A bundle, in JSON or CBOR, begins with its checksum, of all bytes that come after it.
std::string sealed(std::string_view bundle_without_checksum);

enum class Seal {
  absent,  // packs of former builds have none
  whole,
  broken,
};
Seal seal_of(std::string_view bundle);

// The same with a number that tells two bundles from each other, without going through their bytes again.
struct SealAndSum {
  Seal seal = Seal::absent;
  std::uint64_t sum = 0;
};
SealAndSum seal_and_sum_of(std::string_view bundle);

}  // namespace pack
