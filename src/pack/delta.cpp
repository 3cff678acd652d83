#include "pack/delta.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "pack/checksum.h"

namespace pack {
namespace {

// "summit delta 1 SUM-OF-OLD SUM-OF-NEW\n", then steps: "=AT,SIZE\n" copies from the old file, "+SIZE\n" is
// followed by as many new bytes. Readable, and the web server compresses it.
constexpr std::string_view title = "summit delta 1 ";

// Shorter ones are cheaper to write than to name.
constexpr std::size_t block = 24;

std::string head(std::string_view old_bytes, std::string_view new_bytes) {
  return std::string(title) + std::to_string(crc64(old_bytes)) + ' ' + std::to_string(crc64(new_bytes)) +
         '\n';
}

std::optional<std::size_t> take_number(std::string_view& text, char end) {
  std::size_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || rest == text.data() + text.size() || *rest != end) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(rest - text.data()) + 1);
  return number;
}

}  // namespace

std::string make_delta(std::string_view old_bytes, std::string_view new_bytes) {
  std::unordered_map<std::string_view, std::size_t> blocks;
  for (std::size_t at = 0; at + block <= old_bytes.size(); at += block)
    blocks.try_emplace(old_bytes.substr(at, block), at);

  std::string delta = head(old_bytes, new_bytes);
  std::size_t written = 0;  // of the new file
  const auto write_new = [&](std::size_t end) {
    if (end == written) return;
    delta += '+' + std::to_string(end - written) + '\n';
    delta += new_bytes.substr(written, end - written);
    written = end;
  };
  std::size_t at = 0;
  while (at + block <= new_bytes.size()) {
    const auto found = blocks.find(new_bytes.substr(at, block));
    if (found == blocks.end()) {
      ++at;
      continue;
    }
    std::size_t from = found->second, to = at;
    while (from > 0 && to > written && old_bytes[from - 1] == new_bytes[to - 1]) --from, --to;
    std::size_t size = at - to + block;
    while (from + size < old_bytes.size() && to + size < new_bytes.size() &&
           old_bytes[from + size] == new_bytes[to + size])
      ++size;
    write_new(to);
    delta += '=' + std::to_string(from) + ',' + std::to_string(size) + '\n';
    written = at = to + size;
  }
  write_new(new_bytes.size());
  return delta;
}

std::expected<std::string, std::string> apply_delta(std::string_view old_bytes, std::string_view delta,
                                                    std::size_t most) {
  const std::string_view whole = delta;
  const std::size_t end = delta.find('\n');
  if (!delta.starts_with(title) || end == std::string_view::npos) return std::unexpected("is no delta");
  delta.remove_prefix(end + 1);
  const auto broken = [] { return std::unexpected(std::string("is a damaged delta")); };
  std::string made;
  while (!delta.empty()) {
    const char step = delta.front();
    delta.remove_prefix(1);
    std::string_view part;
    if (step == '=') {
      const auto at = take_number(delta, ',');
      const auto size = at ? take_number(delta, '\n') : std::nullopt;
      if (!size || *at > old_bytes.size() || *size > old_bytes.size() - *at) return broken();
      part = old_bytes.substr(*at, *size);
    } else if (step == '+') {
      const auto size = take_number(delta, '\n');
      if (!size || *size > delta.size()) return broken();
      part = delta.substr(0, *size);
      delta.remove_prefix(*size);
    } else {
      return broken();
    }
    if (part.size() > most - made.size()) return broken();
    made += part;
  }
  if (whole.substr(0, end + 1) != head(old_bytes, made)) return std::unexpected("is a delta of another file");
  return made;
}

}  // namespace pack
