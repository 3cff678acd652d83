// What bytes are when they are not the text in UTF-8 that was asked for, so that the message names it.
#pragma once

#include <string>
#include <string_view>

namespace pack {

// Why these bytes are no text, such as "is compressed with gzip; unpack it first"; empty when they may be
// one. A byte order mark of UTF-8 is not held against them. A NUL is: parsers take it for the end, whatever
// follows.
std::string not_a_text(std::string_view bytes);

// "line 3, column 5", counted in code points from 1.
std::string place_of(std::string_view bytes, std::size_t position);

// Whether all of it is well-formed.
bool is_utf8(std::string_view bytes);

}  // namespace pack
