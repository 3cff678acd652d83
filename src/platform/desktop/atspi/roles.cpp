#include "platform/desktop/atspi/roles.h"

#include <string>

namespace platform::atspi {
namespace {

// Several of ours have one role there: this tells them apart, as browsers do.
const char* aria_role(ui::Role role) {
  switch (role) {
    case ui::Role::banner: return "banner";
    case ui::Role::navigation: return "navigation";
    case ui::Role::main: return "main";
    case ui::Role::region: return "region";
    case ui::Role::radio_group: return "radiogroup";
    case ui::Role::switch_: return "switch";
    case ui::Role::search_field: return "searchbox";
    case ui::Role::status: return "status";
    case ui::Role::alert: return "alert";
    case ui::Role::grid: return "grid";
    case ui::Role::grid_cell: return "gridcell";
    default: return nullptr;
  }
}

AtkAttributeSet* with(AtkAttributeSet* set, const char* name, const std::string& value) {
  auto* attribute = g_new(AtkAttribute, 1);
  attribute->name = g_strdup(name);
  attribute->value = g_strdup(value.c_str());
  return g_slist_prepend(set, attribute);
}

AtkAttributeSet* with(AtkAttributeSet* set, const char* name, std::uint32_t number) {
  return number == 0 ? set : with(set, name, std::to_string(number));
}

}  // namespace

bool is_live(ui::Role role) { return role == ui::Role::status || role == ui::Role::alert; }

bool is_field(ui::Role role) { return role == ui::Role::text_field || role == ui::Role::search_field; }

bool has_text(ui::Role role) {
  switch (role) {
    case ui::Role::heading:
    case ui::Role::text:
    case ui::Role::link:
    case ui::Role::list_item:
    case ui::Role::status:
    case ui::Role::alert:
    case ui::Role::text_field:
    case ui::Role::search_field:
    case ui::Role::grid_cell:
    case ui::Role::column_header:
    case ui::Role::row_header: return true;
    default: return false;
  }
}

AtkRole role_of(const AccessibleNode& node) {
  switch (node.role) {
    case ui::Role::banner:
    case ui::Role::navigation:
    case ui::Role::main:
    case ui::Role::region: return ATK_ROLE_LANDMARK;
    case ui::Role::group: return ATK_ROLE_PANEL;
    case ui::Role::heading: return ATK_ROLE_HEADING;
    case ui::Role::text: return ATK_ROLE_PARAGRAPH;
    case ui::Role::link: return ATK_ROLE_LINK;
    case ui::Role::button: return node.state.toggles ? ATK_ROLE_TOGGLE_BUTTON : ATK_ROLE_PUSH_BUTTON;
    case ui::Role::list: return ATK_ROLE_LIST;
    case ui::Role::list_item: return ATK_ROLE_LIST_ITEM;
    case ui::Role::tab_list: return ATK_ROLE_PAGE_TAB_LIST;
    case ui::Role::tab: return ATK_ROLE_PAGE_TAB;
    case ui::Role::radio_group: return ATK_ROLE_GROUPING;
    case ui::Role::radio: return ATK_ROLE_RADIO_BUTTON;
    case ui::Role::switch_: return ATK_ROLE_TOGGLE_BUTTON;
    case ui::Role::text_field:
    case ui::Role::search_field: return ATK_ROLE_ENTRY;
    case ui::Role::image: return ATK_ROLE_IMAGE;
    case ui::Role::progress: return ATK_ROLE_PROGRESS_BAR;
    case ui::Role::status:
    case ui::Role::alert: return ATK_ROLE_NOTIFICATION;
    case ui::Role::dialog: return ATK_ROLE_DIALOG;
    case ui::Role::grid: return ATK_ROLE_TABLE;
    case ui::Role::row: return ATK_ROLE_TABLE_ROW;
    case ui::Role::grid_cell: return ATK_ROLE_TABLE_CELL;
    case ui::Role::column_header: return ATK_ROLE_COLUMN_HEADER;
    case ui::Role::row_header: return ATK_ROLE_ROW_HEADER;
  }
  return ATK_ROLE_UNKNOWN;
}

AtkStateSet* states_of(const AccessibleNode& node) {
  AtkStateSet* set = atk_state_set_new();
  const auto add = [&](AtkStateType state, bool is) {
    if (is) atk_state_set_add_state(set, state);
  };
  const ui::State& state = node.state;
  const bool chosen_of_two = node.role == ui::Role::switch_ || node.role == ui::Role::radio;
  add(ATK_STATE_VISIBLE, true);
  add(ATK_STATE_SHOWING, node.shown);
  add(ATK_STATE_ENABLED, !state.disabled && !node.inert);
  add(ATK_STATE_SENSITIVE, !state.disabled && !node.inert);
  add(ATK_STATE_FOCUSABLE, node.focusable);
  add(ATK_STATE_FOCUSED, state.focused);
  add(ATK_STATE_SELECTABLE, node.role == ui::Role::tab);
  add(ATK_STATE_SELECTED, state.selected);
  add(ATK_STATE_CHECKABLE, chosen_of_two);
  add(ATK_STATE_CHECKED, state.checked);
  add(ATK_STATE_PRESSED, state.toggles && state.pressed);
  add(ATK_STATE_ACTIVE, state.current);
  add(ATK_STATE_EDITABLE, is_field(node.role) && !state.disabled);
  add(ATK_STATE_SINGLE_LINE, is_field(node.role));
  add(ATK_STATE_MODAL, node.role == ui::Role::dialog);
  return set;
}

AtkAttributeSet* attributes_of(const AccessibleNode& node) {
  AtkAttributeSet* set = nullptr;
  set = with(set, "toolkit", "summit");
  set = with(set, "id", std::to_string(node.id));
  set = with(set, "language", node.language);
  if (const char* role = aria_role(node.role)) set = with(set, "xml-roles", role);
  set = with(set, "level", node.level);
  set = with(set, "posinset", node.position);
  set = with(set, "setsize", node.set_size);
  set = with(set, "rowindex", node.cells.row);
  set = with(set, "colindex", node.cells.column);
  if (node.role == ui::Role::grid) {
    set = with(set, "rowcount", node.cells.rows);
    set = with(set, "colcount", node.cells.columns);
  }
  if (node.state.current) set = with(set, "current", "page");
  if (!node.hint.empty()) set = with(set, "placeholder-text", node.hint);
  if (is_live(node.role)) {
    const char* how = node.role == ui::Role::alert ? "assertive" : "polite";
    set = with(set, "live", how);
    set = with(set, "container-live", how);
    set = with(set, "atomic", "true");
  }
  return set;
}

}  // namespace platform::atspi
