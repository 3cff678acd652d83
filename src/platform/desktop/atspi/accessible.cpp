#include "platform/desktop/atspi/accessible.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "platform/desktop/accessibility_link.h"
#include "platform/desktop/atspi/roles.h"

namespace platform::atspi {
namespace {

struct Object {
  AtkObject parent;
  Peer* peer;
};

enum Kind : unsigned {
  has_action = 1,
  with_text = 2,
  editable = 4,
  has_value = 8,
  kinds = 16,
};

AtkObjectClass* parent_class() {
  static auto* const shared = static_cast<AtkObjectClass*>(g_type_class_ref(ATK_TYPE_OBJECT));
  return shared;
}

// ---- what it is

const char* get_name(AtkObject* object) {
  const Peer* peer = peer_of(object);
  return peer != nullptr ? peer->node.name.c_str() : "";
}

const char* get_description(AtkObject* object) {
  const Peer* peer = peer_of(object);
  return peer != nullptr ? peer->node.description.c_str() : "";
}

const char* get_locale(AtkObject* object) {
  const Peer* peer = peer_of(object);
  return peer != nullptr ? peer->node.language.c_str() : "";
}

AtkObject* get_parent(AtkObject* object) {
  const Peer* peer = peer_of(object);
  return peer != nullptr && peer->parent != nullptr ? peer->parent->object
                                                    : parent_class()->get_parent(object);
}

int get_child_count(AtkObject* object) {
  const Peer* peer = peer_of(object);
  return peer != nullptr ? static_cast<int>(peer->children.size()) : 0;
}

AtkObject* ref_child(AtkObject* object, int at) {
  const Peer* peer = peer_of(object);
  if (peer == nullptr || at < 0 || static_cast<std::size_t>(at) >= peer->children.size()) return nullptr;
  AtkObject* child = peer->children[static_cast<std::size_t>(at)]->object;
  g_object_ref(child);
  return child;
}

int get_index(AtkObject* object) {
  const Peer* peer = peer_of(object);
  if (peer == nullptr) return -1;
  if (peer->parent == nullptr) return 0;
  const auto& all = peer->parent->children;
  const auto found = std::ranges::find(all, peer);
  return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

AtkRole get_role(AtkObject* object) {
  const Peer* peer = peer_of(object);
  return peer != nullptr ? role_of(peer->node) : ATK_ROLE_INVALID;
}

AtkStateSet* ref_states(AtkObject* object) {
  if (const Peer* peer = peer_of(object)) return states_of(peer->node);
  AtkStateSet* set = atk_state_set_new();
  atk_state_set_add_state(set, ATK_STATE_DEFUNCT);
  return set;
}

AtkAttributeSet* get_attributes(AtkObject* object) {
  const Peer* peer = peer_of(object);
  return peer != nullptr ? attributes_of(peer->node) : nullptr;
}

void fill_object(gpointer given, gpointer) {
  auto* object = static_cast<AtkObjectClass*>(given);
  object->get_name = get_name;
  object->get_description = get_description;
  object->get_object_locale = get_locale;
  object->get_parent = get_parent;
  object->get_n_children = get_child_count;
  object->ref_child = ref_child;
  object->get_index_in_parent = get_index;
  object->get_role = get_role;
  object->ref_state_set = ref_states;
  object->get_attributes = get_attributes;
}

// ---- where it is

void get_extents(AtkComponent* component, int* x, int* y, int* width, int* height, AtkCoordType from) {
  *x = *y = *width = *height = 0;
  const Peer* peer = peer_of(component);
  if (peer == nullptr) return;
  const ui::Rect& box = peer->node.bounds;
  float left = box.x;
  float top = box.y;
  if (from == ATK_XY_SCREEN) {
    const AccessibilityHost::Place place = peer->host->place();
    left += static_cast<float>(place.x);
    top += static_cast<float>(place.y);
  } else if (from == ATK_XY_PARENT && peer->parent != nullptr) {
    left -= peer->parent->node.bounds.x;
    top -= peer->parent->node.bounds.y;
  }
  *x = static_cast<int>(std::lround(left));
  *y = static_cast<int>(std::lround(top));
  *width = static_cast<int>(std::lround(box.width));
  *height = static_cast<int>(std::lround(box.height));
}

// What lies uppermost there: of what is told, the last and the deepest.
Peer* at_point(Peer& peer, float x, float y) {
  for (auto child = peer.children.rbegin(); child != peer.children.rend(); ++child)
    if ((*child)->node.shown && (*child)->node.bounds.contains({x, y})) return at_point(**child, x, y);
  return &peer;
}

AtkObject* ref_at_point(AtkComponent* component, int x, int y, AtkCoordType from) {
  Peer* peer = peer_of(component);
  if (peer == nullptr) return nullptr;
  int left = 0, top = 0, width = 0, height = 0;
  get_extents(component, &left, &top, &width, &height, from);
  const float dx = peer->node.bounds.x + static_cast<float>(x - left);
  const float dy = peer->node.bounds.y + static_cast<float>(y - top);
  if (!peer->node.bounds.contains({dx, dy})) return nullptr;
  AtkObject* object = at_point(*peer, dx, dy)->object;
  g_object_ref(object);
  return object;
}

gboolean grab_focus(AtkComponent* component) {
  const Peer* peer = peer_of(component);
  if (peer == nullptr || !peer->node.focusable) return FALSE;
  peer->host->ask(ui::FocusNode{peer->node.id, true});
  return TRUE;
}

gboolean scroll_to(AtkComponent* component, AtkScrollType) {
  const Peer* peer = peer_of(component);
  if (peer == nullptr) return FALSE;
  const auto tree = peer->host->tree();
  if (tree == nullptr) return FALSE;
  const auto area = std::ranges::find(tree->areas, peer->node.scroller, &ui::ScrollArea::key);
  if (peer->node.scroller == 0 || area == tree->areas.end()) return peer->node.shown;
  // To the upper third of the area, in points.
  const float top = peer->node.bounds.y / tree->scale;
  const float wanted = area->bounds.y + area->bands.top + area->bounds.height / 3;
  peer->host->ask(ui::ScrollTo{area->key, {area->offset.x, std::max(0.F, area->offset.y + top - wanted)}});
  return TRUE;
}

void fill_component(gpointer given, gpointer) {
  auto* component = static_cast<AtkComponentIface*>(given);
  component->get_extents = get_extents;
  component->ref_accessible_at_point = ref_at_point;
  component->grab_focus = grab_focus;
  component->scroll_to = scroll_to;
}

// ---- what it does

int get_action_count(AtkAction*) { return 1; }

const char* get_action_name(AtkAction* action, int) {
  const Peer* peer = peer_of(action);
  if (peer == nullptr) return nullptr;
  switch (peer->node.role) {
    case ui::Role::link: return "jump";
    case ui::Role::switch_:
    case ui::Role::radio: return "click";
    case ui::Role::tab: return "switch";
    case ui::Role::text_field:
    case ui::Role::search_field: return "activate";
    default: return "press";
  }
}

gboolean do_action(AtkAction* action, int at) {
  const Peer* peer = peer_of(action);
  if (peer == nullptr || at != 0 || peer->node.state.disabled || peer->node.inert) return FALSE;
  if (is_field(peer->node.role))
    peer->host->ask(ui::FocusNode{peer->node.id, true});
  else
    peer->host->ask(ui::PressNode{peer->node.id});
  return TRUE;
}

void fill_action(gpointer given, gpointer) {
  auto* action = static_cast<AtkActionIface*>(given);
  action->get_n_actions = get_action_count;
  action->get_name = get_action_name;
  action->do_action = do_action;
}

// ---- how far it is

void get_value(AtkValue* value, double* number, char** text) {
  const Peer* peer = peer_of(value);
  *number = peer != nullptr ? std::strtod(peer->node.value.c_str(), nullptr) : 0;
  if (text != nullptr) *text = g_strdup(peer != nullptr ? peer->node.value.c_str() : "");
}

AtkRange* get_range(AtkValue*) { return atk_range_new(0, 100, nullptr); }

void fill_value(gpointer given, gpointer) {
  auto* value = static_cast<AtkValueIface*>(given);
  value->get_value_and_text = get_value;
  value->get_range = get_range;
}

// ---- types

void add_interface(GType type, GType interface, GInterfaceInitFunc fill) {
  const GInterfaceInfo info{fill, nullptr, nullptr};
  g_type_add_interface_static(type, interface, &info);
}

GType new_type(const std::string& name, GClassInitFunc fill) {
  GTypeInfo info{};
  info.class_size = sizeof(AtkObjectClass);
  info.class_init = fill;
  info.instance_size = sizeof(Object);
  return g_type_register_static(ATK_TYPE_OBJECT, name.c_str(), &info, GTypeFlags(0));
}

GType type_of(unsigned kind) {
  static GType types[kinds] = {};
  if (types[kind] != 0) return types[kind];
  const GType type = new_type("SummitAccessible" + std::to_string(kind), fill_object);
  add_interface(type, ATK_TYPE_COMPONENT, fill_component);
  if ((kind & has_action) != 0) add_interface(type, ATK_TYPE_ACTION, fill_action);
  if ((kind & with_text) != 0)
    add_interface(type, ATK_TYPE_TEXT, reinterpret_cast<GInterfaceInitFunc>(fill_text));
  if ((kind & editable) != 0)
    add_interface(type, ATK_TYPE_EDITABLE_TEXT, reinterpret_cast<GInterfaceInitFunc>(fill_editable_text));
  if ((kind & has_value) != 0) add_interface(type, ATK_TYPE_VALUE, fill_value);
  return types[kind] = type;
}

AtkRole get_window_role(AtkObject*) { return ATK_ROLE_FRAME; }

AtkStateSet* ref_window_states(AtkObject* object) {
  AtkStateSet* set = atk_state_set_new();
  const Peer* peer = peer_of(object);
  atk_state_set_add_state(set, peer != nullptr ? ATK_STATE_VISIBLE : ATK_STATE_DEFUNCT);
  if (peer == nullptr) return set;
  for (const AtkStateType state :
       {ATK_STATE_SHOWING, ATK_STATE_ENABLED, ATK_STATE_SENSITIVE, ATK_STATE_RESIZABLE})
    atk_state_set_add_state(set, state);
  if (peer->host->place().active) atk_state_set_add_state(set, ATK_STATE_ACTIVE);
  return set;
}

void fill_window(gpointer given, gpointer nothing) {
  fill_object(given, nothing);
  auto* object = static_cast<AtkObjectClass*>(given);
  object->get_role = get_window_role;
  object->ref_state_set = ref_window_states;
  object->get_attributes = parent_class()->get_attributes;
}

GType window_type() {
  static const GType type = [] {
    const GType made = new_type("SummitWindow", fill_window);
    add_interface(made, ATK_TYPE_COMPONENT, fill_component);
    add_interface(made, ATK_TYPE_WINDOW, nullptr);
    return made;
  }();
  return type;
}

void give_object_of(Peer& peer, GType type) {
  peer.object = ATK_OBJECT(g_object_new(type, nullptr));
  reinterpret_cast<Object*>(peer.object)->peer = &peer;
  atk_object_initialize(peer.object, nullptr);
}

}  // namespace

Peer* peer_of(gpointer object) { return static_cast<Object*>(object)->peer; }

unsigned kind_of(const AccessibleNode& node) {
  unsigned kind = 0;
  if (node.pressable || is_field(node.role)) kind |= has_action;
  if (has_text(node.role)) kind |= with_text;
  if (is_field(node.role)) kind |= editable;
  if (node.role == ui::Role::progress) kind |= has_value;
  return kind;
}

void give_object(Peer& peer, unsigned kind) { give_object_of(peer, type_of(kind)); }

void give_window_object(Peer& peer) { give_object_of(peer, window_type()); }

void take_object(Peer& peer) {
  if (peer.object == nullptr) return;
  reinterpret_cast<Object*>(peer.object)->peer = nullptr;
  atk_object_notify_state_change(peer.object, ATK_STATE_DEFUNCT, TRUE);
  g_object_unref(peer.object);
  peer.object = nullptr;
}

}  // namespace platform::atspi
