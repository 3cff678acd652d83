// What of a page goes onto paper: headings, words, rows of sessions, a grid, a code. Inside paper/ only.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "ui/semantics.h"

namespace paper {

struct Heading {
  int level = 1;
  std::string text;
};

struct Words {
  std::string text;
  bool quiet = false;
  bool bold = false;
  bool boxed = false;  // a notice: with a line at its left
};

// A session, or whatever else is an item of a list. Never split.
struct Row {
  std::string time;  // at the left; empty where it is that of the row above
  std::string title;
  bool struck = false;             // it does not take place
  std::vector<std::string> tags;   // before the lines below the title
  std::vector<std::string> lines;  // quieter
  ui::Color color{0, 0, 0, 0};     // of the bar at its left; transparent: none
  std::string mark;                // before its title: a star
};

// A cell of a grid, or a head of a column or a row, where it stands on the window.
struct Cell {
  ui::Role role = ui::Role::grid_cell;
  ui::Rect bounds;
  std::string text;
  std::string second;
  ui::Color color{0, 0, 0, 0};
};

struct Table {
  std::string name;  // what it is of: the day
  std::vector<Cell> cells;
};

struct Code {
  std::string text;
};

using Block = std::variant<Heading, Words, Row, Table, Code>;

// In the order of reading. What only a screen can answer is left out: navigation, buttons, fields.
std::vector<Block> blocks_of(const ui::Tree& tree);

}  // namespace paper
