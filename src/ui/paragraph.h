// Breaks texts into lines and remembers the result, so that a text is measured
// once and not in every frame. Internal to ui/.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/painter.h"
#include "ui/style.h"

namespace ui {

struct Paragraph {
  struct Line {
    std::uint32_t begin = 0;  // in bytes of the text
    std::uint32_t end = 0;    // without the spaces at its end
    bool divides = false;     // a word goes on in the next line: a hyphen is drawn behind it
  };
  std::vector<Line> lines;
  float width = 0;        // of the widest line
  float height = 0;       // lines times line height
  bool word_cut = false;  // a word was wider than a line, and goes on in the next
};

class ParagraphCache {
 public:
  // The text in lines no wider than `width`; a word that is wider alone is cut
  // between letters, with a hyphen where it is made of letters alone. Valid until the next call of
  // `next_frame`.
  const Paragraph& lay_out(const Painter& painter, std::string_view text, const TypeStyle& style, float width,
                           std::string_view language);

  // Forgets what was not asked for in a long time, when there is much of it.
  void next_frame();

  // How many texts were measured since the start, rather than found here.
  std::uint64_t measured() const { return measured_; }

 private:
  struct Entry {
    Paragraph paragraph;
    std::uint64_t last_used = 0;
  };
  std::unordered_map<std::uint64_t, Entry> entries_;
  std::uint64_t frame_ = 0;
  std::uint64_t measured_ = 0;
};

}  // namespace ui
