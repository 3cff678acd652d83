// The objects of one window: made of its first frame, and changed with each further one. Whatever changes is
// signalled once, and nothing else is.
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "platform/desktop/atspi/accessible.h"

namespace platform::atspi {

class ShownTree {
 public:
  // `application`: the object above the window.
  ShownTree(AccessibilityHost& host, AtkObject* application);
  ~ShownTree();
  ShownTree(const ShownTree&) = delete;
  ShownTree& operator=(const ShownTree&) = delete;

  void update(const AccessibleTree& tree);
  // The window has got the keyboard, or lost it, since the last call.
  void update_activity(bool active);
  // For whoever has not heard of it.
  void repeat_activity();

  AtkObject* window() const { return window_.object; }
  // It has had its first frame.
  bool is_told() const { return told_; }

 private:
  void tell_activity();
  void remove_gone(const AccessibleTree& tree);
  void arrange(const AccessibleTree& tree);
  void arrange(Peer& parent, std::vector<Peer*> children);
  void tell_changes(Peer& peer, const AccessibleNode& now);
  void update_caret(const AccessibleTree& tree);

  AccessibilityHost& host_;
  Peer window_{};
  std::unordered_map<ui::NodeId, std::unique_ptr<Peer>> peers_;
  bool active_ = false;
  bool told_ = false;
};

}  // namespace platform::atspi
