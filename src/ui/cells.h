// The keyboard among the cells of a grid: which cell comes next, and the one stop that Tab makes in a grid.
// Internal to ui/.
#pragma once

#include <vector>

#include "ui/input.h"
#include "ui/kit.h"

namespace ui {

// Moves the focus from the cell that has it, as arrows, Home, End, Page Up and Page Down do in a grid. A
// cell that is not in the tree is waited for: see grid_focus in ui/widgets/grid.h. False when no cell has
// the focus, or the key means nothing there.
bool move_among_cells(Kit::State& s, const KeyEvent& event);

// After a frame: the cell that was waited for gets the focus when it is there, or else what is nearest.
void settle_cell(Kit::State& s);

// `stops` without the cells that arrows lead to: of each grid one is left, with all that is in it.
void leave_one_cell(const Kit::State& s, std::vector<const Node*>& stops);

}  // namespace ui
