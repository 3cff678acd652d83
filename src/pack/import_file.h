// The name of a file that may lie in the folder of a pack and is no part of it: which of its ids belong to
// what in other people's programmes, written by exchange/.
#pragma once

#include <string_view>

namespace pack {

inline constexpr std::string_view import_file = "import.json";

}  // namespace pack
