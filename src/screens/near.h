// Looking for places on the map: by name, or by what they are for, and which of them is the nearest on foot.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "screens/map_query.h"

namespace screens {

// A field to write in and what this venue has, as chips: toilets, lifts, coffee, exits, help desks…
void find_places(ui::Frame& f, const View& view, Actions& actions);

// Whether something is looked for.
bool looks_for_places(const View& view);
// What was found, the nearest first, from where the visitor stands, else from a place that they chose, else
// from the main entrance; and it says from where. Each leads to the way there.
void found_places(ui::Frame& f, const View& view);
// The same as nodes of the venue, to be shown on the plan.
std::vector<venue::PlaceId> found_on_map(const View& view);

// The nearest of everything that this venue has, for who stands at `query.here`.
void near_here(ui::Frame& f, const View& view, const MapQuery& query);

// The sign of what people look for there; 0 where that is nothing.
char32_t sought_icon(const View& view, venue::PlaceId place);

// Where distances are counted from; empty where there is no map.
std::string_view origin_of(const View& view, const MapQuery& query);

}  // namespace screens
