// Pages of the app on paper: a PDF made of the semantic tree of a page, as the pages without JavaScript are
// made of it. No session is split across sheets, grids are drawn to scale, and every text can be searched and
// copied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

#include "ui/semantics.h"

namespace paper {

enum class Format : std::uint8_t { a4, a3 };

struct Sheet {
  Format format = Format::a4;
  bool landscape = false;
  bool day_begins_sheet = false;  // each part with a heading of level 2 begins a new sheet
  bool sign = false;  // as large as fits: each such part on one sheet, with the title on all of them
};

// Font files as the app has them. They must live as long as the call.
struct Fonts {
  std::span<const std::byte> regular;
  std::span<const std::byte> bold;
};

// The bytes of a PDF file, or why there are none. `footer` stands at the foot of every sheet, beside its
// number.
std::expected<std::string, std::string> pdf_of(const ui::Tree& tree, const Fonts& fonts, const Sheet& sheet,
                                               std::string_view footer);

}  // namespace paper
