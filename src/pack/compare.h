// What changed in the programme, the articles and the road between two states of
// an event, in lines for organisers and their tools; model/changes.h has the same as
// data, for what visitors are told.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "model/changes.h"
#include "model/event.h"

namespace pack {

struct Change {
  enum class Kind {
    added,       // the session, article or milestone is new
    removed,     // it is gone
    moved,       // it starts or ends at another time
    relocated,   // it is in another room or place
    renamed,     // its title reads differently in some language
    cancelled,   // its state became cancelled
    reinstated,  // its state was cancelled and no longer is
    edited,      // something else about it changed
  };

  Kind kind = Kind::edited;
  std::string id;    // of the session, article or milestone
  std::string line;  // the change in one plain sentence, without its kind and without a line break
};

// All changes in the order of the programme, those of one session together; then
// those of the articles and of the road in their own order. Times are written at `utc_offset`.
std::vector<Change> compare(const model::Event& before, const model::Event& after,
                            std::chrono::minutes utc_offset);

// "moved", "cancelled", ...
std::string_view name_of(Change::Kind kind);
std::string_view name_of(model::SessionChange::Kind kind);

}  // namespace pack
