// Languages of an event that the app has no messages for.
#pragma once

#include <vector>

#include "model/event.h"
#include "pack/problem.h"

namespace summit_pack {

// A warning for each: the event is good, but nobody can choose that language. When it is every one, an
// error, because the app would show nothing of the event.
std::vector<pack::Problem> languages_without_messages(const model::Event&);

}  // namespace summit_pack
