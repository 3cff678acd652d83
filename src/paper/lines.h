// Words in lines no wider than a width. Inside paper/ only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "paper/pdf.h"

namespace paper {

std::vector<std::string> lines_of(const Pdf& pdf, std::string_view text, const Type& type, float width,
                                  std::string_view language);

// No more than `most` of them; where some are left out, the last ends in "…".
std::vector<std::string> first_lines(const Pdf& pdf, std::string_view text, const Type& type, float width,
                                     std::string_view language, std::size_t most);

}  // namespace paper
