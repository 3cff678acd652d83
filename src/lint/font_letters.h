// Which letters a font file has, as its table `cmap` says.
#pragma once

#include <optional>
#include <set>
#include <string_view>

namespace lint {

// Nothing when the file has no such table that can be read.
std::optional<std::set<char32_t>> letters_of_font(std::string_view file);

}  // namespace lint
