// Tables as spreadsheets hold them: sheets of rows of cells, whatever file they came from.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

struct Cell {
  enum class Kind { empty, text, number, mistake };
  Kind kind = Kind::empty;
  std::string text;   // blanks at both ends taken away; of a number as it is written; of a mistake "#REF!"
  double number = 0;  // of dates and times: days since 30 December 1899
  bool empty() const { return kind == Kind::empty; }
};

struct Row {
  std::size_t number = 0;  // as the spreadsheet counts, from 1; of CSV the line on which it begins
  std::vector<Cell> cells;
  const Cell& at(std::size_t column) const;  // an empty one beyond the last
};

struct Sheet {
  std::string name;
  bool hidden = false;
  std::vector<Row> rows;  // those that have a cell that is not empty
};

// "A", "AB": how spreadsheets call the column, which is counted from 0.
std::string column_name(std::size_t column);

// Of a file; one that has more is not read.
inline constexpr std::size_t most_cells = 4'000'000;

// The sheets of an Excel workbook (.xlsx), or in words why it is none.
std::expected<std::vector<Sheet>, std::string> read_xlsx(std::string_view bytes);

struct CsvOptions {
  std::string encoding;  // "windows-1251"; empty: it is recognised
};
struct CsvResult {
  Sheet sheet;
  std::string encoding;  // that was read
  char separator = ',';
};
// Comma, semicolon or tab, whichever most rows agree on; quoted cells may have line breaks.
std::expected<CsvResult, std::string> read_csv(std::string_view bytes, const CsvOptions& options = {});

// The text in UTF-8, or in words why it has none.
std::expected<std::string, std::string> to_utf8(std::string_view bytes, const std::string& encoding);

}  // namespace exchange
