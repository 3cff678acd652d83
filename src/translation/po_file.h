// Files of translations in the format PO. The one folder that knows it.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "translation/exchange.h"

namespace translation {

struct PoFile {
  std::string language;  // the tag of what its header says; may be empty
  std::vector<Unit> units;
};

// The field of the header that says how many texts there are, for a file that was cut between two lines is a
// good file all the same.
constexpr const char* po_text_count = "X-Text-Count";

// On failure every mistake, one a line.
std::expected<PoFile, std::string> read_po(const std::filesystem::path& path);

// Writes the file whole or not at all.
std::expected<void, std::string> write_po(const std::filesystem::path& path, const PoFile&,
                                          std::string_view project);

}  // namespace translation
