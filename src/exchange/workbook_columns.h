// Which sheets and columns the workbook has, and what they mean. Inside exchange/ only.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace exchange {

enum class CellType {
  id,
  plain,  // one line as it is written
  text,   // a column for each language
  date,
  moment,       // date and time in one cell
  time_of_day,  // "08:30"
  number,
  level,         // the number of a level, or its id
  choice,        // one of the words that the format knows
  reference,     // an id of another list, or its name
  references,    // several, with commas between
  languages,     // tags with commas between
  session_date,  // these three are starts_at and ends_at
  session_start,
  session_end,
  people,          // ids, with commas between
  roles,           // of those, a line for each, in each language
  interpretation,  // "kk, ru: 2": languages, with their channels
  scope,           // what a notice is about, as references
};

struct Explained {
  std::string_view kk, ru, en;
};

struct Column {
  std::string_view head;  // as the sheet calls it: "title"; with languages "title (kk)"
  std::string_view key;   // in the JSON
  CellType type = CellType::plain;
  Explained explained;
  std::string_view list = {};  // of references: "rooms"
  int width = 18;              // in letters
};

struct SheetFormat {
  std::string_view name;    // "people"
  std::string_view list;    // "persons"
  std::string_view object;  // as pack/format.h calls it: "person"
  std::span<const Column> columns;
};

std::span<const SheetFormat> sheet_formats();
// The fields of event.json, one a row: of texts there is a column for each language.
std::span<const Column> event_fields();

// The words of a choice, as pack/format.h has them.
std::vector<std::string_view> words_of(std::string_view object, std::string_view key);

}  // namespace exchange
