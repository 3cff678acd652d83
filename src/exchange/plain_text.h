// Texts with HTML or Markdown in them as our own: paragraphs and links. Inside exchange/ only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace exchange {

// What a text may hold beside words and our own links.
enum class Markup { none, html };

// Paragraphs with blank lines between them, and links as [words](address) that can be followed; all other
// markup is taken away. At most so many letters.
std::string prose_of(std::string_view text, std::size_t most, Markup markup = Markup::html);

// The same without links.
std::string lines_of(std::string_view text, std::size_t most, Markup markup = Markup::html);

// One line of words.
std::string line_of(std::string_view text, std::size_t most, Markup markup = Markup::html);

}  // namespace exchange
