// The data file and what is made from it, for the tests of this folder.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "text/cldr.h"
#include "text/words.h"

namespace test {

// Bytes at an address that is a multiple of 16, as use_icu_data wants them.
class AlignedBytes {
 public:
  // With `shift`, at an address that is that much behind a multiple of 16.
  explicit AlignedBytes(std::span<const std::byte> content, std::size_t shift = 0);
  std::span<const std::byte> bytes() const { return {start_, size_}; }

 private:
  std::vector<std::byte> room_;
  const std::byte* start_ = nullptr;
  std::size_t size_ = 0;
};

// summit.icu as the build made it.
std::span<const std::byte> icu_file();

// Each of these hands the file to ICU first, and fails the test when ICU does not take it.
text::TimeZone zone(std::string_view name);
const text::Words& words(std::string_view language);  // of an event in Astana
const text::Cldr& cldr(std::string_view language);
void need_icu();

}  // namespace test
