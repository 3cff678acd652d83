#include "ui/near_view.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "ui/kit_state.h"

namespace ui {
namespace {

// So many nodes of a page are always in the tree, where everything on it can be found.
constexpr std::size_t most_whole = 1000;
// With more than this a browser becomes slow: then what is just outside of the view goes as well.
constexpr std::size_t most_nodes = 1400;

bool is_near(const Node& node, float air) {
  if (node.scroller == 0) return true;
  const Rect& view = node.clip;
  if (view.empty()) return false;
  const float up = view.height * air, aside = view.width * air;
  return node.bounds.bottom() >= view.y - up && node.bounds.y <= view.bottom() + up &&
         node.bounds.right() >= view.x - aside && node.bounds.x <= view.right() + aside;
}

class Selection {
 public:
  Selection(const Kit::State& s, float air) : s_(s), nodes_(s.tree.nodes), stays_(nodes_.size()) {
    choose_near(air);
    choose_wanted();
    choose_stops();
    choose_around();
  }

  std::size_t count() const { return static_cast<std::size_t>(std::ranges::count(stays_, true)); }
  bool stays(std::size_t at) const { return stays_[at]; }

 private:
  void choose_near(float air) {
    std::uint16_t grid_depth = 0;  // of the grid that is open: it says itself what is in the tree of it
    bool in_grid = false;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      if (in_grid && node.depth <= grid_depth) in_grid = false;
      if (node.role == Role::grid) {
        in_grid = true;
        grid_depth = node.depth;
      }
      const bool is_leaf = i + 1 == nodes_.size() || nodes_[i + 1].depth <= node.depth;
      // Arrows lead through the whole group.
      const bool of_group = node.role == Role::tab || node.role == Role::radio;
      // A text says something beside the links in it.
      const bool says = is_leaf || node.role == Role::text;
      stays_[i] = in_grid || of_group || ((says || node.pressable) && is_near(node, air));
    }
  }

  // What the focus has, and what it waits for.
  void choose_wanted() {
    const Arrival& arrival = s_.arrival;
    if (arrival.next_focus == NextFocus::first_in_main) choose_first_in_main();
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      const bool is_anchor =
          !node.anchor.empty() && (node.anchor == arrival.anchor || node.anchor == arrival.shown_anchor);
      if (is_anchor) choose_heading_behind(i);
      const bool is_link =
          !node.href.empty() && ((arrival.next_focus == NextFocus::arrival && node.href == arrival.link) ||
                                 (s_.focus.before.id != 0 && node.href == s_.focus.before.href));
      if (is_anchor || is_link || node.id == s_.focus.node || (node.role == Role::heading && node.level == 1))
        stays_[i] = true;
    }
  }

  // A place that is come to is read on from there.
  void choose_heading_behind(std::size_t at) {
    while (at < nodes_.size() && nodes_[at].role != Role::heading) ++at;
    if (at < nodes_.size()) stays_[at] = true;
  }

  void choose_first_in_main() {
    auto at = std::ranges::find(nodes_, Role::main, &Node::role);
    at = std::find_if(at, nodes_.end(), [&](const Node& node) { return s_.can_have_focus(node); });
    if (at != nodes_.end()) stays_[static_cast<std::size_t>(at - nodes_.begin())] = true;
  }

  // Where Tab leads from what stays.
  void choose_stops() {
    std::vector<std::size_t> stops;
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      if (s_.can_have_focus(nodes_[i])) stops.push_back(i);
    std::vector<std::size_t> more;
    for (std::size_t i = 0; i < stops.size(); ++i) {
      if (!stays_[stops[i]]) continue;
      if (i > 0) more.push_back(stops[i - 1]);
      if (i + 1 < stops.size()) more.push_back(stops[i + 1]);
    }
    for (const std::size_t stop : more) stays_[stop] = true;
  }

  // What something is in that stays.
  void choose_around() {
    std::size_t depth = 0;  // the nearest node before it that is less deep holds something that stays
    for (std::size_t i = nodes_.size(); i-- > 0;) {
      if (nodes_[i].depth < depth) stays_[i] = true;
      if (stays_[i]) depth = nodes_[i].depth;
    }
  }

  const Kit::State& s_;
  const std::vector<Node>& nodes_;
  std::vector<bool> stays_;
};

// The items of lists that lose some of them say which one they are of how many.
void number_items(std::vector<Node>& nodes, const Selection& selection) {
  struct List {
    std::size_t node;
    std::vector<std::size_t> items;
    bool loses = false;
  };
  std::vector<List> open;
  const auto close = [&](std::size_t depth) {
    while (!open.empty() && nodes[open.back().node].depth >= depth) {
      const List& list = open.back();
      for (std::size_t i = 0; list.loses && i < list.items.size(); ++i) {
        Node& item = nodes[list.items[i]];
        if (item.set_size != 0) continue;  // of a long list, which has said so itself
        item.position = static_cast<std::uint32_t>(i + 1);
        item.set_size = static_cast<std::uint32_t>(list.items.size());
      }
      open.pop_back();
    }
  };
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    close(nodes[i].depth);
    if (nodes[i].role == Role::list_item && !open.empty() &&
        nodes[open.back().node].depth + 1 == nodes[i].depth) {
      open.back().items.push_back(i);
      open.back().loses |= !selection.stays(i);
    }
    if (nodes[i].role == Role::list) open.push_back({i, {}, false});
  }
  close(0);
}

}  // namespace

void leave_out_far_nodes(Kit::State& s) {
  std::vector<Node>& nodes = s.tree.nodes;
  if (nodes.size() <= most_whole) return;
  // Half a window on each side, as in long lists.
  std::optional<Selection> selection(std::in_place, s, 0.5F);
  if (selection->count() > most_nodes) selection.emplace(s, 0);
  number_items(nodes, *selection);
  std::size_t count = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (selection->stays(i) && count++ != i) std::swap(nodes[count - 1], nodes[i]);
  s.lists.rows_left_out |= count < nodes.size();
  nodes.resize(count);
}

}  // namespace ui
