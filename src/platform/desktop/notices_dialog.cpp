#include "platform/desktop/notices_dialog.h"

#include <algorithm>
#include <cstdio>

#include "screens/screen.h"
#include "trust/envelope.h"
#include "ui/widgets/words.h"

namespace platform {
namespace {

constexpr std::size_t most_titles = 6;

}  // namespace

NoticesDialog::NoticesDialog(app::Session& session, const KeptNotices& kept, std::string_view text)
    : session_(session), kept_(kept) {
  add(text);
}

void NoticesDialog::add(std::string_view text) {
  for (const std::string_view file : trust::envelopes_in(text)) files_.emplace_back(file);
  weigh();
}

void NoticesDialog::weigh() {
  weighed_.clear();
  refused_.clear();
  for (const std::string& file : files_) {
    if (auto one = session_.weigh_notice(file)) {
      // Of two versions of a notice the later one is shown.
      const auto same = std::ranges::find(
          weighed_, one->notice.id, [](const auto& other) -> const std::string& { return other.notice.id; });
      if (same == weighed_.end())
        weighed_.push_back(std::move(*one));
      else if (same->notice.published_at <= one->notice.published_at)
        *same = std::move(*one);
    } else if (refused_.empty())
      refused_ = std::move(one.error());
  }
}

bool NoticesDialog::are_shown() const {
  return std::ranges::all_of(weighed_, &app::Session::WeighedNotice::is_taken);
}

std::vector<std::string> NoticesDialog::ids(bool untaken_alone) const {
  std::vector<std::string> all;
  for (const app::Session::WeighedNotice& one : weighed_)
    if (!untaken_alone || !one.is_taken) all.push_back(one.notice.id);
  return all;
}

FileDialog::Offer NoticesDialog::say(ui::Frame& f, const screens::View& view) {
  now_ = view.now;
  if (!refused_.empty()) {
    ui::status(f, f.text("toast.notice_refused", {{"text", refused_}}));
    f.gap(8);
  }
  if (weighed_.empty()) return {};
  const bool shown = are_shown();
  ui::status(f, shown ? f.text("update.notices_shown")
                      : f.text("update.notices_count", {{"count", static_cast<int>(weighed_.size())}}));
  f.gap(10);
  {
    auto list = f.list();
    for (std::size_t i = 0; i < std::min(most_titles, weighed_.size()); ++i) {
      auto item = f.list_item();
      ui::paragraph(f, view.in(weighed_[i].notice.title));
      if (!weighed_[i].desk.empty())
        ui::paragraph(f, f.text("update.desk", {{"desk", weighed_[i].desk}}), ui::TextLook::secondary);
      f.gap(6);
    }
  }
  if (weighed_.size() > most_titles)
    ui::paragraph(f, f.text("brought.others", {{"count", static_cast<int>(weighed_.size() - most_titles)}}),
                  ui::TextLook::secondary);
  f.gap(10);
  return {.take = !shown, .back = shown ? std::optional(text::Key("update.notices_back")) : std::nullopt};
}

void NoticesDialog::take() {
  for (std::string& file : kept_.kept_as(ids(true), session_.edition()->event()))
    former_.push_back(std::move(file));
  take_and_keep(files_);
  weigh();
}

void NoticesDialog::go_back() {
  session_.take_back_notices(ids());
  if (const auto dropped = kept_.drop(ids(), session_.edition()->event()); !dropped)
    std::fprintf(stderr, "summit: the notices will be shown again at the next start: %s\n",
                 dropped.error().c_str());
  take_and_keep(former_);
  former_.clear();
  weigh();
}

void NoticesDialog::take_and_keep(const std::vector<std::string>& files) {
  for (const std::string& file : files) {
    if (!session_.take_notice(file)) continue;
    if (const auto kept = kept_.keep(file, session_, now_); !kept)
      std::fprintf(stderr,
                   "summit: the notice is shown until the window is closed; it could not be kept: %s\n",
                   kept.error().c_str());
  }
}

}  // namespace platform
