// How the app starts on the desktop: what it is told, and what is shown when it does not start. SDL stays
// behind it.
#pragma once

#include <filesystem>
#include <string>

#include "app/app.h"
#include "platform/desktop/options.h"

namespace platform {

// The folder "assets" beside the program.
std::filesystem::path assets_beside_program();

// What the command line says and the system knows of its user: languages, time zone, what was kept.
app::Start start_of(const Options& options);

// Shows a failure that left no app to show it: on standard error, and in a message box where a window
// was wanted and there is a display.
void show_failure(const app::Failure& failure, const Options& options);

// Runs the app in a window until that is closed. Answers the exit code.
int run_window(app::App& app, const Options& options);

}  // namespace platform
