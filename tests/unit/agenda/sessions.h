// Sessions for the tests beside this.
#pragma once

#include <string>
#include <utility>

#include "model/event.h"

namespace test {

inline model::Session session(std::string id, model::Instant from, model::Instant to, std::string room = {}) {
  model::Session made;
  made.id = std::move(id);
  made.starts_at = from;
  made.ends_at = to;
  made.room = std::move(room);
  return made;
}

}  // namespace test
