// A level of the map as the widget draws it: its rooms with their states, doors and signs, the way that is
// asked for, where the visitor stands.
#pragma once

#include "screens/map_query.h"

namespace screens {

// The plan of the level; `selected` stands out. Where the visitor is about to mark where they stand, a press
// on it takes them on.
void level_plan(ui::Frame& f, const View& view, Actions& actions, const model::Level& level,
                const model::Room* selected);

// The same as a part of an answer, no higher than `most_height`, without buttons. False where there is none.
bool plan_of_answer(ui::Frame& f, const View& view, const model::Room& room, float most_height);

// Where the room is on its level, as a small picture that leads to its page; nothing where nobody has drawn
// it.
void place_picture(ui::Frame& f, const View& view, const model::Room& room);

// What the press of a room in a list or on the plan leads to: the room, or the way to or from it where that
// is asked for, or the map with the visitor there.
std::string link_to_room(const View& view, MapQuery query, const model::Room& room);

// What a room is drawn with: on the plan that says more than its kind, toilets are a service like others.
char32_t icon_of(const View& view, const model::Room& room);

// The levels that have a piece of the way that is asked for, by their places in the event's venue.
std::vector<std::uint32_t> levels_of_way(const View& view);

}  // namespace screens
