#include "platform/desktop/storage.h"

#include <SDL.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "files/paths.h"
#include "platform/desktop/system.h"

namespace platform {
namespace {

constexpr const char* application_name = "summit-companion";

// Beside the program, where a file says so: on a stick that goes from one computer to another.
std::filesystem::path portable_folder() {
  char* base = SDL_GetBasePath();
  if (base == nullptr) return {};
  const std::filesystem::path program = files::path_of(base);
  SDL_free(base);
  std::error_code error;
  if (!std::filesystem::exists(program / "portable", error)) return {};
  const std::filesystem::path folder = program / "summit-state";
  std::filesystem::create_directories(folder, error);
  return folder;
}

}  // namespace

std::filesystem::path folder_of_state() {
  if (std::filesystem::path portable = portable_folder(); !portable.empty()) return portable;
  return folder_kept_for(application_name);
}

Storage::Storage() : texts_(folder_of_state()), notices_(texts_), update_(texts_) {}

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

void Storage::take_up_notices(app::Session& session) const {
  for (const std::string& line : notices_.take_up(session))
    std::fprintf(stderr, "summit: %s\n", line.c_str());
}

void Storage::keep_notice(std::string_view file, app::Session& session) const {
  const auto now = session.clock(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  if (const auto kept = notices_.keep(file, session, now); !kept)
    std::fprintf(stderr, "summit: the notice is shown until the window is closed; it could not be kept: %s\n",
                 kept.error().c_str());
}

std::optional<WindowPlace> Storage::read_window_place() const {
  return platform::read_window_place(texts_.read(window_text_name).value_or(""));
}

// Nobody misses it where it cannot be kept.
void Storage::keep_window_place(const WindowPlace& place) const {
  (void)texts_.update(window_text_name, [&](std::string_view kept) {
    std::string text = to_text(place);
    return kept == text ? TextStore::Change{} : TextStore::Change{std::move(text), {}};
  });
}

bool Storage::has_news() const { return texts_.edition(app::visitor_text_name) != edition_; }

}  // namespace platform
