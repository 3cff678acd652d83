// Looks for faults in the outlines of levels and rooms. Inside pack/ only; the
// geometry of finding one's way is venue/.
#pragma once

#include <vector>

#include "model/place.h"
#include "pack/read_context.h"

namespace pack {

// Reports at the present place what keeps the points from being a simple polygon.
void check_outline(ReadContext& context, const std::vector<model::PlanPoint>& outline);

// Reports at the present place where `outline` leaves that of its level.
void check_inside(ReadContext& context, const std::vector<model::PlanPoint>& outline,
                  const model::Level& level);

}  // namespace pack
