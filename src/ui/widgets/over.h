// What lies over a page: dialogs, toasts, and the link that skips to the content. The first two come after
// everything else of the frame.
#pragma once

#include <string_view>

#include "ui/frame.h"

namespace ui {

// A dialog that is open; what follows scrolls in it until it goes out of scope.
struct [[nodiscard]] Dialog {
  Frame::Scope whole;
  Frame::Scope content;  // ends first
};

// A sheet from below on the phone, a card in the middle elsewhere. Sets `closed` when its button was pressed.
// Escape and a tap beside it are unused keys: see Kit.
Dialog dialog(Frame& f, std::string_view title, std::string_view close_name, bool& closed);
// A short message at the lower edge, `above` points higher, with one thing to do about it. Call it
// in every frame, with an empty text when there is nothing to say. True when that was pressed.
bool toast(Frame& f, std::string_view text, std::string_view action, float above);
// The first thing of a frame: seen only while it has the focus.
void skip_link(Frame& f, std::string_view text);

}  // namespace ui
