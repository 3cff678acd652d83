// Where and when an event is worth a look, for addresses with ?at=.
#pragma once

#include <string>

#include "content/edition.h"

namespace pages {

// A line each: "home /kk/", the page in the event's first language; "during 2026-04-23T11:00+05:00", when
// most sessions are on in the middle of the event; "before 2026-04-15T10:00+05:00", a week before its first
// day.
std::string moments_of(const content::Edition& edition);

}  // namespace pages
