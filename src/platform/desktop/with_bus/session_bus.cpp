#include "platform/desktop/session_bus.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace platform {

std::string session_bus_address() {
  const char* address = std::getenv("DBUS_SESSION_BUS_ADDRESS");
  if (address != nullptr && *address != '\0') return address;
  const char* folder = std::getenv("XDG_RUNTIME_DIR");
  if (folder == nullptr || *folder == '\0') return {};
  const std::filesystem::path socket = std::filesystem::path(folder) / "bus";
  std::error_code error;
  return std::filesystem::exists(socket, error) ? "unix:path=" + socket.string() : std::string{};
}

}  // namespace platform
