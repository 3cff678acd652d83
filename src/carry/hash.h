// Short numbers for ids and checksums, the same on every device for ever: codes that were printed depend on
// them. They keep nobody from making others. Inside carry/ only.
#pragma once

#include <cstdint>
#include <string_view>

namespace carry {

// FNV-1a of 64 bits, whose bits are then mixed (the finish of SplitMix64), so that any of them can be taken.
constexpr std::uint64_t hash_of(std::string_view bytes, std::uint64_t start = 0xCBF29CE484222325) {
  std::uint64_t hash = start;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
  hash = (hash ^ hash >> 30) * 0xBF58476D1CE4E5B9;
  hash = (hash ^ hash >> 27) * 0x94D049BB133111EB;
  return hash ^ hash >> 31;
}

// Of a session at its event: the same id at another event is another number.
constexpr std::uint64_t session_hash(std::string_view event, std::string_view session) {
  return hash_of(session, hash_of(event));
}

}  // namespace carry
