// Lists of any length: only the rows that are near the view are drawn and described, and those
// that something is still to happen with.
#include <algorithm>
#include <cmath>

#include "sorting/sort.h"
#include "ui/kit_state.h"

namespace ui {
namespace {

// So many rows of a page are always all in the tree, where everything on it can be found.
constexpr std::size_t whole_rows = 80;

// Which lines come into the tree of this frame.
class RowLines {
 public:
  explicit RowLines(std::size_t count) : count_(count) {}
  void add(std::size_t line) {
    if (line < count_) lines_.push_back(line);
  }
  // With the lines beside it, so that the keyboard gets on from there.
  void add_with_neighbours(std::size_t line) {
    if (line > 0) add(line - 1);
    add(line);
    add(line + 1);
  }
  void add(std::size_t first, std::size_t last) {
    for (std::size_t line = first; line <= last && line < count_; ++line) lines_.push_back(line);
  }
  const std::vector<std::size_t>& in_order() {
    sorting::sort(lines_);
    lines_.erase(std::ranges::unique(lines_).begin(), lines_.end());
    return lines_;
  }

 private:
  std::size_t count_;
  std::vector<std::size_t> lines_;
};

}  // namespace

void Frame::rows(const Rows& list, const std::function<float(std::size_t row)>& expected_height,
                 const std::function<void(std::size_t row)>& draw) {
  if (list.count == 0) return;
  const auto columns = static_cast<std::size_t>(std::max(1, list.columns));
  const std::size_t count = (list.count + columns - 1) / columns;  // of lines
  const float gap = std::round(list.gap);
  const float start = s_.box().y;
  const float left = s_.box().x;
  const float wide = s_.box().width;
  const float cell = (wide - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);

  std::uint64_t path = s_.next_path(Role::list, list.key);
  Area* scroll = s_.layout.scrollers.empty() ? nullptr : &s_.areas[s_.layout.scrollers.back()];
  if (scroll != nullptr) path ^= std::uint64_t{s_.layout.scrollers.back()} << 32;
  const std::uint32_t id = short_hash(path);
  RowList& kept = s_.lists.known[id];
  kept.drawn_in_frame = s_.frame_number;
  RowHeights& heights = kept.heights;
  if (!heights.are_for(count, cell, s_.text_scale))
    heights.expect(count, cell, s_.text_scale, [&](std::size_t line) {
      float highest = 0;
      for (std::size_t row = line * columns; row < std::min(list.count, (line + 1) * columns); ++row)
        highest = std::max(highest, expected_height(row));
      return highest + gap;
    });

  const Rect& view = s_.clip();
  const auto top_of = [&](std::size_t line) { return start + static_cast<float>(heights.top(line)); };
  const auto is_above = [&](std::size_t line) { return scroll != nullptr && top_of(line + 1) <= view.y; };

  RowLines lines(count);
  const std::size_t described = list.count * std::max<std::size_t>(1, list.weight);
  const bool whole = setup_.whole_lists || s_.lists.rows_described + described <= whole_rows;
  if (whole) {
    s_.lists.rows_described += described;
    lines.add(0, count - 1);
  } else {
    s_.lists.rows_left_out = true;
    // Half a window more on both sides, and one line at least.
    const float air = view.height / 2;
    const bool below = top_of(0) > view.bottom() + air;
    const bool above = top_of(count) < view.y - air;
    if (!below && !above) {
      const std::size_t first = heights.line_at(view.y - start);
      lines.add(
          std::min(first - std::min<std::size_t>(first, 1), heights.line_at(view.y - air - start)),
          std::max(heights.line_at(view.bottom() - start) + 1, heights.line_at(view.bottom() + air - start)));
    }
    // Of the lists before and behind the view the end that is next to it, where Tab leads.
    if (scroll != nullptr) {
      if (above) scroll->list_above = id;
      if (above && scroll->last_list_above == id) lines.add(count - 1);
      if (below && !scroll->list_below) lines.add(0);
      scroll->list_below |= below;
    }
    // What has the focus or was pressed stays, wherever it is scrolled to.
    const auto line_of = [&](NodeId node) {
      const auto found = std::ranges::find(kept.nodes, node, &std::pair<NodeId, std::uint32_t>::first);
      return found == kept.nodes.end() ? count : std::size_t{found->second};
    };
    if (const std::size_t line = line_of(s_.focus.node); line < count) lines.add_with_neighbours(line);
    for (const NodeId pressed : s_.presses) lines.add(line_of(pressed));
    if (list.selected) lines.add(*list.selected / columns);
    // And where a link leads to.
    if (list.find) {
      const auto add_found = [&](const std::string& wanted) {
        if (wanted.empty()) return;
        if (const std::optional<std::size_t> row = list.find(wanted)) lines.add(*row / columns);
      };
      add_found(s_.arrival.anchor);
      add_found(s_.arrival.shown_anchor);
      if (s_.arrival.next_focus == NextFocus::arrival) add_found(s_.arrival.link);
      if (s_.focus.sought) add_found(s_.focus.sought->href);
    }
  }
  kept.nodes.clear();

  struct Change {
    std::size_t line;
    std::int32_t height;
  };
  std::vector<Change> changes;
  float drift = 0;         // how much higher what is in view, or below, came out than it was taken for,
  float drift_unseen = 0;  // the part of it that nobody has seen lower before,
  float above = 0;         // and the same of what is above the view
  const std::vector<std::size_t>& drawn = lines.in_order();
  if (drawn.empty()) {
    // The list has its number among the nodes, also where it is not described.
    if (!s_.layout.open_nodes.empty()) ++s_.layout.open_nodes.back().children;
  } else {
    const Rect bounds{left, start, wide, static_cast<float>(heights.top(count)) - gap};
    s_.open_node(Role::list, list.name, list.key, &bounds);
    const std::size_t list_node = s_.node_count - 1;
    for (const std::size_t line : drawn) {
      const bool over = is_above(line);
      const float y = top_of(line) + (over ? 0 : drift);
      float height = 0;
      for (std::size_t column = 0; column < columns; ++column) {
        const std::size_t row = line * columns + column;
        if (row >= list.count) break;
        s_.layout.boxes.push_back(
            Box{.x = left + static_cast<float>(column) * (cell + gap), .y = y, .width = cell});
        s_.layout.open_nodes.back().children = static_cast<std::uint32_t>(row);
        const std::size_t first_node = s_.node_count;
        if (list.anchor) anchor(list.anchor(row));
        Node& item = s_.open_node(Role::list_item, {}, {}, nullptr);
        item.position = static_cast<std::uint32_t>(row + 1);
        item.set_size = static_cast<std::uint32_t>(list.count);
        draw(row);
        s_.close_node();
        height = std::max(height, s_.box().y + s_.box().line_height - y);
        s_.layout.boxes.pop_back();
        if (!setup_.whole_lists)
          for (std::size_t node = first_node; node < s_.node_count; ++node)
            kept.nodes.emplace_back(s_.tree.nodes[node].id, static_cast<std::uint32_t>(line));
      }
      // Sums far down a page are off in their last digits.
      constexpr float sum_error = 0.05F;
      const auto all = static_cast<std::int32_t>(std::ceil(height + gap - sum_error));
      const auto more = static_cast<float>(all - heights.height(line));
      (over ? above : drift) += more;
      if (!over && !heights.known(line)) drift_unseen += more;
      if (more != 0 || !heights.known(line)) changes.push_back({line, all});
    }
    s_.tree.nodes[list_node].bounds.height += drift;
    s_.layout.open_nodes.back().has_bounds = true;
    s_.close_node();
  }
  s_.box().y = start + static_cast<float>(heights.top(count)) + drift - gap;
  for (const Change& change : changes) heights.set(change.line, change.height);
  if (scroll == nullptr) return;
  // What is in view stays where it is, and so does the end of the page for who went there.
  const float offset = scroll->viewport.offset().y;
  if (offset > 0 && offset >= scroll->viewport.most().y - 1) scroll->carried += drift_unseen;
  scroll->correction += above;
}

}  // namespace ui
