#include "paper/lines.h"

#include "text/line_break.h"
#include "text/utf8.h"

namespace paper {
namespace {

std::string_view without_end(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \n\r");
  return last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1);
}

// As many whole letters as fit, at least one.
std::size_t letters_that_fit(const Pdf& pdf, std::string_view word, const Type& type, float width) {
  std::string_view rest = word;
  std::size_t fit = 0;
  while (!rest.empty()) {
    text::take_code_point(rest);
    const std::size_t next = word.size() - rest.size();
    if (fit > 0 && pdf.width_of(word.substr(0, next), type) > width) break;
    fit = next;
  }
  return fit;
}

}  // namespace

std::vector<std::string> lines_of(const Pdf& pdf, std::string_view text, const Type& type, float width,
                                  std::string_view language) {
  std::vector<std::string> lines;
  std::size_t begin = 0;  // of the line
  std::size_t fits = 0;   // the last place where it may end
  const auto end_line = [&](std::size_t at) {
    lines.emplace_back(without_end(text.substr(begin, at - begin)));
    begin = fits = at;
  };
  for (const text::LineBreak& next : text::line_breaks(text, language)) {
    while (pdf.width_of(without_end(text.substr(begin, next.offset - begin)), type) > width) {
      if (fits > begin) {
        end_line(fits);
      } else {
        // A word wider than a line goes on in the next.
        const std::string_view word = text.substr(begin, next.offset - begin);
        const std::size_t cut = letters_that_fit(pdf, word, type, width);
        if (cut >= word.size()) break;
        end_line(begin + cut);
      }
    }
    fits = next.offset;
    if (next.mandatory) end_line(next.offset);
  }
  if (begin < text.size()) end_line(text.size());
  return lines;
}

std::vector<std::string> first_lines(const Pdf& pdf, std::string_view text, const Type& type, float width,
                                     std::string_view language, std::size_t most) {
  std::vector<std::string> lines = lines_of(pdf, text, type, width, language);
  if (lines.size() <= most) return lines;
  lines.resize(most);
  if (most == 0) return lines;
  std::string& last = lines.back();
  while (!last.empty() && pdf.width_of(last + "…", type) > width) {
    // Never half a letter.
    char gone = 0;
    do {
      gone = last.back();
      last.pop_back();
    } while (!last.empty() && (static_cast<unsigned char>(gone) & 0xC0U) == 0x80U);
  }
  last += "…";
  return lines;
}

}  // namespace paper
