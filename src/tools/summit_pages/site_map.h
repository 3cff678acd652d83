// sitemap.xml and robots.txt.
#pragma once

#include <string>
#include <vector>

#include "tools/summit_pages/page_list.h"

namespace pages {

std::string site_map(const std::vector<PageAddress>& pages, const std::vector<std::string>& languages,
                     const std::string& origin, const std::string& default_language);

std::string robots(const std::string& origin);

}  // namespace pages
