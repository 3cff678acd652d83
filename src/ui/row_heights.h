// The heights of the lines of a long list, in whole points: taken for something until a line is
// drawn, then known. However long the list is, where a line begins and which line lies at a height
// are found in a few steps. Internal to ui/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace ui {

class RowHeights {
 public:
  // Whether they were taken for so many lines of that width, in type that is so much enlarged.
  bool are_for(std::size_t lines, float width, float text_scale) const {
    return lines == heights_.size() && width == width_ && text_scale == text_scale_;
  }
  // Begins anew: each line is as high as `expected` says until it is drawn.
  void expect(std::size_t lines, float width, float text_scale,
              const std::function<float(std::size_t line)>& expected);

  std::size_t size() const { return heights_.size(); }
  std::int32_t height(std::size_t line) const { return heights_[line]; }
  // That line has been drawn since the heights were expected.
  bool known(std::size_t line) const { return known_[line]; }
  // How high all lines before that one are; of size(): how high all are.
  std::int32_t top(std::size_t line) const;
  // The line that covers that height, the first for what is above, the last for what is below.
  std::size_t line_at(float y) const;
  void set(std::size_t line, std::int32_t height);

 private:
  std::vector<std::int32_t> heights_;
  std::vector<bool> known_;
  // A Fenwick tree: sums_[n] is the sum of the lines below n, as many as the lowest bit of n says.
  std::vector<std::int32_t> sums_;
  float width_ = 0;
  float text_scale_ = 0;
};

}  // namespace ui
