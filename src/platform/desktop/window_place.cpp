#include "platform/desktop/window_place.h"

#include <array>
#include <charconv>

namespace platform {
namespace {

constexpr std::string_view head = "summit-window 1\n";
constexpr int least_window_side = 100;
constexpr int most_window_side = 32'768;

}  // namespace

std::string to_text(const WindowPlace& place) {
  std::string text(head);
  for (const int number : {place.x, place.y, place.width, place.height, place.maximized ? 1 : 0})
    text += std::to_string(number) + '\n';
  return text;
}

std::optional<WindowPlace> read_window_place(std::string_view text) {
  if (!text.starts_with(head)) return std::nullopt;
  text.remove_prefix(head.size());
  std::array<int, 5> numbers{};
  for (int& number : numbers) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end == text.data() + text.size() || *end != '\n') return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  }
  const auto is_side = [](int length) { return length >= least_window_side && length <= most_window_side; };
  const auto is_place = [](int at) { return at > -most_window_side && at < most_window_side; };
  if (!is_place(numbers[0]) || !is_place(numbers[1]) || !is_side(numbers[2]) || !is_side(numbers[3]))
    return std::nullopt;
  return WindowPlace{numbers[0], numbers[1], numbers[2], numbers[3], numbers[4] == 1};
}

}  // namespace platform
