#include "text/message.h"

#include <unicode/messagepattern.h>

#include <algorithm>
#include <cassert>
#include <charconv>

#include "text/icu_support.h"
#include "text/words.h"

namespace text {

namespace {

std::string decimal(std::int64_t number) { return std::to_string(number); }

const Argument* find_argument(std::span<const Argument> arguments, std::string_view name) {
  const auto found = std::ranges::find(arguments, name, &Argument::name);
  return found == arguments.end() ? nullptr : &*found;
}

}  // namespace

// Turns ICU's flat list of parts into pieces.
class Message::Parser {
 public:
  explicit Parser(const icu::MessagePattern& pattern) : pattern_(pattern) {}

  // The branch that starts at part `at`; leaves `at` behind its end.
  std::vector<Piece> branch(std::int32_t& at) {
    std::vector<Piece> pieces;
    std::int32_t text_start = pattern_.getPart(at).getLimit();
    for (++at;; ++at) {
      const icu::MessagePattern::Part& part = pattern_.getPart(at);
      add_text(pieces, text_start, part.getIndex());
      text_start = part.getLimit();
      switch (part.getType()) {
        case UMSGPAT_PART_TYPE_MSG_LIMIT: ++at; return pieces;
        case UMSGPAT_PART_TYPE_REPLACE_NUMBER:
          pieces.push_back({.kind = Kind::number_sign, .text = {}, .branches = {}});
          break;
        case UMSGPAT_PART_TYPE_ARG_START: {
          const std::int32_t limit = pattern_.getLimitPartIndex(at);
          pieces.push_back(placeholder(at, limit));
          text_start = pattern_.getPart(limit).getLimit();
          at = limit;
          break;
        }
        default:  // quotation marks, which print nothing
          break;
      }
    }
  }

 private:
  void add_text(std::vector<Piece>& pieces, std::int32_t start, std::int32_t end) const {
    if (start >= end) return;
    const std::string text = to_utf8(pattern_.getPatternString().tempSubStringBetween(start, end));
    if (pieces.empty() || pieces.back().kind != Kind::text)
      pieces.push_back({.kind = Kind::text, .text = text, .branches = {}});
    else
      pieces.back().text += text;
  }

  std::string name_at(std::int32_t at) const { return to_utf8(pattern_.getSubstring(pattern_.getPart(at))); }

  Piece placeholder(std::int32_t at, std::int32_t limit) {
    Piece piece;
    switch (pattern_.getPart(at).getArgType()) {
      case UMSGPAT_ARG_TYPE_PLURAL: piece.kind = Kind::plural; break;
      case UMSGPAT_ARG_TYPE_SELECTORDINAL: piece.kind = Kind::ordinal; break;
      case UMSGPAT_ARG_TYPE_SELECT: piece.kind = Kind::select; break;
      default: piece.kind = Kind::value; break;
    }
    ++at;
    piece.text = name_at(at);
    ++at;
    if (piece.kind == Kind::value) return piece;
    if (piece.kind != Kind::select) piece.offset = static_cast<std::int64_t>(pattern_.getPluralOffset(at));
    while (at < limit) {
      const UMessagePatternPartType type = pattern_.getPartType(at);
      if (type == UMSGPAT_PART_TYPE_ARG_SELECTOR) {
        piece.branches.push_back({.selector = name_at(at), .pieces = {}});
        ++at;
      } else if (type == UMSGPAT_PART_TYPE_MSG_START) {
        piece.branches.back().pieces = branch(at);
      } else {
        ++at;  // the number of "offset:1" or "=1", which is in the selector's text as well
      }
    }
    return piece;
  }

  const icu::MessagePattern& pattern_;
};

class Message::Printer {
 public:
  Printer(std::string& out, std::span<const Argument> arguments, const Cldr& cldr)
      : out_(out), arguments_(arguments), cldr_(cldr) {}

  // `counted` is what # stands for.
  void print(const std::vector<Piece>& pieces, std::int64_t counted) {
    for (const Piece& piece : pieces) {
      if (piece.kind == Kind::text)
        out_ += piece.text;
      else if (piece.kind == Kind::number_sign)
        out_ += cldr_.number(counted);
      else
        print_placeholder(piece, counted);
    }
  }

 private:
  void print_placeholder(const Piece& piece, std::int64_t counted) {
    const Argument* argument = find_argument(arguments_, piece.text);
    if (!argument) {
      assert(false && "a placeholder of the message has no argument");
      out_ += '{' + piece.text + '}';
      return;
    }
    const std::int64_t* number = std::get_if<std::int64_t>(&argument->value);
    if (piece.kind == Kind::value) {
      if (number)
        out_ += cldr_.number(*number);
      else
        out_ += std::get<std::string_view>(argument->value);
    } else if (piece.kind == Kind::select) {
      const std::string digits = number ? decimal(*number) : std::string();
      print(chosen(piece, number ? digits : std::get<std::string_view>(argument->value)), counted);
    } else {
      assert(number && "a plural needs a number");
      print_counted(piece, number ? *number : 0);
    }
  }

  void print_counted(const Piece& piece, std::int64_t number) {
    // An exact value is compared with the whole number, a category with what is left of it.
    const std::string exact = '=' + decimal(number);
    const std::int64_t counted = number - piece.offset;
    const auto branch = std::ranges::find(piece.branches, exact, &Branch::selector);
    if (branch != piece.branches.end()) return print(branch->pieces, counted);
    const Counting counting = piece.kind == Kind::ordinal ? Counting::ordinal : Counting::cardinal;
    print(chosen(piece, cldr_.plural_category(counted, counting)), counted);
  }

  // The branch of `selector`, else that of "other", which the parser insists on.
  const std::vector<Piece>& chosen(const Piece& piece, std::string_view selector) const {
    auto branch = std::ranges::find(piece.branches, selector, &Branch::selector);
    if (branch == piece.branches.end())
      branch = std::ranges::find(piece.branches, "other", &Branch::selector);
    assert(branch != piece.branches.end());
    return branch->pieces;
  }

  std::string& out_;
  std::span<const Argument> arguments_;
  const Cldr& cldr_;
};

std::expected<Message, std::string> Message::parse(std::string_view pattern) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const icu::MessagePattern parsed(to_icu(pattern), &where, status);
  if (U_FAILURE(status))
    return std::unexpected(icu_error(status) + " at character " + std::to_string(where.offset + 1));
  Message message;
  std::int32_t at = 0;
  message.pieces_ = Parser(parsed).branch(at);
  return message;
}

void Message::append_to(std::string& out, std::span<const Argument> arguments, const Cldr& cldr) const {
  Printer(out, arguments, cldr).print(pieces_, 0);
}

bool Message::has_placeholders() const {
  return std::ranges::any_of(pieces_, [](const Piece& piece) { return piece.kind != Kind::text; });
}

}  // namespace text
