// What SDL says happened in a window, as the app understands it: pointers, keys by what a layout has on them,
// and what is written in the text field that Dear ImGui draws.
#pragma once

#include <SDL.h>

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "app/window.h"
#include "platform/desktop/accessible_tree.h"
#include "platform/desktop/window.h"

namespace platform {

// Does somebody do this, or does it happen?
bool is_input(std::uint32_t event_type);

class WindowInput {
 public:
  WindowInput(app::Window& app, const Window& window) : app_(app), window_(window) {}

  // True when the event calls for a frame. Needs Dear ImGui's context of that window.
  bool take(const SDL_Event& event);

  // Where something is written, by the last frame.
  AccessibleCaret caret() const;

 private:
  ui::Point in_points(int x, int y) const;
  void mouse(ui::PointerPhase phase, int x, int y, double time_s);
  void finger(ui::PointerPhase phase, const SDL_TouchFingerEvent& touch, double time_s);
  void key(const SDL_Event& event);
  void key_in_field(SDL_Event event, SDL_Keycode called);
  void key_up(SDL_Event event);
  void letters(std::string_view text, double time_s);
  void send(const ui::Input& input) { frame_wanted_ |= app_.handle(input); }

  app::Window& app_;
  const Window& window_;
  bool frame_wanted_ = false;  // by the event at hand
  SDL_Keysym last_key_{};
  std::unordered_map<SDL_Scancode, SDL_Keycode> held_in_field_;  // keys that Dear ImGui knows to be down
};

}  // namespace platform
