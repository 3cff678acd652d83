// What the app keeps on this device from one start to the next: the texts of the visitor, shared with other
// copies of the app that run at the same time.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/session.h"
#include "platform/desktop/kept_notices.h"
#include "platform/desktop/kept_update.h"
#include "platform/desktop/text_store.h"
#include "platform/desktop/window_place.h"

namespace platform {

// Where all of it is: the folder "summit-state" beside the program when a file "portable" lies there too,
// else the user's own. Empty when there is none.
std::filesystem::path folder_of_state();

class Storage {
 public:
  // In the user's own folder; nothing is ever kept where there is none.
  Storage();

  // Puts what is kept where the app reads it at its start.
  void read_into(app::Start& start) const;

  // Brings together what the session and the device know of the visitor. True when the session wants a frame;
  // what went wrong is said on standard error.
  bool keep_visitor(app::Session& session);

  // What desks told all visitors: shows what is kept, and keeps what the session has just taken. What went
  // wrong is said on standard error.
  void take_up_notices(app::Session& session) const;
  void keep_notice(std::string_view file, app::Session& session) const;
  const KeptNotices& notices() const { return notices_; }

  // A pack that came as a file.
  KeptUpdate& update() { return update_; }

  // Where the window stood when it was closed; nothing where nobody knows.
  std::optional<WindowPlace> read_window_place() const;
  void keep_window_place(const WindowPlace& place) const;

  // Another copy of the app has kept something since this one did.
  bool has_news() const;

 private:
  TextStore texts_;
  KeptNotices notices_;
  KeptUpdate update_;
  std::string edition_;  // of the visitor's text, as this copy of the app knows it
};

}  // namespace platform
