// Drawings as SVG inside the page: a level with a link for each place, and the map of the globe.
#pragma once

#include <vector>

#include "tools/summit_pages/branch.h"
#include "tools/summit_pages/html.h"

namespace pages {

// `plan` is a node with the look `plan`. `attributes_class` goes onto the drawing.
void write_plan(Html& html, const Branch& plan, const std::string& class_names);

// `chart` is a node with the look `chart`.
void write_world_map(Html& html, const ui::Node& chart, const std::string& class_names);

}  // namespace pages
