#include "icu_data.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

#include "test_main.h"
#include "text/data.h"

namespace test {

AlignedBytes::AlignedBytes(std::span<const std::byte> content, std::size_t shift)
    : room_(content.size() + 32 + shift), size_(content.size()) {
  const auto misplaced = reinterpret_cast<std::uintptr_t>(room_.data()) % 16;
  std::byte* start = room_.data() + (16 - misplaced) + shift;
  std::ranges::copy(content, start);
  start_ = start;
}

std::span<const std::byte> icu_file() {
  static const AlignedBytes file = [] {
    const std::string content = read_file(assets_directory() + "/summit.icu");
    return AlignedBytes(std::as_bytes(std::span(content)));
  }();
  return file.bytes();
}

void need_icu() {
  const auto used = text::use_icu_data(icu_file());
  REQUIRE_MESSAGE(used, (used ? std::string() : used.error()));
}

text::TimeZone zone(std::string_view name) {
  need_icu();
  auto found = text::TimeZone::named(name);
  REQUIRE_MESSAGE(found, (found ? std::string() : found.error()));
  return *found;
}

const text::Words& words(std::string_view language) {
  static std::map<std::string, text::Words, std::less<>> kept;
  if (const auto known = kept.find(language); known != kept.end()) return known->second;
  auto made = text::Words::in(language, zone("Asia/Almaty"));
  REQUIRE_MESSAGE(made, (made ? std::string() : made.error()));
  return kept.emplace(std::string(language), std::move(*made)).first->second;
}

const text::Cldr& cldr(std::string_view language) {
  static std::map<std::string, text::Cldr, std::less<>> kept;
  if (const auto known = kept.find(language); known != kept.end()) return known->second;
  need_icu();
  auto made = text::Cldr::of(language);
  REQUIRE_MESSAGE(made, (made ? std::string() : made.error()));
  return kept.emplace(std::string(language), std::move(*made)).first->second;
}

}  // namespace test
