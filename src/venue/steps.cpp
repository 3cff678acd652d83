// How a path is told: where one turns, what one passes, how one changes levels.

#include <algorithm>
#include <cmath>
#include <numbers>

#include "venue/geometry.h"
#include "venue/route.h"

namespace venue {
namespace {

using model::MapPoint;
using model::UnitKind;

// Corners flatter than this are not told.
constexpr double least_turn = 30;
// Bends that lie so close together are one.
constexpr double one_corner_cm = 400;
// A path that strays less from a straight line is one.
constexpr double straight_within_cm = 120;
// What stands so near the path is a landmark.
constexpr double landmark_within_cm = 900;

double degrees_between(Vector before, Vector after) {
  return std::atan2(cross(before, after), dot(before, after)) * 180 / std::numbers::pi;
}

// With y to the south a turn to the right is positive.
Turn turn_of(double degrees) {
  const double size = std::abs(degrees);
  if (size < least_turn) return Turn::straight;
  if (size > 150) return Turn::around;
  if (size < 60) return degrees > 0 ? Turn::slight_right : Turn::slight_left;
  return degrees > 0 ? Turn::right : Turn::left;
}

Side side_of(double degrees) {
  if (std::abs(degrees) < least_turn) return Side::ahead;
  return degrees > 0 ? Side::right : Side::left;
}

class Teller {
 public:
  Teller(const Venue& venue, const Route& route) : venue_(venue), path_(route.path), edges_(route.edges) {
    along_.push_back(0);
    for (const Edge& edge : edges_) along_.push_back(along_.back() + edge.length_cm);
  }

  std::vector<Step> told() {
    if (edges_.empty()) return {};
    // Who stands somewhere on the way begins at no place.
    add({.kind = Step::Kind::start, .place = venue_.is_place(path_.front()) ? path_.front() : no_place}, 0);
    std::size_t at = 0;
    while (at < edges_.size()) {
      std::size_t end = at;
      while (end < edges_.size() && !changes_level(end)) ++end;
      walk(at, end);
      if (end == edges_.size()) break;
      at = end;
      while (at < edges_.size() && changes_level(at) && edges_[at].kind == edges_[end].kind) ++at;
      change(end, at);
    }
    arrive();
    PlaceId told = no_place;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      const std::uint32_t next =
          i + 1 < steps_.size() ? steps_[i + 1].first : static_cast<std::uint32_t>(path_.size() - 1);
      steps_[i].distance_m = (along_[next] - along_[steps_[i].first]) / 100;
      add_landmark(steps_[i], next);
      // Once is enough.
      if (i > 0 && steps_[i].landmark != no_place && steps_[i].landmark == told)
        steps_[i].landmark = no_place;
      if (steps_[i].landmark != no_place) told = steps_[i].landmark;
    }
    return std::move(steps_);
  }

 private:
  MapPoint at(std::size_t place) const { return venue_.nodes()[path_[place]].at; }
  std::uint32_t level_at(std::size_t place) const { return venue_.nodes()[path_[place]].level; }
  int ordinal_at(std::size_t place) const { return venue_.plan().levels[level_at(place)].ordinal; }
  bool changes_level(std::size_t edge) const { return ordinal_at(edge) != ordinal_at(edge + 1); }

  void add(Step step, std::size_t place) {
    step.first = static_cast<std::uint32_t>(place);
    step.level = level_at(place);
    step.at = at(place);
    if (step.along == no_place && place < edges_.size()) step.along = edges_[place].unit;
    steps_.push_back(step);
  }

  // The places of a path that are no part of a straight line, the ends among them.
  void keep_corners(std::size_t first, std::size_t last, std::vector<std::size_t>& corners) const {
    std::size_t farthest = first;
    double most = straight_within_cm;
    for (std::size_t i = first + 1; i < last; ++i)
      if (const double off = distance_to_side_cm(at(i), at(first), at(last)); off > most) {
        most = off;
        farthest = i;
      }
    if (farthest == first) {
      corners.push_back(last);
      return;
    }
    keep_corners(first, farthest, corners);
    keep_corners(farthest, last, corners);
  }

  bool is_entrance(std::size_t place) const {
    const model::MapDoor* door = venue_.door(path_[place]);
    return door != nullptr && door->entrance && place > 0 && place < edges_.size() &&
           is_outdoor(edges_[place - 1].unit) != is_outdoor(edges_[place].unit);
  }
  bool is_outdoor(std::uint32_t unit) const {
    const model::MapUnit& there = venue_.plan().units[unit];
    return there.kind == UnitKind::outdoor || venue_.plan().levels[there.level].outdoor;
  }

  void walk(std::size_t first, std::size_t last) {
    if (first == last) return;
    std::vector<std::size_t> corners{first};
    std::size_t from = first;
    for (std::size_t i = first + 1; i < last; ++i)
      if (is_entrance(i)) {
        keep_corners(from, i, corners);
        from = i;
      }
    keep_corners(from, last, corners);
    // Coming out of a lift, the turn in front of it belongs to coming out.
    bool comes_out = !steps_.empty() && steps_.back().kind == Step::Kind::leave;
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
      if (is_entrance(corners[i])) {
        add({.kind = is_outdoor(edges_[corners[i]].unit) ? Step::Kind::outdoors : Step::Kind::indoors},
            corners[i]);
        comes_out = false;
        continue;
      }
      std::size_t next = i;
      while (next + 2 < corners.size() && !is_entrance(corners[next + 1]) &&
             along_[corners[next + 1]] - along_[corners[i]] < one_corner_cm)
        ++next;
      const double degrees =
          degrees_between(at(corners[i]) - at(corners[i - 1]), at(corners[next + 1]) - at(corners[next]));
      const Turn turn = turn_of(degrees);
      if (comes_out && corners[i] <= first + 2) {
        steps_.back().turn = turn;
        steps_.back().along = edges_[corners[next]].unit;
      } else if (turn != Turn::straight) {
        add({.kind = Step::Kind::turn,
             .turn = turn,
             .side = side_of(degrees),
             .along = edges_[corners[next]].unit},
            corners[i]);
      }
      comes_out = false;
      i = next;
    }
  }

  // Takes back the turn through the door of the last unit on the path so far; answers on which side that is.
  Side entered_at(std::size_t place) {
    std::size_t door = place;
    while (door > 0 && venue_.door(path_[door]) == nullptr) --door;
    if (steps_.empty() || steps_.back().kind != Step::Kind::turn) return Side::ahead;
    if (venue_.door(path_[door]) == nullptr || steps_.back().first + 1 < door) return Side::ahead;
    const Side side = steps_.back().side;
    last_turn_ = steps_.back().first;
    steps_.pop_back();
    return side;
  }

  void change(std::size_t first, std::size_t last) {
    last_turn_ = static_cast<std::uint32_t>(first);
    const Side side = entered_at(first);
    const Edge& edge = edges_[first];
    Step step{.kind = Step::Kind::change, .side = side, .place = edges_[first].unit, .along = edge.unit};
    step.by = edge.kind;
    step.to_level = level_at(last);
    step.up = ordinal_at(last) > ordinal_at(first);
    add(step, last_turn_);
    add({.kind = Step::Kind::leave, .place = path_[last], .along = no_place, .by = edge.kind}, last);
  }

  void arrive() {
    const std::size_t end = path_.size() - 1;
    last_turn_ = static_cast<std::uint32_t>(end);
    const Side side = entered_at(end);
    add({.kind = Step::Kind::arrive, .side = side, .place = path_.back(), .along = no_place}, last_turn_);
    steps_.back().along = edges_.back().unit;
  }

  bool is_named(const model::MapUnit& unit) const {
    if (unit.room.empty() && unit.name.empty()) return false;
    switch (unit.kind) {
      case UnitKind::walkway:
      case UnitKind::staff:
      case UnitKind::open_to_below:
      case UnitKind::solid:
      case UnitKind::ramp:
      case UnitKind::moving_walkway: return false;
      default: return true;
    }
  }

  // The last named place beside the straight piece of way that begins with the step.
  void add_landmark(Step& step, std::uint32_t next) {
    if (step.kind == Step::Kind::change || step.kind == Step::Kind::arrive || next <= step.first) return;
    const std::uint32_t begins = venue_.unit_around(path_.front()), ends = venue_.unit_around(path_.back());
    double best = 300;  // not what stands beside the first step
    const auto doors_near = [&](std::uint32_t unit, auto&& see) {
      const auto doors = venue_.doors_of(unit);
      for (const PlaceId door : doors) see(venue_.nodes()[door].at);
      if (doors.empty()) see(venue_.nodes()[unit].at);
    };
    const auto& units = venue_.plan().units;
    for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
      if (units[unit].level != level_at(step.first) || unit == begins || unit == ends ||
          !is_named(units[unit]))
        continue;
      if (std::ranges::any_of(edges_, [&](const Edge& edge) { return edge.unit == unit; })) continue;
      doors_near(unit, [&](MapPoint door) {
        for (std::uint32_t i = step.first; i < next; ++i) {
          if (level_at(i) != units[unit].level || level_at(i + 1) != units[unit].level) continue;
          const Vector way = at(i + 1) - at(i), there = door - at(i);
          const double size = length(way);
          if (size < 1) continue;
          const double far = dot(there, way) / size, off = cross(way, there) / size;
          if (far < 0 || far > size || std::abs(off) > landmark_within_cm) continue;
          const double passed = along_[i] - along_[step.first] + far;
          if (passed <= best) continue;
          best = passed;
          step.landmark = unit;
          step.side = off > 0 ? Side::right : Side::left;
        }
      });
    }
  }

  const Venue& venue_;
  const std::vector<std::uint32_t>& path_;
  const std::vector<Edge>& edges_;
  std::vector<double> along_;  // centimetres from the start to each place of the path
  std::vector<Step> steps_;
  std::uint32_t last_turn_ = 0;
};

}  // namespace

std::vector<Step> steps_of(const Venue& venue, const Route& route) { return Teller(venue, route).told(); }

}  // namespace venue
