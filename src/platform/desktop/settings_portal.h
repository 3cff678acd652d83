// The desktop's settings as it tells them to every program, by D-Bus (org.freedesktop.portal.Settings): those
// of the start, and each that changes afterwards. Asks and listens in a thread of its own; no program is
// started.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

#include "platform/desktop/system_look.h"

namespace platform {

class SettingsPortal {
 public:
  // Begins to ask, where there is a bus.
  SettingsPortal();
  ~SettingsPortal();
  SettingsPortal(const SettingsPortal&) = delete;
  SettingsPortal& operator=(const SettingsPortal&) = delete;

  // Until the first answer is there, it is known that none will come, or so much time has gone by since the
  // beginning.
  void wait(std::chrono::milliseconds longest) const;

  // From now on an SDL event of that type arrives when there is something for take().
  void notify_by(std::uint32_t event);

  // What was told since the last call, in order.
  std::vector<SystemSetting> take();

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;
};

}  // namespace platform
