// Texts of the app that a language lacks: an event may bring a language that is translated in part, and
// what is missing is shown in English, which has to be said of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace text {

// What is said in English in that language because nobody has translated it yet; nothing of most languages.
// Only texts without placeholders: of a sentence that is put together nobody knows afterwards which it was.
std::vector<std::string> borrowed_texts(std::string_view language);

}  // namespace text
