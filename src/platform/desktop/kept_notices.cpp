#include "platform/desktop/kept_notices.h"

#include <algorithm>
#include <optional>
#include <span>

#include "pack/notice_text.h"
#include "trust/envelope.h"
#include "ui/hash.h"

namespace platform {
namespace {

constexpr std::string_view notices_text_name = "desk-notices";
// More than that nobody reads; the oldest go.
constexpr std::size_t most_kept = 100;

std::optional<model::Notice> notice_in(std::string_view file, const model::Event& event) {
  const auto envelope = trust::read_envelope(file);
  if (!envelope) return std::nullopt;
  auto notice = pack::read_notice_text(envelope->text, event);
  return notice ? std::optional(std::move(*notice)) : std::nullopt;
}

bool is_of(std::string_view file, const std::vector<std::string>& ids, const model::Event& event) {
  const auto notice = notice_in(file, event);
  return notice && std::ranges::find(ids, notice->id) != ids.end();
}

// One after the other.
std::string joined_files(std::span<const std::string_view> files) {
  std::string text;
  for (const std::string_view file : files) {
    text += file;
    if (!text.ends_with('\n')) text += '\n';
  }
  return text;
}

}  // namespace

std::vector<std::string> KeptNotices::take_up(app::Session& session) const {
  const auto kept = texts_.read(notices_text_name);
  if (!kept) return {kept.error()};
  std::vector<std::string> refused;
  for (const std::string_view file : trust::envelopes_in(*kept))
    if (const auto taken = session.take_notice(file); !taken)
      refused.push_back("a notice that was kept is not shown: " + taken.error());
  return refused;
}

std::expected<void, std::string> KeptNotices::keep(std::string_view file, const app::Session& session,
                                                   model::Instant now) const {
  return texts_.update(notices_text_name, [&](std::string_view kept) -> TextStore::Change {
    const model::Event& event = session.edition()->event();
    const auto newer = notice_in(file, event);
    std::vector<std::string_view> files = trust::envelopes_in(kept);
    std::string aside;
    if (files.empty() && !kept.empty())
      aside = std::string(notices_text_name) + "-unreadable-" + std::to_string(ui::hash_of(kept));
    // What cannot be read may be of another event, whose desk this is too.
    std::erase_if(files, [&](std::string_view one) {
      const auto notice = notice_in(one, event);
      return notice && ((newer && notice->id == newer->id) || (notice->until && *notice->until <= now));
    });
    files.push_back(file);
    const std::size_t first = files.size() > most_kept ? files.size() - most_kept : 0;
    return {joined_files(std::span(files).subspan(first)), std::move(aside)};
  });
}

std::vector<std::string> KeptNotices::kept_as(const std::vector<std::string>& ids,
                                              const model::Event& event) const {
  const std::string kept = texts_.read(notices_text_name).value_or("");
  std::vector<std::string> files;
  for (const std::string_view file : trust::envelopes_in(kept))
    if (is_of(file, ids, event)) files.emplace_back(file);
  return files;
}

std::expected<void, std::string> KeptNotices::drop(const std::vector<std::string>& ids,
                                                   const model::Event& event) const {
  return texts_.update(notices_text_name, [&](std::string_view kept) -> TextStore::Change {
    std::vector<std::string_view> files = trust::envelopes_in(kept);
    if (std::erase_if(files, [&](std::string_view one) { return is_of(one, ids, event); }) == 0) return {};
    return {joined_files(files), {}};
  });
}

}  // namespace platform
