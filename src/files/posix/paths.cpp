#include "files/paths.h"

namespace files {

std::filesystem::path path_of(std::string_view text) { return text; }

std::string text_of(const std::filesystem::path& path) { return path.native(); }

std::string name_for_c(const std::filesystem::path& path) { return path.native(); }

std::string words_of(const std::error_code& error) { return error.message(); }

}  // namespace files
