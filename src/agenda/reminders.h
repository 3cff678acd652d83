// When a visitor is to be told that something of their plan begins soon. What was told before is handed in,
// so that nothing is told twice.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agenda/plan.h"

namespace agenda {

// What a reminder is about: the session or appointment and when it begins, so that what moves is told again.
// "glaciers/1776834000", "own.1a-2/1776834000"
std::string reminder_subject(const Engagement& engagement);

struct Reminders {
  std::vector<const Engagement*> due;  // to be told now, in order of start
  std::optional<model::Instant> next;  // when the next one will be; nothing when there is none
};

// Each engagement is due `before` it begins and until it does; what is cancelled never is. With 0 minutes
// nobody is reminded of anything. `told` answers for a subject whether it was told.
Reminders reminders(const Plan& plan, model::Minutes before, model::Instant now,
                    const std::function<bool(std::string_view subject)>& told);

}  // namespace agenda
