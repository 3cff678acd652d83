// Where in the workbook, or in a file of other people, each thing of an event was read: kept in
// pack::import_file, so that a mistake that is found later is told by the row that people edit.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "exchange/folder.h"
#include "pack/problem.h"
#include "pack/read.h"

namespace exchange {

// The name of the workbook among the sources of import_file.
inline constexpr std::string_view workbook_source = "workbook";

// By list and id the places in one file: "sessions" and "opening" to "sessions, row 12".
using ReadPlaces = std::map<std::string, std::map<std::string, std::string>>;

// Keeps them in the folder, in place of those of the last edition of the file.
void keep_origins(Folder& folder, const std::string& source, const std::string& file,
                  const ReadPlaces& places);

class Origins {
 public:
  // The files may be full of mistakes: what cannot be read comes from nowhere. They must stay.
  explicit Origins(const pack::PackFiles& files);

  // "programme.xlsx: sessions, row 12"; empty for what was not imported.
  std::string of(std::string_view list, std::string_view id) const;
  // Of the thing in whose entry it is.
  std::string of(const pack::Problem& problem);

 private:
  const Json& parsed(const std::string& file);

  const pack::PackFiles& files_;
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> places_;
  std::map<std::string, Json> parsed_;
};

}  // namespace exchange
