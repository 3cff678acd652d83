#include "tools/summit_pages/web_manifest.h"

#include <nlohmann/json.hpp>

#include "screens/pages.h"
#include "text/words.h"
#include "tools/summit_pages/html.h"
#include "ui/style.h"

namespace pages {

std::string manifest_path(const std::string& language) { return "/" + language + "/app.webmanifest"; }

std::string web_manifest(const model::Event& event, const std::string& language) {
  using Json = nlohmann::ordered_json;
  const auto icon = [](const char* file, const char* sizes, const char* purpose) {
    return Json{{"src", file}, {"sizes", sizes}, {"type", "image/png"}, {"purpose", purpose}};
  };
  const ui::Color background = ui::style_named(ui::StyleName::light).palette.background;
  const std::string color = "#" + hex_digits(background.red, background.green, background.blue);
  Json manifest;
  // The same app whatever its language.
  manifest["id"] = "/";
  manifest["name"] = event.name.in(language);
  manifest["short_name"] = event.short_name.in(language);
  manifest["description"] = event.summary.in(language);
  manifest["lang"] = language;
  manifest["start_url"] = screens::path_of(language, screens::Page::home);
  manifest["scope"] = "/";
  manifest["display"] = "standalone";
  manifest["background_color"] = color;
  manifest["theme_color"] = color;
  manifest["icons"] =
      Json::array({icon("/icons/192.png", "192x192", "any"), icon("/icons/512.png", "512x512", "any"),
                   icon("/icons/maskable-512.png", "512x512", "maskable")});
  manifest["shortcuts"] = Json::array();
  for (const auto& [page, name] : {std::pair{screens::Page::agenda, text::Key("agenda.title")},
                                   std::pair{screens::Page::map, text::Key("map.title")},
                                   std::pair{screens::Page::my, text::Key("my.title")}})
    manifest["shortcuts"].push_back(
        {{"name", text::raw_message(language, name)},
         {"url", screens::path_of(language, page)},
         {"icons",
          Json::array({Json{{"src", "/icons/192.png"}, {"sizes", "192x192"}, {"type", "image/png"}}})}});
  return manifest.dump();
}

}  // namespace pages
