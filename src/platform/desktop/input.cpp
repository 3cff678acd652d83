#include "platform/desktop/input.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "imgui.h"
#include "imgui_impl_sdl2.h"
#include "imgui_internal.h"

namespace platform {
namespace {

std::optional<ui::KeyName> key_name(SDL_Keycode key) {
  switch (key) {
    case SDLK_TAB: return ui::KeyName::tab;
    case SDLK_RETURN:
    case SDLK_KP_ENTER: return ui::KeyName::enter;
    case SDLK_SPACE: return ui::KeyName::space;
    case SDLK_ESCAPE: return ui::KeyName::escape;
    case SDLK_UP: return ui::KeyName::up;
    case SDLK_DOWN: return ui::KeyName::down;
    case SDLK_LEFT: return ui::KeyName::left;
    case SDLK_RIGHT: return ui::KeyName::right;
    case SDLK_PAGEUP: return ui::KeyName::page_up;
    case SDLK_PAGEDOWN: return ui::KeyName::page_down;
    case SDLK_HOME: return ui::KeyName::home;
    case SDLK_END: return ui::KeyName::end;
    case SDLK_AC_BACK: return ui::KeyName::back;
    default: return std::nullopt;
  }
}

bool is_latin_letter(SDL_Keycode key) { return key >= SDLK_a && key <= SDLK_z; }

// True when the keyboard's layout has a key that gives this letter.
bool layout_has(SDL_Keycode letter) { return SDL_GetScancodeFromKey(letter) != SDL_SCANCODE_UNKNOWN; }

// What a shortcut calls the key: the letter that the layout gives, be it AZERTY or Dvorak. Where no key
// of the layout gives that letter (Cyrillic, Greek, Arabic), the one that the key has on a Latin keyboard.
SDL_Keycode shortcut_key(const SDL_Keysym& pressed) {
  if (pressed.scancode < SDL_SCANCODE_A || pressed.scancode > SDL_SCANCODE_Z || is_latin_letter(pressed.sym))
    return pressed.sym;
  const SDL_Keycode letter = SDLK_a + (pressed.scancode - SDL_SCANCODE_A);
  return layout_has(letter) ? pressed.sym : letter;
}

// Ctrl with plus or minus, for keyboards on which a letter stands in their place, as on the Kazakh one.
std::optional<ui::KeyName> zoom_key(const SDL_Keysym& pressed) {
  const SDL_Scancode place = layout_has(SDLK_k) ? SDL_SCANCODE_UNKNOWN : pressed.scancode;
  if (pressed.sym == SDLK_PLUS || pressed.sym == SDLK_EQUALS || pressed.sym == SDLK_KP_PLUS ||
      place == SDL_SCANCODE_EQUALS)
    return ui::KeyName::plus;
  if (pressed.sym == SDLK_MINUS || pressed.sym == SDLK_KP_MINUS || place == SDL_SCANCODE_MINUS)
    return ui::KeyName::minus;
  return std::nullopt;
}

// The keys of pages that work by keys alone (ui::TextField::commands).
std::optional<ui::KeyName> command_key(const SDL_Keysym& pressed, SDL_Keycode called) {
  using enum ui::KeyName;
  const bool control = (pressed.mod & KMOD_CTRL) != 0;
  // AltGr writes letters, and is Ctrl with Alt to some systems.
  const bool alt = (pressed.mod & KMOD_LALT) != 0 && !control;
  switch (pressed.scancode) {
    case SDL_SCANCODE_F1: return language_1;
    case SDL_SCANCODE_F2: return language_2;
    case SDL_SCANCODE_F3: return language_3;
    case SDL_SCANCODE_F4:
      if (alt) return std::nullopt;
      return step_free;
    default: break;
  }
  if (alt && pressed.scancode >= SDL_SCANCODE_1 && pressed.scancode <= SDL_SCANCODE_4)
    return static_cast<ui::KeyName>(static_cast<int>(language_1) + (pressed.scancode - SDL_SCANCODE_1));
  if (control || alt) {
    switch (called) {
      case SDLK_q: return code;
      case SDLK_p: return print;
      case SDLK_s: return star;
      case SDLK_m: return plan;
      case SDLK_n: return staff;
      default: return std::nullopt;
    }
  }
  switch (pressed.sym) {
    case SDLK_RETURN:
    case SDLK_KP_ENTER: return enter;
    case SDLK_UP: return up;
    case SDLK_DOWN: return down;
    case SDLK_PAGEUP: return page_up;
    case SDLK_PAGEDOWN: return page_down;
    default: return std::nullopt;
  }
}

// Does nothing but write a letter, and that arrives as a text.
bool only_writes(SDL_Keycode key, Uint16 modifiers) {
  return (key & SDLK_SCANCODE_MASK) == 0 && key >= SDLK_SPACE && key != SDLK_DELETE &&
         (modifiers & (KMOD_CTRL | KMOD_GUI)) == 0;
}

}  // namespace

bool is_input(std::uint32_t type) {
  return (type >= SDL_KEYDOWN && type <= SDL_MOUSEWHEEL) ||
         (type >= SDL_FINGERDOWN && type <= SDL_FINGERMOTION);
}

bool WindowInput::take(const SDL_Event& event) {
  frame_wanted_ = false;
  const double time_s = event.common.timestamp / 1000.0;
  switch (event.type) {
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_LEAVE)
        send(ui::PointerEvent{.phase = ui::PointerPhase::leave, .at = {}, .time_s = time_s});
      if (event.window.event != SDL_WINDOWEVENT_MOVED && event.window.event != SDL_WINDOWEVENT_ENTER)
        frame_wanted_ = true;
      break;
    case SDL_RENDER_DEVICE_RESET:
    case SDL_RENDER_TARGETS_RESET: frame_wanted_ = true; break;
    case SDL_MOUSEMOTION: mouse(ui::PointerPhase::move, event.motion.x, event.motion.y, time_s); break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      if (event.button.button == SDL_BUTTON_LEFT) {
        const bool down = event.type == SDL_MOUSEBUTTONDOWN;
        mouse(down ? ui::PointerPhase::down : ui::PointerPhase::up, event.button.x, event.button.y, time_s);
        ImGui::GetIO().AddMouseButtonEvent(0, down);
      } else if (event.button.button == SDL_BUTTON_X1 && event.type == SDL_MOUSEBUTTONDOWN) {
        send(ui::KeyEvent{.key = ui::KeyName::back});
      }
      break;
    case SDL_MOUSEWHEEL: {
      int x = 0;
      int y = 0;
      SDL_GetMouseState(&x, &y);
      constexpr float notch = 60;
      if ((SDL_GetModState() & KMOD_CTRL) != 0) {
        // As browsers have it.
        send(ui::ZoomEvent{.at = in_points(x, y), .factor = std::exp(event.wheel.preciseY * 0.2F)});
        break;
      }
      send(ui::WheelEvent{
          .at = in_points(x, y), .dx = event.wheel.preciseX * notch, .dy = -event.wheel.preciseY * notch});
      break;
    }
    case SDL_FINGERDOWN: finger(ui::PointerPhase::down, event.tfinger, time_s); break;
    case SDL_FINGERMOTION: finger(ui::PointerPhase::move, event.tfinger, time_s); break;
    case SDL_FINGERUP: finger(ui::PointerPhase::up, event.tfinger, time_s); break;
    case SDL_KEYDOWN: key(event); break;
    case SDL_TEXTINPUT:
      if (!app_.writing()) {
        letters(event.text.text, time_s);
        break;
      }
      [[fallthrough]];
    case SDL_TEXTEDITING:
      ImGui_ImplSDL2_ProcessEvent(&event);
      if (app_.writing()) frame_wanted_ = true;
      break;
    case SDL_KEYUP: key_up(event); break;
    default: break;
  }
  return frame_wanted_;
}

// Dear ImGui knows it; which field it is says the focus.
AccessibleCaret WindowInput::caret() const {
  const ImGuiContext& imgui = *ImGui::GetCurrentContext();
  if (!app_.writing() || imgui.ActiveId == 0) return {};
  const auto field = std::ranges::find_if(app_.tree().nodes, [](const ui::Node& node) {
    return node.state.focused && (node.role == ui::Role::text_field || node.role == ui::Role::search_field);
  });
  const ImGuiInputTextState* written = ImGui::GetInputTextState(imgui.ActiveId);
  if (field == app_.tree().nodes.end() || written == nullptr) return {};
  return {field->id, written->GetCursorPos(), written->GetSelectionStart(), written->GetSelectionEnd()};
}

ui::Point WindowInput::in_points(int x, int y) const {
  const float units = window_.units_in_point();
  return {static_cast<float>(x) / units, static_cast<float>(y) / units};
}

void WindowInput::mouse(ui::PointerPhase phase, int x, int y, double time_s) {
  const ui::Point at = in_points(x, y);
  // Dear ImGui needs to know of it for its text field alone, and would keep each move until the next frame.
  if (phase != ui::PointerPhase::move || app_.writing()) {
    const float scale = window_.scale();
    ImGui::GetIO().AddMousePosEvent(at.x * scale, at.y * scale);
  }
  send(ui::PointerEvent{.phase = phase, .kind = ui::PointerKind::mouse, .id = 0, .at = at, .time_s = time_s});
  if (app_.writing()) frame_wanted_ = true;  // selecting with the mouse
}

void WindowInput::finger(ui::PointerPhase phase, const SDL_TouchFingerEvent& touch, double time_s) {
  const ui::Size size = window_.size();
  send(ui::PointerEvent{.phase = phase,
                        .kind = ui::PointerKind::touch,
                        .id = static_cast<std::int32_t>(touch.fingerId),
                        .at = {touch.x * size.width, touch.y * size.height},
                        .time_s = time_s});
}

void WindowInput::key(const SDL_Event& event) {
  const SDL_Keysym& pressed = event.key.keysym;
  const bool control = (pressed.mod & KMOD_CTRL) != 0;
  const bool alt = (pressed.mod & KMOD_ALT) != 0;
  const SDL_Keycode called = shortcut_key(pressed);
  last_key_ = pressed;
  if (const auto command = command_key(pressed, called); command && app_.takes_command(*command))
    return send(ui::KeyEvent{.key = *command});
  // While something is written, only the keys that go elsewhere are the app's. Escape leaves the field;
  // Dear ImGui would take back what was written in it.
  const bool writing = app_.writing();
  if (writing && called != SDLK_ESCAPE && !only_writes(called, pressed.mod)) {
    key_in_field(event, called);
    frame_wanted_ = true;
  }
  const bool search = control && called == SDLK_k;
  std::optional<ui::KeyName> name = key_name(pressed.sym);
  if (search)
    name = ui::KeyName::slash;
  else if (control && !name)
    name = zoom_key(pressed);
  if (alt && pressed.sym == SDLK_LEFT) name = ui::KeyName::back;
  if (!name || (writing && *name != ui::KeyName::tab && *name != ui::KeyName::escape && !search)) return;
  send(ui::KeyEvent{.key = *name, .shift = (pressed.mod & KMOD_SHIFT) != 0, .control = control, .alt = alt});
}

// The keys that Dear ImGui knows to be down are let go by the name that they went down with: the
// layout may have changed in between.
void WindowInput::key_in_field(SDL_Event event, SDL_Keycode called) {
  event.key.keysym.sym = called;
  held_in_field_.insert_or_assign(event.key.keysym.scancode, called);
  ImGui_ImplSDL2_ProcessEvent(&event);
}

void WindowInput::key_up(SDL_Event event) {
  if (const auto held = held_in_field_.find(event.key.keysym.scancode); held != held_in_field_.end()) {
    event.key.keysym.sym = held->second;
    held_in_field_.erase(held);
    frame_wanted_ = true;
  }
  ImGui_ImplSDL2_ProcessEvent(&event);  // of every key: with it comes what Ctrl and Shift do
  if (app_.writing()) frame_wanted_ = true;
}

// Letters outside of a text field: shortcuts, wherever they are on the keyboard, or the beginning
// of a name to jump to. Cyrillic keyboards have . or № where others have the slash.
void WindowInput::letters(std::string_view text, double time_s) {
  const bool slash_key = last_key_.scancode == SDL_SCANCODE_SLASH && !layout_has(SDLK_k);
  const bool shift = (last_key_.mod & KMOD_SHIFT) != 0;
  if (text == "/" || (slash_key && !shift))
    send(ui::KeyEvent{.key = ui::KeyName::slash});
  else if (text == "?" || slash_key)
    send(ui::KeyEvent{.key = ui::KeyName::question});
  else if (text == "+" || text == "=")
    send(ui::KeyEvent{.key = ui::KeyName::plus});
  else if (text == "-")
    send(ui::KeyEvent{.key = ui::KeyName::minus});
  else if (text != " ")
    send(ui::TypedText{.text = std::string(text), .time_s = time_s});
}

}  // namespace platform
