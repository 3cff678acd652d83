// Whether the device tells the visitor of something while they look elsewhere.
#pragma once

#include <cstdint>

namespace screens {

enum class Notifications : std::uint8_t { unavailable, may_be_asked, granted };

}  // namespace screens
