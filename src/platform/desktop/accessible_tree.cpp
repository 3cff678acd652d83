#include "platform/desktop/accessible_tree.h"

#include <algorithm>
#include <string_view>

#include "platform/same_place.h"

namespace platform {
namespace {

ui::Rect in_pixels(const ui::Rect& rect, float scale) {
  return {rect.x * scale, rect.y * scale, rect.width * scale, rect.height * scale};
}

bool is_field(ui::Role role) { return role == ui::Role::text_field || role == ui::Role::search_field; }

// The lines that lie on a card belong to the card's link, which alone is reached by the keyboard: whoever
// hears its name hears them too.
std::string lines_on(const std::vector<ui::Node>& nodes, std::size_t card) {
  constexpr std::size_t most_lines = 16;
  std::string lines;
  for (std::size_t i = card + 1; i < nodes.size() && i <= card + most_lines; ++i) {
    const ui::Node& node = nodes[i];
    if (node.depth < nodes[card].depth) break;
    const bool says = node.role == ui::Role::text || node.role == ui::Role::heading;
    if (!says || node.pressable || node.name.empty() || !holds(nodes[card].bounds, node.bounds)) continue;
    if (!lines.empty()) lines += '\n';
    lines += node.name;
  }
  return lines;
}

}  // namespace

AccessibleTree accessible_tree(const ui::Tree& tree, ui::Size window, float scale,
                               const AccessibleCaret& caret) {
  AccessibleTree told;
  told.title = tree.title;
  told.language = tree.language;
  told.areas = tree.areas;
  told.size = {window.width * scale, window.height * scale};
  told.scale = scale;
  told.caret = caret;
  told.nodes.reserve(tree.nodes.size());

  // Of the last dialog, where one lies over another: what is not in it and not around it cannot be reached.
  std::size_t dialog = tree.nodes.size();
  for (std::size_t i = 0; i < tree.nodes.size(); ++i)
    if (tree.nodes[i].role == ui::Role::dialog) dialog = i;
  std::size_t dialog_end = dialog;
  if (dialog < tree.nodes.size()) {
    ++dialog_end;
    while (dialog_end < tree.nodes.size() && tree.nodes[dialog_end].depth > tree.nodes[dialog].depth)
      ++dialog_end;
  }

  std::vector<ui::NodeId> open;  // the ancestors of the node at hand, by their depth
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const ui::Node& node = tree.nodes[i];
    open.resize(std::min<std::size_t>(open.size(), node.depth));
    AccessibleNode& said = told.nodes.emplace_back();
    said.id = node.id;
    said.parent = open.empty() ? 0 : open.back();
    open.push_back(node.id);
    said.role = node.role;
    said.level = node.level;
    said.state = node.state;
    said.pressable = node.pressable;
    said.inert = dialog < tree.nodes.size() && (i < dialog || i >= dialog_end) && node.pressable;
    said.focusable = !node.state.disabled && !said.inert &&
                     (node.pressable || is_field(node.role) || node.state.focused ||
                      (ui::is_cell(node.role) && !node.name.empty()));
    said.shown = node.drawn;
    said.name = node.name;
    said.value = node.value;
    if (is_field(node.role))
      said.hint = node.hint;
    else if (node.pressable)
      said.description = lines_on(tree.nodes, i);
    if (said.description.empty() && !is_field(node.role)) said.description = node.hint;
    said.href = node.href;
    said.language = node.language.empty() ? tree.language : node.language;
    said.bounds = in_pixels(node.bounds, scale);
    said.scroller = node.scroller;
    said.position = node.position;
    said.set_size = node.set_size;
    said.cells = node.cells;
  }
  return told;
}

}  // namespace platform
