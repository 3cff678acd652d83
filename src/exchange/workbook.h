// The product's own workbook: an event as an Excel file with a sheet for each list and a column for each
// language, written for people and read back as often as they change it. What it has no columns for
// (outlines, stories) stays in the folder as it is.
//
//   files::write_file("programme.xlsx", *write_workbook(*Folder::load("my-event")));
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/contents.h"
#include "exchange/ids.h"
#include "exchange/sheet.h"
#include "pack/problem.h"

namespace exchange {

// The bytes of an .xlsx file with what the folder holds; of an empty folder one to be filled in, in the
// languages that the app speaks. Or in words why it cannot be made.
std::expected<std::string, std::string> write_workbook(const Folder& folder);

// Whether these are the sheets of such a workbook, not of somebody's own table.
bool is_workbook(const std::vector<Sheet>& sheets);

struct WorkbookRead {
  Contents contents;
  // Marks of what each cell said, by list, id and column, for the next time: see CellMarks.
  Json cells = Json::object();
  std::vector<std::string> guessed;  // what no cell says, for the report: "ids of 3 rows of sessions …"
  // Each cell that is wrong: file, "sessions, row 12, column start", reason. With an error nothing is to be
  // changed.
  std::vector<pack::Problem> problems;
};

// What a cell said last time, too, says nothing new: what was written into the files since then, by hand or
// by translators, stays. `file` is what the workbook is called in messages. `known` has the ids of rows that
// have none of their own, and keeps what is found now. Days and times are those of the event's time zone, for
// which ICU's data is wanted.
WorkbookRead read_workbook(const std::vector<Sheet>& sheets, const Folder& folder, KnownIds& known,
                           const std::string& file);

}  // namespace exchange
