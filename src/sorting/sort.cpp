#include "sorting/sort.h"

#include <algorithm>

namespace sorting {

std::vector<std::uint32_t> places_in_order(std::size_t count, Order order) {
  std::vector<std::uint32_t> places(count);
  bool in_order = true;
  for (std::size_t place = 0; place < count; ++place) {
    places[place] = static_cast<std::uint32_t>(place);
    if (place > 0 && in_order) in_order = !order(place, place - 1);
  }
  if (in_order) return places;  // as most lists of an event are

  // Runs of one entry are merged to runs of two, of four, and so on.
  std::vector<std::uint32_t> merged(count);
  for (std::size_t width = 1; width < count; width *= 2) {
    for (std::size_t first = 0; first < count; first += 2 * width) {
      const std::size_t middle = std::min(first + width, count);
      const std::size_t end = std::min(middle + width, count);
      std::size_t left = first;
      std::size_t right = middle;
      for (std::size_t to = first; to < end; ++to) {
        const bool take_right = left == middle || (right < end && order(places[right], places[left]));
        merged[to] = places[take_right ? right++ : left++];
      }
    }
    places.swap(merged);
  }
  return places;
}

}  // namespace sorting
