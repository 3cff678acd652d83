// What a help desk works with, and what is shown to somebody across it: buttons with the key that does the
// same, answers among which one is chosen, and facts and steps in letters that are read from a metre away.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ui/frame.h"
#include "ui/marks.h"

namespace ui {

struct KeyButton {
  std::string_view id = {};
  std::string_view label = {};
  std::string_view language = {};    // of the label, when it is not the page's
  std::string_view key = {};         // on the keyboard: "F1"; may be empty
  char32_t icon = 0;                 // 0: none
  bool primary = false;              // what is mostly done
  std::optional<bool> chosen = {};   // one of several, as a radio
  std::optional<bool> toggled = {};  // a toggle and its state
};

// As high as that, and all of the width. True when it was pressed.
bool key_button(Frame& f, const KeyButton& button, float height);

// One of the answers to what was typed, as a radio among others; or something that could be asked, as a
// button.
struct AnswerRow {
  char32_t icon = 0;
  std::string_view key = {};  // tells it apart
  std::string_view title = {};
  std::string_view second = {};
  std::span<const Mark> marks = {};  // in the title
  bool chosen = false;
  bool suggested = false;  // nobody has asked for it
};

// True when it was pressed.
bool answer_row(Frame& f, const AnswerRow& row);

// An icon, a line in bold letters of that size, and a quieter one below. In a flow as wide as it needs to be.
void large_fact(Frame& f, char32_t icon, std::string_view line, std::string_view second, float size_px);

// A step of a way: its mark, what to do, and how far it is. The last one is the goal.
struct LargeStep {
  std::string_view mark = {};
  std::string_view text = {};
  std::string_view distance = {};  // may be empty
  float size_px = 22;
  bool goal = false;
};
void large_step(Frame& f, const LargeStep& step);

// A card with that corner and size.
void card_ground(Frame& f, const Rect& rect);

// What a key does.
struct KeyHint {
  std::string_view key = {};
  std::string_view what = {};
};
// One line of them; `state` stands at its end.
void key_hints(Frame& f, std::span<const KeyHint> hints, std::string_view state = {});
// One of them in a line of its own, with what it is about.
void key_row(Frame& f, char32_t icon, const KeyHint& hint);

}  // namespace ui
