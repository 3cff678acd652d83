#include "platform/desktop/kept_update.h"

#include <charconv>
#include <optional>

namespace platform {
namespace {

constexpr std::string_view update_text_name = "update";
constexpr std::string_view former_text_name = "update-before";
constexpr std::string_view first_line = "summit update 1\n";

struct Update {
  std::string_view signature, pack;
};

// One text for both, so that neither is ever kept without the other.
std::string to_text(const Update& update) {
  std::string text(first_line);
  text.append(std::to_string(update.signature.size())).append("\n");
  return text.append(update.signature).append(update.pack);
}

// Nothing where it is none: it is empty, or damaged.
std::optional<Update> read_update(std::string_view text) {
  if (!text.starts_with(first_line)) return std::nullopt;
  text.remove_prefix(first_line.size());
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  const auto digits = static_cast<std::size_t>(end - text.data());
  if (error != std::errc{} || digits >= text.size() || size > text.size() - digits - 1) return std::nullopt;
  text.remove_prefix(digits + 1);
  return Update{text.substr(0, size), text.substr(size)};
}

}  // namespace

std::expected<void, std::string> KeptUpdate::keep(std::string_view name, std::string text) const {
  return texts_.update(name, [&](std::string_view) { return TextStore::Change{std::move(text), {}}; });
}

void KeptUpdate::take_up(app::Session& session) {
  const std::string text = texts_.read(update_text_name).value_or("");
  const auto update = read_update(text);
  is_shown_ = update && session.receive(update->pack, update->signature, false) == app::Received::used;
}

std::expected<void, std::string> KeptUpdate::take(app::Session& session, std::string_view pack,
                                                  std::string_view signature) {
  const std::string before = is_shown_ ? texts_.read(update_text_name).value_or("") : std::string();
  if (session.receive(pack, signature, true) != app::Received::used)
    return std::unexpected("the pack cannot be shown");
  is_shown_ = true;
  if (auto kept = keep(former_text_name, before); !kept) return kept;
  return keep(update_text_name, to_text({signature, pack}));
}

std::expected<void, std::string> KeptUpdate::go_back(app::Session& session) {
  const std::string text = texts_.read(former_text_name).value_or("");
  const auto former = read_update(text);
  if (session.go_back(former ? former->pack : session.assets().pack) != app::Received::used)
    return std::unexpected("the former pack cannot be shown");
  is_shown_ = former.has_value();
  if (auto kept = keep(update_text_name, text); !kept) return kept;
  return keep(former_text_name, {});
}

}  // namespace platform
