#include "ui/row_heights.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace ui {

void RowHeights::expect(std::size_t lines, float width, float text_scale,
                        const std::function<float(std::size_t line)>& expected) {
  width_ = width;
  text_scale_ = text_scale;
  heights_.resize(lines);
  for (std::size_t line = 0; line < lines; ++line)
    heights_[line] = std::max(0, static_cast<std::int32_t>(std::ceil(expected(line))));
  known_.assign(lines, false);
  sums_.assign(lines + 1, 0);
  for (std::size_t n = 1; n <= lines; ++n) {
    sums_[n] += heights_[n - 1];
    if (const std::size_t above = n + (n & -n); above <= lines) sums_[above] += sums_[n];
  }
}

std::int32_t RowHeights::top(std::size_t line) const {
  std::int32_t sum = 0;
  for (std::size_t n = line; n > 0; n &= n - 1) sum += sums_[n];
  return sum;
}

std::size_t RowHeights::line_at(float y) const {
  if (heights_.empty()) return 0;
  std::size_t before = 0;
  std::int32_t sum = 0;
  for (std::size_t step = std::bit_floor(heights_.size()); step > 0; step /= 2)
    if (before + step <= heights_.size() && static_cast<float>(sum + sums_[before + step]) <= y) {
      before += step;
      sum += sums_[before];
    }
  return std::min(before, heights_.size() - 1);
}

void RowHeights::set(std::size_t line, std::int32_t height) {
  known_[line] = true;
  const std::int32_t more = height - heights_[line];
  heights_[line] = height;
  if (more == 0) return;
  for (std::size_t n = line + 1; n < sums_.size(); n += n & -n) sums_[n] += more;
}

}  // namespace ui
