// Fingers, mice, wheels and keys: turns what happened into presses, scrolling
// and focus, by asking the last frame's tree what is where.
#include <algorithm>
#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include "text/fold.h"
#include "ui/kit_state.h"

namespace ui {
namespace {

// A finger that moved less than this is still tapping.
constexpr float tap_slop = 8;
constexpr float wheel_step = 1;

bool is_field(const Node& node) { return node.role == Role::text_field || node.role == Role::search_field; }

void focus_on(Kit::State& s, NodeId id, bool visible) {
  if (s.focused != id) s.focus_moved = true;
  s.focused = id;
  s.focus_visible = visible;
  if (const Node* node = s.node_of(id); node != nullptr && visible) s.bring_into_view(*node);
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
  // Said by who does not know yet what the last frame found out.
  scroll.offset = std::clamp(to.offset + scroll.untold, 0.F, scroll.most());
  return scroll.offset != before;
}

bool hover(Kit::State& s, NodeId id) {
  if (s.hovered == id) return false;
  s.hovered = id;
  return true;
}

float distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

Point between(Point a, Point b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }

// A second finger: with the first one on a plan the two enlarge it.
bool second_down(Kit::State& s, const PointerEvent& event) {
  if (s.pinch.on || s.pointer.plan == 0 || event.kind != PointerKind::touch) return false;
  s.pinch = {true, event.id, event.at, std::max(1.F, distance(s.pointer.last, event.at))};
  s.pointer.dragging = true;
  s.held = 0;
  return true;
}

bool pinch_move(Kit::State& s, const PointerEvent& event) {
  if (event.id == s.pinch.second_id)
    s.pinch.second = event.at;
  else if (event.id == s.pointer.id)
    s.pointer.last = event.at;
  else
    return false;
  const float now = std::max(1.F, distance(s.pointer.last, s.pinch.second));
  const float factor = now / s.pinch.distance;
  s.pinch.distance = now;
  return s.zoom_plan(s.pointer.plan, between(s.pointer.last, s.pinch.second), factor);
}

// An enlarged plan goes along with the finger or the mouse.
bool drag_plan(Kit::State& s, float dx, float dy) {
  const auto found = s.plans.find(s.pointer.plan);
  if (found == s.plans.end() || found->second.zoom <= 1) return false;
  FloorPlanView& plan = found->second;
  plan.middle.x -= dx / (plan.bounds.width * plan.zoom);
  plan.middle.y -= dy / (plan.bounds.height * plan.zoom);
  return true;
}

// The second tap of two at the same place.
bool is_double_tap(Kit::State& s, const PointerEvent& event) {
  constexpr double longest_pause_s = 0.35;
  constexpr float farthest = 28;
  const bool second =
      event.time_s - s.last_tap_s < longest_pause_s && distance(event.at, s.last_tap) < farthest;
  s.last_tap = event.at;
  s.last_tap_s = second ? -10 : event.time_s;
  return second;
}

bool pointer_down(Kit::State& s, const PointerEvent& event) {
  if (s.pointer.down) return second_down(s, event);
  PointerTrack& track = s.pointer;
  track = {true,
           false,
           event.id,
           event.kind,
           event.at,
           event.at,
           event.time_s,
           s.scroller_at(event.at),
           s.plan_at(event.at),
           0};
  bool stopped_fling = false;
  if (const auto found = s.scrolls.find(track.scroller);
      found != s.scrolls.end() && found->second.velocity != 0) {
    found->second.velocity = 0;
    stopped_fling = true;
  }
  s.held = stopped_fling ? 0 : s.pressable_at(event.at);
  s.focus_visible = false;
  const Node* node = s.node_of(s.held);
  if (node == nullptr || !is_field(*node)) s.focused = 0;
  return true;
}

bool pointer_move(Kit::State& s, const PointerEvent& event) {
  if (s.pinch.on) return pinch_move(s, event);
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
  const float moved_right = event.at.x - track.last.x;
  const double seconds = event.time_s - track.last_s;
  track.last = event.at;
  track.last_s = event.time_s;
  if (drag_plan(s, moved_right, -moved)) return true;
  if (s.platform_scrolls) return true;
  if (track.kind == PointerKind::mouse)
    return true;  // a mouse selects or does nothing; it has a wheel for this
  if (seconds > 0) {
    const float speed = moved / static_cast<float>(seconds);
    track.velocity = 0.6F * speed + 0.4F * track.velocity;
  }
  scroll_by(s, track.scroller, moved);
  return true;
}

bool pointer_up(Kit::State& s, const PointerEvent& event) {
  PointerTrack& track = s.pointer;
  if (s.pinch.on && (event.id == s.pinch.second_id || event.id == track.id)) {
    // The finger that is left does nothing more.
    s.pinch.on = false;
    track.down = false;
    return true;
  }
  if (!track.down || event.id != track.id) return false;
  track.down = false;
  const NodeId held = s.held;
  s.held = 0;
  if (!track.dragging && is_double_tap(s, event) && s.plan_at(event.at) != 0) {
    const std::uint32_t plan = s.plan_at(event.at);
    const float zoom = s.plans[plan].zoom;
    return s.zoom_plan(plan, event.at, zoom > 1 ? 1 / zoom : 2.5F);
  }
  if (!track.dragging && s.modal != 0 && held == 0 &&
      !s.tree.nodes[s.modal_begin].bounds.contains(event.at)) {
    s.unused_keys.push_back(KeyName::escape);  // beside a dialog: away with it
    return true;
  }
  if (!track.dragging) {
    if (held != 0 && s.pressable_at(event.at) == held) {
      const Node* node = s.node_of(held);
      if (node != nullptr && is_field(*node))
        focus_on(s, held, false);
      else
        s.presses.push_back(held);
    }
    return true;
  }
  constexpr double finger_rested_s = 0.08;
  if (!s.platform_scrolls && track.kind != PointerKind::mouse &&
      event.time_s - track.last_s < finger_rested_s)
    if (const auto found = s.scrolls.find(track.scroller);
        found != s.scrolls.end() && std::abs(track.velocity) > 60)
      found->second.velocity = std::clamp(track.velocity, -6000.F, 6000.F);
  return true;
}

bool handle_pointer(Kit::State& s, const PointerEvent& event) {
  switch (event.phase) {
    case PointerPhase::down: return pointer_down(s, event);
    case PointerPhase::move: return pointer_move(s, event);
    case PointerPhase::up: return pointer_up(s, event);
    case PointerPhase::cancel:
      if (!s.pointer.down || (event.id != s.pointer.id && !s.pinch.on)) return false;
      s.pinch.on = false;
      s.pointer.down = false;
      s.held = 0;
      return true;
    case PointerPhase::leave: s.mouse = {-1, -1}; return hover(s, 0);
  }
  return false;
}

// Tab order is reading order. It goes on from where the focus is, even when that is
// a heading, which no Tab leads to.
bool move_focus(Kit::State& s, int step) {
  const std::vector<const Node*> stops = s.focus_stops();
  if (stops.empty()) return false;
  const Node* here = s.node_of(s.focused);
  std::ptrdiff_t next = step > 0 ? 0 : std::ssize(stops) - 1;
  if (here != nullptr) {
    const auto after = std::ranges::upper_bound(stops, here);
    const auto from = std::ranges::lower_bound(stops, here);
    next = ((step > 0 ? after - stops.begin() : from - stops.begin() - 1) + std::ssize(stops)) %
           std::ssize(stops);
  }
  focus_on(s, stops[static_cast<std::size_t>(next)]->id, true);
  return true;
}

// Letters typed one after the other jump to the next thing that begins with them.
bool jump_to(Kit::State& s, const TypedText& event) {
  constexpr double longest_pause_s = 1;
  const bool goes_on = event.time_s - s.typed_s < longest_pause_s && !s.typed.empty();
  s.typed = goes_on ? s.typed + event.text : event.text;
  s.typed_s = event.time_s;
  const std::string wanted = text::fold(s.typed);
  if (wanted.empty()) return false;
  const std::vector<const Node*> stops = s.focus_stops();
  const Node* here = s.node_of(s.focused);
  // The same letters again stay where they are while they fit; a new word begins behind.
  std::size_t first = static_cast<std::size_t>(std::ranges::lower_bound(stops, here) - stops.begin());
  if (!goes_on && first < stops.size() && stops[first] == here) ++first;
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const Node& node = *stops[(first + i) % stops.size()];
    // The navigation is always there; what is meant is on the page.
    if (node.look == Look::place || !text::fold(node.name).starts_with(wanted)) continue;
    focus_on(s, node.id, true);
    return true;
  }
  return false;
}

// The plan on the page, around the room that has the focus.
bool zoom_with_keys(Kit::State& s, float factor) {
  for (const auto& [key, plan] : s.plans) {
    if (plan.drawn_in_frame != s.frame_number) continue;
    const Node* node = s.node_of(s.focused);
    const bool on_plan = node != nullptr && plan.bounds.contains(node->bounds.center());
    return s.zoom_plan(key, on_plan ? node->bounds.center() : plan.bounds.center(), factor);
  }
  return false;
}

// Arrows walk among the tabs or radios of one group, and choose.
bool move_in_group(Kit::State& s, int step) {
  const Node* node = s.node_of(s.focused);
  if (node == nullptr || (node->role != Role::tab && node->role != Role::radio)) return false;
  std::vector<const Node*> group;
  const auto at = static_cast<std::size_t>(node - s.tree.nodes.data());
  std::size_t first = at;
  while (first > 0 && s.tree.nodes[first - 1].depth >= node->depth) --first;
  for (std::size_t i = first; i < s.tree.nodes.size() && s.tree.nodes[i].depth >= node->depth; ++i)
    if (s.tree.nodes[i].depth == node->depth && s.tree.nodes[i].role == node->role)
      group.push_back(&s.tree.nodes[i]);
  const auto here = std::ranges::find(group, node) - group.begin();
  const auto next = static_cast<std::size_t>((here + step + std::ssize(group)) % std::ssize(group));
  focus_on(s, group[next]->id, true);
  s.presses.push_back(group[next]->id);
  return true;
}

// The area that keys scroll: the one with the focus in it, else the largest.
ScrollState* key_scroller(Kit::State& s) {
  if (const Node* node = s.node_of(s.focused); node != nullptr)
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
  scroll->offset = std::clamp(scroll->offset + lines * line_px + pages * (scroll->rect.height - line_px), 0.F,
                              scroll->most());
  return true;
}

bool handle_key(Kit::State& s, const KeyEvent& event) {
  const Node* focused = s.node_of(s.focused);
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
      if (s.writing) {
        s.leaves_field = true;
        return true;
      }
      [[fallthrough]];
    case KeyName::back:
    case KeyName::slash:
    case KeyName::question: s.unused_keys.push_back(event.key); return true;
    case KeyName::plus: return zoom_with_keys(s, 1.5F);
    case KeyName::minus: return zoom_with_keys(s, 1 / 1.5F);
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
            if (s.platform_scrolls) return false;
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
            // The platform has brought it into view by itself where it scrolls.
            if (s.focused != focus.node) s.focus_moved = true;
            s.focused = focus.node;
            s.focus_visible = focus.visible;
            if (const Node* node = s.node_of(focus.node);
                node != nullptr && focus.visible && !s.platform_scrolls)
              s.bring_into_view(*node);
            return true;
          },
          [&](const SetNodeValue& set) {
            s.values.emplace_back(set.node, set.value);
            return true;
          },
          [&](const ScrollTo& scroll) { return scroll_to(s, scroll); },
          [&](const ZoomEvent& zoom) { return s.zoom_plan(s.plan_at(zoom.at), zoom.at, zoom.factor); },
          [&](const TypedText& typed) { return jump_to(s, typed); },
      },
      input);
  // Two, because what a press changes may move what lies under the pointer.
  if (needs_frame) s.frames_owed = std::max(s.frames_owed, 2);
  return needs_frame;
}

}  // namespace ui
