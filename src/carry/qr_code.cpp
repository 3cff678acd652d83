#include "carry/qr_code.h"

#include <qrcodegen.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace carry {
namespace {

constexpr std::string_view dense_letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr std::size_t longest_text = 4'296;  // of the largest code

// Where the letters begin that take five and a half bits; the end of the text when they are too few to be
// worth a segment of their own.
std::size_t dense_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of(dense_letters);
  const std::size_t begin = last == std::string_view::npos ? 0 : last + 1;
  return text.size() - begin < 12 ? text.size() : begin;
}

// `count` letters as a segment in that mode, which `make` writes into the room it is given.
std::vector<std::uint8_t> room_for(qrcodegen_Mode mode, std::size_t letters) {
  return std::vector<std::uint8_t>(qrcodegen_calcSegmentBufferSize(mode, letters) + 1);
}

}  // namespace

std::optional<QrCode> qr_code_of(std::string_view text, int least_version) {
  if (text.size() > longest_text) return std::nullopt;
  const std::size_t begin = dense_end(text);
  const std::string dense(text.substr(begin));
  if (begin > qrcodegen_BUFFER_LEN_MAX) return std::nullopt;
  std::vector<std::uint8_t> room = room_for(qrcodegen_Mode_BYTE, begin);
  std::vector<std::uint8_t> dense_room = room_for(qrcodegen_Mode_ALPHANUMERIC, dense.size());
  std::vector<qrcodegen_Segment> segments;
  if (begin > 0)
    segments.push_back(
        qrcodegen_makeBytes(reinterpret_cast<const std::uint8_t*>(text.data()), begin, room.data()));
  if (!dense.empty()) segments.push_back(qrcodegen_makeAlphanumeric(dense.c_str(), dense_room.data()));
  std::vector<std::uint8_t> made(qrcodegen_BUFFER_LEN_MAX), scratch(qrcodegen_BUFFER_LEN_MAX);
  if (!qrcodegen_encodeSegmentsAdvanced(
          segments.data(), segments.size(), qrcodegen_Ecc_MEDIUM,
          std::clamp(least_version, qrcodegen_VERSION_MIN, qrcodegen_VERSION_MAX), qrcodegen_VERSION_MAX,
          qrcodegen_Mask_AUTO, true, scratch.data(), made.data()))
    return std::nullopt;
  QrCode code;
  code.size = qrcodegen_getSize(made.data());
  code.version = (code.size - 17) / 4;
  for (int y = 0; y < code.size; ++y)
    for (int x = 0; x < code.size; ++x) code.squares.push_back(qrcodegen_getModule(made.data(), x, y));
  // The level stands in two bits beside the upper left corner, masked by 10.
  const int bits = (code.is_dark(0, 8) ? 2 : 0) + (code.is_dark(1, 8) ? 1 : 0);
  constexpr std::array<char, 4> levels{'M', 'L', 'H', 'Q'};
  code.level = levels[static_cast<std::size_t>(bits ^ 2)];
  return code;
}

}  // namespace carry
