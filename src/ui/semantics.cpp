#include "ui/semantics.h"

#include <algorithm>

namespace ui {

std::string_view role_name(Role role) {
  switch (role) {
    case Role::banner: return "banner";
    case Role::navigation: return "navigation";
    case Role::main: return "main";
    case Role::region: return "region";
    case Role::group: return "group";
    case Role::heading: return "heading";
    case Role::text: return "paragraph";
    case Role::link: return "link";
    case Role::button: return "button";
    case Role::list: return "list";
    case Role::list_item: return "listitem";
    case Role::tab_list: return "tablist";
    case Role::tab: return "tab";
    case Role::radio_group: return "radiogroup";
    case Role::radio: return "radio";
    case Role::switch_: return "switch";
    case Role::text_field: return "textbox";
    case Role::search_field: return "searchbox";
    case Role::image: return "img";
    case Role::progress: return "progressbar";
    case Role::status: return "status";
    case Role::alert: return "alert";
    case Role::dialog: return "dialog";
    case Role::grid: return "grid";
    case Role::row: return "row";
    case Role::grid_cell: return "gridcell";
    case Role::column_header: return "columnheader";
    case Role::row_header: return "rowheader";
  }
  return "generic";
}

const Node* Tree::find(NodeId id) const {
  const auto found = std::ranges::find(nodes, id, &Node::id);
  return found == nodes.end() ? nullptr : &*found;
}

const Node* Tree::find(Role role, std::string_view name) const {
  const auto found =
      std::ranges::find_if(nodes, [&](const Node& node) { return node.role == role && node.name == name; });
  return found == nodes.end() ? nullptr : &*found;
}

}  // namespace ui
