// A key as screen readers are told of it before the app has it: they have commands of their own. In the words
// of X11, which AT-SPI speaks on every window system.
#pragma once

#include <cstdint>
#include <string>

struct SDL_KeyboardEvent;

namespace platform {

struct ReaderKey {
  std::uint64_t number = 0;  // by which it is answered
  bool pressed = true;       // else let go
  std::uint32_t keysym = 0;
  std::uint32_t keycode = 0;    // of the place on the keyboard
  std::uint32_t modifiers = 0;  // those of X11
  std::uint32_t time_ms = 0;
  std::string text;  // what it writes, or what it is called: "Insert"

  friend bool operator==(const ReaderKey&, const ReaderKey&) = default;
};

ReaderKey reader_key(const SDL_KeyboardEvent& event);

}  // namespace platform
