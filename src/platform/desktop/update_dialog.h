// Asks whether the event in a file takes the place of the one that is shown: what would change, whether it is
// newer, and the way back.
#pragma once

#include <filesystem>
#include <string>

#include "app/app.h"
#include "platform/desktop/kept_update.h"

namespace platform {

class UpdateDialog {
 public:
  // Whether such a file is a pack, or the signature of one.
  static bool is_for(const std::filesystem::path& path);

  UpdateDialog(app::Session& session, KeptUpdate& kept, const std::filesystem::path& path);

  // What Window::put_over draws; false when it is closed.
  bool draw(ui::Frame& f, const screens::View& view);
  // Does what was pressed in the last frame. True when something is shown anew.
  bool act();

 private:
  enum class Pressed : std::uint8_t { nothing, take, back };

  std::string said(ui::Frame& f, const screens::View& view) const;
  void say_changes(ui::Frame& f) const;

  app::Session& session_;
  KeptUpdate& kept_;
  std::string pack_, signature_;
  app::Session::Weighed weighed_;
  bool done_ = false;  // it is shown, or what was before it
  Pressed pressed_ = Pressed::nothing;
};

}  // namespace platform
