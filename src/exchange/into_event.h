// Makes an event of a foreign programme: ids that stay, texts in one language, and guesses for what nobody
// says.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exchange/contents.h"
#include "exchange/ids.h"
#include "exchange/programme.h"

namespace exchange {

struct EventOptions {
  std::string language;  // of all texts; empty: each session's own, else the programme's, else English
  std::vector<std::string> app_languages;  // those that a new event has
  std::string zone, city, country;         // of a new event; empty: guessed
  std::string status = "provisional";
  std::optional<std::pair<model::Date, model::Date>> dates = {};  // what begins on other days is left out
  std::string file;                                               // what the file is called in messages
};

struct EventOf {
  Contents contents;
  std::vector<pack::Problem> problems;
  std::vector<std::string> guessed;  // in words: "kinds of 12 sessions, by their types and titles"
};

EventOf into_event(Programme programme, const Folder& folder, KnownIds& known, const EventOptions& options);

}  // namespace exchange
