// Large first letters. Names of weekdays and languages are written small in
// Kazakh and Russian, except where a line begins with them.
#pragma once

#include <string>
#include <string_view>

namespace text {

// The text with its first letter large: "сәрсенбі, 22 сәуір" as a line of its own.
std::string with_capital(std::string_view utf8);

// The first letters of the first and the last word of a name, large: "KT"; one letter of one word, nothing
// of an empty name.
std::string initials(std::string_view name);

}  // namespace text
