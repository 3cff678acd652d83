// Opening hours as IMDF writes them, in the notation of OpenStreetMap: "Mo-Fr 09:00-18:00; Sa 10:00-14:00".
// Of that notation only what a venue says of a room. Inside imdf/ only.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "model/venue.h"

namespace imdf {

// The hours, day by day as the last rule for a day has them; days that are alike together, in the order of
// the week. `place` is left for the caller. Or in words what of the text is not understood.
std::expected<std::vector<model::MapHours>, std::string> read_hours(std::string_view text);

}  // namespace imdf
