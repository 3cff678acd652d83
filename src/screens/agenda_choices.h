// What of the agenda is shown: the day, the filters and the look that its address asks for, the sessions that
// answer, and the links that ask for something else. The answer is computed when one of these changes, not in
// each frame.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agenda/filter.h"
#include "screens/screen.h"

namespace screens {

// As the address says it; what it asks for and the event does not have is left out.
struct AgendaChoices {
  model::Date day{};
  std::vector<agenda::Choice> chosen;  // of all facets but the day
  bool unknown = false;                // something was left out
  bool starred = false;
  bool on_now = false;
  bool grid = false;
  std::string typed;

  bool filters() const { return !chosen.empty() || starred || on_now || !typed.empty(); }
};

struct AgendaAnswer {
  AgendaChoices choices;
  agenda::Sessions sessions;  // that begin on the day
  agenda::Sessions earlier;   // that began before and go on in it
  // How many there are on the day of what fits the other filters: all, starred, on now.
  std::size_t all = 0;
  std::size_t starred = 0;
  std::size_t on_now = 0;
  std::optional<agenda::Filtered> counts;  // how many each further choice leaves; once somebody has asked
  std::uint64_t number = 0;                // another one for each answer of an edition
};

// `with_counts`: of further choices. Valid until the next call.
const AgendaAnswer& agenda_answer(const View& view, bool with_counts = false);

// The session that the detail beside the agenda shows; empty where that is none.
std::string_view selected_session(const View& view);

// ---- links that keep all that is chosen but for one thing

std::string agenda_link(const View& view);  // to the agenda as it is, with nothing beside it
std::string agenda_link_with_day(const View& view, model::Date day);
std::string agenda_link_with_view(const View& view, bool grid);
// Those go on showing the session that is shown.
std::string agenda_link_with(const View& view, std::string_view parameter, std::string_view value);
std::string agenda_link_turned(const View& view, agenda::Facet facet, std::string_view value);
// Neither starred, nor on now, nor any other.
std::string agenda_link_without_moods(const View& view);
std::string agenda_link_without_filters(const View& view);
std::string agenda_link_without_unknown(const View& view);
// To a session, so that the list beside it stays as it is.
std::string session_link(const View& view, const model::Session& session);

// ---- the grid of rooms over time (agenda_grid.cpp)

bool agenda_is_grid(const View& view);
void agenda_grid(ui::Frame& f, const View& view, Actions& actions, const ui::Rect& rect);

// ---- what stands in the bar of the agenda (agenda.cpp)

float agenda_tools_width(ui::Frame& f, const View& view);
void agenda_tools(ui::Frame& f, const View& view, Actions& actions);

// ---- the chips over the agenda, and the dialog with all filters (agenda_filters.cpp)

void agenda_chips(ui::Frame& f, const View& view, Actions& actions);
void agenda_dialog(ui::Frame& f, const View& view, Actions& actions);
// Nothing fits: says so, with ways out.
void agenda_nothing(ui::Frame& f, const View& view);
// Where what is written into the field of the agenda is kept.
bool agenda_field(ui::Frame& f, const View& view, Actions& actions, std::string_view key);

}  // namespace screens
