#include "agenda/filter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "random_programme.h"
#include "with_icu.h"

using agenda::Facet;
using agenda::Filter;
using agenda::Hearing;

namespace {

constexpr Facet all_facets[] = {Facet::day,      Facet::theme,  Facet::room,    Facet::site,  Facet::kind,
                                Facet::language, Facet::access, Facet::partner, Facet::person};

// The values that a session has, by looking at it.
std::set<std::string> values_of(const model::Event& event, const model::Session& session, Facet facet) {
  std::set<std::string> values;
  const auto add_all = [&](const std::vector<std::string>& list) { values.insert(list.begin(), list.end()); };
  switch (facet) {
    case Facet::day: {
      const agenda::Days days = agenda::days_of(session, test::astana());
      for (int day = 20; day <= 29; ++day)
        if (days.contain(std::chrono::year{2026} / 4 / day)) values.insert("2026-04-" + std::to_string(day));
      break;
    }
    case Facet::theme: add_all(session.themes); break;
    case Facet::room:
      if (!session.room.empty()) values.insert(session.room);
      break;
    case Facet::site:
      for (const model::Room& room : event.rooms)
        for (const model::Level& level : event.levels)
          if (room.id == session.room && level.id == room.level) values.insert(level.site);
      break;
    case Facet::kind: values.insert(std::string(agenda::name_of(session.kind))); break;
    case Facet::language:
      add_all(session.languages);
      for (const auto& one : session.interpretation) values.insert(one.language);
      break;
    case Facet::access: values.insert(std::string(agenda::name_of(session.access))); break;
    case Facet::partner: add_all(session.partners); break;
    case Facet::person:
      for (const auto& one : session.people) values.insert(one.person);
      break;
  }
  return values;
}

bool fits(const model::Event& event, const model::Session& session, const Filter& filter,
          std::optional<Facet> all_but = {}) {
  for (const Facet facet : all_facets) {
    if (facet == all_but) continue;
    bool asked = false, met = false;
    for (const agenda::Choice& one : filter.chosen)
      if (one.facet == facet) asked = true, met = met || values_of(event, session, facet).contains(one.value);
    if (asked && !met) return false;
  }
  for (const auto* list : {&filter.starred, &filter.found})
    if (*list && std::ranges::find(**list, session.id) == (*list)->end()) return false;
  return true;
}

}  // namespace

TEST_CASE("facets have the names of the agenda's address") {
  std::string names;
  for (const Facet facet : all_facets) {
    names += std::string(agenda::name_of(facet)) + " ";
    CHECK(agenda::facet_named(agenda::name_of(facet)) == facet);
  }
  CHECK(names == "day theme room site kind language access partner person ");
  CHECK_FALSE(agenda::facet_named("starred"));
}

TEST_CASE("a filter is turned on and off value by value") {
  Filter filter;
  CHECK(filter.empty());
  filter.turn(Facet::theme, "water");
  filter.turn(Facet::room, "water");
  CHECK(filter.has(Facet::theme, "water"));
  filter.turn(Facet::theme, "water");
  CHECK(filter.chosen == std::vector<agenda::Choice>{{Facet::room, "water"}});
}

TEST_CASE("a language is spoken, interpreted, or not to be heard at all") {
  model::Session session;
  session.languages = {"kk"};
  session.interpretation = {{"kk", 1}, {"ru", 2}};
  CHECK(agenda::hearing_in(session, "kk") == Hearing::spoken);
  CHECK(agenda::hearing_in(session, "ru") == Hearing::interpreted);
  CHECK(agenda::hearing_in(session, "en") == Hearing::not_at_all);
}

TEST_CASE("filters and their counts are those of one who looks at every session") {
  test::RandomProgramme chance(77);
  for (int round = 0; round < 200; ++round) {
    CAPTURE(round);
    const model::Event event = chance.event(40);
    const agenda::Programme programme(event, test::astana());
    const agenda::FilterIndex index(event, programme, test::astana());
    Filter filter;
    for (int i = chance.up_to(3); i > 0 && !event.sessions.empty(); --i) {
      const Facet facet = all_facets[chance.up_to(8)];
      const auto& any =
          event.sessions[static_cast<std::size_t>(chance.up_to(static_cast<int>(event.sessions.size()) - 1))];
      for (const std::string& value : values_of(event, any, facet))
        if (!filter.has(facet, value)) filter.turn(facet, value);
    }
    if (chance.up_to(3) == 0) {
      filter.starred.emplace();
      for (const model::Session& one : event.sessions)
        if (chance.up_to(1) == 0) filter.starred->push_back(one.id);
      filter.starred->push_back("gone");
    }
    const agenda::Filtered answer = index.ask(filter);
    agenda::Sessions wanted;
    for (const model::Session& one : event.sessions)
      if (fits(event, one, filter)) wanted.push_back(&one);
    CHECK(answer.sessions == wanted);
    for (const Facet facet : all_facets) {
      std::map<std::string, std::size_t> counts;
      for (const model::Session& one : event.sessions)
        for (const std::string& value : values_of(event, one, facet))
          counts[value] += fits(event, one, filter, facet);
      CHECK(answer.of(facet).size() == counts.size());
      for (const agenda::FacetCount& one : answer.of(facet)) {
        CHECK(counts.at(std::string(one.value)) == one.count);
        CHECK(one.chosen == filter.has(facet, one.value));
        if (facet != Facet::language) CHECK(one.interpreted == 0);
        if (facet == Facet::language)
          CHECK(one.interpreted == static_cast<std::size_t>(std::ranges::count_if(
                                       event.sessions, [&](const model::Session& session) {
                                         return fits(event, session, filter, facet) &&
                                                agenda::hearing_in(session, one.value) ==
                                                    Hearing::interpreted;
                                       })));
      }
    }
  }
}

TEST_CASE("values stand in the order of the event, and one that no session has can be taken off") {
  test::RandomProgramme chance(3);
  model::Event event = chance.event(40);
  std::swap(event.themes[0], event.themes[3]);
  const agenda::Programme programme(event, test::astana());
  const agenda::FilterIndex index(event, programme, test::astana());
  const Filter filter{.chosen = {{Facet::theme, "gone"}}, .starred = {}, .found = {}};
  const agenda::Filtered answer = index.ask(filter);
  CHECK(answer.sessions.empty());
  REQUIRE(answer.of(Facet::theme).size() == 5);
  CHECK(answer.of(Facet::theme)[0].value == "theme-3");
  CHECK(answer.of(Facet::theme)[4].value == "gone");
  CHECK(answer.of(Facet::theme)[4].chosen);
  CHECK(std::ranges::is_sorted(answer.of(Facet::day), {}, &agenda::FacetCount::value));
}

TEST_CASE("every session begins on exactly one day, and the filter by day finds it on all that it reaches") {
  test::RandomProgramme chance(14);
  for (int round = 0; round < 200; ++round) {
    const model::Event event = chance.event(40);
    const agenda::Programme programme(event, test::astana());
    const agenda::FilterIndex index(event, programme, test::astana());
    std::map<std::string, int> begins, reached, filtered;
    for (unsigned d = 20; d <= 30; ++d) {
      const model::Date day = std::chrono::year{2026} / 4 / std::chrono::day(d);
      for (const model::Session* one : programme.on_day(day)) ++begins[one->id];
      for (const agenda::Sessions& list :
           {agenda::Sessions(programme.on_day(day).begin(), programme.on_day(day).end()),
            programme.continuing_on(day)})
        for (const model::Session* one : list) ++reached[one->id];
      const agenda::Filter filter{
          .chosen = {{agenda::Facet::day, "2026-04-" + std::to_string(d)}}, .starred = {}, .found = {}};
      for (const model::Session* one : index.ask(filter).sessions) ++filtered[one->id];
    }
    CHECK(begins.size() == event.sessions.size());
    for (const auto& [id, days] : begins) CHECK(days == 1);
    CHECK(reached == filtered);
  }
}
