// How long it takes from one room to another: as measured, where somebody has measured it, else by two rules
// of thumb. The only place that knows them is here.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "model/event.h"

namespace agenda {

// From any room of a site to any other, and from one site to another. Rules of thumb, not measured.
inline constexpr model::Minutes walk_within_a_site{5};
inline constexpr model::Minutes way_between_sites{30};

class WalkingTimes {
 public:
  // The time from one room to another, nothing where it is not known. Asked once for each two rooms.
  using Measure =
      std::function<std::optional<model::Minutes>(const model::Room& from, const model::Room& to)>;

  // The event must live as long as this. Without `measure` nothing is known.
  explicit WalkingTimes(const model::Event& event, Measure measure = {});

  // Nothing within a room, and where one of them is not known.
  model::Minutes between(std::string_view room, std::string_view other) const;

 private:
  struct Place {
    std::string_view site;
    const model::Room* room = nullptr;
  };
  std::map<std::string_view, Place> places_;
  Measure measure_;
  mutable std::map<std::pair<std::string_view, std::string_view>, model::Minutes> measured_;
};

}  // namespace agenda
