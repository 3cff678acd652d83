#include "agenda/lanes.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "sorting/sort.h"

namespace agenda {

std::vector<Lane> lanes_of(std::span<const Stay> stays) {
  std::vector<std::size_t> order(stays.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  sorting::sort(order, {}, [&](std::size_t i) { return stays[i].from; });

  // One without any length is still to be seen.
  const auto end_of = [&](std::size_t i) {
    return std::max(stays[i].to, stays[i].from + std::chrono::seconds(1));
  };

  std::vector<Lane> found(stays.size());
  std::vector<model::Instant> ends;  // of each lane of the group
  std::vector<std::size_t> group;    // those that hang together
  model::Instant group_end = model::Instant::min();
  const auto close_group = [&] {
    const int lanes = static_cast<int>(ends.size());
    for (const std::size_t i : group) {
      found[i].lanes = lanes;
      int first_taken = lanes;
      for (const std::size_t k : group)
        if (found[k].lane > found[i].lane && found[k].lane < first_taken && stays[k].from < end_of(i) &&
            stays[i].from < end_of(k))
          first_taken = found[k].lane;
      found[i].width = first_taken - found[i].lane;
    }
    group.clear();
    ends.clear();
  };
  for (const std::size_t i : order) {
    const Stay& stay = stays[i];
    const model::Instant end = end_of(i);
    if (stay.from >= group_end) close_group();
    const auto free = std::ranges::find_if(ends, [&](model::Instant taken) { return taken <= stay.from; });
    found[i].lane = static_cast<int>(free - ends.begin());
    if (free == ends.end())
      ends.push_back(end);
    else
      *free = end;
    group.push_back(i);
    group_end = group.size() == 1 ? end : std::max(group_end, end);
  }
  close_group();
  return found;
}

std::vector<Lane> lanes_of(SessionSpan sessions, model::Minutes least) {
  std::vector<Stay> stays;
  stays.reserve(sessions.size());
  for (const model::Session* one : sessions)
    stays.push_back({one->starts_at, std::max<model::Instant>(one->ends_at, one->starts_at + least)});
  return lanes_of(stays);
}

}  // namespace agenda
