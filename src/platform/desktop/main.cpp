#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "files/files.h"
#include "files/paths.h"
#include "files/process.h"
#include "platform/desktop/assets.h"
#include "platform/desktop/desk_key.h"
#include "platform/desktop/options.h"
#include "platform/desktop/start.h"
#include "platform/headless/headless.h"

namespace {

app::Environment environment_without_window(const platform::Options& options) {
  app::Environment around;
  around.size = options.size;
  around.scale = options.scale;
  around.text_scale = options.text_scale;
  around.reduced_motion = true;  // the clock stands still: everything is where it is going
  around.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return around;
}

std::vector<const char*> as_c(const std::vector<std::string>& texts) {
  std::vector<const char*> words;
  for (const std::string& text : texts) words.push_back(text.c_str());
  return words;
}

// The status to end with, when what was printed has arrived.
int ended(int status) {
  const auto printed = files::close_output();
  if (!printed) std::fprintf(stderr, "summit: standard output: %s\n", printed.error().c_str());
  return printed ? status : 1;
}

}  // namespace

int main(int argc, char** argv) {
  files::prepare_output();
  const std::vector<std::string> arguments = files::arguments(argc, argv);
  const std::vector<const char*> words = as_c(arguments);
  const auto options = platform::parse_options(words);
  if (!options) {
    std::fprintf(stderr, "summit: %s\n\n%s", options.error().c_str(), platform::usage().c_str());
    const bool window = std::ranges::none_of(arguments, [](const std::string& word) {
      return word == "--screenshot" || word == "--describe" || word == "--pdf";
    });
    if (window)
      platform::show_failure(
          platform::failure_of(platform::start_of({}), platform::Hindrance::arguments, options.error()));
    return 2;
  }
  if (options->help) {
    std::fputs(platform::usage().c_str(), stdout);
    return ended(0);
  }
  const app::Start start = platform::start_of(*options);
  // Only a window has somebody before it who may be told by another one.
  const bool window = options->screenshot.empty() && !options->describe && options->pdf.empty();
  const auto wrong_argument = [&](const std::string& why) {
    std::fprintf(stderr, "summit: %s\n", why.c_str());
    if (window) platform::show_failure(platform::failure_of(start, platform::Hindrance::arguments, why));
  };
  const auto wrong_file = [&](const app::Failure& why) {
    const app::Failure failure = platform::failure_of(start, platform::Hindrance::files, why.details);
    std::fprintf(stderr, "%s\n%s\n\n%s\n", failure.title.c_str(), failure.text.c_str(),
                 failure.details.c_str());
    if (window) platform::show_failure(failure);
  };
  const auto loaded =
      platform::LoadedAssets::load(platform::assets_beside_program(), files::path_of(options->pack), start);
  if (!loaded) {
    wrong_file(loaded.error());
    return 1;
  }
  const auto app = app::App::start(loaded->assets(), start);
  if (!app) {
    wrong_file(app.error());
    return 1;
  }
  // Whoever trusts the key finds out now, not when something has to be told.
  if (!options->desk_key.empty())
    if (const auto tried = platform::signed_notice("\n", files::path_of(options->desk_key)); !tried) {
      wrong_argument("--desk-key " + tried.error());
      return 1;
    }
  if (const content::Edition* edition = (*app)->session().edition().get();
      !options->desk_place.empty() && (*app)->event_is_there() &&
      edition->room(options->desk_place) == nullptr) {
    std::string places;
    for (const model::Room& room : edition->event().rooms) places += " " + room.id;
    wrong_argument("--at-desk " + options->desk_place + ": the event has no such place. It has:" + places);
    return 2;
  }
  // The picture first: its frames have to be drawn, and the last of them is what is described.
  if (!options->screenshot.empty()) {
    if (files::is_same_file(files::path_of(options->screenshot), files::path_of(options->pack))) {
      std::fprintf(stderr, "summit: %s: is the event that is shown, which would be lost\n",
                   options->screenshot.c_str());
      return 1;
    }
    const auto taken = platform::take_screenshot(**app, environment_without_window(*options),
                                                 files::path_of(options->screenshot));
    if (!taken) {
      std::fprintf(stderr, "summit: %s: %s\n", options->screenshot.c_str(), taken.error().c_str());
      return 1;
    }
  }
  if (!options->pdf.empty()) {
    if (files::is_same_file(files::path_of(options->pdf), files::path_of(options->pack))) {
      std::fprintf(stderr, "summit: %s: is the event that is shown, which would be lost\n",
                   options->pdf.c_str());
      return 1;
    }
    app::Session& session = (*app)->session();
    const auto pdf =
        platform::page_as_pdf(session, (*app)->path(), {options->a3, options->landscape, options->days_apart},
                              environment_without_window(*options));
    const auto written =
        pdf ? files::write_file(files::path_of(options->pdf), *pdf) : std::unexpected(pdf.error());
    if (!written) {
      std::fprintf(stderr, "summit: %s: %s\n", options->pdf.c_str(), written.error().c_str());
      return 1;
    }
  }
  if (options->describe) {
    if (options->screenshot.empty()) platform::settle(**app, environment_without_window(*options));
    std::puts(platform::tree_as_json((*app)->tree()).c_str());
  }
  if (options->describe || !options->screenshot.empty() || !options->pdf.empty())
    return ended((*app)->event_is_there() ? 0 : 1);
  return ended(platform::run_window(**app, start, *options));
}
