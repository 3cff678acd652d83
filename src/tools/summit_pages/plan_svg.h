// The drawing of a level as SVG inside the page, with a link for each place.
#pragma once

#include <vector>

#include "tools/summit_pages/branch.h"
#include "tools/summit_pages/html.h"

namespace pages {

// `plan` is a node with the look `plan`. `attributes_class` goes onto the drawing.
void write_plan(Html& html, const Branch& plan, const std::string& class_names);

}  // namespace pages
