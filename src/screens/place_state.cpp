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

struct KnownStates {
  bool made = false;
  // When and by which clock it was last looked which notices hold.
  model::Instant at{};
  bool clock_set = false;
  std::vector<const model::Notice*> holding;
  PlaceStates states;
};

bool says_of_places(const View& view, const model::Notice& notice) {
  if (!notice.state || gravity(*notice.state) == 0) return false;
  // What is kept is read at any time.
  return view.static_rendering ? !notice.until.has_value() : is_in_force(view, notice);
}

void note(RoomStates& states, std::string_view room, model::NoticeState state) {
  const auto known = std::ranges::find(states, room, &RoomStates::value_type::first);
  if (known == states.end())
    states.emplace_back(room, state);
  else if (gravity(state) > gravity(known->second))
    known->second = state;
}

PlaceStates states_by(const View& view, const std::vector<const model::Notice*>& notices) {
  PlaceStates made;
  for (const model::Notice* notice : notices)
    for (const std::string& room : notice->applies_to.rooms) note(made.rooms, room, *notice->state);
  const venue::Venue* venue = view.edition.venue();
  if (venue == nullptr) return made;
  // By its place, because the list grows.
  for (std::size_t i = 0; i < made.rooms.size(); ++i) {
    if (made.rooms[i].second != model::NoticeState::closed) continue;
    const venue::PlaceId place = venue->place_of_room(made.rooms[i].first);
    if (place == venue::no_place) continue;
    made.closed.push_back(place);
    for (const venue::PlaceId stop : venue->stops_of_lift(place)) {
      made.closed.push_back(stop);
      if (const std::string& room = venue->unit(stop)->room; !room.empty())
        note(made.rooms, room, model::NoticeState::closed);
    }
  }
  sorting::sort(made.closed);
  made.closed.erase(std::ranges::unique(made.closed).begin(), made.closed.end());
  return made;
}

}  // namespace

const PlaceStates& place_states(const View& view) {
  KnownStates& kept = view.computed.of<KnownStates>();
  if (kept.made && kept.at == view.now && kept.clock_set == view.clock_set) return kept.states;
  kept.at = view.now;
  kept.clock_set = view.clock_set;
  std::vector<const model::Notice*> holding;
  for (const model::Notice& notice : view.event.notices)
    if (says_of_places(view, notice)) holding.push_back(&notice);
  if (kept.made && holding == kept.holding) return kept.states;
  kept.made = true;
  kept.holding = std::move(holding);
  const unsigned revision = kept.states.revision + 1;
  kept.states = states_by(view, kept.holding);
  kept.states.revision = revision;
  return kept.states;
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

bool concerns_room(const View& view, const model::Notice& notice, std::string_view room) {
  const std::vector<std::string>& rooms = notice.applies_to.rooms;
  const auto names = [&](std::string_view one) { return std::ranges::find(rooms, one) != rooms.end(); };
  if (names(room)) return true;
  const venue::Venue* venue = view.edition.venue();
  if (venue == nullptr || notice.state != model::NoticeState::closed) return false;
  return std::ranges::any_of(venue->stops_of_lift(venue->place_of_room(room)),
                             [&](venue::PlaceId stop) { return names(venue->unit(stop)->room); });
}

}  // namespace screens
