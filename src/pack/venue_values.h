// The venue as it stands in a built pack: a list of small whole numbers, each point as its distance from the
// one before, which compresses well; and the texts that they count. Inside pack/ only; imdf/ makes venues.
#pragma once

#include <optional>

#include "model/event.h"
#include "pack/json_value.h"

namespace pack {

json::Value values_of(const model::Venue& venue, const model::Event& event);

// Nothing when they are no venue of this event: a number is missing or too many, or counts what is not there.
std::optional<model::Venue> venue_in(const json::Value& value, const model::Event& event);

// Gives levels and rooms without an outline of their own that of the venue, in metres from the upper left
// corner of their level.
void take_outlines(model::Event& event);

}  // namespace pack
