// Large first letters. Names of weekdays and languages are written small in
// Kazakh and Russian, except where a line begins with them.
#pragma once

#include <string>
#include <string_view>

namespace text {

// The text with its first letter large: "сәрсенбі, 22 сәуір" as a line of its own.
std::string with_capital(std::string_view utf8);

}  // namespace text
