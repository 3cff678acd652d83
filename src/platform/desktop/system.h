// What the system says of itself. Each system answers in its own folder beside this one.
#pragma once

#include <string>

namespace platform {

// The IANA name of the zone that the system is in now; empty when it does not say.
std::string system_time_zone();

// Whether a window can be shown to somebody.
bool has_display();

}  // namespace platform
