// A fraction in the fewest digits that read back as the same. Inside pack/ only.
#pragma once

#include <string>

namespace pack {

// The very text of std::to_chars(), whose tables would be 55 KB of the browser's download, after packing.
// `number` is finite.
std::string shortest(double number);

}  // namespace pack
