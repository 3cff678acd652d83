// The programme filtered by what sessions are, with a count for each further choice. Made once over an event;
// a question costs what the sessions have to say, so it is asked when the filter changes, not in each frame:
//
//   agenda::FilterIndex index(event, programme, zone);          // or content::Edition::filters()
//   const agenda::Filtered found = index.ask({.chosen = {{Facet::theme, "water"}, {Facet::language, "ru"}}});
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agenda/programme.h"

namespace agenda {

// What can be chosen, in the order of the parameters of an agenda's address.
enum class Facet : std::uint8_t { day, theme, room, site, kind, language, access, partner, person };
inline constexpr std::size_t facet_count = 9;

// The parameter that it is in addresses: "theme". Nothing for a name that is none.
std::string_view name_of(Facet facet);
std::optional<Facet> facet_named(std::string_view name);

// As values of Facet::kind and Facet::access, the words of event packs: "high-level", "everyone".
std::string_view name_of(model::SessionKind kind);
std::string_view name_of(model::AccessLevel access);

struct Choice {
  Facet facet = Facet::theme;
  std::string value;  // an id; of days "2026-04-22", of languages the tag, of kinds and access their names
  bool operator==(const Choice&) const = default;
};

struct Filter {
  // Of several values of one facet any will do; of several facets each must fit. A day has what begins in it
  // and what goes on in it; a language what is spoken or interpreted.
  std::vector<Choice> chosen;
  // Only these, by their ids: what is starred, what was found in free text. Absent: all.
  std::optional<std::vector<std::string>> starred;
  std::optional<std::vector<std::string>> found;

  bool has(Facet facet, std::string_view value) const;
  // Chosen when it was not, else no longer.
  void turn(Facet facet, std::string_view value);
  bool empty() const { return chosen.empty() && !starred && !found; }
};

// A value that sessions have, with how many would be left with it: of those that fit all other facets.
struct FacetCount {
  std::string_view value;
  std::size_t count = 0;
  std::size_t interpreted = 0;  // of a language: how many of these are interpreted into it, not spoken in it
  bool chosen = false;
};

struct Filtered {
  Sessions sessions;  // in order of start
  // By facet. Of days and languages in their own order, else in the order of the event's lists; a value that
  // was chosen and that no session has stands at the end.
  std::array<std::vector<FacetCount>, facet_count> counts;

  const std::vector<FacetCount>& of(Facet facet) const { return counts[static_cast<std::size_t>(facet)]; }
};

// How a session can be followed in a language.
enum class Hearing : std::uint8_t { not_at_all, spoken, interpreted };
Hearing hearing_in(const model::Session& session, std::string_view language);

class FilterIndex {
 public:
  // They must live as long as the index.
  FilterIndex(const model::Event& event, const Programme& programme, const text::TimeZone& zone);

  // Its views of values are those of the index, or of the filter.
  Filtered ask(const Filter& filter) const;

 private:
  struct Value {
    std::string name;
    std::vector<std::uint32_t> sessions;     // places in the programme, each once
    std::vector<std::uint32_t> interpreted;  // of a language: of these those that are not spoken in it
  };

  Value& value(Facet facet, std::string_view name);
  const Value* find(Facet facet, std::string_view name) const;

  const Programme& programme_;
  std::map<std::string_view, std::uint32_t> place_of_session_;
  std::array<std::vector<Value>, facet_count> values_;
  std::array<std::map<std::string, std::size_t, std::less<>>, facet_count> places_;  // in values_
};

}  // namespace agenda
