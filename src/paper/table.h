// A grid of a day on sheets: rooms beside each other, time downwards. Where not all rooms fit on a sheet,
// they go on on the next, whole. And codes as dark squares. Inside paper/ only.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "paper/blocks.h"
#include "paper/pdf.h"

namespace paper {

struct TableSheet {
  std::function<void(Pdf&)> draw;
};

std::vector<TableSheet> table_sheets(const Table& table, const ui::Rect& room, std::string_view language);

// The dark parts of a QR code with its quiet zone in a square so wide; nothing when the text is too long.
std::optional<std::vector<ui::Rect>> code_of(std::string_view text, float side);

}  // namespace paper
