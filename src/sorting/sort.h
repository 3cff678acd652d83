#pragma once
// Puts lists in order, with one sort for lists of all kinds. The library's own is compiled anew for each
// list and each order, and those of all screens together were a tenth of the browser's program. Where a
// list has many thousands of entries and its order is made often, std::sort is the faster one.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

namespace sorting {

// Whether what lies at place `a` of a list comes before what lies at place `b`.
struct Order {
  bool (*before)(const void* list, std::size_t a, std::size_t b);
  const void* list;

  bool operator()(std::size_t a, std::size_t b) const { return before(list, a, b); }
};

// The places of a list of `count` entries in their order: the first is the place of what comes first. What is
// equal stays as it was.
std::vector<std::uint32_t> places_in_order(std::size_t count, Order order);

// Puts `list` in the order of `before`, asked of what `key` makes of its entries, as std::ranges::stable_sort
// does: what is equal stays as it was.
template <class List, class Before = std::less<>, class Key = std::identity>
void sort(List&& list, Before before = {}, Key key = {}) {
  const auto begin = std::begin(list);
  using Distance = typename std::iterator_traits<std::remove_const_t<decltype(begin)>>::difference_type;
  const auto at = [&begin](std::size_t place) -> auto& { return begin[static_cast<Distance>(place)]; };
  const auto comes_before = [&](std::size_t a, std::size_t b) {
    return static_cast<bool>(std::invoke(before, std::invoke(key, at(a)), std::invoke(key, at(b))));
  };
  using ComesBefore = decltype(comes_before);
  std::vector<std::uint32_t> from =
      places_in_order(std::size(list), {[](const void* asked, std::size_t a, std::size_t b) {
                                          return (*static_cast<const ComesBefore*>(asked))(a, b);
                                        },
                                        &comes_before});
  // Each entry goes straight to its place; one at a time is held meanwhile.
  for (std::size_t place = 0; place < from.size(); ++place) {
    if (from[place] == place) continue;
    auto held = std::move(at(place));
    std::size_t empty = place;
    while (from[empty] != place) {
      const std::size_t next = from[empty];
      at(empty) = std::move(at(next));
      from[empty] = static_cast<std::uint32_t>(empty);
      empty = next;
    }
    at(empty) = std::move(held);
    from[empty] = static_cast<std::uint32_t>(empty);
  }
}

}  // namespace sorting
