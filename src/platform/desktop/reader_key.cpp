#include "platform/desktop/reader_key.h"

#include <SDL.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace platform {
namespace {

// Of X11, by the place of the key (SDL_Scancode, which is USB's): those of Linux and eight.
constexpr std::array<std::uint8_t, 102> linux_codes = {
    0,  0,  0,  0,  30, 48, 46, 32, 18, 33,  34,  35,  23,  36,  37,  38,  50,  49,  24,  25,  16,
    19, 31, 20, 22, 47, 17, 45, 21, 44, 2,   3,   4,   5,   6,   7,   8,   9,   10,  11,  28,  1,
    14, 15, 57, 12, 13, 26, 27, 43, 43, 39,  40,  41,  51,  52,  53,  58,  59,  60,  61,  62,  63,
    64, 65, 66, 67, 68, 87, 88, 99, 70, 119, 110, 102, 104, 111, 107, 109, 106, 105, 108, 103, 69,
    98, 55, 74, 78, 96, 79, 80, 81, 75, 76,  77,  71,  72,  73,  82,  83,  86,  127};
constexpr std::array<std::uint8_t, 8> linux_codes_of_modifiers = {29, 42, 56, 125, 97, 54, 100, 126};

std::uint32_t keycode_of(SDL_Scancode place) {
  constexpr std::uint32_t first = 8;
  const auto at = static_cast<std::size_t>(place);
  if (at < linux_codes.size()) return linux_codes[at] == 0 ? 0 : linux_codes[at] + first;
  if (place >= SDL_SCANCODE_LCTRL && place <= SDL_SCANCODE_RGUI)
    return linux_codes_of_modifiers[at - static_cast<std::size_t>(SDL_SCANCODE_LCTRL)] + first;
  return 0;
}

struct Named {
  SDL_Scancode place;
  std::uint32_t keysym;
  const char* name;
};

constexpr Named named[] = {{SDL_SCANCODE_RETURN, 0xFF0D, "Return"},
                           {SDL_SCANCODE_ESCAPE, 0xFF1B, "Escape"},
                           {SDL_SCANCODE_BACKSPACE, 0xFF08, "BackSpace"},
                           {SDL_SCANCODE_TAB, 0xFF09, "Tab"},
                           {SDL_SCANCODE_CAPSLOCK, 0xFFE5, "Caps_Lock"},
                           {SDL_SCANCODE_F1, 0xFFBE, "F1"},
                           {SDL_SCANCODE_F2, 0xFFBF, "F2"},
                           {SDL_SCANCODE_F3, 0xFFC0, "F3"},
                           {SDL_SCANCODE_F4, 0xFFC1, "F4"},
                           {SDL_SCANCODE_F5, 0xFFC2, "F5"},
                           {SDL_SCANCODE_F6, 0xFFC3, "F6"},
                           {SDL_SCANCODE_F7, 0xFFC4, "F7"},
                           {SDL_SCANCODE_F8, 0xFFC5, "F8"},
                           {SDL_SCANCODE_F9, 0xFFC6, "F9"},
                           {SDL_SCANCODE_F10, 0xFFC7, "F10"},
                           {SDL_SCANCODE_F11, 0xFFC8, "F11"},
                           {SDL_SCANCODE_F12, 0xFFC9, "F12"},
                           {SDL_SCANCODE_INSERT, 0xFF63, "Insert"},
                           {SDL_SCANCODE_HOME, 0xFF50, "Home"},
                           {SDL_SCANCODE_PAGEUP, 0xFF55, "Page_Up"},
                           {SDL_SCANCODE_DELETE, 0xFFFF, "Delete"},
                           {SDL_SCANCODE_END, 0xFF57, "End"},
                           {SDL_SCANCODE_PAGEDOWN, 0xFF56, "Page_Down"},
                           {SDL_SCANCODE_RIGHT, 0xFF53, "Right"},
                           {SDL_SCANCODE_LEFT, 0xFF51, "Left"},
                           {SDL_SCANCODE_DOWN, 0xFF54, "Down"},
                           {SDL_SCANCODE_UP, 0xFF52, "Up"},
                           {SDL_SCANCODE_NUMLOCKCLEAR, 0xFF7F, "Num_Lock"},
                           {SDL_SCANCODE_KP_DIVIDE, 0xFFAF, "KP_Divide"},
                           {SDL_SCANCODE_KP_MULTIPLY, 0xFFAA, "KP_Multiply"},
                           {SDL_SCANCODE_KP_MINUS, 0xFFAD, "KP_Subtract"},
                           {SDL_SCANCODE_KP_PLUS, 0xFFAB, "KP_Add"},
                           {SDL_SCANCODE_KP_ENTER, 0xFF8D, "KP_Enter"},
                           {SDL_SCANCODE_LCTRL, 0xFFE3, "Control_L"},
                           {SDL_SCANCODE_LSHIFT, 0xFFE1, "Shift_L"},
                           {SDL_SCANCODE_LALT, 0xFFE9, "Alt_L"},
                           {SDL_SCANCODE_LGUI, 0xFFEB, "Super_L"},
                           {SDL_SCANCODE_RCTRL, 0xFFE4, "Control_R"},
                           {SDL_SCANCODE_RSHIFT, 0xFFE2, "Shift_R"},
                           {SDL_SCANCODE_RALT, 0xFFEA, "Alt_R"},
                           {SDL_SCANCODE_RGUI, 0xFFEC, "Super_R"},
                           {SDL_SCANCODE_SPACE, 0x20, " "}};

// Without Num Lock the block moves, and these are what it does. With it they write figures.
constexpr Named moving[] = {
    {SDL_SCANCODE_KP_1, 0xFF9C, "KP_End"},        {SDL_SCANCODE_KP_2, 0xFF99, "KP_Down"},
    {SDL_SCANCODE_KP_3, 0xFF9B, "KP_Next"},       {SDL_SCANCODE_KP_4, 0xFF96, "KP_Left"},
    {SDL_SCANCODE_KP_5, 0xFF9D, "KP_Begin"},      {SDL_SCANCODE_KP_6, 0xFF98, "KP_Right"},
    {SDL_SCANCODE_KP_7, 0xFF95, "KP_Home"},       {SDL_SCANCODE_KP_8, 0xFF97, "KP_Up"},
    {SDL_SCANCODE_KP_9, 0xFF9A, "KP_Prior"},      {SDL_SCANCODE_KP_0, 0xFF9E, "KP_Insert"},
    {SDL_SCANCODE_KP_PERIOD, 0xFF9F, "KP_Delete"}};

const Named* found(std::span<const Named> keys, SDL_Scancode place) {
  const auto at = std::ranges::find(keys, place, &Named::place);
  return at == keys.end() ? nullptr : &*at;
}

std::string in_utf8(std::uint32_t letter) {
  const auto byte = [](std::uint32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (letter < 0x80) return {byte(letter)};
  if (letter < 0x800) return {byte(0xC0 | letter >> 6), byte(0x80 | (letter & 0x3F))};
  return {byte(0xE0 | (letter >> 12 & 0xF)), byte(0x80 | (letter >> 6 & 0x3F)), byte(0x80 | (letter & 0x3F))};
}

// The capital of what Latin and Cyrillic keyboards write.
std::uint32_t capital(std::uint32_t letter) {
  const bool latin = (letter >= 'a' && letter <= 'z') || (letter >= 0xE0 && letter <= 0xFE && letter != 0xF7);
  if (latin || (letter >= 0x430 && letter <= 0x44F)) return letter - 0x20;
  if (letter >= 0x450 && letter <= 0x45F) return letter - 0x50;
  if (letter >= 0x490 && letter <= 0x4FF && letter % 2 == 1) return letter - 1;
  return letter;
}

}  // namespace

ReaderKey reader_key(const SDL_KeyboardEvent& event) {
  const SDL_Keysym& key = event.keysym;
  ReaderKey told;
  told.pressed = event.type == SDL_KEYDOWN;
  told.keycode = keycode_of(key.scancode);
  told.time_ms = event.timestamp;
  struct Modifier {
    int held;
    std::uint32_t bit;
  };
  for (const Modifier& modifier :
       {Modifier{KMOD_SHIFT, 1U << 0}, Modifier{KMOD_CAPS, 1U << 1}, Modifier{KMOD_CTRL, 1U << 2},
        Modifier{KMOD_ALT, 1U << 3}, Modifier{KMOD_NUM, 1U << 4}, Modifier{KMOD_GUI, 1U << 6}})
    if ((key.mod & modifier.held) != 0) told.modifiers |= modifier.bit;
  const Named* name = found(named, key.scancode);
  if (name == nullptr && (key.mod & KMOD_NUM) == 0) name = found(moving, key.scancode);
  if (name != nullptr) {
    told.keysym = name->keysym;
    told.text = name->name;
    return told;
  }
  constexpr std::uint32_t figures_of_block = 0xFFB0;
  if (key.scancode >= SDL_SCANCODE_KP_1 && key.scancode <= SDL_SCANCODE_KP_0) {
    const auto figure = static_cast<std::uint32_t>((key.scancode - SDL_SCANCODE_KP_1 + 1) % 10);
    told.keysym = figures_of_block + figure;
    told.text = "KP_" + std::to_string(figure);
    return told;
  }
  if (key.sym <= 0 || (key.sym & SDLK_SCANCODE_MASK) != 0) return told;
  auto letter = static_cast<std::uint32_t>(key.sym);
  if (((key.mod & KMOD_SHIFT) != 0) != ((key.mod & KMOD_CAPS) != 0)) letter = capital(letter);
  constexpr std::uint32_t end_of_latin_1 = 0x100, unicode = 0x01000000;
  told.keysym = letter < end_of_latin_1 ? letter : unicode | letter;
  told.text = in_utf8(letter);
  return told;
}

}  // namespace platform
