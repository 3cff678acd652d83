#include "platform/mirror.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "platform/same_place.h"

namespace platform {
namespace {

// Positions are sums, whose last digits depend on how far the page is scrolled.
bool near(float a, float b) { return std::abs(a - b) < same_place; }

std::uint16_t bits(const ui::State& state) {
  std::uint16_t result = 0;
  if (state.selected) result |= MirrorState::selected;
  if (state.checked) result |= MirrorState::checked;
  if (state.pressed) result |= MirrorState::pressed;
  if (state.toggles) result |= MirrorState::toggles;
  if (state.current) result |= MirrorState::current;
  if (state.disabled) result |= MirrorState::disabled;
  if (state.zoomable) result |= MirrorState::zoomable;
  if (state.zoomed) result |= MirrorState::zoomed;
  return result;
}

// What a node is called is what stands inside of it, a label, or, where it shows
// something shorter, both.
enum class Naming : std::uint8_t { label, content, either };

Naming naming_of(ui::Role role) {
  switch (role) {
    case ui::Role::heading:
    case ui::Role::text:
    case ui::Role::list_item:
    case ui::Role::status:
    case ui::Role::alert:
    case ui::Role::row:
    case ui::Role::grid_cell:
    case ui::Role::column_header:
    case ui::Role::row_header: return Naming::content;
    case ui::Role::link:
    case ui::Role::button:
    case ui::Role::tab:
    case ui::Role::radio:
    case ui::Role::switch_: return Naming::either;  // the ones with an icon alone
    default: return Naming::label;
  }
}

// How far in the text is set; nowhere outside of the node.
ui::Insets padding_of(const ui::Node& node) {
  if (node.text.empty()) return {};
  const ui::Rect& box = node.bounds;
  const ui::Rect& text = node.text;
  // Browsers put lines on whole points, most often on the one above what would be
  // right: from the middle of a point they come to lie best over what is drawn.
  constexpr float sum_error = 0.01F;
  const float top = std::floor(text.y + sum_error) + 0.5F;
  return {std::max(0.F, top - box.y), std::max(0.F, box.right() - text.right()),
          std::max(0.F, box.bottom() - top - text.height), std::max(0.F, text.x - box.x)};
}

std::uint8_t type_of(const ui::Node& node) {
  std::uint8_t type = 0;
  if (node.bold) type |= MirrorType::bold;
  if (node.centered) type |= MirrorType::centered;
  // Must not break, although it is set in no more room than it takes.
  if (node.text.height < 1.5F * node.line_height_px) type |= MirrorType::one_line;
  return type;
}

constexpr std::uint8_t no_role = 255;

// Marks the members of a longest increasing subsequence of `numbers`: the
// children that can stay where they are while the others move around them.
std::vector<bool> longest_increasing(const std::vector<std::uint32_t>& numbers) {
  std::vector<std::size_t> ends;  // ends[n]: where the best sequence of length n + 1 ends
  std::vector<std::size_t> previous(numbers.size(), numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto place =
        std::ranges::lower_bound(ends, numbers[i], {}, [&](std::size_t end) { return numbers[end]; });
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

MirrorBatch::Element* MirrorBatch::Scene::find(ui::NodeId id) {
  const auto found = index.find(id);
  return found == index.end() ? nullptr : &elements[found->second];
}

MirrorBatch::Element& MirrorBatch::Scene::add(Element element, ui::NodeId parent) {
  Element* above = find(parent);
  element.parent = parent;
  element.order = above ? above->children++ : roots++;
  index.emplace(element.id, static_cast<std::uint32_t>(elements.size()));
  elements.push_back(std::move(element));
  return elements.back();
}

// The element of the area, made when its first node comes along.
ui::NodeId MirrorBatch::scroller_in(Scene& scene, const ui::Tree& tree, const ui::ScrollArea& area,
                                    ui::NodeId parent) {
  ui::NodeId id = area.key;
  while (id == 0 || tree.find(id) != nullptr) ++id;
  if (scene.find(id)) return id;
  Element scroller;
  scroller.id = id;
  scroller.area = area.key;
  scroller.role = ui::Role::group;
  scroller.bounds = scroller.box.rect = area.bounds;
  const bool both_ways = area.content.width > area.bounds.width - area.bands.left + same_place;
  scroller.content = {both_ways ? area.content.width + area.bands.left : 0,
                      area.content.height + area.bands.top};
  scroller.bands = area.bands;
  scroller.offset = area.offset;
  // The app draws what it scrolls on whole points.
  scroller.origin = {area.bounds.x - std::round(area.offset.x), area.bounds.y - std::round(area.offset.y)};
  scene.add(std::move(scroller), parent);
  return id;
}

MirrorBatch::Scene MirrorBatch::scene_of(const ui::Tree& tree) {
  Scene scene;
  scene.title = tree.title;
  scene.language = tree.language;
  scene.elements.reserve(tree.nodes.size() + tree.areas.size());
  scene.index.reserve(tree.nodes.size() + tree.areas.size());

  struct Open {
    std::size_t depth = 0;
    ui::NodeId id = 0;
    std::uint32_t area = 0;  // in which the node is scrolled
  };
  std::vector<Open> open(1);  // the root, then the ancestors of the node at hand

  for (const ui::Node& node : tree.nodes) {
    while (open.size() > 1 && open.back().depth >= node.depth) open.pop_back();
    const Open& above = open.back();
    ui::NodeId parent = above.id;
    if (node.scroller != above.area)
      if (const auto area = std::ranges::find(tree.areas, node.scroller, &ui::ScrollArea::key);
          area != tree.areas.end())
        parent = scroller_in(scene, tree, *area, parent);

    Element element;
    element.id = node.id;
    element.role = node.role;
    element.level = node.level;
    element.linked = !node.href.empty() && (node.role == ui::Role::link || node.role == ui::Role::tab);
    element.pressable = node.pressable;
    element.bounds = element.box.rect = node.bounds;
    element.origin = {node.bounds.x, node.bounds.y};
    element.box.size_px = node.size_px;
    element.box.line_height_px = node.line_height_px;
    element.box.type = type_of(node);
    element.box.padding = padding_of(node);
    element.state = bits(node.state);
    element.position = node.position;
    element.set_size = node.set_size;
    element.cells = node.cells;
    element.named_cell = ui::is_cell(node.role) && !node.name.empty();
    element.value = node.value;
    if (element.linked) element.href = node.href;
    element.hint = node.hint;
    element.language = node.language;
    const Naming naming = naming_of(node.role);
    if (node.look == ui::Look::in_text) {
      element.box = {};
      element.box.type = MirrorType::running;
      element.begins_at = node.begins_at;
    }
    if (naming == Naming::content || (element.box.type & MirrorType::running) != 0 ||
        (naming == Naming::either && !node.text.empty())) {
      element.text = node.shown.empty() ? node.name : node.shown;
      if (element.text != node.name) element.label = node.name;
    } else {
      element.label = node.name;
    }
    if (node.state.focused) scene.focused = node.id;
    scene.add(std::move(element), parent);
    open.push_back({node.depth, node.id, node.scroller});
  }

  divide_texts(scene);
  for (Element& element : scene.elements) {
    const bool runs = (element.box.type & MirrorType::running) != 0;
    if (const Element* parent = runs ? nullptr : scene.find(element.parent)) {
      element.box.rect.x -= parent->origin.x;
      element.box.rect.y -= parent->origin.y;
    }
    // A label names those that hold further nodes: their content is all of it. What is in a text are links
    // among its words.
    if (element.children > 0 && !element.text.empty() && element.role != ui::Role::text) {
      if (element.label.empty()) element.label = element.text;
      element.text.clear();
    }
  }
  cover(scene);
  rove(scene);
  rove_grids(scene);
  close_off(scene);
  return scene;
}

// Links run among the words of the text that they are in: it has what stands before the first of them, and
// each of them what stands behind it.
void MirrorBatch::divide_texts(Scene& scene) {
  std::unordered_map<ui::NodeId, std::pair<Element*, std::string>> last;  // by parent, and the whole text
  for (Element& element : scene.elements) {
    Element* parent = (element.box.type & MirrorType::running) != 0 ? scene.find(element.parent) : nullptr;
    if (!parent) continue;
    const auto [entry, is_first] = last.try_emplace(parent->id, parent, parent->text);
    auto& [before, whole] = entry->second;
    const std::size_t from = is_first ? 0 : before->begins_at + before->text.size();
    const std::size_t to = std::clamp<std::size_t>(element.begins_at, from, whole.size());
    (is_first ? parent->text : before->tail) = whole.substr(from, to - from);
    before = &element;
  }
  for (const auto& [parent, entry] : last) {
    const auto& [element, whole] = entry;
    element->tail = whole.substr(std::min(whole.size(), element->begins_at + element->text.size()));
  }
}

// The lines of a card lie on the card's link; a finger on them means the card.
void MirrorBatch::cover(Scene& scene) {
  constexpr std::size_t most_lines = 16;  // of one card: no need to look further back
  for (std::size_t i = 0; i < scene.elements.size(); ++i) {
    Element& element = scene.elements[i];
    if (element.pressable || element.area != 0 || element.children > 0) continue;
    for (std::size_t back = 1; back <= std::min(i, most_lines); ++back) {
      const Element& before = scene.elements[i - back];
      if (!before.pressable || !holds(before.bounds, element.bounds)) continue;
      element.state |= MirrorState::covered;
      break;
    }
  }
}

// The Tab key stops once at a group of tabs or radios, at the chosen one or else
// the first; arrows walk among them.
void MirrorBatch::rove(Scene& scene) {
  std::unordered_map<ui::NodeId, ui::NodeId> stops;  // by group
  const auto roves = [](const Element& element) {
    return element.role == ui::Role::tab || element.role == ui::Role::radio;
  };
  for (const Element& element : scene.elements) {
    if (!roves(element)) continue;
    if ((element.state & (MirrorState::selected | MirrorState::checked)) != 0)
      stops[element.parent] = element.id;
    else
      stops.try_emplace(element.parent, element.id);
  }
  for (Element& element : scene.elements)
    if (roves(element) && stops[element.parent] != element.id) element.state |= MirrorState::aside;
}

// The same in a grid: Tab stops in one cell, at what has the focus there and at what else can have it; else
// in the first.
void MirrorBatch::rove_grids(Scene& scene) {
  struct Place {
    ui::NodeId grid = 0;
    ui::NodeId cell = 0;
  };
  std::unordered_map<ui::NodeId, ui::NodeId> stops;  // by grid, the cell
  const auto place_of = [&](const Element& element) -> Place {
    Place place{0, element.named_cell ? element.id : 0};
    if (!element.named_cell && !element.pressable) return {};
    for (const Element* above = scene.find(element.parent); above; above = scene.find(above->parent)) {
      if (place.cell == 0 && ui::is_cell(above->role)) place.cell = above->id;
      if (above->role == ui::Role::grid) return place.cell != 0 ? Place{above->id, place.cell} : Place{};
    }
    return {};
  };
  if (std::ranges::find(scene.elements, ui::Role::grid, &Element::role) == scene.elements.end()) return;
  for (const Element& element : scene.elements)
    if (const Place place = place_of(element); place.grid != 0) {
      if (element.id == scene.focused)
        stops[place.grid] = place.cell;
      else
        stops.try_emplace(place.grid, place.cell);
    }
  for (Element& element : scene.elements)
    if (const Place place = place_of(element); place.grid != 0) {
      if (stops[place.grid] != place.cell)
        element.state |= MirrorState::aside;
      else if (element.named_cell)
        element.state |= MirrorState::stop;
    }
}

// What is not in the dialog that lies over the page cannot be reached.
void MirrorBatch::close_off(Scene& scene) {
  const Element* dialog = nullptr;  // the last, where one lies over another
  for (const Element& element : scene.elements)
    if (element.role == ui::Role::dialog) dialog = &element;
  if (!dialog) return;
  std::vector<ui::NodeId> open{dialog->id};  // the dialog, its ancestors, and the mirror
  for (ui::NodeId id = dialog->parent; id != 0; id = scene.find(id)->parent) open.push_back(id);
  open.push_back(0);
  const auto is_open = [&](ui::NodeId id) { return std::ranges::find(open, id) != open.end(); };
  for (Element& element : scene.elements)
    if (element.parent != dialog->id && is_open(element.parent) && !is_open(element.id))
      element.state |= MirrorState::inert;
}

// Keeps what hardly differs as it is shown, so that it is not written anew.
void MirrorBatch::steady(Scene& next) const {
  const auto keep = [](float& now, float before) {
    if (near(now, before)) now = before;
  };
  for (Element& element : next.elements) {
    const Element* before = keeps_element(next, element.id) ? shown_.find(element.id) : nullptr;
    if (!before) continue;
    Box& now = element.box;
    const Box& old = before->box;
    keep(now.rect.x, old.rect.x);
    keep(now.rect.y, old.rect.y);
    keep(now.rect.width, old.rect.width);
    keep(now.rect.height, old.rect.height);
    keep(now.padding.top, old.padding.top);
    keep(now.padding.right, old.padding.right);
    keep(now.padding.bottom, old.padding.bottom);
    keep(now.padding.left, old.padding.left);
    keep(element.content.width, before->content.width);
    keep(element.content.height, before->content.height);
    // Browsers round, some to whole points.
    if (std::abs(element.offset.x - before->offset.x) < 1) element.offset.x = before->offset.x;
    if (std::abs(element.offset.y - before->offset.y) < 1) element.offset.y = before->offset.y;
  }
}

std::uint32_t MirrorBatch::scrolled(ui::NodeId id, ui::Point offset) {
  Element* scroller = shown_.find(id);
  if (!scroller) return 0;
  scroller->offset = offset;
  return scroller->area;
}

bool MirrorBatch::keeps_element(const Scene& next, ui::NodeId id) const {
  const Element* before = shown_.find(id);
  const Element* now = next.find(id);
  return before && now && before->same_kind(*now);
}

std::span<const std::byte> MirrorBatch::update(const ui::Tree& tree) {
  batch_.clear();
  Scene next = scene_of(tree);
  steady(next);

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
    put_byte(element.area != 0 ? no_role : std::to_underlying(element.role));
    put_byte(element.level);
    put_byte(element.linked ? 1 : 0);
  }
  for (const Element& element : next.elements)
    write_content(element, keeps_element(next, element.id) ? shown_.find(element.id) : nullptr);
  write_order(next);
  for (const Element& element : shown_.elements)
    if (!next.find(element.id)) step(MirrorStep::remove, element.id);

  // Only now, because before it had no room to scroll in.
  for (const Element& element : next.elements) {
    if (element.area == 0) continue;
    const Element* before = keeps_element(next, element.id) ? shown_.find(element.id) : nullptr;
    if (element.offset == (before ? before->offset : ui::Point{})) continue;
    step(MirrorStep::scroll, element.id);
    put(element.offset.x);
    put(element.offset.y);
  }
  if (next.focused != shown_.focused && next.focused != 0) step(MirrorStep::focus, next.focused);

  shown_ = std::move(next);
  return batch_;
}

void MirrorBatch::write_content(const Element& now, const Element* before) {
  static const Element fresh;
  if (!before) before = &fresh;

  if (now.box != before->box || before == &fresh) {
    const auto& [rect, size_px, line_height_px, type, padding] = now.box;
    step(MirrorStep::box, now.id);
    for (const float number : {rect.x, rect.y, rect.width, rect.height, size_px, line_height_px}) put(number);
    put_byte(type);
    for (const float number : {padding.top, padding.right, padding.bottom, padding.left}) put(number);
  }
  if (now.content != before->content || now.bands != before->bands) {
    step(MirrorStep::content, now.id);
    for (const float number : {now.content.width, now.content.height, now.bands.left, now.bands.top})
      put(number);
  }
  if (now.area == 0 && (now.state != before->state || before == &fresh)) {
    step(MirrorStep::state, now.id);
    put_byte(static_cast<std::uint8_t>(now.state));
    put_byte(static_cast<std::uint8_t>(now.state >> 8));
  }

  if (now.position != before->position || now.set_size != before->set_size) {
    step(MirrorStep::set, now.id);
    put(now.position);
    put(now.set_size);
  }
  if (now.cells != before->cells) {
    step(MirrorStep::cells, now.id);
    for (const std::uint32_t number : {now.cells.row, now.cells.column, now.cells.rows, now.cells.columns})
      put(number);
  }

  const auto write = [&](MirrorStep kind, const std::string& text, const std::string& old) {
    if (text == old) return;
    step(kind, now.id);
    put(text);
  };
  write(MirrorStep::text, now.text, before->text);
  write(MirrorStep::tail, now.tail, before->tail);
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
