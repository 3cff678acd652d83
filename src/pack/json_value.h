// JSON as the reader of packs wants it: keys in the order they were written,
// nothing converted. Inside pack/ only; no JSON library shows here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pack::json {

struct Member;
struct Value;
using List = std::vector<Value>;
using Object = std::vector<Member>;
// A long list of whole numbers alone, such as a map, in a fifth of the room. Only reading CBOR and writing a
// map make one; numbers_in() reads both kinds of lists.
using Numbers = std::vector<std::int64_t>;

// A list as it stands in CBOR that was looked through and found good. A large event is read one thing after
// the other: all of them as values at once would take longer, and as much memory as the event.
struct Unread {
  std::string_view bytes;  // of the items
  std::size_t size = 0;    // how many they are
  std::size_t at = 0;      // where in the bytes the next one begins
};

struct Value {
  std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Object, Numbers, Unread>
      content;

  const std::string* text() const { return std::get_if<std::string>(&content); }
  const std::int64_t* whole_number() const { return std::get_if<std::int64_t>(&content); }
  const double* fraction() const { return std::get_if<double>(&content); }
  const List* list() const { return std::get_if<List>(&content); }
  const Object* object() const { return std::get_if<Object>(&content); }
  std::string* text() { return std::get_if<std::string>(&content); }
  List* list() { return std::get_if<List>(&content); }
  Object* object() { return std::get_if<Object>(&content); }
};

struct Member {
  std::string key;
  Value value;
};

// How many items it has, when it is a list, read or unread.
std::optional<std::size_t> list_size(const Value& value);

// The item of a list; of an unread one they are asked for one after the other, and each is in `room` until
// the next.
Value& item(Value& list, std::size_t index, Value& room);

// The value of `key`, or nullptr.
const Value* find(const Object& object, std::string_view key);
Value* find(Object& object, std::string_view key);

// What a list of whole numbers holds; nothing of anything else.
std::optional<Numbers> numbers_in(const Value& value);

// "a text", "a list", ...
std::string_view kind_of(const Value& value);

// The value as JSON without any blank; always the same bytes for the same value.
std::string write(const Value& value);

// The same values in CBOR (RFC 8949), which is read in a third of the time; always the same bytes for the
// same value. An object that is all of it has no length before it but an end behind it, so that it always
// begins with `start_of_cbor`.
std::string write_cbor(const Value& value);
inline constexpr char start_of_cbor = '\xBF';

}  // namespace pack::json
