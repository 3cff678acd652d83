// Rows of persons, with the initials of their names where others have an icon.
#pragma once

#include <string_view>

#include "ui/frame.h"

namespace ui {

struct PersonRow {
  std::string_view name;
  std::string_view second = {};  // office, or a part in something; may be empty
  std::string_view note = {};    // a third line; may be empty
  std::string_view href;
};

void person_row(Frame& f, const PersonRow& row);
// About how high one with a line below its name is, for Frame::rows.
float expected_person_row_height(const Frame& f);

}  // namespace ui
