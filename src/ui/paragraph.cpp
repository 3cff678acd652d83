#include "ui/paragraph.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "text/hyphenation.h"
#include "text/line_break.h"
#include "text/utf8.h"
#include "ui/hash.h"

namespace ui {
namespace {

constexpr std::size_t kept_entries = 1500;
constexpr std::uint64_t frames_until_stale = 120;

std::string_view without_trailing_spaces(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

Paragraph broken(const Painter& painter, std::string_view text, const TypeStyle& style, float width,
                 std::string_view language) {
  Paragraph paragraph;
  const float hyphen = painter.width_of("-", style);
  const auto add_line = [&](std::size_t begin, std::size_t end, bool divides = false) {
    // What stands between two things has nothing to part where a line ends or begins.
    constexpr std::string_view after_first = " ·", before_second = "· ";
    std::string_view line = without_trailing_spaces(text.substr(begin, end - begin));
    if (begin > 0 && end < text.size() && line == "·") return;
    if (end < text.size() && line.size() > after_first.size() && line.ends_with(after_first))
      line = without_trailing_spaces(line.substr(0, line.size() - after_first.size()));
    if (begin > 0 && line.starts_with(before_second)) {
      begin += before_second.size();
      line.remove_prefix(before_second.size());
    }
    paragraph.lines.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + line.size()), divides});
    paragraph.width = std::max(paragraph.width, painter.width_of(line, style) + (divides ? hyphen : 0));
  };
  // A hair of room, so that a text fits into the width that was measured for it.
  const float room = width + 0.01F;
  std::size_t line_begin = 0;
  std::size_t line_end = 0;
  for (const text::LineBreak& next : text::line_breaks(text, language)) {
    const std::string_view tried = without_trailing_spaces(text.substr(line_begin, next.offset - line_begin));
    if (painter.width_of(tried, style) > room) {
      if (line_end > line_begin) {
        add_line(line_begin, line_end);
        line_begin = line_end;
      }
      // One word alone may still be too wide: cut it between letters. A very long one is not measured as a
      // whole, for what is left of it would be measured again at each line.
      constexpr std::size_t longest_measured = 256;
      const std::size_t word_end =
          line_begin + without_trailing_spaces(text.substr(line_begin, next.offset - line_begin)).size();
      while (true) {
        const std::string_view word = text.substr(line_begin, word_end - line_begin);
        if (word.size() <= longest_measured && painter.width_of(word, style) <= room) break;
        bool divides = word.size() <= longest_measured && text::may_be_hyphenated(word);
        const float before_hyphen = divides ? room - hyphen : room;
        std::size_t fits = text::code_point_length(text, line_begin);
        while (fits < word.size() &&
               painter.width_of(word.substr(0, fits + text::code_point_length(text, line_begin + fits)),
                                style) <= before_hyphen)
          fits += text::code_point_length(text, line_begin + fits);
        if (fits >= word.size()) break;
        if (divides) fits = text::hyphenated(word, fits);
        // Where there is hardly room for a letter there is none for a hyphen.
        divides = divides && painter.width_of(word.substr(0, fits), style) <= before_hyphen;
        add_line(line_begin, line_begin + fits, divides);
        line_begin += fits;
        paragraph.word_cut = true;
      }
    }
    line_end = next.offset;
    if (next.mandatory) {
      add_line(line_begin, line_end);
      line_begin = line_end;
    }
  }
  if (line_begin < text.size()) add_line(line_begin, text.size());
  paragraph.height = static_cast<float>(paragraph.lines.size()) * style.line_height_px;
  return paragraph;
}

}  // namespace

const Paragraph& ParagraphCache::lay_out(const Painter& painter, std::string_view text,
                                         const TypeStyle& style, float width, std::string_view language) {
  std::uint64_t key = hash_of(text);
  key = hash_of(language, key);
  for (const float number :
       {style.size_px, style.line_height_px, style.bold ? 1.F : 0.F, width, painter.scale()})
    key = hash_of(number, key);
  auto [at, is_new] = entries_.try_emplace(key);
  if (is_new) {
    at->second.paragraph = broken(painter, text, style, width, language);
    ++measured_;
  }
  at->second.last_used = frame_;
  return at->second.paragraph;
}

void ParagraphCache::next_frame() {
  ++frame_;
  if (entries_.size() <= kept_entries) return;
  std::erase_if(entries_,
                [&](const auto& entry) { return frame_ - entry.second.last_used > frames_until_stale; });
}

}  // namespace ui
