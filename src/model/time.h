// Points in time and calendar days. The words for them are in text/.
#pragma once

#include <chrono>

namespace model {

// A moment, independent of any time zone.
using Instant = std::chrono::sys_seconds;

// A calendar day in the event's own time zone.
using Date = std::chrono::year_month_day;

using Minutes = std::chrono::minutes;

}  // namespace model
