// A grid: cells in rows, with heads, among which the arrow keys lead. For what has two directions, such as
// rooms over time; a list is rows() of the frame. Says how it is built, and draws cells; where they are
// is for the screen to say, most often inside Frame::panning with its heads in bands.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ui/frame.h"

namespace ui {

struct Grid {
  std::string_view name = {};
  std::uint32_t rows = 1;  // in the whole, heads included, whether they are described in this frame or not
  std::uint32_t columns = 1;
};

struct GridCell {
  Role role = Role::grid_cell;  // or column_header, or row_header
  std::uint32_t column = 1;     // from 1 on, heads included
  std::uint32_t rows = 1;       // how many it covers
  std::uint32_t columns = 1;
  std::string_view text = {};
  std::string_view second = {};      // a quieter line above it; may be empty
  std::string_view href = {};        // where it leads; empty when it only says something
  std::optional<Color> stripe = {};  // at its left edge
  bool selected = false;             // it is what the detail beside the grid shows
};

// What follows is in the grid; then in that row of it, counted from 1 on.
Frame::Scope grid(Frame& f, const Grid& grid);
Frame::Scope grid_row(Frame& f, std::uint32_t row);

// A cell of the row that is open, drawn at `rect` on the window.
Response grid_cell(Frame& f, const GridCell& cell, const Rect& rect);

// Inside of a grid: the cell that has the focus, and the one that is about to get it. A screen that
// describes only what is in view describes these two as well.
struct GridFocus {
  std::optional<Cells> now;
  std::optional<Cells> next;

  // Whether one of them lies in the cell that begins there and covers so many rows and columns.
  bool is_at(std::uint32_t row, std::uint32_t column, std::uint32_t rows = 1,
             std::uint32_t columns = 1) const {
    const auto at = [&](const std::optional<Cells>& cell) {
      return cell && cell->row >= row && cell->row < row + rows && cell->column >= column &&
             cell->column < column + columns;
    };
    return at(now) || at(next);
  }
};

GridFocus grid_focus(Frame& f);

// Inside of a grid: in this frame it describes the next cells above, below and at both sides of the one that
// has the focus, whether they are in view or not. Then arrows lead there at once, however far it is.
void tell_neighbours(Frame& f);

}  // namespace ui
