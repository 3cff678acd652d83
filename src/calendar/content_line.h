// The lines of an iCalendar file (RFC 5545, section 3.1): what may stand in them, and how long ones are
// folded. What the lines mean is in calendar_file.h.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace calendar {

// No line is longer, in bytes, without its end.
inline constexpr std::size_t longest_line = 75;

// A value of the type TEXT: ; , \ and line breaks are escaped, other control characters left out, and what
// is no UTF-8 replaced.
std::string escaped(std::string_view text);

// Appends "NAME:value" and CRLF, folded where it is too long: never inside of a letter or an escape. `value`
// stands as it is.
void append_line(std::string& file, std::string_view name, std::string_view value);

}  // namespace calendar
