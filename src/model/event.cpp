#include "model/event.h"

#include <algorithm>

namespace model {
namespace {

template <typename Thing>
std::vector<const Thing*> in_order(const Event& event, std::string_view language,
                                   const std::vector<Thing>& things,
                                   std::vector<std::uint32_t> Alphabet::*order) {
  std::vector<const Thing*> sorted;
  sorted.reserve(things.size());
  const auto alphabet = std::ranges::find(event.alphabets, language, &Alphabet::language);
  if (alphabet == event.alphabets.end())
    for (const Thing& thing : things) sorted.push_back(&thing);
  else
    for (const std::uint32_t place : (*alphabet).*order) sorted.push_back(&things[place]);
  return sorted;
}

}  // namespace

std::optional<Instant> last_modified(const Event& event) {
  if (event.updated_at || event.notices.empty()) return event.updated_at;
  return std::ranges::max(event.notices, {}, &Notice::published_at).published_at;
}

bool is_valid(const Notice& notice, Instant now) { return !notice.until || now < *notice.until; }

const std::string& known_as(const Partner& partner, std::string_view language) {
  return partner.abbreviation.empty() ? partner.name.in(language) : partner.abbreviation.in(language);
}

std::vector<const Room*> rooms_by_name(const Event& event, std::string_view language) {
  return in_order(event, language, event.rooms, &Alphabet::rooms);
}

std::vector<const Partner*> partners_by_name(const Event& event, std::string_view language) {
  return in_order(event, language, event.partners, &Alphabet::partners);
}

bool took_part(const Milestone& milestone, std::string_view partner) {
  const auto among = [&](const std::vector<std::string>& ids) {
    return std::ranges::find(ids, partner) != ids.end();
  };
  return among(milestone.partners) || std::ranges::any_of(milestone.events, [&](const MilestoneEvent& event) {
           return among(event.partners);
         });
}

}  // namespace model
