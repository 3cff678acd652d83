#include "agenda/walking.h"

#include "model/id_table.h"

namespace agenda {

WalkingTimes::WalkingTimes(const model::Event& event) {
  const model::IdTable levels(event.levels);
  for (const model::Room& room : event.rooms)
    if (const model::Level* level = levels.find(event.levels, room.level))
      site_of_room_.emplace(room.id, level->site);
}

model::Minutes WalkingTimes::between(std::string_view room, std::string_view other) const {
  const auto from = site_of_room_.find(room), to = site_of_room_.find(other);
  if (room == other || from == site_of_room_.end() || to == site_of_room_.end()) return {};
  return from->second == to->second ? walk_within_a_site : way_between_sites;
}

}  // namespace agenda
