// Runs the app without a window: one picture, or one semantic tree.
#pragma once

#include <filesystem>
#include <string>

#include "app/app.h"

namespace platform {

// The semantic tree as JSON: role, name, value, href, state, bounds, children.
std::string tree_as_json(const ui::Tree& tree);

// Draws until nothing changes any more, without pixels.
void settle(app::App& app, const app::Environment& around);

// Draws the page into a PNG file, written whole or not at all. Says what went wrong.
std::expected<void, std::string> take_screenshot(app::App& app, const app::Environment& around,
                                                 const std::filesystem::path& file);

}  // namespace platform
