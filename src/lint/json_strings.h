// The texts of a JSON file together with where in its bytes they stand, so that one of them can be
// replaced and all else stays as somebody wrote it.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace lint {

struct JsonString {
  std::string pointer;  // RFC 6901
  std::string text;
  std::size_t key_begin = 0;  // of its key, or of itself in a list
  std::size_t begin = 0;      // of the opening quote
  std::size_t end = 0;        // behind the closing one
};

// In the order of the file; or why it cannot be read.
std::expected<std::vector<JsonString>, std::string> strings_of(std::string_view json);

// As JSON, in quotes. `spell_blanks`: blanks and hyphens that keep words together, which an editor
// does not show, are spelled as \u00a0.
std::string written(std::string_view text, bool spell_blanks);

// The parts of a pointer, unescaped.
std::vector<std::string> steps_of(std::string_view pointer);

}  // namespace lint
