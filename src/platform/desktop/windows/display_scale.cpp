// SDL counts in points here, each window by the scale of its screen, and finds what to draw with.
#include "platform/desktop/display_scale.h"

namespace platform {

float window_units_in_point(SDL_Window*) { return 1; }

bool draws_with_processor() { return false; }

}  // namespace platform
