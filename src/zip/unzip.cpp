#include "zip/unzip.h"

#include <zlib.h>

#include <cstdint>
#include <utility>

#include "files/files.h"
#include "pack/words.h"

namespace zip {
namespace {

constexpr std::size_t most_entries = 2'000;

// Numbers of a zip stand with their lowest byte first.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = size; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
  std::string bytes(size, '\0');
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
  // zlib reads alone, whatever its type says.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(size);
  const int status = inflate(&stream, Z_FINISH);
  const bool whole = status == Z_STREAM_END && stream.total_out == size;
  inflateEnd(&stream);
  return whole ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace

std::expected<Files, std::string> unzip(std::string_view bytes, const Wanted& wanted) {
  const auto refuse = [](std::string_view why) { return std::unexpected(std::string(why)); };
  // The end of the list of files stands last, before a comment of any length.
  constexpr std::size_t end_size = 22, entry_size = 46, head_size = 30;
  const std::size_t end = bytes.rfind("PK\5\6");
  if (end == std::string_view::npos || end + end_size > bytes.size())
    return refuse("is no zip, or its end is missing");
  const std::size_t entries = number_at(bytes, end + 10, 2);
  std::size_t at = number_at(bytes, end + 16, 4);
  if (entries > most_entries) return refuse("has too many files");
  Files files;
  std::size_t room = files::most_bytes;
  for (std::size_t i = 0; i < entries; ++i) {
    if (at + entry_size > end || bytes.substr(at, 4) != "PK\1\2")
      return refuse("is damaged: its list of files ends early");
    const std::uint32_t flags = number_at(bytes, at + 8, 2), method = number_at(bytes, at + 10, 2);
    const std::size_t check = number_at(bytes, at + 16, 4), packed_size = number_at(bytes, at + 20, 4);
    const std::size_t size = number_at(bytes, at + 24, 4), name_size = number_at(bytes, at + 28, 2);
    const std::size_t head = number_at(bytes, at + 42, 4);
    if (at + entry_size + name_size > end) return refuse("is damaged: its list of files ends early");
    const std::string_view path = bytes.substr(at + entry_size, name_size);
    at += entry_size + name_size + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
    std::optional<std::string> name = wanted(path);
    if (!name) continue;
    const std::string told = pack::quoted(*name);
    if ((flags & 1) != 0) return refuse(told + " in it is locked with a password");
    if (method != 0 && method != 8) return refuse(told + " in it is packed in a way that is not known");
    if (size > room) return refuse(pack::say("has more than ", files::most_bytes >> 20, " MB in it"));
    room -= size;
    if (head + head_size > bytes.size()) return refuse("is damaged: " + told + " is not where it should be");
    const std::size_t begin =
        head + head_size + number_at(bytes, head + 26, 2) + number_at(bytes, head + 28, 2);
    if (begin > bytes.size() || packed_size > bytes.size() - begin)
      return refuse("is damaged: " + told + " ends early");
    const std::string_view packed = bytes.substr(begin, packed_size);
    std::optional<std::string> content = method == 8           ? inflated(packed, size)
                                         : packed_size == size ? std::optional<std::string>(packed)
                                                               : std::nullopt;
    if (!content || crc32(0, reinterpret_cast<const Bytef*>(content->data()),
                          static_cast<uInt>(content->size())) != check)
      return refuse("is damaged: " + told + " does not unpack");
    if (!files.emplace(std::move(*name), std::move(*content)).second) return refuse("has two files " + told);
  }
  return files;
}

}  // namespace zip
