// Where the desktop's programs speak to each other.
#pragma once

#include <string>

namespace platform {

// The address of the session's bus, as D-Bus writes it; empty when there is none. None is started.
std::string session_bus_address();

}  // namespace platform
