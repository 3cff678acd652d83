// What desks have told all visitors, kept on this device for its next start. It is kept as it was signed:
// what is taken up again is held to the organisers' keys as when it came.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "platform/desktop/text_store.h"

namespace platform {

class KeptNotices {
 public:
  explicit KeptNotices(TextStore texts) : texts_(std::move(texts)) {}

  // Shows them. Answers in words what of them is not shown, one a line.
  std::vector<std::string> take_up(app::Session& session) const;

  // Keeps one that the session has taken (Session::take_notice), in place of an earlier one that says
  // otherwise of the same, and drops those that hold no longer. In words why it could not.
  std::expected<void, std::string> keep(std::string_view file, const app::Session& session,
                                        model::Instant now) const;

  // What is kept under those ids, as it was signed.
  std::vector<std::string> kept_as(const std::vector<std::string>& ids, const model::Event& event) const;
  // No longer keeps it. In words why it could not be done.
  std::expected<void, std::string> drop(const std::vector<std::string>& ids, const model::Event& event) const;

 private:
  TextStore texts_;
};

}  // namespace platform
