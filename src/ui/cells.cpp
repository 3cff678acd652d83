#include "ui/cells.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>

#include "ui/kit_state.h"

namespace ui {
namespace {

// A cell with what has the focus in it: itself, or the first thing in it that can.
struct Cell {
  const Node* node = nullptr;
  const Node* stop = nullptr;

  std::uint32_t row() const { return node->cells.row; }
  std::uint32_t column() const { return node->cells.column; }
  std::uint32_t last_row() const { return row() + std::max(1U, node->cells.rows) - 1; }
  std::uint32_t last_column() const { return column() + std::max(1U, node->cells.columns) - 1; }
  bool shares_row_with(const Cell& other) const {
    return row() <= other.last_row() && other.row() <= last_row();
  }
  bool shares_column_with(const Cell& other) const {
    return column() <= other.last_column() && other.column() <= last_column();
  }
};

// The grid that the node is in, the innermost; nullptr when it is in none.
const Node* grid_around(const Kit::State& s, const Node& node) {
  std::size_t at = static_cast<std::size_t>(&node - s.tree.nodes.data());
  for (std::uint16_t depth = node.depth; depth > 0 && at-- > 0;) {
    const Node& before = s.tree.nodes[at];
    if (before.depth >= depth) continue;
    if (before.role == Role::grid) return &before;
    depth = before.depth;
  }
  return nullptr;
}

std::vector<Cell> cells_of(const Kit::State& s, const Node& grid) {
  std::vector<Cell> cells;
  for (std::size_t i = static_cast<std::size_t>(&grid - s.tree.nodes.data()) + 1;
       i < s.tree.nodes.size() && s.tree.nodes[i].depth > grid.depth; ++i) {
    const Node& node = s.tree.nodes[i];
    if (is_cell(node.role)) cells.push_back({&node, nullptr});
    if (cells.empty() || cells.back().stop != nullptr || !s.can_have_focus(node)) continue;
    if (&node == cells.back().node || node.depth > cells.back().node->depth) cells.back().stop = &node;
  }
  std::erase_if(cells, [](const Cell& cell) { return cell.stop == nullptr; });
  return cells;
}

// Behind the last node in that cell.
const Node* end_of(const Kit::State& s, const Cell& cell) {
  const Node* const end = s.tree.nodes.data() + s.tree.nodes.size();
  // What stands in it ends where something begins that is no deeper.
  return std::find_if(cell.node + 1, end, [&](const Node& node) { return node.depth <= cell.node->depth; });
}

// Whether it is the cell, or something in it.
bool holds(const Kit::State& s, const Cell& cell, NodeId id) {
  return id != 0 && std::any_of(cell.node, end_of(s, cell), [&](const Node& node) { return node.id == id; });
}

std::vector<Cell>::const_iterator cell_with(const Kit::State& s, const std::vector<Cell>& cells, NodeId id) {
  return std::ranges::find_if(cells, [&](const Cell& cell) { return holds(s, cell, id); });
}

// The cell for which `cost` is least, of those where it is not infinite.
template <class Cost>
const Cell* best(const std::vector<Cell>& cells, Cost cost) {
  const Cell* found = nullptr;
  double least = std::numeric_limits<double>::infinity();
  for (const Cell& cell : cells)
    if (const double of = cost(cell); of < least) {
      least = of;
      found = &cell;
    }
  return found;
}

constexpr double never = std::numeric_limits<double>::infinity();

// More rows than any grid has columns.
constexpr double line = 1e6;

double apart(std::uint32_t a, std::uint32_t b) { return std::abs(static_cast<double>(a) - b); }

const Cell* above(const std::vector<Cell>& cells, const Cell& here) {
  return best(cells, [&](const Cell& cell) {
    if (cell.last_row() >= here.row() || !cell.shares_column_with(here)) return never;
    return (here.row() - cell.last_row()) * line + apart(cell.column(), here.column());
  });
}

const Cell* below(const std::vector<Cell>& cells, const Cell& here) {
  return best(cells, [&](const Cell& cell) {
    if (cell.row() <= here.last_row() || !cell.shares_column_with(here)) return never;
    return (cell.row() - here.last_row()) * line + apart(cell.column(), here.column());
  });
}

const Cell* before(const std::vector<Cell>& cells, const Cell& here) {
  return best(cells, [&](const Cell& cell) {
    if (cell.last_column() >= here.column() || !cell.shares_row_with(here)) return never;
    return (here.column() - cell.last_column()) * line + apart(cell.row(), here.row());
  });
}

const Cell* behind(const std::vector<Cell>& cells, const Cell& here) {
  return best(cells, [&](const Cell& cell) {
    if (cell.column() <= here.last_column() || !cell.shares_row_with(here)) return never;
    return (cell.column() - here.last_column()) * line + apart(cell.row(), here.row());
  });
}

// The furthest below or above that is no more than a view away, or the next one.
const Cell* a_page_on(const Kit::State& s, const std::vector<Cell>& cells, const Cell& here, bool down) {
  const auto area = s.areas.find(here.node->scroller);
  const float page =
      area == s.areas.end() ? 0 : area->second.viewport.view().height - here.node->bounds.height;
  const Cell* far = best(cells, [&](const Cell& cell) {
    const float away = cell.node->bounds.y - here.node->bounds.y;
    const bool beyond = down ? cell.row() > here.last_row() : cell.last_row() < here.row();
    if (!beyond || !cell.shares_column_with(here) || std::abs(away) > page) return never;
    return -static_cast<double>(std::abs(away)) * line + apart(cell.column(), here.column());
  });
  if (far != nullptr) return far;
  return down ? below(cells, here) : above(cells, here);
}

const Cell* nearest(const std::vector<Cell>& cells, const Cells& wanted) {
  const auto outside = [](std::uint32_t at, std::uint32_t first, std::uint32_t last) {
    return at < first ? apart(first, at) : at > last ? apart(at, last) : 0.0;
  };
  return best(cells, [&](const Cell& cell) {
    return outside(wanted.row, cell.row(), cell.last_row()) * line +
           outside(wanted.column, cell.column(), cell.last_column());
  });
}

void focus_cell(Kit::State& s, const Node& grid, const Cell& cell) {
  if (s.focus.node != cell.stop->id) s.focus.moved = true;
  s.focus.node = cell.stop->id;
  s.focus.visible = true;
  s.focus.cell = {grid.id, cell.node->cells};
  s.bring_into_view(*cell.node);
}

// One step of an arrow from a cell. What is wanted says only where the next cell would be; it has no extent,
// as that of Home and End has, which is a place.
struct Step {
  const Cell* next = nullptr;
  bool settled = false;  // there is no cell between that is only not in the tree
};

bool is_step(const Cells& wanted) { return wanted.rows == 0; }

// `told`: what is next to it is in the tree, wherever that is.
Step step_to(const std::vector<Cell>& cells, const Cell& here, const Cells& wanted, const Cells& grid,
             bool told) {
  if (wanted.row > here.last_row()) {
    const Cell* next = below(cells, here);
    return {next, told || wanted.row >= grid.rows || (next != nullptr && next->row() <= wanted.row)};
  }
  if (wanted.row < here.row()) {
    const Cell* next = above(cells, here);
    return {next, told || wanted.row <= 1 || (next != nullptr && next->last_row() >= wanted.row)};
  }
  if (wanted.column > here.last_column()) {
    const Cell* next = behind(cells, here);
    return {next,
            told || wanted.column >= grid.columns || (next != nullptr && next->column() <= wanted.column)};
  }
  const Cell* next = before(cells, here);
  return {next, told || wanted.column <= 1 || (next != nullptr && next->last_column() >= wanted.column)};
}

// The grid has described what is next to that cell.
bool is_told(const Kit::State& s, const Node& grid, const Cell& here) {
  return s.focus.told && *s.focus.told == std::pair(grid.id, here.node->cells);
}

// The next place in the same direction.
Cells further(Cells wanted, const Cell& here) {
  if (wanted.row > here.last_row())
    ++wanted.row;
  else if (wanted.row < here.row())
    --wanted.row;
  else if (wanted.column > here.last_column())
    ++wanted.column;
  else
    --wanted.column;
  return wanted;
}

}  // namespace

bool move_among_cells(Kit::State& s, const KeyEvent& event) {
  const Node* focused = s.node_of(s.focus.node);
  const Node* grid = focused == nullptr ? nullptr : grid_around(s, *focused);
  if (grid == nullptr) return false;
  const std::vector<Cell> cells = cells_of(s, *grid);
  const auto at = cell_with(s, cells, focused->id);
  if (at == cells.end()) return false;
  const Cell& here = *at;
  const std::uint32_t rows = std::max(1U, grid->cells.rows);
  const std::uint32_t columns = std::max(1U, grid->cells.columns);
  // At once where the next cell is in the tree, else when it is.
  const auto go = [&](bool possible, std::uint32_t row, std::uint32_t column) {
    if (!possible) return true;
    const Cells wanted{row, column, 0, 0};
    const Step step = step_to(cells, here, wanted, grid->cells, is_told(s, *grid, here));
    s.focus.cell_wanted.reset();
    if (step.settled && step.next != nullptr)
      focus_cell(s, *grid, *step.next);
    else
      s.focus.cell_wanted = {grid->id, wanted};
    return true;
  };
  switch (event.key) {
    case KeyName::up: return go(here.row() > 1, here.row() - 1, here.column());
    case KeyName::down: return go(here.last_row() < rows, here.last_row() + 1, here.column());
    case KeyName::left: return go(here.column() > 1, here.row(), here.column() - 1);
    case KeyName::right: return go(here.last_column() < columns, here.row(), here.last_column() + 1);
    case KeyName::page_up:
    case KeyName::page_down:
      if (const Cell* next = a_page_on(s, cells, here, event.key == KeyName::page_down))
        focus_cell(s, *grid, *next);
      return true;
    case KeyName::home:
    case KeyName::end: {
      const bool end = event.key == KeyName::end;
      const std::uint32_t row = !event.control ? here.row() : end ? rows : 1;
      s.focus.cell_wanted = {grid->id, Cells{row, end ? columns : 1, 1, 1}};
      return true;
    }
    default: return false;
  }
}

void settle_cell(Kit::State& s) {
  if (s.focus.cell_wanted) {
    const auto [id, wanted] = *s.focus.cell_wanted;
    s.focus.cell_wanted.reset();
    const Node* grid = s.node_of(id);
    const std::vector<Cell> cells = grid == nullptr ? std::vector<Cell>{} : cells_of(s, *grid);
    const auto here = cell_with(s, cells, s.focus.node);
    if (!is_step(wanted)) {
      if (const Cell* cell = nearest(cells, wanted)) focus_cell(s, *grid, *cell);
    } else if (here != cells.end()) {
      // What was waited for is in this frame, or it does not exist: then one further on may.
      const Step step = step_to(cells, *here, wanted, grid->cells, is_told(s, *grid, *here));
      if (!step.settled)
        s.focus.cell_wanted = {id, further(wanted, *here)};
      else if (step.next != nullptr)
        focus_cell(s, *grid, *step.next);
    }
    s.frames_owed = std::max(s.frames_owed, 1);
  }
  s.focus.cell.reset();
  const Node* focused = s.node_of(s.focus.node);
  const Node* grid = focused == nullptr ? nullptr : grid_around(s, *focused);
  if (grid == nullptr) return;
  s.focus.grid_stop = focused->id;
  for (const Cell& cell : cells_of(s, *grid))
    if (holds(s, cell, focused->id)) s.focus.cell = {grid->id, cell.node->cells};
}

void leave_one_cell(const Kit::State& s, std::vector<const Node*>& stops) {
  for (const Node& grid : s.tree.nodes) {
    if (grid.role != Role::grid) continue;
    const std::vector<Cell> all = cells_of(s, grid);
    auto kept = cell_with(s, all, s.focus.node);
    if (kept == all.end()) kept = cell_with(s, all, s.focus.grid_stop);
    if (kept == all.end()) kept = all.begin();
    for (auto cell = all.begin(); cell != all.end(); ++cell)
      if (cell != kept)
        std::erase_if(stops, [&, last = end_of(s, *cell)](const Node* stop) {
          return stop >= cell->node && stop < last;
        });
  }
}

}  // namespace ui
