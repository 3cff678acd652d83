// What the event and its sessions are, in the words of schema.org, for search
// engines. Says nothing that is not in the pack.
#pragma once

#include <string>

#include "content/edition.h"

namespace pages {

struct DataContext {
  const content::Edition& edition;
  std::string language;
  std::string origin;       // "https://summit.example", no slash at the end
  std::string picture;      // address of the page's picture; may be empty
  std::string provisional;  // what is said of times and rooms that are not published yet
};

// JSON that can stand inside a script element.
std::string event_data(const DataContext& context);
std::string session_data(const DataContext& context, const model::Session& session);

}  // namespace pages
