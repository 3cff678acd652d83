#include "tools/summit_pages/site_map.h"

#include "tools/summit_pages/html.h"

namespace pages {

std::string site_map(const std::vector<PageAddress>& pages, const std::vector<std::string>& languages,
                     const std::string& origin, const std::string& default_language) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
      "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
  const auto alternate = [&](const std::string& language, const std::string& path) {
    xml.append("<xhtml:link rel=\"alternate\" hreflang=\"")
        .append(language)
        .append("\" href=\"")
        .append(escaped(origin + path))
        .append("\"/>");
  };
  for (const PageAddress& page : pages) {
    if (screens::page_entry(page.page).for_staff) continue;
    for (const std::string& language : languages) {
      xml.append("<url><loc>").append(escaped(origin + page.path(language))).append("</loc>");
      for (const std::string& other : languages) alternate(other, page.path(other));
      alternate("x-default", page.path(default_language));
      xml.append("</url>\n");
    }
  }
  return xml + "</urlset>\n";
}

std::string robots(const std::string& origin) {
  return "User-agent: *\nAllow: /\n\nSitemap: " + origin + "/sitemap.xml\n";
}

}  // namespace pages
