// What changed between two editions, for screens that tell of it.
#pragma once

#include <vector>

#include "content/edition.h"
#include "model/changes.h"

namespace content {

using Changes = std::vector<model::SessionChange>;

// In the order of the programme. Ids of rooms and people in what was are those of `before`.
inline Changes changes(const Edition& before, const Edition& after) {
  return model::changes(before.event(), after.event());
}

}  // namespace content
