// What in a plan does not fit together, though each feature by itself is right. Inside imdf/ only.
#pragma once

#include <string>
#include <vector>

#include "imdf/report.h"
#include "imdf/ways.h"
#include "model/venue.h"

namespace imdf {

// What a unit of the plan is called in the archive.
struct UnitName {
  FeatureType type;
  std::string id;
};

// Units that overlap, rooms without a door, places to which no way leads, or none without stairs.
void check_plan(const model::Venue& venue, const std::vector<UnitName>& names, const DoorUnits& doors,
                Report& report);

}  // namespace imdf
