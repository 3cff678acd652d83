#include "platform/desktop/storage.h"

#include <SDL.h>

#include <cstdio>
#include <filesystem>
#include <optional>
#include <utility>

namespace platform {
namespace {

constexpr const char* application_name = "summit-companion";

std::filesystem::path folder_of_kept_texts() {
  char* folder = SDL_GetPrefPath("", application_name);
  if (folder == nullptr) return {};
  std::filesystem::path path = folder;
  SDL_free(folder);
  return path;
}

}  // namespace

Storage::Storage() : texts_(folder_of_kept_texts()) {}

void Storage::read_into(app::Start& start) const {
  start.visitor = texts_.read(app::visitor_text_name).value_or("");
  start.first_visitor = texts_.read(app::first_visitor_text_name).value_or("");
}

bool Storage::keep_visitor(app::Session& session) {
  bool changed = false;
  const auto kept = texts_.update(app::visitor_text_name, [&](std::string_view text) {
    app::MergedVisitor merged = session.merge_visitor(text);
    changed = merged.changed;
    return TextStore::Change{merged.to_keep ? std::optional(std::move(merged.text)) : std::nullopt,
                             std::move(merged.aside)};
  });
  if (!kept) std::fprintf(stderr, "summit: your choices could not be kept: %s\n", kept.error().c_str());
  edition_ = texts_.edition(app::visitor_text_name);
  return session.visitor_kept(kept.has_value()) || changed;
}

bool Storage::has_news() const { return texts_.edition(app::visitor_text_name) != edition_; }

}  // namespace platform
