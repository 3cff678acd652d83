#include "pack/json_value.h"

#include <array>
#include <charconv>

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
struct Writer {
  std::string& out;

  void operator()(std::monostate) const { out += "null"; }
  void operator()(bool yes) const { out += yes ? "true" : "false"; }
  void operator()(std::int64_t number) const { out += std::to_string(number); }
  void operator()(double number) const {
    std::array<char, 40> digits{};
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
  }
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

}  // namespace

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

std::string_view kind_of(const Value& value) {
  constexpr std::array<std::string_view, 7> kinds = {"null",   "true or false", "a number", "a number",
                                                     "a text", "a list",        "an object"};
  return kinds[value.content.index()];
}

std::string write(const Value& value) {
  std::string out;
  std::visit(Writer{out}, value.content);
  return out;
}

}  // namespace pack::json
