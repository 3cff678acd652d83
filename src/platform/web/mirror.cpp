#include "platform/web/mirror.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace platform {
namespace {

// Half a point is finer than anyone can point, and keeps a list that scrolls by
// a third of a pixel from touching the DOM.
float rounded(float points) { return std::round(points * 2) / 2; }

ui::Rect rounded(const ui::Rect& rect) {
  const float x = rounded(rect.x);
  const float y = rounded(rect.y);
  return {x, y, rounded(rect.right()) - x, rounded(rect.bottom()) - y};
}

bool holds(const ui::Rect& outer, const ui::Rect& inner) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

ui::Rect united(const ui::Rect& a, const ui::Rect& b) {
  const float x = std::min(a.x, b.x);
  const float y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

std::uint16_t bits(const ui::State& state) {
  std::uint16_t result = 0;
  if (state.selected) result |= MirrorState::selected;
  if (state.checked) result |= MirrorState::checked;
  if (state.pressed) result |= MirrorState::pressed;
  if (state.toggles) result |= MirrorState::toggles;
  if (state.current) result |= MirrorState::current;
  if (state.disabled) result |= MirrorState::disabled;
  return result;
}

// Whether the node's name is what stands inside of it. A leaf only: a card that
// holds further nodes is named by a label.
bool named_by_content(ui::Role role) {
  switch (role) {
    case ui::Role::heading:
    case ui::Role::text:
    case ui::Role::link:
    case ui::Role::button:
    case ui::Role::list_item:
    case ui::Role::tab:
    case ui::Role::radio:
    case ui::Role::switch_:
    case ui::Role::status:
    case ui::Role::alert: return true;
    default: return false;
  }
}

constexpr std::uint8_t no_role = 255;

// Marks the members of a longest increasing subsequence of `numbers`: the
// children that can stay where they are while the others move around them.
std::vector<bool> longest_increasing(const std::vector<std::uint32_t>& numbers) {
  std::vector<std::size_t> ends;  // ends[n]: where the best sequence of length n + 1 ends
  std::vector<std::size_t> previous(numbers.size(), numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto place = std::ranges::lower_bound(ends, numbers[i], {}, [&](std::size_t end) { return numbers[end]; });
    if (place != ends.begin()) previous[i] = *(place - 1);
    if (place == ends.end())
      ends.push_back(i);
    else
      *place = i;
  }
  std::vector<bool> member(numbers.size(), false);
  if (!ends.empty())
    for (std::size_t i = ends.back(); i != numbers.size(); i = previous[i]) member[i] = true;
  return member;
}

}  // namespace

const MirrorBatch::Element* MirrorBatch::Scene::find(ui::NodeId id) const {
  const auto found = index.find(id);
  return found == index.end() ? nullptr : &elements[found->second];
}

MirrorBatch::Element& MirrorBatch::Scene::add(Element element) {
  index.emplace(element.id, static_cast<std::uint32_t>(elements.size()));
  elements.push_back(std::move(element));
  return elements.back();
}

MirrorBatch::Scene MirrorBatch::scene_of(const ui::Tree& tree) {
  Scene scene;
  scene.title = tree.title;
  scene.language = tree.language;
  scene.elements.reserve(tree.nodes.size());
  scene.index.reserve(tree.nodes.size());

  struct Open {
    std::size_t depth = 0;
    std::size_t element = 0;      // index of the node's element; of nothing for the root
    std::uint32_t scroller = 0;   // the area in which the node itself is scrolled
    bool may_hold_layers = true;  // lists and their like may hold their items only
    std::uint32_t children = 0;
    std::size_t layer = 0;        // index of the layer that takes its children now
    std::uint32_t layer_scroller = 0;
    std::uint32_t in_layer = 0;
  };
  std::vector<Open> open(1);  // the root, then the ancestors of the node at hand

  for (const ui::Node& node : tree.nodes) {
    while (open.size() > 1 && open.back().depth >= node.depth) open.pop_back();
    Open& above = open.back();
    ui::NodeId parent = open.size() == 1 ? 0 : scene.elements[above.element].id;
    if (parent != 0) scene.elements[above.element].leaf = false;
    const ui::Rect bounds = rounded(node.bounds);
    std::uint32_t order = above.children;

    if (node.scroller == 0 || node.scroller == above.scroller || !above.may_hold_layers) {
      above.layer_scroller = 0;
      ++above.children;
    } else {
      if (above.layer_scroller != node.scroller) {
        Element layer;
        layer.id = node.scroller;
        while (layer.id == 0 || tree.find(layer.id) != nullptr || scene.index.contains(layer.id)) ++layer.id;
        layer.parent = parent;
        layer.order = above.children++;
        layer.layer = true;
        layer.leaf = false;
        layer.role = ui::Role::group;
        layer.bounds = bounds;
        above.layer = scene.elements.size();
        above.layer_scroller = node.scroller;
        above.in_layer = 0;
        scene.add(std::move(layer));
      }
      Element& layer = scene.elements[above.layer];
      layer.bounds = united(layer.bounds, bounds);
      parent = layer.id;
      order = above.in_layer++;
    }

    Element element;
    element.id = node.id;
    element.parent = parent;
    element.order = order;
    element.role = node.role;
    element.level = node.level;
    element.linked = !node.href.empty();
    element.pressable = node.pressable;
    element.bounds = bounds;
    element.clip = rounded(node.clip);
    element.size_px = node.size_px;
    element.line_height_px = node.line_height_px;
    element.bold = node.bold;
    element.state = bits(node.state);
    element.text = node.name;
    element.value = node.value;
    element.href = node.href;
    element.hint = node.hint;
    element.language = node.language;
    if (node.state.focused) scene.focused = node.id;

    const bool items_only =
        node.role == ui::Role::list || node.role == ui::Role::tab_list || node.role == ui::Role::radio_group;
    open.push_back({.depth = node.depth,
                    .element = scene.elements.size(),
                    .scroller = node.scroller,
                    .may_hold_layers = !items_only});
    scene.add(std::move(element));
  }

  for (Element& element : scene.elements) {
    if (!element.leaf || !named_by_content(element.role)) std::swap(element.text, element.label);
    const Element* parent = scene.find(element.parent);
    element.box = element.bounds;
    if (!parent) continue;
    element.box.x -= parent->bounds.x;
    element.box.y -= parent->bounds.y;
  }
  cover(scene);
  clip(scene);
  return scene;
}

// The lines of a card lie on the card's link; a finger on them means the card.
void MirrorBatch::cover(Scene& scene) {
  constexpr std::size_t most_lines = 16;  // of one card: no need to look further back
  for (std::size_t i = 0; i < scene.elements.size(); ++i) {
    Element& element = scene.elements[i];
    if (element.pressable || !element.leaf) continue;
    for (std::size_t back = 1; back <= std::min(i, most_lines); ++back) {
      const Element& before = scene.elements[i - back];
      if (!before.pressable || !holds(before.bounds, element.bounds)) continue;
      element.state |= MirrorState::covered;
      break;
    }
  }
}

// Clips as few elements as possible, because whatever is clipped changes with
// each step of scrolling.
void MirrorBatch::clip(Scene& scene) {
  // A group whose children are all clipped alike can be clipped in their place:
  // it shows nothing of its own. Children stand behind their parents, so going
  // backwards sees them first.
  struct Children {
    ui::Rect clip;
    bool any = false;
    bool alike = true;
  };
  std::vector<Children> children(scene.elements.size());
  for (std::size_t i = scene.elements.size(); i-- > 0;) {
    Element& element = scene.elements[i];
    if (children[i].any && children[i].alike && !element.pressable) element.clip = children[i].clip;
    if (element.parent == 0) continue;
    Children& siblings = children[scene.index.at(element.parent)];
    if (siblings.any && siblings.clip != element.clip) siblings.alike = false;
    siblings.any = true;
    siblings.clip = element.clip;
  }
  for (Element& element : scene.elements) {
    if (const Element* parent = scene.find(element.parent); parent && parent->clip == element.clip) continue;
    const ui::Rect& bounds = element.bounds;
    if (element.leaf && holds(element.clip, bounds)) continue;
    element.clipped = true;
    element.hidden = {element.clip.y - bounds.y, bounds.right() - element.clip.right(),
                      bounds.bottom() - element.clip.bottom(), element.clip.x - bounds.x};
  }
}

bool MirrorBatch::keeps_element(const Scene& next, ui::NodeId id) const {
  const Element* before = shown_.find(id);
  const Element* now = next.find(id);
  return before && now && before->same_kind(*now);
}

std::span<const std::byte> MirrorBatch::update(const ui::Tree& tree) {
  batch_.clear();
  Scene next = scene_of(tree);

  if (next.title != shown_.title) {
    put_byte(std::to_underlying(MirrorStep::title));
    put(next.title);
  }
  if (next.language != shown_.language) {
    put_byte(std::to_underlying(MirrorStep::page_language));
    put(next.language);
  }

  // New elements first, so that what stays can move into them; then the order;
  // then what is gone leaves, with nothing inside that is still needed.
  for (const Element& element : next.elements) {
    if (keeps_element(next, element.id)) continue;
    if (shown_.find(element.id)) step(MirrorStep::remove, element.id);
    step(MirrorStep::create, element.id);
    put_byte(element.layer ? no_role : std::to_underlying(element.role));
    put_byte(element.level);
    put_byte(element.linked ? 1 : 0);
  }
  for (const Element& element : next.elements)
    write_content(element, keeps_element(next, element.id) ? shown_.find(element.id) : nullptr);
  write_order(next);
  for (const Element& element : shown_.elements)
    if (!next.find(element.id)) step(MirrorStep::remove, element.id);

  if (next.focused != shown_.focused && next.focused != 0) step(MirrorStep::focus, next.focused);

  shown_ = std::move(next);
  return batch_;
}

void MirrorBatch::write_content(const Element& now, const Element* before) {
  static const Element fresh;
  if (!before) before = &fresh;

  if (now.box != before->box) {
    step(MirrorStep::box, now.id);
    put(now.box.x);
    put(now.box.y);
    put(now.box.width);
    put(now.box.height);
  }
  if (now.clipped != before->clipped || now.hidden != before->hidden) {
    step(MirrorStep::clip, now.id);
    put_byte(now.clipped ? 1 : 0);
    put(now.hidden.top);
    put(now.hidden.right);
    put(now.hidden.bottom);
    put(now.hidden.left);
  }
  if (now.size_px != before->size_px || now.line_height_px != before->line_height_px || now.bold != before->bold) {
    step(MirrorStep::type, now.id);
    put(now.size_px);
    put(now.line_height_px);
    put_byte(now.bold ? 1 : 0);
  }
  if (now.state != before->state || before == &fresh) {
    step(MirrorStep::state, now.id);
    put_byte(static_cast<std::uint8_t>(now.state));
    put_byte(static_cast<std::uint8_t>(now.state >> 8));
  }

  const auto write = [&](MirrorStep kind, const std::string& text, const std::string& old) {
    if (text == old) return;
    step(kind, now.id);
    put(text);
  };
  write(MirrorStep::text, now.text, before->text);
  write(MirrorStep::label, now.label, before->label);
  write(MirrorStep::link, now.href, before->href);
  write(MirrorStep::hint, now.hint, before->hint);
  write(MirrorStep::value, now.value, before->value);
  write(MirrorStep::language, now.language, before->language);
}

void MirrorBatch::write_order(const Scene& next) {
  // The children of each parent, parents by their place in reading order; the
  // mirror itself comes first.
  std::vector<std::vector<const Element*>> families(next.elements.size() + 1);
  for (const Element& element : next.elements)
    families[element.parent == 0 ? 0 : next.index.at(element.parent) + 1].push_back(&element);

  for (const auto& children : families) {
    if (children.empty()) continue;
    const ui::NodeId parent = children.front()->parent;
    const bool parent_stays = parent == 0 || keeps_element(next, parent);

    std::vector<std::uint32_t> old_orders;
    std::vector<std::size_t> candidates;  // those that were already children of this parent
    if (parent_stays)
      for (std::size_t i = 0; i < children.size(); ++i)
        if (const Element* before = shown_.find(children[i]->id);
            before && before->parent == parent && keeps_element(next, before->id)) {
          candidates.push_back(i);
          old_orders.push_back(before->order);
        }
    std::vector<bool> stays(children.size(), false);
    const std::vector<bool> member = longest_increasing(old_orders);
    for (std::size_t i = 0; i < candidates.size(); ++i) stays[candidates[i]] = member[i];

    for (std::size_t i = children.size(); i-- > 0;) {
      if (stays[i]) continue;
      step(MirrorStep::place, children[i]->id);
      put(parent);
      put(i + 1 < children.size() ? children[i + 1]->id : 0);
    }
  }
}

void MirrorBatch::step(MirrorStep step, ui::NodeId id) {
  put_byte(std::to_underlying(step));
  put(id);
}

void MirrorBatch::put(std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8) put_byte(static_cast<std::uint8_t>(number >> shift));
}

void MirrorBatch::put(float number) { put(std::bit_cast<std::uint32_t>(number)); }

void MirrorBatch::put(const std::string& text) {
  put(static_cast<std::uint32_t>(text.size()));
  const auto* bytes = reinterpret_cast<const std::byte*>(text.data());
  batch_.insert(batch_.end(), bytes, bytes + text.size());
}

}  // namespace platform
