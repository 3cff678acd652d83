// What holds for values however they are written, as JSON or CBOR. Inside pack/ only.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pack/json_value.h"
#include "pack/problem_list.h"

namespace pack::json {

// Far above any event, far below what would hurt: the largest real programme
// known to us is under 5 MB.
inline constexpr std::size_t most_bytes = 64u << 20;
inline constexpr std::size_t most_values = 4'000'000;
inline constexpr std::size_t most_depth = 32;

// Says what is wrong when it has none.
bool has_a_fair_size(std::string_view file, std::string_view bytes, ProblemList& problems);

// The keys of an object.
using Keys = std::span<const std::string_view>;
// Those that stand there more than once: of most objects none.
std::vector<std::string_view> repeated(Keys keys);
// Each of them is a problem; `pointer` leads to the object.
void report_repeated_keys(Keys repeated, std::string_view file, const std::string& pointer,
                          ProblemList& problems);

}  // namespace pack::json
