#include "pack/checksum.h"

#include <array>

namespace pack {
namespace {

// {"checksum":"0123456789abcdef","format":1,…
constexpr std::string_view prefix = "{\"checksum\":\"";
constexpr std::size_t digits = 16;

std::string hexadecimal(std::uint64_t number) {
  constexpr std::string_view digit = "0123456789abcdef";
  std::string text(digits, '0');
  for (std::size_t i = digits; i-- > 0; number >>= 4) text[i] = digit[number & 0xF];
  return text;
}

}  // namespace

std::uint64_t crc64(std::string_view bytes) {
  constexpr std::uint64_t polynomial = 0xC96C5795D7870F42;  // of ECMA-182, with its lowest bit first
  std::array<std::uint64_t, 256> of_byte{};
  for (std::size_t i = 0; i < of_byte.size(); ++i) {
    std::uint64_t rest = i;
    for (int bit = 0; bit < 8; ++bit) rest = (rest >> 1) ^ ((rest & 1) != 0 ? polynomial : 0);
    of_byte[i] = rest;
  }
  std::uint64_t sum = ~std::uint64_t{0};
  for (const char c : bytes) sum = of_byte[(sum ^ static_cast<unsigned char>(c)) & 0xFF] ^ (sum >> 8);
  return ~sum;
}

std::string sealed(std::string_view bundle_without_checksum) {
  std::string rest = "\",";
  rest += bundle_without_checksum.substr(1);
  return std::string(prefix) + hexadecimal(crc64(rest)) + rest;
}

Seal seal_of(std::string_view bundle) {
  if (!bundle.starts_with(prefix)) return Seal::absent;
  bundle.remove_prefix(prefix.size());
  if (bundle.size() < digits) return Seal::broken;
  return bundle.substr(0, digits) == hexadecimal(crc64(bundle.substr(digits))) ? Seal::whole : Seal::broken;
}

}  // namespace pack
