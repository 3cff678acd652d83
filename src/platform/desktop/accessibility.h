// The way of the semantic tree to the assistive technology of the desktop, and of what that asks for back to
// the app. What speaks to the system runs in a thread of its own: no question of a screen reader waits for a
// frame, and none makes a frame wait. Where the system has no such technology, nothing of this runs.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "platform/desktop/accessible_tree.h"
#include "platform/desktop/reader_key.h"
#include "ui/input.h"

namespace platform {

class Accessibility {
 public:
  // Begins to look for it. An SDL event of type `event` arrives whenever there is something for
  // take_requests(), or when the tree is wanted for the first time.
  explicit Accessibility(std::uint32_t event);
  // Says goodbye; waits a moment for it, but not for a bus that has stopped answering.
  ~Accessibility();
  Accessibility(const Accessibility&) = delete;
  Accessibility& operator=(const Accessibility&) = delete;

  // Somebody may listen: without that, what follows needs not be called.
  bool is_wanted() const;

  void show(AccessibleTree tree);
  // Of the window's content on the screen, in device pixels.
  void move_to(int x, int y);
  // The window has the keyboard, or has it no longer.
  void set_active(bool active);

  // Readers hear of a key before the app has it, and may keep it for themselves: whether they do. They are
  // waited for, so that what follows from a key is told behind it; for who is slow only once.
  bool keeps_key(ReaderKey key);

  // What was asked for since the last call, in order.
  std::vector<ui::Input> take_requests();

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;
};

}  // namespace platform
