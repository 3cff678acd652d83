#include "platform/desktop/update_dialog.h"

#include <cstdio>

#include "files/files.h"
#include "screens/screen.h"
#include "ui/widgets/words.h"

namespace platform {
namespace {

constexpr std::string_view pack_ending = ".pack";
constexpr std::string_view signature_ending = ".minisig";
constexpr std::size_t longest_signature = 10'000;

// The one that the signature at that path is of.
std::filesystem::path without_signature(const std::filesystem::path& path) {
  return path.extension() == signature_ending ? path.parent_path() / path.stem() : path;
}

// "Tuesday, 21 April, 18:40"
std::string time_of(ui::Frame& f, const screens::View& view, model::Instant moment) {
  return f.text("fresh.day_and_time", {{"day", f.words().weekday_day_month(view.zone.at(moment).date)},
                                       {"time", f.words().time(moment)}});
}

}  // namespace

bool UpdateDialog::is_for(const std::filesystem::path& path) {
  return without_signature(path).extension() == pack_ending;
}

UpdateDialog::UpdateDialog(app::Session& session, KeptUpdate& kept, const std::filesystem::path& path)
    : session_(session), kept_(kept) {
  std::filesystem::path pack = without_signature(path);
  pack_ = files::read_file(pack).value_or("");
  pack += signature_ending;
  signature_ = files::read_file(pack, longest_signature).value_or("");
  weighed_ = session.weigh(pack_, signature_);
}

std::string UpdateDialog::said(ui::Frame& f, const screens::View& view) const {
  switch (weighed_.answer) {
    case app::Received::used:
      if (const auto shown = session_.pack_issued(); shown && weighed_.issued)
        return f.text("update.times",
                      {{"shown", time_of(f, view, *shown)}, {"file", time_of(f, view, *weighed_.issued)}});
      return {};
    case app::Received::same: return f.text("update.same");
    case app::Received::older:
      return f.text("update.older",
                    {{"file", weighed_.issued ? time_of(f, view, *weighed_.issued) : std::string("–")}});
    case app::Received::refused:
      return f.text(weighed_.other_event ? text::Key("brought.other_event") : text::Key("fresh.refused"));
    case app::Received::broken: break;
  }
  return f.text("brought.damaged");
}

void UpdateDialog::say_changes(ui::Frame& f) const {
  const auto count = static_cast<int>(weighed_.changed_sessions);
  ui::paragraph(f, count == 0 ? f.text("changes.none") : f.text("changes.known", {{"count", count}}));
  f.gap(8);
  ui::paragraph(f, f.text("update.former"), ui::TextLook::secondary);
  f.gap(16);
}

FileDialog::Offer UpdateDialog::say(ui::Frame& f, const screens::View& view) {
  const bool asks = !done_ && weighed_.answer == app::Received::used;
  if (done_) {
    ui::status(f, f.text("fresh.updated", {{"count", static_cast<int>(session_.changed_sessions())}}));
    f.gap(16);
  } else {
    if (const std::string text = said(f, view); !text.empty()) {
      ui::status(f, text);
      f.gap(8);
    }
    if (asks)
      say_changes(f);
    else
      f.gap(8);
  }
  return {.take = asks,
          .back = kept_.can_go_back() && !asks ? std::optional(text::Key("update.back")) : std::nullopt};
}

void UpdateDialog::take() { show(true); }
void UpdateDialog::go_back() { show(false); }

void UpdateDialog::show(bool taken) {
  const auto before = session_.edition();
  const auto kept = taken ? kept_.take(session_, pack_, signature_) : kept_.go_back(session_);
  done_ = session_.edition() != before;
  if (!done_) weighed_.answer = app::Received::broken;
  if (!kept)
    std::fprintf(stderr, "summit: the update is %s: %s\n",
                 done_ ? "shown until the window is closed, and could not be kept" : "not taken",
                 kept.error().c_str());
}

}  // namespace platform
