// What was meant when the keyboard was set to another language: "ghjuhfvvf" is «программа».
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace search {

// The readings of what was typed by the keys' other letters: a US keyboard as Russian and as
// Kazakh (whose digit row holds ә і ң ғ ү ұ қ ө һ), a Russian one as US and as Kazakh. Only those
// that differ from the text and from each other.
std::vector<std::string> other_layouts(std::string_view typed);

}  // namespace search
