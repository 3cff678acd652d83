// What C++ asks of the page: the functions of library.js. The browser may refuse any of it, which
// web/shell.js answers with 0 and goes on.
#pragma once

#include <cstddef>

extern "C" {

// Writes to `out`: width, height (points), device pixels in a point, safe area
// top, right, bottom, left, the clock (s since 1970), a steady clock (s), and
// 1 or 0 for dark, reduced motion, more contrast, and the visitor's text size (1: usual).
void browser_surroundings(double* out);

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
void browser_copy_text(const char* text, std::size_t size);
void browser_show_location(const char* path, std::size_t size, bool replace);
void browser_leave();

// Replaces the app by a message, for good. `texts` holds language, title, text
// and details, each ending in a zero byte.
void browser_fail(const char* texts, std::size_t size);
}
