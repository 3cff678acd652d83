// Something of a visitor's own beside the programme: a meeting, a lunch, a train.
#pragma once

#include <string>

#include "model/time.h"

namespace model {

struct Appointment {
  std::string id;     // made once, when it is added; the same on every device that it is carried to
  std::string title;  // one line, never empty
  Instant starts_at{};
  Instant ends_at{};  // never before starts_at
  std::string place;  // one line, in the visitor's own words; may be empty
  int revision = 0;   // how often it was changed since it was added: calendars take the newer one
  bool operator==(const Appointment&) const = default;
};

}  // namespace model
