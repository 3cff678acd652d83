#include "trust/base64.h"

#include <algorithm>

namespace trust {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string to_base64(std::span<const std::uint8_t> bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t left = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k) three = three << 8 | (k < left ? bytes[i + k] : 0U);
    for (std::size_t k = 0; k < 4; ++k) text += k <= left ? letters[three >> (18 - 6 * k) & 63] : '=';
  }
  return text;
}

std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i < text.size(); i += 4) {
    std::uint32_t four = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const std::size_t value = letters.find(text[i + k]);
      four = four << 6 | (value == std::string_view::npos ? 0U : static_cast<std::uint32_t>(value));
    }
    for (std::size_t k = 0; k < 3; ++k) bytes.push_back(static_cast<std::uint8_t>(four >> (16 - 8 * k)));
  }
  if (text.ends_with("==")) bytes.pop_back();
  if (text.ends_with('=')) bytes.pop_back();
  // Foreign letters, padding in the middle, bits that say nothing: all of it comes out as another text.
  if (to_base64(bytes) != text) return std::nullopt;
  return bytes;
}

}  // namespace trust
