// Mistakes in an event that came from a workbook are told with its rows, which are what people edit.
#pragma once

#include <vector>

#include "pack/problem.h"
#include "pack/read.h"

namespace summit_pack {

// The same mistakes; each one whose thing was imported says from where: "(from book.xlsx: sessions, row 12)".
std::vector<pack::Problem> with_origins(std::vector<pack::Problem> problems, const pack::PackFiles& files);

}  // namespace summit_pack
