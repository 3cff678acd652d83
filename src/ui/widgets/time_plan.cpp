#include "ui/widgets/time_plan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sorting/sort.h"

namespace ui {
namespace {

constexpr int hour_min = 60;
// So many idle hours are drawn close together.
constexpr int least_idle_hours = 2;

using Item = TimePlan::Item;

bool share(std::uint32_t a, std::uint32_t a_count, std::uint32_t b, std::uint32_t b_count) {
  return a < b + b_count && b < a + a_count;
}

bool share_rows(const Cells& a, const Cells& b) { return share(a.row, a.rows, b.row, b.rows); }
bool share_columns(const Cells& a, const Cells& b) { return share(a.column, a.columns, b.column, b.columns); }

}  // namespace

TimePlan::TimePlan(std::uint32_t columns, std::vector<TimeCell> cells, std::vector<TimeBand> bands,
                   const TimePlanMeasures& measures)
    : cells_(std::move(cells)), bands_(std::move(bands)) {
  std::vector<std::uint32_t> lanes(columns, 1);
  first_cell_.assign(columns + 1, 0);
  for (const TimeCell& cell : cells_) {
    lanes[cell.column] = std::max(lanes[cell.column], static_cast<std::uint32_t>(cell.lanes));
    ++first_cell_[cell.column + 1];
  }
  std::partial_sum(first_cell_.begin(), first_cell_.end(), first_cell_.begin());
  latest_end_.resize(cells_.size());
  for (std::uint32_t column = 0; column < columns; ++column) {
    lanes_.push_back(lanes_.back() + lanes[column]);
    left_.push_back(left_.back() +
                    std::max(measures.column, measures.lane * static_cast<float>(lanes[column])));
    int latest = 0;
    for (std::uint32_t i = first_cell_[column]; i < first_cell_[column + 1]; ++i)
      latest = latest_end_[i] = i == first_cell_[column] ? cells_[i].to : std::max(latest, cells_[i].to);
  }
  lay_out_stretches(measures);
  for (const Stretch& one : stretches_) marks_.push_back(one.from);
  for (const TimeCell& one : cells_) marks_.push_back(one.from);
  for (const TimeBand& one : bands_) marks_.push_back(one.from);
  sorting::sort(marks_);
  marks_.erase(std::ranges::unique(marks_).begin(), marks_.end());
}

void TimePlan::lay_out_stretches(const TimePlanMeasures& measures) {
  if (cells_.empty() && bands_.empty()) return;
  int begin = std::numeric_limits<int>::max(), end = std::numeric_limits<int>::min();
  const auto each = [&](auto take) {
    for (const TimeCell& one : cells_) take(one.from, one.to);
    for (const TimeBand& one : bands_) take(one.from, one.to);
  };
  each([&](int from, int to) {
    begin = std::min(begin, from);
    end = std::max(end, to);
  });
  const auto hour_of = [](int minute) {
    return minute >= 0 ? minute / hour_min : -((-minute + hour_min - 1) / hour_min);
  };
  const int first = hour_of(begin), last = hour_of(end - 1);
  // How many more begin with an hour than end before it.
  std::vector<int> more(static_cast<std::size_t>(last - first) + 2);
  each([&](int from, int to) {
    ++more[static_cast<std::size_t>(hour_of(from) - first)];
    --more[static_cast<std::size_t>(hour_of(to - 1) - first) + 1];
  });
  float y = 0;
  int taken = 0;
  std::vector<bool> idle;
  for (int hour = first; hour <= last; ++hour)
    idle.push_back((taken += more[static_cast<std::size_t>(hour - first)]) == 0);
  for (int hour = first; hour <= last;) {
    int next = hour + 1;
    if (idle[static_cast<std::size_t>(hour - first)])
      while (next <= last && idle[static_cast<std::size_t>(next - first)]) ++next;
    const bool folded = next - hour >= least_idle_hours;
    if (!folded) next = hour + 1;
    const float height = folded ? measures.idle : measures.hour;
    stretches_.push_back({hour * hour_min, next * hour_min, y, height});
    y += height;
    hour = next;
  }
}

Size TimePlan::size() const {
  return {left_.back(), stretches_.empty() ? 0 : stretches_.back().y + stretches_.back().height};
}

float TimePlan::y_of(int minute) const {
  if (stretches_.empty()) return 0;
  const auto behind = std::ranges::upper_bound(stretches_, minute, {}, &Stretch::from);
  const Stretch& in = behind == stretches_.begin() ? *behind : *(behind - 1);
  const float share =
      std::clamp(static_cast<float>(minute - in.from) / static_cast<float>(in.to - in.from), 0.F, 1.F);
  return in.y + in.height * share;
}

Rect TimePlan::column(std::uint32_t column) const {
  return {left_[column], 0, left_[column + 1] - left_[column], size().height};
}

Rect TimePlan::rect_of(const Item& item) const {
  switch (item.kind) {
    case Item::Kind::stretch: {
      const Stretch& one = stretches_[item.index];
      return {0, one.y, size().width, one.height};
    }
    case Item::Kind::band: {
      const TimeBand& one = bands_[item.index];
      return {0, y_of(one.from), size().width, y_of(one.to) - y_of(one.from)};
    }
    case Item::Kind::cell: break;
  }
  const TimeCell& one = cells_[item.index];
  const Rect whole = column(one.column);
  const float width = whole.width / static_cast<float>(one.lanes);
  const float top = y_of(one.from);
  return {whole.x + width * static_cast<float>(one.lane), top, width * static_cast<float>(one.width),
          y_of(one.to) - top};
}

std::uint32_t TimePlan::row_of(int minute) const {
  const auto behind = std::ranges::upper_bound(marks_, minute);
  return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(1, behind - marks_.begin())) + 1;
}

Cells TimePlan::head_of(std::uint32_t column) const {
  return {1, lanes_[column] + 2, 1, lanes_[column + 1] - lanes_[column]};
}

Cells TimePlan::cells_of(const Item& item) const {
  const auto over = [&](int from, int to) {
    const std::uint32_t row = row_of(from);
    return Cells{row, 1, row_of(to - 1) - row + 1, 1};
  };
  switch (item.kind) {
    case Item::Kind::stretch: return over(stretches_[item.index].from, stretches_[item.index].to);
    case Item::Kind::band: {
      Cells place = over(bands_[item.index].from, bands_[item.index].to);
      place.column = 2;
      place.columns = std::max(1U, lanes_.back());
      return place;
    }
    case Item::Kind::cell: break;
  }
  const TimeCell& one = cells_[item.index];
  Cells place = over(one.from, one.to);
  // Where fewer stand side by side than elsewhere in the column, each covers several of its lanes.
  const std::uint32_t all = lanes_[one.column + 1] - lanes_[one.column];
  const auto edge = [&](int lane) {
    return static_cast<std::uint32_t>(lane) * all / static_cast<std::uint32_t>(one.lanes);
  };
  place.column = lanes_[one.column] + 2 + edge(one.lane);
  place.columns = edge(one.lane + one.width) - edge(one.lane);
  return place;
}

std::pair<std::uint32_t, std::uint32_t> TimePlan::columns_in(float left, float right) const {
  const auto count = column_count();
  const auto first = std::ranges::upper_bound(left_, left) - left_.begin();
  const auto last = std::ranges::lower_bound(left_, right) - left_.begin();
  const auto begin = std::min(count, static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(1, first)) - 1);
  return {begin, std::clamp(static_cast<std::uint32_t>(last), begin, count)};
}

std::vector<Item> TimePlan::seen(const Rect& view) const {
  std::vector<Item> items;
  const auto add_between = [&](Item::Kind kind, std::size_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      const Rect rect = rect_of({kind, i});
      if (rect.y < view.bottom() && rect.bottom() > view.y) items.push_back({kind, i});
    }
  };
  add_between(Item::Kind::stretch, stretches_.size());
  add_between(Item::Kind::band, bands_.size());
  const auto [first, last] = columns_in(view.x, view.right());
  for (std::uint32_t column = first; column < last; ++column) {
    const auto begin = latest_end_.begin() + static_cast<std::ptrdiff_t>(first_cell_[column]);
    const auto end = latest_end_.begin() + static_cast<std::ptrdiff_t>(first_cell_[column + 1]);
    const auto top = std::partition_point(begin, end, [&](int until) { return y_of(until) <= view.y; });
    for (auto i = static_cast<std::uint32_t>(top - latest_end_.begin()); i < first_cell_[column + 1]; ++i) {
      if (y_of(cells_[i].from) >= view.bottom()) break;
      if (!intersection(rect_of({Item::Kind::cell, i}), view).empty()) items.push_back({Item::Kind::cell, i});
    }
  }
  put_in_order(items);
  return items;
}

std::pair<std::uint32_t, std::uint32_t> TimePlan::free_columns(std::uint32_t band, std::uint32_t first,
                                                               std::uint32_t last) const {
  const TimeBand& span = bands_[band];
  std::pair<std::uint32_t, std::uint32_t> best{first, first};
  std::uint32_t begin = first;
  for (std::uint32_t column = first; column < last; ++column) {
    const auto cell = latest_end_.begin();
    const auto end = cell + static_cast<std::ptrdiff_t>(first_cell_[column + 1]);
    auto over = std::partition_point(cell + static_cast<std::ptrdiff_t>(first_cell_[column]), end,
                                     [&](int until) { return until <= span.from; });
    // The latest end so far may be that of one before it.
    bool covered = false;
    for (; over != end && !covered; ++over) {
      const TimeCell& one = cells_[static_cast<std::size_t>(over - cell)];
      if (one.from >= span.to) break;
      covered = one.to > span.from;
    }
    if (covered) begin = column + 1;
    if (column + 1 - begin > best.second - best.first) best = {begin, column + 1};
  }
  return best;
}

void TimePlan::put_in_order(std::vector<Item>& items) const {
  std::vector<std::pair<Cells, Item>> placed;
  placed.reserve(items.size());
  for (const Item& one : items) placed.emplace_back(cells_of(one), one);
  sorting::sort(placed, [](const auto& a, const auto& b) {
    return std::pair(a.first.row, a.first.column) < std::pair(b.first.row, b.first.column);
  });
  placed.erase(
      std::ranges::unique(placed, [](const auto& a, const auto& b) { return a.second == b.second; }).begin(),
      placed.end());
  items.clear();
  for (const auto& [place, one] : placed) items.push_back(one);
}

std::uint32_t TimePlan::column_at(std::uint32_t lane) const {
  const auto behind = std::ranges::upper_bound(lanes_, std::max(lane, 2U) - 2);
  return std::min(column_count() - 1, static_cast<std::uint32_t>(behind - lanes_.begin()) - 1);
}

std::optional<std::uint32_t> TimePlan::head_at(const Cells& place) const {
  if (place.row != 1 || place.column < 2 || column_count() == 0) return std::nullopt;
  return column_at(place.column);
}

std::optional<Item> TimePlan::item_at(const Cells& place) const {
  const Cells point{place.row, place.column, 1, 1};
  const auto among = [&](Item::Kind kind, std::uint32_t first, std::uint32_t last) -> std::optional<Item> {
    for (std::uint32_t i = first; i < last; ++i) {
      const Cells at = cells_of({kind, i});
      if (share_rows(at, point) && share_columns(at, point)) return Item{kind, i};
    }
    return std::nullopt;
  };
  if (place.column <= 1) return among(Item::Kind::stretch, 0, static_cast<std::uint32_t>(stretches_.size()));
  if (column_count() > 0) {
    const std::uint32_t column = column_at(place.column);
    if (const auto cell = among(Item::Kind::cell, first_cell_[column], first_cell_[column + 1])) return cell;
  }
  return among(Item::Kind::band, 0, static_cast<std::uint32_t>(bands_.size()));
}

std::vector<Item> TimePlan::around(const Cells& place) const {
  std::vector<Item> items;
  const std::uint32_t last_row = place.row + std::max(1U, place.rows) - 1;
  const Cells here{place.row, place.column, std::max(1U, place.rows), std::max(1U, place.columns)};
  std::optional<std::pair<std::uint32_t, Item>> above, below;  // the row that is nearest
  const auto consider = [&](const Item& item) {
    const Cells at = cells_of(item);
    if (!share_columns(at, here)) return;
    if (at.row > last_row && (!below || at.row < below->first)) below = {at.row, item};
    const std::uint32_t end = at.row + at.rows - 1;
    if (end < here.row && (!above || end > above->first)) above = {end, item};
  };
  const auto all = [](Item::Kind kind, std::size_t first, std::size_t last, auto take) {
    for (std::size_t i = first; i < last; ++i) take(Item{kind, static_cast<std::uint32_t>(i)});
  };
  if (here.column <= 1) {
    all(Item::Kind::stretch, 0, stretches_.size(), consider);
  } else {
    all(Item::Kind::band, 0, bands_.size(), consider);
    const std::uint32_t first = column_count() == 0 ? 0 : column_at(here.column);
    const std::uint32_t last = column_count() == 0 ? 0 : column_at(here.column + here.columns - 1) + 1;
    for (std::uint32_t column = first; column < last; ++column)
      all(Item::Kind::cell, first_cell_[column], first_cell_[column + 1], consider);
  }
  if (above) items.push_back(above->second);
  if (below) items.push_back(below->second);

  // To a side: what shares a row, of the nearest column that has such a thing.
  const auto take_of_column = [&](std::uint32_t column, auto fits) {
    const std::size_t before = items.size();
    all(Item::Kind::cell, first_cell_[column], first_cell_[column + 1], [&](const Item& item) {
      const Cells at = cells_of(item);
      if (share_rows(at, here) && fits(at)) items.push_back(item);
    });
    return items.size() > before;
  };
  const auto right_of = [&](const Cells& at) { return at.column >= here.column + here.columns; };
  const auto left_of = [&](const Cells& at) { return at.column + at.columns <= here.column; };
  const auto any = [](const Cells&) { return true; };
  if (column_count() > 0) {
    for (std::uint32_t column = here.column <= 1 ? 0 : column_at(here.column + here.columns - 1);
         column < column_count() && !take_of_column(column, right_of);)
      ++column;
    if (here.column > 1)
      for (std::uint32_t column = column_at(here.column) + 1;
           column > 0 && !take_of_column(column - 1, left_of);)
        --column;
    for (std::uint32_t column = column_count(); column > 0 && !take_of_column(column - 1, any);) --column;
  }
  all(Item::Kind::stretch, 0, stretches_.size(), [&](const Item& item) {
    if (share_rows(cells_of(item), here)) items.push_back(item);
  });
  all(Item::Kind::band, 0, bands_.size(), [&](const Item& item) {
    if (share_rows(cells_of(item), here)) items.push_back(item);
  });
  return items;
}

}  // namespace ui
