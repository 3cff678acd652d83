#include "platform/desktop/start.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <random>
#include <utility>

#include "files/paths.h"
#include "files/process.h"
#include "platform/desktop/loop.h"
#include "platform/desktop/storage.h"
#include "platform/desktop/system.h"
#include "platform/desktop/window.h"

namespace platform {
namespace {

// An id that no other copy of the app has.
std::uint64_t id_by_chance() {
  try {
    std::random_device chance;
    return std::uniform_int_distribution<std::uint64_t>()(chance);
  } catch (const std::exception&) {
    return static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
  }
}

}  // namespace

std::filesystem::path assets_beside_program() {
  char* base = SDL_GetBasePath();
  const std::filesystem::path folder = files::path_of(base);
  SDL_free(base);
  return folder.empty() ? "assets" : folder / "assets";
}

app::Start start_of(const Options& options) {
  app::Start start;
  if (!options.page.empty()) start.path = options.page;
  if (!options.at.empty()) {
    std::string at = options.at;
    if (const std::size_t plus = at.find('+'); plus != std::string::npos) at.replace(plus, 1, "%2B");
    // Before what the path asks for itself, and before its anchor: a query behind that is none.
    const std::size_t end = std::min(start.path.find('#'), start.path.size());
    const std::size_t mark = std::min(start.path.find('?'), end);
    start.path.replace(mark, mark < end ? 1 : 0, "?at=" + at + (mark < end ? "&" : ""));
  }
  start.language = options.language;
  start.pseudo = options.pseudo;
  start.site = options.site;
  start.saves_paper = options.screenshot.empty() && !options.describe && options.pdf.empty();
  start.time_zone = system_time_zone();
  const bool window = options.screenshot.empty() && !options.describe;
  if (window) {
    if (SDL_Locale* locales = SDL_GetPreferredLocales(); locales != nullptr) {
      for (const SDL_Locale* locale = locales; locale->language != nullptr; ++locale)
        start.preferred_languages.push_back(locale->country == nullptr
                                                ? locale->language
                                                : std::string(locale->language) + "-" + locale->country);
      SDL_free(locales);
    }
    if (!options.desk) Storage().read_into(start);
  }
  start.copy = id_by_chance();
  start.appearance = options.theme;
  start.shared = options.desk;
  start.desk = options.desk;
  start.signs_notices = !options.desk_key.empty();
  start.desk_place = options.desk_place;
  return start;
}

app::Failure failure_of(const app::Start& start, Hindrance hindrance, std::string details) {
  const auto failure = [&](text::Key what_next) {
    return app::failure_of(start, "failure.title", what_next, std::move(details));
  };
  switch (hindrance) {
    case Hindrance::files: return failure("unstarted.files");
    case Hindrance::arguments: return failure("unstarted.arguments");
    case Hindrance::screen: return failure("unstarted.screen");
  }
  return failure("unstarted.files");
}

void show_failure(const app::Failure& failure) {
  if (files::errors_are_read() || !has_display()) return;
  show_box(failure.title, failure.text + "\n\n" + failure.details);
}

int run_window(app::App& app, const app::Start& start, const Options& options) {
  SettingsPortal settings;  // asks while the window comes
  const Storage storage;
  const auto window = Window::open(options, storage.read_window_place());
  if (!window) {
    std::fprintf(stderr, "summit: %s\nWithout a window, --screenshot FILE.png and --describe still work.\n",
                 window.error().c_str());
    show_failure(failure_of(start, Hindrance::screen, window.error()));
    return 1;
  }
  Loop loop(app, **window, settings, options);
  loop.run();
  if (!options.size_given) storage.keep_window_place((*window)->place());
  if (options.report) loop.print_report();
  return 0;
}

}  // namespace platform
