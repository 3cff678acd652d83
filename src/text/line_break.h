// Where a paragraph may be broken into lines.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

struct LineBreak {
  std::uint32_t offset = 0;  // in bytes: the next line starts here
  bool mandatory = false;    // after a newline
};

// All places where `utf8` may be broken, in order, the end of the text included
// as the last one (not mandatory). Keeps ranges ("22–24") and numbered names
// ("3-қабат") together, which ICU alone would split. Ill-formed UTF-8 is treated
// as U+FFFD. Empty for an empty text.
std::vector<LineBreak> line_breaks(std::string_view utf8, std::string_view language);

}  // namespace text
