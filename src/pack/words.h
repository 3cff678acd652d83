// Small helpers to put the reasons of problems into words, for pack/ and for the tools.
#pragma once

#include <charconv>
#include <concepts>
#include <span>
#include <string>
#include <string_view>

namespace pack {

inline void append_word(std::string& sentence, std::string_view word) { sentence += word; }
inline void append_word(std::string& sentence, std::integral auto number) {
  sentence += std::to_string(number);
}
void append_word(std::string& sentence, double number);

// The parts one after another: say("has ", 2, " points").
std::string say(const auto&... parts) {
  std::string sentence;
  (append_word(sentence, parts), ...);
  return sentence;
}

// The text in quotation marks, fit for one line of a terminal: shortened when
// long, with control characters spelt out.
struct Quoted {
  std::string operator()(std::string_view text) const;
};
// An object, because std::quoted, which comes with <filesystem>, would be taken for a function of that name.
inline constexpr Quoted quoted{};

// "1 session", "2 sessions"
inline std::string count(std::size_t number, std::string_view one, std::string_view many) {
  return say(number, " ", number == 1 ? one : many);
}

// "U+202E"
std::string code_point_name(char32_t code_point);

// "; did you mean "room"?" when one of `known` is only a slip away, else nothing.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> known);

// The number of code points; any broken byte counts as one.
std::size_t length_in_code_points(std::string_view text);

}  // namespace pack
