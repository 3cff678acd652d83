// What the app remembers for its user at one event, as the screens read it: the last word of each
// operation in the log.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "visitor/operations.h"

namespace visitor {

enum class Appearance : std::uint8_t { as_device, light, dark, high_contrast };

// "as-device", "light", "dark", "high-contrast".
std::string_view name_of(Appearance appearance);
// As the device for a name that there is not.
Appearance appearance_named(std::string_view name);

// The text sizes to choose from, in percent of the designed one.
inline constexpr std::array<int, 5> text_sizes{100, 125, 150, 175, 200};

struct Visitor {
  std::string language;  // chosen by hand; empty until then
  Appearance appearance = Appearance::as_device;
  int text_size = 100;               // one of text_sizes
  std::vector<std::string> starred;  // ids of sessions, sorted

  // Of notices, as notice_subject() names them; sorted.
  std::vector<std::string> read_notices;
  std::vector<std::string> dismissed_notices;  // of those that lie over every page

  bool has_starred(std::string_view session) const;
  // A notice that was dismissed was read.
  bool has_read(std::string_view notice_subject) const;
  bool has_dismissed(std::string_view notice_subject) const;

  bool operator==(const Visitor&) const = default;
};

// What the log says for that event. What it says of anything else, or in words that this version
// does not know, is passed over.
Visitor visitor_at(std::string_view event, const OperationLog& log);

// The operations that make it so.
OperationKey star_key(std::string_view event, std::string_view session);
// What is said of a notice holds for one revision of it, see model::revision_of.
std::string notice_subject(std::string_view notice, std::string_view revision);
OperationKey read_notice_key(std::string_view event, std::string_view notice_subject);
OperationKey dismissed_notice_key(std::string_view event, std::string_view notice_subject);
OperationKey language_key();
OperationKey appearance_key();
OperationKey text_size_key();
inline constexpr std::string_view on = "on";
inline constexpr std::string_view off = "off";

}  // namespace visitor
