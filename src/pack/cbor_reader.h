// Reads the CBOR that json::write_cbor() writes, and no more of that format: nobody else builds packs.
// Inside pack/ only.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pack::json {

// Tells `Builder` of each value as nlohmann's readers tell their listener: the same words, and false
// stops it. builder.fail(REASON) answers false.
template <typename Builder>
class CborReader {
 public:
  CborReader(std::string_view bytes, Builder& builder) : rest_(bytes), builder_(builder) {}

  // All of the bytes as one value; false when they are none.
  bool read() { return value() && (rest_.empty() || builder_.fail("goes on behind its end")); }

 private:
  // The kinds of values, in the upper three bits of their first byte.
  enum Kind : unsigned { positive = 0, negative = 1, text = 3, list = 4, object = 5, other = 7 };
  static constexpr std::size_t open_end = static_cast<std::size_t>(-1);
  static constexpr char end_mark = '\xFF';

  struct Head {
    unsigned kind = 0;
    unsigned low = 0;          // the other five bits
    std::uint64_t number = 0;  // what they say, or the bytes behind them
  };

  bool take(std::size_t size, std::string_view& bytes) {
    if (rest_.size() < size) return builder_.fail("ends too early");
    bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return true;
  }

  bool head(Head& head) {
    std::string_view bytes;
    if (!take(1, bytes)) return false;
    const unsigned first = static_cast<unsigned char>(bytes[0]);
    head = {.kind = first >> 5, .low = first & 31, .number = first & 31};
    if (head.low < 24 || head.low > 27) return true;
    if (!take(std::size_t{1} << (head.low - 24), bytes)) return false;
    head.number = 0;
    for (const char byte : bytes) head.number = head.number << 8 | static_cast<unsigned char>(byte);
    return true;
  }

  bool strange() { return builder_.fail("is no CBOR as summit-pack writes it"); }

  bool string(const Head& head, std::string& string) {
    std::string_view bytes;
    if (head.kind != text || head.low > 27) return strange();
    if (head.number > rest_.size()) return builder_.fail("ends too early");
    if (!take(static_cast<std::size_t>(head.number), bytes)) return false;
    string = bytes;
    return true;
  }

  bool value() {
    Head start;
    if (!head(start)) return false;
    if (start.low > 27 && start.low < 31) return strange();
    if (start.kind == other) return simple(start);
    if (start.kind == list) return items(start, false);
    if (start.kind == object) return items(start, true);
    if (start.kind == text) {
      std::string words;
      return string(start, words) && builder_.string(words);
    }
    if (start.kind > negative || start.low > 27 || start.number > INT64_MAX) return strange();
    const auto number = static_cast<std::int64_t>(start.number);
    return builder_.number_integer(start.kind == negative ? -1 - number : number);
  }

  bool simple(const Head& start) {
    switch (start.low) {
      case 20: return builder_.boolean(false);
      case 21: return builder_.boolean(true);
      case 22: return builder_.null();
      case 27: return builder_.number_float(std::bit_cast<double>(start.number), {});
      default: return strange();
    }
  }

  // A list, or the keys and values of an object.
  bool items(const Head& start, bool of_object) {
    const bool is_open = start.low == 31;
    if (!is_open && start.number > rest_.size()) return builder_.fail("ends too early");
    const std::size_t count = is_open ? open_end : static_cast<std::size_t>(start.number);
    if (!(of_object ? builder_.start_object(count) : builder_.start_array(count))) return false;
    for (std::size_t i = 0; i < count; ++i) {
      if (is_open && rest_.starts_with(end_mark)) {
        rest_.remove_prefix(1);
        break;
      }
      if (of_object) {
        Head name;
        std::string key;
        if (!head(name) || !string(name, key) || !builder_.key(key)) return false;
      }
      if (!value()) return false;
    }
    return of_object ? builder_.end_object() : builder_.end_array();
  }

  std::string_view rest_;
  Builder& builder_;
};

}  // namespace pack::json
