#include "tools/summit_pages/page_list.h"

namespace pages {

std::vector<PageAddress> pages_of(const model::Event& event) {
  using screens::Page;
  std::vector<PageAddress> list;
  const auto each = [&](Page page, const auto& things) {
    for (const auto& thing : things) list.push_back({page, thing.id});
  };
  list.push_back({Page::home, {}});
  list.push_back({Page::agenda, {}});
  each(Page::session, event.sessions);
  list.push_back({Page::my, {}});
  list.push_back({Page::map, {}});
  each(Page::place, event.rooms);
  list.push_back({Page::partners, {}});
  each(Page::partner, event.partners);
  list.push_back({Page::themes, {}});
  each(Page::theme, event.themes);
  list.push_back({Page::about, {}});
  list.push_back({Page::road, {}});
  list.push_back({Page::news, {}});
  each(Page::story, event.stories);
  for (const Page page : {Page::info, Page::search, Page::settings}) list.push_back({page, {}});
  return list;
}

}  // namespace pages
