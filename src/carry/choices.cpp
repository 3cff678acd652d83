#include "carry/choices.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "visitor/appointments.h"

namespace carry {
namespace {

// Whether `other` takes the place of `here`. Where both were changed as often, chance decides, but the same
// way on all devices.
bool is_newer(const model::Appointment& other, const model::Appointment& here) {
  const auto rank = [](const model::Appointment& one) {
    return std::tuple(one.revision, visitor::appointment_value(one));
  };
  return rank(other) > rank(here);
}

}  // namespace

Choices choices_of(const visitor::Visitor& visitor) { return {visitor.starred, visitor.appointments}; }

Incoming incoming(const Choices& choices, const visitor::Visitor& here) {
  Incoming found;
  for (const std::string& session : choices.starred)
    if (here.has_starred(session))
      ++found.already_here;
    else
      found.added.starred.push_back(session);
  for (const model::Appointment& one : choices.appointments) {
    const auto same = std::ranges::find(here.appointments, one.id, &model::Appointment::id);
    if (same == here.appointments.end())
      found.added.appointments.push_back(one);
    else if (is_newer(one, *same))
      found.changed.push_back(one);
    else
      ++found.already_here;
  }
  return found;
}

void merge(visitor::OperationLog& log, std::string_view event, const Choices& choices, std::uint64_t copy) {
  const Incoming found = incoming(choices, visitor::visitor_at(event, log));
  std::vector<std::pair<visitor::OperationKey, std::string>> operations;
  for (const std::string& session : found.added.starred)
    operations.emplace_back(visitor::star_key(event, session), visitor::on);
  for (const auto* list : {&found.added.appointments, &found.changed})
    for (const model::Appointment& one : *list)
      if (const auto tidy = visitor::tidied(one))
        operations.emplace_back(visitor::appointment_key(event, tidy->id), visitor::appointment_value(*tidy));
  log.record(std::move(operations), copy);
}

}  // namespace carry
