// Rows in the order of time, of which those that begin at the same time show it once.
#pragma once

#include <cstddef>
#include <functional>

#include "model/time.h"

namespace screens {

struct RowTimes {
  std::size_t count = 0;
  std::function<model::Instant(std::size_t)> starts_at;
  std::function<bool(std::size_t)> is_past;

  bool begin_together(std::size_t one, std::size_t other) const {
    return one < count && other < count && starts_at(one) == starts_at(other);
  }
  // Whether that row begins with the one before it, or with the one after.
  bool same_above(std::size_t row) const { return row > 0 && begin_together(row - 1, row); }
  bool same_below(std::size_t row) const { return begin_together(row, row + 1); }
  // Whether all that begins at the time of that row is past.
  bool is_past_time(std::size_t row) const {
    if (!is_past(row)) return false;
    for (std::size_t other = row; same_above(other);)
      if (!is_past(--other)) return false;
    for (std::size_t other = row; same_below(other);)
      if (!is_past(++other)) return false;
    return true;
  }
};

}  // namespace screens
