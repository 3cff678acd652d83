#include "text/prose.h"

#include <algorithm>

#include "text/link.h"

namespace text {
namespace {

bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// Adds a line to the paragraph, its links as their words.
void add_line(ProseParagraph& paragraph, std::string_view line) {
  if (!paragraph.text.empty()) paragraph.text += '\n';
  std::size_t at = 0;
  for (std::size_t from = 0; const auto link = next_link(line, from);) {
    from = link->end;
    if (!link->closed || link->words.empty() || !may_be_opened(link->href)) continue;
    paragraph.text += line.substr(at, link->begin - at);
    const std::size_t begin = paragraph.text.size();
    paragraph.text += link->words;
    paragraph.links.push_back({begin, paragraph.text.size(), std::string(link->href)});
    at = link->end;
  }
  paragraph.text += line.substr(at);
}

}  // namespace

std::optional<WrittenLink> next_link(std::string_view prose, std::size_t from) {
  for (std::size_t begin = prose.find('[', from); begin != prose.npos; begin = prose.find('[', begin + 1)) {
    const std::size_t words_end = prose.find_first_of("[]\n", begin + 1);
    if (words_end == prose.npos || prose.substr(words_end, 2) != "](") continue;
    const std::size_t href = words_end + 2;
    const std::size_t href_end = std::min(prose.find_first_of(") \n", href), prose.size());
    const bool closed = href_end < prose.size() && prose[href_end] == ')';
    return WrittenLink{.begin = begin,
                       .end = closed ? href_end + 1 : href_end,
                       .words = prose.substr(begin + 1, words_end - begin - 1),
                       .href = prose.substr(href, href_end - href),
                       .closed = closed};
  }
  return std::nullopt;
}

std::vector<ProseParagraph> paragraphs_of(std::string_view prose) {
  std::vector<ProseParagraph> paragraphs;
  bool between = true;
  for (std::size_t at = 0; at <= prose.size();) {
    const std::size_t end = std::min(prose.find('\n', at), prose.size());
    const std::string_view line = prose.substr(at, end - at);
    at = end + 1;
    if (is_blank_line(line)) {
      between = true;
      continue;
    }
    if (between) paragraphs.emplace_back();
    between = false;
    add_line(paragraphs.back(), line);
  }
  return paragraphs;
}

std::string plain_prose(std::string_view prose) {
  std::string plain;
  for (const ProseParagraph& paragraph : paragraphs_of(prose)) {
    if (!plain.empty()) plain += '\n';
    plain += paragraph.text;
  }
  return plain;
}

}  // namespace text
