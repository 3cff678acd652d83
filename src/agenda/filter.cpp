#include "agenda/filter.h"

#include <algorithm>
#include <cstdio>

#include "model/id_table.h"
#include "sorting/sort.h"

namespace agenda {
namespace {

constexpr std::array<std::string_view, facet_count> facet_names{
    "day", "theme", "room", "site", "kind", "language", "access", "partner", "person"};

using Unmet = std::uint16_t;  // a bit for each facet that is not met, and for the two lists

constexpr Unmet bit(Facet facet) { return static_cast<Unmet>(1U << static_cast<unsigned>(facet)); }
constexpr Unmet starred_bit = 1U << facet_count;
constexpr Unmet found_bit = 1U << (facet_count + 1);

std::string iso(model::Date day) {
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                                   static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace

std::string_view name_of(Facet facet) { return facet_names[static_cast<std::size_t>(facet)]; }

std::optional<Facet> facet_named(std::string_view name) {
  const auto found = std::ranges::find(facet_names, name);
  if (found == facet_names.end()) return std::nullopt;
  return static_cast<Facet>(found - facet_names.begin());
}

std::string_view name_of(model::SessionKind kind) {
  using enum model::SessionKind;
  switch (kind) {
    case opening: return "opening";
    case high_level: return "high-level";
    case thematic: return "thematic";
    case country: return "country";
    case partner: return "partner";
    case exhibition: return "exhibition";
    case side_event: return "side-event";
    case culture: return "culture";
    case ceremony: return "ceremony";
    case service: break;
  }
  return "service";
}

std::string_view name_of(model::AccessLevel access) {
  using enum model::AccessLevel;
  switch (access) {
    case everyone: return "everyone";
    case delegates: return "delegates";
    case heads_of_delegation: return "heads-of-delegation";
    case invitation: return "invitation";
    case press: break;
  }
  return "press";
}

bool Filter::has(Facet facet, std::string_view value) const {
  return std::ranges::any_of(chosen,
                             [&](const Choice& one) { return one.facet == facet && one.value == value; });
}

void Filter::turn(Facet facet, std::string_view value) {
  const auto is_it = [&](const Choice& one) { return one.facet == facet && one.value == value; };
  if (std::erase_if(chosen, is_it) == 0) chosen.push_back({facet, std::string(value)});
}

Hearing hearing_in(const model::Session& session, std::string_view language) {
  if (std::ranges::find(session.languages, language) != session.languages.end()) return Hearing::spoken;
  return std::ranges::find(session.interpretation, language, &model::Interpretation::language) !=
                 session.interpretation.end()
             ? Hearing::interpreted
             : Hearing::not_at_all;
}

FilterIndex::FilterIndex(const model::Event& event, const Programme& programme, const text::TimeZone& zone)
    : programme_(programme) {
  // In the order of the event's lists; values that no session has are taken out at the end.
  for (const model::Theme& theme : event.themes) value(Facet::theme, theme.id);
  for (const model::Room& room : event.rooms) value(Facet::room, room.id);
  for (const model::Site& site : event.sites) value(Facet::site, site.id);
  for (int kind = 0; kind <= static_cast<int>(model::SessionKind::service); ++kind)
    value(Facet::kind, name_of(static_cast<model::SessionKind>(kind)));
  for (int access = 0; access <= static_cast<int>(model::AccessLevel::press); ++access)
    value(Facet::access, name_of(static_cast<model::AccessLevel>(access)));
  for (const std::string& tag : event.languages) value(Facet::language, tag);
  for (const model::Partner& partner : event.partners) value(Facet::partner, partner.id);
  for (const model::Person& person : event.persons) value(Facet::person, person.id);

  const model::IdTable levels(event.levels), rooms(event.rooms);
  std::uint32_t place = 0;
  for (const model::Session* session : programme.all()) {
    const auto add = [&](Facet facet, std::string_view name) {
      std::vector<std::uint32_t>& all = value(facet, name).sessions;
      if (all.empty() || all.back() != place) all.push_back(place);
    };
    place_of_session_.emplace(session->id, place);
    const Days days = days_of(*session, zone);
    for (std::chrono::sys_days day{days.first}; day <= std::chrono::sys_days{days.last};
         day += std::chrono::days(1))
      add(Facet::day, iso(day));
    for (const std::string& theme : session->themes) add(Facet::theme, theme);
    if (!session->room.empty()) add(Facet::room, session->room);
    if (const model::Room* room = rooms.find(event.rooms, session->room))
      if (const model::Level* level = levels.find(event.levels, room->level)) add(Facet::site, level->site);
    add(Facet::kind, name_of(session->kind));
    for (const std::string& tag : session->languages) add(Facet::language, tag);
    for (const model::Interpretation& one : session->interpretation) {
      if (hearing_in(*session, one.language) == Hearing::spoken) continue;
      add(Facet::language, one.language);
      std::vector<std::uint32_t>& all = value(Facet::language, one.language).interpreted;
      if (all.empty() || all.back() != place) all.push_back(place);
    }
    add(Facet::access, name_of(session->access));
    for (const std::string& partner : session->partners) add(Facet::partner, partner);
    for (const model::Participation& part : session->people) add(Facet::person, part.person);
    ++place;
  }
  for (std::vector<Value>& list : values_)
    std::erase_if(list, [](const Value& one) { return one.sessions.empty(); });
  sorting::sort(values_[static_cast<std::size_t>(Facet::day)], {}, &Value::name);
  for (std::size_t i = 0; i < facet_count; ++i) {
    places_[i].clear();
    for (std::size_t k = 0; k < values_[i].size(); ++k) places_[i].emplace(values_[i][k].name, k);
  }
}

FilterIndex::Value& FilterIndex::value(Facet facet, std::string_view name) {
  const auto of = static_cast<std::size_t>(facet);
  const auto found = places_[of].find(name);
  if (found != places_[of].end()) return values_[of][found->second];
  places_[of].emplace(name, values_[of].size());
  return values_[of].emplace_back(Value{std::string(name), {}, {}});
}

const FilterIndex::Value* FilterIndex::find(Facet facet, std::string_view name) const {
  const auto of = static_cast<std::size_t>(facet);
  const auto found = places_[of].find(name);
  return found == places_[of].end() ? nullptr : &values_[of][found->second];
}

Filtered FilterIndex::ask(const Filter& filter) const {
  const SessionSpan all = programme_.all();
  Unmet asked = 0;
  for (const Choice& one : filter.chosen) asked |= bit(one.facet);
  if (filter.starred) asked |= starred_bit;
  if (filter.found) asked |= found_bit;
  std::vector<Unmet> unmet(all.size(), asked);
  const auto meet = [&](std::uint32_t place, Unmet which) { unmet[place] &= static_cast<Unmet>(~which); };
  for (const Choice& one : filter.chosen)
    if (const Value* value = find(one.facet, one.value))
      for (const std::uint32_t place : value->sessions) meet(place, bit(one.facet));
  const auto meet_ids = [&](const std::vector<std::string>& ids, Unmet which) {
    for (const std::string& id : ids)
      if (const auto at = place_of_session_.find(id); at != place_of_session_.end()) meet(at->second, which);
  };
  if (filter.starred) meet_ids(*filter.starred, starred_bit);
  if (filter.found) meet_ids(*filter.found, found_bit);

  Filtered answer;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (unmet[i] == 0) answer.sessions.push_back(all[i]);
  for (std::size_t i = 0; i < facet_count; ++i) {
    const auto facet = static_cast<Facet>(i);
    const auto fits = [&](std::uint32_t place) { return (unmet[place] & ~bit(facet)) == 0; };
    for (const Value& value : values_[i])
      answer.counts[i].push_back({value.name,
                                  static_cast<std::size_t>(std::ranges::count_if(value.sessions, fits)),
                                  static_cast<std::size_t>(std::ranges::count_if(value.interpreted, fits)),
                                  filter.has(facet, value.name)});
  }
  for (const Choice& one : filter.chosen)
    if (find(one.facet, one.value) == nullptr)
      answer.counts[static_cast<std::size_t>(one.facet)].push_back({one.value, 0, 0, true});
  return answer;
}

}  // namespace agenda
