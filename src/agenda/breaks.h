// Breaks for everybody: in grids and tables of rooms over time they go across all rooms.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/session.h"
#include "model/time.h"

namespace agenda {

// A session, from when until when it is drawn.
struct Drawn {
  const model::Session* session = nullptr;
  model::Instant from{};
  model::Instant to{};
};

// What may take place during such a break: something in less than half of the rooms, or nothing else at all,
// for where a break covers what stands beside it.
enum class Meanwhile : std::uint8_t { something, nothing };

// Of each whether it is one. `drawn` are those of a day, in the order in which they begin; of several breaks
// at once the first one counts. None are cancelled ones and those with an open end.
std::vector<bool> breaks_for_all(std::span<const Drawn> drawn, Meanwhile meanwhile);

}  // namespace agenda
