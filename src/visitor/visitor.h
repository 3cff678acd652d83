// What the app remembers for its user, as a value that can be written as a small
// text and read back. Where that text is kept is the platform's business.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace visitor {

enum class Appearance : std::uint8_t { as_device, light, dark, high_contrast };

// The text sizes to choose from, in percent of the designed one.
inline constexpr std::array<int, 5> text_sizes{100, 125, 150, 175, 200};

struct Visitor {
  std::string language;               // chosen by hand; empty until then
  Appearance appearance = Appearance::as_device;
  int text_size = 100;                // one of text_sizes
  std::vector<std::string> starred;   // ids of sessions, in the order they were starred

  bool has_starred(std::string_view session) const;
  // Stars the session, or takes its star away.
  void turn_star(std::string_view session);

  bool operator==(const Visitor&) const = default;
};

// One "name value" pair a line. Never fails.
std::string to_text(const Visitor& visitor);

// Reads what to_text wrote. Lines it does not understand are passed over, so
// that a text of a later version, or a damaged one, loses no more than it must.
Visitor from_text(std::string_view text);

}  // namespace visitor
