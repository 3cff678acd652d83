// Fingers, mice, wheels and keys: turns what happened into presses, scrolling
// and focus, by asking the last frame's tree what is where.
#include <algorithm>
#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include "text/fold.h"
#include "ui/cells.h"
#include "ui/kit_state.h"

namespace ui {
namespace {

// A finger that moved less than this is still tapping.
constexpr float tap_slop = 8;
constexpr float wheel_step = 1;

bool is_field(const Node& node) { return node.role == Role::text_field || node.role == Role::search_field; }

void focus_on(Kit::State& s, NodeId id, bool visible) {
  if (s.focus.node != id) s.focus.moved = true;
  s.focus.node = id;
  s.focus.visible = visible;
  if (const Node* node = s.node_of(id); node != nullptr && visible) s.bring_into_view(*node);
}

bool scroll_to(Kit::State& s, const ScrollTo& to) {
  Area* area = s.area_of(to.area);
  // Said by who does not know yet what the last frame found out.
  return area != nullptr && area->viewport.pan_to({to.offset.x, to.offset.y + area->untold});
}

bool zoom(Kit::State& s, std::uint32_t key, Point around, float factor) {
  Area* area = s.area_of(key);
  return area != nullptr && area->viewport.zoom_by(factor, around);
}

bool hover(Kit::State& s, NodeId id) {
  if (s.pointing.hovered == id) return false;
  s.pointing.hovered = id;
  return true;
}

float distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

Point between(Point a, Point b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }

// A second finger: with the first one on what can be enlarged the two enlarge it.
bool second_down(Kit::State& s, const PointerEvent& event) {
  const std::uint32_t area = s.zoomable_at(s.pointing.track.start);
  if (s.pointing.pinch.on || area == 0 || event.kind != PointerKind::touch) return false;
  s.pointing.pinch = {true, area, event.id, event.at,
                      std::max(1.F, distance(s.pointing.track.last, event.at))};
  s.pointing.track.dragging = true;
  s.pointing.held = 0;
  return true;
}

bool pinch_move(Kit::State& s, const PointerEvent& event) {
  if (event.id == s.pointing.pinch.second_id)
    s.pointing.pinch.second = event.at;
  else if (event.id == s.pointing.track.id)
    s.pointing.track.last = event.at;
  else
    return false;
  const float now = std::max(1.F, distance(s.pointing.track.last, s.pointing.pinch.second));
  const float factor = now / s.pointing.pinch.distance;
  s.pointing.pinch.distance = now;
  return zoom(s, s.pointing.pinch.area, between(s.pointing.track.last, s.pointing.pinch.second), factor);
}

// What goes along with a pointer that went down there: what is enlarged, with a finger or the mouse; else
// what scrolls, with a finger. A mouse selects or does nothing there; it has a wheel for this.
std::uint32_t dragged_by(Kit::State& s, const PointerTrack& track) {
  const std::uint32_t zoomable = s.zoomable_at(track.start);
  if (const Area* area = s.area_of(zoomable); area != nullptr && area->viewport.can_pan()) return zoomable;
  return s.platform_scrolls || track.kind == PointerKind::mouse ? 0 : s.scroller_at(track.start);
}

// The second tap of two at the same place.
bool is_double_tap(Kit::State& s, const PointerEvent& event) {
  constexpr double longest_pause_s = 0.35;
  constexpr float farthest = 28;
  const bool second = event.time_s - s.pointing.last_tap_s < longest_pause_s &&
                      distance(event.at, s.pointing.last_tap) < farthest;
  s.pointing.last_tap = event.at;
  s.pointing.last_tap_s = second ? -10 : event.time_s;
  return second;
}

// What a pointer that is there would press.
NodeId pressed_by(const Kit::State& s, const PointerEvent& event) {
  return event.kind == PointerKind::touch ? s.pressable_near(event.at) : s.pressable_at(event.at);
}

bool pointer_down(Kit::State& s, const PointerEvent& event) {
  if (s.pointing.track.down) return second_down(s, event);
  PointerTrack& track = s.pointing.track;
  track = {true, false, event.id, event.kind, event.at, event.at, event.time_s, 0, {}};
  bool stopped_fling = false;
  for (const std::uint32_t key : {s.scroller_at(event.at), s.zoomable_at(event.at)})
    if (Area* area = s.area_of(key); area != nullptr && area->viewport.moves()) {
      area->viewport.stop();
      stopped_fling = true;
    }
  s.pointing.held = stopped_fling ? 0 : pressed_by(s, event);
  s.focus.visible = false;
  const Node* node = s.node_of(s.pointing.held);
  if (node == nullptr || !is_field(*node)) s.focus.node = 0;
  return true;
}

bool pointer_move(Kit::State& s, const PointerEvent& event) {
  if (s.pointing.pinch.on) return pinch_move(s, event);
  PointerTrack& track = s.pointing.track;
  if (event.kind == PointerKind::mouse) s.pointing.mouse = event.at;
  if (!track.down || event.id != track.id)
    return event.kind == PointerKind::mouse && hover(s, s.pressable_at(event.at));
  const float dx = event.at.x - track.start.x;
  const float dy = event.at.y - track.start.y;
  if (!track.dragging && std::hypot(dx, dy) > tap_slop) {
    track.dragging = true;
    track.area = dragged_by(s, track);
    s.pointing.held = 0;
  }
  if (!track.dragging) return false;
  const Point moved{track.last.x - event.at.x, track.last.y - event.at.y};
  const auto seconds = static_cast<float>(event.time_s - track.last_s);
  track.last = event.at;
  track.last_s = event.time_s;
  if (seconds > 0)
    track.velocity = {0.6F * moved.x / seconds + 0.4F * track.velocity.x,
                      0.6F * moved.y / seconds + 0.4F * track.velocity.y};
  if (Area* area = s.area_of(track.area)) area->viewport.pan_by(moved);
  return true;
}

bool pointer_up(Kit::State& s, const PointerEvent& event) {
  PointerTrack& track = s.pointing.track;
  if (s.pointing.pinch.on && (event.id == s.pointing.pinch.second_id || event.id == track.id)) {
    // The finger that is left does nothing more.
    s.pointing.pinch.on = false;
    track.down = false;
    return true;
  }
  if (!track.down || event.id != track.id) return false;
  track.down = false;
  const NodeId held = s.pointing.held;
  s.pointing.held = 0;
  if (!track.dragging && is_double_tap(s, event))
    if (Area* area = s.area_of(s.zoomable_at(event.at))) {
      constexpr float enlarged = 2.5F;
      const float now = area->viewport.zoom();
      return area->viewport.zoom_by(now > 1 ? 1 / now : enlarged, event.at);
    }
  if (!track.dragging && s.modal.id != 0 && held == 0 &&
      !s.tree.nodes[s.modal.begin].bounds.contains(event.at)) {
    s.unused_keys.push_back(KeyName::escape);  // beside a dialog: away with it
    return true;
  }
  if (!track.dragging) {
    if (held != 0 && pressed_by(s, event) == held) {
      const Node* node = s.node_of(held);
      if (node != nullptr && is_field(*node))
        focus_on(s, held, false);
      else
        s.presses.push_back(held);
      s.pointing.pressed_at = event.at;
    }
    return true;
  }
  constexpr double finger_rested_s = 0.08;
  Area* area = s.area_of(track.area);
  if (area != nullptr && track.kind != PointerKind::mouse && !s.reduced_motion &&
      event.time_s - track.last_s < finger_rested_s)
    area->viewport.fling(track.velocity);
  return true;
}

bool handle_pointer(Kit::State& s, const PointerEvent& event) {
  switch (event.phase) {
    case PointerPhase::down: return pointer_down(s, event);
    case PointerPhase::move: return pointer_move(s, event);
    case PointerPhase::up: return pointer_up(s, event);
    case PointerPhase::cancel:
      if (!s.pointing.track.down || (event.id != s.pointing.track.id && !s.pointing.pinch.on)) return false;
      s.pointing.pinch.on = false;
      s.pointing.track.down = false;
      s.pointing.held = 0;
      return true;
    case PointerPhase::leave: s.pointing.mouse = {-1, -1}; return hover(s, 0);
  }
  return false;
}

// Tab order is reading order. It goes on from where the focus is, even when that is
// a heading, which no Tab leads to.
bool move_focus(Kit::State& s, int step) {
  std::vector<const Node*> stops = s.focus_stops();
  leave_one_cell(s, stops);
  if (stops.empty()) return false;
  const Node* here = s.node_of(s.focus.node);
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
  if (const Node* field = s.modal.id == 0 ? s.node_of(s.command_field) : nullptr; field != nullptr) {
    auto& values = s.writing.values;
    const bool more = !values.empty() && values.back().first == field->id;
    values.emplace_back(field->id, (more ? values.back().second : field->value) + event.text);
    focus_on(s, field->id, false);
    return true;
  }
  constexpr double longest_pause_s = 1;
  const bool goes_on = event.time_s - s.writing.typed_s < longest_pause_s && !s.writing.typed.empty();
  s.writing.typed = goes_on ? s.writing.typed + event.text : event.text;
  s.writing.typed_s = event.time_s;
  const std::string wanted = text::fold(s.writing.typed);
  if (wanted.empty()) return false;
  const std::vector<const Node*> stops = s.focus_stops();
  const Node* here = s.node_of(s.focus.node);
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
  for (const std::uint32_t key : s.areas_drawn) {
    Area* area = s.area_of(key);
    if (area == nullptr || !area->viewport.zooms()) continue;
    const Rect& rect = area->viewport.rect();
    const Node* node = s.node_of(s.focus.node);
    const bool inside = node != nullptr && rect.contains(node->bounds.center());
    return area->viewport.zoom_by(factor, inside ? node->bounds.center() : rect.center());
  }
  return false;
}

// Arrows walk among the tabs or radios of one group, and choose.
bool move_in_group(Kit::State& s, int step) {
  const Node* node = s.node_of(s.focus.node);
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
Viewport* key_scroller(Kit::State& s) {
  if (const Node* node = s.node_of(s.focus.node); node != nullptr)
    if (Area* area = s.area_of(node->scroller)) return &area->viewport;
  Viewport* largest = nullptr;
  float largest_size = 0;
  for (const std::uint32_t key : s.areas_drawn) {
    Area* area = s.area_of(key);
    if (area == nullptr || area->viewport.zooms()) continue;
    const Rect& rect = area->viewport.rect();
    if (rect.width * rect.height > largest_size) {
      largest = &area->viewport;
      largest_size = rect.width * rect.height;
    }
  }
  return largest;
}

constexpr float key_line_px = 56;

bool scroll_with_keys(Kit::State& s, float lines, float pages) {
  Viewport* viewport = key_scroller(s);
  if (viewport == nullptr) return false;
  const float by = lines * key_line_px + pages * (viewport->view().height - key_line_px);
  viewport->pan_to({viewport->offset().x, viewport->offset().y + by});
  return true;
}

// What is wider than it is seen.
bool scroll_sideways(Kit::State& s, float columns) {
  Viewport* viewport = key_scroller(s);
  if (viewport == nullptr || viewport->most().x <= 0) return false;
  viewport->pan_to({viewport->offset().x + columns * key_line_px, viewport->offset().y});
  return true;
}

bool handle_key(Kit::State& s, const KeyEvent& event) {
  if (s.is_command(event.key)) {
    s.commands.push_back(event.key);
    return true;
  }
  if (move_among_cells(s, event)) return true;
  const Node* focused = s.node_of(s.focus.node);
  switch (event.key) {
    case KeyName::tab: return move_focus(s, event.shift ? -1 : 1);
    case KeyName::enter:
    case KeyName::space:
      if (focused != nullptr && focused->pressable) {
        s.presses.push_back(s.focus.node);
        s.pointing.pressed_at.reset();
        return true;
      }
      return event.key == KeyName::space && scroll_with_keys(s, 0, event.shift ? -1.F : 1.F);
    case KeyName::left: return move_in_group(s, -1) || scroll_sideways(s, -1);
    case KeyName::right: return move_in_group(s, 1) || scroll_sideways(s, 1);
    case KeyName::up: return move_in_group(s, -1) || scroll_with_keys(s, -1, 0);
    case KeyName::down: return move_in_group(s, 1) || scroll_with_keys(s, 1, 0);
    case KeyName::page_up: return scroll_with_keys(s, 0, -1);
    case KeyName::page_down: return scroll_with_keys(s, 0, 1);
    case KeyName::home: return scroll_with_keys(s, -1e6F, 0);
    case KeyName::end: return scroll_with_keys(s, 1e6F, 0);
    case KeyName::escape:
      if (s.writing.on) {
        s.writing.leaves_field = true;
        return true;
      }
      [[fallthrough]];
    case KeyName::back:
    case KeyName::slash:
    case KeyName::question: s.unused_keys.push_back(event.key); return true;
    case KeyName::plus: return zoom_with_keys(s, 1.5F);
    case KeyName::minus: return zoom_with_keys(s, 1 / 1.5F);
    case KeyName::language_1:
    case KeyName::language_2:
    case KeyName::language_3:
    case KeyName::step_free:
    case KeyName::code:
    case KeyName::print:
    case KeyName::star:
    case KeyName::plan:
    case KeyName::staff: break;
  }
  return false;
}

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};

}  // namespace

bool Kit::State::is_command(KeyName key) const {
  if (command_field == 0 || modal.id != 0) return false;
  if (key >= KeyName::language_1 || key == KeyName::escape) return true;
  if (focus.node != command_field && focus.node != 0) return false;
  return key == KeyName::up || key == KeyName::down || key == KeyName::page_up || key == KeyName::page_down ||
         key == KeyName::enter;
}

bool Kit::takes_command(KeyName key) const { return state_->is_command(key); }

bool Kit::handle(const Input& input) {
  State& s = *state_;
  const bool needs_frame = std::visit(
      Overloaded{
          [&](const PointerEvent& event) { return handle_pointer(s, event); },
          [&](const WheelEvent& event) {
            Area* area = s.area_of(s.scroller_at(event.at));
            if (s.platform_scrolls || area == nullptr) return false;
            area->viewport.stop();
            return area->viewport.pan_by({event.dx * wheel_step, event.dy * wheel_step});
          },
          [&](const KeyEvent& event) { return handle_key(s, event); },
          [&](const PressNode& press) {
            s.presses.push_back(press.node);
            s.pointing.pressed_at.reset();
            return true;
          },
          [&](const FocusNode& focus) {
            if (s.focus.node == focus.node && s.focus.visible == focus.visible) return false;
            // The platform has brought it into view by itself where it scrolls.
            if (s.focus.node != focus.node) s.focus.moved = true;
            s.focus.node = focus.node;
            s.focus.visible = focus.visible;
            if (const Node* node = s.node_of(focus.node);
                node != nullptr && focus.visible && !s.platform_scrolls)
              s.bring_into_view(*node);
            return true;
          },
          [&](const SetNodeValue& set) {
            s.writing.values.emplace_back(set.node, set.value);
            return true;
          },
          [&](const ScrollTo& scroll) { return scroll_to(s, scroll); },
          [&](const ZoomEvent& event) { return zoom(s, s.zoomable_at(event.at), event.at, event.factor); },
          [&](const TypedText& typed) { return jump_to(s, typed); },
      },
      input);
  // Two, because what a press changes may move what lies under the pointer.
  if (needs_frame) s.frames_owed = std::max(s.frames_owed, 2);
  return needs_frame;
}

}  // namespace ui
