// Colours and short names for themes that come without. Inside exchange/ only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace exchange {

// One of a few that are far apart and dark enough to be seen on white; after the last they begin anew.
std::string theme_color(std::size_t index);

// "#RRGGBB", made darker until it has a contrast of 3 : 1 on white; empty when `color` is no colour.
std::string visible_color(std::string_view color);

// At most 24 letters, whole words where that can be.
std::string short_name(std::string_view name);

// At most so many letters, the last of them "…" when something is cut off.
std::string cut_to(std::string_view text, std::size_t most);

}  // namespace exchange
