// Questions to the map: which level a place is on, what else is there.
#pragma once

#include <string_view>
#include <vector>

#include "model/event.h"

namespace venue {

// Where a room is, whole. Pointers live in the event.
struct Whereabouts {
  const model::Room* room = nullptr;
  const model::Level* level = nullptr;
  const model::Site* site = nullptr;
};

// All members are null when there is no such room.
Whereabouts whereabouts(const model::Event& event, std::string_view room);

// The rooms of a level by their names in `language`, in the order of its alphabet.
std::vector<const model::Room*> rooms_on(const model::Event& event, std::string_view level, std::string_view language);

// The level a map opens with: the first one that has a plan, else the first; null when there is none.
const model::Level* opening_level(const model::Event& event);

// A place where sessions are held, rather than one that serves.
bool holds_sessions(const model::Room& room);

}  // namespace venue
