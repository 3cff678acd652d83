// Makes of a map in IMDF what is drawn and walked, and names what in it does not fit together. For
// summit-pack alone.
#pragma once

#include <vector>

#include "imdf/archive.h"
#include "model/event.h"
#include "model/venue.h"
#include "pack/problem.h"

namespace imdf {

struct VenueResult {
  model::Venue venue;  // empty when there are errors
  std::vector<pack::Problem> problems;
};

// `event`: whose levels and rooms say what they are on the map; null: of a map alone. `place` goes before the
// names of files in problems ("venue/").
VenueResult make_venue(const Archive& archive, const model::Event* event, std::string_view place);

// Reads and makes all of it: the map beside the event in `folder`; a venue that is empty, and no problems,
// when there is none.
VenueResult venue_beside(const std::filesystem::path& folder, const model::Event& event);

}  // namespace imdf
