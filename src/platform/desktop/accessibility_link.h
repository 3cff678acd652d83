// What the program and its module for AT-SPI know of each other. The module is a shared object beside the
// program that needs ATK, its bridge and GLib; where one of these is missing it is not loaded, and all else
// works.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "platform/desktop/accessible_tree.h"
#include "platform/desktop/reader_key.h"
#include "ui/input.h"

namespace platform {

// The program, as the module sees it. All of it may be called from the module's thread.
class AccessibilityHost {
 public:
  // Readable, and to be emptied with read(), whenever something of what follows is new.
  virtual int descriptor() const = 0;

  // The newest frame; null before the first.
  virtual std::shared_ptr<const AccessibleTree> tree() const = 0;
  struct Place {
    int x = 0;  // of the window's content on the screen, in device pixels
    int y = 0;
    bool active = false;  // the window has the keyboard
  };
  virtual Place place() const = 0;
  // The next key that readers are to hear of, in order.
  virtual std::optional<ReaderKey> next_key() = 0;
  // Whether they keep it for themselves.
  virtual void answer_key(std::uint64_t number, bool kept) = 0;
  // The program ends: run() is to return.
  virtual bool is_over() const = 0;

  // The bus answers: frames are wanted from now on.
  virtual void want_trees() = 0;
  // What assistive technology asks for.
  virtual void ask(ui::Input input) = 0;

 protected:
  ~AccessibilityHost() = default;
};

// In the name stands the edition of this header: a module of another one is not taken for ours.
inline constexpr const char* accessibility_module = "summit-atspi.so";
inline constexpr const char* accessibility_entry = "summit_atspi_run_2";
using AccessibilityEntry = void(AccessibilityHost&);

}  // namespace platform
