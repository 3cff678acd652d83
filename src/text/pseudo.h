// A language that is nobody's: every word 40 % longer than it is. Shows which
// places of a screen have no room for a longer translation.
#pragma once

#include <string>
#include <string_view>

namespace text {

// `message` with each word of three letters or more lengthened by its own first
// letters. What stands in braces of ICU's message syntax stays what it is; texts
// without braces are lengthened as a whole.
std::string lengthened(std::string_view message);

}  // namespace text
