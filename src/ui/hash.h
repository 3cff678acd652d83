// FNV-1a, for ids of widgets and keys of caches. Not for anything a stranger
// could attack.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

namespace ui {

inline constexpr std::uint64_t hash_start = 14695981039346656037ULL;

constexpr std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed = hash_start) {
  std::uint64_t hash = seed;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  // The length too, so that ("ab", "c") and ("a", "bc") differ when chained.
  return (hash ^ bytes.size()) * 1099511628211ULL;
}

constexpr std::uint64_t hash_of(float number, std::uint64_t seed) {
  return (seed ^ std::bit_cast<std::uint32_t>(number)) * 1099511628211ULL;
}

// Folded to 32 bits, never 0.
constexpr std::uint32_t short_hash(std::uint64_t hash) {
  const auto folded = static_cast<std::uint32_t>(hash ^ (hash >> 32));
  return folded == 0 ? 1 : folded;
}

}  // namespace ui
