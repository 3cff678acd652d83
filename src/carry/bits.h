// Bits one after the other, the highest of each number first, for code.cpp. Inside carry/ only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace carry {

class BitWriter {
 public:
  // The lowest `count` bits of the number, at most 64.
  void put(std::uint64_t number, int count) {
    for (int i = count; i-- > 0;) put_bit((number >> i & 1) != 0);
  }
  // Numbers of any size, small ones in fewer bits: groups of `size` bits, each behind a bit for "another
  // follows".
  void put_grouped(std::uint64_t number, int size) {
    int groups = 1;
    while (groups * size < 64 && number >> (groups * size) != 0) ++groups;
    for (int i = groups; i-- > 0;) {
      put_bit(i > 0);
      put(number >> (i * size), size);
    }
  }
  void put_bytes(std::string_view bytes) {
    for (const char byte : bytes) put(static_cast<unsigned char>(byte), 8);
  }
  // Filled up with zeros to a whole byte.
  const std::string& bytes() const { return bytes_; }

 private:
  void put_bit(bool bit) {
    if (used_ % 8 == 0) bytes_ += '\0';
    if (bit)
      bytes_.back() = static_cast<char>(static_cast<unsigned char>(bytes_.back()) | (0x80U >> (used_ % 8)));
    ++used_;
  }

  std::string bytes_;
  std::size_t used_ = 0;
};

// Every answer is nothing when there are not that many bits.
class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : bytes_(bytes) {}

  std::optional<std::uint64_t> take(int count) {
    if (static_cast<std::size_t>(count) > left()) return std::nullopt;
    std::uint64_t number = 0;
    for (int i = 0; i < count; ++i, ++used_)
      number = number << 1 | (static_cast<unsigned char>(bytes_[used_ / 8]) >> (7 - used_ % 8) & 1U);
    return number;
  }
  std::optional<std::uint64_t> take_grouped(int size) {
    std::uint64_t number = 0;
    for (int bits = size; bits <= 63 + size; bits += size) {
      const auto more = take(1), group = take(size);
      if (!more || !group) return std::nullopt;
      number = number << size | *group;
      if (*more == 0) return number;
    }
    return std::nullopt;
  }
  std::optional<std::string> take_bytes(std::size_t count) {
    if (count > left() / 8) return std::nullopt;
    std::string taken;
    for (std::size_t i = 0; i < count; ++i) taken += static_cast<char>(*take(8));
    return taken;
  }
  std::size_t left() const { return bytes_.size() * 8 - used_; }

 private:
  std::string_view bytes_;
  std::size_t used_ = 0;
};

}  // namespace carry
