// Blocks on sheets of paper: what stands where, and the drawing of it. Inside paper/ only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "paper/blocks.h"
#include "paper/paper.h"
#include "paper/pdf.h"

namespace paper {

ui::Size size_of(const Sheet& sheet);

// Lays all of it out and draws it.
void draw_sheets(Pdf& pdf, const std::vector<Block>& blocks, const Sheet& sheet, std::string_view language,
                 std::string_view footer);

}  // namespace paper
