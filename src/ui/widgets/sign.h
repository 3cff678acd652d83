// What is read from afar: the words of a sign at a door or on a wall, larger than anything on a page.
#pragma once

#include <string_view>

#include "ui/frame.h"
#include "ui/widgets/qr.h"

namespace ui {

struct SignWords {
  std::string_view text = {};
  float size_px = 32;  // at the usual size of text
  bool bold = false;
  bool quiet = false;          // in the second colour of texts
  bool live = false;           // of what is on now: on a ground of its colour
  std::uint8_t level = 0;      // of a heading; 0: words
  std::string_view href = {};  // where they lead; may be empty
};

// As large as they are asked to be, or smaller until no word is cut.
void sign_words(Frame& f, const SignWords& words);

// A few words beside a picture, in the middle of its height.
struct SignNote {
  std::string_view title = {};
  std::string_view text = {};  // below it, smaller
  float size_px = 32;          // of the title
};

// A code, no larger than `most` points, and what it is good for.
void qr_with_note(Frame& f, const QrPicture& picture, float most, const SignNote& note);

// Another session of the day: when, and what, which leads to it. `past`: set quietly.
struct SignRow {
  std::string_view time = {};
  std::string_view title = {};
  std::string_view second = {};  // a quieter line; may be empty
  std::string_view href = {};
  float size_px = 22;
  bool past = false;
  bool current = false;  // it is on now: a bar in the colour of what is live, before its time
};

void sign_row(Frame& f, const SignRow& row);

}  // namespace ui
