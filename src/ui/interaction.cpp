// Fingers, mice, wheels and keys: turns what happened into presses, scrolling
// and focus, by asking the last frame's tree what is where.
#include <algorithm>
#include <cmath>
#include <variant>

#include "ui/kit_state.h"

namespace ui {
namespace {

// A finger that moved less than this is still tapping.
constexpr float tap_slop = 8;
constexpr float wheel_step = 1;

bool is_field(const Node& node) { return node.role == Role::text_field || node.role == Role::search_field; }

bool can_have_focus(const Node& node) { return (node.pressable || is_field(node)) && !node.state.disabled; }

const Node* node_of(const Kit::State& s, NodeId id) {
  for (const Node& node : s.tree.nodes)
    if (node.id == id) return &node;
  return nullptr;
}

void focus_on(Kit::State& s, NodeId id, bool visible) {
  if (s.focused != id) s.focus_moved = true;
  s.focused = id;
  s.focus_visible = visible;
  // A platform that scrolls brings what it gives the focus to into view by itself.
  if (const Node* node = id == 0 ? nullptr : node_of(s, id); node != nullptr && visible && !s.platform_scrolls) s.bring_into_view(*node);
}

bool scroll_by(Kit::State& s, std::uint32_t key, float dy) {
  const auto found = s.scrolls.find(key);
  if (found == s.scrolls.end()) return false;
  ScrollState& scroll = found->second;
  const float before = scroll.offset;
  scroll.offset = std::clamp(scroll.offset + dy, 0.F, scroll.most());
  return scroll.offset != before;
}

bool scroll_to(Kit::State& s, const ScrollTo& to) {
  const auto found = s.scrolls.find(to.area);
  if (found == s.scrolls.end()) return false;
  ScrollState& scroll = found->second;
  const float before = scroll.offset;
  scroll.velocity = 0;
  scroll.offset = std::clamp(to.offset, 0.F, scroll.most());
  return scroll.offset != before;
}

bool hover(Kit::State& s, NodeId id) {
  if (s.hovered == id) return false;
  s.hovered = id;
  return true;
}

bool pointer_down(Kit::State& s, const PointerEvent& event) {
  if (s.pointer.down) return false;  // a second finger: pinching is the browser's business
  PointerTrack& track = s.pointer;
  track = {true, false, event.id, event.kind, event.at, event.at, event.time_s, s.scroller_at(event.at), 0};
  bool stopped_fling = false;
  if (const auto found = s.scrolls.find(track.scroller); found != s.scrolls.end() && found->second.velocity != 0) {
    found->second.velocity = 0;
    stopped_fling = true;
  }
  s.held = stopped_fling ? 0 : s.pressable_at(event.at);
  s.focus_visible = false;
  const Node* node = node_of(s, s.held);
  if (node == nullptr || !is_field(*node)) s.focused = 0;
  return true;
}

bool pointer_move(Kit::State& s, const PointerEvent& event) {
  PointerTrack& track = s.pointer;
  if (event.kind == PointerKind::mouse) s.mouse = event.at;
  if (!track.down || event.id != track.id)
    return event.kind == PointerKind::mouse && hover(s, s.pressable_at(event.at));
  const float dx = event.at.x - track.start.x;
  const float dy = event.at.y - track.start.y;
  if (!track.dragging && std::hypot(dx, dy) > tap_slop) {
    track.dragging = true;
    s.held = 0;
  }
  if (!track.dragging) return false;
  const float moved = track.last.y - event.at.y;
  const double seconds = event.time_s - track.last_s;
  track.last = event.at;
  track.last_s = event.time_s;
  if (s.platform_scrolls) return true;
  if (track.kind == PointerKind::mouse) return true;  // a mouse selects or does nothing; it has a wheel for this
  if (seconds > 0) {
    const float speed = moved / static_cast<float>(seconds);
    track.velocity = 0.6F * speed + 0.4F * track.velocity;
  }
  scroll_by(s, track.scroller, moved);
  return true;
}

bool pointer_up(Kit::State& s, const PointerEvent& event) {
  PointerTrack& track = s.pointer;
  if (!track.down || event.id != track.id) return false;
  track.down = false;
  const NodeId held = s.held;
  s.held = 0;
  if (!track.dragging) {
    if (held != 0 && s.pressable_at(event.at) == held) {
      const Node* node = node_of(s, held);
      if (node != nullptr && is_field(*node))
        focus_on(s, held, false);
      else
        s.presses.push_back(held);
    }
    return true;
  }
  constexpr double finger_rested_s = 0.08;
  if (!s.platform_scrolls && track.kind != PointerKind::mouse && event.time_s - track.last_s < finger_rested_s)
    if (const auto found = s.scrolls.find(track.scroller); found != s.scrolls.end() && std::abs(track.velocity) > 60)
      found->second.velocity = std::clamp(track.velocity, -6000.F, 6000.F);
  return true;
}

bool handle_pointer(Kit::State& s, const PointerEvent& event) {
  switch (event.phase) {
    case PointerPhase::down: return pointer_down(s, event);
    case PointerPhase::move: return pointer_move(s, event);
    case PointerPhase::up: return pointer_up(s, event);
    case PointerPhase::cancel:
      if (!s.pointer.down || event.id != s.pointer.id) return false;
      s.pointer.down = false;
      s.held = 0;
      return true;
    case PointerPhase::leave:
      s.mouse = {-1, -1};
      return hover(s, 0);
  }
  return false;
}

// Tab order is reading order.
bool move_focus(Kit::State& s, int step) {
  std::vector<const Node*> stops;
  for (const Node& node : s.tree.nodes)
    if (can_have_focus(node)) stops.push_back(&node);
  if (stops.empty()) return false;
  const auto at = std::ranges::find(stops, s.focused, &Node::id);
  std::ptrdiff_t next = step > 0 ? 0 : std::ssize(stops) - 1;
  if (at != stops.end()) next = (at - stops.begin() + step + std::ssize(stops)) % std::ssize(stops);
  focus_on(s, stops[static_cast<std::size_t>(next)]->id, true);
  return true;
}

// Arrows walk among the tabs or radios of one group, and choose.
bool move_in_group(Kit::State& s, int step) {
  const Node* node = node_of(s, s.focused);
  if (node == nullptr || (node->role != Role::tab && node->role != Role::radio)) return false;
  std::vector<const Node*> group;
  const auto at = static_cast<std::size_t>(node - s.tree.nodes.data());
  std::size_t first = at;
  while (first > 0 && s.tree.nodes[first - 1].depth >= node->depth) --first;
  for (std::size_t i = first; i < s.tree.nodes.size() && s.tree.nodes[i].depth >= node->depth; ++i)
    if (s.tree.nodes[i].depth == node->depth && s.tree.nodes[i].role == node->role) group.push_back(&s.tree.nodes[i]);
  const auto here = std::ranges::find(group, node) - group.begin();
  const auto next = static_cast<std::size_t>((here + step + std::ssize(group)) % std::ssize(group));
  focus_on(s, group[next]->id, true);
  s.presses.push_back(group[next]->id);
  return true;
}

// The area that keys scroll: the one with the focus in it, else the largest.
ScrollState* key_scroller(Kit::State& s) {
  if (const Node* node = node_of(s, s.focused); node != nullptr)
    if (const auto found = s.scrolls.find(node->scroller); found != s.scrolls.end()) return &found->second;
  ScrollState* largest = nullptr;
  float largest_area = 0;
  for (auto& [key, scroll] : s.scrolls) {
    const float area = scroll.rect.width * scroll.rect.height;
    if (scroll.drawn_in_frame == s.frame_number && area > largest_area) {
      largest = &scroll;
      largest_area = area;
    }
  }
  return largest;
}

bool scroll_with_keys(Kit::State& s, float lines, float pages) {
  ScrollState* scroll = key_scroller(s);
  if (scroll == nullptr) return false;
  constexpr float line_px = 56;
  scroll->velocity = 0;
  scroll->offset = std::clamp(scroll->offset + lines * line_px + pages * (scroll->rect.height - line_px), 0.F, scroll->most());
  return true;
}

bool handle_key(Kit::State& s, const KeyEvent& event) {
  const Node* focused = node_of(s, s.focused);
  switch (event.key) {
    case KeyName::tab: return move_focus(s, event.shift ? -1 : 1);
    case KeyName::enter:
    case KeyName::space:
      if (focused != nullptr && focused->pressable) {
        s.presses.push_back(s.focused);
        return true;
      }
      return event.key == KeyName::space && scroll_with_keys(s, 0, event.shift ? -1.F : 1.F);
    case KeyName::left: return move_in_group(s, -1);
    case KeyName::right: return move_in_group(s, 1);
    case KeyName::up: return move_in_group(s, -1) || scroll_with_keys(s, -1, 0);
    case KeyName::down: return move_in_group(s, 1) || scroll_with_keys(s, 1, 0);
    case KeyName::page_up: return scroll_with_keys(s, 0, -1);
    case KeyName::page_down: return scroll_with_keys(s, 0, 1);
    case KeyName::home: return scroll_with_keys(s, -1e6F, 0);
    case KeyName::end: return scroll_with_keys(s, 1e6F, 0);
    case KeyName::escape:
    case KeyName::back:
    case KeyName::slash:
    case KeyName::question:
    case KeyName::plus:
    case KeyName::minus: s.unused_keys.push_back(event.key); return true;
  }
  return false;
}

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};

}  // namespace

bool Kit::handle(const Input& input) {
  State& s = *state_;
  const bool needs_frame = std::visit(
      Overloaded{
          [&](const PointerEvent& event) { return handle_pointer(s, event); },
          [&](const WheelEvent& event) {
            const std::uint32_t key = s.scroller_at(event.at);
            if (const auto found = s.scrolls.find(key); found != s.scrolls.end()) found->second.velocity = 0;
            return scroll_by(s, key, event.dy * wheel_step);
          },
          [&](const KeyEvent& event) { return handle_key(s, event); },
          [&](const PressNode& press) {
            s.presses.push_back(press.node);
            return true;
          },
          [&](const FocusNode& focus) {
            if (s.focused == focus.node && s.focus_visible == focus.visible) return false;
            focus_on(s, focus.node, focus.visible);
            return true;
          },
          [&](const SetNodeValue& set) {
            s.values.emplace_back(set.node, set.value);
            return true;
          },
          [&](const ScrollTo& scroll) { return scroll_to(s, scroll); },
          [&](const ZoomEvent&) { return false; },
          [&](const TypedText&) { return false; },
      },
      input);
  // Two, because what a press changes may move what lies under the pointer.
  if (needs_frame) s.frames_owed = std::max(s.frames_owed, 2);
  return needs_frame;
}

}  // namespace ui
