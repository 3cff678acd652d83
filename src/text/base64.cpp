#include "text/base64.h"

#include <cstdint>

namespace text {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string base64url(std::string_view bytes) {
  std::string letters;
  std::uint32_t bits = 0;
  int waiting = 0;  // how many of the lowest bits are not written yet
  for (const char byte : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(byte);
    for (waiting += 8; waiting >= 6; waiting -= 6) letters += alphabet[bits >> (waiting - 6) & 63];
  }
  if (waiting > 0) letters += alphabet[bits << (6 - waiting) & 63];
  return letters;
}

std::optional<std::string> from_base64url(std::string_view letters) {
  std::string bytes;
  std::uint32_t bits = 0;
  int waiting = 0;
  for (const char letter : letters) {
    const std::size_t value = alphabet.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    waiting += 6;
    if (waiting < 8) continue;
    waiting -= 8;
    bytes += static_cast<char>(bits >> waiting & 255);
  }
  // Six bits alone are no byte, and what fills the last letter up is nothing.
  if (waiting == 6 || (bits & ((1U << waiting) - 1)) != 0) return std::nullopt;
  return bytes;
}

}  // namespace text
