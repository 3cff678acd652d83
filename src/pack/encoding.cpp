#include "pack/encoding.h"

#include <algorithm>
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

}  // namespace pack
