#include "ui/widgets/grid.h"

#include <algorithm>
#include <string>

#include "ui/kit_state.h"

namespace ui {
namespace {

Node& open_node(Kit::State& s) { return s.tree.nodes[s.layout.open_nodes.back().index]; }

// As many lines of the text as there is room for, from `top` on. Answers where they end.
float draw_lines(Kit::State& s, std::string_view text, const TypeStyle& type, Color ink, const Rect& room) {
  if (text.empty()) return room.y;
  Paragraph lines = s.lay_out(text, type, room.width);
  const auto most = static_cast<std::size_t>(std::max(1.F, room.height / type.line_height_px));
  if (lines.lines.size() > most) lines.lines.resize(most);
  s.draw_paragraph(text, lines, {room.x, room.y}, type, ink);
  return room.y + type.line_height_px * static_cast<float>(lines.lines.size());
}

}  // namespace

Frame::Scope grid(Frame& f, const Grid& grid) {
  Frame::Scope scope = f.node(Role::grid, grid.name, "grid");
  open_node(f.kit()).cells = {0, 0, grid.rows, grid.columns};
  return scope;
}

Frame::Scope grid_row(Frame& f, std::uint32_t row) {
  Frame::Scope scope = f.node(Role::row, {}, "row " + std::to_string(row));
  open_node(f.kit()).cells = {row, 0, 1, 0};
  return scope;
}

Response grid_cell(Frame& f, const GridCell& cell, const Rect& rect) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const GridMeasures& measure = s.current_style->grid;
  const bool head = cell.role != Role::grid_cell;
  const TypeStyle& type = head ? s.type.segment : s.type.fact_second;
  const Rect inner{rect.x + measure.stripe + measure.padding, rect.y + measure.padding,
                   rect.width - measure.stripe - 2 * measure.padding, rect.height - 2 * measure.padding};
  const std::uint32_t row = open_node(s).cells.row;

  // A cell that leads somewhere holds a link; one that does not is what the focus comes to.
  const std::string key = "column " + std::to_string(cell.column);
  Node& place = s.open_node(cell.role, cell.href.empty() ? cell.text : std::string_view{}, key, &rect);
  place.cells = {row, cell.column, cell.rows, cell.columns};
  Response response;
  if (cell.href.empty()) {
    response = {.id = place.id, .focused = place.state.focused && s.focus.visible};
    set_text(place, type, inner);
  } else {
    Node& link = s.describe(Role::link, rect, cell.text, cell.href);
    link.state.current = cell.selected;
    link.look = Look::cell;
    if (cell.stripe) link.color = *cell.stripe;
    response = s.press(link, cell.href);
    set_text(link, type, inner);
  }
  if (s.visible(rect)) {
    Color ground = cell.selected ? palette.tint : palette.surface;
    if (response.touched()) ground = palette.sunken;
    s.painter.fill(rect, ground);
    s.painter.stroke(rect, cell.selected ? palette.accent : palette.line, measure.line);
    if (cell.stripe) s.painter.fill({rect.x, rect.y, measure.stripe, rect.height}, *cell.stripe);
    const float top = draw_lines(s, cell.second, s.type.navigation, palette.text_second, inner);
    draw_lines(s, cell.text, type, palette.text, {inner.x, top, inner.width, inner.bottom() - top});
  }
  if (!cell.second.empty()) {
    const Rect words{inner.x, inner.y, inner.width, s.type.navigation.line_height_px};
    Node& second = s.describe(Role::text, words, cell.second);
    second.look = Look::secondary;
    set_text(second, s.type.navigation, words);
  }
  s.close_node();
  s.draw_focus_ring(response, rect.inset(measure.ring), 0);
  return response;
}

namespace {

// The innermost grid that is open; null when none is.
const Node* open_grid(const Kit::State& s) {
  for (auto open = s.layout.open_nodes.rbegin(); open != s.layout.open_nodes.rend(); ++open)
    if (s.tree.nodes[open->index].role == Role::grid) return &s.tree.nodes[open->index];
  return nullptr;
}

}  // namespace

void tell_neighbours(Frame& f) {
  Kit::State& s = f.kit();
  s.focus.told.reset();
  if (const Node* grid = open_grid(s); grid != nullptr && s.focus.cell && s.focus.cell->first == grid->id)
    s.focus.told = s.focus.cell;
}

GridFocus grid_focus(Frame& f) {
  Kit::State& s = f.kit();
  GridFocus result;
  const Node* grid = open_grid(s);
  if (grid == nullptr) return result;
  if (s.focus.cell && s.focus.cell->first == grid->id) result.now = s.focus.cell->second;
  if (s.focus.cell_wanted && s.focus.cell_wanted->first == grid->id)
    result.next = s.focus.cell_wanted->second;
  return result;
}

}  // namespace ui
