// What the search has found, as a row that leads there: for the page of the search, and for a help desk.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "screens/screen.h"
#include "search/index.h"

namespace screens {

struct Found {
  char32_t icon = 0;
  std::string_view title;  // empty when the thing is gone
  std::string second;
  std::string href;
};
Found found(ui::Frame& f, const View& view, const search::Hit& hit);

// What one can ask, in the language that is shown: what it finds nothing for is left out.
std::vector<std::string_view> search_examples(ui::Frame& f, const View& view);

// What lies together under one heading, and that heading.
search::Group shelf_of(search::Group group);
const std::string& shelf_name(ui::Frame& f, search::Group group);

}  // namespace screens
