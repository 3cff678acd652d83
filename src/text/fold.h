// Makes texts comparable however they are typed: for filters and search.
#pragma once

#include <string>
#include <string_view>

namespace text {

// Lower case, without accents, ё as е, Kazakh letters as their nearest Russian
// neighbours (ә→а ғ→г қ→к ң→н ө→о ұ→у ү→у һ→х і→и), the Latin schwa as ә first,
// every dash, quote and space kind as a plain one, runs of spaces as one.
std::string fold(std::string_view utf8);

}  // namespace text
