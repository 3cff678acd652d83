// Which pages there are: every screen that has an address of its own.
#pragma once

#include <string>
#include <vector>

#include "model/event.h"
#include "screens/address.h"

namespace pages {

struct PageAddress {
  screens::Page page = screens::Page::home;
  std::string id;  // of the agenda: a day of it, or empty

  std::string path(const std::string& language) const { return screens::path_of(language, page, id); }
};

// In the order in which they are listed for search engines. The same in every language.
std::vector<PageAddress> pages_of(const model::Event& event);

}  // namespace pages
