// Hands all texts of one language to a translator and takes them back into the files they came
// from. Nothing here knows how a file of translations is written: that is po_file.h.
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lint/texts.h"

namespace translation {

// One text to translate.
struct Unit {
  std::string place;        // lint::Entry::place
  std::string source;       // the text in the language that is translated from
  std::string translation;  // empty when there is none yet
  bool uncertain = false;   // the translator is not sure of it; it is not taken over
};

// What a translator translates from: English, or for English the event's first other language.
std::string source_language(const lint::Texts&, std::string_view language);

// Every text there is in the source language, in the order of the files; where texts may lack that, each that
// is in any other.
std::vector<Unit> units_for(const lint::Texts&, std::string_view language);

struct Changes {
  std::map<std::string, std::string> pack;      // name of a file to its new bytes
  std::map<std::string, std::string> messages;  // language to the new bytes of its file
  std::size_t texts = 0;                        // that are others than before
  std::size_t untranslated = 0;                 // that the translator left empty: they are as they were
  std::vector<pack::Problem> notes;             // what else was left as it is, and why: warnings
};

// The files with the translations in them; what did not change keeps every byte. A language that is
// new gets a file of messages, a text in every object of the pack, and its line in event.json; for
// it everything must be translated. On failure every mistake, and nothing is to be written.
std::expected<Changes, std::vector<pack::Problem>> with_translations(const lint::Texts&,
                                                                     std::string_view language,
                                                                     const std::vector<Unit>&);

}  // namespace translation
