#include "ui/focus_recovery.h"

#include <algorithm>
#include <span>

#include "ui/kit_state.h"

namespace ui {
namespace {

// The node and all that is in it.
std::span<const Node> part_of(const Tree& tree, const Node& node) {
  const auto begin = tree.nodes.begin() + (&node - tree.nodes.data());
  return {begin, std::find_if(begin + 1, tree.nodes.end(),
                              [&](const Node& other) { return other.depth <= node.depth; })};
}

bool is_landmark(Role role) {
  return role == Role::banner || role == Role::navigation || role == Role::main || role == Role::dialog;
}

// The same thing, the nearer to its former place the better, in the same part of the page.
const Node* same_thing(const FocusedThing& thing, const Tree& tree) {
  for (const FocusedThing::Place& place : thing.places) {
    const Node* around = tree.find(place.inside);
    if (around == nullptr) continue;
    for (const Node& node : part_of(tree, *around))
      if (thing.is(node)) return &node;
    if (is_landmark(around->role)) return nullptr;
  }
  return nullptr;
}

// What can have the focus at the same place of the innermost part that is still there, or the last one of
// that part; where nothing can, the heading of the page.
const Node* in_place_of(const FocusedThing& thing, const Kit::State& s) {
  for (const FocusedThing::Place& place : thing.places) {
    const Node* around = s.tree.find(place.inside);
    if (around == nullptr) continue;
    const Node* found = nullptr;
    std::uint32_t stops = 0;
    for (const Node& node : part_of(s.tree, *around)) {
      if (&node == around || !s.can_have_focus(node)) continue;
      found = &node;
      if (stops++ == place.stops_before) break;
    }
    if (found != nullptr) return found;
    if (is_landmark(around->role)) break;
  }
  const auto heading = std::ranges::find_if(
      s.tree.nodes, [](const Node& node) { return node.role == Role::heading && node.level == 1; });
  return heading == s.tree.nodes.end() ? nullptr : &*heading;
}

void give_focus(Kit::State& s, const Node& node) {
  if (s.focus.node == node.id) return;
  s.focus.node = node.id;
  s.focus.moved = true;
  // Whoever has scrolled away from it stays where they are.
  if (s.focus.visible && s.focus.before.in_view && !s.platform_scrolls) s.bring_into_view(node);
  s.frames_owed = std::max(s.frames_owed, 1);
}

}  // namespace

void note_focused(Kit::State& s) {
  FocusedThing& thing = s.focus.before;
  thing.id = 0;
  const Node* node = s.node_of(s.focus.node);
  if (node == nullptr) return;
  thing.id = node->id;
  thing.role = node->role;
  thing.name = node->name;
  thing.href = node->href;
  thing.in_view = node->drawn;
  thing.places.clear();
  std::uint32_t stops = 0;
  std::uint16_t depth = node->depth;
  while (depth > 0 && node != s.tree.nodes.data()) {
    --node;
    if (node->depth < depth) {
      depth = node->depth;
      thing.places.push_back({node->id, stops});
    }
    if (s.can_have_focus(*node)) ++stops;
  }
}

void recover_focus(Kit::State& s) {
  Focus& focus = s.focus;
  // The row of a long list that was not in the tree: it is now, if it exists.
  if (focus.sought) {
    const FocusedThing sought = *std::exchange(focus.sought, std::nullopt);
    if (const Node* node = focus.node == focus.before.id ? same_thing(sought, s.tree) : nullptr)
      return give_focus(s, *node);
  }
  if (focus.node == 0 || focus.node != focus.before.id) return;
  const Node* here = s.tree.find(focus.node);
  if (here != nullptr && focus.before.is(*here)) return;
  if (const Node* elsewhere = same_thing(focus.before, s.tree)) return give_focus(s, *elsewhere);
  if (s.lists.rows_left_out && !focus.before.href.empty()) {
    focus.sought = focus.before;
    s.frames_owed = std::max(s.frames_owed, 1);
  }
  if (here != nullptr) return;
  if (const Node* instead = in_place_of(focus.before, s))
    give_focus(s, *instead);
  else
    focus.node = 0;
}

}  // namespace ui
