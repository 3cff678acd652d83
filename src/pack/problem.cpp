#include "pack/problem.h"

#include <algorithm>
#include <charconv>

#include "pack/words.h"

namespace pack {

std::string to_line(const Problem& problem) {
  std::string line;
  if (problem.severity == Problem::Severity::warning) line += "warning: ";
  line += problem.file + ": ";
  if (!problem.pointer.empty()) line += problem.pointer + ": ";
  line += problem.reason;
  // A file name or key may hold anything; a message stays one line.
  std::ranges::replace_if(
      line, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return line;
}

bool has_errors(const std::vector<Problem>& problems) {
  return std::ranges::any_of(problems,
                             [](const Problem& p) { return p.severity == Problem::Severity::error; });
}

std::string step(std::string_view pointer, std::string_view key) {
  std::string longer = say(pointer, "/");
  for (const char c : key) {
    if (c == '~')
      longer += "~0";
    else if (c == '/')
      longer += "~1";
    else
      longer += c;
  }
  return longer;
}

std::string step(std::string_view pointer, std::size_t index) { return say(pointer, "/", index); }

std::optional<ThingPlace> thing_at(std::string_view pointer) {
  if (!pointer.starts_with('/')) return std::nullopt;
  pointer.remove_prefix(1);
  ThingPlace place;
  place.list = pointer.substr(0, pointer.find('/'));
  pointer.remove_prefix(std::min(place.list.size() + 1, pointer.size()));
  const char* end = pointer.data() + pointer.size();
  const auto [after, wrong] = std::from_chars(pointer.data(), end, place.index);
  if (wrong != std::errc{} || (after != end && *after != '/')) return std::nullopt;
  if (after != end) place.rest.assign(after + 1, end);
  return place;
}

std::string shortened(std::string_view text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return std::string(text);
  std::size_t end = most_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace pack
