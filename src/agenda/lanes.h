// Sessions that overlap in one room, side by side: for grids of rooms over time.
#pragma once

#include <span>
#include <vector>

#include "agenda/programme.h"

namespace agenda {

// Where a session stands among those that it overlaps with, directly or through others.
struct Lane {
  int lane = 0;   // from 0, the leftmost
  int lanes = 1;  // how many share the width there; the same for all of them
  int width = 1;  // how many of them it can cover, itself and those behind it that are free while it lasts
  bool operator==(const Lane&) const = default;
};

// From when until when something stands there.
struct Stay {
  model::Instant from{};
  model::Instant to{};
};

// One for each, in their order. Two in the same lane never overlap, and there are no more lanes than overlap
// at one moment. What has no length still has a lane for itself.
std::vector<Lane> lanes_of(std::span<const Stay> stays);

// One for each of the sessions of a room, in their order, as above. Each counts as lasting for `least` at
// least, as one that is drawn so high does.
std::vector<Lane> lanes_of(SessionSpan sessions, model::Minutes least = model::Minutes{0});

}  // namespace agenda
