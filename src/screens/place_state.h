// What notices say of places: closed, full, crowded, moved. For the map, lists and ways.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "screens/screen.h"
#include "venue/graph.h"

namespace screens {

// The rooms of which a notice that holds says so, each once with the gravest; in what is kept those alone
// that hold without end.
using RoomStates = std::vector<std::pair<std::string_view, model::NoticeState>>;
RoomStates room_states(const View& view);
std::optional<model::NoticeState> state_of(const RoomStates& states, std::string_view room);

// "Closed"
const std::string& state_name(ui::Frame& f, model::NoticeState state);

// The places that are closed, for venue::RouteOptions.
std::vector<venue::PlaceId> closed_places(const View& view);

}  // namespace screens
