#include "text/pseudo.h"

#include <vector>

#include "text/utf8.h"

namespace text {
namespace {

// Letters of UTF-8: everything beyond ASCII counts as one, except general
// punctuation and no-break spaces.
bool is_letter(std::string_view character) {
  const char first = character.front();
  if (character.size() == 1) return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  return !character.starts_with("\xE2") && !character.starts_with("\xC2");
}

void end_word(std::string& result, std::vector<std::string_view>& word) {
  constexpr std::size_t shortest = 3;
  if (word.size() >= shortest)
    for (std::size_t i = 0; i < (word.size() * 2 + 4) / 5; ++i) result.append(word[i]);
  word.clear();
}

}  // namespace

std::string lengthened(std::string_view message) {
  std::string result;
  std::vector<std::string_view> word;
  int depth = 0;  // in braces; even depths hold text, odd ones arguments
  for (std::size_t at = 0; at < message.size();) {
    const std::string_view character = message.substr(at, code_point_length(message, at));
    at += character.size();
    const bool in_word = depth % 2 == 0 && is_letter(character);
    if (!in_word) end_word(result, word);
    if (character == "{") ++depth;
    if (character == "}") --depth;
    result.append(character);
    if (in_word) word.push_back(character);
  }
  end_word(result, word);
  return result;
}

}  // namespace text
