#include "files/read_to_end.h"

#include <algorithm>

namespace files {
namespace {

std::unexpected<std::string> too_large(std::size_t limit) {
  constexpr std::size_t mega = std::size_t{1} << 20;
  return std::unexpected("is larger than " + (limit % mega == 0 ? std::to_string(limit / mega) + " MB"
                                                                : std::to_string(limit) + " bytes"));
}

}  // namespace

std::expected<std::string, std::string> read_to_end(std::uintmax_t told, std::size_t limit,
                                                    const ReadSome& read_some) {
  if (told > limit) return too_large(limit);
  std::string bytes;
  std::size_t size = 0;
  bool is_whole = false;
  std::string wrong;
  // One byte more than it should have, to see its end.
  for (std::size_t room = static_cast<std::size_t>(told) + 1; !is_whole;) {
    // Not filled with anything before it is read: large files are opened while somebody waits.
    bytes.resize_and_overwrite(room, [&](char* data, std::size_t) {
      while (size < room && !is_whole && wrong.empty()) {
        const auto got = read_some(data + size, room - size);
        if (!got)
          wrong = got.error();
        else if (*got == 0)
          is_whole = true;
        else
          size += *got;
      }
      return size;
    });
    if (!wrong.empty()) return std::unexpected(wrong);
    if (size > limit) return too_large(limit);
    constexpr std::size_t least = 4096;
    room = std::min(limit + 1, std::max(2 * size, least));
  }
  return bytes;
}

}  // namespace files
