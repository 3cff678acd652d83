// Building the semantic tree and finding one's way in it.
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/cells.h"
#include "ui/kit_state.h"

namespace ui {
namespace {

void widen(Rect& rect, const Rect& by) {
  if (by.empty()) return;
  if (rect.empty()) {
    rect = by;
    return;
  }
  const float right = std::max(rect.right(), by.right());
  const float bottom = std::max(rect.bottom(), by.bottom());
  rect.x = std::min(rect.x, by.x);
  rect.y = std::min(rect.y, by.y);
  rect.width = right - rect.x;
  rect.height = bottom - rect.y;
}

// Takes `wanted`, or the next free id when two widgets of a frame hash alike.
NodeId unique_id(std::vector<std::uint64_t>& used, std::uint64_t frame, NodeId wanted) {
  const std::size_t mask = used.size() - 1;
  for (NodeId id = wanted == 0 ? 1 : wanted;; ++id) {
    if (id == 0) continue;
    const std::uint64_t entry = (frame << 32) | id;
    std::size_t slot = id & mask;
    while ((used[slot] >> 32) == (frame & 0xFFFFFFFF) && used[slot] != entry) slot = (slot + 1) & mask;
    if (used[slot] == entry) continue;
    used[slot] = entry;
    return id;
  }
}

}  // namespace

std::uint64_t Kit::State::next_path(Role role, std::string_view key) const {
  std::uint64_t path = layout.open_nodes.empty() ? hash_start : layout.open_nodes.back().path_hash;
  path = (path ^ static_cast<std::uint64_t>(role)) * 1099511628211ULL;
  if (!key.empty()) return hash_of(key, path);
  return (path ^ (0x10000ULL + (layout.open_nodes.empty() ? 0 : layout.open_nodes.back().children))) *
         1099511628211ULL;
}

Node& Kit::State::describe(Role role, const Rect& bounds, std::string_view name, std::string_view key) {
  if (node_count == tree.nodes.size()) tree.nodes.emplace_back();
  if (used_ids.size() < 4 * (node_count + 1)) {
    // Grown in the middle of a frame: the ids given so far are entered again.
    used_ids.assign(std::max<std::size_t>(4096, used_ids.size() * 2), 0);
    for (std::size_t i = 0; i < node_count; ++i) unique_id(used_ids, frame_number, tree.nodes[i].id);
  }
  const std::uint64_t path = next_path(role, key);
  if (!layout.open_nodes.empty()) ++layout.open_nodes.back().children;

  Node& node = tree.nodes[node_count++];
  node.id = unique_id(used_ids, frame_number, short_hash(path));
  node.depth = static_cast<std::uint16_t>(layout.open_nodes.size());
  node.role = role;
  node.level = 0;
  node.state = {};
  node.state.focused = node.id == focus.node;
  node.look = Look::plain;
  node.icon = 0;
  node.color = {0, 0, 0, 0};
  node.pressable = false;
  node.bold = false;
  node.size_px = 0;
  node.line_height_px = 0;
  node.position = 0;
  node.set_size = 0;
  node.begins_at = 0;
  node.cells = {};
  node.name.assign(name);
  node.shown.clear();
  node.value.clear();
  node.href.clear();
  node.hint.clear();
  node.anchor.assign(next_anchor);
  next_anchor.clear();
  node.language.assign(text_languages != nullptr ? text_languages->of(name) : std::string_view{});
  if (node.language.empty() && !name.empty()) node.language.assign(said_in);
  node.bounds = bounds;
  node.clip = clip();
  node.drawn = visible(bounds);
  node.text = {};
  node.centered = false;
  node.scroller = layout.scrollers.empty() ? 0 : layout.scrollers.back();
  node.band = layout.band;
  node.outline.clear();
  node.pieces.clear();
  return node;
}

Node& Kit::State::open_node(Role role, std::string_view name, std::string_view key, const Rect* bounds) {
  Node& node = describe(role, bounds != nullptr ? *bounds : Rect{}, name, key);
  layout.open_nodes.push_back(
      {node_count - 1, hash_of(std::string_view(reinterpret_cast<const char*>(&node.id), sizeof node.id)), 0,
       bounds != nullptr});
  return node;
}

void Kit::State::close_node() {
  const OpenNode open = layout.open_nodes.back();
  layout.open_nodes.pop_back();
  if (open.has_bounds) return;
  Node& node = tree.nodes[open.index];
  Rect around;
  for (std::size_t i = open.index + 1; i < node_count; ++i)
    if (tree.nodes[i].depth == node.depth + 1) widen(around, tree.nodes[i].bounds);
  node.bounds = around;
  node.drawn = visible(around);
}

Response Kit::State::press(Node& node, std::string_view href) {
  node.pressable = true;
  node.href.assign(href);
  Response response;
  response.id = node.id;
  response.pressed = is_pressed(node.id);
  response.hovered = pointing.hovered == node.id && !pointing.track.dragging;
  response.held = pointing.held == node.id;
  response.focused = focus.node == node.id && focus.visible;
  if (response.pressed && !href.empty()) followed.assign(href);
  return response;
}

bool Kit::State::is_pressed(NodeId id) const { return std::ranges::find(presses, id) != presses.end(); }

namespace {

// Whether the point lies inside the polygon, by counting the edges to its right.
bool inside(const std::vector<Point>& corners, Point point) {
  bool in = false;
  for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
    const Point a = corners[i];
    const Point b = corners[j];
    if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
      in = !in;
  }
  return in;
}

}  // namespace

const Node* Kit::State::node_of(NodeId id) const { return id == 0 ? nullptr : tree.find(id); }

bool Kit::State::can_have_focus(const Node& node) const {
  return (node.pressable || node.role == Role::text_field || node.role == Role::search_field ||
          (is_cell(node.role) && !node.name.empty())) &&
         !node.state.disabled;
}

std::vector<const Node*> Kit::State::focus_stops() const {
  std::vector<const Node*> stops;
  for (std::size_t i = modal.id != 0 ? modal.begin : 0; i < tree.nodes.size(); ++i)
    if (can_have_focus(tree.nodes[i])) stops.push_back(&tree.nodes[i]);
  return stops;
}

Area* Kit::State::area_of(std::uint32_t key) {
  const auto found = areas.find(key);
  return found == areas.end() ? nullptr : &found->second;
}

Area& Kit::State::draw_area(std::uint32_t key, const Rect& rect, Size content, Bands bands, float most_zoom) {
  Area& area = areas[key];
  area.viewport.set_most_zoom(most_zoom);
  area.viewport.frame(rect, content, bands);
  area.drawn_in_frame = frame_number;
  areas_drawn.push_back(key);
  return area;
}

std::uint32_t Kit::State::area_at(Point point, bool zooms) const {
  const std::size_t first = modal.id != 0 ? modal.areas : 0;
  for (std::size_t i = areas_drawn.size(); i-- > first;) {
    const auto found = areas.find(areas_drawn[i]);
    if (found == areas.end()) continue;
    const Viewport& viewport = found->second.viewport;
    if (viewport.zooms() == zooms && viewport.rect().contains(point)) return areas_drawn[i];
  }
  return 0;
}

// After a frame: what the focus waited for is in the tree now.
void Kit::State::settle_focus() {
  const bool stays = arrival.next_focus == NextFocus::stays && modal.drawn == (modal.id != 0);
  if (modal.drawn != (modal.id != 0)) {
    if (modal.drawn) {
      modal.focus_before = focus.node;
      arrival.next_focus = NextFocus::first_in_modal;
    } else {
      modal.id = 0;
      focus.node = modal.focus_before;
      frames_owed = std::max(frames_owed, 1);
    }
  }
  if (modal.drawn) {
    modal.begin = 0;
    while (modal.begin < tree.nodes.size() && tree.nodes[modal.begin].role != Role::dialog) ++modal.begin;
    modal.id = modal.begin < tree.nodes.size() ? tree.nodes[modal.begin].id : 0;
  }
  if (arrival.next_focus != NextFocus::stays) {
    const Node* wanted = nullptr;
    const auto wants = [&](const Node& node) {
      switch (arrival.next_focus) {
        case NextFocus::arrival: return node.role == Role::heading && node.level == 1;
        case NextFocus::first_in_main:
        case NextFocus::first_in_modal: return can_have_focus(node);
        case NextFocus::stays: break;
      }
      return false;
    };
    std::size_t at = arrival.next_focus == NextFocus::first_in_modal ? modal.begin : 0;
    if (arrival.next_focus == NextFocus::first_in_main)
      while (at < tree.nodes.size() && tree.nodes[at].role != Role::main) ++at;
    if (arrival.next_focus == NextFocus::arrival && !arrival.link.empty()) {
      const auto link = std::ranges::find_if(tree.nodes, [&](const Node& node) {
        return node.href == arrival.link && can_have_focus(node) && node.look != Look::place &&
               node.look != Look::icon_button;
      });
      if (link != tree.nodes.end()) wanted = &*link;
    }
    if (arrival.next_focus == NextFocus::arrival && arrival.writes) {
      const auto field = std::ranges::find_if(tree.nodes, [](const Node& node) {
        return node.role == Role::search_field || node.role == Role::text_field;
      });
      if (field != tree.nodes.end()) wanted = &*field;
    }
    for (; wanted == nullptr && at < tree.nodes.size(); ++at)
      if (wants(tree.nodes[at])) wanted = &tree.nodes[at];
    if (wanted != nullptr && focus.node != wanted->id) {
      focus.node = wanted->id;
      focus.moved = true;
      if (arrival.next_focus == NextFocus::first_in_main) focus.visible = true;
      frames_owed = std::max(frames_owed, 1);
    }
    arrival.next_focus = NextFocus::stays;
  }
  settle_cell(*this);
  settle_at_anchor();
  if (stays)
    recover_focus(*this);
  else
    focus.sought.reset();
  if (focus.node != 0 && tree.find(focus.node) == nullptr) focus.node = 0;
}

void Kit::State::settle_at_anchor() {
  // Among rows of which not all have been drawn a place is reached by degrees: what is beside it has to
  // show how high it is.
  constexpr int most_tries = 4;
  const auto come_to = [&](std::string& anchor, const Node& place, float share) {
    const bool moved = bring_to(place, share);
    if (moved) frames_owed = std::max(frames_owed, 1);
    if (moved && lists.rows_left_out && ++arrival.tries < most_tries) return;
    anchor.clear();
    arrival.tries = 0;
  };
  if (!arrival.shown_anchor.empty()) {
    const auto place = std::ranges::find(tree.nodes, arrival.shown_anchor, &Node::anchor);
    if (place != tree.nodes.end())
      come_to(arrival.shown_anchor, *place, arrival.left_above);
    else
      arrival.shown_anchor.clear();
  }
  if (arrival.anchor.empty()) return;
  const auto place = std::ranges::find(tree.nodes, arrival.anchor, &Node::anchor);
  if (place == tree.nodes.end()) {
    arrival.anchor.clear();
    return;
  }
  come_to(arrival.anchor, *place, 0);
  const auto heading =
      std::find_if(place, tree.nodes.end(), [](const Node& node) { return node.role == Role::heading; });
  if (heading == tree.nodes.end()) return;
  focus.moved = focus.moved || focus.node != heading->id;
  focus.node = heading->id;
}

NodeId Kit::State::pressable_at(Point point) const {
  const std::size_t first = modal.id != 0 ? modal.begin : 0;
  for (auto node = tree.nodes.rbegin(); node != tree.nodes.rend() - static_cast<std::ptrdiff_t>(first);
       ++node)
    if ((node->outline.empty() || inside(node->outline, point)) &&
        (node->pressable || node->role == Role::text_field || node->role == Role::search_field) &&
        !node->state.disabled && node->bounds.contains(point) && node->clip.contains(point))
      return node->id;
  return 0;
}

NodeId Kit::State::pressable_near(Point point) const {
  if (const NodeId id = pressable_at(point); id != 0) return id;
  const float reach = (current_style->measure.target - type.body.line_height_px) / 2;
  for (const float up : {reach, -reach}) {
    const Node* near = node_of(pressable_at({point.x, point.y - up}));
    if (near != nullptr && near->look == Look::in_text) return near->id;
  }
  return 0;
}

bool Kit::State::bring_to(const Node& node, float share) {
  Area* area = area_of(node.scroller);
  if (area == nullptr) return false;
  Viewport& viewport = area->viewport;
  const float air = std::max(current_style->measure.focus_air, share * viewport.view().height);
  const Point before = viewport.offset();
  viewport.pan_to({before.x, before.y + node.bounds.y - air - viewport.view().y});
  return std::abs(viewport.offset().y - before.y) > 0.5F;
}

void Kit::State::bring_into_view(const Node& node) {
  Area* area = area_of(node.scroller);
  if (area == nullptr) return;
  const float window_end = std::numeric_limits<float>::max();
  area->viewport.show(node.bounds, current_style->measure.focus_air, toast_top > 0 ? toast_top : window_end,
                      node.band != Band::left && node.band != Band::corner,
                      node.band != Band::top && node.band != Band::corner);
}

}  // namespace ui
