// A frame's semantic tree as the HTML of a page: real elements for what the nodes
// mean, classes for how they look. What only a running app can answer is left out.
#pragma once

#include <string>
#include <vector>

#include "tools/summit_pages/styles.h"
#include "ui/semantics.h"

namespace pages {

struct PageWords {
  std::string skip;       // "Skip to content"
  std::string languages;  // name of the choice between the languages
  std::string path;       // of this page
  std::string search_path;
};

// A link to the same page in another language.
struct Translation {
  std::string language;
  std::string name;  // "Қазақша"
  std::string href;
};

struct BodyParts {
  const ui::Tree& tree;  // as a phone shows it
  const ui::Tree& rail;  // the same page where there is room for a rail: only its navigation is read
  const PageWords& words;
  const std::vector<Translation>& translations;
  bool wide;                    // not for reading from one line to the next: may use all the room there is
  std::string below_days = {};  // HTML that follows the choice between days, where there is one
};

// Where the link that skips the navigation leads.
inline const std::string content_id = "content";

// What goes into #page. Every other id comes from an anchor.
std::string body_of(const BodyParts& parts, Used& used);

}  // namespace pages
