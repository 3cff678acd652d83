// Finds the ways inside the units of a venue: from door to door, around corners, clear of walls. Inside imdf/
// only.
#pragma once

#include <cstdint>
#include <vector>

#include "model/venue.h"

namespace imdf {

// The units that each door joins, one or two; none: it leads nowhere. By place in Venue::units.
using DoorUnits = std::vector<std::vector<std::uint32_t>>;

DoorUnits join_doors(const model::Venue& venue);

// Adds doors, as wide as the side, where two units without walls of their own lie side by side and none is
// drawn.
void join_open_units(model::Venue& venue, DoorUnits& doors);

// Adds the bends and the ways inside all units. Units, amenities and doors must all be there.
void add_ways(model::Venue& venue, const DoorUnits& doors);

}  // namespace imdf
