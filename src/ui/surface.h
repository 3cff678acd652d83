// Where Dear ImGui comes in: its context, the frame that everything is drawn in, and its text fields.
// There are two of it: surface.cpp with Dear ImGui's windows, and platform/web/surface.cpp, which the
// linker takes for the browser. There the platform has fields of its own, and all that windows need
// would be a tenth of the download. Internal to ui/ and to that file.
#pragma once

#include <string>

#include "imgui.h"

namespace ui::imgui_surface {

// A new context, from now on the current one.
ImGuiContext* open();
void close(ImGuiContext* context);

// A frame as large as ImGuiIO::DisplaySize. Answers where to draw until end().
ImDrawList* begin();
void end();

// Whether the keyboard is a field's.
bool is_written_on();
// A field that has the keyboard loses it.
void leave_field();
// Nothing is left of what was written into fields.
void forget();

// All lengths in device pixels.
struct Field {
  int id = 0;
  ImVec2 top_left;
  float width = 0;
  float padding = 0;  // above and below its text
  ImFont* font = nullptr;
  float text_size = 0;
  ImU32 text = 0;
  ImU32 hint_text = 0;
  ImU32 cursor = 0;
  ImU32 selection = 0;
  std::string hint;
  bool takes_keyboard = false;  // asks for it
  bool goes_on = false;         // who comes back to it goes on at its end: nothing is selected
  bool set_anew = false;        // `value` comes from outside, even while somebody writes
};

struct Answer {
  bool changed = false;
  bool begun = false;   // has just got the keyboard by itself
  bool active = false;  // has it
};

// Draws the field; what is written goes into `value`.
Answer write(const Field& field, std::string& value);

}  // namespace ui::imgui_surface
