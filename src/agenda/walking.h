// How long it takes from one room to another. Until there are routes, these are two fixed values: the only
// place that knows them is here.
#pragma once

#include <map>
#include <string_view>

#include "model/event.h"

namespace agenda {

// From any room of a site to any other, and from one site to another. Rules of thumb, not measured.
inline constexpr model::Minutes walk_within_a_site{5};
inline constexpr model::Minutes way_between_sites{30};

class WalkingTimes {
 public:
  // The event must live as long as this.
  explicit WalkingTimes(const model::Event& event);

  // Nothing within a room, and where one of them is not known.
  model::Minutes between(std::string_view room, std::string_view other) const;

 private:
  std::map<std::string_view, std::string_view> site_of_room_;
};

}  // namespace agenda
