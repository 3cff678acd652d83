// A pack that came as a file and took the place of the one that came with the program: kept on this device
// with its signature, and with it what was shown before, to go back to.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "app/session.h"
#include "platform/desktop/text_store.h"

namespace platform {

class KeptUpdate {
 public:
  explicit KeptUpdate(TextStore texts) : texts_(std::move(texts)) {}

  // Shows what is kept, where it is newer than what came with the program.
  void take_up(app::Session& session);
  // Shows the pack, as Session::receive does, and keeps it. In words what could not be kept.
  std::expected<void, std::string> take(app::Session& session, std::string_view pack,
                                        std::string_view signature);
  bool can_go_back() const { return is_shown_; }
  // Shows what was shown before.
  std::expected<void, std::string> go_back(app::Session& session);

 private:
  std::expected<void, std::string> keep(std::string_view name, std::string text) const;

  TextStore texts_;
  bool is_shown_ = false;
};

}  // namespace platform
