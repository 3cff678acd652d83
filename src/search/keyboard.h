// What was meant when the keyboard was set to another language: "ghjuhfvvf" is «программа».
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace search {

// The readings of what was typed by the keys' other letters, among the US, the Russian and the Kazakh
// layout: letters stand on keys that give signs or digits elsewhere, as х on `[` and ә on 2. Only those
// that differ from the text and from each other.
std::vector<std::string> other_layouts(std::string_view typed);

// Whether signs stand in it where another layout has letters or digits: "fi[f,fl" is «ашхабад», and
// `зал ,` typed on a Kazakh keyboard is «зал 6». What is left without the signs may be words by chance.
bool has_signs_for_letters(std::string_view typed);

}  // namespace search
