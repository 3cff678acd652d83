#include "tools/summit_pages/page_list.h"

#include "screens/pages.h"

namespace pages {

std::vector<PageAddress> pages_of(const model::Event& event) {
  std::vector<PageAddress> list;
  for (const screens::PageEntry& entry : screens::all_pages()) {
    if (entry.page == screens::Page::not_found) continue;
    if (entry.things == nullptr)
      list.push_back({entry.page, {}});
    else
      entry.things->each(event, [&](const std::string& id) { list.push_back({entry.page, id}); });
  }
  return list;
}

}  // namespace pages
