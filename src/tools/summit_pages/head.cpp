#include "tools/summit_pages/head.h"

#include "lint/languages.h"
#include "tools/summit_pages/html.h"
#include "tools/summit_pages/web_manifest.h"
#include "ui/style.h"

namespace pages {

// "uz-Latn-UZ", "uz-Latn" and "uz" are uz_UZ.
std::string locale_of(const std::string& language) {
  const std::string name = language.substr(0, language.find('-'));
  const std::string region = language.substr(language.rfind('-') + 1);
  if (name != region && region.size() == 2) return name + "_" + region;
  const lint::LanguageNotes* notes = lint::notes_of(language);
  return notes == nullptr || notes->territory.empty() ? name : name + "_" + std::string(notes->territory);
}

std::string head_of(const HeadParts& parts) {
  Html html;
  const auto meta = [&](const char* name, const std::string& content) {
    if (!content.empty()) html.open("meta", {{"name", name}, {"content", content}}).line();
  };
  const auto property = [&](const char* name, const std::string& content) {
    if (!content.empty()) html.open("meta", {{"property", name}, {"content", content}}).line();
  };
  const std::string title =
      parts.title == parts.event_name ? parts.title : parts.title + " – " + parts.event_name;
  html.element("title", {}, title).line();
  meta("description", parts.description);
  for (const bool dark : {false, true}) {
    const ui::Color color =
        ui::style_named(dark ? ui::StyleName::dark : ui::StyleName::light).palette.background;
    html.open("meta", {{"name", "theme-color"},
                       {"content", "#" + hex_digits(color.red, color.green, color.blue)},
                       {"media", dark ? "(prefers-color-scheme: dark)" : "(prefers-color-scheme: light)"}})
        .line();
  }
  if (!parts.leads_to.empty())
    html.open("noscript")
        .open("meta", {{"http-equiv", "refresh"}, {"content", "0; url=" + parts.leads_to}})
        .close("noscript")
        .line();
  // The page is painted before it: boot.js takes it out of here when it is there.
  html.open("noscript")
      .open("link", {{"rel", "manifest"}, {"href", manifest_path(parts.language)}})
      .close("noscript")
      .line();
  if (parts.path.empty()) {
    meta("robots", "noindex");
    return html.string();
  }
  html.open("link", {{"rel", "canonical"}, {"href", parts.origin + parts.path}}).line();
  for (const auto& [language, path] : parts.alternates)
    html.open("link", {{"rel", "alternate"}, {"hreflang", language}, {"href", parts.origin + path}}).line();
  html.open("link",
            {{"rel", "alternate"}, {"hreflang", "x-default"}, {"href", parts.origin + parts.default_path}})
      .line();
  property("og:title", parts.title);
  property("og:description", parts.description);
  property("og:url", parts.origin + parts.path);
  property("og:type", parts.is_event ? "article" : "website");
  property("og:site_name", parts.event_name);
  property("og:locale", locale_of(parts.language));
  for (const auto& [language, path] : parts.alternates)
    if (language != parts.language) property("og:locale:alternate", locale_of(language));
  if (!parts.picture.empty()) {
    property("og:image", parts.origin + parts.picture);
    property("og:image:width", std::to_string(parts.picture_width));
    property("og:image:height", std::to_string(parts.picture_height));
    property("og:image:alt", parts.picture_text);
  }
  meta("twitter:card", parts.picture.empty() ? "summary" : "summary_large_image");
  if (!parts.data.empty())
    html.open("script", {{"type", "application/ld+json"}}).raw(parts.data).close("script").line();
  return html.string();
}

}  // namespace pages
