// How large the desktop wants things to be drawn where its window system counts in pixels alone, and by what.
#pragma once

#include <string_view>

struct SDL_Window;

namespace platform {

// Units of the window system in a point: 1.5 on a desktop set to 150 %; 1 where the system counts in points
// itself, or says nothing.
float window_units_in_point(SDL_Window* window);

// The same, out of the resources of an X display ("Xft.dpi:\t144"), where 96 dots in an inch are the usual.
float scale_of_resources(std::string_view resources);

// There is no graphics card: a driver for one would draw with the processor too, and take five times the
// memory.
bool draws_with_processor();

}  // namespace platform
