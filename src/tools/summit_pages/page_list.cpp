#include "tools/summit_pages/page_list.h"

#include "screens/pages.h"
#include "screens/screen.h"

namespace pages {

std::vector<PageAddress> pages_of(const model::Event& event) {
  std::vector<PageAddress> list;
  for (const screens::PageEntry& entry : screens::all_pages()) {
    if (entry.page == screens::Page::not_found) continue;
    if (entry.things == nullptr)
      list.push_back({entry.page, {}});
    else
      entry.things->each(event, [&](const std::string& id) { list.push_back({entry.page, id}); });
    if (entry.page == screens::Page::agenda)
      for (const model::Day& day : event.days) list.push_back({entry.page, screens::iso_date(day.date)});
  }
  return list;
}

}  // namespace pages
