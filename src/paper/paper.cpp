#include "paper/paper.h"

#include "paper/blocks.h"
#include "paper/pdf.h"
#include "paper/sheets.h"

namespace paper {

std::expected<std::string, std::string> pdf_of(const ui::Tree& tree, const Fonts& fonts, const Sheet& sheet,
                                               std::string_view footer) {
  const std::vector<Block> blocks = blocks_of(tree);
  if (blocks.empty()) return std::unexpected("there is nothing on this page to print");
  auto pdf = Pdf::create(fonts, tree.title);
  if (!pdf) return std::unexpected(std::move(pdf.error()));
  draw_sheets(**pdf, blocks, sheet, tree.language, footer);
  return (*pdf)->finish();
}

}  // namespace paper
