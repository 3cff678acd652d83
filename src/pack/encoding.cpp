#include "pack/encoding.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>

#include "pack/words.h"

namespace pack {
namespace {

using namespace std::literals;

// How files of other kinds begin.
constexpr std::pair<std::string_view, std::string_view> signatures[] = {
    {"\x1F\x8B"sv, "is compressed with gzip; unpack it first"},
    {"\x28\xB5\x2F\xFD"sv, "is compressed with Zstandard; unpack it first"},
    {"\xFD\x37zXZ\0"sv, "is compressed with xz; unpack it first"},
    {"BZh"sv, "is compressed with bzip2; unpack it first"},
    {"PK\3\4"sv, "is a ZIP archive; unpack it first"},
    {"\xFF\xFE\0\0"sv, "is in UTF-32; save it as UTF-8"},
    {"\0\0\xFE\xFF"sv, "is in UTF-32; save it as UTF-8"},
    {"\xFF\xFE"sv, "is in UTF-16; save it as UTF-8"},
    {"\xFE\xFF"sv, "is in UTF-16; save it as UTF-8"},
};

}  // namespace

std::string not_a_text(std::string_view bytes) {
  for (const auto& [start, what] : signatures)
    if (bytes.starts_with(start)) return std::string(what);
  const std::size_t nul = bytes.find('\0');
  if (nul == bytes.npos) return {};
  // Signs of ASCII with a NUL beside each, and no mark before them.
  if (bytes.size() % 2 == 0 && bytes.size() >= 4 && nul < 2 && bytes[nul + 2] == '\0' &&
      bytes[1 - nul] != '\0')
    return "is in UTF-16; save it as UTF-8";
  return say(place_of(bytes, nul + 1), ": has a NUL byte, which no text has");
}

std::string place_of(std::string_view bytes, std::size_t position) {
  const std::string_view before = bytes.substr(0, std::min(position, bytes.size()));
  const auto line = std::ranges::count(before, '\n') + 1;
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return say("line ", line, ", column ",
             std::max<std::size_t>(1, length_in_code_points(before.substr(line_start))));
}

namespace {

// How much of the beginning is surely letters of one or two bytes each, as nearly all in our languages are:
// looked at by eight bytes.
std::size_t length_in_one_and_two_bytes(std::string_view bytes) {
  constexpr std::uint64_t top = 0x8080808080808080;
  std::uint64_t open = 0;  // the last byte of those before began a letter of two
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, sizeof word);
    if constexpr (std::endian::native == std::endian::big) return 0;
    const std::uint64_t high = word & top, second = word << 1 & top, third = word << 2 & top;
    const std::uint64_t starts = high & second & ~third;  // 110xxxxx
    const std::uint64_t follows = high & ~second;         // 10xxxxxx
    // Not 1100000x, which begin what is longer than it must be.
    const std::uint64_t large = ((word & 0x1E1E1E1E1E1E1E1E) + 0x7E7E7E7E7E7E7E7E) & top;
    if ((high & second & third) != 0 || follows != (starts << 8 | open) || (starts & ~large) != 0) break;
    open = starts >> 56;
  }
  return open != 0 ? i - 1 : i;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto follows = [&](std::size_t i, unsigned least = 0x80, unsigned most = 0xBF) {
    return i < bytes.size() && at(i) >= least && at(i) <= most;
  };
  for (std::size_t i = 0; i < bytes.size();) {
    i += length_in_one_and_two_bytes(bytes.substr(i));
    if (i == bytes.size()) break;
    const unsigned first = at(i);
    if (first < 0x80) {
      ++i;
    } else if (first >= 0xC2 && first <= 0xDF) {
      if (!follows(i + 1)) return false;
      i += 2;
    } else if (first >= 0xE0 && first <= 0xEF) {
      // Neither longer than it must be nor half of a pair of UTF-16.
      if (!follows(i + 1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) || !follows(i + 2))
        return false;
      i += 3;
    } else if (first >= 0xF0 && first <= 0xF4) {
      if (!follows(i + 1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) || !follows(i + 2) ||
          !follows(i + 3))
        return false;
      i += 4;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace pack
