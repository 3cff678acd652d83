/* SDL's events without the log of each of them, which nobody switches on in a page: the names of all events and of
   what stands in them. */
#include "SDL_internal.h"

#include "SDL.h"

#undef SDL_snprintf
#undef SDL_strlcpy
#define SDL_snprintf(...) 0
#define SDL_strlcpy(...) ((void)0)
#define SDL_Log(...) ((void)0)
#include "events/SDL_events.c"
