// The part of the style sheet that comes from src/ui/style.h and from what the
// pages turned out to need. Rules written by hand are in web/page.css.
#pragma once

#include <map>
#include <set>
#include <string>

#include "ui/semantics.h"
#include "ui/style.h"

namespace pages {

// What the pages use: each becomes a class, since the web server's policy allows
// no styles inside of tags.
struct Used {
  std::map<std::string, ui::Color> colors;  // by their six digits
  std::set<int> gaps;                       // above an element, in points
  std::set<std::string> types;              // names of type styles
};

// Custom properties for colours, type and measures, in all themes, and the widths
// from which there is room for more as @custom-media, which assemble.py resolves.
std::string token_styles();

// The classes for what was used.
std::string used_styles(const Used& used);

// The class of a colour that a node has of its own.
std::string color_class(ui::Color color, Used& used);

// The name of the type style a node is set in, "body" for one that is none of the scale.
std::string type_name(const ui::Node& node);

}  // namespace pages
