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

// How a page goes onto paper, beside what its address says: grids lie, signs are large.
struct PaperOptions {
  bool a3 = false;
  bool landscape = false;
  bool days_apart = false;  // each day begins a sheet
};

// The bytes of a PDF of that page, as the visitor has it; or why there is none. `around`: of which the clock
// and what the visitor wants of letters and colours count.
std::expected<std::string, std::string> page_as_pdf(app::Session& session, std::string_view path,
                                                    const PaperOptions& options,
                                                    const app::Environment& around);

}  // namespace platform
