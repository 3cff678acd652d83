// What stands in the head of a page for browsers, search engines and previews of links.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace pages {

struct HeadParts {
  std::string title;
  std::string description;  // may be empty
  std::string event_name;
  std::string language;
  std::string origin;  // no slash at the end
  std::string path;    // of this page; empty for a page that has no address of its own
  std::vector<std::pair<std::string, std::string>> alternates;  // language and path, this page's own too
  std::string default_path;                                     // for whoever speaks none of them
  std::string picture;       // path of the picture for previews; empty: none
  std::string picture_text;  // what can be read on it
  int picture_width = 0;
  int picture_height = 0;
  bool is_event = false;      // rather than a site
  std::string leads_to = {};  // path where whoever has no JavaScript is sent on at once; empty: nowhere
  std::string data;           // JSON-LD; may be empty
};

std::string head_of(const HeadParts& parts);

// "kk_KZ", as previews of links name languages.
std::string locale_of(const std::string& language);

}  // namespace pages
