// The app in a window of the desktop.
#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <string>

#include "platform/desktop/options.h"
#include "platform/platform.h"

namespace platform {

// Shows a failure that left no app to show it: on standard error, and in a
// message box where there is a display.
void show_failure(const app::Failure& failure);

// The folder "assets" beside the program.
std::filesystem::path assets_beside_program();

// What the system knows of its user: languages, time zone, what was kept.
app::Start start_of(const Options& options);

// Runs the app until its window is closed. Answers the exit code.
int run_window(app::App& app, const Options& options);

}  // namespace platform
