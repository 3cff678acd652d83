// One parsed message: text with placeholders, plurals and selects. For this folder only.
#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/cldr.h"

namespace text {

struct Argument;

class Message {
 public:
  Message() = default;

  // Syntax as in ICU's MessageFormat, read by ICU's own parser. Says what is wrong when it is.
  static std::expected<Message, std::string> parse(std::string_view pattern);

  // Appends the message with its placeholders filled in. One that `arguments` lacks is a mistake
  // of the caller: it stops a debug build, and prints as {name} otherwise.
  void append_to(std::string& out, std::span<const Argument> arguments, const Cldr&) const;

  bool has_placeholders() const;

 private:
  struct Branch;

  enum class Kind { text, value, number_sign, plural, ordinal, select };

  struct Piece {
    Kind kind = Kind::text;
    std::string text;              // what to print, or the name of the placeholder
    std::int64_t offset = 0;       // of a plural: taken off before the category is chosen
    std::vector<Branch> branches;  // of plural, ordinal and select
  };

  struct Branch {
    std::string selector;  // few, =0, other, hall, ...
    std::vector<Piece> pieces;
  };

  class Parser;
  class Printer;

  std::vector<Piece> pieces_;
};

}  // namespace text
