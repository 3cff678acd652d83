// Asks whether what desks have told in a file is shown here too: how many notices, what they are called,
// whose key signed them, and the way back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/desktop/file_dialog.h"
#include "platform/desktop/kept_notices.h"

namespace platform {

class NoticesDialog : public FileDialog {
 public:
  // `text`: of the file, in which one or more notices stand one after the other.
  NoticesDialog(app::Session& session, const KeptNotices& kept, std::string_view text);

  // Those of another file that was dropped meanwhile: they are asked about together.
  void add(std::string_view text);

 private:
  text::Key title() const override { return "update.notices"; }
  Offer say(ui::Frame& f, const screens::View& view) override;
  void take() override;
  void go_back() override;

  void weigh();
  bool are_shown() const;
  std::vector<std::string> ids(bool untaken_alone = false) const;
  void take_and_keep(const std::vector<std::string>& files);

  app::Session& session_;
  const KeptNotices& kept_;
  std::vector<std::string> files_;   // each as it was signed
  std::vector<std::string> former_;  // what was shown under their ids when they were taken
  std::vector<app::Session::WeighedNotice> weighed_;
  model::Instant now_{};  // when it was asked
  std::string refused_;   // why the first of those that are not taken is not; may be empty
};

}  // namespace platform
