// Longer texts as people write them: paragraphs with a blank line between them, and links as
// [words](https://example.org/). Nothing else is markup.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace text {

struct ProseLink {
  std::size_t begin = 0;  // of its words in Paragraph::text, in bytes
  std::size_t end = 0;
  std::string href;
  bool operator==(const ProseLink&) const = default;
};

struct ProseParagraph {
  std::string text;  // with the words of its links; may have line breaks
  std::vector<ProseLink> links;
  bool operator==(const ProseParagraph&) const = default;
};

// A link whose address may not be opened (link.h), or that is not closed, stays as it was written.
std::vector<ProseParagraph> paragraphs_of(std::string_view prose);

// As one text, without addresses: what a search reads.
std::string plain_prose(std::string_view prose);

// A link as it was written, for whoever checks it.
struct WrittenLink {
  std::size_t begin = 0;  // of its "[" in the text, in bytes
  std::size_t end = 0;    // behind its ")", or the end of the line where it has none
  std::string_view words;
  std::string_view href;
  bool closed = false;  // it has its ")"
};
// The first one that begins at `from` or behind it.
std::optional<WrittenLink> next_link(std::string_view prose, std::size_t from);

}  // namespace text
