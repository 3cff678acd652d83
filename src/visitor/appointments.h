// A visitor's own appointments as operations. Adding, changing and removing one each are an operation with
// the appointment's id as its subject, so that copies merge as they do for stars: of one appointment the last
// word counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/appointment.h"
#include "visitor/operations.h"

namespace visitor {

// In bytes; longer ones are cut between two letters. They keep an operation within a line of the log.
inline constexpr std::size_t longest_appointment_title = 320;
inline constexpr std::size_t longest_appointment_place = 160;

// An id that no other appointment has: of the running copy and of how many operations it has seen.
std::string new_appointment_id(const OperationLog& log, std::uint64_t copy);

// As it will be kept: in lines without breaks, not too long, and ending no earlier than it starts. Nothing
// when it has no title, or an id that cannot be one.
std::optional<model::Appointment> tidied(model::Appointment appointment);

// Adds it, or changes the one with its id, whose revision rises when something is other; the same once more
// does nothing. False when there is nothing to keep (see `tidied`).
bool put_appointment(OperationLog& log, std::string_view event, const model::Appointment& appointment,
                     std::uint64_t copy);
void remove_appointment(OperationLog& log, std::string_view event, std::string_view id, std::uint64_t copy);

// Those that are not removed, in order of start, then of id.
std::vector<model::Appointment> appointments_at(std::string_view event, const OperationLog& log);

OperationKey appointment_key(std::string_view event, std::string_view id);

// The appointment as the value of an operation, and back; its id is the subject. What later versions add
// behind it is passed over. Nothing when it is not understood.
std::string appointment_value(const model::Appointment& appointment);
std::optional<model::Appointment> appointment_of(std::string_view id, std::string_view value);

}  // namespace visitor
