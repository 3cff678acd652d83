// Where everything in a grid of rooms over time stands: which hours are how high, which columns how wide,
// what is in sight of it all, and what lies beside a cell. Made once for what a grid shows; it draws nothing
// and knows no frame.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "ui/geometry.h"
#include "ui/semantics.h"

namespace ui {

// Times are minutes on a clock of the grid's own.
struct TimeCell {
  std::uint32_t column = 0;  // from 0
  int from = 0;
  int to = 0;     // behind `from`: until where it is drawn
  int lane = 0;   // from 0, of those side by side; two in one lane of a column never overlap
  int lanes = 1;  // how many share the column there
  int width = 1;  // how many of these it covers
};

// Across all columns, behind the cells.
struct TimeBand {
  int from = 0;
  int to = 0;
};

// In points.
struct TimePlanMeasures {
  float hour = 96;     // high
  float idle = 28;     // high: hours in which nothing takes place
  float column = 145;  // wide
  float lane = 97;     // wide, of several side by side
};

class TimePlan {
 public:
  // A stretch of the axis: an hour, or some in which nothing takes place.
  struct Stretch {
    int from = 0;
    int to = 0;
    float y = 0;
    float height = 0;
  };

  // One of the things that stand in the grid, beside the heads of its columns.
  struct Item {
    enum class Kind : std::uint8_t { stretch, band, cell };
    Kind kind = Kind::cell;
    std::uint32_t index = 0;  // among its kind
    bool operator==(const Item&) const = default;
  };

  TimePlan() = default;
  TimePlan(std::uint32_t columns, std::vector<TimeCell> cells, std::vector<TimeBand> bands,
           const TimePlanMeasures& measures);

  std::uint32_t column_count() const { return static_cast<std::uint32_t>(lanes_.size()) - 1; }
  const std::vector<TimeCell>& cells() const { return cells_; }
  const std::vector<TimeBand>& bands() const { return bands_; }
  const std::vector<Stretch>& stretches() const { return stretches_; }

  // Of the whole, from its corner; places below are from there too.
  Size size() const;
  float y_of(int minute) const;
  Rect column(std::uint32_t column) const;
  Rect rect_of(const Item& item) const;

  // For those who listen: a row for each time at which something begins, a column for each lane, heads
  // included.
  std::uint32_t rows() const { return static_cast<std::uint32_t>(marks_.size()) + 1; }
  std::uint32_t columns() const { return lanes_.back() + 1; }
  Cells head_of(std::uint32_t column) const;
  Cells cells_of(const Item& item) const;

  // The columns in sight, from the first to behind the last.
  std::pair<std::uint32_t, std::uint32_t> columns_in(float left, float right) const;
  // What is in sight, row by row.
  std::vector<Item> seen(const Rect& view) const;

  // Of the columns from `first` to behind `last` the most beside each other in which no cell lies over that
  // band; none where one does in each.
  std::pair<std::uint32_t, std::uint32_t> free_columns(std::uint32_t band, std::uint32_t first,
                                                       std::uint32_t last) const;

  // The column whose head that is, or what stands there; nothing where nothing does.
  std::optional<std::uint32_t> head_at(const Cells& place) const;
  std::optional<Item> item_at(const Cells& place) const;
  // The next things above, below and at both sides of that place, where there are some, and the outermost of
  // its row.
  std::vector<Item> around(const Cells& place) const;
  // Row by row, each once.
  void put_in_order(std::vector<Item>& items) const;

 private:
  std::uint32_t row_of(int minute) const;  // of the grid, of the last mark at that minute or before it
  std::uint32_t column_at(std::uint32_t lane) const;  // `lane`: a column of the grid, heads included
  void lay_out_stretches(const TimePlanMeasures& measures);

  std::vector<TimeCell> cells_;  // by column, then by start
  std::vector<TimeBand> bands_;  // in order
  std::vector<Stretch> stretches_;
  std::vector<std::uint32_t> first_cell_;  // of each column, and of one behind the last
  std::vector<int> latest_end_;            // of all in its column up to that cell
  std::vector<std::uint32_t> lanes_{0};    // before each column, and before one behind the last
  std::vector<float> left_{0};             // the same in points
  std::vector<int> marks_;                 // the minutes at which rows begin
};

}  // namespace ui
