#include "ui/font_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace ui {
namespace {

// The numbers of a font file are big-endian.
std::uint32_t number(std::span<const std::byte> bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | std::to_integer<std::uint32_t>(bytes[at + i]);
  return value;
}

// The sum of the table as numbers of four bytes, with zeros after its end.
std::uint32_t checksum(std::span<const std::byte> table) {
  std::uint32_t sum = 0;
  for (std::size_t at = 0; at < table.size(); ++at)
    sum += std::to_integer<std::uint32_t>(table[at]) << (24 - 8 * (at % 4));
  return sum;
}

constexpr std::uint32_t tag(const char (&name)[5]) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(name[i]);
  return value;
}

// Without these there is nothing to draw.
bool has_what_it_takes(std::span<const std::uint32_t> tables) {
  const auto has = [&](std::uint32_t wanted) { return std::ranges::find(tables, wanted) != tables.end(); };
  constexpr std::array needed{tag("cmap"), tag("head"), tag("hhea"), tag("hmtx")};
  return std::ranges::all_of(needed, has) && (has(tag("CFF ")) || (has(tag("glyf")) && has(tag("loca"))));
}

}  // namespace

bool is_whole_font(std::span<const std::byte> file) {
  constexpr std::size_t header = 12;
  constexpr std::size_t entry = 16;
  if (file.size() < header) return false;
  const std::uint32_t kind = number(file, 0, 4);
  constexpr std::uint32_t true_type = 0x00010000;
  if (kind != true_type && kind != tag("true") && kind != tag("OTTO")) return false;
  const std::size_t tables = number(file, 4, 2);
  if (tables == 0 || file.size() < header + tables * entry) return false;
  std::vector<std::uint32_t> tags;
  for (std::size_t i = 0; i < tables; ++i) {
    const std::size_t at = header + i * entry;
    const std::size_t offset = number(file, at + 8, 4);
    const std::size_t length = number(file, at + 12, 4);
    if (offset > file.size() || length > file.size() - offset) return false;
    const std::span<const std::byte> table = file.subspan(offset, length);
    std::uint32_t sum = checksum(table);
    // The sum of the whole file stands in `head` and is taken for zero when `head` itself is
    // summed.
    tags.push_back(number(file, at, 4));
    if (tags.back() == tag("head")) {
      if (length < header) return false;
      sum -= number(table, 8, 4);
    }
    if (sum != number(file, at + 4, 4)) return false;
  }
  return has_what_it_takes(tags);
}

}  // namespace ui
