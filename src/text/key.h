// Names of messages, checked while compiling: a key that i18n/ lacks in any
// language does not build.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/message_keys.h"  // generated: message_key_names, sorted

namespace text {

class Key {
 public:
  // Written as a literal: f.text("agenda.title").
  consteval Key(const char* name) : index_(find(name)) {}

  constexpr std::uint16_t index() const { return index_; }
  constexpr std::string_view name() const { return message_key_names[index_]; }
  constexpr bool operator==(const Key&) const = default;

 private:
  static consteval std::uint16_t find(std::string_view name) {
    std::uint16_t low = 0;
    std::uint16_t high = message_key_count;
    while (low < high) {
      const auto middle = static_cast<std::uint16_t>((low + high) / 2);
      if (message_key_names[middle] < name)
        low = static_cast<std::uint16_t>(middle + 1);
      else
        high = middle;
    }
    if (low == message_key_count || message_key_names[low] != name) no_such_message_in_i18n();
    return low;
  }

  // Called by a wrong key while compiling, where only constexpr functions may be: its name is the
  // error message. (A throw would do, but the web build has no exceptions.)
  static void no_such_message_in_i18n();

  std::uint16_t index_;
};

}  // namespace text
