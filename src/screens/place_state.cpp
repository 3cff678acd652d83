#include "screens/place_state.h"

#include <algorithm>

#include "sorting/sort.h"

namespace screens {
namespace {

// Larger: it changes more for whoever wants to go there.
int gravity(model::NoticeState state) {
  switch (state) {
    case model::NoticeState::closed: return 4;
    case model::NoticeState::moved: return 3;
    case model::NoticeState::full: return 2;
    case model::NoticeState::crowded: return 1;
    case model::NoticeState::delayed: break;  // of sessions, not of places
  }
  return 0;
}

}  // namespace

RoomStates room_states(const View& view) {
  RoomStates states;
  for (const model::Notice& notice : view.event.notices) {
    if (!notice.state || gravity(*notice.state) == 0) continue;
    // What is kept is read at any time.
    if (view.static_rendering ? notice.until.has_value() : !is_in_force(view, notice)) continue;
    for (const std::string& room : notice.applies_to.rooms) {
      const auto known = std::ranges::find(states, std::string_view(room), &RoomStates::value_type::first);
      if (known == states.end())
        states.emplace_back(room, *notice.state);
      else if (gravity(*notice.state) > gravity(known->second))
        known->second = *notice.state;
    }
  }
  return states;
}

std::optional<model::NoticeState> state_of(const RoomStates& states, std::string_view room) {
  const auto found = std::ranges::find(states, room, &RoomStates::value_type::first);
  return found == states.end() ? std::nullopt : std::optional(found->second);
}

const std::string& state_name(ui::Frame& f, model::NoticeState state) {
  switch (state) {
    case model::NoticeState::closed: return f.text("notice.closed");
    case model::NoticeState::full: return f.text("notice.full");
    case model::NoticeState::crowded: return f.text("notice.crowded");
    case model::NoticeState::moved: return f.text("notice.moved");
    case model::NoticeState::delayed: break;
  }
  return f.text("notice.delayed");
}

std::vector<venue::PlaceId> closed_places(const View& view) {
  std::vector<venue::PlaceId> closed;
  const venue::Venue* venue = view.edition.venue();
  if (venue == nullptr) return closed;
  for (const auto& [room, state] : room_states(view))
    if (state == model::NoticeState::closed)
      if (const venue::PlaceId place = venue->place_of_room(room); place != venue::no_place)
        closed.push_back(place);
  sorting::sort(closed);
  return closed;
}

}  // namespace screens
