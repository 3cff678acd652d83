// What a visitor carries from one device to another: stars and appointments of one event, and how they come
// in. The forms in which they travel are code.h (links and QR codes) and choices_file.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/appointment.h"
#include "visitor/visitor.h"

namespace carry {

struct Choices {
  std::vector<std::string> starred;              // ids of sessions, sorted
  std::vector<model::Appointment> appointments;  // in order of start, then of id
  bool empty() const { return starred.empty() && appointments.empty(); }
  bool operator==(const Choices&) const = default;
};

Choices choices_of(const visitor::Visitor& visitor);

// Why something is no choices that could come in.
enum class Refusal {
  not_ours,       // it never was one of these: other letters, another beginning
  damaged,        // it was one, but something of it is missing or changed
  newer_version,  // a later version of the app made it
  other_event,
};

// What of `choices` a visitor does not have: for asking before it comes in.
struct Incoming {
  Choices added;                            // sessions not starred here, appointments not here
  std::vector<model::Appointment> changed;  // here too, and changed since on the other device
  std::size_t already_here = 0;             // all others
  bool empty() const { return added.empty() && changed.empty(); }
};
Incoming incoming(const Choices& choices, const visitor::Visitor& here);

// Merges them as operations: nothing that is here goes away, what comes in twice is there once, and the order
// in which several come in does not matter. Of two forms of one appointment the one that was changed more
// often stays.
void merge(visitor::OperationLog& log, std::string_view event, const Choices& choices, std::uint64_t copy);

}  // namespace carry
