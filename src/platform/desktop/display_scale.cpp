#include "platform/desktop/display_scale.h"

#include <algorithm>
#include <charconv>

namespace platform {

float scale_of_resources(std::string_view resources) {
  constexpr std::string_view name = "Xft.dpi:";
  constexpr float usual_dpi = 96;
  constexpr float most = 4;
  for (std::size_t begin = 0; begin < resources.size();) {
    const std::size_t end = std::min(resources.find('\n', begin), resources.size());
    std::string_view line = resources.substr(begin, end - begin);
    begin = end + 1;
    if (!line.starts_with(name)) continue;
    line.remove_prefix(name.size());
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    float dpi = 0;
    std::from_chars(line.data(), line.data() + line.size(), dpi);
    // Smaller than usual is a matter of taste on a display that is far away.
    return std::clamp(dpi / usual_dpi, 1.F, most);
  }
  return 1;
}

}  // namespace platform
