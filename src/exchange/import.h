// Brings a file of another program, or the workbook, into the folder of an event: what is read, merged,
// checked and told. Nothing is written here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/folder.h"
#include "model/time.h"
#include "pack/problem.h"

namespace exchange {

enum class Format { frab_xml, frab_json, ics, csv, xlsx };

// "frab-xml", "frab-json", "pretalx", "ics", "csv", "xlsx"; nothing for another word.
std::optional<Format> format_named(std::string_view name);
// All of these words: "frab-xml, frab-json, …".
std::string format_names();

struct ImportOptions {
  std::string language;                // of the texts: "de"; empty: what the file says, else English
  std::string zone, city, country;     // of a new event; empty: guessed
  std::string status = "provisional";  // of what is new
  // Of a programme: what begins on other days is left out. Absent: nothing is.
  std::optional<std::pair<model::Date, model::Date>> dates = {};
  std::string encoding;                                      // of CSV; empty: recognised
  std::vector<std::pair<std::string, std::string>> columns;  // of tables: "title" and the head that means it
  std::vector<std::string> app_languages;                    // those that a new event has
};

struct ImportFile {
  std::string name;  // as messages call it
  std::string bytes;
};

struct ImportResult {
  // What is to be written into the folder; empty when nothing is other than before, or when there is an
  // error.
  std::map<std::string, std::string> changed;
  std::vector<pack::Problem>
      problems;        // errors: nothing is to be changed; warnings: what was left out, and why
  std::string report;  // what was read, changed and guessed, a line each
};

// ICU's data is wanted.
ImportResult import_files(Format format, const std::vector<ImportFile>& files, const Folder& before,
                          const ImportOptions& options);

}  // namespace exchange
