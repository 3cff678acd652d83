#include "agenda/walking.h"

#include "model/id_table.h"

namespace agenda {

WalkingTimes::WalkingTimes(const model::Event& event, Measure measure) : measure_(std::move(measure)) {
  const model::IdTable levels(event.levels);
  for (const model::Room& room : event.rooms)
    if (const model::Level* level = levels.find(event.levels, room.level))
      places_.emplace(room.id, Place{level->site, &room});
}

model::Minutes WalkingTimes::between(std::string_view room, std::string_view other) const {
  const auto from = places_.find(room), to = places_.find(other);
  if (room == other || from == places_.end() || to == places_.end()) return {};
  const model::Minutes rule = from->second.site == to->second.site ? walk_within_a_site : way_between_sites;
  if (!measure_) return rule;
  // The event's own names, which last.
  const auto [known, is_new] = measured_.try_emplace({from->first, to->first}, rule);
  if (is_new)
    if (const auto time = measure_(*from->second.room, *to->second.room)) known->second = *time;
  return known->second;
}

}  // namespace agenda
