// How long a visitor walks to a session. The one place that knows: as long as nobody has worked out ways
// through the buildings it is the same for all of them.
#pragma once

#include <chrono>

#include "model/session.h"

namespace screens {

// From anywhere in the venue, at an easy pace and with the stairs.
inline constexpr std::chrono::minutes usual_walking_time{10};

inline std::chrono::minutes walking_time_to(const model::Session&) { return usual_walking_time; }

}  // namespace screens
