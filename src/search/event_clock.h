// The days of an event and moments in them: which day it is, and whether a session is at the time
// that was asked for. Private to src/search.
#pragma once

#include "search/index_contents.h"
#include "search/moments.h"

namespace search {

class EventClock {
 public:
  EventClock(const Vocabulary& vocabulary, model::Instant now) : vocabulary_(vocabulary), now_(now) {}

  // Now by the event's clock, also before and after the event.
  Clock clock() const;

  // How well something fits, 0 when it does not: what has no time fits none.
  float fit(const StoredDocument& document, const Moment& moment) const;

 private:
  // The number of an event's day, or how many there are.
  std::size_t day_of(model::Instant moment) const;

  // From midnight to midnight, also of a day before or after the event.
  std::pair<model::Instant, model::Instant> bounds_of(model::Date day) const;

  float fit_on(const std::pair<model::Instant, model::Instant>& day, const StoredDocument& document,
               const Moment& moment) const;

  const Vocabulary& vocabulary_;
  model::Instant now_;
};

}  // namespace search
