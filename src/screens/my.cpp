#include <algorithm>
#include <iterator>
#include <vector>

#include "icons.h"
#include "screens/screen.h"
#include "text/capital.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

namespace screens {

void my_screen(ui::Frame& f, const View& view, Actions& actions) {
  f.description(f.text("describe.my", {{"event", view.in(view.event.name)}}));
  agenda::Sessions starred;
  for (const std::string& id : view.visitor.starred)
    if (const model::Session* session = view.edition.session(id)) starred.push_back(session);
  // They stand in one list of the event, in order of start.
  std::ranges::sort(starred);
  if (starred.empty()) {
    ui::empty(f, ui::icon::star, view.static_rendering ? f.text("my.title") : f.text("my.none"),
              view.static_rendering ? f.text("page.my_without") : f.text("my.none_text"));
    f.gap(16);
    const std::string agenda = view.link(Page::agenda);
    ui::button(f, {.key = "agenda",
                   .label = f.text("my.open_agenda"),
                   .icon = ui::icon::calendar,
                   .look = ui::ButtonLook::primary,
                   .href = agenda});
    return;
  }
  zone_note(f, view, starred.front()->starts_at);
  f.gap(6);
  programme_notice(f, view);
  // As in the agenda: on each day of the event first what goes on from the days before.
  std::vector<model::Date> days;
  for (const model::Day& day : view.event.days) days.push_back(day.date);
  for (const model::Session* session : starred) days.push_back(view.edition.days_of(*session).first);
  std::ranges::sort(days);
  days.erase(std::ranges::unique(days).begin(), days.end());
  for (const model::Date day : days) {
    const auto goes_on = [&](const model::Session* session) {
      const agenda::Days its = view.edition.days_of(*session);
      return its.first < day && its.contain(day);
    };
    const auto begins = [&](const model::Session* session) {
      return view.edition.days_of(*session).first == day;
    };
    agenda::Sessions sessions;
    std::ranges::copy_if(starred, std::back_inserter(sessions), goes_on);
    std::ranges::copy_if(starred, std::back_inserter(sessions), begins);
    if (sessions.empty()) continue;
    ui::section(f, 2, text::with_capital(view.edition.day_name(day, f.words())));
    f.gap(8);
    session_rows(f, view, sessions, actions);
    f.gap(16);
  }
}

}  // namespace screens
