// What notices say of places: closed, full, crowded, moved. For the map, lists and ways.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "screens/screen.h"
#include "venue/graph.h"

namespace screens {

// Each room of which a notice that holds says so, once with the gravest.
using RoomStates = std::vector<std::pair<std::string_view, model::NoticeState>>;
struct PlaceStates {
  RoomStates rooms;
  std::vector<venue::PlaceId> closed;  // the same as places, sorted, for venue::RouteOptions
  unsigned revision = 0;               // another one where they are others, of one edition
};

// In what is kept by the notices alone that hold without end. A lift is one car: whichever of its stops a
// notice closes, it does not run, and all of them are closed. Nobody is sent to a lift that stands still.
// Made anew only when other notices hold.
const PlaceStates& place_states(const View& view);
std::optional<model::NoticeState> state_of(const RoomStates& states, std::string_view room);

// Whether it says something of that room: of it, or of the lift of which it is a stop.
bool concerns_room(const View& view, const model::Notice& notice, std::string_view room);

// "Closed"
const std::string& state_name(ui::Frame& f, model::NoticeState state);

}  // namespace screens
