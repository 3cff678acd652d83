// The order of names in the alphabet of a language, by ICU's collation. For native programs that
// build packs: a browser finds the orders in the pack and has no collation.
#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace text {

// The places of `names`, first the one that comes first in the alphabet. Figures count as numbers, so
// that Hall 2 stands before Hall 10; of equal names the earlier stays first. Needs use_icu_data and
// use_order_data; without them, or when ICU fails, says why. A language that ICU has no alphabet for
// is sorted by the order common to all.
std::expected<std::vector<std::uint32_t>, std::string> alphabetical(std::string_view language,
                                                                    std::span<const std::string> names);

}  // namespace text
