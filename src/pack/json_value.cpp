#include "pack/json_value.h"

#include <array>
#include <bit>

#include "pack/shortest.h"

#include "pack/cbor.h"

namespace pack::json {
namespace {

void write_text(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20) {
      out += "\\u00";
      out += digits[byte >> 4];
      out += digits[byte & 0xF];
    } else {
      out += c;
    }
  }
  out += '"';
}

// One function object for all kinds, so that a kind without an answer does not compile.
struct JsonWriter {
  std::string& out;

  void operator()(std::monostate) const { out += "null"; }
  void operator()(bool yes) const { out += yes ? "true" : "false"; }
  void operator()(std::int64_t number) const { out += std::to_string(number); }
  void operator()(double number) const { out += shortest(number); }
  void operator()(const std::string& text) const { write_text(out, text); }
  void operator()(const List& list) const {
    char before = '[';
    for (const Value& item : list) {
      out += before;
      before = ',';
      std::visit(*this, item.content);
    }
    out += list.empty() ? "[]" : "]";
  }
  void operator()(const Numbers& numbers) const {
    char before = '[';
    for (const std::int64_t number : numbers) {
      out += before;
      before = ',';
      (*this)(number);
    }
    out += numbers.empty() ? "[]" : "]";
  }
  void operator()(const Unread&) const {}  // there is none where JSON is written: unpack_bundle reads all
  void operator()(const Object& object) const {
    char before = '{';
    for (const Member& member : object) {
      out += before;
      before = ',';
      write_text(out, member.key);
      out += ':';
      std::visit(*this, member.value.content);
    }
    out += object.empty() ? "{}" : "}";
  }
};

struct CborWriter {
  std::string& out;

  void bytes(std::uint64_t number, int count) const {
    for (int shift = 8 * (count - 1); shift >= 0; shift -= 8)
      out += static_cast<char>(number >> shift & 0xFF);
  }
  // The shortest head that has that number in it.
  void head(Major major, std::uint64_t number) const {
    const auto start = [&](unsigned low) {
      out += static_cast<char>(static_cast<unsigned>(major) << 5 | low);
    };
    if (number < 24) return start(static_cast<unsigned>(number));
    if (number <= 0xFF) return start(24), bytes(number, 1);
    if (number <= 0xFFFF) return start(25), bytes(number, 2);
    if (number <= 0xFFFFFFFF) return start(26), bytes(number, 4);
    start(27), bytes(number, 8);
  }
  void members(const Object& object) const {
    for (const Member& member : object) {
      (*this)(member.key);
      std::visit(*this, member.value.content);
    }
  }

  void operator()(std::monostate) const { out += '\xF6'; }
  void operator()(bool yes) const { out += yes ? '\xF5' : '\xF4'; }
  void operator()(std::int64_t number) const {
    if (number >= 0) return head(Major::positive, static_cast<std::uint64_t>(number));
    head(Major::negative, static_cast<std::uint64_t>(-(number + 1)));
  }
  void operator()(double number) const {
    out += '\xFB';
    bytes(std::bit_cast<std::uint64_t>(number), 8);
  }
  void operator()(const std::string& text) const {
    head(Major::text, text.size());
    out += text;
  }
  void operator()(const List& list) const {
    head(Major::list, list.size());
    for (const Value& item : list) std::visit(*this, item.content);
  }
  void operator()(const Numbers& numbers) const {
    head(Major::list, numbers.size());
    for (const std::int64_t number : numbers) (*this)(number);
  }
  void operator()(const Unread& list) const {
    head(Major::list, list.size);
    out += list.bytes;
  }
  void operator()(const Object& object) const {
    head(Major::object, object.size());
    members(object);
  }
};

}  // namespace

std::optional<std::size_t> list_size(const Value& value) {
  if (const List* list = value.list()) return list->size();
  if (const Unread* unread = std::get_if<Unread>(&value.content)) return unread->size;
  return std::nullopt;
}

const Value* find(const Object& object, std::string_view key) {
  for (const Member& member : object)
    if (member.key == key) return &member.value;
  return nullptr;
}

Value* find(Object& object, std::string_view key) {
  for (Member& member : object)
    if (member.key == key) return &member.value;
  return nullptr;
}

std::optional<Numbers> numbers_in(const Value& value) {
  if (const Numbers* numbers = std::get_if<Numbers>(&value.content)) return *numbers;
  const List* list = value.list();
  if (list == nullptr) return std::nullopt;
  Numbers numbers;
  numbers.reserve(list->size());
  for (const Value& item : *list) {
    const std::int64_t* number = item.whole_number();
    if (number == nullptr) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

std::string_view kind_of(const Value& value) {
  constexpr std::array<std::string_view, 9> kinds = {
      "null",   "true or false", "a number",          "a number", "a text",
      "a list", "an object",     "a list of numbers", "a list"};
  return kinds[value.content.index()];
}

std::string write(const Value& value) {
  std::string out;
  std::visit(JsonWriter{out}, value.content);
  return out;
}

std::string write_cbor(const Value& value) {
  std::string out;
  const CborWriter writer{out};
  const Object* whole = value.object();
  if (whole == nullptr) {
    std::visit(writer, value.content);
    return out;
  }
  constexpr char end = '\xFF';
  out += start_of_cbor;
  writer.members(*whole);
  out += end;
  return out;
}

}  // namespace pack::json
