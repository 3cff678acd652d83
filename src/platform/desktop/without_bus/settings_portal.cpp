// Where no desktop tells its settings by D-Bus.
#include "platform/desktop/settings_portal.h"

namespace platform {

struct SettingsPortal::Shared {};

SettingsPortal::SettingsPortal() = default;
SettingsPortal::~SettingsPortal() = default;
void SettingsPortal::wait(std::chrono::milliseconds) const {}
void SettingsPortal::notify_by(std::uint32_t) {}
std::vector<SystemSetting> SettingsPortal::take() { return {}; }

}  // namespace platform
