// What the cells of the workbook said when it was read last, as marks that pack::import_file keeps: a cell
// that nobody has touched since does not go before what somebody has written into the files meanwhile, such
// as a translation that is not in the workbook. Inside exchange/ only.
#pragma once

#include <map>
#include <string>
#include <unordered_map>

#include "exchange/folder.h"

namespace exchange {

class CellMarks {
 public:
  // Those that the folder keeps; what of them cannot be read was never there.
  explicit CellMarks(const Folder& folder);

  // Takes out of what a row says, as Item::said, whatever it said last time, too. `there`: whether the folder
  // has the thing; one that is new is said whole. An empty cell has no mark.
  void leave_news(Json& said, const std::string& list, const std::string& id, bool there);

  // The marks of all that was asked for.
  Json now() const;

 private:
  std::unordered_map<std::string, Json> before_;  // by list and id
  std::map<std::string, std::map<std::string, Json>> now_;
};

// Keeps them in the folder.
void keep_cell_marks(Folder& folder, Json marks);

}  // namespace exchange
