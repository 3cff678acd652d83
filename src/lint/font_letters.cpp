#include "lint/font_letters.h"

#include <algorithm>
#include <cstdint>

namespace lint {
namespace {

// Big-endian; 0 behind the end, so that a file that was cut is read as empty.
std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || size > bytes.size() - at) return 0;
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

constexpr std::uint32_t last_code_point = 0x10FFFF;

void read_format_4(std::string_view table, std::set<char32_t>& letters) {
  const std::size_t segments = number(table, 6, 2) / 2;
  for (std::size_t i = 0; i < segments; ++i) {
    const std::uint32_t end = number(table, 14 + 2 * i, 2);
    const std::uint32_t begin = number(table, 16 + 2 * segments + 2 * i, 2);
    const std::uint32_t delta = number(table, 16 + 4 * segments + 2 * i, 2);
    const std::size_t offset_at = 16 + 6 * segments + 2 * i;
    const std::uint32_t offset = number(table, offset_at, 2);
    for (std::uint32_t c = begin; c <= end && c != 0xFFFF; ++c) {
      std::uint32_t glyph = c;
      if (offset != 0) glyph = number(table, offset_at + offset + 2 * std::size_t{c - begin}, 2);
      if (offset == 0 || glyph != 0) glyph = (glyph + delta) & 0xFFFF;
      if (glyph != 0) letters.insert(c);
    }
  }
}

void read_format_12(std::string_view table, std::set<char32_t>& letters) {
  const std::uint32_t groups = number(table, 12, 4);
  for (std::size_t i = 0; i < groups && 16 + 12 * i < table.size(); ++i) {
    const std::uint32_t end = std::min(number(table, 20 + 12 * i, 4), last_code_point);
    for (std::uint32_t c = number(table, 16 + 12 * i, 4); c <= end; ++c) letters.insert(c);
  }
}

}  // namespace

std::optional<std::set<char32_t>> letters_of_font(std::string_view file) {
  std::set<char32_t> letters;
  const std::size_t tables = number(file, 4, 2);
  for (std::size_t i = 0; i < tables; ++i) {
    const std::size_t entry = 12 + 16 * i;
    if (entry + 16 > file.size() || file.substr(entry, 4) != "cmap") continue;
    const std::size_t offset = number(file, entry + 8, 4);
    if (offset >= file.size()) continue;
    const std::string_view cmap = file.substr(offset, number(file, entry + 12, 4));
    const std::size_t maps = number(cmap, 2, 2);
    for (std::size_t map = 0; map < maps; ++map) {
      const std::size_t at = number(cmap, 8 + 8 * map, 4);
      if (at >= cmap.size()) continue;
      const std::uint32_t format = number(cmap, at, 2);
      if (format == 4) read_format_4(cmap.substr(at), letters);
      if (format == 12) read_format_12(cmap.substr(at), letters);
    }
  }
  if (letters.empty()) return std::nullopt;
  return letters;
}

}  // namespace lint
