#include "agenda/reminders.h"

namespace agenda {

std::string reminder_subject(const Engagement& engagement) {
  const std::string name =
      engagement.session != nullptr ? engagement.session->id : "own." + engagement.appointment->id;
  return name + '/' + std::to_string(engagement.starts_at.time_since_epoch().count());
}

Reminders reminders(const Plan& plan, model::Minutes before, model::Instant now,
                    const std::function<bool(std::string_view subject)>& told) {
  Reminders found;
  if (before <= model::Minutes(0)) return found;
  for (const Engagement& one : plan.all()) {
    if (one.starts_at <= now) continue;
    if (one.session != nullptr && one.session->state == model::SessionState::cancelled) continue;
    const model::Instant due_at = one.starts_at - before;
    if (due_at > now) {
      found.next = due_at;  // they stand in order of start
      break;
    }
    if (!told(reminder_subject(one))) found.due.push_back(&one);
  }
  return found;
}

}  // namespace agenda
