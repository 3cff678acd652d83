// Every text that visitors read, of an event and of the app, in all of its languages and with its
// place. Not for reading events, which is pack/: here they are only rows of sentences.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pack/problem.h"
#include "pack/read.h"

namespace lint {

// A text in one language.
struct Version {
  std::string language;
  std::string file;     // "sessions.json", "i18n/kk.json"
  std::string pointer;  // "/sessions/12/title/kk", "/agenda.title"
  std::string text;     // as it is written: of a message with its placeholders
  std::string visible;  // what is read of it; of a message the pieces between placeholders, a line each

  // Where in the bytes of the file: its key, its quotes and behind them.
  std::size_t key_begin = 0, begin = 0, end = 0;
};

// The same text in the languages that have it.
struct Entry {
  std::string place;  // "sessions.json: /sessions/12/title", "i18n: /agenda.title" wherever that lies
  std::string key;    // of a message: "agenda.title"; else empty
  std::vector<Version> versions;

  bool is_message() const { return !key.empty(); }
  const Version* in(std::string_view language) const;  // nullptr when it lacks
};

// The bytes of all files, and the texts in them.
struct Texts {
  pack::PackFiles pack;
  std::map<std::string, std::string, std::less<>> messages;  // language to the bytes of its file
  std::string messages_name;                                 // how the folder is called: "i18n"

  std::vector<std::string> languages;          // of the event
  std::vector<std::string> message_languages;  // those that have a file
  std::vector<Entry> entries;                  // in the order of the files
};

// The texts of a pack that pack::read_pack found no error in.
// `messages` is the folder of LANGUAGE.json files, or empty. On failure every mistake in them.
std::expected<Texts, std::vector<pack::Problem>> texts_of(const pack::PackFiles& pack,
                                                          const model::Event& event,
                                                          const std::filesystem::path& messages);

// "i18n/kk.json"
std::string message_file(const Texts&, std::string_view language);

}  // namespace lint
