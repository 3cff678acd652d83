// Asks whether the event in a file takes the place of the one that is shown: what would change, whether it is
// newer, and the way back.
#pragma once

#include <filesystem>
#include <string>

#include "platform/desktop/file_dialog.h"
#include "platform/desktop/kept_update.h"

namespace platform {

class UpdateDialog : public FileDialog {
 public:
  // Whether such a file is a pack, or the signature of one.
  static bool is_for(const std::filesystem::path& path);

  UpdateDialog(app::Session& session, KeptUpdate& kept, const std::filesystem::path& path);

 private:
  text::Key title() const override { return "update.title"; }
  Offer say(ui::Frame& f, const screens::View& view) override;
  void take() override;
  void go_back() override;

  std::string said(ui::Frame& f, const screens::View& view) const;
  void say_changes(ui::Frame& f) const;
  void show(bool taken);

  app::Session& session_;
  KeptUpdate& kept_;
  std::string pack_, signature_;
  app::Session::Weighed weighed_;
  bool done_ = false;  // it is shown, or what was before it
};

}  // namespace platform
