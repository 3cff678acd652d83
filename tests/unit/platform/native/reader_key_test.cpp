// Keys in the words of X11, in which screen readers know them.
#include <SDL.h>
#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "platform/desktop/reader_key.h"

namespace {

SDL_KeyboardEvent pressed(SDL_Scancode place, SDL_Keycode writes, int held = KMOD_NONE) {
  SDL_KeyboardEvent event{};
  event.type = SDL_KEYDOWN;
  event.keysym.scancode = place;
  event.keysym.sym = writes;
  event.keysym.mod = static_cast<std::uint16_t>(held);
  return event;
}

}  // namespace

TEST_CASE("a reader is told the place of a key, its name and what it writes") {
  struct Case {
    SDL_KeyboardEvent event;
    std::uint32_t keycode, keysym, modifiers;
    std::string text;
  };
  // Place and name as `xev` says them.
  for (const Case& c :
       {Case{pressed(SDL_SCANCODE_INSERT, SDLK_INSERT), 118, 0xFF63, 0, "Insert"},
        Case{pressed(SDL_SCANCODE_CAPSLOCK, SDLK_CAPSLOCK), 66, 0xFFE5, 0, "Caps_Lock"},
        Case{pressed(SDL_SCANCODE_SLASH, SDLK_SLASH), 61, '/', 0, "/"},
        Case{pressed(SDL_SCANCODE_A, SDLK_a, KMOD_LSHIFT), 38, 'A', 1, "A"},
        Case{pressed(SDL_SCANCODE_A, SDLK_a, KMOD_LSHIFT | KMOD_CAPS), 38, 'a', 3, "a"},
        Case{pressed(SDL_SCANCODE_2, 0x4D9), 11, 0x010004D9, 0, "ә"},
        Case{pressed(SDL_SCANCODE_2, 0x4D9, KMOD_RSHIFT), 11, 0x010004D8, 1, "Ә"},
        Case{pressed(SDL_SCANCODE_KP_0, SDLK_KP_0), 90, 0xFF9E, 0, "KP_Insert"},
        Case{pressed(SDL_SCANCODE_KP_0, SDLK_KP_0, KMOD_NUM), 90, 0xFFB0, 16, "KP_0"},
        Case{pressed(SDL_SCANCODE_KP_8, SDLK_KP_8), 80, 0xFF97, 0, "KP_Up"},
        Case{pressed(SDL_SCANCODE_RCTRL, SDLK_RCTRL, KMOD_RCTRL), 105, 0xFFE4, 4, "Control_R"}}) {
    CAPTURE(c.text);
    const platform::ReaderKey told = platform::reader_key(c.event);
    CHECK(told.pressed);
    CHECK(told.keycode == c.keycode);
    CHECK(told.keysym == c.keysym);
    CHECK(told.modifiers == c.modifiers);
    CHECK(told.text == c.text);
  }
}
