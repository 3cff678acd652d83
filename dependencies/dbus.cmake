# The target `dbus`: what libdbus declares, from the system's own package libdbus-1-dev. The program loads the library
# itself, where it is needed and there. Include as <dbus/dbus.h>; only src/platform/desktop/with_bus does.
find_package(PkgConfig REQUIRED)
pkg_check_modules(dbus_module REQUIRED dbus-1)
add_library(dbus INTERFACE)
target_include_directories(dbus SYSTEM INTERFACE ${dbus_module_INCLUDE_DIRS})
