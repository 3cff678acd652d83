// Which addresses outside of the app may be opened. Whoever hands one on asks here; what may not be
// opened is shown as text and leads nowhere.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace text {

// Each with the slashes that make it name a server.
inline constexpr std::array<std::string_view, 4> link_schemes{"https://", "http://", "mailto:", "tel:"};

constexpr bool may_be_opened(std::string_view link) {
  return std::ranges::any_of(link_schemes, [&](std::string_view scheme) { return link.starts_with(scheme); });
}

// A path within the app, or a place on the same page.
constexpr bool stays_inside(std::string_view link) {
  return link.starts_with('#') || (link.starts_with('/') && !link.starts_with("//"));
}

}  // namespace text
