// Where rooms are when nobody says it: a site and levels that can be put right later. Inside exchange/ only.
#pragma once

#include <string>
#include <vector>

#include "exchange/contents.h"

namespace exchange {

// The languages of the event, as `event` lists them.
std::vector<std::string> languages_of(const Json& event);

class Places {
 public:
  // New sites and levels go into `contents`.
  Places(const Folder& folder, std::vector<std::string> languages, Contents& contents);

  // The id of the level of that number; the first one there is when `number` is 1 and none has it. It is made
  // when it is missing.
  std::string level(long number);
  bool has_level(const std::string& id) const;
  // Makes one of that id where the event has no levels yet: the workbook of another event names it. Whether
  // it did.
  bool make_level(const std::string& id);
  // Makes one room where there is none at all: an event without rooms cannot be built. Whether it did.
  bool make_some_room();

 private:
  std::string site();
  void add_level(const std::string& id, long number);
  void add(const char* list, std::string id, Json guessed);

  const Folder& folder_;
  std::vector<std::string> languages_;
  Contents& contents_;
};

}  // namespace exchange
