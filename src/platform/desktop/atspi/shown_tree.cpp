#include "platform/desktop/atspi/shown_tree.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "platform/desktop/accessibility_link.h"
#include "platform/desktop/atspi/roles.h"

namespace platform::atspi {
namespace {

void tell_state(const Peer& peer, AtkStateType state, bool before, bool now) {
  if (before != now) atk_object_notify_state_change(peer.object, state, now ? TRUE : FALSE);
}

void tell_child(const Peer& parent, const char* what, int at, const Peer& child) {
  g_signal_emit_by_name(parent.object, what, at, child.object);
}

// What is other is one piece of the text: behind what both begin with, before what both end in.
void tell_text(const Peer& peer, const std::string& before, const std::string& now) {
  if (before == now) return;
  const auto letter_begins = [](const std::string& text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  const std::size_t shorter = std::min(before.size(), now.size());
  std::size_t same = 0;
  while (same < shorter && before[same] == now[same]) ++same;
  while (!letter_begins(before, same) || !letter_begins(now, same)) --same;
  std::size_t end = 0;
  while (end < shorter - same && before[before.size() - 1 - end] == now[now.size() - 1 - end]) ++end;
  while (!letter_begins(before, before.size() - end)) --end;
  const int at = characters_in(now, static_cast<int>(same));
  const auto tell = [&](const char* what, const std::string& text) {
    const std::string piece = text.substr(same, text.size() - end - same);
    if (piece.empty()) return;
    g_signal_emit_by_name(peer.object, what, at, characters_in(piece, static_cast<int>(piece.size())),
                          piece.c_str());
  };
  tell("text-remove", before);
  tell("text-insert", now);
}

// Read out by itself: what comes to be seen as a notification is, by every reader. For the signal
// "announcement" many are too old, and the others would say it twice.
void announce(const Peer& peer) {
  if (!peer.node.name.empty()) atk_object_notify_state_change(peer.object, ATK_STATE_SHOWING, TRUE);
}

}  // namespace

ShownTree::ShownTree(AccessibilityHost& host, AtkObject* application) : host_(host) {
  window_.host = &host;
  window_.node.shown = true;
  window_.told = true;
  give_window_object(window_);
  atk_object_set_parent(window_.object, application);
}

ShownTree::~ShownTree() {
  for (auto& [id, peer] : peers_) take_object(*peer);
  take_object(window_);
}

void ShownTree::update_activity(bool active) {
  if (std::exchange(active_, active) != active) tell_activity();
}

void ShownTree::repeat_activity() {
  if (active_) tell_activity();
}

void ShownTree::tell_activity() {
  g_signal_emit_by_name(window_.object, active_ ? "activate" : "deactivate");
  atk_object_notify_state_change(window_.object, ATK_STATE_ACTIVE, active_ ? TRUE : FALSE);
}

void ShownTree::remove_gone(const AccessibleTree& tree) {
  std::unordered_map<ui::NodeId, const AccessibleNode*> there;
  for (const AccessibleNode& node : tree.nodes) there.emplace(node.id, &node);
  std::vector<ui::NodeId> gone;
  for (const auto& [id, peer] : peers_) {
    const auto found = there.find(id);
    if (found == there.end() || found->second->role != peer->node.role ||
        kind_of(*found->second) != kind_of(peer->node))
      gone.push_back(id);
  }
  // Told where the parent stays: what is in it is gone for everybody then.
  const std::unordered_set<ui::NodeId> all_gone(gone.begin(), gone.end());
  for (const ui::NodeId id : gone) {
    Peer& peer = *peers_.at(id);
    if (peer.parent == nullptr || all_gone.contains(peer.parent->node.id)) continue;
    auto& siblings = peer.parent->children;
    const auto at = std::ranges::find(siblings, &peer);
    if (at == siblings.end()) continue;
    const int place = static_cast<int>(at - siblings.begin());
    siblings.erase(at);
    tell_child(*peer.parent, "children-changed::remove", place, peer);
  }
  // What is in them may be gone as well, or comes to stand elsewhere.
  for (const ui::NodeId id : gone)
    for (Peer* child : peers_.at(id)->children) child->parent = nullptr;
  for (const ui::NodeId id : gone) {
    take_object(*peers_.at(id));
    peers_.erase(id);
  }
}

void ShownTree::arrange(const AccessibleTree& tree) {
  // New ones stand in the tree at once, so that whoever hears of their parent finds them whole.
  std::unordered_map<Peer*, std::vector<Peer*>> families;
  families[&window_];
  for (const AccessibleNode& node : tree.nodes) {
    std::unique_ptr<Peer>& peer = peers_[node.id];
    if (peer == nullptr) {
      peer = std::make_unique<Peer>();
      peer->host = &host_;
      peer->node = node;
      give_object(*peer, kind_of(node));
    }
    families[peer.get()];
    Peer* parent = node.parent == 0 ? &window_ : peers_.at(node.parent).get();
    families[parent].push_back(peer.get());
  }
  arrange(window_, std::move(families[&window_]));
  for (const AccessibleNode& node : tree.nodes) {
    Peer* peer = peers_.at(node.id).get();
    arrange(*peer, std::move(families[peer]));
  }
}

void ShownTree::arrange(Peer& parent, std::vector<Peer*> children) {
  if (!std::exchange(parent.told, true)) {
    parent.children = std::move(children);
    for (Peer* child : parent.children) child->parent = &parent;
    return;
  }
  if (parent.children == children) return;
  // What stands elsewhere among the others leaves and comes again.
  std::vector<Peer*> stay;
  for (Peer* child : children)
    if (std::ranges::find(parent.children, child) != parent.children.end()) stay.push_back(child);
  for (std::size_t i = parent.children.size(), kept = stay.size(); i-- > 0;) {
    Peer* child = parent.children[i];
    if (kept > 0 && stay[kept - 1] == child) {
      --kept;
      continue;
    }
    parent.children.erase(parent.children.begin() + static_cast<std::ptrdiff_t>(i));
    tell_child(parent, "children-changed::remove", static_cast<int>(i), *child);
    kept -= std::erase(stay, child);
  }
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (i < parent.children.size() && parent.children[i] == children[i]) continue;
    children[i]->parent = &parent;
    parent.children.insert(parent.children.begin() + static_cast<std::ptrdiff_t>(i), children[i]);
    tell_child(parent, "children-changed::add", static_cast<int>(i), *children[i]);
  }
}

void ShownTree::tell_changes(Peer& peer, const AccessibleNode& now) {
  const AccessibleNode before = std::exchange(peer.node, now);
  if (before == now) return;
  if (has_text(now.role)) tell_text(peer, text_of(before), text_of(now));
  if (before.name != now.name) {
    g_object_notify(G_OBJECT(peer.object), "accessible-name");
    if (is_live(now.role)) announce(peer);
  }
  if (before.description != now.description) g_object_notify(G_OBJECT(peer.object), "accessible-description");
  if (now.role == ui::Role::progress && before.value != now.value)
    g_object_notify(G_OBJECT(peer.object), "accessible-value");
  tell_state(peer, ATK_STATE_SELECTED, before.state.selected, now.state.selected);
  tell_state(peer, ATK_STATE_CHECKED, before.state.checked, now.state.checked);
  // Not both: each is read out.
  const bool toggles = now.state.toggles;
  tell_state(peer, ATK_STATE_PRESSED, toggles && before.state.pressed, toggles && now.state.pressed);
  tell_state(peer, ATK_STATE_ACTIVE, before.state.current, now.state.current);
  const bool was_able = !before.state.disabled && !before.inert;
  const bool is_able = !now.state.disabled && !now.inert;
  tell_state(peer, ATK_STATE_ENABLED, was_able, is_able);
  tell_state(peer, ATK_STATE_SENSITIVE, was_able, is_able);
  tell_state(peer, ATK_STATE_SHOWING, before.shown, now.shown);
}

void ShownTree::update_caret(const AccessibleTree& tree) {
  const auto found = peers_.find(tree.caret.field);
  if (found == peers_.end()) return;
  Peer& peer = *found->second;
  const auto place = [&](int bytes) { return characters_in(peer.node.value, bytes); };
  const int caret = place(tree.caret.caret);
  const int begin = place(std::min(tree.caret.selection_begin, tree.caret.selection_end));
  const int end = place(std::max(tree.caret.selection_begin, tree.caret.selection_end));
  const bool selects_otherwise = begin != peer.selection_begin || end != peer.selection_end;
  const bool selected = peer.selection_begin != peer.selection_end || begin != end;
  peer.selection_begin = begin;
  peer.selection_end = end;
  if (std::exchange(peer.caret, caret) != caret)
    g_signal_emit_by_name(peer.object, "text-caret-moved", caret);
  if (selected && selects_otherwise) g_signal_emit_by_name(peer.object, "text-selection-changed");
}

void ShownTree::update(const AccessibleTree& tree) {
  const bool begins = !std::exchange(told_, true);
  window_.node.bounds = {0, 0, tree.size.width, tree.size.height};
  window_.node.language = tree.language;
  if (window_.node.name != tree.title) {
    window_.node.name = tree.title;
    g_object_notify(G_OBJECT(window_.object), "accessible-name");
  }
  remove_gone(tree);
  std::vector<const AccessibleNode*> fresh;
  std::vector<std::pair<ui::NodeId, bool>> focus;  // who lost it, who got it
  for (const AccessibleNode& node : tree.nodes) {
    const auto found = peers_.find(node.id);
    const bool had_focus = found != peers_.end() && found->second->node.state.focused;
    if (had_focus != node.state.focused) focus.emplace_back(node.id, node.state.focused);
    if (found == peers_.end()) fresh.push_back(&node);
  }
  arrange(tree);
  for (const AccessibleNode& node : tree.nodes) tell_changes(*peers_.at(node.id), node);
  // What the window begins with is read with it.
  for (const AccessibleNode* node : fresh)
    if (is_live(node->role) && !begins) announce(*peers_.at(node->id));
  // Last, when all that is read of its surroundings is as it is shown; who loses it before who gets it.
  std::ranges::stable_sort(focus, {}, [](const auto& one) { return one.second; });
  for (const auto& [id, has_it] : focus)
    atk_object_notify_state_change(peers_.at(id)->object, ATK_STATE_FOCUSED, has_it ? TRUE : FALSE);
  update_caret(tree);
}

}  // namespace platform::atspi
