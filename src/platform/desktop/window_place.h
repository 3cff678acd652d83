// Where the window stood when it was closed, kept for the next start.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace platform {

// In the units of the window system.
struct WindowPlace {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
  bool maximized = false;  // what stands above is its place when it is not
  bool operator==(const WindowPlace&) const = default;
};

inline constexpr std::string_view window_text_name = "window";

std::string to_text(const WindowPlace& place);
// Nothing for what is no such text, or no place that a window can have.
std::optional<WindowPlace> read_window_place(std::string_view text);

}  // namespace platform
