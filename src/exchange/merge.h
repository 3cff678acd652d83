// Puts contents into the files of an event, and says what is other then. What is not said stays as somebody
// wrote it.
#pragma once

#include <string>
#include <vector>

#include "exchange/contents.h"

namespace exchange {

// What happened to one thing.
struct Merged {
  enum class What { added, changed, removed, kept };
  What what = What::added;
  std::string list;
  std::string id;
  std::string name;               // what it is called, in the first language that it has
  std::vector<std::string> keys;  // that changed
  std::string note;               // "10:00 -> 11:00", "is still named by the session opening"
};

struct MergeReport {
  std::vector<Merged> merged;
  std::vector<std::string> event_keys;  // of event.json, that changed
  // Texts whose wording changed while their other languages stayed: "sessions: opening: title".
  std::vector<std::string> stale_translations;
};

MergeReport merge(Folder& folder, const Contents& contents);

}  // namespace exchange
