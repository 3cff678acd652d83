// The steps of a way through the venue, in whole sentences: for screens, pages and paper. The way as data is
// in venue/route.h.
#pragma once

#include <string>

#include "content/edition.h"
#include "text/words.h"
#include "venue/route.h"

namespace content {

// What a place is called in the language of `words`: as the event names the room, else the map; of what has
// no name what it is ("Lift").
std::string name_of_place(const venue::Venue& venue, venue::PlaceId place, const Edition& edition,
                          const text::Words& words);

// "Turn left. Registration is on your right."
std::string told(const venue::Step& step, const venue::Venue& venue, const Edition& edition,
                 const text::Words& words);

// Why there is no way.
std::string told(const venue::NoRoute& none, const text::Words& words);

}  // namespace content
