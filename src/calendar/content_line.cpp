#include "calendar/content_line.h"

#include <algorithm>

#include "text/utf8.h"

namespace calendar {
namespace {

constexpr std::string_view line_end = "\r\n";

// How many bytes of the front of `rest` stay together: an escape or a letter.
std::size_t next_unit(std::string_view rest) {
  if (rest[0] == '\\' && rest.size() > 1) return 2;
  std::string_view behind = rest;
  (void)text::take_code_point(behind);
  return rest.size() - behind.size();
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string made;
  while (!text.empty()) {
    const char32_t letter = text::take_code_point(text);
    switch (letter) {
      case U'\r':
        if (text.starts_with('\n')) text.remove_prefix(1);
        [[fallthrough]];
      case U'\n':
      case U'\u2028':
      case U'\u2029': made += "\\n"; break;
      case U';':
      case U',':
      case U'\\': made += {'\\', static_cast<char>(letter)}; break;
      default:
        if (letter == U'\t' || (letter >= U' ' && (letter < 0x7F || letter > 0x9F)))
          made += text::encoded({&letter, 1});
    }
  }
  return made;
}

void append_line(std::string& file, std::string_view name, std::string_view value) {
  std::string line;
  line.append(name).append(":").append(value);
  std::size_t used = 0;
  for (std::string_view rest = line; !rest.empty();) {
    const std::size_t unit = next_unit(rest);
    if (used + unit > longest_line) {
      // The blank that says "this goes on" is part of the line.
      file.append(line_end).append(" ");
      used = 1;
    }
    file.append(rest.substr(0, unit));
    used += unit;
    rest.remove_prefix(unit);
  }
  file.append(line_end);
}

}  // namespace calendar
