// Reads objects by tables of their keys, so that what the reader accepts and what
// it says of itself (format.h) are one thing. Inside pack/ only; the tables are
// in tables.h.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "pack/format.h"
#include "pack/json_value.h"
#include "pack/read_context.h"
#include "pack/values.h"
#include "pack/words.h"

namespace pack {

enum class Need {
  required,
  optional,
  required_in_1,  // required in packs of format 1, optional since
  since_2,        // optional, and format 1 has no such key
};

// One key of the objects that become an `Owner`.
template <typename Owner>
struct Field {
  std::string_view key;
  Need need;
  Rule rule;
  void (*read)(ReadContext&, json::Value&, const Rule&, Owner&);
  void (*describe)(KeyFormat&);  // fills in what only the type of the field knows
};

// Table<Owner>::name and Table<Owner>::fields for every kind of object.
template <typename Owner>
struct Table;

// Choices<Enumeration>::words: pairs of an enumerator and its word.
template <typename Enumeration>
struct Choices;

// What is checked about an object when all of its keys were read. The overloads
// for those that have something to check are in object_checks.h.
template <typename Owner>
void check_object(ReadContext&, Owner&) {}

template <typename Type>
inline constexpr bool is_list = false;
template <typename Item>
inline constexpr bool is_list<std::vector<Item>> = true;

template <typename Type>
concept Optional = requires(Type value) {
  value.has_value();
  value.emplace();
};

template <typename Type>
concept HasTable = requires {
  Table<Type>::name;
};

template <typename Owner>
void read_object(ReadContext& context, json::Value& value, std::span<const Field<Owner>> fields,
                 Owner& target) {
  json::Object* object = value.object();
  if (!object) return report_wrong_kind(context, "an object", value);
  // Most packs have the keys in the order of the table: each is looked for behind the one before.
  std::size_t next = 0, found = 0;
  const auto find = [&](std::string_view key) -> json::Value* {
    for (std::size_t i = 0; i < object->size(); ++i) {
      if (next == object->size()) next = 0;
      json::Member& member = (*object)[next++];
      if (member.key != key) continue;
      ++found;
      return &member.value;
    }
    return nullptr;
  };
  for (const Field<Owner>& field : fields) {
    if (json::Value* written = find(field.key)) {
      const ReadContext::PathScope at(context, field.key);
      if (field.need == Need::since_2 && context.format_version == 1)
        context.warning("came with format 2; event.json says format 1");
      field.read(context, *written, field.rule, target);
    } else if (field.need == Need::required) {
      context.error(say("lacks ", quoted(field.key)));
    } else if (field.need == Need::required_in_1 && context.format_version == 1) {
      context.error(
          say("lacks ", quoted(field.key), ", which format 2 lets be absent; event.json says format 1"));
    }
  }
  if (found == object->size()) return;
  for (const json::Member& member : *object) {
    if (std::ranges::find(fields, member.key, &Field<Owner>::key) != fields.end()) continue;
    const ReadContext::PathScope at(context, member.key);
    std::vector<std::string_view> known;
    if (context.suggests())
      for (const Field<Owner>& field : fields) known.push_back(field.key);
    context.warning(say("is not a key of the format", did_you_mean(member.key, known)));
  }
}

template <HasTable Owner>
void read_value(ReadContext& context, json::Value& value, const Rule&, Owner& target) {
  read_object<Owner>(context, value, Table<Owner>::fields, target);
  if (value.object()) check_object(context, target);
}

template <typename Enumeration>
requires std::is_enum_v<Enumeration>
void read_value(ReadContext& context, json::Value& value, const Rule&, Enumeration& target) {
  const std::string* word = value.text();
  if (!word) return report_wrong_kind(context, "a text", value);
  for (const auto& [enumerator, name] : Choices<Enumeration>::words)
    if (name == *word) {
      target = enumerator;
      return;
    }
  std::vector<std::string_view> known;
  for (const auto& [enumerator, name] : Choices<Enumeration>::words) known.push_back(name);
  std::string list;
  for (const std::string_view name : known) list += say(list.empty() ? "" : ", ", name);
  context.error(say(quoted(*word), " is not one of ", list, did_you_mean(*word, known)));
}

template <Optional Type>
void read_value(ReadContext& context, json::Value& value, const Rule& rule, Type& target) {
  read_value(context, value, rule, target.emplace());
}

template <typename Item>
void read_value(ReadContext& context, json::Value& value, const Rule& rule, std::vector<Item>& target) {
  if (!check_list(context, value, rule)) return;
  const std::size_t size = *json::list_size(value);
  target.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    const ReadContext::PathScope at(context, i);
    read_value(context, json::item(value, i, context.item), rule, target.emplace_back());
    if constexpr (std::is_same_v<Item, std::string>) {
      if (rule.distinct && std::find(target.begin(), target.end() - 1, target.back()) != target.end() - 1)
        context.error(say(quoted(target.back()), " is listed twice"));
    }
  }
  if (rule.shape == Shape::object) context.all_declared(rule.named);
}

// Describes what a field of this type holds.
template <typename Type>
void describe_type(KeyFormat& format) {
  if constexpr (is_list<Type> || Optional<Type>) {
    describe_type<typename Type::value_type>(format);
  } else if constexpr (std::is_enum_v<Type>) {
    for (const auto& [enumerator, word] : Choices<Type>::words) format.choices.push_back(word);
  } else if constexpr (HasTable<Type>) {
    format.object = Table<Type>::name;
  }
}

template <typename Member>
struct MemberTraits;
template <typename Class, typename Type>
struct MemberTraits<Type Class::*> {
  using Owner = Class;
  using Value = Type;
};

// An entry of a table: the key and the member it becomes. More than one member
// is a path: field<&Theme::publication, &Publication::status>.
template <auto First, auto... Rest>
constexpr auto field(std::string_view key, Need need, Rule rule) {
  using Owner = typename MemberTraits<decltype(First)>::Owner;
  using Value = std::remove_cvref_t<decltype(((std::declval<Owner&>().*First).*....*Rest))>;
  return Field<Owner>{key, need, rule,
                      [](ReadContext& context, json::Value& value, const Rule& known_rule, Owner& owner) {
                        read_value(context, value, known_rule, ((owner.*First).*....*Rest));
                      },
                      &describe_type<Value>};
}

}  // namespace pack
