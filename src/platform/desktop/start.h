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

// What kept the app from starting.
enum class Hindrance { files, arguments, screen };

// That in the language of whoever started it, with `details` for whoever helps.
app::Failure failure_of(const app::Start& start, Hindrance hindrance, std::string details);

// Shows it in a message box. Only where there is a display, and nobody reads what is printed.
void show_failure(const app::Failure& failure);

// Runs the app in a window until that is closed, or says why there is none. Answers the exit code.
int run_window(app::App& app, const app::Start& start, const Options& options);

}  // namespace platform
