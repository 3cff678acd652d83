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

// A file that stands beside the pages, such as one for calendars: no page has a dot in its path.
constexpr bool is_file(std::string_view link) {
  const std::string_view path = link.substr(0, link.find_first_of("?#"));
  return path.starts_with('/') && stays_inside(link) && path.substr(path.rfind('/') + 1).contains('.');
}

}  // namespace text
