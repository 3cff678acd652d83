#include "pack/checksum.h"

#include <array>
#include <bit>
#include <cstring>

namespace pack {
namespace {

// {"checksum":"0123456789abcdef","format":1,… and the same in CBOR.
constexpr std::string_view prefix = "{\"checksum\":\"";
constexpr std::string_view cbor_prefix =
    "\xBF\x68"
    "checksum"
    "\x70";
constexpr std::size_t digits = 16;

constexpr std::size_t at_once = 16;  // bytes

using Tables = std::array<std::array<std::uint64_t, 256>, at_once>;

// Of each byte, with 0 to 15 zero bytes behind it. Made when the program runs: no packing makes the 32 KB
// smaller, which were a twentieth of the browser's download.
Tables make_tables() {
  constexpr std::uint64_t polynomial = 0xC96C5795D7870F42;  // of ECMA-182, with its lowest bit first
  Tables sums{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    std::uint64_t rest = byte;
    for (int bit = 0; bit < 8; ++bit) rest = (rest >> 1) ^ ((rest & 1) != 0 ? polynomial : 0);
    sums[0][byte] = rest;
  }
  for (std::size_t byte = 0; byte < 256; ++byte)
    for (std::size_t zeros = 1; zeros < at_once; ++zeros) {
      const std::uint64_t before = sums[zeros - 1][byte];
      sums[zeros][byte] = sums[0][before & 0xFF] ^ (before >> 8);
    }
  return sums;
}

std::string hexadecimal(std::uint64_t number) {
  constexpr std::string_view digit = "0123456789abcdef";
  std::string text(digits, '0');
  for (std::size_t i = digits; i-- > 0; number >>= 4) text[i] = digit[number & 0xF];
  return text;
}

}  // namespace

std::uint64_t crc64(std::string_view bytes) {
  static const Tables tables = make_tables();
  std::uint64_t sum = ~std::uint64_t{0};
  const auto eight_at = [&](std::size_t at) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    return std::endian::native == std::endian::big ? std::byteswap(eight) : eight;
  };
  for (; bytes.size() >= at_once; bytes.remove_prefix(at_once)) {
    std::uint64_t first = sum ^ eight_at(0), second = eight_at(8);
    sum = 0;
    for (std::size_t i = 8; i-- > 0; first >>= 8, second >>= 8)
      sum ^= tables[8 + i][first & 0xFF] ^ tables[i][second & 0xFF];
  }
  for (const char c : bytes) sum = tables[0][(sum & 0xFF) ^ static_cast<unsigned char>(c)] ^ (sum >> 8);
  return ~sum;
}

std::string sealed(std::string_view bundle_without_checksum) {
  const bool is_cbor = bundle_without_checksum.starts_with(cbor_prefix.front());
  std::string rest = is_cbor ? "" : "\",";
  rest += bundle_without_checksum.substr(1);
  return std::string(is_cbor ? cbor_prefix : prefix) + hexadecimal(crc64(rest)) + rest;
}

SealAndSum seal_and_sum_of(std::string_view bundle) {
  const bool is_json = bundle.starts_with(prefix);
  if (!is_json && !bundle.starts_with(cbor_prefix)) return {Seal::absent, crc64(bundle)};
  bundle.remove_prefix(is_json ? prefix.size() : cbor_prefix.size());
  if (bundle.size() < digits) return {Seal::broken, ~crc64(bundle)};
  const std::uint64_t sum = crc64(bundle.substr(digits));
  if (bundle.substr(0, digits) == hexadecimal(sum)) return {Seal::whole, sum};
  return {Seal::broken, ~sum};  // not that of a whole one
}

Seal seal_of(std::string_view bundle) { return seal_and_sum_of(bundle).seal; }

}  // namespace pack
