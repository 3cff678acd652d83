#include "model/id_table.h"

#include <algorithm>
#include <limits>

#include "sorting/sort.h"

namespace model {

void IdTable::put_in_order() { sorting::sort(ids_); }

std::uint32_t IdTable::place_of(std::string_view id) const {
  const auto found =
      std::ranges::lower_bound(ids_, id, {}, &std::pair<std::string_view, std::uint32_t>::first);
  if (found == ids_.end() || found->first != id) return std::numeric_limits<std::uint32_t>::max();
  return found->second;
}

}  // namespace model
