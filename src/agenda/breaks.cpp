#include "agenda/breaks.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>

namespace agenda {

std::vector<bool> breaks_for_all(std::span<const Drawn> drawn, Meanwhile meanwhile) {
  std::set<std::string_view> rooms;
  for (const Drawn& one : drawn)
    if (model::takes_the_room(*one.session)) rooms.insert(one.session->room);
  const auto overlap = [](const Drawn& one, const Drawn& other) {
    return one.from < other.to && other.from < one.to;
  };
  const auto leaves_room = [&](const Drawn& found) {
    if (meanwhile == Meanwhile::nothing)
      return std::ranges::none_of(
          drawn, [&](const Drawn& one) { return one.session != found.session && overlap(one, found); });
    std::set<std::string_view> busy;
    for (const Drawn& one : drawn)
      if (overlap(one, found) && model::takes_the_room(*one.session)) busy.insert(one.session->room);
    return 2 * busy.size() < std::max<std::size_t>(1, rooms.size());
  };
  std::vector<bool> breaks(drawn.size());
  const Drawn* last = nullptr;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const Drawn& one = drawn[i];
    breaks[i] = one.session->kind == model::SessionKind::service && !one.session->open_end &&
                one.session->state != model::SessionState::cancelled &&
                (last == nullptr || last->to <= one.from) && leaves_room(one);
    if (breaks[i]) last = &one;
  }
  return breaks;
}

}  // namespace agenda
