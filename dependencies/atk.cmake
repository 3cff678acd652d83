# The target `atk`: ATK and its bridge to AT-SPI, with the GLib, libatspi and libdbus under them, from the system's own
# packages libatk1.0-dev and libatk-bridge2.0-dev. Include as <atk/atk.h>, <atk-bridge.h>, <atspi/atspi.h>; only
# src/platform/desktop/atspi does, which is a module of its own.
find_package(PkgConfig REQUIRED)
pkg_check_modules(atk_module REQUIRED IMPORTED_TARGET atk atk-bridge-2.0 atspi-2 dbus-1)
add_library(atk INTERFACE)
target_link_libraries(atk INTERFACE PkgConfig::atk_module)
