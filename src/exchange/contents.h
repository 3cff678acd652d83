// What a file of other people, or a workbook, says about an event, in the words of the event's own files but
// not yet in them: merge.h puts it there.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "exchange/folder.h"

namespace exchange {

// A thing of a list: a session, a room.
struct Item {
  std::string id;
  // What is said of it, by the keys of the format, as in a JSON merge patch: null takes a key away, also that
  // of a language in a text; the languages and keys that are not named stay as they are.
  Json said = Json::object();
  // What is only guessed: it goes where nothing stands yet.
  Json guessed = Json::object();
  std::string file;   // where it is said: "programme.xlsx"
  std::string place;  // "sessions, row 12", "line 33", "/schedule/conference/days/0/rooms/Ada/3"
};

struct Contents {
  Json event = Json::object();                                  // as Item::said, of event.json
  Json event_guessed = Json::object();                          // as Item::guessed
  std::map<std::string, std::vector<Item>, std::less<>> lists;  // "sessions" to them
  // By list the ids of what an earlier edition of the same file held and this one does not: they go, unless
  // something that stays names them.
  std::map<std::string, std::vector<std::string>, std::less<>> gone;
  bool ordered = false;  // lists are to stand in this order
};

}  // namespace exchange
