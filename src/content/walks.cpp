#include "content/walks.h"

#include <algorithm>
#include <array>

namespace content {

bool is_sketch_between_sites(const Edition& edition, std::uint32_t from_node, std::uint32_t to_node) {
  const venue::Venue& venue = *edition.venue();
  const auto level_of = [&](std::uint32_t node) {
    return edition.level(venue.plan().levels[venue.nodes()[node].level].level);
  };
  const model::Level *from = level_of(from_node), *to = level_of(to_node);
  if (from == nullptr || to == nullptr || from->site == to->site) return false;
  return from->publication.status == model::PublicationStatus::provisional ||
         to->publication.status == model::PublicationStatus::provisional;
}

model::Minutes told_time(const Edition& edition, std::uint32_t from, std::uint32_t to, model::Minutes walk) {
  return is_sketch_between_sites(edition, from, to) ? std::max(walk, agenda::way_between_sites) : walk;
}

std::optional<model::Minutes> walking_time(const Edition& edition, std::string_view from, std::string_view to,
                                           bool step_free) {
  const venue::Venue* venue = edition.venue();
  if (venue == nullptr) return std::nullopt;
  const venue::PlaceId begin = venue->place_of_room(from);
  const std::array<venue::PlaceId, 1> end{venue->place_of_room(to)};
  if (begin == venue::no_place || end[0] == venue::no_place) return std::nullopt;
  const auto walks = venue::walks_from(*venue, begin, end, {.step_free = step_free});
  if (walks.empty() || !walks.front().reached) return std::nullopt;
  return told_time(edition, begin, end[0], walks.front().walking_time);
}

}  // namespace content
