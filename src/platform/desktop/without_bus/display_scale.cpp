// Where SDL counts in points itself.
#include "platform/desktop/display_scale.h"

namespace platform {

float window_units_in_point(SDL_Window*) { return 1; }

bool draws_with_processor() { return false; }

}  // namespace platform
