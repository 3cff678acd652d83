// Finds the things of a list by their ids. Made once, over a list that stays as it is.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace model {

class IdTable {
 public:
  IdTable() = default;

  // The ids are those of the things, which must live as long as the table.
  template <class Thing>
  explicit IdTable(const std::vector<Thing>& things) {
    ids_.reserve(things.size());
    for (const Thing& thing : things) ids_.emplace_back(thing.id, static_cast<std::uint32_t>(ids_.size()));
    put_in_order();
  }

  // The thing of that id in the list that the table was made over; null when there is none.
  template <class Thing>
  const Thing* find(const std::vector<Thing>& things, std::string_view id) const {
    const std::uint32_t place = place_of(id);
    return place < things.size() ? &things[place] : nullptr;
  }

 private:
  void put_in_order();
  std::uint32_t place_of(std::string_view id) const;  // past the end of every list when there is none

  std::vector<std::pair<std::string_view, std::uint32_t>> ids_;  // sorted; with the place in the list
};

}  // namespace model
