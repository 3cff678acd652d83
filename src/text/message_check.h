// Looks for what is wrong with a message in its language, beyond what makes it unreadable. For
// lint/ and the tests of i18n/; the app does not carry it.
#pragma once

#include <expected>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/cldr.h"

namespace text {

// How a message uses one placeholder.
struct PlaceholderUse {
  bool counts = false;              // by plural or selectordinal: wants a number
  std::set<std::string> selectors;  // of every plural or select on it
};

// By name; or why the message cannot be read.
std::expected<std::map<std::string, PlaceholderUse>, std::string> placeholders(std::string_view pattern);

// What is read of the message, without placeholders and without the words that steer it: a piece
// for each stretch of text in each branch. Or why the message cannot be read.
std::expected<std::vector<std::string>, std::string> literal_pieces(std::string_view pattern);

// Plural categories that `language` needs and a plural of the message lacks, categories that the
// language has not, and kinds of placeholders that text/message.h does not know. Empty when all
// is well.
std::vector<std::string> message_mistakes(std::string_view pattern, const Cldr& language);

}  // namespace text
