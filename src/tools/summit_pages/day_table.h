// A day as a table of rooms over time, for those who have no app: on their screen and on paper. The app's own
// grid is screens/agenda_grid.cpp.
#pragma once

#include <string>

#include "content/edition.h"
#include "text/words.h"
#include "tools/summit_pages/styles.h"

namespace pages {

// Folded away under a line that opens it. Empty where nothing takes place, or more than a table can show.
std::string day_table(const content::Edition& edition, model::Date day, const text::Words& words, Used& used);

}  // namespace pages
