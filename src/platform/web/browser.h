// What C++ asks of the page: the functions of library.js. The browser may refuse any of it, which
// web/shell.js answers with 0 and goes on.
#pragma once

#include <cstddef>

extern "C" {

// What the page says of itself for a frame, in this order; web/make_tables.py hands the names on to shell.js.
enum class EnvironmentValue : std::size_t {
  width,  // of the stage, in points
  height,
  scale,  // device pixels in a point
  safe_top,
  safe_right,
  safe_bottom,
  safe_left,
  now_s,     // the clock, since 1970
  steady_s,  // a clock that never jumps
  dark,      // 1 or 0, and the next two
  reduced_motion,
  more_contrast,
  text_scale,      // the visitor's text size, 1 when it is the usual one
  notifications,   // a screens::Notifications
  visitor_screen,  // 1 while one faces the visitor of this desk
  for_paper,       // 1 while the page is printed: see app::Environment
  count,
};
// Writes `count` values to `out`.
void browser_environment(double* out);

// False when it went wrong: the mirror is empty then.
bool browser_mirror(const std::byte* batch, std::size_t size);
void browser_request_frame();
// Milliseconds since 1970; negative: never.
void browser_wake_at(double time_ms);

// Texts are UTF-8 with their length in bytes.
// False when the browser keeps nothing.
bool browser_keep_text(const char* name, std::size_t name_size, const char* text, std::size_t text_size);
// Calls summit_merge_visitor soon, as the only tab that does.
void browser_keep_visitor();
void browser_open_link(const char* url, std::size_t size);
void browser_show_location(const char* path, std::size_t size, bool replace);

// What the other pages that face a desk's visitor show; `open`: one is opened where there is none.
void browser_show_to_visitor(const char* path, std::size_t size, bool open);
// Prints that page.
void browser_print(const char* path, std::size_t size);

// Texts in a row, each ending in a zero byte:
// path, media type and content of a file that the app has made;
void browser_hand_over(const char* texts, std::size_t size);
// title and address. When the address went to the clipboard, summit_copied is called.
void browser_share(const char* texts, std::size_t size);
// title, text, path and subject of what is told by the device.
void browser_notify(const char* texts, std::size_t size);
void browser_ask_to_notify();
// The text of the file that the visitor picks comes by summit_file_chosen.
void browser_choose_file();

// Replaces the app by a message, for good. `texts` holds language, title, text
// and details, each ending in a zero byte.
void browser_fail(const char* texts, std::size_t size);
}
