// Questions to the map: with which level it opens, what a place is for.
#pragma once

#include "model/event.h"

namespace venue {

// The level a map opens with: the first one that has a plan, else the first; null when there is none.
const model::Level* opening_level(const model::Event& event);

// A place where sessions are held, rather than one that serves.
bool holds_sessions(const model::Room& room);

}  // namespace venue
