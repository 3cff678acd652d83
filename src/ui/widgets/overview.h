// What the home page gives an overview with: figures, days, tiles and stops.
#pragma once

#include <span>
#include <string_view>

#include "ui/frame.h"

namespace ui {

// A number and what it counts.
struct Figure {
  std::string_view number;
  std::string_view label;
};

// A day and what it is about.
struct DateRow {
  std::string_view weekday;
  std::string_view day;
  std::string_view spoken;  // the whole date
  std::string_view title;
  std::string_view second = {};  // a quieter line; may be empty
  std::string_view href;
};

// A link on a coloured ground.
struct Tile {
  std::string_view over = {};  // a small line above the title; may be empty
  std::string_view title;
  std::string_view href;
  Color color;  // made darker where white could not be read on it
};

// A place on a way.
struct Stop {
  std::string_view mark = {};  // one or two letters or figures
  std::string_view title;
  std::string_view second = {};
  std::string_view href = {};  // may be empty
  bool goal = false;           // where the way leads: a star instead of the mark
};

// Numbers side by side on a card of their own.
void figures(Frame& f, std::string_view name, std::span<const Figure> figures);
// The days one below the other on a card.
void date_rows(Frame& f, std::string_view name, std::span<const DateRow> rows);
// In so many columns, all of one height. No word is cut: where one is too long its tiles are set in smaller
// type, and where that is not enough in half as many columns.
void tiles(Frame& f, std::string_view name, std::span<const Tile> tiles, int most_columns);
// On a card: one beside the other where there is room for all, else one below the other.
void stops(Frame& f, std::string_view name, std::span<const Stop> stops);

}  // namespace ui
