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

std::string revision_of(const Notice& notice) {
  // FNV-1a, so that every build answers the same.
  std::uint64_t hash = 14695981039346656037ULL;
  const auto add_byte = [&](std::uint64_t byte) { hash = (hash ^ byte) * 1099511628211ULL; };
  const auto add = [&](std::string_view text) {
    for (const char letter : text) add_byte(static_cast<unsigned char>(letter));
    add_byte(0xFF);  // stands in no text
  };
  for (const LocalizedText* text : {&notice.title, &notice.text})
    for (const auto& [language, words] : text->all()) {
      add(language);
      add(words);
    }
  add(std::to_string(static_cast<int>(notice.urgency)));
  add(notice.state ? std::to_string(static_cast<int>(*notice.state)) : std::string{});
  add(std::to_string(notice.published_at.time_since_epoch().count()));
  for (const std::vector<std::string>* ids : {&notice.applies_to.rooms, &notice.applies_to.sessions})
    for (const std::string& id : *ids) add(id);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string written;
  for (int shift = 60; shift >= 0; shift -= 4)
    written += digits[(hash >> static_cast<unsigned>(shift)) & 15U];
  return written;
}

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
